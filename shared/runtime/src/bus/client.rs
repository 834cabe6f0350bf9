//! The connection to NATS, and the streams and consumers of one pipeline behind it.

use std::{
    error::Error,
    sync::Arc,
    time::{Duration, Instant},
};

use async_nats::{
    Client,
    jetstream::{
        self, Context, ErrorCode,
        consumer::{Consumer, FromConsumer, pull},
        context::{ConsumerInfoError, ConsumerInfoErrorKind, GetStreamErrorKind, PublishErrorKind},
        message::PublishMessage,
    },
};
use messages::{StageName, subjects::Lane};
use thiserror::Error;
use tokio::sync::Mutex;

use super::{
    connect::{self, ConnectError, Patience},
    headers::header_map,
    link::Link,
};
use crate::{
    broker::{Outgoing, PublishError, Stored},
    causes::{Cause, with_causes},
    obstacle::Obstacle,
    settings::ConnectionSettings,
    standstill::{Standstill, Standstills},
    topology::{DEAD, Topology},
};

/// How many publishes of one process may wait for their confirmation: those of a worker with twice the
/// default capacity, including dead letters.
const MOST_UNCONFIRMED: usize = 1_024;

/// What the server last said about its `max_payload` on a second connection, and when it was asked.
type LimitAnswer = Arc<Mutex<Option<(Instant, usize)>>>;

/// A connection to NATS, with the names of one pipeline.
#[derive(Debug, Clone)]
pub struct Bus {
    pub(super) client: Client,
    pub(super) context: Arc<Context>,
    pub(super) topology: Topology,
    pub(super) link: Arc<Link>,
    pub(super) settings: Arc<ConnectionSettings>,
    pub(super) limit_answer: LimitAnswer,
    /// What hinders this process.
    pub(crate) standstills: Arc<Standstills>,
}

/// The reason why a request to the server failed.
#[derive(Debug, Error)]
pub enum BusError {
    /// The streams and consumers named here are missing.
    #[error("{} {} not exist: run `wiredesk setup` first", .0.join(", "), if .0.len() == 1 { "does" } else { "do" })]
    NotSetUp(Vec<String>),
    /// A stream that `wiredesk setup` creates only with an option is missing.
    #[error("stream {stream} does not exist: run `wiredesk setup {option}` first")]
    NotAskedFor {
        /// The stream.
        stream: String,
        /// The option.
        option: &'static str,
    },
    /// A consumer, named here, does not let workers pull.
    #[error("{0} is a push consumer: delete it, and run `wiredesk setup`")]
    NotPull(String),
    /// A consumer with our name reads the subjects of another pipeline. Names of streams are in capitals, so
    /// the prefixes `Wire` and `wire` have the same ones.
    #[error(
        "consumer {consumer} of stream {stream} belongs to another pipeline: it reads `{filter}`; choose a prefix (WIREDESK_PREFIX) that differs by more than upper and lower case"
    )]
    Foreign {
        /// The consumer.
        consumer: String,
        /// Its stream.
        stream: String,
        /// The subjects that it reads.
        filter: String,
    },
    /// The server refused the request or did not answer.
    #[error("a request to NATS failed")]
    Server(#[source] Cause),
}

impl BusError {
    /// Wraps an error of the client library.
    pub(super) fn server(error: impl Into<Cause>) -> Self {
        Self::Server(error.into())
    }

    /// Explains why the consumer `name` of `stream` cannot be looked up. Only the server's answer that there
    /// is no such consumer or stream is final: any other failure may pass.
    pub(super) fn of_consumer(stream: &str, name: &str, error: ConsumerInfoError) -> Self {
        match error.kind() {
            ConsumerInfoErrorKind::NotFound => {
                Self::NotSetUp(vec![format!("consumer {name} of stream {stream}")])
            }
            ConsumerInfoErrorKind::StreamNotFound => Self::NotSetUp(vec![format!("stream {stream}")]),
            _ => Self::server(error),
        }
    }
}

