//! A dead letter: the payload as it came, with its story in the headers.

use messages::{StageName, headers};

use super::decision::Reason;
use crate::{
    broker::{Delivery, Outgoing},
    topology::{DEAD, Topology},
};

/// The dead letter of a delivery.
///
/// `stage` is the one whose consumer delivered it, in `version`. Its message id names the place in the stream, so setting the same message aside twice stores it once.
pub(super) fn letter(
    delivery: &impl Delivery,
    reason: &Reason,
    stage: StageName,
    version: &str,
    topology: &Topology,
    now: &str,
) -> Outgoing {
    let id =
        format!("{}:{}:dead:{}", headers::percent_encoded(delivery.subject()), delivery.sequence(), stage);
    let mut story = vec![
        (headers::MESSAGE_ID, id),
        (headers::DEAD_SUBJECT, delivery.subject().to_owned()),
        (headers::DEAD_SEQUENCE, delivery.sequence().to_string()),
        (headers::DEAD_STORED, delivery.stored_at()),
        (headers::DEAD_STAGE, stage.to_string()),
        (headers::DEAD_REASON, reason.code.to_owned()),
        (headers::DEAD_ERROR, headers::percent_encoded(&reason.message)),
        (headers::DEAD_DELIVERIES, delivery.attempt().to_string()),
        (headers::DEAD_VERSION, version.to_owned()),
        (headers::DEAD_TIME, now.to_owned()),
    ];
    if let Some(id) = delivery.header(headers::MESSAGE_ID) {
        story.push((headers::DEAD_MESSAGE_ID, id.to_owned()));
    }
    for name in headers::TRACE_CONTEXT {
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
