//! The decision about a delivery. It is pure; the worker loop only carries it out.
//!
//! | what happened | what follows |
//! |---|---|
//! | the next event is stored | acknowledge |
//! | the headers or the payload cannot be read, or the stage rejects it | dead letter, terminate |
//! | the stage panicked for the first time | deliver again |
//! | the stage panicked again | dead letter, terminate |
//! | the stage exceeded its time for the first time | deliver again, and stop the worker, which lost a thread |
//! | the stage exceeded its time again | dead letter, terminate, and stop the worker |
//! | no thread is left to run the stage | deliver again, and stop the worker |
//! | the article started too often as the only suspect and did not end | dead letter `crash_loop`, terminate |
//! | the next event is too large for the bus | dead letter, terminate |
//! | the bus is unreachable or the next stream is full | keep trying; the article is not at fault and uses up no delivery |
//! | the bus does not take the dead letter | wait without permit and thread; renew the ack timeout; use up no delivery |
//! | the worker stops while the dead letter waits | return the delivery; its start does not count as unfinished |
//! | the server forgets that a suspect with a result is acknowledged | process again; its start does not count as unfinished |

use std::time::Duration;

use messages::{DeadReason, DecodeError, Rejection};

use crate::{
    backoff::backoff,
    broker::RETURNED,
    topology::{LAST_DELIVERY, MAX_STARTS, SUSPECT_FROM},
};

/// The number of deliveries that may panic or time out before the article is considered the cause.
const FORGIVEN: u64 = 1;
/// The wait before an article that timed out is delivered again. It is longer than the worker needs to stop,
/// so that the article does not return to the same worker.
const AFTER_TIME_OUT: Duration = Duration::from_secs(6);

/// How processing a delivery ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Processed<E> {
    /// The stage made the next event.
    Made(E),
    /// The payload is not the event that its subject promises.
    Undecodable(DecodeError),
    /// The stage rejected the event.
    Rejected(Rejection),
    /// The stage panicked.
    Panicked,
    /// The stage exceeded its time. Its thread still runs.
    TimedOut,
    /// No thread was left to run the stage.
    Lost,
}

/// What to do with a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision<E> {
    /// Publish the next event, then acknowledge.
    Publish(E),
    /// Return the delivery to the bus, which delivers it again after this wait.
    Retry(Duration),
    /// Publish a dead letter with this reason, then terminate.
    SetAside(Reason),
}

/// The reason for a dead letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The code, for the subject and for metrics.
    pub code: DeadReason,
    /// The explanation for people, without article text.
    pub message: String,
}

