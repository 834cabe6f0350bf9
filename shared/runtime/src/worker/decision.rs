//! What becomes of a delivery. Pure: the loop only carries out the answer.
//!
//! | what happened | what follows |
//! |---|---|
//! | the next event is stored | acknowledge |
//! | the payload cannot be read, or the stage rejects it | set aside, terminate |
//! | the stage panicked for the first time | deliver again |
//! | the stage panicked again | set aside, terminate |
//! | the stage ran out of its time for the first time | deliver again, and end the worker: its thread is lost |
//! | the stage ran out of its time again | set aside, terminate, and end the worker |
//! | it began too often, alone among suspects, and did not end | set aside unprocessed as `crash_loop`, terminate |
//! | the next event is too large for the bus | set aside, terminate |
//! | the bus is out of reach | keep trying in place; it is no fault of the article and costs it no delivery |

use std::time::Duration;

use messages::{DeadReason, DecodeError, Rejection};

use crate::{
    backoff::backoff,
    topology::{LAST_DELIVERY, MAX_BEGINNINGS, SUSPECT_FROM},
};

/// Deliveries after which a panic, or running out of time, is taken to be the article's own doing.
const FORGIVEN: u64 = 1;
/// The wait before an article comes again that the stage did not finish in its time: longer than its worker
/// takes to end.
const AFTER_TIME_OUT: Duration = Duration::from_secs(6);

/// How processing a delivery ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Processed<E> {
    /// The stage made the next event.
    Made(E),
    /// The payload is not the event this subject promises.
    Undecodable(DecodeError),
    /// The stage says it can never succeed.
    Rejected(Rejection),
    /// The stage panicked.
    Panicked,
    /// The stage did not finish in its time; its thread still runs.
    TimedOut,
}

/// What to do with a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision<E> {
    /// Publish the next event, then acknowledge.
    Publish(E),
    /// Hand it back, to be delivered again after this wait.
    Retry(Duration),
    /// Set it aside with the reason, then terminate.
    SetAside(Reason),
}

/// Why an article is set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// As a subject token and label.
    pub code: DeadReason,
    /// As a sentence for a person, without article text.
    pub message: String,
}

impl Reason {
    fn new(code: DeadReason, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    /// The next event does not fit through the bus.
    pub fn too_large(message: impl Into<String>) -> Self {
        Self::new(DeadReason::TooLarge, message)
    }
}

/// Whether delivery number `attempt` must not be processed any more, after the article `began` so often, with no other
/// suspect beside it, without an end: most likely it takes its worker down.
///
/// Deliveries alone do not tell: a worker that dies takes all it has in hand with it.
pub fn before_processing(attempt: u64, began: u64) -> Option<Reason> {
    (began >= MAX_BEGINNINGS || attempt >= LAST_DELIVERY).then(|| {
        let ended = attempt.saturating_sub(1);
        let message =
            format!("{ended} deliveries and {began} beginnings ended without a word from the worker");
        Reason::new(DeadReason::CrashLoop, message)
    })
}

/// What to do with delivery number `attempt` that ended as `processed`; `seed` spreads retries apart.
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
        Processed::TimedOut if attempt <= FORGIVEN => Decision::Retry(AFTER_TIME_OUT),
        Processed::TimedOut => Decision::SetAside(Reason::new(
            DeadReason::TimedOut,
            format!("the stage did not finish in its time on delivery {attempt}"),
        )),
    }
}

/// Whether delivery number `attempt` is processed with no other suspect beside it. The last one is set aside at once: in
/// the queue, another suspect could prevent it.
pub fn is_suspect(attempt: u64) -> bool {
    (SUSPECT_FROM..LAST_DELIVERY).contains(&attempt)
}

/// Where a suspect stands in the queue, the smallest first.
///
/// A worker that dies takes with it whoever waits behind the culprit. So suspects go in the order of their places in the
/// stream and in the opposite order by turns: beside one culprit every innocent article is done by its third delivery,
/// wherever it stands.
pub fn turn_of_suspect(attempt: u64, sequence: u64) -> (u64, u64) {
    (attempt, if attempt.is_multiple_of(2) { sequence } else { u64::MAX - sequence })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `publish`, `retry`, or the reason's code.
    fn check(processed: Processed<()>, attempt: u64, expected: &str) {
        let shown = format!("{processed:?}, attempt {attempt}");
        let decided = match after_processing(processed, attempt, 1) {
            Decision::Publish(()) => "publish",
            Decision::Retry(_) => "retry",
            Decision::SetAside(reason) => reason.code.code(),
        };
        assert_eq!(decided, expected, "{shown}");
    }

    #[test]
    fn what_was_made_is_published_whatever_the_attempt() {
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
    fn one_panic_is_forgiven_the_next_is_not() {
        check(Processed::Panicked, 1, "retry");
        check(Processed::Panicked, 2, "panicked");
        check(Processed::Panicked, 4, "panicked");
    }

    #[test]
    fn every_redelivery_is_a_suspect_until_the_last() {
        for (attempt, expected) in [(1, false), (2, true), (3, true), (79, true), (80, false), (81, false)] {
            assert_eq!(is_suspect(attempt), expected, "{attempt}");
        }
    }

    #[test]
    fn one_time_out_is_forgiven_the_next_is_not() {
        check(Processed::TimedOut, 1, "retry");
        check(Processed::TimedOut, 2, "timed_out");
    }

    /// Articles 1 to 64 that a worker has in hand, the `culprits` of which kill it: whoever is set aside, and the delivery
    /// by which each of the others is done.
    fn in_hand_with(culprits: &[u64]) -> (Vec<u64>, u64) {
        let mut left: Vec<(u64, u64)> = (1..=64).map(|sequence| (sequence, 0)).collect();
        let (mut set_aside, mut innocent_until) = (vec![], 0);
        for attempt in 2..LAST_DELIVERY {
            left.sort_by_key(|(sequence, _)| turn_of_suspect(attempt, *sequence));
            while let Some((sequence, began)) = left.first_mut() {
                if before_processing(attempt, *began).is_some() {
                    set_aside.push(*sequence);
                } else if culprits.contains(sequence) {
                    *began += 1;
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
    fn the_culprits_are_set_aside_and_nobody_else() {
        for first in 1..=60 {
            for culprits in [vec![first], vec![first, first + 2, first + 4], vec![1, 2, first + 3, 64]] {
                assert_eq!(in_hand_with(&culprits).0, culprits);
            }
        }
    }

    #[test]
    fn beside_one_culprit_everybody_is_done_by_the_third_delivery() {
        let latest = (1..=64).map(|culprit| in_hand_with(&[culprit]).1).max();
        assert_eq!(latest, Some(3));
    }

    #[test]
    fn what_began_too_often_is_set_aside_unprocessed() {
        let set_aside = |attempt, began| before_processing(attempt, began).map(|reason| reason.code);
        assert_eq!(set_aside(1, 0), None);
        assert_eq!(set_aside(MAX_BEGINNINGS + 1, MAX_BEGINNINGS - 1), None);
        assert_eq!(set_aside(MAX_BEGINNINGS + 2, MAX_BEGINNINGS), Some(DeadReason::CrashLoop));
        assert_eq!(set_aside(LAST_DELIVERY - 1, 0), None);
        assert_eq!(set_aside(LAST_DELIVERY, 0), Some(DeadReason::CrashLoop));
    }
}
