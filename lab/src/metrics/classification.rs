//! Scores of a classifier with confidence: accuracy, coverage, F1 and calibration error.

use std::collections::{BTreeMap, BTreeSet};

use super::matching::{Counts, ratio};

/// Number of equally wide bins of confidence in the calibration error.
const BINS: usize = 15;

/// An answer and the right one.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The right label.
    pub gold: String,
    /// The label that was given.
    pub predicted: String,
    /// Confidence, 0 to 1.
    pub confidence: f64,
    /// Whether the classifier calls the answer reliable.
    pub reliable: bool,
}

impl Answer {
    /// Reports whether the answer is right.
    pub fn is_right(&self) -> bool {
        self.gold == self.predicted
    }
}

/// Returns the share of right answers.
pub fn accuracy<'a>(answers: impl IntoIterator<Item = &'a Answer>) -> f64 {
    share(answers, Answer::is_right)
}

/// Returns the share of answers that are called reliable.
pub fn coverage<'a>(answers: impl IntoIterator<Item = &'a Answer>) -> f64 {
    share(answers, |answer| answer.reliable)
}

/// Returns the share of wrong answers among the reliable ones.
pub fn wrong_when_reliable<'a>(answers: impl IntoIterator<Item = &'a Answer>) -> f64 {
    share(answers.into_iter().filter(|answer| answer.reliable), |answer| !answer.is_right())
}

/// Returns the share of all answers that are wrong but called reliable.
pub fn wrong_yet_reliable<'a>(answers: impl IntoIterator<Item = &'a Answer>) -> f64 {
    share(answers, |answer| answer.reliable && !answer.is_right())
}

/// Returns the counts by label. An answer counts as gold under the right label and as predicted under the
/// given one.
pub fn by_label<'a>(answers: impl IntoIterator<Item = &'a Answer>) -> BTreeMap<&'a str, Counts> {
    let mut labels: BTreeMap<&str, Counts> = BTreeMap::new();
    for answer in answers {
        let right = usize::from(answer.is_right());
        *labels.entry(&answer.gold).or_default() += Counts { right, gold: 1, predicted: 0 };
        *labels.entry(&answer.predicted).or_default() += Counts { right: 0, gold: 0, predicted: 1 };
    }
    labels
}

/// Returns the mean F1 over the gold labels. Labels that are only predicted do not count.
pub fn macro_f1<'a>(answers: impl IntoIterator<Item = &'a Answer> + Clone) -> f64 {
    let gold: BTreeSet<&str> = answers.clone().into_iter().map(|answer| answer.gold.as_str()).collect();
    let labels = by_label(answers);
    let sum: f64 = gold.iter().filter_map(|label| labels.get(label)).map(|counts| counts.f1()).sum();
    if gold.is_empty() { 0.0 } else { sum / gold.len() as f64 }
}

/// Returns the expected calibration error: the difference between confidence and accuracy in each bin of
/// confidence, averaged over bins by their number of answers (Guo et al. 2017).
pub fn calibration_error<'a>(answers: impl IntoIterator<Item = &'a Answer>) -> f64 {
    gap(answers.into_iter().map(|answer| (answer.confidence, answer.is_right())))
}

/// Returns the expected calibration error of answers given as confidence and whether they are right.
pub fn gap(answers: impl IntoIterator<Item = (f64, bool)>) -> f64 {
    #[derive(Default)]
    struct Bin {
        answers: usize,
        right: usize,
        confidence: f64,
    }
    let mut bins: BTreeMap<usize, Bin> = BTreeMap::new();
    for (confidence, is_right) in answers {
        let number = (confidence.clamp(0.0, 1.0) * BINS as f64) as usize;
        let bin = bins.entry(number.min(BINS - 1)).or_default();
        bin.answers += 1;
        bin.right += usize::from(is_right);
        bin.confidence += confidence;
    }
    let all: usize = bins.values().map(|bin| bin.answers).sum();
    let apart: f64 = bins.values().map(|bin| (bin.confidence - bin.right as f64).abs()).sum();
    if all == 0 { 0.0 } else { apart / all as f64 }
}

fn share<'a>(answers: impl IntoIterator<Item = &'a Answer>, holds: impl Fn(&Answer) -> bool) -> f64 {
    let (mut part, mut whole) = (0, 0);
    for answer in answers {
        whole += 1;
        part += usize::from(holds(answer));
    }
    ratio(part, whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers() -> Vec<Answer> {
        [
            ("eng", "eng", 0.9, true),
            ("eng", "deu", 0.8, true),
            ("deu", "deu", 0.7, false),
            ("fra", "ita", 0.2, false),
        ]
        .map(|(gold, predicted, confidence, reliable)| Answer {
            gold: gold.into(),
            predicted: predicted.into(),
            confidence,
            reliable,
        })
        .into()
    }

    fn close(value: f64, expected: f64) {
        assert!((value - expected).abs() < 1e-12, "{value} is not {expected}");
    }

    #[test]
    fn accuracy_counts_right_answers() {
        close(accuracy(&answers()), 0.5);
    }

    #[test]
    fn macro_f1_is_the_mean_over_gold_labels() {
        // eng: P 1, R 1/2, F 2/3. deu: P 1/2, R 1, F 2/3. fra: 0. ita is not a gold label.
        close(macro_f1(&answers()), (2.0 / 3.0 + 2.0 / 3.0) / 3.0);
    }

    #[test]
    fn wrong_answers_count_among_the_reliable_ones() {
        close(coverage(&answers()), 0.5);
        close(wrong_when_reliable(&answers()), 0.5);
        close(wrong_yet_reliable(&answers()), 0.25);
    }

    #[test]
    fn calibration_error_is_the_gap_in_each_bin() {
        // Each answer is alone in its bin: |0.9-1|, |0.8-0|, |0.7-1|, |0.2-0|.
        close(calibration_error(&answers()), (0.1 + 0.8 + 0.3 + 0.2) / 4.0);
    }

    #[test]
    fn answers_in_one_bin_are_averaged() {
        let one = |right: bool| Answer {
            gold: "eng".into(),
            predicted: if right { "eng" } else { "deu" }.into(),
            confidence: 0.5,
            reliable: true,
        };
        close(calibration_error(&[one(true), one(false)]), 0.0);
    }
}
