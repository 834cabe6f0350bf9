//! Publishing articles, each with a confirmation.

use bytes::Bytes;
use messages::{ArticleReceived, Event, headers, subjects::Lane};
use thiserror::Error;

use super::client::{Bus, BusError};
use crate::{
    backoff::backoff,
    broker::{Outgoing, PublishError, Stored},
    causes::Cause,
    clock,
};

/// The number of attempts to publish an article. It is limited because a person waits for the command.
const ATTEMPTS: u32 = 8;

/// A publisher of articles on one lane.
#[derive(Debug, Clone)]
pub struct Publisher {
    bus: Bus,
    lane: Lane,
}

/// The reason why an article was not published.
#[derive(Debug, Error)]
pub enum PublisherError {
    /// The article is larger than the bus accepts.
    #[error("the article is too large")]
    TooLarge(#[source] Cause),
    /// The bus stayed unreachable or full.
    #[error("not published after {ATTEMPTS} attempts")]
    Unavailable(#[source] Cause),
}

impl Bus {
    /// Creates a publisher on `lane`.
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
    /// Publishes one article and waits for the confirmation. Publishing it again stores nothing.
    ///
    /// # Errors
    ///
    /// When the article is too large, or several attempts fail because the bus is unreachable or full.
    pub async fn publish(&self, event: &ArticleReceived) -> Result<Stored, PublisherError> {
        let message = self.message(event);
        let mut failures = 0;
        loop {
            match self.bus.store_event(&message).await {
                Ok(stored) => return Ok(stored),
                Err(PublishError::TooLarge(error)) => return Err(PublisherError::TooLarge(error)),
                Err(PublishError::Unavailable(_, error)) => {
                    failures += 1;
                    if failures == ATTEMPTS {
                        return Err(PublisherError::Unavailable(error));
                    }
                    tokio::time::sleep(backoff(failures, u64::from(failures))).await;
                }
            }
        }
    }

    /// Publishes one article as [`Publisher::publish`] does, but tries only once.
    ///
    /// # Errors
    ///
    /// When the article is too large, or the bus does not store it now.
    pub async fn publish_once(&self, event: &ArticleReceived) -> Result<Stored, PublishError> {
        self.bus.store_event(&self.message(event)).await
    }

    fn message(&self, event: &ArticleReceived) -> Outgoing {
        let topology = self.bus.topology();
        let id = headers::received_message_id(&event.article);
        Outgoing {
            stream: topology.stream(ArticleReceived::NAME),
            subject: topology.subjects().event::<ArticleReceived>(self.lane, None),
            headers: headers::cloud_event(event, &id, "wiredesk/publish", &clock::now_rfc3339()),
            payload: Bytes::from(event.encode()),
        }
    }
}
