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
//! | it has been delivered too often | set aside unprocessed as `crash_loop`, terminate |
//! | the next event is too large for the bus | set aside, terminate |
//! | the bus is out of reach | keep trying in place; it is no fault of the article and costs it no delivery |

use std::time::Duration;

use messages::{DecodeError, Rejection};

use crate::{
    backoff::{backoff, scramble},
    topology::{MAX_DELIVER, SUSPECT_FROM},
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
    pub code: &'static str,
    /// As a sentence for a person, without article text.
    pub message: String,
}

impl Reason {
    fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    /// The next event does not fit through the bus.
    pub fn too_large(message: impl Into<String>) -> Self {
        Self::new("too_large", message)
    }
}

/// Whether delivery number `attempt` must not be processed any more.
///
/// Every attempt before ended without a word, most likely because the article takes its worker down.
pub fn before_processing(attempt: u64) -> Option<Reason> {
    (attempt >= MAX_DELIVER).then(|| {
        let message = format!("{} deliveries ended without an answer from the worker", attempt - 1);
        Reason::new("crash_loop", message)
    })
}

/// What to do with delivery number `attempt` that ended as `processed`; `seed` spreads retries apart.
pub fn after_processing<E>(processed: Processed<E>, attempt: u64, seed: u64) -> Decision<E> {
    match processed {
        Processed::Made(event) => Decision::Publish(event),
        Processed::Undecodable(error) => Decision::SetAside(Reason::new(error.code(), error.to_string())),
        Processed::Rejected(rejection) => Decision::SetAside(Reason::new(rejection.code, rejection.message)),
        Processed::Panicked if attempt <= FORGIVEN => {
            Decision::Retry(backoff(u32::try_from(attempt).unwrap_or(u32::MAX), seed))
        }
        Processed::Panicked => {
            Decision::SetAside(Reason::new("panicked", format!("the stage panicked on delivery {attempt}")))
        }
        Processed::TimedOut if attempt <= FORGIVEN => Decision::Retry(AFTER_TIME_OUT),
        Processed::TimedOut => Decision::SetAside(Reason::new(
            "timed_out",
            format!("the stage did not finish in its time on delivery {attempt}"),
        )),
    }
}

/// Whether delivery number `attempt` is processed with no other suspect beside it. What is not processed any more is
/// set aside at once: in the queue, another suspect could prevent it.
pub fn is_suspect(attempt: u64) -> bool {
    (SUSPECT_FROM..MAX_DELIVER).contains(&attempt)
}

/// Where a suspect stands in the queue, the smallest first.
///
/// A worker that dies takes with it whoever waits behind the culprit. So the first time suspects go in the
/// order of their places in the stream, the second time in the opposite order, then in any: beside one culprit
/// every innocent article has its turn before it once, wherever it stands.
pub fn turn_of_suspect(attempt: u64, sequence: u64) -> (u64, u64) {
    let order = match attempt.saturating_sub(SUSPECT_FROM) {
        0 => sequence,
        1 => u64::MAX - sequence,
        _ => scramble(sequence ^ scramble(attempt)),
    };
    (attempt, order)
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
            Decision::SetAside(reason) => reason.code,
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
        check(Processed::Rejected(Rejection::new("too_long", "more than the model reads")), 1, "too_long");
    }

    #[test]
    fn one_panic_is_forgiven_the_next_is_not() {
        check(Processed::Panicked, 1, "retry");
        check(Processed::Panicked, 2, "panicked");
        check(Processed::Panicked, 4, "panicked");
    }

    #[test]
    fn suspects_take_turns_until_they_are_set_aside() {
        for (attempt, expected) in [(1, false), (2, false), (3, true), (7, true), (8, false), (9, false)] {
            assert_eq!(is_suspect(attempt), expected, "{attempt}");
        }
    }

    #[test]
    fn one_time_out_is_forgiven_the_next_is_not() {
        check(Processed::TimedOut, 1, "retry");
        check(Processed::TimedOut, 2, "timed_out");
    }

    /// Suspects that a worker took in hand together, with `culprits` among them: who is set aside?
    fn set_aside_beside(culprits: &[u64]) -> usize {
        let mut left: Vec<u64> = (1..=64).collect();
        for attempt in SUSPECT_FROM..MAX_DELIVER {
            left.sort_by_key(|sequence| turn_of_suspect(attempt, *sequence));
            let dies = left.iter().position(|sequence| culprits.contains(sequence)).unwrap_or(left.len());
            left.drain(..dies);
        }
        left.len()
    }

    #[test]
    fn beside_one_culprit_no_innocent_article_is_set_aside() {
        for culprit in 1..=64 {
            assert_eq!(set_aside_beside(&[culprit]), 1, "culprit {culprit}");
        }
    }

    #[test]
    fn beside_several_culprits_few_innocent_articles_are() {
        let innocent = |culprits: &[u64]| set_aside_beside(culprits) - culprits.len();
        let worst = (1..=60).map(|first| innocent(&[first, first + 2, first + 4])).max();
        assert!(worst <= Some(3), "{worst:?}");
    }

    #[test]
    fn the_last_delivery_is_set_aside_unprocessed() {
        assert_eq!(before_processing(1), None);
        assert_eq!(before_processing(MAX_DELIVER - 1), None);
        assert_eq!(before_processing(MAX_DELIVER).map(|reason| reason.code), Some("crash_loop"));
        assert_eq!(before_processing(MAX_DELIVER + 3).map(|reason| reason.code), Some("crash_loop"));
    }
}
