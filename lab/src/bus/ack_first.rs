//! A broker that acknowledges a delivery before it is processed: the mistake that loses articles. The fault
//! suite runs it to prove that it would notice.

use std::time::Duration;

use bytes::Bytes;
use messages::subjects::Lane;
use runtime::broker::{Broker, Delivery, Outgoing, PublishError, PullError, Settlement, Stored};
use time::OffsetDateTime;

/// The broker.
pub(crate) struct AckFirst<B>(pub(crate) B);

/// A delivery that is settled already.
pub(crate) struct Settled {
    subject: String,
    payload: Bytes,
    headers: Vec<(&'static str, String)>,
    attempt: u64,
    sequence: u64,
    stored_at: OffsetDateTime,
}

impl<B: Broker> Broker for AckFirst<B> {
    type Delivery = Settled;

    async fn pull(
        &self,
        lane: Lane,
        most: usize,
        wait: Duration,
        mut hand_over: impl FnMut(Settled) + Send,
    ) -> Result<(), PullError> {
        let settle_first = |delivery: B::Delivery| {
            let names = messages::headers::CLOUD_EVENT.into_iter().chain([messages::headers::MESSAGE_ID]);
            let headers = names.filter_map(|name| Some((name, delivery.header(name)?.to_owned()))).collect();
            let settled = Settled {
                subject: delivery.subject().to_owned(),
                payload: delivery.payload().clone(),
                headers,
                attempt: delivery.attempt(),
                sequence: delivery.sequence(),
                stored_at: delivery.stored_at(),
            };
            tokio::spawn(delivery.settle(Settlement::Acknowledge));
            hand_over(settled);
        };
        self.0.pull(lane, most, wait, settle_first).await
    }

    async fn publish(&self, message: &Outgoing) -> Result<Stored, PublishError> {
        self.0.publish(message).await
    }

    fn ack_wait(&self) -> Duration {
        self.0.ack_wait()
    }

    async fn flush(&self) {
        self.0.flush().await;
    }
}

impl Delivery for Settled {
    fn subject(&self) -> &str {
        &self.subject
    }

    fn payload(&self) -> &Bytes {
        &self.payload
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| *header == name).map(|(_, value)| value.as_str())
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

    async fn in_progress(&self) {}

    async fn settle(self, _: Settlement) {}
}
