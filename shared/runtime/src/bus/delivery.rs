//! JetStream as the broker of the worker loop.

use std::{sync::Arc, time::Duration};

use async_nats::jetstream::{
    AckKind, Message,
    consumer::{Consumer, pull},
    context::ConsumerInfoErrorKind,
    stream::DirectGetErrorKind,
};
use bytes::Bytes;
use messages::{StageName, subjects::Lane};
use time::OffsetDateTime;
use tracing::debug;

use super::{
    client::{Bus, BusError},
    pulls::Pulls,
};
use crate::{
    broker::{Broker, Delivery, Outgoing, PublishError, PullError, RETURNED, Settlement, Stored},
    causes::{Cause, with_causes},
    clock,
    in_flight::{Entry, Ledger},
    topology,
};

/// The consumers of one stage.
#[derive(Debug)]
pub struct JetStreamBroker {
    bus: Bus,
    live: Pulls,
    backfill: Pulls,
    /// The ledger of deliveries in flight, for the supervisor of this process.
    ledger: Option<Arc<Ledger>>,
}

impl Bus {
    /// Creates the broker for a worker that runs the stages from `first` to `last`.
    ///
    /// # Errors
    ///
    /// When a stream or consumer is missing. Workers never create them; `wiredesk setup` does.
    pub async fn broker(&self, first: StageName, last: StageName) -> Result<JetStreamBroker, BusError> {
        for name in [last.output(), topology::DEAD, topology::SUSPECTS] {
            self.stream(&self.topology.stream(name)).await?;
        }
        Ok(JetStreamBroker {
            bus: self.clone(),
            live: self.pulls(first, Lane::Live).await?,
            backfill: self.pulls(first, Lane::Backfill).await?,
            ledger: None,
        })
    }

    async fn pulls(&self, stage: StageName, lane: Lane) -> Result<Pulls, BusError> {
        let consumer = self.consumer(stage, lane).await?;
        Ok(Pulls::new(self.client.clone(), (*self.context).clone(), consumer))
    }

    /// Returns the in-flight deliveries of a dead process to the server. `replies` are their reply subjects.
    pub(crate) async fn return_deliveries(&self, replies: Vec<String>) -> Result<(), BusError> {
        for reply in replies {
            let nak = AckKind::Nak(Some(RETURNED)).into();
            self.client.publish(reply, nak).await.map_err(BusError::server)?;
        }
        self.client.flush().await.map_err(BusError::server)
    }

    /// Checks that a worker which runs the stages from `first` to `last` can do all of its work.
    ///
    /// # Errors
    ///
    /// The obstacles, one a line, each with its remedy.
    pub async fn check_ready(&self, first: StageName, last: StageName) -> Result<(), String> {
        let mut found = self.look(first, last).await.map_err(|error| with_causes(&*error))?;
        found.extend(self.standstills.current());
        found.sort_unstable();
        found.dedup();
        let lines = found.iter().map(|it| format!("{}: {it}; {}", it.reason, it.reason.remedy()));
        let lines: Vec<String> = lines.collect();
        if lines.is_empty() { Ok(()) } else { Err(lines.join("\n")) }
    }

    /// Returns the age of the oldest article that a stage has not settled, or zero if there is none.
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
            Ok(message) => Ok(clock::since(message.time)),
            Err(error) if error.kind() == DirectGetErrorKind::NotFound => Ok(Duration::ZERO),
            Err(error) => Err(BusError::server(error)),
        }
    }
}

impl JetStreamBroker {
    /// Enters each delivery into `ledger` while it is in flight.
    pub(crate) fn with_ledger(self, ledger: Option<Arc<Ledger>>) -> Self {
        Self { ledger, ..self }
    }

    fn lane(&self, lane: Lane) -> &Pulls {
        match lane {
            Lane::Live => &self.live,
            Lane::Backfill => &self.backfill,
        }
    }

    /// Finds out why a pull failed: the consumer is gone, or the server is unavailable.
    async fn explain(&self, consumer: &Consumer<pull::Config>, cause: Cause) -> PullError {
        let info = consumer.cached_info();
        let stream = format!("stream {}", info.stream_name);
        match self.bus.context.get_stream_no_info(&info.stream_name).await {
            Ok(handle) => match handle.consumer_info(&info.name).await {
                Err(error) if matches!(error.kind(), ConsumerInfoErrorKind::NotFound) => {
                    PullError::Gone(format!("consumer {} of {stream}", info.name))
                }
                Err(error) if matches!(error.kind(), ConsumerInfoErrorKind::StreamNotFound) => {
                    PullError::Gone(stream)
                }
                _ => PullError::Unavailable(cause),
            },
            Err(_) => PullError::Unavailable(cause),
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
        let pulls = self.lane(lane);
        let receive = |message| hand_over(JetStreamDelivery::new(message, self.ledger.as_ref()));
        match pulls.pull(most, wait, receive).await {
            Ok(()) => Ok(()),
            Err(cause) => Err(self.explain(&pulls.consumer, cause).await),
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

/// One delivery of a JetStream message.
#[derive(Debug)]
pub struct JetStreamDelivery {
    message: Message,
    attempt: u64,
    sequence: u64,
    stored_at: OffsetDateTime,
    entry: Option<Entry>,
}

impl JetStreamDelivery {
    fn new(message: Message, ledger: Option<&Arc<Ledger>>) -> Self {
        let (attempt, sequence, stored_at) = match message.info() {
            Ok(info) => (u64::try_from(info.delivered).unwrap_or(1), info.stream_sequence, info.published),
            Err(_) => (1, 0, clock::now()),
        };
        let entry = ledger.zip(message.reply.as_ref()).and_then(|(ledger, reply)| ledger.enter(reply));
        Self { message, attempt, sequence, stored_at, entry }
    }

    /// Sends an acknowledgement without waiting for a reply. A lost one leads to a redelivery, whose result
    /// the next stream recognizes by its message id.
    async fn acknowledge(&self, kind: AckKind) {
        if let Err(error) = self.message.ack_with(kind).await {
            debug!(sequence = self.sequence, error = %error, "cannot settle, the message will be redelivered");
        }
    }

    /// Sends `+TERM` with a reason, which `AckKind::Term` cannot carry. The server's advisory repeats the
    /// reason.
    async fn terminate(&self, reason: &str) {
        let Some(reply) = self.message.reply.clone() else { return };
        let term = Bytes::from(format!("+TERM {reason}"));
        if let Err(error) = self.message.context.client().publish(reply, term).await {
            debug!(sequence = self.sequence, %error, "cannot settle, the message will be redelivered");
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
        self.message.headers.as_ref()?.first(name)
    }

    fn unreadable_headers(&self) -> Option<&Bytes> {
        self.message.headers.as_ref()?.unreadable()
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
        self.acknowledge(AckKind::Progress).await;
    }

    async fn settle(mut self, settlement: Settlement) {
        match settlement {
            Settlement::Acknowledge => self.acknowledge(AckKind::Ack).await,
            Settlement::Retry(wait) => self.acknowledge(AckKind::Nak(Some(wait))).await,
            Settlement::Terminate(reason) => self.terminate(&reason).await,
        }
        if let Some(entry) = self.entry.take() {
            entry.settled();
        }
    }
}
