//! Dead letters: looked at without removing them, replayed once, dropped on request.
//!
//! A replayed dead letter stays; a note beside it, on a subject of its own, says that and how often it was
//! replayed. So a second replay finds the note and does nothing.

use std::collections::BTreeMap;

use bytes::Bytes;
use futures_util::TryStreamExt;
use messages::{headers, subjects::Subjects};
use serde::Serialize;
use time::OffsetDateTime;

use super::{Bus, BusError, ReadError, Reading, StoredEvent, connect::with_sources};
use crate::{
    broker::{Outgoing, PublishError, Stored},
    clock,
    topology::DEAD,
};

/// One article that was set aside, with its story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeadLetter {
    /// Its place in the stream of dead letters: what commands call it by.
    pub sequence: u64,
    /// The article's id, where the event that was set aside says it.
    pub article: Option<String>,
    /// The stage that set it aside.
    pub stage: String,
    /// Why, as a code.
    pub reason: String,
    /// Why, as a sentence.
    pub error: String,
    /// The subject it came on.
    pub subject: String,
    /// Its place in the stream it came from.
    pub original_sequence: u64,
    /// Its message id there.
    pub original_message_id: Option<String>,
    /// When that stream stored it (RFC 3339).
    pub stored_at: String,
    /// When it was set aside (RFC 3339).
    pub set_aside_at: String,
    /// How often it had been delivered.
    pub deliveries: u64,
    /// Version of the worker that set it aside.
    pub version: String,
    /// Which replay of the original it was; 0 for the original itself.
    pub replay: u64,
    /// Number of its last replay; `None` while it waits for one.
    pub replayed: Option<u64>,
}

/// Which dead letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeadFilter {
    /// Of this stage.
    pub stage: Option<String>,
    /// For this reason.
    pub reason: Option<String>,
    /// Set aside then or later.
    pub since: Option<OffsetDateTime>,
}

impl Bus {
    /// The dead letters that `filter` lets through, oldest first. Looking removes nothing.
    ///
    /// # Errors
    ///
    /// When their stream is missing or reading breaks off.
    pub async fn dead_letters(&self, filter: &DeadFilter) -> Result<Vec<DeadLetter>, ReadError> {
        let reading = Reading { since: filter.since, headers_only: true, ..Reading::all(DEAD) };
        let mut letters = BTreeMap::new();
        let mut events = std::pin::pin!(self.read(&reading).await?);
        while let Some(event) = events.try_next().await? {
            let Some(subject) = self.topology.subjects().parse_dead(&event.subject) else { continue };
            match subject.note_on {
                None => {
                    let wanted =
                        |wanted: &Option<String>, found| wanted.as_deref().is_none_or(|it| it == found);
                    if wanted(&filter.stage, subject.stage) && wanted(&filter.reason, subject.reason) {
                        letters.insert(event.sequence, dead_letter(&event));
                    }
                }
                Some(sequence) => {
                    if let Some(letter) = letters.get_mut(&sequence) {
                        let number = event.header(headers::REPLAY).and_then(|number| number.parse().ok());
                        letter.replayed = letter.replayed.max(number);
                    }
                }
            }
        }
        Ok(letters.into_values().collect())
    }

    /// One dead letter as its stream keeps it, payload and headers; `None` where there is none.
    ///
    /// # Errors
    ///
    /// When the stream is missing or the server does not answer.
    pub async fn dead_letter(&self, sequence: u64) -> Result<Option<(DeadLetter, StoredEvent)>, BusError> {
        let Some(event) = self.stored_event(DEAD, sequence).await? else { return Ok(None) };
        let is_letter =
            |subject| self.topology.subjects().parse_dead(subject).is_some_and(|it| it.note_on.is_none());
        if !is_letter(&event.subject) {
            return Ok(None);
        }
        let mut letter = dead_letter(&event);
        letter.replayed = self.last_replay(&event).await?;
        Ok(Some((letter, event)))
    }

    async fn last_replay(&self, letter: &StoredEvent) -> Result<Option<u64>, BusError> {
        use async_nats::jetstream::stream::DirectGetErrorKind;
        let stream = self.stream(&self.topology.stream(DEAD)).await?;
        let subject = Subjects::replay_note(&letter.subject, letter.sequence);
        match stream.direct_get_last_for_subject(subject).await {
            Ok(note) => Ok(note.headers.get(headers::REPLAY).and_then(|number| number.as_str().parse().ok())),
            Err(error) if error.kind() == DirectGetErrorKind::NotFound => Ok(None),
            Err(error) => Err(BusError::Server(with_sources(&error))),
        }
    }

