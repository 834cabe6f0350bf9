//! Dead letters: the unchanged payload of a delivery, with its history in the headers.

use std::fmt::{self, Display};

use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use messages::{
    StageName, headers,
    subjects::{ALERT, SINK},
};

use crate::{
    broker::{Delivery, Outgoing},
    clock,
    topology::{DEAD, Topology},
    worker::decision::Reason,
};

/// How many bytes of an unreadable header block a dead letter keeps. In Base64 they are a third more, and a
/// stream accepts 64 KiB of headers.
const MOST_HEADERS: usize = 40 << 10;

/// The length of a header value from which on an empty dead letter leaves it out, in bytes.
const LONG_HEADER: usize = 1 << 10;

/// Who makes a dead letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Maker {
    /// The worker of a stage.
    Stage(StageName),
    /// The sink with this name. Several sinks read the same stream, and each makes its own letters.
    Sink(String),
    /// The alerter with this name.
    Alerter(String),
}

impl Maker {
    /// Returns the token of the letter's subject.
    fn token(&self) -> &str {
        match self {
            Self::Stage(stage) => stage.as_str(),
            Self::Sink(_) => SINK,
            Self::Alerter(_) => ALERT,
        }
    }
}

/// Writes what distinguishes it from all others that make a letter of the same event.
impl Display for Maker {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stage(stage) => write!(formatter, "{stage}"),
            Self::Sink(name) => write!(formatter, "{SINK}:{name}"),
            Self::Alerter(name) => write!(formatter, "{ALERT}:{name}"),
        }
    }
}

/// Builds the dead letter of a delivery: the unchanged payload, with its history in the headers.
///
/// `maker` reads the stream that delivered it, and `version` is the maker's. The message id consists of the
/// sequence, the time of storage and the maker, so a message that becomes a dead letter twice is stored once.
/// The time is needed because a stream that was created again counts from one.
pub(crate) fn dead_letter(
    delivery: &impl Delivery,
    reason: &Reason,
    maker: &Maker,
    version: &str,
    topology: &Topology,
    now: &str,
) -> Outgoing {
    let stored_at = clock::rfc3339(delivery.stored_at());
    let id = format!("{}:dead:{maker}", place_and_time(delivery));
    let mut headers = vec![
        (headers::MESSAGE_ID, id),
        (headers::DEAD_SUBJECT, delivery.subject().to_owned()),
        (headers::DEAD_SEQUENCE, delivery.sequence().to_string()),
        (headers::DEAD_STORED, stored_at),
        (headers::DEAD_STAGE, maker.token().to_owned()),
        (headers::DEAD_REASON, reason.code.to_string()),
        (headers::DEAD_ERROR, headers::percent_encoded(&reason.message)),
        (headers::DELIVERIES, delivery.attempt().to_string()),
        (headers::VERSION, version.to_owned()),
        (headers::DEAD_TIME, now.to_owned()),
    ];
    if let Some(id) = delivery.header(headers::MESSAGE_ID) {
        headers.push((headers::DEAD_MESSAGE_ID, id.to_owned()));
    }
    if let Some(block) = delivery.unreadable_headers() {
        headers.push((headers::DEAD_HEADERS, STANDARD.encode(block.get(..MOST_HEADERS).unwrap_or(block))));
    }
    // These headers describe the payload, which is unchanged. A replay needs them, and they name the article.
    for name in headers::CLOUD_EVENT.into_iter().chain(headers::TRACE_CONTEXT).chain([headers::REPLAY]) {
        if let Some(value) = delivery.header(name) {
            headers.push((name, value.to_owned()));
        }
    }
    Outgoing {
        stream: topology.stream(DEAD),
        subject: topology.subjects().dead(maker.token(), reason.code),
        headers,
        payload: delivery.payload().clone(),
    }
}

/// Returns a dead letter without its payload, for a letter that does not fit through the bus. The payload stays in
/// its original stream, which the headers name. Long headers are left out: a stream accepts 64 KiB of them.
///
/// Events leave room for the headers of a dead letter. So this is needed only if the server's limit was lowered
/// meanwhile, or if another program published an event that fills it. Returns `None` if the letter is short
/// already.
pub(crate) fn shortened(letter: &Outgoing) -> Option<Outgoing> {
    if letter.headers.iter().any(|(name, _)| *name == headers::DEAD_PAYLOAD) {
        return None;
    }
    let mut headers = letter.headers.clone();
    headers.retain(|(_, value)| value.len() <= LONG_HEADER);
    headers.push((headers::DEAD_PAYLOAD, headers::IN_STREAM.to_owned()));
    let (stream, subject) = (letter.stream.clone(), letter.subject.clone());
    Some(Outgoing { stream, subject, headers, payload: Bytes::new() })
}

/// Returns what identifies a stored message, even among those of a stream that was created again.
pub(crate) fn place_and_time(delivery: &impl Delivery) -> String {
    let subject = headers::percent_encoded(delivery.subject());
    format!("{subject}:{}:{}", delivery.sequence(), clock::rfc3339(delivery.stored_at()))
}