impl Bus {
    /// Connects to the server under the client name `name`.
    ///
    /// # Errors
    ///
    /// When the server refuses the connection, or with [`Patience::Once`] when it is unreachable.
    pub async fn connect(
        settings: &ConnectionSettings,
        name: &str,
        patience: Patience,
    ) -> Result<Self, ConnectError> {
        let standstills = Arc::<Standstills>::default();
        let link = Arc::new(Link::new(Arc::clone(&standstills)));
        let client = connect::connect(settings, name, patience, &link).await?;
        // The context counts only publishes without a confirmation. A worker limits its deliveries in flight
        // itself.
        let context = jetstream::context::ContextBuilder::new()
            .timeout(connect::REQUEST_TIMEOUT)
            .max_ack_inflight(MOST_UNCONFIRMED)
            .api_prefix(settings.api.to_string())
            .build(client.clone());
        let topology = Topology::new(settings.subjects.clone());
        let settings = Arc::new(settings.clone());
        let limit_answer = LimitAnswer::default();
        Ok(Self { client, context: Arc::new(context), topology, link, settings, limit_answer, standstills })
    }

    /// Resolves when the server has refused the connection for `limit`, with an error that names what to
    /// check. It never resolves while the server is merely away, because it may come back.
    pub async fn refused_for(&self, limit: Duration) -> ConnectError {
        let refusal = self.link.refused_for(limit).await;
        ConnectError::lost(&self.settings, limit, refusal)
    }

    /// Reports whether there is a connection to a server at this moment.
    pub fn is_connected(&self) -> bool {
        self.client.connection_state() == async_nats::connection::State::Connected
    }

    /// Records that `reason` hinders this process at `what`. `cause` is what was reported there. A change is logged
    /// once.
    pub fn hindered(&self, reason: Obstacle, what: &str, cause: &str) {
        self.standstills.report(reason, what, cause);
    }

    /// Records that nothing hinders this process at `what` any longer.
    pub fn goes_on(&self, what: &str) {
        self.standstills.clear(|known| known.what == what);
    }

    /// Returns what hinders this process now.
    pub fn obstacles(&self) -> Vec<Standstill> {
        self.standstills.current()
    }

    /// Returns the streams and subjects of this pipeline.
    pub fn topology(&self) -> &Topology {
        &self.topology
    }

    /// Returns the size of the largest message that the server accepts, in bytes, including headers.
    pub fn max_payload(&self) -> usize {
        self.client.max_payload()
    }

    /// Resolves when everything sent so far has left this process.
    ///
    /// # Errors
    ///
    /// When the connection is closed.
    pub async fn flush(&self) -> Result<(), BusError> {
        self.client.flush().await.map_err(BusError::server)
    }

    /// Gets a stream by its name.
    pub(super) async fn stream(&self, name: &str) -> Result<jetstream::stream::Stream, BusError> {
        self.context.get_stream(name).await.map_err(|error| match error.kind() {
            GetStreamErrorKind::JetStream(reply) if reply.error_code() == ErrorCode::STREAM_NOT_FOUND => {
                BusError::NotSetUp(vec![format!("stream {name}")])
            }
            _ => BusError::server(error),
        })
    }

    /// Gets the consumer of a stage on a lane.
    pub(super) async fn consumer(
        &self,
        stage: StageName,
        lane: Lane,
    ) -> Result<Consumer<pull::Config>, BusError> {
        let plan = self.topology.consumer(stage, lane);
        let stream = self.stream(&plan.stream).await?;
        let info = stream.consumer_info(&plan.name).await;
        let info = info.map_err(|error| BusError::of_consumer(&plan.stream, &plan.name, error))?;
        let config = pull::Config::try_from_consumer_config(info.config.clone())
            .map_err(|_| BusError::NotPull(format!("consumer {} of stream {}", plan.name, plan.stream)))?;
        let filter = &info.config.filter_subject;
        if !filter.is_empty() && !self.topology.subjects().contains(filter) {
            let filter = filter.clone();
            return Err(BusError::Foreign { consumer: plan.name, stream: plan.stream, filter });
        }
        Ok(Consumer::new(config, info, (*self.context).clone()))
    }

