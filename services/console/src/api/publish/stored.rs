//! Storing one article, and what the answer says about it.

use std::sync::atomic::Ordering::Relaxed;

use messages::ArticleReceived;
use runtime::{broker::Stored, bus::Publisher};
use serde_json::{Value, json};

use crate::{problem::Problem, state::Shared};

/// Publishes one article.
///
/// # Errors
///
/// When it is too large, or the stream does not store it now.
pub(crate) async fn store(
    shared: &Shared,
    publisher: &Publisher,
    event: &ArticleReceived,
) -> Result<Stored, Problem> {
    let stored = publisher.publish_once(event).await?;
    shared.counts.published.fetch_add(1, Relaxed);
    Ok(stored)
}

/// Returns what the answer says about an article that is stored.
pub(super) fn answer(event: &ArticleReceived, stored: Stored) -> Value {
    json!({
        "id": event.article.id,
        "revision": event.article.revision,
        "status": if stored.duplicate { "duplicate" } else { "stored" },
        "sequence": stored.sequence,
    })
}
