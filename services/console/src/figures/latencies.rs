//! The times that a stage took, of the last five minutes.

use std::collections::VecDeque;

/// How long a time counts, in nanoseconds.
const WINDOW: i64 = 300 * 1_000_000_000;
/// How many times are kept. Those of a fast pipeline cover less than five minutes, which is still many.
const MOST: usize = 4_096;

/// When results were stored, and how long after their inputs, in nanoseconds.
#[derive(Debug, Default)]
pub(super) struct Latencies(VecDeque<(i64, i64)>);

impl Latencies {
    pub(super) fn add(&mut self, at: i64, latency: i64) {
        self.0.push_back((at, latency));
        if self.0.len() > MOST {
            self.0.pop_front();
        }
    }

    /// Returns the times in seconds that these shares stay below; `None` without any time in the window.
    pub(super) fn percentiles<const N: usize>(&self, now: i64, shares: [f64; N]) -> [Option<f64>; N] {
        let recent = self.0.iter().filter(|(at, _)| now - at <= WINDOW);
        let mut times: Vec<i64> = recent.map(|(_, latency)| *latency).collect();
        times.sort_unstable();
        shares.map(|share| {
            // The nearest rank.
            let rank = (share * times.len() as f64).ceil() as usize;
            times.get(rank.max(1) - 1).map(|time| *time as f64 / 1e9)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: i64 = 1_000_000_000;

    #[test]
    fn percentiles_are_those_of_the_last_five_minutes() {
        let mut latencies = Latencies::default();
        latencies.add(0, 900 * SECOND);
        (1..=100).for_each(|seconds| latencies.add(400 * SECOND, seconds * SECOND));
        assert_eq!(
            latencies.percentiles(500 * SECOND, [0.5, 0.99, 1.0]),
            [Some(50.0), Some(99.0), Some(100.0)]
        );
        assert_eq!(latencies.percentiles(2_000 * SECOND, [0.5]), [None]);
    }

    #[test]
    fn few_times_are_kept() {
        let mut latencies = Latencies::default();
        (0..10_000).for_each(|time| latencies.add(time, time));
        assert_eq!(latencies.0.len(), MOST);
    }
}
