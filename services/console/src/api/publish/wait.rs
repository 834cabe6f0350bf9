//! Waiting for what the stages make of an article that was just published.

use std::{num::NonZeroU64, sync::Arc, time::Duration};

use axum::{body::Bytes, http::StatusCode};
use messages::Article;
use tokio::{
    sync::broadcast::{Receiver, error::RecvError},
    time::{Instant, timeout_at},
};

use crate::{
    index::{Entry, Kind, revision_number},
    news::News,
    problem::Problem,
    state::Shared,
};

/// Waits for the enriched version of one revision. It listens from before the article is published.
pub(super) struct Waiter {
    id: String,
    revision: Option<NonZeroU64>,
    news: Receiver<Arc<News>>,
    until: Instant,
}

impl Waiter {
    pub(super) fn new(shared: &Shared, article: &Article, wait: Duration) -> Self {
        let revision = revision_number(&article.revision);
        let until = Instant::now() + wait;
        Self { id: article.id.clone(), revision, news: shared.news.subscribe(), until }
    }

    /// Returns the enriched article, or `None` if it takes longer.
    ///
    /// # Errors
    ///
    /// When the article becomes a dead letter.
    pub(super) async fn enriched(mut self, shared: &Shared) -> Result<Option<Bytes>, Problem> {
        let known = shared.index().newest(&self.id, Kind::Summarized, self.revision);
        let sequence = match known {
            Some(sequence) => Some(sequence),
            None => self.next(shared).await?,
        };
        let Some(sequence) = sequence else { return Ok(None) };
        let event = shared.bus()?.stored_event(Kind::Summarized.as_str(), sequence).await?;
        Ok(event.map(|event| event.payload))
    }

    async fn next(&mut self, shared: &Shared) -> Result<Option<u64>, Problem> {
        while let Ok(news) = timeout_at(self.until, self.news.recv()).await {
            match news {
                Ok(news) => {
                    if let Some(entry) = news.entries.iter().find(|entry| self.is_about(entry)) {
                        return outcome(entry).map(Some);
                    }
                }
                // What was missed is in the index.
                Err(RecvError::Lagged(_)) => {
                    let found = shared.index().newest(&self.id, Kind::Summarized, self.revision);
                    if found.is_some() {
                        return Ok(found);
                    }
                }
                Err(RecvError::Closed) => break,
            }
        }
        Ok(None)
    }

    fn is_about(&self, entry: &Entry) -> bool {
        let is_other = entry.revision.is_some() && entry.revision != self.revision;
        entry.id.as_deref() == Some(self.id.as_str()) && !is_other
    }
}

/// Returns the sequence of an enriched article.
fn outcome(entry: &Entry) -> Result<u64, Problem> {
    match &entry.failure {
        None => Ok(entry.sequence),
        Some((reason, error)) => {
            let message = format!("the article became dead letter {}: {error}", entry.sequence);
            Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, reason, message))
        }
    }
}
