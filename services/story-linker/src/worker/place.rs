//! Where the linker goes on after a restart. Pure.

use messages::headers;
use runtime::bus::{StoredEvent, StreamEnd};

/// Returns the sequence of the last input that was linked, or 0 if none was. `last` is the last event of the linker,
/// and `input` the stream that it reads.
///
/// A stream that was created after that event counts from one again, so its first message comes next.
pub(super) fn place(last: Option<&StoredEvent>, input: &StreamEnd) -> u64 {
    let Some(last) = last.filter(|last| last.stored_at >= input.created) else { return 0 };
    let sequence = last.header(headers::INPUT_SEQUENCE).and_then(|sequence| sequence.parse().ok());
    sequence.filter(|sequence| *sequence <= input.last_sequence).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use time::OffsetDateTime;

    use super::*;

    fn at(minutes: u64) -> OffsetDateTime {
        OffsetDateTime::UNIX_EPOCH + Duration::from_secs(60 * minutes)
    }

    fn check(last: Option<(u64, &str)>, created: u64, last_sequence: u64, expected: u64) {
        let event = last.map(|(minutes, sequence)| StoredEvent {
            sequence: 1,
            stored_at: at(minutes),
            subject: String::new(),
            payload: "".into(),
            headers: vec![(headers::INPUT_SEQUENCE.to_owned(), sequence.to_owned())],
            after: 0,
        });
        let end = StreamEnd { created: at(created), last_sequence, last_stored_at: at(created) };
        assert_eq!(place(event.as_ref(), &end), expected);
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
}
