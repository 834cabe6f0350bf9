//! The history of one article, assembled from the events that the streams store.

use std::{collections::BTreeMap, pin::pin};

use futures_util::TryStreamExt;
use messages::{Article, ArticleReceived, Event, StageName, headers};
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::{
    client::Bus,
    dead::DeadFilter,
    reader::{ReadError, StoredEvent, StreamQuery},
};
use crate::{clock, topology::DEAD};

/// One step in the history of an article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The time at which the stream stored it (RFC 3339).
    pub at: String,
    /// The kind of step: `received`, `detected`, `segmented`, `tagged`, `summarized`, `dead` or `replayed`.
    pub what: String,
    /// The subject of the stored message.
    pub subject: String,
    /// The message's sequence in its stream.
    pub sequence: u64,
    /// The message id.
    pub message_id: Option<String>,
    /// The milliseconds since its input was stored, for waiting and processing.
    pub latency_ms: Option<f64>,
    /// How often its input had been delivered. More than once means that an earlier delivery failed.
    pub deliveries: Option<u64>,
    /// The version of the worker that made it.
    pub version: Option<String>,
    /// The code of the reason, for a dead letter.
    pub reason: Option<String>,
    /// The explanation of the reason, for a dead letter.
    pub error: Option<String>,
    /// The number of the replay or run that it belongs to.
    pub replay: Option<u64>,
}

/// The stored messages about one article, by event and sequence.
type Found = BTreeMap<(String, u64), StoredEvent>;

impl Bus {
    /// Returns the history of the article with `id` in chronological order. It is empty if no stream has the
    /// article.
    ///
    /// # Errors
    ///
    /// When a stream is missing or reading is interrupted.
    pub async fn trace(&self, id: &str) -> Result<Vec<Step>, ReadError> {
        let mut found = Found::new();
        let outputs = StageName::ALL.into_iter().map(StageName::output);
        for event in [ArticleReceived::NAME].into_iter().chain(outputs) {
            self.find(event, &mut found, |event| event.article_id().as_deref() == Some(id)).await?;
        }
        self.find_dead(id, &mut found).await?;
        self.find_inputs(&mut found).await?;
        self.find_notes(&mut found).await?;
        if !found.keys().any(|(event, _)| event == ArticleReceived::NAME) {
            self.find_by_content(id, &mut found).await?;
        }
        let mut steps: Vec<(OffsetDateTime, Step)> = found
            .iter()
            .map(|((event, _), stored)| (stored.stored_at, self.step(event, stored, &found)))
            .collect();
        steps.sort_by_key(|(at, _)| *at);
        Ok(steps.into_iter().map(|(_, step)| step).collect())
    }

    /// Adds the messages of one event that `wanted` accepts.
    async fn find(
        &self,
        event: &str,
        found: &mut Found,
        wanted: impl Fn(&StoredEvent) -> bool,
    ) -> Result<(), ReadError> {
        let query = StreamQuery { headers_only: true, ..StreamQuery::all(event) };
        let mut events = pin!(self.read(&query).await?);
        while let Some(stored) = events.try_next().await? {
            if wanted(&stored) {
                found.insert((event.to_owned(), stored.sequence), stored);
            }
        }
        Ok(())
    }

    /// Adds the dead letters of the article with `id`, which only their payloads may name.
    async fn find_dead(&self, id: &str, found: &mut Found) -> Result<(), ReadError> {
        for letter in self.dead_letters(&DeadFilter::default()).await? {
            if letter.article.as_deref() == Some(id)
                && let Some(stored) = self.stored_event(DEAD, letter.sequence).await?
            {
                found.insert((DEAD.to_owned(), letter.sequence), stored);
            }
        }
        Ok(())
    }

