//! Dead letters: list, replay once, delete on request.
//!
//! A replayed dead letter stays in its stream. A note on its own subject in the same stream records the
//! number of the replay, so a second replay finds the note and does nothing.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::STANDARD};
use bytes::Bytes;
use futures_util::{TryStreamExt, stream};
use messages::{article_id_in, headers, subjects::Subjects};
use serde::Serialize;
use time::OffsetDateTime;

use super::{
    client::{Bus, BusError},
    reader::{ReadError, StoredEvent, StreamQuery},
};
use crate::{
    broker::{Outgoing, PublishError, Stored},
    clock,
    obstacle::Obstacle,
    topology::DEAD,
};

/// How many payloads are read at the same time.
const READS: usize = 64;

/// One article that became a dead letter, with its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeadLetter {
    /// The sequence in the stream of dead letters. Commands take it as the letter's number.
    pub sequence: u64,
    /// The article's id, if the headers or the payload name it.
    pub article: Option<String>,
    /// The stage in which the article became a dead letter.
    pub stage: String,
    /// The code of the reason.
    pub reason: String,
    /// The explanation of the reason.
    pub error: String,
    /// The subject that the payload was delivered on.
    pub subject: String,
    /// The payload's sequence in its original stream.
    pub original_sequence: u64,
    /// The payload's message id in that stream.
    pub original_message_id: Option<String>,
    /// The time at which that stream stored it (RFC 3339).
    pub stored_at: String,
    /// The time at which it became a dead letter (RFC 3339).
    pub set_aside_at: String,
    /// How often the payload had been delivered.
    pub deliveries: u64,
    /// The version of the worker that stored the dead letter.
    pub version: String,
    /// The number of the replay that failed; 0 for the original.
    pub replay: u64,
    /// The number of its last replay; `None` if it was not replayed.
    pub replayed: Option<u64>,
    /// Where the payload is.
    pub payload_place: PayloadPlace,
    /// The lines of the payload's headers, if they cannot be read. Bytes outside ASCII are escaped: `Jos\xe9`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unreadable_headers: Vec<String>,
}

/// Where the payload of a dead letter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PayloadPlace {
    /// In the letter.
    InLetter,
    /// In its original stream, for as long as that keeps it, because it is too large for a letter.
    InStream,
    /// Nowhere: the original stream no longer has it.
    Gone,
}

/// A filter for dead letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeadFilter {
    /// The stage in which they became dead letters, if not any.
    pub stage: Option<String>,
    /// The code of the reason, if not any.
    pub reason: Option<String>,
    /// The time from which on they became dead letters, if not all.
    pub since: Option<OffsetDateTime>,
}

