//! JetStream as the worker loop's broker.

use std::{error::Error, sync::Arc, time::Duration};

use async_nats::{
    connection::State,
    jetstream::{
        self, AckKind, ErrorCode, Message,
        consumer::{Consumer, pull},
        context::{ConsumerInfoErrorKind, PublishErrorKind},
        message::PublishMessage,
        stream::DirectGetErrorKind,
    },
};
use bytes::Bytes;
use messages::{StageName, subjects::Lane};
use time::OffsetDateTime;
use tracing::debug;

use super::{Bus, BusError, connect::with_sources, headers::header_map, pulls::Pulls};
use crate::{
    broker::{Broker, Delivery, HANDED_BACK, Outgoing, PublishError, PullError, Settlement, Stored},
    keeper::in_hand::{InHand, Note},
    topology,
};

/// The consumers of one stage.
#[derive(Debug)]
pub struct JetStreamBroker {
    bus: Bus,
    live: Pulls,
    backfill: Pulls,
    /// Where deliveries in hand are noted for the keeper of this process.
    notes: Option<Arc<InHand>>,
}

impl Bus {
    /// The broker of a worker that runs the stages from `first` to `last`.
    ///
    /// # Errors
    ///
    /// When a stream or consumer is missing. Workers never create them: `wiredesk setup` does.
    pub async fn broker(&self, first: StageName, last: StageName) -> Result<JetStreamBroker, BusError> {
        self.stream(&self.topology.stream(last.output())).await?;
        for name in [topology::DEAD, topology::SUSPECTS] {
            self.stream(&self.topology.stream(name)).await?;
        }
        Ok(JetStreamBroker {
            bus: self.clone(),
            live: self.pulls(first, Lane::Live).await?,
            backfill: self.pulls(first, Lane::Backfill).await?,
            notes: None,
        })
    }

    /// Hands back what a process had in hand that is no more: deliveries by their reply subjects.
    pub(crate) async fn hand_back(&self, replies: Vec<String>) -> Result<(), BusError> {
        for reply in replies {
            let word = AckKind::Nak(Some(HANDED_BACK)).into();
            self.client.publish(reply, word).await.map_err(|error| BusError::Server(with_sources(&error)))?;
        }
        self.client.flush().await.map_err(|error| BusError::Server(with_sources(&error)))
    }

    async fn pulls(&self, stage: StageName, lane: Lane) -> Result<Pulls, BusError> {
        let consumer = self.consumer(stage, lane).await?;
        Ok(Pulls::new(self.client.clone(), (*self.context).clone(), consumer))
    }

    async fn consumer(&self, stage: StageName, lane: Lane) -> Result<Consumer<pull::Config>, BusError> {
        let plan = self.topology.consumer(stage, lane);
        let stream = self.stream(&plan.stream).await?;
        stream
            .get_consumer(&plan.name)
            .await
            .map_err(|_| BusError::NotSetUp(format!("consumer {} of stream {}", plan.name, plan.stream)))
    }

    /// Whether a worker that begins with `first` can work: connected, and its consumers are there.
    ///
    /// # Errors
    ///
    /// Why not.
    pub async fn is_ready(&self, first: StageName) -> Result<(), String> {
        if self.client.connection_state() != State::Connected {
            return Err("not connected to NATS".to_owned());
        }
        for lane in Lane::ALL {
            self.consumer(first, lane).await.map_err(|error| error.to_string())?;
        }
        Ok(())
    }

    /// Age of the oldest article that a stage has not settled; zero where there is none.
    ///
    /// # Errors
    ///
    /// When the consumer is missing or the server does not answer.
    pub async fn oldest_pending(&self, stage: StageName, lane: Lane) -> Result<Duration, BusError> {
        let plan = self.topology.consumer(stage, lane);
        let consumer = self.consumer(stage, lane).await?;
        let info = consumer.cached_info();
        if info.num_pending == 0 && info.num_ack_pending == 0 {
            return Ok(Duration::ZERO);
        }
        let stream = self.stream(&plan.stream).await?;
        let next = Some(info.ack_floor.stream_sequence + 1);
        match stream.direct_get_next_for_subject(plan.filter, next).await {
            Ok(message) => Ok((OffsetDateTime::now_utc() - message.time).try_into().unwrap_or_default()),
            Err(error) if error.kind() == DirectGetErrorKind::NotFound => Ok(Duration::ZERO),
            Err(error) => Err(BusError::Server(with_sources(&error))),
        }
    }

    pub(super) async fn stream(&self, name: &str) -> Result<jetstream::stream::Stream, BusError> {
        use jetstream::context::GetStreamErrorKind;
        self.context.get_stream(name).await.map_err(|error| match error.kind() {
            GetStreamErrorKind::JetStream(reply) if reply.code() == 404 => {
                BusError::NotSetUp(format!("stream {name}"))
            }
            _ => BusError::Server(with_sources(&error)),
        })
    }
}

impl JetStreamBroker {
    /// Has each delivery noted for as long as it is in hand.
    pub(crate) fn noting(self, notes: Option<Arc<InHand>>) -> Self {
        Self { notes, ..self }
    }

    fn pulls(&self, lane: Lane) -> &Pulls {
        match lane {
            Lane::Live => &self.live,
            Lane::Backfill => &self.backfill,
        }
    }

