//! The one place that asks for the current time. Times go into headers, never into payloads.

use std::time::Duration;

use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

use crate::settings::duration;

/// Returns the current time in UTC.
#[expect(clippy::disallowed_methods, reason = "this is the one place that asks for the time")]
pub fn now() -> OffsetDateTime {
    OffsetDateTime::now_utc()
}

/// Returns the current time as RFC 3339 in UTC.
pub fn now_rfc3339() -> String {
    rfc3339(now())
}

/// Returns the whole seconds since 1970.
pub fn unix_seconds() -> u64 {
    u64::try_from(now().unix_timestamp()).unwrap_or_default()
}

/// Returns the time that has passed since `moment`, or zero if `moment` lies in the future.
pub(crate) fn since(moment: OffsetDateTime) -> Duration {
    (now() - moment).try_into().unwrap_or_default()
}

/// Parses a moment, given as RFC 3339 or as the time that has passed since then: `2h`, `3d`.
///
/// # Errors
///
/// A sentence that says how to write it.
pub fn moment(text: &str) -> Result<OffsetDateTime, String> {
    let moment = match duration(text) {
        Ok(ago) => ago.try_into().ok().and_then(|ago| now().checked_sub(ago)),
        Err(_) => OffsetDateTime::parse(text, &Rfc3339).ok(),
    };
    moment.ok_or_else(|| {
        format!("`{text}` is not a time: use `2h`, `3d` or a moment such as `2026-11-24T08:00:00Z`")
    })
}

/// Formats a moment as RFC 3339 in UTC.
pub fn rfc3339(moment: OffsetDateTime) -> String {
    moment.to_offset(UtcOffset::UTC).format(&Rfc3339).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_date_or_the_time_since_then() {
        assert_eq!(moment("1970-01-01T01:00:00+01:00"), Ok(OffsetDateTime::UNIX_EPOCH));
        let ago = since(moment("2h").unwrap());
        assert!(ago >= Duration::from_hours(2) && ago < Duration::from_hours(3), "{ago:?}");
        assert!(moment("yesterday").unwrap_err().starts_with("`yesterday` is not a time: use `2h`"));
    }
}
