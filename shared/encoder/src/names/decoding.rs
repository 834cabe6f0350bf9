//! From the logits of each word to names: the most probable sequence of labels in which every name is
//! continuous.
//!
//! Published models differ in how they use `B-` and `I-`, and their labels do not show it. So either starts a
//! name after a word of another type or of none, and only `B-` starts a name after a word of the same type.

use std::ops::Range;

use super::labels::{Labels, Position};

/// A name: words of one sentence, the number of its type, and the probability of its least certain word.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DecodedName {
    pub(super) words: Range<usize>,
    pub(super) kind: usize,
    pub(super) score: f64,
}

/// The natural logarithms of a word's probabilities.
#[derive(Debug, Clone)]
struct WordScores {
    /// Of being in no name.
    outside: f32,
    /// Of starting a name of each type.
    begins: Vec<f32>,
    /// Of being inside a name of each type.
    inside: Vec<f32>,
}

/// The state of a word on a path: its type, and whether it continues the name of the word before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    kind: Option<usize>,
    continues: bool,
}

/// Returns the names of one sentence. `rows` has the logits of each word; a word without logits is outside.
pub(super) fn decode(labels: &Labels, rows: &[Vec<f32>]) -> Vec<DecodedName> {
    let words: Vec<WordScores> = rows.iter().map(|row| WordScores::new(labels, row)).collect();
    let mut names: Vec<DecodedName> = Vec::new();
    for (at, (state, word)) in best_path(labels.types.len(), &words).into_iter().zip(&words).enumerate() {
        let Some(kind) = state.kind else { continue };
        let score = f64::from(word.within(kind).exp().clamp(0.0, 1.0));
        match names.last_mut().filter(|_| state.continues) {
            Some(name) => {
                name.words.end = at + 1;
                name.score = name.score.min(score);
            }
            None => names.push(DecodedName { words: at..at + 1, kind, score }),
        }
    }
    names
}

/// Finds the most probable path through the words (Viterbi).
fn best_path(types: usize, words: &[WordScores]) -> Vec<State> {
    let named = (0..types).flat_map(|kind| {
        [State { kind: Some(kind), continues: false }, State { kind: Some(kind), continues: true }]
    });
    let start = State { kind: None, continues: false };
    let states: Vec<State> = std::iter::once(start).chain(named).collect();
    let mut steps: Vec<Vec<usize>> = Vec::with_capacity(words.len());
    // No name continues from before the first word.
    let mut best: Vec<f32> = states.iter().map(|state| forbidden_if(*state != start)).collect();
    for word in words {
        let step = |state: &State| {
            let before = states.iter().zip(&best).map(|(before, score)| score + word.score(*before, *state));
            highest(before)
        };
        let (from, scores): (Vec<usize>, Vec<f32>) = states.iter().map(step).unzip();
        steps.push(from);
        best = scores;
    }
    let (mut at, _) = highest(best.iter().copied());
    let mut path = Vec::with_capacity(words.len());
    for step in steps.iter().rev() {
        path.push(states.get(at).copied().unwrap_or(start));
        at = step.get(at).copied().unwrap_or_default();
    }
    path.reverse();
    path
}

impl WordScores {
    /// Computes the scores from a row of logits.
    fn new(labels: &Labels, row: &[f32]) -> Self {
        let types = labels.types.len();
        let all = log_sum(row.iter().copied());
        if !all.is_finite() {
            // No logits, or NaN among them.
            let never = vec![f32::NEG_INFINITY; types];
            return Self { outside: 0.0, begins: never.clone(), inside: never };
        }
        let of = |position: Position| {
            let logits = row.iter().zip(&labels.positions).filter(|(_, found)| **found == position);
            log_sum(logits.map(|(logit, _)| *logit)) - all
        };
        Self {
            outside: of(Position::Outside),
            begins: (0..types).map(|kind| of(Position::Begins(kind))).collect(),
            inside: (0..types).map(|kind| of(Position::Inside(kind))).collect(),
        }
    }

    /// Returns the score of being in a name of the type, at its start or inside.
    fn within(&self, kind: usize) -> f32 {
        log_sum([self.begins(kind), self.inside(kind)].into_iter())
    }

    fn begins(&self, kind: usize) -> f32 {
        self.begins.get(kind).copied().unwrap_or(f32::NEG_INFINITY)
    }

