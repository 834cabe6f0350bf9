//! When a feed is polled next. Pure.

use std::time::Duration;

/// The longest wait after failures, and the longest that a server can ask for.
const LONGEST: Duration = Duration::from_hours(6);
/// The wait after the server said that the feed is gone for good (410). Some servers say so by mistake.
const GONE: Duration = Duration::from_hours(24);
/// The part of a wait by which feeds of one interval are spread, so that they are not polled all at once.
const SPREAD: u32 = 20;

/// How a poll ended, as far as the schedule is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The feed was read, or is unchanged.
    Read,
    /// It could not be read.
    Failed,
    /// The server said that it is gone for good.
    Gone,
}

/// Returns the time until the next poll.
///
/// `every` is the feed's interval. `failures` counts the failed polls in a row, this one included. `asked` is what
/// the server asked for in `Retry-After`. `seed` spreads feeds: the same one always gives the same wait.
pub fn next_poll(
    every: Duration,
    ending: Ending,
    failures: u32,
    asked: Option<Duration>,
    seed: u64,
) -> Duration {
    let wait = match ending {
        Ending::Read => every,
        Ending::Failed => {
            every.saturating_mul(1 << failures.saturating_sub(1).min(16)).min(LONGEST.max(every))
        }
        Ending::Gone => GONE.max(every),
    };
    let asked = asked.unwrap_or_default().min(LONGEST);
    let wait = wait.max(asked);
    wait + wait / SPREAD / 1024 * u32::try_from(seed % 1024).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERY: Duration = Duration::from_mins(10);

    fn check(ending: Ending, failures: u32, asked: Option<u64>, expected_minutes: u64) {
        let wait = next_poll(EVERY, ending, failures, asked.map(Duration::from_mins), 0);
        assert_eq!(wait, Duration::from_mins(expected_minutes));
    }

    #[test]
    fn a_feed_is_polled_at_its_interval() {
        check(Ending::Read, 0, None, 10);
    }

    #[test]
    fn failures_double_the_wait_up_to_a_bound() {
        for (failures, minutes) in [(1, 10), (2, 20), (3, 40), (6, 320), (7, 360), (u32::MAX, 360)] {
            check(Ending::Failed, failures, None, minutes);
        }
        let slow = Duration::from_hours(24);
        assert_eq!(next_poll(slow, Ending::Failed, 5, None, 0), slow);
    }

    #[test]
    fn a_server_may_ask_for_more_but_not_for_less_or_for_ever() {
        check(Ending::Failed, 1, Some(30), 30);
        check(Ending::Read, 0, Some(1), 10);
        check(Ending::Failed, 1, Some(60 * 24 * 365), 360);
    }

    #[test]
    fn a_feed_that_is_gone_is_asked_for_once_a_day() {
        check(Ending::Gone, 1, None, 24 * 60);
    }

    #[test]
    fn feeds_are_spread_by_a_twentieth_of_the_wait() {
        let waits: std::collections::BTreeSet<Duration> =
            (0..1024).map(|seed| next_poll(EVERY, Ending::Read, 0, None, seed)).collect();
        assert!(waits.len() > 1_000);
        assert!(waits.iter().all(|wait| (EVERY..EVERY + EVERY / 20).contains(wait)));
    }
}
