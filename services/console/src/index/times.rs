//! Moments as text.

/// Formats nanoseconds since 1970 as RFC 3339.
pub(crate) fn rfc3339(nanoseconds: i64) -> String {
    let moment = time::OffsetDateTime::from_unix_timestamp_nanos(nanoseconds.into());
    moment.map(runtime::clock::rfc3339).unwrap_or_default()
}
