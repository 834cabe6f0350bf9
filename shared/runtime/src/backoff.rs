//! The wait before the next attempt: exponential, capped, with jitter. Pure.

use std::time::Duration;

/// The first wait.
const FIRST: Duration = Duration::from_millis(100);
/// The longest wait. It is long enough to leave a struggling server alone, and short enough to notice its
/// recovery within seconds.
const LONGEST: Duration = Duration::from_secs(5);

/// Returns the wait before retry number `attempt`, counted from 1.
///
/// The wait is between half and the whole of the exponential step. `seed` decides where: the same seed always
/// gives the same wait, and different seeds spread many waiters over time.
pub fn backoff(attempt: u32, seed: u64) -> Duration {
    // 16 doublings exceed the cap by far and cannot overflow the shift.
    let doublings = attempt.saturating_sub(1).min(16);
    let step = FIRST.saturating_mul(1 << doublings).min(LONGEST);
    let share = (scramble(seed ^ u64::from(attempt)) % 512) as u32;
    step / 2 + step / 1024 * share
}

/// Mixes the bits of a seed, so that neighbouring seeds give unrelated numbers. This is the finalizer of
/// SplitMix64 (Steele, Lea and Flood 2014).
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
    fn waits_grow_up_to_the_cap() {
        let millis = |attempt| backoff(attempt, 7).as_millis();
        assert!((50..=100).contains(&millis(1)));
        assert!((400..=800).contains(&millis(4)));
        assert!((2_500..=5_000).contains(&millis(30)));
        assert!((2_500..=5_000).contains(&millis(u32::MAX)));
    }

    #[test]
    fn different_seeds_give_different_waits() {
        let waits: std::collections::BTreeSet<Duration> = (0..50).map(|seed| backoff(3, seed)).collect();
        assert!(waits.len() > 30, "{} different waits", waits.len());
    }
}
