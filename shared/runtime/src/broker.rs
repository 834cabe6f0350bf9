//! What the worker loop needs of a bus. JetStream is one; the tests of the loop have another.

use std::time::Duration;

use bytes::Bytes;
use messages::{headers::Headers, subjects::Lane};
use thiserror::Error;
use time::OffsetDateTime;

/// The wait before a delivery that a leaving worker hands back comes again: time enough for another
/// worker to have taken its place.
pub(crate) const HANDED_BACK: Duration = Duration::from_millis(200);

/// A bus that delivers messages and stores what is published.
pub trait Broker: Send + Sync + 'static {
    /// One receipt of a message.
    type Delivery: Delivery;

    /// Hands over up to `most` deliveries of a lane as they come, for as long as `wait`.
    ///
    /// It always runs to its end: whatever the bus delivered was handed over.
    fn pull(
        &self,
        lane: Lane,
        most: usize,
        wait: Duration,
        hand_over: impl FnMut(Self::Delivery) + Send,
    ) -> impl Future<Output = Result<(), PullError>> + Send;

    /// Stores a message; resolves once the bus has confirmed it.
    fn publish(&self, message: &Outgoing) -> impl Future<Output = Result<Stored, PublishError>> + Send;

    /// How long a delivery may go unacknowledged before the bus delivers it again.
    fn ack_wait(&self) -> Duration;

    /// Resolves once everything said so far has left this process.
    fn flush(&self) -> impl Future<Output = ()> + Send;
}

/// One receipt of a message. It is settled exactly once; forgetting means redelivery, never loss.
pub trait Delivery: Send + Sync + 'static {
    /// The subject it came on.
    fn subject(&self) -> &str;

    /// The message's body.
    fn payload(&self) -> &Bytes;

    /// The first value of a header.
    fn header(&self, name: &str) -> Option<&str>;

    /// How often this message has been delivered, this time included.
    fn attempt(&self) -> u64;

    /// Its place in the stream.
    fn sequence(&self) -> u64;

    /// When the bus stored it.
    fn stored_at(&self) -> OffsetDateTime;

    /// Asks for another ack wait: the message is being worked on.
    fn in_progress(&self) -> impl Future<Output = ()> + Send;

    /// Says what became of it.
    fn settle(self, settlement: Settlement) -> impl Future<Output = ()> + Send;
}

/// The last word on a delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settlement {
    /// Done: what was made of it is stored.
    Acknowledge,
    /// Deliver it again after this wait.
    Retry(Duration),
    /// Never deliver it again, for this reason. It was set aside before.
    Terminate(String),
}

/// A message to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// The stream that must store it: a subject that ends up elsewhere is an error.
    pub stream: String,
    /// Where it is published.
    pub subject: String,
    /// Its headers, message id included.
    pub headers: Headers,
    /// Its body.
    pub payload: Bytes,
}

/// The bus has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// Place in the stream.
    pub sequence: u64,
    /// Whether the stream had it already.
    pub duplicate: bool,
}

/// Why nothing could be pulled.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PullError {
    /// The consumer or its stream is not there, and waiting will not bring it.
    #[error("{0}")]
    Gone(String),
    /// The bus is out of reach or busy.
    #[error("{0}")]
    Unavailable(String),
}

/// Why a message was not stored.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PublishError {
    /// It can never be stored: it is larger than the bus takes.
    #[error("{0}")]
    TooLarge(String),
    /// Not stored, or not known to be: try again with the same message id.
    #[error("{0}")]
    Unavailable(String),
}