    fn inside(&self, kind: usize) -> f32 {
        self.inside.get(kind).copied().unwrap_or(f32::NEG_INFINITY)
    }

    /// Returns the score of the word in `state`, after a word in the state `before`.
    fn score(&self, before: State, state: State) -> f32 {
        let same_type = before.kind == state.kind;
        match state.kind {
            None => self.outside,
            Some(kind) if state.continues => self.inside(kind) + forbidden_if(!same_type),
            Some(kind) if same_type => self.begins(kind),
            Some(kind) => self.within(kind),
        }
    }
}

fn forbidden_if(condition: bool) -> f32 {
    if condition { f32::NEG_INFINITY } else { 0.0 }
}

/// Returns the logarithm of the sum of numbers, given their logarithms.
fn log_sum(logarithms: impl Iterator<Item = f32> + Clone) -> f32 {
    let largest = logarithms.clone().fold(f32::NEG_INFINITY, f32::max);
    if !largest.is_finite() {
        return f32::NEG_INFINITY;
    }
    // Subtracting the largest keeps the exponentials finite.
    largest + logarithms.map(|logarithm| (logarithm - largest).exp()).sum::<f32>().ln()
}

/// Returns the index and value of the highest score, the first of several.
fn highest(scores: impl Iterator<Item = f32>) -> (usize, f32) {
    let first = (0, f32::NEG_INFINITY);
    scores.enumerate().fold(first, |best, next| if next.1 > best.1 { next } else { best })
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::super::labels::LabelTable;
    use super::*;

    /// Checks the names that are decoded from `rows`, which has the most probable label of each word.
    fn check(labels: &[&str], rows: &[&str], expected: &[(Range<usize>, &str)]) {
        let names: Vec<String> = labels.iter().map(|label| (*label).to_owned()).collect();
        let scheme = Labels::read(&names, &LabelTable::new()).expect("they are valid");
        let row = |best: &&str| labels.iter().map(|label| if label == best { 9.0 } else { 0.0 }).collect();
        let rows: Vec<Vec<f32>> = rows.iter().map(row).collect();
        let found = decode(&scheme, &rows);
        let found: Vec<(Range<usize>, &str)> =
            found.iter().map(|name| (name.words.clone(), scheme.types[name.kind].0.as_str())).collect();
        assert_eq!(found, expected, "{labels:?}");
    }

    const IOB: [&str; 5] = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"];

    #[test]
    fn a_name_starts_where_the_scheme_says_or_the_type_changes() {
        check(&IOB, &["B-PER", "I-PER", "O", "B-LOC"], &[(0..2, "PER"), (3..4, "LOC")]);
        check(&IOB, &["B-PER", "B-PER"], &[(0..1, "PER"), (1..2, "PER")]);
        check(&IOB, &["I-PER", "I-PER", "I-LOC"], &[(0..2, "PER"), (2..3, "LOC")]);
        check(&["O", "I-PER", "I-ORG"], &["O", "I-PER", "I-PER", "I-ORG"], &[(1..3, "PER"), (3..4, "ORG")]);
        check(&["PER", "O"], &["PER", "PER", "O", "PER"], &[(0..2, "PER"), (3..4, "PER")]);
        let bilou = ["O", "B-LOC", "I-LOC", "L-LOC", "U-LOC"];
        check(&bilou, &["U-LOC", "B-LOC", "I-LOC", "L-LOC"], &[(0..1, "LOC"), (1..4, "LOC")]);
    }

    #[test]
    fn words_without_finite_logits_are_outside() {
        let names = IOB.map(str::to_owned);
        let scheme = Labels::read(&names, &LabelTable::new()).expect("they are valid");
        assert!(decode(&scheme, &[Vec::new(), vec![f32::NAN; 5], vec![f32::NEG_INFINITY; 5]]).is_empty());
        assert!(decode(&scheme, &[]).is_empty());
    }

    #[test]
    fn the_score_of_a_name_is_that_of_its_least_certain_word() {
        let names = ["O", "B-PER", "I-PER"].map(str::to_owned);
        let scheme = Labels::read(&names, &LabelTable::new()).expect("they are valid");
        let found = decode(&scheme, &[vec![0.0, 9.0, 0.0], vec![0.0, 0.0, 0.7]]);
        assert!((found[0].score - 0.7507).abs() < 1e-3, "{found:?}");
    }
}
