//! From the weights of a trained field to the small integers of a model file.

use entity_tagger::mentions::trained::{Draft, LABELS, WordClasses};

use super::crf::{Field, Row};
use super::recipe::Recipe;

/// Returns the model of the most valuable features, with its weights in whole steps, as the recipe says.
pub(super) fn draft(
    field: &Field,
    hashes: &[(u32, u32)],
    word_classes: WordClasses,
    recipe: &Recipe,
) -> Draft {
    let Recipe { rows: most, steps, .. } = *recipe;
    // A small weight of a frequent feature decides more than a large one of a feature that occurs twice.
    let value = |row: &Row, count: u32| heaviest(row) * (count as f32).sqrt();
    let mut rows: Vec<(f32, u32, &Row)> =
        hashes.iter().zip(&field.rows).map(|((hash, count), row)| (value(row, *count), *hash, row)).collect();
    rows.sort_by(|first, second| second.0.total_cmp(&first.0).then(first.1.cmp(&second.1)));
    rows.truncate(most);
    let mut weights: Vec<f32> = rows.iter().map(|(.., row)| heaviest(row)).collect();
    weights.sort_by(|first, second| second.total_cmp(first));
    // One row in 2,000 has a weight beyond the last step, which is cut off: a wider step would cost all others
    // precision.
    let scale = weights.get(weights.len() / 2000).map_or(1.0, |weight| *weight) / steps;
    let step = |row: &Row| row.map(|weight| (weight / scale).round().clamp(-steps, steps) as i8);
    let rows = rows
        .iter()
        .map(|(_, hash, row)| (*hash, step(row)))
        .filter(|(_, row)| row.iter().any(|weight| *weight != 0));
    Draft { rows: rows.collect(), scale, transitions: field.transitions.clone(), word_classes }
}

/// Returns a model with its weights rounded to the steps of the recipe.
pub(super) fn rounded(model: &Draft, recipe: &Recipe) -> Draft {
    let last =
        |row: &[i8; LABELS - 1]| row.iter().map(|weight| weight.unsigned_abs()).max().unwrap_or_default();
    let before = model.rows.iter().map(|(_, row)| last(row)).max().unwrap_or_default();
    let share = recipe.steps / f32::from(before.max(1));
    let step = |weight: i8| (f32::from(weight) * share).round() as i8;
    let rows = model.rows.iter().map(|(hash, row)| (*hash, row.map(step)));
    Draft {
        rows: rows.filter(|(_, row)| row.iter().any(|weight| *weight != 0)).collect(),
        scale: model.scale / share,
        transitions: model.transitions.clone(),
        word_classes: model.word_classes.clone(),
    }
}

/// Returns the largest absolute weight of a row.
fn heaviest(row: &Row) -> f32 {
    row.iter().fold(0.0_f32, |most, weight| most.max(weight.abs()))
}

#[cfg(test)]
mod tests {
    use entity_tagger::mentions::trained::Transitions;

    use super::super::recipe::RECIPES;
    use super::*;

    #[test]
    fn rounding_keeps_values_and_drops_rows_without_weight() {
        let row = |first: i8| std::array::from_fn(|at| if at == 0 { first } else { 0 });
        let recipe = Recipe { steps: 31.0, ..RECIPES[0] };
        let model = Draft {
            rows: vec![(1, row(124)), (2, row(-62)), (3, row(1))],
            scale: 0.5,
            transitions: Transitions { weights: [[0.0; LABELS]; LABELS] },
            word_classes: WordClasses::default(),
        };
        let rounded = rounded(&model, &recipe);
        assert_eq!(rounded.rows, [(1, row(31)), (2, row(-16))]);
        assert!((rounded.scale * 31.0 - 62.0).abs() < 1e-4);
    }
}
