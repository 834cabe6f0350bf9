//! Bootstrap intervals: how much a figure depends on the choice of texts (Efron and Tibshirani 1993).

use crate::random::Draws;

/// Number of resamples.
const RESAMPLES: usize = 1000;

/// Returns the 95 % interval of the mean of `differences`, one for each text, by a paired bootstrap over
/// texts.
///
/// The draws start from a fixed seed, so the same differences give the same interval.
pub fn paired_interval(differences: &[f64]) -> (f64, f64) {
    interval(differences.len(), |drawn| {
        let drawn = drawn.iter().filter_map(|text| differences.get(*text));
        drawn.sum::<f64>() / differences.len() as f64
    })
}

/// Returns the 95 % interval of `figure` by a bootstrap over texts. `figure` takes the numbers of the drawn
/// texts.
pub fn interval(texts: usize, figure: impl Fn(&[usize]) -> f64) -> (f64, f64) {
    if texts == 0 {
        return (0.0, 0.0);
    }
    let mut random = Draws::new(1);
    let mut figures: Vec<f64> = (0..RESAMPLES)
        .map(|_| {
            let drawn: Vec<usize> = (0..texts).map(|_| random.below(texts)).collect();
            figure(&drawn)
        })
        .collect();
    figures.sort_by(f64::total_cmp);
    // The interval between the 2.5th and the 97.5th percentile of the resampled figures.
    let quantile = |share: f64| figures.get((share * (RESAMPLES - 1) as f64).round() as usize).copied();
    (quantile(0.025).unwrap_or_default(), quantile(0.975).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_constant_difference_has_no_spread() {
        let (low, high) = paired_interval(&[0.25; 40]);
        assert!((low - 0.25).abs() < 1e-12 && (high - 0.25).abs() < 1e-12);
    }

    #[test]
    fn the_interval_of_a_fair_coin_is_two_standard_errors_wide_on_each_side() {
        // Mean 0, standard deviation 1, 400 texts: standard error 0.05, so about ±0.098.
        let coin: Vec<f64> = (0..400).map(|toss| if toss % 2 == 0 { 1.0 } else { -1.0 }).collect();
        let (low, high) = paired_interval(&coin);
        assert!((low + 0.098).abs() < 0.02 && (high - 0.098).abs() < 0.02, "{low} {high}");
    }

    #[test]
    fn the_same_differences_give_the_same_interval() {
        let differences = [0.1, -0.2, 0.4];
        assert_eq!(paired_interval(&differences), paired_interval(&differences));
    }
}
