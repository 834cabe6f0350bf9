//! The conversion of headers to those of the client library.

use async_nats::{HeaderMap, HeaderName};
use messages::headers::Headers;

/// Converts headers. If a name occurs twice, the first value counts.
pub(super) fn header_map(headers: &Headers) -> HeaderMap {
    let mut map = HeaderMap::new();
    for (name, value) in headers.iter().rev() {
        map.insert(HeaderName::from_static(name), value.as_str());
    }
    map
}
