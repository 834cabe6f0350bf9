//! The lines of the journal: an event, and when the pipeline stored it. Pure.

use bytes::Bytes;
use serde::Deserialize;
use serde_json::value::RawValue;
use time::OffsetDateTime;

use crate::record::Record;

#[derive(Deserialize)]
struct Line<'l> {
    /// Nanoseconds since 1970.
    stored_at: i128,
    #[serde(borrow)]
    event: &'l RawValue,
}

/// Returns a record as a line, without its line break.
pub fn line(record: &Record) -> Bytes {
    let stored_at = record.stored_at.unix_timestamp_nanos();
    let mut line = format!("{{\"stored_at\":{stored_at},\"event\":").into_bytes();
    line.extend_from_slice(&record.payload);
    line.push(b'}');
    line.into()
}

/// Returns the part of a line that identifies it: the event. A replay stores the same event at another time.
pub fn identity(line: &[u8]) -> &[u8] {
    // The first colon is that of `stored_at`, the second one that of `event`.
    line.splitn(3, |byte| *byte == b':').nth(2).unwrap_or(line)
}

/// Reads a line. Returns `None` if it is none of this program.
pub fn read(line: &[u8]) -> Option<Record> {
    let Line { stored_at, event } = serde_json::from_slice(line).ok()?;
    let stored_at = OffsetDateTime::from_unix_timestamp_nanos(stored_at).ok()?;
    Record::new(Bytes::copy_from_slice(event.get().as_bytes()), stored_at).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use time::macros::datetime;

    use super::*;

    const NOON: OffsetDateTime = datetime!(2026-11-29 12:00:00.000_001 UTC);

    fn at(stored_at: OffsetDateTime, id: &str, body: &str) -> Record {
        Record { stored_at, ..Record::of(id, body) }
    }

    #[test]
    fn a_line_is_json_with_the_event_as_it_came() {
        let record = at(NOON, "a:1", "x");
        let payload = String::from_utf8_lossy(&record.payload).into_owned();
        let expected = format!("{{\"stored_at\":1795953600000001000,\"event\":{payload}}}");
        assert_eq!(line(&record), expected);
    }

    #[test]
    fn an_event_that_is_stored_again_is_the_same() {
        let (first, again) = (line(&at(NOON, "a", "x")), line(&at(NOON + time::Duration::DAY, "a", "x")));
        assert_ne!(first, again);
        assert_eq!(identity(&first), identity(&again));
        assert_ne!(identity(&first), identity(&line(&at(NOON, "a", "y"))));
    }

    #[test]
    fn what_is_no_line_is_not_read() {
        for text in
            ["", "{}", "{\"stored_at\":1,\"event\":{}}", "{\"stored_at\":\"x\",\"event\":{}}", "\u{0}"]
        {
            assert!(read(text.as_bytes()).is_none(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_article_is_read_back(id in "[^\\s]{1,9}", body in ".{0,40}", second in -9_999_999_999_i64..9_999_999_999) {
            let stored_at = OffsetDateTime::from_unix_timestamp(second).unwrap();
            let record = at(stored_at, &id, &body);
            let back = read(&line(&record)).unwrap();
            prop_assert_eq!((back.stored_at, back.payload), (record.stored_at, record.payload));
        }

        #[test]
        fn any_bytes_have_an_identity_within_them(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            prop_assert!(bytes.ends_with(identity(&bytes)));
            drop(read(&bytes));
        }
    }
}
