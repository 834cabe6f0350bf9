//! Precision, recall and F1 of things found against things wanted.

use std::{collections::BTreeMap, ops::AddAssign};

/// How many were right, found, and wanted. Counts of several texts add up (micro average).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Found and wanted.
    pub right: usize,
    /// Found.
    pub predicted: usize,
    /// Wanted.
    pub gold: usize,
}

impl Counts {
    /// Compares without regard to order; of equal things each counts once.
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

    /// Share of what was found that is right.
    pub fn precision(self) -> f64 {
        ratio(self.right, self.predicted)
    }

    /// Share of what is wanted that was found.
    pub fn recall(self) -> f64 {
        ratio(self.right, self.gold)
    }

    /// Harmonic mean of precision and recall.
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

/// `part / whole`; 0 where there is no whole.
pub fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_found_and_a_third_right() {
        // Wanted 1 2, found 2 3 4: one of three is right, one of two was found, F1 = 2·1/(3+2).
        let counts = Counts::of(&[1, 2], &[2, 3, 4]);
        assert_eq!(counts, Counts { right: 1, predicted: 3, gold: 2 });
        assert!((counts.precision() - 1.0 / 3.0).abs() < 1e-12);
        assert!((counts.recall() - 0.5).abs() < 1e-12);
        assert!((counts.f1() - 0.4).abs() < 1e-12);
    }

    #[test]
    fn a_thing_found_twice_is_right_once() {
        assert_eq!(Counts::of(&[1], &[1, 1]).right, 1);
    }

    #[test]
    fn nothing_wanted_and_nothing_found_scores_nothing() {
        assert!(Counts::default().f1().abs() < 1e-12);
    }
}
