//! What hinders this process now: each obstacle with the stream, consumer or subject concerned.
//!
//! A change is logged once, not with every attempt that fails. `/readyz`, the metrics and `wiredesk doctor`
//! read the current state.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use serde::{Serialize, Serializer, ser::SerializeStruct};
use tokio::time::Instant;
use tracing::{info, warn};

use crate::obstacle::Obstacle;

/// An obstacle that was not met again for this long is gone. Every attempt that fails meets it again: a
/// publish at least every ten seconds, a pull every seven.
const FORGOTTEN_AFTER: Duration = Duration::from_secs(30);
/// The shortest time between two log lines about the same obstacle, for a stream that is almost full and
/// takes some events.
const QUIET: Duration = Duration::from_secs(30);
/// The highest number of obstacles to remember. It bounds the memory, whatever the server answers.
const MOST: usize = 64;

/// One obstacle in one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Standstill {
    /// The obstacle.
    pub reason: Obstacle,
    /// The stream, consumer or subject concerned: `stream ARTICLES_DEAD`. Empty if there is nothing to name.
    pub what: String,
}

impl Standstill {
    /// Creates the standstill that `reason` causes at `what`.
    pub(crate) fn new(reason: Obstacle, what: impl Into<String>) -> Self {
        Self { reason, what: what.into() }
    }

    /// Reports whether this is over once `stream` has stored a message that was published on `subject`.
    pub(crate) fn is_over_once_stored(&self, stream: &str, subject: &str) -> bool {
        if self.reason == Obstacle::NotAllowed {
            let allowed = self.what.strip_prefix("publish on ").map(|allowed| allowed.trim_end_matches('>'));
            return allowed.is_some_and(|allowed| subject.starts_with(allowed));
        }
        self.what.strip_prefix("stream ").is_some_and(|name| name == stream)
    }
}

impl fmt::Display for Standstill {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.reason.sentence())?;
        if self.what.is_empty() { Ok(()) } else { write!(formatter, " ({})", self.what) }
    }
}

/// Reports whether nothing hinders a process.
///
/// # Errors
///
/// The obstacles, one a line, each with its remedy.
pub(crate) fn explained(standstills: &[Standstill]) -> Result<(), String> {
    let lines = standstills.iter().map(|it| format!("{}: {it}; {}", it.reason, it.reason.remedy()));
    let lines: Vec<String> = lines.collect();
    if lines.is_empty() { Ok(()) } else { Err(lines.join("\n")) }
}

impl Serialize for Standstill {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("Standstill", 4)?;
        members.serialize_field("reason", self.reason.code())?;
        members.serialize_field("what", &self.what)?;
        members.serialize_field("sentence", self.reason.sentence())?;
        members.serialize_field("remedy", self.reason.remedy())?;
        members.end()
    }
}

/// The obstacles that this process has met.
#[derive(Debug, Default)]
pub struct Standstills {
    /// Whether any obstacle lasts, so that a process without one pays a single load.
    any: AtomicBool,
    known: Mutex<BTreeMap<Standstill, Known>>,
}

#[derive(Debug)]
struct Known {
    /// The last time it was met.
    met: Instant,
    lasts: bool,
    /// The last time it was logged.
    logged: Option<Instant>,
    /// Whether the log says that it lasts.
    announced: bool,
}

impl Standstills {
    /// Records that `reason` hinders this process at `what`. `cause` is what the server reported, if
    /// anything.
    pub(crate) fn report(&self, reason: Obstacle, what: impl Into<String>, cause: &str) {
        self.record(reason, what, Some(cause));
    }

    /// Records what hinders this process, and leaves the log to the caller.
    pub(crate) fn note(&self, reason: Obstacle, what: impl Into<String>) {
        self.record(reason, what, None);
    }

    fn record(&self, reason: Obstacle, what: impl Into<String>, cause: Option<&str>) {
        let standstill = Standstill::new(reason, what);
        let now = Instant::now();
        let mut known = self.known();
        let explained = known.iter().any(|(other, state)| state.lasts && explains(other.reason, reason));
        if known.len() >= MOST {
            known.retain(|_, state| state.lasts);
        }
        if known.len() >= MOST && !known.contains_key(&standstill) {
            return;
        }
        let state = known.entry(standstill.clone()).or_insert(Known {
            met: now,
            lasts: false,
            logged: None,
            announced: false,
        });
        state.met = now;
        state.lasts = true;
        self.any.store(true, Ordering::Relaxed);
        let is_news = state.logged.is_none_or(|logged| now.saturating_duration_since(logged) >= QUIET);
        if let Some(cause) = cause
            && !state.announced
            && is_news
            && !explained
        {
            (state.logged, state.announced) = (Some(now), true);
            let (what, remedy) = (&standstill.what, reason.remedy());
            warn!(reason = reason.code(), what, error = cause, remedy, "{}", reason.sentence());
        }
    }

    /// Removes the obstacles that `is_gone` selects.
    pub(crate) fn clear(&self, is_gone: impl Fn(&Standstill) -> bool) {
        if self.any.load(Ordering::Relaxed) {
            self.remove(|standstill, _| is_gone(standstill));
        }
    }