impl Bus {
    /// Lists the dead letters that match `filter`, oldest first.
    ///
    /// # Errors
    ///
    /// When their stream is missing or reading is interrupted.
    pub async fn dead_letters(&self, filter: &DeadFilter) -> Result<Vec<DeadLetter>, ReadError> {
        let query = StreamQuery { since: filter.since, headers_only: true, ..StreamQuery::all(DEAD) };
        let mut letters = BTreeMap::new();
        let mut events = std::pin::pin!(self.read(&query).await?);
        while let Some(event) = events.try_next().await? {
            let Some(subject) = self.topology.subjects().parse_dead(&event.subject) else { continue };
            match subject.note_on {
                None => {
                    let matches =
                        |filter: &Option<String>, found| filter.as_deref().is_none_or(|it| it == found);
                    if matches(&filter.stage, subject.stage) && matches(&filter.reason, subject.reason) {
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
        let mut letters: Vec<DeadLetter> = letters.into_values().collect();
        self.name_articles(&mut letters).await?;
        Ok(letters)
    }

    /// Fills in the ids of the articles that only the payloads name.
    async fn name_articles(&self, letters: &mut [DeadLetter]) -> Result<(), BusError> {
        let unnamed = letters.iter_mut().filter(|letter| letter.article.is_none());
        stream::iter(unnamed.map(Ok))
            .try_for_each_concurrent(READS, |letter| async move {
                letter.article = self.payload(letter).await?.and_then(|payload| article_id_in(&payload));
                Ok(())
            })
            .await
    }

    /// Returns the payload of a letter, or `None` if it is no longer stored.
    async fn payload(&self, letter: &DeadLetter) -> Result<Option<Bytes>, BusError> {
        if letter.payload_place == PayloadPlace::InLetter {
            let event = self.stored_event(DEAD, letter.sequence).await?;
            return Ok(event.map(|event| event.payload));
        }
        let Some(event) = self.topology.subjects().event_of(&letter.subject) else { return Ok(None) };
        let event = self.stored_event(event, letter.original_sequence).await?;
        // A stream that was created again counts from one.
        let original = event.filter(|event| clock::rfc3339(event.stored_at) == letter.stored_at);
        Ok(original.map(|event| event.payload))
    }

    /// Returns one dead letter with its stored message, or `None` if there is none with this number. A payload
    /// that is in its original stream is read from there.
    ///
    /// # Errors
    ///
    /// When the stream is missing or the server does not answer.
    pub async fn dead_letter(&self, sequence: u64) -> Result<Option<(DeadLetter, StoredEvent)>, BusError> {
        let Some(mut event) = self.stored_event(DEAD, sequence).await? else { return Ok(None) };
        let subject = self.topology.subjects().parse_dead(&event.subject);
        if subject.is_none_or(|subject| subject.note_on.is_some()) {
            return Ok(None);
        }
        let mut letter = dead_letter(&event);
        letter.replayed = self.last_replay(&event).await?;
        if letter.payload_place == PayloadPlace::InStream {
            match self.payload(&letter).await? {
                Some(payload) => event.payload = payload,
                None => letter.payload_place = PayloadPlace::Gone,
            }
            letter.article = letter.article.or_else(|| article_id_in(&event.payload));
        }
        Ok(Some((letter, event)))
    }

    /// Returns the number of a letter's last replay.
    async fn last_replay(&self, letter: &StoredEvent) -> Result<Option<u64>, BusError> {
        use async_nats::jetstream::stream::DirectGetErrorKind;
        let stream = self.stream(&self.topology.stream(DEAD)).await?;
        let subject = Subjects::replay_note(&letter.subject, letter.sequence);
        match stream.direct_get_last_for_subject(subject).await {
            Ok(note) => Ok(note.headers.get(headers::REPLAY).and_then(|number| number.as_str().parse().ok())),
            Err(error) if error.kind() == DirectGetErrorKind::NotFound => Ok(None),
            Err(error) => Err(BusError::server(error)),
        }
    }

    /// Publishes `payload` to the letter's original subject as replay number `number`, and records the
    /// replay.
    ///
    /// A repetition under the same number stores nothing.
    ///
    /// # Errors
    ///
    /// When the bus does not store the message or the note.
    pub async fn replay(
        &self,
        letter: &DeadLetter,
        event: &StoredEvent,
        payload: Bytes,
        number: u64,
    ) -> Result<Stored, PublishError> {
        let id = letter.original_message_id.clone();
        let id = id.unwrap_or_else(|| format!("{}:{}", letter.subject, letter.original_sequence));
        let mut headers = replay_headers(event, &headers::replayed_message_id(&id, number), number);
        headers.push((headers::REPLAY_OF, letter.sequence.to_string()));
        let stored = self.republish(&letter.subject, headers, payload).await?;
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

    /// Publishes a stored event again, to the stream of its subject.
    pub(super) async fn republish(
        &self,
        subject: &str,
        headers: headers::Headers,
        payload: Bytes,
    ) -> Result<Stored, PublishError> {
        let event = self.topology.subjects().event_of(subject);
        let event = event.ok_or_else(|| {
            PublishError::Unavailable(
                Obstacle::StreamMissing,
                format!("`{subject}` is not the subject of an event").into(),
            )
        })?;
        let message =
            Outgoing { stream: self.topology.stream(event), subject: subject.to_owned(), headers, payload };
        self.store(&message).await
    }

    /// Deletes one dead letter and the notes on it. This cannot be undone.
    ///
    /// # Errors
    ///
    /// When the server refuses the request.
    pub async fn drop_dead_letter(&self, letter: &StoredEvent) -> Result<(), BusError> {
        let stream = self.stream(&self.topology.stream(DEAD)).await?;
        stream.delete_message(letter.sequence).await.map_err(BusError::server)?;
        let notes = Subjects::replay_note(&letter.subject, letter.sequence);
        stream.purge().filter(notes).await.map_err(BusError::server)?;
        Ok(())
    }
}

impl DeadLetter {
    /// Returns the number of the next replay, or `None` if the letter was replayed before and `again` is not
    /// set.
    ///
    /// A replay that failed is a new letter, whose replay takes the next number. A second replay of the same
    /// letter takes the number `again`. No other replay of it may have that number, so callers use the
    /// seconds since 1970.
    pub fn next_replay(&self, again: Option<u64>) -> Option<u64> {
        match self.replayed {
            None => Some(self.replay + 1),
            Some(_) => again,
        }
    }
}

/// Returns the headers of a replayed event under the message id `id`. The CloudEvents and trace headers stay.
pub(super) fn replay_headers(event: &StoredEvent, id: &str, number: u64) -> headers::Headers {
    let mut headers = vec![(headers::MESSAGE_ID, id.to_owned()), (headers::REPLAY, number.to_string())];
    for name in headers::CLOUD_EVENT.into_iter().chain(headers::TRACE_CONTEXT) {
        let value = if name == "ce-id" { event.header(name).map(|_| id) } else { event.header(name) };
        headers.extend(value.map(|value| (name, value.to_owned())));
    }
    headers
}

/// Reads a dead letter from its headers.
fn dead_letter(event: &StoredEvent) -> DeadLetter {
    let text = |name| event.header(name).unwrap_or_default().to_owned();
    let number = |name| event.header(name).and_then(|number| number.parse().ok()).unwrap_or_default();
    DeadLetter {
        sequence: event.sequence,
        article: event.article_id().or_else(|| article_id_in(&event.payload)),
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
        payload_place: match event.header(headers::DEAD_PAYLOAD) {
            Some(headers::IN_STREAM) => PayloadPlace::InStream,
            _ => PayloadPlace::InLetter,
        },
        unreadable_headers: event.header(headers::DEAD_HEADERS).map(escaped_lines).unwrap_or_default(),
    }
}

/// Returns the lines of a header block, which is given in Base64, with everything but visible ASCII escaped.
fn escaped_lines(block: &str) -> Vec<String> {
    let block = STANDARD.decode(block).unwrap_or_default();
    block.split_inclusive(|byte| *byte == b'\n').map(|line| line.escape_ascii().to_string()).collect()
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
            headers: crate::bus::StoredHeaders::default(),
            after: 0,
        };
        DeadLetter { replay, replayed, ..dead_letter(&event) }
    }

    #[test]
    fn a_letter_is_replayed_once_unless_again_is_set() {
        let now = 1_790_000_000;
        for (replay, replayed, again, expected) in [
            (0, None, None, Some(1)),
            (0, Some(1), None, None),
            (0, Some(1), Some(now), Some(now)),
            // The first replay failed, so its letter takes the next number.
            (1, None, None, Some(2)),
        ] {
            let next = letter(replay, replayed).next_replay(again);
            assert_eq!(next, expected, "{replay}, {replayed:?}, {again:?}");
        }
    }
}
