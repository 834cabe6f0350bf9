//! JetStream as the broker of the worker loop.

use std::{sync::Arc, time::Duration};

use async_nats::{
    Client, Message,
    jetstream::{
        AckKind,
        consumer::{Consumer, pull},
        context::ConsumerInfoErrorKind,
        stream::DirectGetErrorKind,
    },
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
    standstill::explained,
    topology,
};

/// The consumers of one stage.
#[derive(Debug)]
pub struct JetStreamBroker {
    bus: Bus,
    /// The client, for the deliveries. Cloning it takes several allocations.
    client: Arc<Client>,
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
            client: Arc::new(self.client.clone()),
            live: self.pulls(first, Lane::Live).await?,
            backfill: self.pulls(first, Lane::Backfill).await?,
            ledger: None,
        })
    }

    async fn pulls(&self, stage: StageName, lane: Lane) -> Result<Pulls, BusError> {
        let consumer = self.consumer(stage, lane).await?;
        Ok(Pulls::new(self.client.clone(), consumer))
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
        explained(&found)
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
        let receive =
            |message| hand_over(JetStreamDelivery::new(message, &self.client, self.ledger.as_ref()));
        match pulls.pull(most, wait, receive).await {
            Ok(()) => Ok(()),
            Err(cause) => Err(self.explain(&pulls.consumer, cause).await),
        }
    }

    async fn publish(&self, message: &Outgoing) -> Result<Stored, PublishError> {
        // Dead letters and notes may use the whole limit.
        let whole = [topology::DEAD, topology::SUSPECTS].map(|name| self.bus.topology.stream(name));
        if whole.contains(&message.stream) {
            return self.bus.store(message).await;
        }
        self.bus.store_event(message).await
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
    client: Arc<Client>,
    place: Place,
    entry: Option<Entry>,
}

impl JetStreamDelivery {
    pub(super) fn new(message: Message, client: &Arc<Client>, ledger: Option<&Arc<Ledger>>) -> Self {
        let place = message.reply.as_deref().and_then(Place::parse).unwrap_or_else(Place::unknown);
        let entry = ledger.zip(message.reply.as_ref()).and_then(|(ledger, reply)| ledger.enter(reply));
        Self { message, client: Arc::clone(client), place, entry }
    }

    /// Sends an acknowledgement without waiting for a reply. A lost one leads to a redelivery, whose result
    /// the next stream recognizes by its message id.
    async fn acknowledge(&self, kind: AckKind) {
        self.answer(kind.into()).await;
    }

    /// Acknowledges, and waits for the server's confirmation. Returns whether it came.
    pub(super) async fn acknowledge_confirmed(self) -> bool {
        let Some(reply) = self.message.reply.clone() else { return false };
        let confirmed = self.client.request(reply, AckKind::Ack.into()).await;
        if let Err(error) = &confirmed {
            debug!(sequence = self.place.sequence, %error, "not confirmed, the message may be redelivered");
        }
        confirmed.is_ok()
    }

    async fn answer(&self, answer: Bytes) {
        let Some(reply) = self.message.reply.clone() else { return };
        if let Err(error) = self.client.publish(reply, answer).await {
            debug!(sequence = self.place.sequence, %error, "cannot settle, the message will be redelivered");
        }
    }

    /// Sends `+TERM` with a reason, which `AckKind::Term` cannot carry. The server's advisory repeats the
    /// reason.
    async fn terminate(&self, reason: &str) {
        self.answer(Bytes::from(format!("+TERM {reason}"))).await;
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
        self.place.attempt
    }

    fn sequence(&self) -> u64 {
        self.place.sequence
    }

    fn stored_at(&self) -> OffsetDateTime {
        self.place.stored_at
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

/// What the reply subject of a delivery says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    attempt: u64,
    sequence: u64,
    stored_at: OffsetDateTime,
}

impl Place {
    /// Parses `$JS.ACK.<stream>.<consumer>.<attempt>.<sequence>.<consumer sequence>.<time>.<pending>`, or the
    /// longer form that has domain and account before the stream (NATS ADR-15).
    ///
    /// The client library parses it only for its own type of message, which costs six allocations.
    fn parse(reply: &str) -> Option<Self> {
        let tokens = reply.strip_prefix("$JS.ACK.")?.split('.');
        let before = if tokens.clone().count() < 9 { 2 } else { 4 };
        let mut tokens = tokens.skip(before);
        let attempt = tokens.next()?.parse().ok()?;
        let sequence = tokens.next()?.parse().ok()?;
        let nanoseconds = tokens.nth(1)?.parse().ok()?;
        let stored_at = OffsetDateTime::from_unix_timestamp_nanos(nanoseconds).ok()?;
        Some(Self { attempt, sequence, stored_at })
    }

    /// Returns the place of a delivery whose reply subject does not say it.
    fn unknown() -> Self {
        Self { attempt: 1, sequence: 0, stored_at: clock::now() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reply_subject_names_attempt_sequence_and_time() {
        let stored_at = OffsetDateTime::from_unix_timestamp_nanos(1_764_374_400_000_000_007).unwrap();
        let expected = Some(Place { attempt: 3, sequence: 42, stored_at });
        for reply in [
            "$JS.ACK.ARTICLES_TAGGED.summarizer-live.3.42.7.1764374400000000007.5",
            "$JS.ACK.hub.ACCHASH.ARTICLES_TAGGED.summarizer-live.3.42.7.1764374400000000007.5",
            "$JS.ACK.hub.ACCHASH.ARTICLES_TAGGED.summarizer-live.3.42.7.1764374400000000007.5.random",
        ] {
            assert_eq!(Place::parse(reply), expected, "{reply}");
        }
        for reply in ["", "_INBOX.1.2", "$JS.ACK.A.B.1.2.3", "$JS.ACK.A.B.x.2.3.4.5"] {
            assert_eq!(Place::parse(reply), None, "{reply}");
        }
    }
}
