//! The interface between the worker loop and a bus. JetStream implements it, and so does a broker for tests.

use std::time::Duration;

use bytes::Bytes;
use messages::{headers::Headers, subjects::Lane};
use thiserror::Error;
use time::OffsetDateTime;

use crate::{causes::Cause, obstacle::Obstacle};

/// The wait before a delivery that a stopping worker returns is delivered again. It gives another worker time
/// to take over.
pub(crate) const RETURNED: Duration = Duration::from_millis(200);

/// A bus that delivers messages and stores what is published.
pub trait Broker: Send + Sync + 'static {
    /// The type of one delivery.
    type Delivery: Delivery;

    /// Pulls up to `most` deliveries of a lane for at most `wait`, and passes each to `hand_over` as it
    /// arrives.
    ///
    /// A pull always runs to its end, so no delivery is lost between the bus and `hand_over`.
    ///
    /// # Errors
    ///
    /// When the consumer no longer exists or the bus does not answer.
    fn pull(
        &self,
        lane: Lane,
        most: usize,
        wait: Duration,
        hand_over: impl FnMut(Self::Delivery) + Send,
    ) -> impl Future<Output = Result<(), PullError>> + Send;

    /// Stores a message. Resolves when the bus has confirmed it.
    ///
    /// # Errors
    ///
    /// When the bus did not store the message, or did not confirm that it did.
    fn publish(&self, message: &Outgoing) -> impl Future<Output = Result<Stored, PublishError>> + Send;

    /// Returns how long a delivery may stay unacknowledged before the bus delivers it again.
    fn ack_wait(&self) -> Duration;

    /// Resolves when everything sent so far has left this process.
    fn flush(&self) -> impl Future<Output = ()> + Send;
}

/// One delivery of a message. It is settled exactly once; one that is dropped unsettled is delivered again.
pub trait Delivery: Send + Sync + 'static {
    /// Returns the subject of the message.
    fn subject(&self) -> &str;

    /// Returns the body of the message.
    fn payload(&self) -> &Bytes;

    /// Returns the first value of a header.
    fn header(&self, name: &str) -> Option<&str>;

    /// Returns the message's header block as it arrived, if it cannot be read. No header is known then.
    fn unreadable_headers(&self) -> Option<&Bytes>;

    /// Returns how often this message has been delivered, including this time.
    fn attempt(&self) -> u64;

    /// Returns the message's sequence in its stream.
    fn sequence(&self) -> u64;

    /// Returns the time at which the bus stored the message.
    fn stored_at(&self) -> OffsetDateTime;

    /// Restarts the ack timeout, because the message is still being processed.
    fn in_progress(&self) -> impl Future<Output = ()> + Send;

    /// Settles the delivery.
    fn settle(self, settlement: Settlement) -> impl Future<Output = ()> + Send;
}

/// How a delivery is settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settlement {
    /// Acknowledge it: the next event is stored.
    Acknowledge,
    /// Deliver it again after this wait.
    Retry(Duration),
    /// Never deliver it again, because of this reason. Its dead letter is stored.
    Terminate(String),
}

/// A message to be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// The stream that must store it. A subject that belongs to another stream is an error.
    pub stream: String,
    /// The subject on which it is published.
    pub subject: String,
    /// The headers, including the message id.
    pub headers: Headers,
    /// The body.
    pub payload: Bytes,
}

/// The confirmation that a message is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stored {
    /// The sequence in the stream.
    pub sequence: u64,
    /// Whether the stream already had a message with this id.
    pub duplicate: bool,
}

/// The reason why a pull failed.
#[derive(Debug, Error)]
pub enum PullError {
    /// The consumer or its stream, named here, no longer exists. Waiting does not help.
    #[error("{0} no longer exists")]
    Gone(String),
    /// The bus is unreachable or busy.
    #[error("cannot pull")]
    Unavailable(#[source] Cause),
}

/// The reason why a message was not stored.
#[derive(Debug, Error)]
pub enum PublishError {
    /// The message is larger than the bus accepts, so it can never be stored.
    #[error("the message is too large")]
    TooLarge(#[source] Cause),
    /// The bus did not confirm the message, because of this obstacle. It may be published again under the
    /// same message id.
    #[error("cannot publish")]
    Unavailable(Obstacle, #[source] Cause),
}