    /// Returns the obstacles that hinder this process now.
    pub(crate) fn current(&self) -> Vec<Standstill> {
        if !self.any.load(Ordering::Relaxed) {
            return Vec::new();
        }
        let now = Instant::now();
        self.remove(|_, state| now.saturating_duration_since(state.met) >= FORGOTTEN_AFTER);
        let known = self.known();
        let lasting = || known.iter().filter(|(_, state)| state.lasts).map(|(standstill, _)| standstill);
        let is_explained = |reason| lasting().any(|other| explains(other.reason, reason));
        lasting().filter(|standstill| !is_explained(standstill.reason)).cloned().collect()
    }

    fn remove(&self, is_gone: impl Fn(&Standstill, &Known) -> bool) {
        let mut known = self.known();
        for (standstill, state) in known.iter_mut().filter(|(_, state)| state.lasts) {
            if is_gone(standstill, state) {
                state.lasts = false;
                if std::mem::take(&mut state.announced) {
                    let (reason, what) = (standstill.reason.code(), &standstill.what);
                    info!(reason, what, "no longer: {}", standstill.reason.sentence());
                }
            }
        }
        self.any.store(known.values().any(|state| state.lasts), Ordering::Relaxed);
    }

    fn known(&self) -> MutexGuard<'_, BTreeMap<Standstill, Known>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Reports whether `cause` explains `effect`: a server that refuses the user, or whose certificate is wrong, is
/// why there is no connection, and any obstacle may be why there is no confirmation.
fn explains(cause: Obstacle, effect: Obstacle) -> bool {
    match effect {
        Obstacle::Unconfirmed => cause != Obstacle::Unconfirmed,
        Obstacle::Disconnected => matches!(cause, Obstacle::Authorization | Obstacle::Tls),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STREAM: &str = "stream ARTICLES_DETECTED";

    fn reasons(standstills: &Standstills) -> Vec<Obstacle> {
        standstills.current().into_iter().map(|standstill| standstill.reason).collect()
    }

    #[tokio::test(start_paused = true)]
    async fn an_obstacle_lasts_until_it_is_cleared_or_not_met_again() {
        let standstills = Standstills::default();
        assert!(standstills.current().is_empty());
        standstills.report(Obstacle::StreamFull, STREAM, "");
        standstills.report(Obstacle::StreamFull, STREAM, "");
        assert_eq!(standstills.current(), [Standstill::new(Obstacle::StreamFull, STREAM)]);
        standstills.clear(|standstill| standstill.what == "stream ARTICLES_DEAD");
        assert_eq!(reasons(&standstills), [Obstacle::StreamFull]);
        standstills.clear(|standstill| standstill.what == STREAM);
        assert!(standstills.current().is_empty());

        standstills.report(Obstacle::NotAllowed, "publish on a.b", "");
        tokio::time::advance(FORGOTTEN_AFTER / 2).await;
        assert_eq!(reasons(&standstills), [Obstacle::NotAllowed]);
        tokio::time::advance(FORGOTTEN_AFTER / 2).await;
        assert!(standstills.current().is_empty());
    }

    #[tokio::test(start_paused = true)]
    async fn a_missing_confirmation_is_named_only_if_nothing_explains_it() {
        let standstills = Standstills::default();
        standstills.report(Obstacle::Unconfirmed, STREAM, "timed out");
        assert_eq!(reasons(&standstills), [Obstacle::Unconfirmed]);
        standstills.report(Obstacle::NotAllowed, "publish on a.b", "");
        assert_eq!(reasons(&standstills), [Obstacle::NotAllowed]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_stream_that_is_full_now_and_then_is_logged_once_in_half_a_minute() {
        let standstills = Standstills::default();
        let is_announced = || standstills.known().values().all(|state| state.announced);
        standstills.report(Obstacle::StreamFull, STREAM, "");
        assert!(is_announced());
        standstills.clear(|_| true);
        standstills.report(Obstacle::StreamFull, STREAM, "");
        assert!(!is_announced() && reasons(&standstills) == [Obstacle::StreamFull]);
        tokio::time::advance(QUIET).await;
        standstills.report(Obstacle::StreamFull, STREAM, "");
        assert!(is_announced());
    }

    #[tokio::test(start_paused = true)]
    async fn remembers_a_bounded_number_of_obstacles() {
        let standstills = Standstills::default();
        for number in 0..10 * MOST {
            standstills.report(Obstacle::NotAllowed, format!("publish on subject {number}"), "");
        }
        assert_eq!(standstills.current().len(), MOST);
    }

    #[test]
    fn a_standstill_is_a_sentence_for_people_and_an_object_for_programs() {
        let standstill = Standstill::new(Obstacle::StreamFull, STREAM);
        assert_eq!(standstill.to_string(), "a stream is full and refuses events (stream ARTICLES_DETECTED)");
        let value = serde_json::to_value(&standstill).unwrap();
        assert_eq!((&value["reason"], &value["what"]), (&"stream_full".into(), &STREAM.into()));
        assert_eq!(value["remedy"], Obstacle::StreamFull.remedy());
    }
}
