//! Turns scores into probabilities by a slope and a shift of their log-odds (Platt 1999).

/// Turns a score into the probability that a name is right.
///
/// ```
/// use entity_tagger::calibration::Calibration;
///
/// // A model that is too sure of itself: the slope brings its scores closer to one half.
/// let calibration = Calibration { slope: 0.5, shift: 0.0 };
/// assert!((calibration.probability(0.9) - 0.75).abs() < 0.001);
/// assert!((calibration.probability(0.5) - 0.5).abs() < 0.001);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Calibration {
    /// Multiplied by the log-odds (slope).
    pub slope: f64,
    /// Added to the log-odds (intercept).
    pub shift: f64,
}

/// The distance of every score from 0 and from 1, so that its log-odds are finite.
const MARGIN: f64 = 1e-3;

impl Calibration {
    /// Leaves scores as they are, except near 0 and 1.
    pub const NONE: Self = Self { slope: 1.0, shift: 0.0 };

    /// Returns the probability for a score, 0 to 1.
    pub fn probability(self, score: f64) -> f64 {
        1.0 / (1.0 + (-(self.slope * log_odds(score) + self.shift)).exp())
    }
}

/// Returns the log-odds of a score. They are finite for every score, and 0 for NaN.
pub fn log_odds(score: f64) -> f64 {
    let score = if score.is_nan() { 0.5 } else { score.clamp(MARGIN, 1.0 - MARGIN) };
    (score / (1.0 - score)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_scores_as_they_are_without_calibration() {
        for score in [0.01, 0.5, 0.95] {
            assert!((Calibration::NONE.probability(score) - score).abs() < 1e-9);
        }
    }

    #[test]
    fn keeps_the_order_of_scores_and_returns_probabilities() {
        let calibration = Calibration { slope: 0.7, shift: -0.4 };
        let scores = [f64::NEG_INFINITY, -1.0, 0.0, 0.2, 0.5, 0.9, 1.0, 7.0, f64::INFINITY];
        let made: Vec<f64> = scores.iter().map(|score| calibration.probability(*score)).collect();
        assert!(made.iter().all(|score| (0.0..=1.0).contains(score)) && made.is_sorted(), "{made:?}");
        assert!((0.0..=1.0).contains(&calibration.probability(f64::NAN)));
    }
}