    /// Publishes one event and waits for the stream's confirmation.
    pub(super) async fn store_event(&self, event: &Outgoing) -> Result<Stored, PublishError> {
        self.check_event(event).await?;
        self.store(event).await
    }

    /// Publishes one message and waits for the stream's confirmation.
    pub(super) async fn store(&self, message: &Outgoing) -> Result<Stored, PublishError> {
        self.check_size(message).await?;
        let publish = PublishMessage::build()
            .headers(header_map(&message.headers, &message.stream))
            .payload(message.payload.clone());
        let confirmed = async {
            let confirmation = self.context.send_publish(message.subject.clone(), publish).await?;
            confirmation.await
        };
        match confirmed.await {
            Ok(stored) => Ok(Stored { sequence: stored.sequence, duplicate: stored.duplicate }),
            Err(error) => Err(self.explained(error, message).await),
        }
    }

    /// Finds out why a message was not stored. Distinguishes one that will always be too large, for the server
    /// or for the stream, from failures that may pass.
    pub(super) async fn explained(
        &self,
        error: jetstream::context::PublishError,
        message: &Outgoing,
    ) -> PublishError {
        let stream = &message.stream;
        if let Some(limit) = exceeded(&error, stream) {
            return PublishError::TooLarge(limit.into());
        }
        if reply_code(&error) == Some(ErrorCode::STREAM_NOT_MATCH) {
            return misdirected(Obstacle::Unconfirmed, "another stream", message);
        }
        match refusal(&error) {
            Obstacle::StreamFull if *stream == self.topology.stream(DEAD) => {
                PublishError::Unavailable(Obstacle::DeadLettersFull, error.into())
            }
            Obstacle::StreamMissing => misdirected(self.why_not_taken(stream).await, "no stream", message),
            obstacle => PublishError::Unavailable(obstacle, error.into()),
        }
    }
}

/// Explains a publish on a subject that its stream does not take.
fn misdirected(obstacle: Obstacle, taker: &str, message: &Outgoing) -> PublishError {
    let Outgoing { subject, stream, .. } = message;
    let explanation = format!(
        "{taker} takes `{subject}`: stream {stream} is missing or has other subjects, or JetStream is off; run `wiredesk setup`"
    );
    PublishError::Unavailable(obstacle, explanation.into())
}

/// Returns the limit that a message exceeds, if it will always be too large for the server or for the stream.
fn exceeded(error: &jetstream::context::PublishError, stream: &str) -> Option<String> {
    match reply_code(error) {
        Some(ErrorCode::STREAM_MESSAGE_EXCEEDS_MAXIMUM) => {
            Some(format!("stream {stream} has a max_msg_size of its own, which `wiredesk setup` removes"))
        }
        Some(ErrorCode::STREAM_HEADER_EXCEEDS_MAXIMUM) => {
            Some(format!("stream {stream} accepts 64 KiB of headers, and the message has more"))
        }
        _ if error.kind() == PublishErrorKind::MaxPayloadExceeded => Some(with_causes(error)),
        _ => None,
    }
}

/// Returns why a message was not stored, as far as the server's answer tells.
fn refusal(error: &jetstream::context::PublishError) -> Obstacle {
    match reply_code(error) {
        // The server answers with this code whatever the reason is why its store refuses a message.
        Some(ErrorCode::STREAM_STORE_FAILED) if with_causes(error).contains("no space left") => {
            Obstacle::DiskFull
        }
        Some(
            ErrorCode::STREAM_STORE_FAILED
            | ErrorCode::STORAGE_RESOURCES_EXCEEDED
            | ErrorCode::ACCOUNT_RESOURCES_EXCEEDED
            | ErrorCode::INSUFFICIENT_RESOURCES,
        ) => Obstacle::StreamFull,
        _ if error.kind() == PublishErrorKind::StreamNotFound => Obstacle::StreamMissing,
        _ => Obstacle::Unconfirmed,
    }
}

/// Returns the code of the server's answer to a publish, if it answered.
fn reply_code(error: &jetstream::context::PublishError) -> Option<ErrorCode> {
    let reply = error.source()?.downcast_ref::<jetstream::Error>()?;
    Some(reply.error_code())
}