impl Reason {
    fn new(code: DeadReason, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    /// Creates the reason for a message whose headers cannot be read, because of this fault.
    pub fn unreadable_headers(fault: &str) -> Self {
        Self::new(DeadReason::UnreadableHeaders, format!("the publisher's headers cannot be read: {fault}"))
    }

    /// Creates the reason for an event that does not fit through the bus.
    pub fn too_large(message: impl Into<String>) -> Self {
        Self::new(DeadReason::TooLarge, message)
    }
}

/// Decides before processing whether delivery number `attempt` must become a dead letter, because the article
/// most likely crashes its worker. `starts` counts how often it started as the only suspect without an end.
///
/// The number of deliveries alone proves nothing, because a dying worker takes all its in-flight articles
/// with it.
pub fn before_processing(attempt: u64, starts: u64) -> Option<Reason> {
    (starts >= MAX_STARTS || attempt >= LAST_DELIVERY).then(|| {
        let deliveries = attempt.saturating_sub(1);
        let message = format!(
            "the worker terminated without settling this article ({deliveries} deliveries, {starts} starts)"
        );
        Reason::new(DeadReason::CrashLoop, message)
    })
}

/// Decides what to do with delivery number `attempt` that ended as `processed`. `seed` spreads retries over
/// time.
pub fn after_processing<E>(processed: Processed<E>, attempt: u64, seed: u64) -> Decision<E> {
    match processed {
        Processed::Made(event) => Decision::Publish(event),
        Processed::Undecodable(error) => Decision::SetAside(Reason::new(error.reason(), error.to_string())),
        Processed::Rejected(rejection) => {
            Decision::SetAside(Reason::new(DeadReason::Rejected, rejection.message))
        }
        Processed::Panicked if attempt <= FORGIVEN => {
            Decision::Retry(backoff(u32::try_from(attempt).unwrap_or(u32::MAX), seed))
        }
        Processed::Panicked => Decision::SetAside(Reason::new(
            DeadReason::Panicked,
            format!("the stage panicked on delivery {attempt}"),
        )),
        Processed::Lost => Decision::Retry(RETURNED),
        Processed::TimedOut if attempt <= FORGIVEN => Decision::Retry(AFTER_TIME_OUT),
        Processed::TimedOut => Decision::SetAside(Reason::new(
            DeadReason::TimedOut,
            format!("the stage exceeded its time limit on delivery {attempt}"),
        )),
    }
}

/// Reports whether delivery number `attempt` is a suspect, which is processed while no other suspect is.
///
/// The last delivery is not: it becomes a dead letter at once. In the queue, another suspect could crash the
/// worker first.
pub fn is_suspect(attempt: u64) -> bool {
    (SUSPECT_FROM..LAST_DELIVERY).contains(&attempt)
}

/// Returns the place of a suspect in the queue. The smallest goes first.
///
/// A dying worker takes every article with it that waits behind the culprit. So suspects go in stream order
/// on even deliveries and in reverse order on odd ones. With a single culprit, every innocent article is then
/// done by its third delivery, wherever it is.
pub fn turn_of_suspect(attempt: u64, sequence: u64) -> (u64, u64) {
    (attempt, if attempt.is_multiple_of(2) { sequence } else { u64::MAX - sequence })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks a decision. `expected` is `publish`, `retry`, or the code of the reason.
    fn check(processed: Processed<()>, attempt: u64, expected: &str) {
        let case = format!("{processed:?}, attempt {attempt}");
        let decision = match after_processing(processed, attempt, 1) {
            Decision::Publish(()) => "publish",
            Decision::Retry(_) => "retry",
            Decision::SetAside(reason) => reason.code.code(),
        };
        assert_eq!(decision, expected, "{case}");
    }

    #[test]
    fn an_event_is_published_whatever_the_attempt() {
        check(Processed::Made(()), 1, "publish");
        check(Processed::Made(()), 4, "publish");
    }

    #[test]
    fn what_can_never_succeed_is_set_aside_at_once() {
        check(Processed::Undecodable(DecodeError::EmptyBody), 1, "empty_body");
        check(Processed::Undecodable(DecodeError::InvalidJson("line 1".into())), 1, "invalid_json");
        check(Processed::Rejected(Rejection::new("more than the model reads")), 1, "rejected");
    }

    #[test]
    fn the_first_panic_is_retried_and_the_second_is_not() {
        check(Processed::Panicked, 1, "retry");
        check(Processed::Panicked, 2, "panicked");
        check(Processed::Panicked, 4, "panicked");
    }

    #[test]
    fn every_redelivery_except_the_last_is_a_suspect() {
        for (attempt, expected) in [(1, false), (2, true), (3, true), (79, true), (80, false), (81, false)] {
            assert_eq!(is_suspect(attempt), expected, "{attempt}");
        }
    }

    #[test]
    fn the_first_time_out_is_retried_and_the_second_is_not() {
        check(Processed::TimedOut, 1, "retry");
        check(Processed::TimedOut, 2, "timed_out");
    }

    #[test]
    fn an_article_that_no_thread_runs_is_not_at_fault() {
        for attempt in [1, 2, LAST_DELIVERY] {
            check(Processed::Lost, attempt, "retry");
        }
    }

    /// Simulates a worker with articles 1 to 64 in flight, the `culprits` of which crash it. Returns the
    /// articles that become dead letters, and the delivery by which all others are done.
    fn simulate(culprits: &[u64]) -> (Vec<u64>, u64) {
        let mut left: Vec<(u64, u64)> = (1..=64).map(|sequence| (sequence, 0)).collect();
        let (mut set_aside, mut innocent_until) = (vec![], 0);
        for attempt in 2..LAST_DELIVERY {
            left.sort_by_key(|(sequence, _)| turn_of_suspect(attempt, *sequence));
            while let Some((sequence, starts)) = left.first_mut() {
                if before_processing(attempt, *starts).is_some() {
                    set_aside.push(*sequence);
                } else if culprits.contains(sequence) {
                    *starts += 1;
                    break;
                } else {
                    innocent_until = attempt;
                }
                left.remove(0);
            }
        }
        set_aside.sort_unstable();
        (set_aside, innocent_until)
    }

    #[test]
    fn only_the_culprits_are_set_aside() {
        for first in 1..=60 {
            for culprits in [vec![first], vec![first, first + 2, first + 4], vec![1, 2, first + 3, 64]] {
                assert_eq!(simulate(&culprits).0, culprits);
            }
        }
    }

    #[test]
    fn with_one_culprit_all_others_are_done_by_the_third_delivery() {
        let latest = (1..=64).map(|culprit| simulate(&[culprit]).1).max();
        assert_eq!(latest, Some(3));
    }

    #[test]
    fn an_article_that_started_too_often_is_set_aside_unprocessed() {
        let set_aside = |attempt, starts| before_processing(attempt, starts).map(|reason| reason.code);
        assert_eq!(set_aside(1, 0), None);
        assert_eq!(set_aside(MAX_STARTS + 1, MAX_STARTS - 1), None);
        assert_eq!(set_aside(MAX_STARTS + 2, MAX_STARTS), Some(DeadReason::CrashLoop));
        assert_eq!(set_aside(LAST_DELIVERY - 1, 0), None);
        assert_eq!(set_aside(LAST_DELIVERY, 0), Some(DeadReason::CrashLoop));
    }
}
