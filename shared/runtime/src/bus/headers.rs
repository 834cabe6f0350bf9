//! Our headers as the client library's.

use async_nats::HeaderMap;
use messages::headers::Headers;

/// The first value wins where a name stands twice.
pub(super) fn header_map(headers: &Headers) -> HeaderMap {
    let mut map = HeaderMap::new();
    for (name, value) in headers {
        if map.get(*name).is_none() {
            map.insert(*name, value.as_str());
        }
    }
    map
}
