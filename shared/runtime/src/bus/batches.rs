//! Batches of events for a sink or the alerter, whose place a durable consumer keeps.

use std::{sync::Arc, time::Duration};

use async_nats::{Client, jetstream::consumer::DeliverPolicy};
use futures_util::future::join_all;
use messages::DeadReason;
use tokio::time::sleep;
use tracing::debug;

use super::{
    client::{Bus, BusError},
    delivery::JetStreamDelivery,
    durable::{self, Keeper},
    pulls::Pulls,
    reader::ReadError,
};
use crate::{
    backoff::backoff,
    broker::{Delivery, Outgoing, PublishError, Settlement},
    causes::with_causes,
    clock,
    dead_letter::{Maker, dead_letter, shortened},
    worker::decision::Reason,
};

/// A reader of batches that survives restarts of the server.
///
/// Whoever reads must settle each delivery. One that is dropped comes again after the ack timeout.
#[derive(Debug)]
pub struct Batches {
    bus: Bus,
    client: Arc<Client>,
    event: String,
    /// The name of the durable consumer.
    name: String,
    keeper: Keeper,
    open: Option<Pulls>,
    failures: u32,
}

/// What settles the deliveries of a sink. It is apart from [`Batches`], so that a batch is settled while the next one
/// is read.
#[derive(Debug, Clone)]
pub struct Settler {
    bus: Bus,
    maker: Maker,
}

impl Bus {
    /// Reads the events of a stream in batches. `name` is that under which the server keeps the place of `keeper`. A new
    /// name starts at the first stored event.
    ///
    /// # Errors
    ///
    /// When the stream is missing, the name belongs to another program, or the server does not answer.
    pub async fn batches(&self, event: &str, name: &str, keeper: Keeper) -> Result<Batches, ReadError> {
        let client = Arc::new(self.client.clone());
        let (event, name) = (event.to_owned(), name.to_owned());
        let mut batches = Batches { bus: self.clone(), client, event, name, keeper, open: None, failures: 0 };
        batches.open = Some(batches.opened().await?);
        Ok(batches)
    }
}

impl Batches {
    /// Returns up to `most` deliveries, and waits at most `wait` for them. There may be none.
    ///
    /// While the server is away, it waits a little and returns none.
    ///
    /// # Errors
    ///
    /// When the stream is missing or the name belongs to another program.
    pub async fn next(&mut self, most: usize, wait: Duration) -> Result<Vec<JetStreamDelivery>, ReadError> {
        let mut batch = Vec::new();
        let pulls = match &self.open {
            Some(pulls) => pulls,
            None => match self.opened().await {
                Ok(pulls) => self.open.insert(pulls),
                Err(ReadError::Bus(BusError::Server(error))) => {
                    self.failures += 1;
                    debug!(error = with_causes(&*error), "cannot open the consumer, retrying");
                    sleep(backoff(self.failures, u64::from(std::process::id()))).await;
                    return Ok(batch);
                }
                Err(error) => return Err(error),
            },
        };
        let client = &self.client;
        let hand_over = |message| batch.push(JetStreamDelivery::new(message, client, None));
        match pulls.pull(most, wait, hand_over).await {
            Ok(()) => self.failures = 0,
            Err(error) => {
                debug!(error = with_causes(&*error), "cannot pull, opening the consumer again");
                self.open = None;
            }
        }
        Ok(batch)
    }

    /// Opens the consumer. One that was deleted is created again and starts at the first stored event, because a
    /// target recognizes what it has.
    async fn opened(&self) -> Result<Pulls, ReadError> {
        let topology = self.bus.topology();
        let stream = self.bus.stream(&topology.stream(&self.event)).await?;
        let filter = topology.subjects().all_of(&self.event);
        let place = (self.name.as_str(), self.keeper);
        let consumer =
            durable::consumer(&self.bus.context, &stream, place, filter, DeliverPolicy::All, true).await?;
        Ok(Pulls::new(self.bus.client.clone(), consumer))
    }

    /// Returns what settles the deliveries of these batches.
    pub fn settler(&self) -> Settler {
        let name = self.name.clone();
        let maker = match self.keeper {
            Keeper::Alerter => Maker::Alerter(name),
            Keeper::Sink | Keeper::Reader => Maker::Sink(name),
        };
        Settler { bus: self.bus.clone(), maker }
    }
}

impl Settler {
    /// Acknowledges deliveries. Returns whether the server confirmed the last one, and with it those before.
    ///
    /// What is not confirmed may come again.
    pub async fn acknowledge(&self, mut deliveries: Vec<JetStreamDelivery>) -> bool {
        let Some(last) = deliveries.pop() else { return true };
        for delivery in deliveries {
            delivery.settle(Settlement::Acknowledge).await;
        }
        last.acknowledge_confirmed().await
    }

    /// Restarts the ack timeout of deliveries that are not settled yet.
    pub async fn renew<'d>(&self, deliveries: impl IntoIterator<Item = &'d JetStreamDelivery>) {
        join_all(deliveries.into_iter().map(Delivery::in_progress)).await;
    }

    /// Returns deliveries, so that another process can have them at once.
    pub async fn give_back(&self, deliveries: Vec<JetStreamDelivery>) {
        for delivery in deliveries {
            delivery.settle(Settlement::Retry(Duration::ZERO)).await;
        }
        if let Err(error) = self.bus.flush().await {
            debug!(error = with_causes(&error), "cannot flush");
        }
    }

    /// Stores the dead letter of a delivery. Only then may it be acknowledged.
    ///
    /// `explanation` is for people and has no article text. `version` is that of the sink.
    ///
    /// # Errors
    ///
    /// When the bus does not store the letter. It may be tried again.
    pub async fn set_aside(
        &self,
        delivery: &JetStreamDelivery,
        code: DeadReason,
        explanation: &str,
        version: &str,
    ) -> Result<(), PublishError> {
        let reason = Reason { code, message: explanation.to_owned() };
        let now = clock::now_rfc3339();
        let letter = dead_letter(delivery, &reason, &self.maker, version, self.bus.topology(), &now);
        match self.store(&letter).await {
            Err(PublishError::TooLarge(error)) => match shortened(&letter) {
                Some(shortened) => self.store(&shortened).await,
                None => Err(PublishError::TooLarge(error)),
            },
            outcome => outcome,
        }
    }

    async fn store(&self, letter: &Outgoing) -> Result<(), PublishError> {
        let standstills = &self.bus.standstills;
        match self.bus.store(letter).await {
            Ok(_) => {
                standstills.clear(|known| known.is_over_once_stored(&letter.stream, &letter.subject));
                Ok(())
            }
            Err(error) => {
                if let PublishError::Unavailable(obstacle, _) = &error {
                    standstills.report(*obstacle, format!("stream {}", letter.stream), &with_causes(&error));
                }
                Err(error)
            }
        }
    }
}
