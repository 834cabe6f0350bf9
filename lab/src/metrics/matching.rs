//! Precision, recall and F1 of predicted against gold annotation.

use std::{collections::BTreeMap, ops::AddAssign};

/// Numbers of right, predicted and gold annotations. The counts of several texts can be added (micro
/// average).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Annotations that are both predicted and gold.
    pub right: usize,
    /// Predicted annotations.
    pub predicted: usize,
    /// Gold annotations.
    pub gold: usize,
}

impl Counts {
    /// Compares two lists in any order. Equal annotations count once each.
    pub fn of<T: Ord>(gold: &[T], predicted: &[T]) -> Self {
        let mut wanted: BTreeMap<&T, usize> = BTreeMap::new();
        for thing in gold {
            *wanted.entry(thing).or_default() += 1;
        }
        let mut right = 0;
        for thing in predicted {
            if let Some(left) = wanted.get_mut(thing).filter(|left| **left > 0) {
                *left -= 1;
                right += 1;
            }
        }
        Self { right, predicted: predicted.len(), gold: gold.len() }
    }

    /// Returns the share of predicted annotations that are right.
    pub fn precision(self) -> f64 {
        ratio(self.right, self.predicted)
    }

    /// Returns the share of gold annotations that were predicted.
    pub fn recall(self) -> f64 {
        ratio(self.right, self.gold)
    }

    /// Returns the harmonic mean of precision and recall.
    pub fn f1(self) -> f64 {
        ratio(2 * self.right, self.predicted + self.gold)
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.predicted += other.predicted;
        self.gold += other.gold;
    }
}

/// Returns `part / whole`, or 0 if `whole` is 0.
pub fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn precision_and_recall_of_one_right_annotation() {
        // Gold 1 2, predicted 2 3 4: one of three is right, one of two was predicted, F1 = 2·1/(3+2).
        let counts = Counts::of(&[1, 2], &[2, 3, 4]);
        assert_eq!(counts, Counts { right: 1, predicted: 3, gold: 2 });
        assert!((counts.precision() - 1.0 / 3.0).abs() < 1e-12);
        assert!((counts.recall() - 0.5).abs() < 1e-12);
        assert!((counts.f1() - 0.4).abs() < 1e-12);
    }

    #[test]
    fn an_annotation_predicted_twice_is_right_once() {
        assert_eq!(Counts::of(&[1], &[1, 1]).right, 1);
    }

    #[test]
    fn two_empty_lists_score_zero() {
        assert!(Counts::default().f1().abs() < 1e-12);
    }
}
