//! Message headers: CloudEvents 1.0 in binary mode, W3C trace context, and the story of a dead letter.
//!
//! Names and values as the NATS protocol binding of CloudEvents has them: attributes under `ce-`,
//! values percent-encoded.

use crate::{Article, Event, StageName};

/// NATS: the id by which a stream tells a repeated publish.
pub const MESSAGE_ID: &str = "Nats-Msg-Id";
/// How often the event was put through again on purpose; passed on, so that what comes of it is stored
/// beside what came of it before.
pub const REPLAY: &str = "Wiredesk-Replay";
/// Event: the subject of the event it was made of.
pub const INPUT_SUBJECT: &str = "Wiredesk-Input-Subject";
/// Event: place of the event it was made of, in the stream of that.
pub const INPUT_SEQUENCE: &str = "Wiredesk-Input-Sequence";
/// Event: how often that event had been delivered when this one was made of it.
pub const DELIVERIES: &str = "Wiredesk-Deliveries";
/// Event, dead letter: version of the worker.
pub const VERSION: &str = "Wiredesk-Version";
/// Event that was put through again: place of the dead letter it was set aside as, in the stream of those.
pub const REPLAY_OF: &str = "Wiredesk-Replay-Of";
/// W3C trace context, passed on from message to message.
pub const TRACE_CONTEXT: [&str; 2] = ["traceparent", "tracestate"];

/// Dead letter: the subject the payload came on.
pub const DEAD_SUBJECT: &str = "Wiredesk-Original-Subject";
/// Dead letter: its sequence in the stream it came from.
pub const DEAD_SEQUENCE: &str = "Wiredesk-Original-Sequence";
/// Dead letter: the stage that set it aside.
pub const DEAD_STAGE: &str = "Wiredesk-Stage";
/// Dead letter: the reason as a code.
pub const DEAD_REASON: &str = "Wiredesk-Reason";
/// Dead letter: the reason as a sentence, percent-encoded.
pub const DEAD_ERROR: &str = "Wiredesk-Error";
/// Dead letter: when its stream stored the payload (RFC 3339).
pub const DEAD_STORED: &str = "Wiredesk-Original-Time";
/// Dead letter: when it was set aside (RFC 3339).
pub const DEAD_TIME: &str = "Wiredesk-Time";
/// Dead letter: the `Nats-Msg-Id` of the original, where it had one.
pub const DEAD_MESSAGE_ID: &str = "Wiredesk-Original-Msg-Id";

/// CloudEvents attributes of an event, in the order [`cloud_event`] writes them.
pub const CLOUD_EVENT: [&str; 8] = [
    "ce-specversion",
    "ce-id",
    "ce-source",
    "ce-type",
    "ce-subject",
    "ce-time",
    "ce-datacontenttype",
    "ce-dataschema",
];