    /// A pull failed: is the consumer still there?
    async fn explain(&self, consumer: &Consumer<pull::Config>, error: String) -> PullError {
        let info = consumer.cached_info();
        let gone = |what| PullError::Gone(format!("{what} {} is not there any more", info.stream_name));
        match self.bus.context.get_stream_no_info(&info.stream_name).await {
            Ok(stream) => match stream.consumer_info(&info.name).await {
                Err(error) if matches!(error.kind(), ConsumerInfoErrorKind::NotFound) => {
                    gone(format!("consumer {} of stream", info.name))
                }
                Err(error) if matches!(error.kind(), ConsumerInfoErrorKind::StreamNotFound) => {
                    gone("stream".to_owned())
                }
                _ => PullError::Unavailable(error),
            },
            Err(_) => PullError::Unavailable(error),
        }
    }
}

impl Broker for JetStreamBroker {
    type Delivery = JetStreamDelivery;

    async fn pull(
        &self,
        lane: Lane,
        most: usize,
        wait: Duration,
        mut hand_over: impl FnMut(JetStreamDelivery) + Send,
    ) -> Result<(), PullError> {
        let pulls = self.pulls(lane);
        let noted = |message| hand_over(JetStreamDelivery::new(message, self.notes.as_ref()));
        match pulls.pull(most, wait, noted).await {
            Ok(()) => Ok(()),
            Err(error) => Err(self.explain(&pulls.consumer, error).await),
        }
    }

    async fn publish(&self, message: &Outgoing) -> Result<Stored, PublishError> {
        self.bus.store(message).await
    }

    fn ack_wait(&self) -> Duration {
        let waits = [&self.live, &self.backfill].map(|pulls| pulls.consumer.cached_info().config.ack_wait);
        let shortest = waits.into_iter().filter(|wait| !wait.is_zero()).min();
        shortest.unwrap_or(topology::ACK_WAIT)
    }

    async fn flush(&self) {
        if let Err(error) = self.bus.client.flush().await {
            debug!(%error, "cannot flush");
        }
    }
}

impl Bus {
    /// Publishes one message and waits for the stream's confirmation.
    pub(super) async fn store(&self, message: &Outgoing) -> Result<Stored, PublishError> {
        let publish = PublishMessage::build()
            .headers(header_map(&message.headers))
            .expected_stream(&message.stream)
            .payload(message.payload.clone());
        let confirmation = self
            .context
            .send_publish(message.subject.clone(), publish)
            .await
            .map_err(|error| explain(&error))?;
        let stored = confirmation.await.map_err(|error| explain(&error))?;
        Ok(Stored { sequence: stored.sequence, duplicate: stored.duplicate })
    }
}

/// Too large for the server or for the stream will always be too large; the rest may pass.
fn explain(error: &jetstream::context::PublishError) -> PublishError {
    let reply = error.source().and_then(|source| source.downcast_ref::<jetstream::Error>());
    let exceeds = reply.is_some_and(|reply| reply.error_code() == ErrorCode::STREAM_MESSAGE_EXCEEDS_MAXIMUM);
    if exceeds || error.kind() == PublishErrorKind::MaxPayloadExceeded {
        PublishError::TooLarge(with_sources(error))
    } else {
        PublishError::Unavailable(with_sources(error))
    }
}

/// One receipt of a JetStream message.
#[derive(Debug)]
pub struct JetStreamDelivery {
    message: Message,
    attempt: u64,
    sequence: u64,
    stored_at: OffsetDateTime,
    note: Option<Note>,
}

impl JetStreamDelivery {
    fn new(message: Message, notes: Option<&Arc<InHand>>) -> Self {
        let (attempt, sequence, stored_at) = match message.info() {
            Ok(info) => (u64::try_from(info.delivered).unwrap_or(1), info.stream_sequence, info.published),
            Err(_) => (1, 0, OffsetDateTime::now_utc()),
        };
        let note = notes.zip(message.reply.as_ref()).and_then(|(notes, reply)| notes.note(reply));
        Self { message, attempt, sequence, stored_at, note }
    }

    /// Acknowledgements are fire and forget; one that gets lost means a redelivery, which the next
    /// stream recognizes by its message id.
    async fn say(&self, kind: AckKind) {
        if let Err(error) = self.message.ack_with(kind).await {
            debug!(sequence = self.sequence, error = %error, "cannot settle, the message will come again");
        }
    }

    /// `+TERM` with a reason, which `AckKind::Term` cannot carry; the server's advisory repeats it.
    async fn terminate(&self, reason: &str) {
        let Some(reply) = self.message.reply.clone() else { return };
        let word = Bytes::from(format!("+TERM {reason}"));
        if let Err(error) = self.message.context.client().publish(reply, word).await {
            debug!(sequence = self.sequence, %error, "cannot settle, the message will come again");
        }
    }
}

impl Delivery for JetStreamDelivery {
    fn subject(&self) -> &str {
        self.message.subject.as_str()
    }

    fn payload(&self) -> &Bytes {
        &self.message.payload
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.message.headers.as_ref()?.get(name).map(async_nats::HeaderValue::as_str)
    }

    fn attempt(&self) -> u64 {
        self.attempt
    }

    fn sequence(&self) -> u64 {
        self.sequence
    }

    fn stored_at(&self) -> OffsetDateTime {
        self.stored_at
    }

    async fn in_progress(&self) {
        self.say(AckKind::Progress).await;
    }

    async fn settle(mut self, settlement: Settlement) {
        match settlement {
            Settlement::Acknowledge => self.say(AckKind::Ack).await,
            Settlement::Retry(wait) => self.say(AckKind::Nak(Some(wait))).await,
            Settlement::Terminate(reason) => self.terminate(&reason).await,
        }
        if let Some(note) = self.note.take() {
            note.settled();
        }
    }
}
