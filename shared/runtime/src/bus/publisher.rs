//! Publishing articles: many in flight, each confirmed.

use bytes::Bytes;
use messages::{ArticleReceived, Event, headers, subjects::Lane};
use thiserror::Error;

use super::{Bus, BusError};
use crate::{
    backoff::backoff,
    broker::{Outgoing, PublishError, Stored},
    clock,
};

/// Publishes that may wait for their confirmation at once in one process: those of a worker with
/// twice the default capacity, dead letters included.
pub(super) const MOST_IN_FLIGHT: usize = 1_024;
/// Tries before a publisher gives up on an article; a person is waiting.
const TRIES: u32 = 8;

/// Publishes articles on one lane.
#[derive(Debug, Clone)]
pub struct Publisher {
    bus: Bus,
    lane: Lane,
}

/// Why an article was not published.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PublisherError {
    /// It does not fit through the bus.
    #[error("the article is too large: {0}")]
    TooLarge(String),
    /// The bus stayed out of reach or full.
    #[error("not published after {TRIES} tries: {0}")]
    Unavailable(String),
}

impl Bus {
    /// A publisher on `lane`.
    ///
    /// # Errors
    ///
    /// When the pipeline is not set up.
    pub async fn publisher(&self, lane: Lane) -> Result<Publisher, BusError> {
        self.stream(&self.topology.stream(ArticleReceived::NAME)).await?;
        Ok(Publisher { bus: self.clone(), lane })
    }
}

impl Publisher {
    /// Publishes one article and waits for the confirmation; publishing it again stores it once.
    ///
    /// # Errors
    ///
    /// When it is too large, or the bus stays out of reach or full over several tries.
    pub async fn publish(&self, event: &ArticleReceived) -> Result<Stored, PublisherError> {
        let topology = self.bus.topology();
        let id = headers::received_message_id(&event.article);
        let message = Outgoing {
            stream: topology.stream(ArticleReceived::NAME),
            subject: topology.subjects().event::<ArticleReceived>(self.lane, None),
            headers: headers::cloud_event(event, &id, "wiredesk/publish", &clock::now_rfc3339()),
            payload: Bytes::from(event.encode()),
        };
        let mut failures = 0;
        loop {
            match self.bus.store(&message).await {
                Ok(stored) => return Ok(stored),
                Err(PublishError::TooLarge(error)) => return Err(PublisherError::TooLarge(error)),
                Err(PublishError::Unavailable(error)) => {
                    failures += 1;
                    if failures == TRIES {
                        return Err(PublisherError::Unavailable(error));
                    }
                    tokio::time::sleep(backoff(failures, u64::from(failures))).await;
                }
            }
        }
    }
}
