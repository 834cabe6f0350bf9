//! Where a new consumer starts. Pure.
//!
//! A consumer can be made anew while its stream still holds events: somebody deleted it, or restored the streams
//! without it. If it began with the first event, everything would be processed again. The next stream
//! recognizes only results of the last hour, so older ones would be stored twice.

use std::{fmt, time::Duration};

use time::OffsetDateTime;

/// One event of the consumer's stream and lane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Input {
    /// The sequence in its stream.
    pub(super) sequence: u64,
    /// When its result or its dead letter was stored. `None` if it has neither.
    pub(super) done_at: Option<OffsetDateTime>,
}

/// Where a new consumer starts, and what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Start {
    /// The sequence of the first event that it delivers. `None` for the first of the stream.
    pub(super) first: Option<u64>,
    /// The sequences of earlier events without a result. They are published again, after all others.
    pub(super) left_behind: Vec<u64>,
    /// The number of events of the lane.
    total: usize,
    /// The number of events with a result or a dead letter.
    done: usize,
    /// The number of these that it delivers again.
    repeated: usize,
    /// How long the results of those are still recognized.
    recognized_for: Duration,
}

/// How long results are recognized, and how young they must be to count on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Window {
    /// The shortest duplicate window of the streams that store results.
    pub(super) duplicates: Duration,
    /// The time of the server.
    pub(super) now: OffsetDateTime,
}

impl Window {
    /// The age up to which results may be made once more: ten minutes of the usual hour.
    ///
    /// It is long enough that no worker still holds an older event. It leaves the rest of the window to start
    /// workers, and to process these events again.
    fn young(self) -> Duration {
        self.duplicates / 6
    }
}

/// Chooses where a consumer starts, so that every event gets a result and none a second one.
///
/// The consumer skips events up to the last one that has an old result. Events before that without a result
/// are *left behind* and must be published again. Of the later events, it skips those before the first without
/// a result. All others follow in order. Those of them that have a result are younger than the duplicate
/// window, so the next stream recognizes their results. This also covers events that a worker has in its hands
/// right now.
pub(super) fn choose(inputs: &[Input], window: Window) -> Start {
    let is_old = |input: &Input| input.done_at.is_some_and(|at| at < window.now - window.young());
    let settled = inputs.iter().rposition(is_old).map_or(0, |last| last + 1);
    let (before, after) = inputs.split_at(settled);
    let without_result = |input: &&Input| input.done_at.is_none();
    let next = after.iter().find(without_result).map(|input| input.sequence);
    let done = inputs.iter().filter(|input| input.done_at.is_some()).count();
    let first = if done == 0 { None } else { next.or_else(|| inputs.last().map(|last| last.sequence + 1)) };
    let is_repeated =
        |input: &&Input| input.done_at.is_some() && first.is_some_and(|first| input.sequence >= first);
    Start {
        first,
        left_behind: before.iter().filter(without_result).map(|input| input.sequence).collect(),
        total: inputs.len(),
        done,
        repeated: inputs.iter().filter(is_repeated).count(),
        recognized_for: window.duplicates.saturating_sub(window.young()),
    }
}

impl Start {
    /// Returns what was found and chosen, or `None` if there was nothing to find.
    pub(super) fn note(&self) -> Option<String> {
        (self.total > 0).then(|| self.to_string())
    }

    /// Takes an event off those that were left behind, because it has a result after all.
    pub(super) fn has_result(&mut self, sequence: u64) {
        self.left_behind.retain(|other| *other != sequence);
        self.done += 1;
    }
}

impl fmt::Display for Start {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { total, done, .. } = self;
        let Some(first) = self.first else {
            return write!(formatter, "starts with the first of {total} events, of which none has a result");
        };
        write!(formatter, "starts at sequence {first}, because {done} of {total} events have their result")?;
        if !self.left_behind.is_empty() {
            let count = self.left_behind.len();
            write!(formatter, "; publishes {count} older events without a result again")?;
        }
        if self.repeated > 0 {
            let minutes = self.recognized_for.as_secs() / 60;
            write!(
                formatter,
                "; {} events with a young result are processed again and recognized as duplicates, if workers start within {minutes} minutes",
                self.repeated
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: OffsetDateTime = time::macros::datetime!(2026-11-28 12:00 UTC);
    const HOUR: Window = Window { duplicates: Duration::from_hours(1), now: NOW };

    /// Makes the inputs with the sequences from 1 on. A number is the age of the result in minutes, `-1` stands
    /// for no result.
    fn inputs(ages: &[i64]) -> Vec<Input> {
        let done_at = |age: i64| (age >= 0).then(|| NOW - time::Duration::minutes(age));
        (1..).zip(ages).map(|(sequence, age)| Input { sequence, done_at: done_at(*age) }).collect()
    }

    #[track_caller]
    fn check(ages: &[i64], first: Option<u64>, left_behind: &[u64], repeated: usize) {
        let start = choose(&inputs(ages), HOUR);
        assert_eq!(
            (start.first, &*start.left_behind, start.repeated),
            (first, left_behind, repeated),
            "{ages:?}"
        );
        // Every event without a result is delivered or published again, and nothing with an old result.
        for input in inputs(ages) {
            let delivered = start.first.is_none_or(|first| input.sequence >= first);
            let again = start.left_behind.contains(&input.sequence);
            match input.done_at {
                None => assert!(delivered != again, "{ages:?}: {input:?}"),
                Some(at) if NOW - at > time::Duration::minutes(10) => {
                    assert!(!delivered && !again, "{ages:?}: {input:?}");
                }
                Some(_) => assert!(!again, "{ages:?}: {input:?}"),
            }
        }
    }

    #[test]
    fn starts_after_what_has_a_result() {
        check(&[], None, &[], 0);
        check(&[-1, -1], None, &[], 0);
        check(&[90, 80], Some(3), &[], 0);
        check(&[90, 80, -1, -1], Some(3), &[], 0);
        check(&[5, 4], Some(3), &[], 0);
    }

    #[test]
    fn publishes_again_what_was_left_behind_long_ago() {
        check(&[90, -1, 80], Some(4), &[2], 0);
        check(&[-1, 90, -1, 80, -1, -1], Some(5), &[1, 3], 0);
        check(&[-1, 90, -1, 80, 5, -1], Some(6), &[1, 3], 0);
    }

    #[test]
    fn delivers_again_what_the_next_stream_recognizes() {
        check(&[90, 5, -1, 4, 3, -1], Some(3), &[], 2);
        check(&[-1, 5, 4], Some(1), &[], 2);
    }

    #[test]
    fn with_a_short_window_nothing_counts_as_recognized() {
        let window = Window { duplicates: Duration::from_millis(100), now: NOW };
        let start = choose(&inputs(&[5, -1, 4]), window);
        assert_eq!((start.first, &*start.left_behind, start.repeated), (Some(4), &[2][..], 0));
    }

    #[test]
    fn says_what_it_found_and_chose() {
        let note = |ages: &[i64]| choose(&inputs(ages), HOUR).note().unwrap_or_default();
        assert_eq!(note(&[]), "");
        assert_eq!(note(&[-1]), "starts with the first of 1 events, of which none has a result");
        assert_eq!(
            note(&[90, -1, 80, 5, -1, 4]),
            "starts at sequence 5, because 4 of 6 events have their result; publishes 1 older events without a result \
             again; 1 events with a young result are processed again and recognized as duplicates, if workers start \
             within 50 minutes"
        );
    }
}
