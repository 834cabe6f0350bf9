//! Where a program goes on that notes the position of its input with its output. Pure.

use messages::headers;

use super::reader::{StoredEvent, StreamEnd};

impl StreamEnd {
    /// Returns the sequence of the last event of this stream from which output was made, or 0 if none was. `last` is the
    /// last output.
    ///
    /// A stream that was created after that output counts from one again, so its first event comes next.
    pub fn place_after(&self, last: Option<&StoredEvent>) -> u64 {
        let Some(last) = last.filter(|last| last.stored_at >= self.created) else { return 0 };
        let sequence = last.header(headers::INPUT_SEQUENCE).and_then(|sequence| sequence.parse().ok());
        sequence.filter(|sequence| *sequence <= self.last_sequence).unwrap_or(0)
    }

    /// Returns the number of events from which no output was made yet.
    pub(super) fn waiting_after(&self, last: Option<&StoredEvent>) -> u64 {
        let place = self.place_after(last).max(self.first_sequence.saturating_sub(1));
        self.last_sequence.saturating_sub(place)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use time::OffsetDateTime;

    use super::*;

    fn at(minutes: u64) -> OffsetDateTime {
        OffsetDateTime::UNIX_EPOCH + Duration::from_secs(60 * minutes)
    }

    fn end(created: u64, first_sequence: u64, last_sequence: u64) -> StreamEnd {
        StreamEnd { created: at(created), first_sequence, last_sequence, last_stored_at: at(created) }
    }

    fn output((minutes, sequence): (u64, &str)) -> StoredEvent {
        StoredEvent {
            sequence: 1,
            stored_at: at(minutes),
            subject: String::new(),
            payload: "".into(),
            headers: [(headers::INPUT_SEQUENCE, sequence)].into_iter().collect(),
            after: 0,
        }
    }

    fn check(last: Option<(u64, &str)>, created: u64, last_sequence: u64, expected: u64) {
        let last = last.map(output);
        assert_eq!(end(created, 1, last_sequence).place_after(last.as_ref()), expected);
    }

    #[test]
    fn it_goes_on_after_the_last_input() {
        check(Some((5, "7")), 0, 9, 7);
        check(Some((5, "7")), 0, 7, 7);
        check(None, 0, 9, 0);
    }

    #[test]
    fn it_begins_anew_with_a_new_stream() {
        check(Some((5, "7")), 6, 9, 0);
        check(Some((5, "7")), 0, 6, 0);
        check(Some((5, "seven")), 0, 9, 0);
    }

    #[test]
    fn what_the_stream_no_longer_has_does_not_wait() {
        assert_eq!(end(0, 1, 9).waiting_after(Some(&output((5, "7")))), 2);
        assert_eq!(end(0, 9, 9).waiting_after(Some(&output((5, "7")))), 1);
        assert_eq!(end(0, 5, 9).waiting_after(None), 5);
        // An empty stream: its first sequence is the next one.
        assert_eq!(end(0, 10, 9).waiting_after(None), 0);
        assert_eq!(end(0, 0, 0).waiting_after(None), 0);
    }
}
