//! From the weights of a trained field to the small integers of a model file.

use entity_tagger::mentions::trained::{Draft, WordClasses};

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

/// Returns the largest absolute weight of a row.
fn heaviest(row: &Row) -> f32 {
    row.iter().fold(0.0_f32, |most, weight| most.max(weight.abs()))
}
