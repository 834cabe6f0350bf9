//! The size of the largest message: the server's `max_payload`.
//!
//! The client library learns it when it connects. A server that reloads its configuration tells no client, and
//! disconnects a client that sends more than the new limit. So a lowered limit is known after a moment. For a
//! raised one, a second connection asks before an event counts as too large.

use std::{sync::Arc, time::Instant};

use tracing::info;

use super::{
    client::Bus,
    connect::{self, Patience},
};
use crate::{
    broker::{Outgoing, PublishError},
    obstacle::Obstacle,
};

/// The most that events leave free for the headers of a dead letter, in bytes: as many as a stream accepts.
const DEAD_LETTER_HEADERS: usize = 64 << 10;
/// The part of a small `max_payload` that events leave free instead. At 1 MiB it is as much.
const FREE_PART: usize = 16;
/// The bytes around the name and value of a header, and around all headers.
const AROUND_HEADER: usize = ": \r\n".len();
const AROUND_HEADERS: usize = "NATS/1.0\r\n\r\n".len();

/// Returns the size of the largest event, which leaves room for the headers of a dead letter.
fn largest_event(max_payload: usize) -> usize {
    max_payload - DEAD_LETTER_HEADERS.min(max_payload / FREE_PART)
}

/// Returns the size of a message with its headers, but for the header that names the stream, which the client
/// checks as well.
fn size(message: &Outgoing) -> usize {
    let headers = message.headers.iter().map(|(name, value)| name.len() + value.len() + AROUND_HEADER);
    headers.sum::<usize>() + AROUND_HEADERS + message.payload.len()
}

impl Bus {
    /// Returns the size of the largest event that fits through the bus, in bytes.
    pub fn largest_event(&self) -> usize {
        largest_event(self.max_payload())
    }

    /// Checks that an event fits through the bus, and later as a dead letter with its history.
    pub(super) async fn check_event(&self, event: &Outgoing) -> Result<(), PublishError> {
        let length = event.payload.len();
        let explain = |max_payload| {
            format!(
                "the event has {length} bytes; of the server's max_payload of {max_payload} bytes an event may take {}, the rest is for the headers of a dead letter",
                largest_event(max_payload)
            )
        };
        self.check(|max_payload| length <= largest_event(max_payload), explain).await
    }

    /// Checks that a message fits through the bus.
    pub(super) async fn check_size(&self, message: &Outgoing) -> Result<(), PublishError> {
        let size = size(message);
        let explain = |max_payload| {
            format!(
                "the message has {size} bytes with its headers, the server's max_payload is {max_payload}"
            )
        };
        self.check(|max_payload| size <= max_payload, explain).await
    }

    async fn check(
        &self,
        fits: impl Fn(usize) -> bool,
        explain: impl Fn(usize) -> String,
    ) -> Result<(), PublishError> {
        let known = self.client.max_payload();
        if fits(known) {
            return Ok(());
        }
        if self.asked_limit(known).await.is_some_and(fits) {
            let connects = "max_payload of the server was raised, connecting again";
            return Err(PublishError::Unavailable(Obstacle::Unconfirmed, connects.into()));
        }
        Err(PublishError::TooLarge(explain(known).into()))
    }

    /// Asks the server for its limit. Connects again if it is not the one that is `known`.
    async fn asked_limit(&self, known: usize) -> Option<usize> {
        let needed_at = Instant::now();
        let mut answer = self.limit_answer.lock().await;
        // Many may wait here at once. Those who waited before the last question was asked share its answer.
        if let Some((asked_at, limit)) = *answer
            && asked_at > needed_at
        {
            return Some(limit);
        }
        let asked_at = Instant::now();
        let link = Arc::default();
        let asked = connect::connect(&self.settings, "wiredesk-limits", Patience::Once, &link).await;
        let limit = asked.ok()?.max_payload();
        *answer = Some((asked_at, limit));
        if limit != known {
            info!(from = known, to = limit, "max_payload of the server changed, connecting again");
            self.client.force_reconnect().await.ok()?;
        }
        Some(limit)
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::*;

    #[test]
    fn every_event_leaves_room_for_the_headers_of_a_dead_letter() {
        assert_eq!(largest_event(8 << 20), (8 << 20) - (64 << 10));
        assert_eq!(largest_event(1 << 20), (1 << 20) - (64 << 10));
        // A small limit is divided in the same proportion.
        assert_eq!(largest_event(64 << 10), 60 << 10);
        assert_eq!(largest_event(0), 0);
    }

    #[test]
    fn the_size_of_a_message_is_that_on_the_wire() {
        let message = Outgoing {
            stream: String::new(),
            subject: String::new(),
            headers: vec![("A", "b".into()), ("C", "d".into())],
            payload: Bytes::from_static(b"rain"),
        };
        assert_eq!(size(&message), "NATS/1.0\r\nA: b\r\nC: d\r\n\r\nrain".len());
    }
}
