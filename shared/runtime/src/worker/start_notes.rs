//! The notes that a worker publishes about the starts of suspects.

use bytes::Bytes;
use messages::{StageName, headers};

use crate::{
    broker::{Delivery, Outgoing},
    dead_letter::place_and_time,
    topology::{SUSPECTS, Topology},
};

/// Builds the note that processing of a suspect starts for the `number`th time. Its message id is the same on
/// every delivery, so the stream recognizes a start that it already has.
pub(super) fn start_note(
    delivery: &impl Delivery,
    number: u64,
    stage: StageName,
    topology: &Topology,
) -> Outgoing {
    note(delivery, "begins", number, stage, topology)
}

/// Builds the note that processing of a suspect, which started for the `number`th time, has ended and that its
/// dead letter waits.
pub(super) fn end_note(
    delivery: &impl Delivery,
    number: u64,
    stage: StageName,
    topology: &Topology,
) -> Outgoing {
    note(delivery, "ends", number, stage, topology)
}

fn note(
    delivery: &impl Delivery,
    what: &str,
    number: u64,
    stage: StageName,
    topology: &Topology,
) -> Outgoing {
    let id = format!("{}:{what}:{stage}:{number}", place_and_time(delivery));
    let headers = vec![
        (headers::MESSAGE_ID, id),
        (headers::INPUT_SUBJECT, delivery.subject().to_owned()),
        (headers::INPUT_SEQUENCE, delivery.sequence().to_string()),
        (headers::DELIVERIES, delivery.attempt().to_string()),
    ];
    Outgoing {
        stream: topology.stream(SUSPECTS),
        subject: topology.subjects().suspects(stage),
        headers,
        payload: Bytes::new(),
    }
}
