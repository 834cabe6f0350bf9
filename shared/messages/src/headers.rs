//! Message headers: CloudEvents 1.0 in binary mode, W3C trace context, and the history of a dead letter.
//!
//! Names and values follow the NATS protocol binding of CloudEvents: attributes carry the prefix `ce-`, and
//! values are percent-encoded.
//!
//! ```
//! # use wiredesk_messages as messages;
//! use messages::{Article, ArticleReceived, headers};
//!
//! let article = Article::from_json(br#"{"id": "a 1", "body": "Rain."}"#)?;
//! let id = headers::received_message_id(&article);
//! assert!(id.starts_with("a%201:"));
//! let headers = headers::cloud_event(&ArticleReceived { article }, &id, "my-newsroom", "2026-11-23T12:00:00Z");
//! assert_eq!(headers[0], (headers::MESSAGE_ID, id));
//! # Ok::<(), messages::DecodeError>(())
//! ```

pub use crate::percent::{percent_decoded, percent_encoded};
use crate::{Alert, Article, Event, StageName};

/// The id by which a stream recognizes a repeated publish (defined by NATS).
pub const MESSAGE_ID: &str = "Nats-Msg-Id";
/// The number of the deliberate replay that the event belongs to. Every event derived from it carries the
/// number in its message id, so the streams store it in addition to the earlier one.
pub const REPLAY: &str = "Wiredesk-Replay";
/// On an event: the subject of the event that it was made from.
pub const INPUT_SUBJECT: &str = "Wiredesk-Input-Subject";
/// On an event: the stream sequence of the event that it was made from.
pub const INPUT_SEQUENCE: &str = "Wiredesk-Input-Sequence";
/// On an event: how often its input event had been delivered when it was made. On a dead letter: how often
/// the payload had been delivered.
pub const DELIVERIES: &str = "Wiredesk-Deliveries";
/// On an event or a dead letter: the version of the worker.
pub const VERSION: &str = "Wiredesk-Version";
/// On a replayed event: the stream sequence of its dead letter.
pub const REPLAY_OF: &str = "Wiredesk-Replay-Of";
/// On an event of the story-linker: its story, from which the linker knows it again after a restart. A text of several
/// fields, separated by spaces.
pub const STORY: &str = "Wiredesk-Story";
/// On an event of the story-linker: when its input was stored, and what the linker compares articles by, in Base64.
pub const FINGERPRINT: &str = "Wiredesk-Fingerprint";
/// On an event of the story-linker about a copy: the share in common, and the percent-encoded id of the earlier article.
pub const COPY_OF: &str = "Wiredesk-Copy-Of";
/// The headers of the W3C trace context, passed on from message to message.
pub const TRACE_CONTEXT: [&str; 2] = ["traceparent", "tracestate"];

/// On a dead letter: the subject that the payload was delivered on.
pub const DEAD_SUBJECT: &str = "Wiredesk-Original-Subject";
/// On a dead letter: the payload's sequence in its original stream.
pub const DEAD_SEQUENCE: &str = "Wiredesk-Original-Sequence";
/// On a dead letter: the stage that made it one.
pub const DEAD_STAGE: &str = "Wiredesk-Stage";
/// On a dead letter: the code of the [`DeadReason`](crate::DeadReason).
pub const DEAD_REASON: &str = "Wiredesk-Reason";
/// On a dead letter: the error as a sentence, percent-encoded.
pub const DEAD_ERROR: &str = "Wiredesk-Error";
/// On a dead letter: when the original stream stored the payload (RFC 3339).
pub const DEAD_STORED: &str = "Wiredesk-Original-Time";
/// On a dead letter: when the article became one (RFC 3339).
pub const DEAD_TIME: &str = "Wiredesk-Time";
/// On a dead letter: the `Nats-Msg-Id` of the payload, if it had one.
pub const DEAD_MESSAGE_ID: &str = "Wiredesk-Original-Msg-Id";

/// On a dead letter whose reason is `unreadable_headers`: the payload's header block, in Base64. Of a very long
/// block it is the beginning.
pub const DEAD_HEADERS: &str = "Wiredesk-Original-Headers";

/// On a dead letter that is empty because its payload does not fit beside its headers: [`IN_STREAM`].
pub const DEAD_PAYLOAD: &str = "Wiredesk-Original-Payload";
/// The value of [`DEAD_PAYLOAD`]: the payload is where it was delivered from, in its original stream.
pub const IN_STREAM: &str = "in_stream";

/// The CloudEvents attributes of an event, in the order in which [`cloud_event`] writes them.
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

