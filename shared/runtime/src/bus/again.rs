//! Putting stored events of a stage through once more, with the present model.

use std::collections::BTreeSet;

use messages::{Article, headers, subjects::Lane};

use super::{Bus, StoredEvent, dead::republished};
use crate::{
    backoff::backoff,
    broker::{PublishError, Stored},
};

/// Tries before one event is given up; a person is waiting.
const TRIES: u32 = 8;

/// One run over stored events.
///
/// Whatever comes of it has the run's number in its message id, so it is stored beside earlier results, and
/// a run that is repeated under its number stores nothing twice.
#[derive(Debug)]
pub struct Reprocessing<'b> {
    bus: &'b Bus,
    lane: Lane,
    run: u64,
    seen: BTreeSet<String>,
}

impl Bus {
    /// A run with the number `run`, which puts events on `lane`.
    pub fn reprocessing(&self, lane: Lane, run: u64) -> Reprocessing<'_> {
        Reprocessing { bus: self, lane, run, seen: BTreeSet::new() }
    }
}

impl Reprocessing<'_> {
    /// Whether `event` is to be put through: each article and revision once, however often it is stored.
    pub fn wants(&mut self, event: &StoredEvent) -> bool {
        self.seen.insert(original_id(event))
    }

    /// Publishes `event` again on its own stream.
    ///
    /// # Errors
    ///
    /// When the bus does not take it, over several tries.
    pub async fn put_through(&self, event: &StoredEvent) -> Result<Stored, PublishError> {
        let subject = self.bus.topology().subjects().on_lane(&event.subject, self.lane);
        let subject = subject.unwrap_or_else(|| event.subject.clone());
        let id = headers::replayed_message_id(&original_id(event), self.run);
        let mut failures = 0;
        loop {
            let headers = republished(event, &id, self.run);
            match self.bus.put_again(&subject, headers, event.payload.clone()).await {
                Err(PublishError::Unavailable(error)) if failures + 1 < TRIES => {
                    failures += 1;
                    tracing::debug!(error, "cannot publish, trying again");
                    tokio::time::sleep(backoff(failures, event.sequence)).await;
                }
                outcome => return outcome,
            }
        }
    }
}

/// The message id of an event without the number of a replay; made up as `wiredesk publish` does it where its
/// publisher set none.
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
