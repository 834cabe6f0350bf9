//! Times as publishers write them, in RFC 3339.

use time::{
    Date, OffsetDateTime, PrimitiveDateTime,
    format_description::well_known::{Rfc2822, Rfc3339},
    macros::format_description,
};

/// Returns a time in RFC 3339. A time without a zone counts as UTC, and a date as its first moment. Returns
/// `None` for any other text.
pub(crate) fn rfc3339(text: &str) -> Option<String> {
    let text = text.trim();
    if OffsetDateTime::parse(text, &Rfc3339).is_ok() {
        return Some(text.to_owned());
    }
    let moment = OffsetDateTime::parse(text, &Rfc2822).ok().or_else(|| without_zone(text))?;
    moment.format(&Rfc3339).ok()
}

fn without_zone(text: &str) -> Option<OffsetDateTime> {
    let date = format_description!("[year]-[month]-[day]");
    let minutes = format_description!("[year]-[month]-[day] [hour]:[minute]");
    let seconds = format_description!("[year]-[month]-[day] [hour]:[minute]:[second]");
    let spaced = text.replacen('T', " ", 1);
    let time =
        PrimitiveDateTime::parse(&spaced, &seconds).or_else(|_| PrimitiveDateTime::parse(&spaced, &minutes));
    let time = time.or_else(|_| Date::parse(text, &date).map(Date::midnight));
    time.ok().map(PrimitiveDateTime::assume_utc)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_feeds_tables_and_agencies_are_read() {
        for (text, expected) in [
            ("2026-05-03T08:00:00+02:00", "2026-05-03T08:00:00+02:00"),
            (" 2026-05-03T08:00:00Z ", "2026-05-03T08:00:00Z"),
            ("Sun, 03 May 2026 08:00:00 +0200", "2026-05-03T08:00:00+02:00"),
            ("2026-05-03 08:00", "2026-05-03T08:00:00Z"),
            ("2026-05-03T08:00:07", "2026-05-03T08:00:07Z"),
            ("2026-05-03", "2026-05-03T00:00:00Z"),
        ] {
            assert_eq!(rfc3339(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "yesterday", "2026-13-03", "03/05/2026"] {
            assert_eq!(rfc3339(text), None, "{text}");
        }
    }
}
