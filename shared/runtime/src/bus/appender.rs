//! Storing events in one unbroken order, for a program that rebuilds its state from its own output.
//!
//! Each event is stored only directly after the one before it. So of two instances of the program at most one stores,
//! whatever they believe, and what is in the stream is what one instance after the other said.

use std::future::IntoFuture;

use async_nats::{
    header::NATS_MESSAGE_ID,
    jetstream::{
        context::{PublishError as JetStreamError, PublishErrorKind},
        message::{PublishMessage, StreamMessage},
        stream::LastRawMessageErrorKind,
    },
};
use futures_util::future::join_all;
use thiserror::Error;
use tokio::time::sleep;

use super::{
    client::{Bus, BusError},
    headers::header_map,
    reader::StoredEvent,
    stored_headers::StoredHeaders,
};
use crate::{
    backoff::backoff,
    broker::{Outgoing, PublishError},
    causes::with_causes,
    obstacle::Obstacle,
};

/// The only writer of a stream, as long as nobody else writes.
#[derive(Debug)]
pub struct Appender {
    bus: Bus,
    stream: String,
    /// The sequence of the last message in the stream.
    last: u64,
}

/// The reason why events cannot be stored any more.
#[derive(Debug, Error)]
pub enum AppendError {
    /// The stream has a message that is not from this instance, or lacks one that was stored.
    #[error("another instance has written to stream {0}, or the stream was created anew")]
    Overtaken(String),
    /// The stream is missing.
    #[error(transparent)]
    Bus(#[from] BusError),
}

impl Bus {
    /// Prepares to store events in the stream of `event`. Returns the last stored message, too, if the stream has it.
    ///
    /// # Errors
    ///
    /// When the stream is missing or the server does not answer.
    pub async fn appender(&self, event: &str) -> Result<(Appender, Option<StoredEvent>), BusError> {
        let stream = self.topology().stream(event);
        let mut appender = Appender { bus: self.clone(), stream, last: 0 };
        let last = appender.last_message().await?;
        appender.last = last.0;
        Ok((appender, last.1.map(stored_event)))
    }
}

impl Appender {
    /// Stores events in their order, directly after each other. Tries until all are stored: while the stream is full
    /// or away, it waits.
    ///
    /// At most 1,000 events are stored at once. Those that the stream has under the same id are left out.
    ///
    /// # Errors
    ///
    /// When another instance has written, or the stream is missing.
    pub async fn append(&mut self, events: &[Outgoing]) -> Result<(), AppendError> {
        let (mut left, mut failures) = (events, 0_u32);
        while let Some(first) = left.first() {
            let (stored, failure) = self.store(left).await;
            left = left.get(stored..).unwrap_or_default();
            if stored > 0 {
                failures = 0;
                let standstills = &self.bus.standstills;
                standstills.clear(|known| known.is_over_once_stored(&first.stream, &first.subject));
            }
            let Some(failure) = failure else { continue };
            self.report(failure, left.first().unwrap_or(first)).await;
            if stored == 0 {
                failures = failures.saturating_add(1);
                sleep(backoff(failures, u64::from(std::process::id()))).await;
            }
            left = self.catch_up(left).await?;
        }
        Ok(())
    }

    /// Stores as many events as it can. Returns how many are stored, and why the next one is not.
    async fn store(&mut self, events: &[Outgoing]) -> (usize, Option<JetStreamError>) {
        let (mut sent, mut failure) = (Vec::with_capacity(events.len()), None);
        for (last, event) in (self.last..).zip(events) {
            let publish = PublishMessage::build()
                .headers(header_map(&event.headers, &event.stream))
                .payload(event.payload.clone())
                .expected_last_sequence(last);
            match self.bus.context.send_publish(event.subject.clone(), publish).await {
                Ok(confirmation) => sent.push(confirmation.into_future()),
                Err(error) => {
                    failure = Some(error);
                    break;
                }
            }
        }
        let mut stored = 0;
        // All are awaited, so that none is on its way when the rest is sent again.
        for outcome in join_all(sent).await {
            match outcome {
                Ok(confirmed) => {
                    // An event that the stream had before takes no new sequence.
                    self.last = self.last.max(confirmed.sequence);
                    stored += 1;
                }
                Err(error) => return (stored, Some(error)),
            }
        }
        (stored, failure)
    }

    /// Returns what is not stored yet: the confirmation of an event may get lost.
    async fn catch_up<'e>(&mut self, left: &'e [Outgoing]) -> Result<&'e [Outgoing], AppendError> {
        let mut failures = 0_u32;
        let (last, message) = loop {
            match self.last_message().await {
                Err(error @ BusError::Server(_)) => {
                    failures = failures.saturating_add(1);
                    tracing::debug!(error = with_causes(&error), "cannot look at the stream, retrying");
                    sleep(backoff(failures, u64::from(std::process::id()))).await;
                }
                found => break found?,
            }
        };
        if last == self.last {
            return Ok(left);
        }
        let id = message.as_ref().and_then(|message| message.headers.get(NATS_MESSAGE_ID));
        let is_last = |event: &Outgoing| {
            let mut headers = event.headers.iter();
            headers.any(|(name, value)| {
                *name == messages::headers::MESSAGE_ID && id.is_some_and(|id| id.as_str() == value)
            })
        };
        let place = left.iter().position(is_last);
        let ours =
            place.filter(|place| last.checked_sub(self.last).is_some_and(|new| new <= *place as u64 + 1));
        let Some(place) = ours else { return Err(AppendError::Overtaken(self.stream.clone())) };
        self.last = last;
        Ok(left.get(place + 1..).unwrap_or_default())
    }

    /// Returns the last sequence of the stream, and its message if it is still there. It asks the leader of the
    /// stream, because a copy may be behind.
    async fn last_message(&self) -> Result<(u64, Option<StreamMessage>), BusError> {
        let stream = self.bus.stream(&self.stream).await?;
        let last = stream.cached_info().state.last_sequence;
        if last == 0 {
            return Ok((0, None));
        }
        match stream.get_raw_message(last).await {
            Ok(message) => Ok((last, Some(message))),
            Err(error) if error.kind() == LastRawMessageErrorKind::NoMessageFound => Ok((last, None)),
            Err(error) => Err(BusError::server(error)),
        }
    }

    /// Tells the log, the metrics and the probes why an event is not stored. That another message is the last one
    /// hinders nobody: the next look at the stream shows whose it is.
    async fn report(&self, failure: JetStreamError, event: &Outgoing) {
        if failure.kind() == PublishErrorKind::WrongLastSequence {
            return;
        }
        let (obstacle, cause) = match self.bus.explained(failure, event).await {
            PublishError::Unavailable(obstacle, cause) => (obstacle, with_causes(&*cause)),
            PublishError::TooLarge(cause) => (Obstacle::Unconfirmed, with_causes(&*cause)),
        };
        self.bus.standstills.report(obstacle, format!("stream {}", event.stream), &cause);
    }
}

fn stored_event(message: StreamMessage) -> StoredEvent {
    StoredEvent {
        sequence: message.sequence,
        stored_at: message.time,
        subject: message.subject.to_string(),
        headers: StoredHeaders::new(message.headers),
        payload: message.payload,
        after: 0,
    }
}
