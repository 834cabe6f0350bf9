//! Making scores mean what they say: a slope and a shift of their log-odds, as Platt (1999) has it.

/// What turns a score into the probability that a name is right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Calibration {
    /// Factor of the log-odds.
    pub slope: f64,
    /// Added to them.
    pub shift: f64,
}

/// Scores are kept this far from nothing and from certainty.
const MARGIN: f64 = 1e-3;

impl Calibration {
    /// Leaves scores as they are, but for the margin.
    pub const NONE: Self = Self { slope: 1.0, shift: 0.0 };

    /// The probability that a score stands for, 0 to 1.
    pub fn of(self, score: f64) -> f64 {
        1.0 / (1.0 + (-(self.slope * log_odds(score) + self.shift)).exp())
    }
}

/// The logarithm of a score against its complement; finite for every score, and 0 for what is no number.
pub fn log_odds(score: f64) -> f64 {
    let score = if score.is_nan() { 0.5 } else { score.clamp(MARGIN, 1.0 - MARGIN) };
    (score / (1.0 - score)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_calibration_leaves_scores_as_they_are() {
        for score in [0.01, 0.5, 0.95] {
            assert!((Calibration::NONE.of(score) - score).abs() < 1e-9);
        }
    }

    #[test]
    fn whatever_the_score_the_result_is_a_probability_and_keeps_the_order() {
        let calibration = Calibration { slope: 0.7, shift: -0.4 };
        let scores = [f64::NEG_INFINITY, -1.0, 0.0, 0.2, 0.5, 0.9, 1.0, 7.0, f64::INFINITY];
        let made: Vec<f64> = scores.iter().map(|score| calibration.of(*score)).collect();
        assert!(made.iter().all(|score| (0.0..=1.0).contains(score)) && made.is_sorted(), "{made:?}");
        assert!((0.0..=1.0).contains(&calibration.of(f64::NAN)));
    }
}