/// Header names with their values, in the order they are written.
pub type Headers = Vec<(&'static str, String)>;

/// The headers of an event.
///
/// `message_id` doubles as the CloudEvents id; `source` is who publishes; `time` is RFC 3339.
pub fn cloud_event<E: Event>(event: &E, message_id: &str, source: &str, time: &str) -> Headers {
    vec![
        (MESSAGE_ID, message_id.to_owned()),
        ("ce-specversion", "1.0".to_owned()),
        ("ce-id", message_id.to_owned()),
        ("ce-source", percent_encoded(source)),
        ("ce-type", E::cloud_event_type()),
        ("ce-subject", percent_encoded(&event.article().id)),
        ("ce-time", time.to_owned()),
        ("ce-datacontenttype", "application/json".to_owned()),
        ("ce-dataschema", format!("urn:wiredesk:schema:{}", E::cloud_event_type())),
    ]
}

/// The id of an article on its way in: publishing it twice stores it once.
pub fn received_message_id(article: &Article) -> String {
    format!("{}:{}", percent_encoded(&article.id), article.revision)
}

/// The id of what `stage` made of an article with `model`: making it twice stores it once.
pub fn message_id(article: &Article, stage: StageName, model: &str) -> String {
    format!("{}:{}:{stage}:{}", percent_encoded(&article.id), article.revision, percent_encoded(model))
}

/// The id of the `count`-th replay of the message with `id`: streams drop what has an id they know.
pub fn replayed_message_id(id: &str, count: u64) -> String {
    format!("{}:r{count}", original_message_id(id))
}

/// An id without the number of its replay.
pub fn original_message_id(id: &str) -> &str {
    match id.rsplit_once(":r") {
        Some((original, count)) if count.parse::<u64>().is_ok() => original,
        _ => id,
    }
}

/// `value` with everything but visible ASCII percent-encoded, and the quotation mark and per cent sign too.
pub fn percent_encoded(value: &str) -> String {
    let mut encoded = String::with_capacity(value.len());
    for byte in value.bytes() {
        if byte.is_ascii_graphic() && byte != b'"' && byte != b'%' {
            encoded.push(char::from(byte));
        } else {
            let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or('0').to_ascii_uppercase();
            encoded.extend(['%', digit(byte >> 4), digit(byte & 0xF)]);
        }
    }
    encoded
}

/// The opposite of [`percent_encoded`]; what is no escape stays as it is.
pub fn percent_decoded(value: &str) -> String {
    let mut decoded = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let escape = (first == b'%').then(|| after.split_at_checked(2)).flatten();
        let byte = escape.and_then(|(digits, after)| {
            let digits = std::str::from_utf8(digits).ok()?;
            Some((u8::from_str_radix(digits, 16).ok()?, after))
        });
        let (byte, after) = byte.unwrap_or((first, after));
        decoded.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ArticleReceived;

    #[test]
    fn an_event_carries_the_required_cloudevents_attributes() {
        let event =
            ArticleReceived { article: Article::from_json(br#"{"id":"a 1","body":"Rain."}"#).unwrap() };
        let headers = cloud_event(&event, "id-1", "wiredesk/publish", "2026-11-23T12:00:00Z");
        let value =
            |name| headers.iter().find(|(header, _)| *header == name).map(|(_, value)| value.as_str());
        assert_eq!(value("ce-specversion"), Some("1.0"));
        assert_eq!(value("ce-id"), Some("id-1"));
        assert_eq!(value("ce-source"), Some("wiredesk/publish"));
        assert_eq!(value("ce-type"), Some("news.article.received.v1"));
        assert_eq!(value("ce-subject"), Some("a%201"));
    }

    #[test]
    fn two_models_make_two_messages() {
        let article = Article::from_body("Rain.");
        let id = |model| message_id(&article, StageName::Detect, model);
        assert_ne!(id("a"), id("b"));
        assert_eq!(id("a"), id("a"));
    }

    #[test]
    fn each_replay_has_an_id_of_its_own() {
        assert_eq!(replayed_message_id("a:1:detect:m", 1), "a:1:detect:m:r1");
        assert_eq!(replayed_message_id("a:1:detect:m:r1", 2), "a:1:detect:m:r2");
        for (id, original) in [("a:1", "a:1"), ("a:1:r3", "a:1"), ("a:rain", "a:rain"), ("a:r", "a:r")] {
            assert_eq!(original_message_id(id), original);
        }
    }

    #[test]
    fn header_values_survive_any_text() {
        for value in ["plain", "with space", "50 % \"off\"", "Zürich\r\nX: y", "北京", ""] {
            let encoded = percent_encoded(value);
            assert!(encoded.bytes().all(|byte| byte.is_ascii_graphic()), "{encoded}");
            assert_eq!(percent_decoded(&encoded), value);
        }
    }

    #[test]
    fn what_is_no_escape_is_left_alone() {
        assert_eq!(percent_decoded("100% of %zz %4"), "100% of %zz %4");
    }

    proptest! {
        #[test]
        fn any_text_survives_as_a_header_value(value in "\\PC{0,80}|[\r\n%\" a-f0-9]{0,40}") {
            let encoded = percent_encoded(&value);
            prop_assert!(encoded.bytes().all(|byte| byte.is_ascii_graphic()));
            prop_assert_eq!(percent_decoded(&encoded), value);
        }

        #[test]
        fn no_header_value_is_too_odd_to_decode(value in "\\PC{0,80}|[%a-f0-9]{0,40}") {
            percent_decoded(&value);
        }
    }
}
