//! One article's way through the pipeline, put together from what the streams keep.

use std::{collections::BTreeMap, pin::pin};

use futures_util::TryStreamExt;
use messages::{Article, ArticleReceived, Event, StageName, headers};
use serde::Serialize;
use time::OffsetDateTime;

use super::{Bus, ReadError, Reading, StoredEvent};
use crate::{clock, topology::DEAD};

/// Something that happened to an article.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// When the stream stored it (RFC 3339).
    pub at: String,
    /// What happened: `received`, `detected`, `segmented`, `tagged`, `summarized`, `dead` or `replayed`.
    pub what: String,
    /// The subject it stands on.
    pub subject: String,
    /// Its place in its stream.
    pub sequence: u64,
    /// Its message id.
    pub message_id: Option<String>,
    /// Milliseconds since its input was stored: waiting and processing.
    pub latency_ms: Option<f64>,
    /// How often its input had been delivered; more than once means that something went wrong before.
    pub deliveries: Option<u64>,
    /// Version of the worker that made it.
    pub version: Option<String>,
    /// Why, for a dead letter: code and sentence.
    pub reason: Option<String>,
    /// The sentence of a dead letter.
    pub error: Option<String>,
    /// Which replay or run it belongs to.
    pub replay: Option<u64>,
}

/// What the streams keep of one article, by event and place.
type Found = BTreeMap<(String, u64), StoredEvent>;

impl Bus {
    /// What happened to the article with `id`, in the order of time; empty where no stream knows it.
    ///
    /// # Errors
    ///
    /// When a stream is missing or reading breaks off.
    pub async fn trace(&self, id: &str) -> Result<Vec<Step>, ReadError> {
        let mut found = Found::new();
        let made = StageName::ALL.into_iter().map(StageName::output);
        for event in [ArticleReceived::NAME].into_iter().chain(made).chain([DEAD]) {
            self.find(event, &mut found, |event| event.article_id().as_deref() == Some(id)).await?;
        }
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

    async fn find(
        &self,
        event: &str,
        found: &mut Found,
        wanted: impl Fn(&StoredEvent) -> bool,
    ) -> Result<(), ReadError> {
        let reading = Reading { headers_only: true, ..Reading::all(event) };
        let mut events = pin!(self.read(&reading).await?);
        while let Some(stored) = events.try_next().await? {
            if wanted(&stored) {
                found.insert((event.to_owned(), stored.sequence), stored);
            }
        }
        Ok(())
    }

    /// The notes on those dead letters that were replayed.
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
                .and_then(|it| it.note_on)
                .is_some_and(|on| letters.contains(&on))
        };
        self.find(DEAD, found, is_note).await
    }

    /// What a foreign publisher sent without headers, and what could not be read until it was repaired: by the
    /// place that its successor names.
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

    /// What an event was made of, and the dead letter that it was before it was replayed.
    fn predecessors(&self, stored: &StoredEvent) -> Vec<(String, u64)> {
        let letter = stored.header(headers::REPLAY_OF).and_then(|place| place.parse().ok());
        self.input_of(stored).into_iter().chain(letter.map(|place| (DEAD.to_owned(), place))).collect()
    }

    /// An article that no stage has processed yet, and whose publisher set no headers.
    async fn find_by_content(&self, id: &str, found: &mut Found) -> Result<(), ReadError> {
        let event = ArticleReceived::NAME;
        let mut events = pin!(self.read(&Reading::all(event)).await?);
        while let Some(stored) = events.try_next().await? {
            if Article::from_json(&stored.payload).is_ok_and(|article| article.id == id) {
                found.insert((event.to_owned(), stored.sequence), stored);
            }
        }
        Ok(())
    }

    /// Event and place of what an event, or a dead letter, was made of.
    fn input_of(&self, stored: &StoredEvent) -> Option<(String, u64)> {
        let names = [
            (headers::INPUT_SUBJECT, headers::INPUT_SEQUENCE),
            (headers::DEAD_SUBJECT, headers::DEAD_SEQUENCE),
        ];
        let (subject, sequence) = names
            .into_iter()
            .find_map(|(subject, place)| stored.header(subject).zip(stored.header(place)))?;
        Some((self.topology.subjects().event_of(subject)?.to_owned(), sequence.parse().ok()?))
    }

    fn step(&self, event: &str, stored: &StoredEvent, found: &Found) -> Step {
        let text = |name| stored.header(name).map(str::to_owned);
        let number = |name| stored.header(name).and_then(|number| number.parse().ok());
        let input = self.input_of(stored).and_then(|input| found.get(&input));
        let is_note =
            self.topology.subjects().parse_dead(&stored.subject).is_some_and(|it| it.note_on.is_some());
        Step {
            at: clock::rfc3339(stored.stored_at),
            what: if is_note { "replayed" } else { event }.to_owned(),
            subject: stored.subject.clone(),
            sequence: stored.sequence,
            message_id: text(headers::MESSAGE_ID),
            latency_ms: input.map(|input| 1_000.0 * (stored.stored_at - input.stored_at).as_seconds_f64()),
            deliveries: number(headers::DELIVERIES),
            version: text(headers::VERSION),
            reason: text(headers::DEAD_REASON),
            error: text(headers::DEAD_ERROR).map(|error| headers::percent_decoded(&error)),
            replay: number(headers::REPLAY),
        }
    }
}
