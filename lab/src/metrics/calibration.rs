//! Making scores mean what they say: a slope and a shift of their log-odds, as Platt (1999) has it.

use entity_tagger::calibration::{Calibration, log_odds};

/// The calibration under which answers that were right or wrong are likeliest, by Newton's method.
pub fn fit(answers: &[(f64, bool)]) -> Calibration {
    let mut fitted = Calibration::NONE;
    for _ in 0..50 {
        // Gradient and curvature; a trace of ridge keeps the matrix regular.
        let (mut g0, mut g1, mut h00, mut h01, mut h11) = (0.0, 0.0, 1e-6, 0.0, 1e-6);
        for (score, right) in answers {
            let odds = log_odds(*score);
            let probability = fitted.of(*score);
            let (miss, weight) =
                (f64::from(u8::from(*right)) - probability, probability * (1.0 - probability));
            g0 += miss * odds;
            g1 += miss;
            h00 += weight * odds * odds;
            h01 += weight * odds;
            h11 += weight;
        }
        let determinant = h00 * h11 - h01 * h01;
        fitted.slope += (h11 * g0 - h01 * g1) / determinant;
        fitted.shift += (h00 * g1 - h01 * g0) / determinant;
    }
    fitted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_that_are_too_sure_are_brought_down_to_what_came_true() {
        // 0.9 is right seven times in ten, 0.6 five times in ten.
        let answers: Vec<(f64, bool)> =
            (0..1000).flat_map(|n| [(0.9, n % 10 < 7), (0.6, n % 10 < 5)]).collect();
        let fitted = fit(&answers);
        assert!((fitted.of(0.9) - 0.7).abs() < 1e-3 && (fitted.of(0.6) - 0.5).abs() < 1e-3, "{fitted:?}");
    }

    #[test]
    fn scores_that_are_right_stay() {
        let answers: Vec<(f64, bool)> =
            (0..1000).flat_map(|n| [(0.8, n % 10 < 8), (0.3, n % 10 < 3)]).collect();
        let fitted = fit(&answers);
        assert!((fitted.slope - 1.0).abs() < 1e-6 && fitted.shift.abs() < 1e-6, "{fitted:?}");
    }
}
