//! The place of a client in the stream of enriched articles. Pure.

use runtime::bus::StreamEnd;
use time::OffsetDateTime;

use crate::index::Entry;

/// The place of a client in the stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The last sequence that was looked at.
    pub(super) last: u64,
    /// The time at which it was stored, or one after it, in nanoseconds since 1970.
    at: i64,
    /// The time at which the stream was created.
    created: OffsetDateTime,
}

impl Place {
    /// Returns the place after the sequence `seen`, or at the end.
    pub(super) fn after(seen: Option<u64>, end: &StreamEnd) -> Self {
        // A stream that was created anew may be shorter than what the client has seen.
        let last = match seen {
            Some(seen) if seen > end.last_sequence => 0,
            Some(seen) => seen,
            None => end.last_sequence,
        };
        Self { last, at: nanoseconds(end.last_stored_at), created: end.created }
    }

    /// Returns this place in the stream as it is now: at its beginning, if it is another one, and at most at its end.
    pub(super) fn found(self, end: &StreamEnd) -> Self {
        let last = if self.created == end.created { self.last.min(end.last_sequence) } else { 0 };
        Self { last, created: end.created, ..self }
    }

    /// Reports whether a message shows that sequences are used again: the stream was created anew, or has lost its
    /// newest messages.
    pub(super) fn is_repeated_by(&self, entry: &Entry) -> bool {
        entry.sequence <= self.last && entry.at > self.at
    }

    /// Moves behind a message. Returns whether it is a new one.
    pub(super) fn pass(&mut self, entry: &Entry) -> bool {
        let is_new = entry.sequence > self.last;
        if is_new {
            (self.last, self.at) = (entry.sequence, self.at.max(entry.at));
        }
        is_new
    }
}

fn nanoseconds(moment: OffsetDateTime) -> i64 {
    i64::try_from(moment.unix_timestamp_nanos()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(created: i64, last_sequence: u64) -> StreamEnd {
        let at = |seconds| OffsetDateTime::from_unix_timestamp(seconds).unwrap();
        StreamEnd {
            created: at(created),
            first_sequence: 1,
            last_sequence,
            last_stored_at: at(created + 100),
        }
    }

    #[test]
    fn a_client_starts_after_what_it_has_seen() {
        for (seen, expected) in [(None, 9), (Some(0), 0), (Some(7), 7), (Some(9), 9), (Some(10), 0)] {
            assert_eq!(Place::after(seen, &end(0, 9)).last, expected, "{seen:?}");
        }
    }

    #[test]
    fn a_place_is_at_the_beginning_of_a_new_stream() {
        let place = Place::after(None, &end(0, 9));
        for (now, expected) in [(end(0, 12), 9), (end(0, 9), 9), (end(0, 5), 5), (end(1, 12), 0)] {
            assert_eq!(place.found(&now).last, expected, "{now:?}");
        }
    }
}
