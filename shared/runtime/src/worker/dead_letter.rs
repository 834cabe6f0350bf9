//! A dead letter: the payload as it came, with its story in the headers. And the notes that come before one.

use bytes::Bytes;
use messages::{StageName, headers};

use super::decision::Reason;
use crate::{
    broker::{Delivery, Outgoing},
    clock,
    topology::{DEAD, SUSPECTS, Topology},
};

/// The dead letter of a delivery.
///
/// `stage` is the one whose consumer delivered it, in `version`. Its message id names the place in the
/// stream and the time, so setting the same message aside twice stores it once; a stream that was made
/// anew counts from one again, which the time tells apart.
pub(super) fn letter(
    delivery: &impl Delivery,
    reason: &Reason,
    stage: StageName,
    version: &str,
    topology: &Topology,
    now: &str,
) -> Outgoing {
    let stored_at = clock::rfc3339(delivery.stored_at());
    let id = format!("{}:dead:{stage}", place_and_time(delivery));
    let mut story = vec![
        (headers::MESSAGE_ID, id),
        (headers::DEAD_SUBJECT, delivery.subject().to_owned()),
        (headers::DEAD_SEQUENCE, delivery.sequence().to_string()),
        (headers::DEAD_STORED, stored_at),
        (headers::DEAD_STAGE, stage.to_string()),
        (headers::DEAD_REASON, reason.code.to_string()),
        (headers::DEAD_ERROR, headers::percent_encoded(&reason.message)),
        (headers::DELIVERIES, delivery.attempt().to_string()),
        (headers::VERSION, version.to_owned()),
        (headers::DEAD_TIME, now.to_owned()),
    ];
    if let Some(id) = delivery.header(headers::MESSAGE_ID) {
        story.push((headers::DEAD_MESSAGE_ID, id.to_owned()));
    }
    // The payload is still the event that these describe; a replay needs them, and they name the article.
    for name in headers::CLOUD_EVENT.into_iter().chain(headers::TRACE_CONTEXT).chain([headers::REPLAY]) {
        if let Some(value) = delivery.header(name) {
            story.push((name, value.to_owned()));
        }
    }
    Outgoing {
        stream: topology.stream(DEAD),
        subject: topology.subjects().dead(stage, reason.code),
        headers: story,
        payload: delivery.payload().clone(),
    }
}

/// The note that the message of a delivery begins for the `number`th time as a suspect. Its message id is the same on
/// every delivery.
pub(super) fn beginning(
    delivery: &impl Delivery,
    number: u64,
    stage: StageName,
    topology: &Topology,
) -> Outgoing {
    let id = format!("{}:begins:{stage}:{number}", place_and_time(delivery));
    let story = vec![
        (headers::MESSAGE_ID, id),
        (headers::INPUT_SUBJECT, delivery.subject().to_owned()),
        (headers::INPUT_SEQUENCE, delivery.sequence().to_string()),
        (headers::DELIVERIES, delivery.attempt().to_string()),
    ];
    Outgoing {
        stream: topology.stream(SUSPECTS),
        subject: topology.subjects().suspects(stage),
        headers: story,
        payload: Bytes::new(),
    }
}

/// What tells a stored message from all others, also from those of a stream that was made anew.
fn place_and_time(delivery: &impl Delivery) -> String {
    let subject = headers::percent_encoded(delivery.subject());
    format!("{subject}:{}:{}", delivery.sequence(), clock::rfc3339(delivery.stored_at()))
}
