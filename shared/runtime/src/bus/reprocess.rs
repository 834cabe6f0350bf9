//! Reprocessing: stored events go through a stage once more, with its current model.

use std::collections::BTreeSet;

use messages::{Article, headers, subjects::Lane};

use super::{client::Bus, dead::replay_headers, reader::StoredEvent};
use crate::{
    backoff::backoff,
    broker::{PublishError, Stored},
    causes::with_causes,
};

/// The number of attempts to publish one event. It is limited because a person waits for the command.
const ATTEMPTS: u32 = 8;

/// One run over stored events.
///
/// The number of the run is part of the message id of every result. So results are stored in addition to
/// earlier ones, and a run that is repeated under the same number stores nothing twice.
#[derive(Debug)]
pub struct Reprocessing<'b> {
    bus: &'b Bus,
    lane: Lane,
    run: u64,
    seen: BTreeSet<String>,
}

impl Bus {
    /// Starts the run with the number `run`, which publishes events on `lane`.
    pub fn reprocessing(&self, lane: Lane, run: u64) -> Reprocessing<'_> {
        Reprocessing { bus: self, lane, run, seen: BTreeSet::new() }
    }
}

impl Reprocessing<'_> {
    /// Reports whether `event` must be reprocessed. Each revision of an article is reprocessed once, however
    /// often it is stored.
    pub fn wants(&mut self, event: &StoredEvent) -> bool {
        self.seen.insert(original_id(event))
    }

    /// Publishes `event` to its own stream again.
    ///
    /// # Errors
    ///
    /// When several attempts to publish it fail.
    pub async fn republish(&self, event: &StoredEvent) -> Result<Stored, PublishError> {
        let subject = self.bus.topology().subjects().on_lane(&event.subject, self.lane);
        let subject = subject.unwrap_or_else(|| event.subject.clone());
        self.bus.publish_again(event, &subject, self.run, &[]).await
    }
}

impl Bus {
    /// Publishes a stored event on `subject` as part of the run with the number `run`, with `more` headers.
    ///
    /// # Errors
    ///
    /// When several attempts to publish it fail.
    pub(super) async fn publish_again(
        &self,
        event: &StoredEvent,
        subject: &str,
        run: u64,
        more: &[(&'static str, String)],
    ) -> Result<Stored, PublishError> {
        let id = headers::replayed_message_id(&original_id(event), run);
        let mut failures = 0;
        loop {
            let mut headers = replay_headers(event, &id, run);
            headers.extend_from_slice(more);
            match self.republish(subject, headers, event.payload.clone()).await {
                Err(error @ PublishError::Unavailable(..)) if failures + 1 < ATTEMPTS => {
                    failures += 1;
                    tracing::debug!(error = with_causes(&error), "publish failed, retrying");
                    tokio::time::sleep(backoff(failures, event.sequence)).await;
                }
                outcome => return outcome,
            }
        }
    }
}

/// Returns the message id of an event without the number of a replay. If its publisher set none, the id is
/// derived as `wiredesk publish` does it.
fn original_id(event: &StoredEvent) -> String {
    let id = match event.header(headers::MESSAGE_ID) {
        Some(id) => id.to_owned(),
        None => match Article::from_json(&event.payload) {
            Ok(article) => headers::received_message_id(&article),
            Err(_) => format!("{}:{}", event.subject, event.sequence),
        },
    };
    headers::original_message_id(&id).to_owned()
}
