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
        let step = Calibration {
            slope: (h11 * g0 - h01 * g1) / determinant,
            shift: (h00 * g1 - h01 * g0) / determinant,
        };
        fitted = ahead(fitted, step, answers);
    }
    fitted
}

/// As far along the step as it makes the answers no less likely: a whole step of Newton's may lead far astray.
fn ahead(from: Calibration, step: Calibration, answers: &[(f64, bool)]) -> Calibration {
    let before = likelihood(from, answers);
    let along = |part: f64| Calibration {
        slope: from.slope + part * step.slope,
        shift: from.shift + part * step.shift,
    };
    let parts = (0..20).map(|halvings| 0.5_f64.powi(halvings));
    parts.map(along).find(|to| likelihood(*to, answers) >= before).unwrap_or(from)
}

/// The logarithm of how likely the answers are.
fn likelihood(calibration: Calibration, answers: &[(f64, bool)]) -> f64 {
    let of = |(score, right): &(f64, bool)| {
        let probability = calibration.of(*score);
        if *right { probability.ln() } else { (1.0 - probability).ln() }
    };
    answers.iter().map(of).sum()
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

    #[test]
    fn sure_and_wrong_answers_do_not_lead_astray() {
        // Nearly all scores at one end, so that the first whole step is far too long.
        let answers: Vec<(f64, bool)> =
            (0..1000).map(|n| if n % 10 == 0 { (0.3, n % 20 == 0) } else { (0.999, n % 4 > 0) }).collect();
        let fitted = fit(&answers);
        assert!((fitted.of(0.999) - 7.0 / 9.0).abs() < 1e-6 && fitted.slope.abs() < 10.0, "{fitted:?}");
    }
}