    /// Puts what was set aside back where it came from, as replay number `number`, and notes it.
    ///
    /// Doing it again with the same number stores nothing.
    ///
    /// # Errors
    ///
    /// When the bus does not take it.
    pub async fn replay(
        &self,
        letter: &DeadLetter,
        event: &StoredEvent,
        payload: Bytes,
        number: u64,
    ) -> Result<Stored, PublishError> {
        let id = letter.original_message_id.clone();
        let id = id.unwrap_or_else(|| format!("{}:{}", letter.subject, letter.original_sequence));
        let mut again = republished(event, &headers::replayed_message_id(&id, number), number);
        again.push((headers::REPLAY_OF, letter.sequence.to_string()));
        let stored = self.put_again(&letter.subject, again, payload).await?;
        let note = Outgoing {
            stream: self.topology.stream(DEAD),
            subject: Subjects::replay_note(&event.subject, letter.sequence),
            headers: vec![
                (headers::MESSAGE_ID, format!("replay:{}:{number}:{}", letter.sequence, letter.set_aside_at)),
                (headers::REPLAY, number.to_string()),
                (headers::DEAD_TIME, clock::now_rfc3339()),
            ],
            payload: Bytes::new(),
        };
        self.store(&note).await?;
        Ok(stored)
    }

    /// Publishes a stored event once more, to the stream of its subject.
    pub(super) async fn put_again(
        &self,
        subject: &str,
        headers: headers::Headers,
        payload: Bytes,
    ) -> Result<Stored, PublishError> {
        let event = self.topology.subjects().event_of(subject);
        let event = event
            .ok_or_else(|| PublishError::Unavailable(format!("`{subject}` is no subject of an event")))?;
        let message =
            Outgoing { stream: self.topology.stream(event), subject: subject.to_owned(), headers, payload };
        self.store(&message).await
    }

    /// Removes one dead letter and the notes on it. There is no way back.
    ///
    /// # Errors
    ///
    /// When the server refuses.
    pub async fn drop_dead_letter(&self, letter: &StoredEvent) -> Result<(), BusError> {
        let refused = |error: &dyn std::error::Error| BusError::Server(with_sources(error));
        let stream = self.stream(&self.topology.stream(DEAD)).await?;
        stream.delete_message(letter.sequence).await.map_err(|error| refused(&error))?;
        let notes = Subjects::replay_note(&letter.subject, letter.sequence);
        stream.purge().filter(notes).await.map_err(|error| refused(&error))?;
        Ok(())
    }
}

impl DeadLetter {
    /// The number of its next replay; `None` where it was replayed before.
    ///
    /// One that died again as a replay takes the next number. To replay the same one `again` takes a number that
    /// none of its successors can have, such as the seconds since 1970.
    pub fn next_replay(&self, again: Option<u64>) -> Option<u64> {
        match self.replayed {
            None => Some(self.replay + 1),
            Some(_) => again,
        }
    }
}

/// The headers of an event that is put through once more under `id`: what describes it, as it was.
pub(super) fn republished(event: &StoredEvent, id: &str, number: u64) -> headers::Headers {
    let mut again = vec![(headers::MESSAGE_ID, id.to_owned()), (headers::REPLAY, number.to_string())];
    for name in headers::CLOUD_EVENT.into_iter().chain(headers::TRACE_CONTEXT) {
        let value = if name == "ce-id" { event.header(name).map(|_| id) } else { event.header(name) };
        again.extend(value.map(|value| (name, value.to_owned())));
    }
    again
}

fn dead_letter(event: &StoredEvent) -> DeadLetter {
    let text = |name| event.header(name).unwrap_or_default().to_owned();
    let number = |name| event.header(name).and_then(|number| number.parse().ok()).unwrap_or_default();
    DeadLetter {
        sequence: event.sequence,
        article: event.article_id(),
        stage: text(headers::DEAD_STAGE),
        reason: text(headers::DEAD_REASON),
        error: headers::percent_decoded(&text(headers::DEAD_ERROR)),
        subject: text(headers::DEAD_SUBJECT),
        original_sequence: number(headers::DEAD_SEQUENCE),
        original_message_id: event.header(headers::DEAD_MESSAGE_ID).map(str::to_owned),
        stored_at: text(headers::DEAD_STORED),
        set_aside_at: text(headers::DEAD_TIME),
        deliveries: number(headers::DELIVERIES),
        version: text(headers::VERSION),
        replay: number(headers::REPLAY),
        replayed: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(replay: u64, replayed: Option<u64>) -> DeadLetter {
        let event = StoredEvent {
            sequence: 1,
            stored_at: OffsetDateTime::UNIX_EPOCH,
            subject: "articles.v1.dead.tag.panicked".into(),
            payload: Bytes::new(),
            headers: vec![],
            after: 0,
        };
        DeadLetter { replay, replayed, ..dead_letter(&event) }
    }

    #[test]
    fn a_dead_letter_is_replayed_once_unless_asked_again() {
        let now = 1_790_000_000;
        for (replay, replayed, again, expected) in [
            (0, None, None, Some(1)),
            (0, Some(1), None, None),
            (0, Some(1), Some(now), Some(now)),
            // It died again as a replay: the next one needs the next number.
            (1, None, None, Some(2)),
        ] {
            let next = letter(replay, replayed).next_replay(again);
            assert_eq!(next, expected, "{replay}, {replayed:?}, {again:?}");
        }
    }
}
