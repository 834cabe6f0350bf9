//! Calibration of confidence by a slope and a shift of its log-odds (Platt 1999).

use entity_tagger::calibration::{Calibration, log_odds};

/// Returns the calibration with the highest likelihood of these answers, by Newton's method.
///
/// An answer is its confidence and whether it was right.
pub fn fit(answers: &[(f64, bool)]) -> Calibration {
    let mut fitted = Calibration::NONE;
    for _ in 0..50 {
        // Gradient and curvature. A small ridge keeps the matrix regular.
        let (mut g0, mut g1, mut h00, mut h01, mut h11) = (0.0, 0.0, 1e-6, 0.0, 1e-6);
        for (score, right) in answers {
            let odds = log_odds(*score);
            let probability = fitted.probability(*score);
            let (miss, weight) =
                (f64::from(u8::from(*right)) - probability, probability * (1.0 - probability));
            g0 += miss * odds;
            g1 += miss;
            h00 += weight * odds * odds;
            h01 += weight * odds;
            h11 += weight;
        }
        let determinant = h00 * h11 - h01 * h01;
        let step = Calibration {
            slope: (h11 * g0 - h01 * g1) / determinant,
            shift: (h00 * g1 - h01 * g0) / determinant,
        };
        fitted = ahead(fitted, step, answers);
    }
    fitted
}

/// Takes the largest part of a step that does not lower the likelihood: a whole Newton step may overshoot by
/// far.
fn ahead(from: Calibration, step: Calibration, answers: &[(f64, bool)]) -> Calibration {
    let before = likelihood(from, answers);
    let along = |part: f64| Calibration {
        slope: from.slope + part * step.slope,
        shift: from.shift + part * step.shift,
    };
    let parts = (0..20).map(|halvings| 0.5_f64.powi(halvings));
    parts.map(along).find(|to| likelihood(*to, answers) >= before).unwrap_or(from)
}

/// Returns the log-likelihood of the answers.
fn likelihood(calibration: Calibration, answers: &[(f64, bool)]) -> f64 {
    let of = |(score, right): &(f64, bool)| {
        let probability = calibration.probability(*score);
        if *right { probability.ln() } else { (1.0 - probability).ln() }
    };
    answers.iter().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidence_that_is_too_high_is_lowered_to_the_share_that_was_right() {
        // 0.9 is right seven times in ten, 0.6 five times in ten.
        let answers: Vec<(f64, bool)> =
            (0..1000).flat_map(|n| [(0.9, n % 10 < 7), (0.6, n % 10 < 5)]).collect();
        let fitted = fit(&answers);
        assert!(
            (fitted.probability(0.9) - 0.7).abs() < 1e-3 && (fitted.probability(0.6) - 0.5).abs() < 1e-3,
            "{fitted:?}"
        );
    }

    #[test]
    fn calibrated_confidence_does_not_change() {
        let answers: Vec<(f64, bool)> =
            (0..1000).flat_map(|n| [(0.8, n % 10 < 8), (0.3, n % 10 < 3)]).collect();
        let fitted = fit(&answers);
        assert!((fitted.slope - 1.0).abs() < 1e-6 && fitted.shift.abs() < 1e-6, "{fitted:?}");
    }

    #[test]
    fn confident_wrong_answers_do_not_break_the_fit() {
        // Nearly all confidence is at one end, so that the first whole step is far too long.
        let answers: Vec<(f64, bool)> =
            (0..1000).map(|n| if n % 10 == 0 { (0.3, n % 20 == 0) } else { (0.999, n % 4 > 0) }).collect();
        let fitted = fit(&answers);
        assert!(
            (fitted.probability(0.999) - 7.0 / 9.0).abs() < 1e-6 && fitted.slope.abs() < 10.0,
            "{fitted:?}"
        );
    }
}
