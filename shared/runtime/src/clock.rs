//! The one place that asks what time it is. Times go into headers, never into payloads.

use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

use crate::settings::duration;

/// Now, as RFC 3339 in UTC.
pub fn now_rfc3339() -> String {
    rfc3339(OffsetDateTime::now_utc())
}

/// Whole seconds since 1970.
pub fn unix_seconds() -> u64 {
    u64::try_from(OffsetDateTime::now_utc().unix_timestamp()).unwrap_or_default()
}

/// Reads a moment as RFC 3339, or how long ago it was: `2h`, `3d`.
pub fn moment(text: &str) -> Option<OffsetDateTime> {
    match duration(text) {
        Ok(ago) => OffsetDateTime::now_utc().checked_sub(ago.try_into().ok()?),
        Err(_) => OffsetDateTime::parse(text, &Rfc3339).ok(),
    }
}

/// A moment as RFC 3339 in UTC.
pub fn rfc3339(moment: OffsetDateTime) -> String {
    moment.to_offset(UtcOffset::UTC).format(&Rfc3339).unwrap_or_default()
}
