//! The conversion of headers to those of the client library.

use std::iter::once;

use async_nats::HeaderMap;
use messages::headers::Headers;

/// The stream that must store the message, or else the server refuses it (defined by NATS).
const EXPECTED_STREAM: &str = "Nats-Expected-Stream";

/// Converts the headers of a message that only `stream` may store. If a name occurs twice, the first value
/// counts.
pub(super) fn header_map(headers: &Headers, stream: &str) -> HeaderMap {
    let first = headers
        .iter()
        .enumerate()
        .filter(|(index, (name, _))| !headers.iter().take(*index).any(|(earlier, _)| earlier == name));
    let pairs = first.map(|(_, (name, value))| (*name, value.as_str()));
    HeaderMap::from_pairs(pairs.chain(once((EXPECTED_STREAM, stream))))
}

#[cfg(test)]
mod tests {
    use messages::headers::{DELIVERIES, MESSAGE_ID};

    use super::*;

    #[test]
    fn the_first_value_of_a_name_counts() {
        let headers = vec![(MESSAGE_ID, "a:1".into()), (DELIVERIES, "1".into()), (MESSAGE_ID, "b".into())];
        let expected =
            [("Nats-Msg-Id", "a:1"), ("Wiredesk-Deliveries", "1"), (EXPECTED_STREAM, "ARTICLES_TAGGED")];
        assert_eq!(header_map(&headers, "ARTICLES_TAGGED"), HeaderMap::from_pairs(expected));
    }
}
