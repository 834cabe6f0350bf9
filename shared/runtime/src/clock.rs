//! The one place that asks what time it is. Times go into headers, never into payloads.

use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

/// Now, as RFC 3339 in UTC.
pub fn now_rfc3339() -> String {
    rfc3339(OffsetDateTime::now_utc())
}

/// A moment as RFC 3339 in UTC.
pub fn rfc3339(moment: OffsetDateTime) -> String {
    moment.to_offset(UtcOffset::UTC).format(&Rfc3339).unwrap_or_default()
}