    /// Adds the notes on dead letters that were replayed.
    async fn find_notes(&self, found: &mut Found) -> Result<(), ReadError> {
        let letters: Vec<u64> =
            found.keys().filter(|(event, _)| event == DEAD).map(|(_, sequence)| *sequence).collect();
        if letters.is_empty() {
            return Ok(());
        }
        let subjects = self.topology.subjects();
        let is_note = |stored: &StoredEvent| {
            subjects
                .parse_dead(&stored.subject)
                .and_then(|dead| dead.note_on)
                .is_some_and(|on| letters.contains(&on))
        };
        self.find(DEAD, found, is_note).await
    }

    /// Adds the predecessors of the messages found so far.
    ///
    /// They name no article themselves if their publisher set no headers, or if their payload could not be
    /// read before a repair. Their successors name their sequences.
    async fn find_inputs(&self, found: &mut Found) -> Result<(), ReadError> {
        let mut known: Vec<StoredEvent> = found.values().cloned().collect();
        while let Some(stored) = known.pop() {
            for (event, sequence) in self.predecessors(&stored) {
                if !found.contains_key(&(event.clone(), sequence))
                    && let Some(predecessor) = self.stored_event(&event, sequence).await?
                {
                    known.push(predecessor.clone());
                    found.insert((event, sequence), predecessor);
                }
            }
        }
        Ok(())
    }

    /// Returns the input of an event, and the dead letter that it was before its replay.
    fn predecessors(&self, stored: &StoredEvent) -> Vec<(String, u64)> {
        let letter = stored.header(headers::REPLAY_OF).and_then(|sequence| sequence.parse().ok());
        let letter = letter.map(|sequence| (DEAD.to_owned(), sequence));
        self.input_of(stored).into_iter().chain(letter).collect()
    }

    /// Adds the article by its content, if no stage has processed it yet and its publisher set no headers.
    async fn find_by_content(&self, id: &str, found: &mut Found) -> Result<(), ReadError> {
        let event = ArticleReceived::NAME;
        let mut events = pin!(self.read(&StreamQuery::all(event)).await?);
        while let Some(stored) = events.try_next().await? {
            if Article::from_json(&stored.payload).is_ok_and(|article| article.id == id) {
                found.insert((event.to_owned(), stored.sequence), stored);
            }
        }
        Ok(())
    }

    /// Returns event and sequence of the input of an event or a dead letter.
    fn input_of(&self, stored: &StoredEvent) -> Option<(String, u64)> {
        let names = [
            (headers::INPUT_SUBJECT, headers::INPUT_SEQUENCE),
            (headers::DEAD_SUBJECT, headers::DEAD_SEQUENCE),
        ];
        let (subject, sequence) = names
            .into_iter()
            .find_map(|(subject, sequence)| stored.header(subject).zip(stored.header(sequence)))?;
        Some((self.topology.subjects().event_of(subject)?.to_owned(), sequence.parse().ok()?))
    }

    fn step(&self, event: &str, stored: &StoredEvent, found: &Found) -> Step {
        let text = |name| stored.header(name).map(str::to_owned);
        let number = |name| stored.header(name).and_then(|number| number.parse().ok());
        let input = self.input_of(stored).and_then(|input| found.get(&input));
        let is_note =
            self.topology.subjects().parse_dead(&stored.subject).is_some_and(|dead| dead.note_on.is_some());
        Step {
            at: clock::rfc3339(stored.stored_at),
            what: if is_note { "replayed" } else { event }.to_owned(),
            subject: stored.subject.clone(),
            sequence: stored.sequence,
            message_id: text(headers::MESSAGE_ID),
            latency_ms: input
                .map(|input| (stored.stored_at - input.stored_at).whole_nanoseconds() as f64 / 1e6),
            deliveries: number(headers::DELIVERIES),
            version: text(headers::VERSION),
            reason: text(headers::DEAD_REASON),
            error: text(headers::DEAD_ERROR).map(|error| headers::percent_decoded(&error)),
            replay: number(headers::REPLAY),
        }
    }
}
