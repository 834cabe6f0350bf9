//! Our headers as the client library's.

use async_nats::{HeaderMap, HeaderName};
use messages::headers::Headers;

/// The first value wins where a name stands twice.
pub(super) fn header_map(headers: &Headers) -> HeaderMap {
    let mut map = HeaderMap::new();
    for (name, value) in headers.iter().rev() {
        map.insert(HeaderName::from_static(name), value.as_str());
    }
    map
}