/// Header names with their values, in the order in which they are written.
pub type Headers = Vec<(&'static str, String)>;

/// Builds the headers of an event.
///
/// `message_id` also serves as the CloudEvents id. `source` names the publisher. `time` is RFC 3339.
pub fn cloud_event<E: Event>(event: &E, message_id: &str, source: &str, time: &str) -> Headers {
    attributes(&E::cloud_event_type(), &event.article().id, message_id, source, time)
}

/// Builds the headers of an alert. `source` names the program that publishes it. `time` is RFC 3339.
pub fn of_alert(alert: &Alert, source: &str, time: &str) -> Headers {
    attributes(Alert::CLOUD_EVENT_TYPE, &alert.article.id, &alert.message_id(), source, time)
}

fn attributes(of_type: &str, article_id: &str, message_id: &str, source: &str, time: &str) -> Headers {
    vec![
        (MESSAGE_ID, message_id.to_owned()),
        ("ce-specversion", "1.0".to_owned()),
        ("ce-id", message_id.to_owned()),
        ("ce-source", percent_encoded(source)),
        ("ce-type", of_type.to_owned()),
        ("ce-subject", percent_encoded(article_id)),
        ("ce-time", time.to_owned()),
        ("ce-datacontenttype", "application/json".to_owned()),
        ("ce-dataschema", format!("urn:wiredesk:schema:{of_type}")),
    ]
}

/// Returns the message id of a received article. The stream stores an article once, however often it is
/// published.
pub fn received_message_id(article: &Article) -> String {
    format!("{}:{}", percent_encoded(&article.id), article.revision)
}

/// Returns the message id of what `stage` made from an article. The stream stores it once.
///
/// The id does not name the model. So workers with different models or versions may run side by side, and an
/// article still gets one result. A deliberate second result has the number of a replay in its id.
pub fn message_id(article: &Article, stage: StageName) -> String {
    format!("{}:{}:{stage}", percent_encoded(&article.id), article.revision)
}

/// Returns the part of a message id that names the article, its revision and its replay, without the stage.
///
/// `maker` is the stage that made the message, or `None` for a received article. Returns `None` for an id that
/// no such stage made. Ids of earlier versions end in the model, which is left out, too.
pub fn article_key(id: &str, maker: Option<StageName>) -> Option<String> {
    let Some(stage) = maker else { return Some(id.to_owned()) };
    let original = original_message_id(id);
    let replay = id.strip_prefix(original)?;
    let mark = format!(":{stage}");
    let article = match original.strip_suffix(&mark) {
        Some(article) => article,
        None => original.rsplit_once(&format!("{mark}:"))?.0,
    };
    Some(format!("{article}{replay}"))
}

/// Returns the id for replay number `count` of the message with `id`. A stream would drop the message under
/// an id that it knows.
pub fn replayed_message_id(id: &str, count: u64) -> String {
    format!("{}:r{count}", original_message_id(id))
}

/// Returns an id without the number of its replay.
pub fn original_message_id(id: &str) -> &str {
    match id.rsplit_once(":r") {
        Some((original, count)) if count.parse::<u64>().is_ok() => original,
        _ => id,
    }
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
    fn each_stage_gives_its_result_an_id_of_its_own() {
        let article = Article::from_body("Rain.");
        let ids: std::collections::BTreeSet<String> =
            StageName::ALL.iter().map(|stage| message_id(&article, *stage)).collect();
        assert_eq!(ids.len(), StageName::ALL.len());
    }

    #[test]
    fn the_key_of_an_article_leaves_out_stage_and_model() {
        let tag = Some(StageName::Tag);
        for (id, maker, expected) in [
            ("a:1", None, Some("a:1")),
            ("a:1:r2", None, Some("a:1:r2")),
            ("a:1:tag", tag, Some("a:1")),
            ("a:1:tag:r2", tag, Some("a:1:r2")),
            ("a:tag:1:tag", tag, Some("a:tag:1")),
            ("a:1:tag:rules-1", tag, Some("a:1")),
            ("a:1:tag:rules-1:r2", tag, Some("a:1:r2")),
            ("a:1:detect", tag, None),
        ] {
            assert_eq!(article_key(id, maker).as_deref(), expected, "{id}");
        }
    }

    #[test]
    fn each_replay_has_its_own_id() {
        assert_eq!(replayed_message_id("a:1:detect", 1), "a:1:detect:r1");
        assert_eq!(replayed_message_id("a:1:detect:r1", 2), "a:1:detect:r2");
        for (id, original) in [("a:1", "a:1"), ("a:1:r3", "a:1"), ("a:rain", "a:rain"), ("a:r", "a:r")] {
            assert_eq!(original_message_id(id), original);
        }
    }

    #[test]
    fn encoded_values_decode_to_themselves() {
        for value in ["plain", "with space", "50 % \"off\"", "Zürich\r\nX: y", "北京", ""] {
            let encoded = percent_encoded(value);
            assert!(encoded.bytes().all(|byte| byte.is_ascii_graphic()), "{encoded}");
            assert_eq!(percent_decoded(&encoded), value);
        }
    }

    #[test]
    fn invalid_escapes_stay_as_they_are() {
        assert_eq!(percent_decoded("100% of %zz %4"), "100% of %zz %4");
    }

    proptest! {
        #[test]
        fn any_encoded_text_decodes_to_itself(value in "\\PC{0,80}|[\r\n%\" a-f0-9]{0,40}") {
            let encoded = percent_encoded(&value);
            prop_assert!(encoded.bytes().all(|byte| byte.is_ascii_graphic()));
            prop_assert_eq!(percent_decoded(&encoded), value);
        }

        #[test]
        fn any_header_value_can_be_decoded(value in "\\PC{0,80}|[%a-f0-9]{0,40}") {
            percent_decoded(&value);
        }
    }
}
