//! The headers of messages, as schemas.

use messages::{ArticleLinked, ArticleReceived, Event, headers};
use serde_json::{Map, Value, json};

/// Returns the headers of an event. A publisher need send none.
pub(super) fn of_event(event: &str) -> Value {
    let of_stage: &[&str] = &[
        headers::INPUT_SUBJECT,
        headers::INPUT_SEQUENCE,
        headers::DELIVERIES,
        headers::VERSION,
        headers::REPLAY,
        headers::REPLAY_OF,
    ];
    let is_received = event == ArticleReceived::NAME;
    let own = if is_received { &[headers::REPLAY, headers::REPLAY_OF][..] } else { of_stage };
    let of_linker: &[&str] = if event == ArticleLinked::NAME {
        &[headers::STORY, headers::FINGERPRINT, headers::COPY_OF]
    } else {
        &[]
    };
    let names = [headers::MESSAGE_ID].into_iter().chain(headers::CLOUD_EVENT).chain(headers::TRACE_CONTEXT);
    let required: &[&str] = if is_received { &[] } else { &[headers::MESSAGE_ID] };
    strings(names.chain(own.iter().chain(of_linker).copied()), required)
}

/// Returns the headers of an alert.
pub(super) fn of_alert() -> Value {
    let own = [headers::MESSAGE_ID, headers::INPUT_SUBJECT, headers::INPUT_SEQUENCE, headers::VERSION];
    strings(own.into_iter().chain(headers::CLOUD_EVENT), &[headers::MESSAGE_ID])
}

/// Returns the headers of a dead letter.
pub(super) fn of_dead_letter() -> Value {
    let history = [
        headers::MESSAGE_ID,
        headers::DEAD_SUBJECT,
        headers::DEAD_SEQUENCE,
        headers::DEAD_STORED,
        headers::DEAD_MESSAGE_ID,
        headers::DEAD_STAGE,
        headers::VERSION,
        headers::DEAD_REASON,
        headers::DEAD_ERROR,
        headers::DELIVERIES,
        headers::DEAD_TIME,
        headers::DEAD_HEADERS,
        headers::DEAD_PAYLOAD,
        headers::REPLAY,
    ];
    let required = [headers::DEAD_SUBJECT, headers::DEAD_STAGE, headers::DEAD_REASON];
    strings(history.into_iter().chain(headers::CLOUD_EVENT).chain(headers::TRACE_CONTEXT), &required)
}

/// Returns the schema of an object of strings.
pub(super) fn strings<'n>(names: impl IntoIterator<Item = &'n str>, required: &[&str]) -> Value {
    let properties: Map<String, Value> =
        names.into_iter().map(|name| (name.to_owned(), json!({"type": "string"}))).collect();
    json!({"type": "object", "properties": properties, "required": required})
}
