//! From a row of logits a word to names: the most probable path on which a name is inside before it goes on.
//!
//! Published models differ in how they use `B-` and `I-`, and their labels do not tell. So a word begins a name after
//! one of another type under either, and after one of its own type under `B-` alone.

use std::ops::Range;

use super::labels::{Labels, Place};

/// A name: words of one sentence, the number of its type, and how sure the network is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub(super) words: Range<usize>,
    pub(super) kind: usize,
    pub(super) score: f64,
}

/// Natural logarithms of a word's probabilities.
#[derive(Debug, Clone)]
struct Word {
    outside: f32,
    /// For each type.
    begins: Vec<f32>,
    inside: Vec<f32>,
}

/// What the path says of a word: its type, and whether it goes on with the name before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    kind: Option<usize>,
    continues: bool,
}

impl Labels {
    /// The names of one sentence; `rows` has the logits of each word. A row without any is outside.
    pub(super) fn decode(&self, rows: &[Vec<f32>]) -> Vec<Found> {
        let words: Vec<Word> = rows.iter().map(|row| self.word(row)).collect();
        let mut names: Vec<Found> = Vec::new();
        for (at, (state, word)) in self.best_path(&words).into_iter().zip(&words).enumerate() {
            let Some(kind) = state.kind else { continue };
            let score = word.within(kind).exp().clamp(0.0, 1.0);
            match names.last_mut().filter(|_| state.continues) {
                Some(name) => {
                    name.words.end = at + 1;
                    // A name is as sure as its least sure word.
                    name.score = name.score.min(f64::from(score));
                }
                None => names.push(Found { words: at..at + 1, kind, score: f64::from(score) }),
            }
        }
        names
    }

    fn word(&self, row: &[f32]) -> Word {
        let all = sum(row.iter().copied());
        let of = |place: Place| {
            let logits = row.iter().zip(&self.places).filter(|(_, found)| **found == place);
            sum(logits.map(|(logit, _)| *logit)) - all
        };
        if !all.is_finite() {
            let never = vec![f32::NEG_INFINITY; self.types.len()];
            return Word { outside: 0.0, begins: never.clone(), inside: never };
        }
        Word {
            outside: of(Place::Outside),
            begins: (0..self.types.len()).map(|kind| of(Place::Begins(kind))).collect(),
            inside: (0..self.types.len()).map(|kind| of(Place::Inside(kind))).collect(),
        }
    }

    fn best_path(&self, words: &[Word]) -> Vec<State> {
        let named = (0..self.types.len()).flat_map(|kind| {
            [State { kind: Some(kind), continues: false }, State { kind: Some(kind), continues: true }]
        });
        let start = State { kind: None, continues: false };
        let states: Vec<State> = std::iter::once(start).chain(named).collect();
        let mut steps: Vec<Vec<usize>> = Vec::with_capacity(words.len());
        // Before the first word all is outside.
        let mut best: Vec<f32> = states.iter().map(|state| barred(*state != start)).collect();
        for word in words {
            let step = |state: &State| {
                let before =
                    states.iter().zip(&best).map(|(before, score)| score + word.score(*before, *state));
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
}

impl Word {
    /// That the word is in a name of the type at all, whether first or not.
    fn within(&self, kind: usize) -> f32 {
        sum([self.begins(kind), self.inside(kind)].into_iter())
    }

    fn begins(&self, kind: usize) -> f32 {
        self.begins.get(kind).copied().unwrap_or(f32::NEG_INFINITY)
    }

    fn inside(&self, kind: usize) -> f32 {
        self.inside.get(kind).copied().unwrap_or(f32::NEG_INFINITY)
    }

    fn score(&self, before: State, state: State) -> f32 {
        let goes_on = before.kind == state.kind;
        match state.kind {
            None => self.outside,
            Some(kind) if state.continues => self.inside(kind) + barred(!goes_on),
            Some(kind) if goes_on => self.begins(kind),
            Some(kind) => self.within(kind),
        }
    }
}

fn barred(barred: bool) -> f32 {
    if barred { f32::NEG_INFINITY } else { 0.0 }
}

/// The logarithm of the sum of numbers that are given by theirs.
fn sum(logarithms: impl Iterator<Item = f32> + Clone) -> f32 {
    let most = logarithms.clone().fold(f32::NEG_INFINITY, f32::max);
    if !most.is_finite() {
        return f32::NEG_INFINITY;
    }
    most + logarithms.map(|logarithm| (logarithm - most).exp()).sum::<f32>().ln()
}

/// Place and value of the first of the highest.
fn highest(scores: impl Iterator<Item = f32>) -> (usize, f32) {
    let first = (0, f32::NEG_INFINITY);
    scores.enumerate().fold(first, |best, next| if next.1 > best.1 { next } else { best })
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::super::labels::LabelTable;
    use super::*;

    /// `rows` names the label that each word is sure of.
    fn check(labels: &[&str], rows: &[&str], expected: &[(Range<usize>, &str)]) {
        let names: Vec<String> = labels.iter().map(|label| (*label).to_owned()).collect();
        let scheme = Labels::read(&names, &LabelTable::new()).expect("these are labels");
        let row = |sure: &&str| labels.iter().map(|label| if label == sure { 9.0 } else { 0.0 }).collect();
        let rows: Vec<Vec<f32>> = rows.iter().map(row).collect();
        let found = scheme.decode(&rows);
        let found: Vec<(Range<usize>, &str)> =
            found.iter().map(|name| (name.words.clone(), scheme.types[name.kind].0.as_str())).collect();
        assert_eq!(found, expected, "{labels:?}");
    }

    const IOB: [&str; 5] = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"];

    #[test]
    fn a_name_begins_where_the_scheme_says_or_the_type_changes() {
        check(&IOB, &["B-PER", "I-PER", "O", "B-LOC"], &[(0..2, "PER"), (3..4, "LOC")]);
        check(&IOB, &["B-PER", "B-PER"], &[(0..1, "PER"), (1..2, "PER")]);
        check(&IOB, &["I-PER", "I-PER", "I-LOC"], &[(0..2, "PER"), (2..3, "LOC")]);
        check(&["O", "I-PER", "I-ORG"], &["O", "I-PER", "I-PER", "I-ORG"], &[(1..3, "PER"), (3..4, "ORG")]);
        check(&["PER", "O"], &["PER", "PER", "O", "PER"], &[(0..2, "PER"), (3..4, "PER")]);
        let bilou = ["O", "B-LOC", "I-LOC", "L-LOC", "U-LOC"];
        check(&bilou, &["U-LOC", "B-LOC", "I-LOC", "L-LOC"], &[(0..1, "LOC"), (1..4, "LOC")]);
    }

    #[test]
    fn words_without_logits_or_with_numbers_that_are_none_are_outside() {
        let names = IOB.map(str::to_owned);
        let scheme = Labels::read(&names, &LabelTable::new()).expect("these are labels");
        assert!(scheme.decode(&[Vec::new(), vec![f32::NAN; 5], vec![f32::NEG_INFINITY; 5]]).is_empty());
        assert!(scheme.decode(&[]).is_empty());
    }

    #[test]
    fn a_name_is_as_probable_as_its_least_sure_word_is_inside_the_type() {
        let names = ["O", "B-PER", "I-PER"].map(str::to_owned);
        let scheme = Labels::read(&names, &LabelTable::new()).expect("these are labels");
        let found = scheme.decode(&[vec![0.0, 9.0, 0.0], vec![0.0, 0.0, 0.7]]);
        assert!((found[0].score - 0.7507).abs() < 1e-3, "{found:?}");
    }
}
