//! How long to wait before the next try: exponential, capped, with jitter. Pure.

use std::time::Duration;

/// First wait.
const FIRST: Duration = Duration::from_millis(100);
/// Longest wait, jitter aside: long enough to leave a struggling server alone, short enough that
/// recovery is noticed within seconds.
const LONGEST: Duration = Duration::from_secs(5);

/// The wait before try number `attempt` (1 is the first retry).
///
/// `seed` spreads many waiters apart: the same seed always gives the same wait, between one half
/// and the whole of the exponential step.
pub(crate) fn backoff(attempt: u32, seed: u64) -> Duration {
    let doublings = attempt.saturating_sub(1).min(16);
    let step = FIRST.saturating_mul(1 << doublings).min(LONGEST);
    let share = (scramble(seed ^ u64::from(attempt)) % 512) as u32;
    step / 2 + step / 1024 * share
}

/// SplitMix64's mixing step (Steele, Lea and Flood 2014): neighbouring seeds give unrelated numbers.
pub(crate) fn scramble(seed: u64) -> u64 {
    let mut mixed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_are_capped() {
        let millis = |attempt| backoff(attempt, 7).as_millis();
        assert!((50..=100).contains(&millis(1)));
        assert!((400..=800).contains(&millis(4)));
        assert!((2_500..=5_000).contains(&millis(30)));
        assert!((2_500..=5_000).contains(&millis(u32::MAX)));
    }

    #[test]
    fn waiters_with_different_seeds_wait_apart() {
        let waits: std::collections::BTreeSet<Duration> = (0..50).map(|seed| backoff(3, seed)).collect();
        assert!(waits.len() > 30, "{} different waits", waits.len());
    }
}
