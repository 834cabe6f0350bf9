//! Which events of a stream have a result: the later streams and the dead letters tell.

use std::{
    collections::{BTreeMap, HashMap},
    pin::pin,
};

use futures_util::TryStreamExt;
use messages::{Article, ArticleReceived, Event, StageName, headers, subjects::Lane};
use time::OffsetDateTime;

use super::{
    super::{
        client::{Bus, BusError},
        reader::{ReadError, StoredEvent, StreamQuery},
    },
    start::Input,
};
use crate::{clock, topology::DEAD};

/// What is known about the events of one stage's input stream.
#[derive(Debug)]
pub(super) struct Results {
    event: &'static str,
    /// When the first result of an article's revision was stored in any later stream. An event that is there
    /// twice has only one result.
    by_article: HashMap<String, OffsetDateTime>,
    /// When a result or a copy that names the sequence as its input was last stored. A stream that was made
    /// anew counts from one, so a result can belong to an earlier stream: then it is older than the event.
    by_sequence: HashMap<u64, OffsetDateTime>,
    /// When the dead letter was stored, by sequence and time of the event.
    dead: HashMap<(u64, String), OffsetDateTime>,
    /// The events of the stream: sequence, lane, time, and key of the article if the message id gives it.
    inputs: BTreeMap<u64, (Option<Lane>, OffsetDateTime, Option<String>)>,
}

impl Bus {
    /// Reads what is known about the events of a stage's input stream. Reads headers only, but all of them.
    ///
    /// A fused worker writes a later stream than its first stage's. So all later streams count.
    pub(super) async fn results_of(&self, stage: StageName) -> Result<Results, ReadError> {
        let mut results = Results::new(stage.input());
        let copies = self.topology.subjects().clone();
        let is_input = |stored: &StoredEvent, name| {
            stored.header(name).and_then(|subject| copies.event_of(subject)) == Some(stage.input())
        };
        self.each(stage.input(), |stored| {
            let copy = is_input(stored, headers::INPUT_SUBJECT);
            results.add_input(self.topology.subjects().lane_of(&stored.subject), stored, copy);
        })
        .await?;
        if results.inputs.is_empty() {
            return Ok(results);
        }
        for later in StageName::ALL.into_iter().filter(|later| *later >= stage) {
            self.each(later.output(), |stored| {
                results.add_result(later, stored, is_input(stored, headers::INPUT_SUBJECT));
            })
            .await?;
        }
        self.each(DEAD, |stored| {
            if is_input(stored, headers::DEAD_SUBJECT) {
                results.add_dead(stored);
            }
        })
        .await?;
        Ok(results)
    }

    /// Calls `take` with each message of a stream, without its payload.
    async fn each(&self, event: &str, mut take: impl FnMut(&StoredEvent)) -> Result<(), ReadError> {
        let query = StreamQuery { headers_only: true, ..StreamQuery::all(event) };
        let events = match self.read(&query).await {
            // Setup creates the stream later, so it holds nothing yet.
            Err(ReadError::Bus(BusError::NotSetUp(_))) => return Ok(()),
            events => events?,
        };
        let mut events = pin!(events);
        while let Some(stored) = events.try_next().await? {
            take(&stored);
        }
        Ok(())
    }
}

impl Results {
    fn new(event: &'static str) -> Self {
        Self {
            event,
            by_article: HashMap::new(),
            by_sequence: HashMap::new(),
            dead: HashMap::new(),
            inputs: BTreeMap::new(),
        }
    }

    fn add_input(&mut self, lane: Option<Lane>, stored: &StoredEvent, is_copy: bool) {
        if is_copy {
            self.add_sequence(stored);
        }
        let maker = StageName::ALL.into_iter().find(|stage| stage.output() == self.event);
        let key = stored.header(headers::MESSAGE_ID).and_then(|id| headers::article_key(id, maker));
        self.inputs.insert(stored.sequence, (lane, stored.stored_at, key));
    }

    fn add_result(&mut self, maker: StageName, stored: &StoredEvent, names_input: bool) {
        if let Some(key) =
            stored.header(headers::MESSAGE_ID).and_then(|id| headers::article_key(id, Some(maker)))
        {
            let at = self.by_article.entry(key).or_insert(stored.stored_at);
            *at = stored.stored_at.min(*at);
        }
        if names_input {
            self.add_sequence(stored);
        }
    }

    fn add_sequence(&mut self, stored: &StoredEvent) {
        let sequence = stored.header(headers::INPUT_SEQUENCE).and_then(|sequence| sequence.parse().ok());
        let Some(sequence) = sequence else { return };
        let at = self.by_sequence.entry(sequence).or_insert(stored.stored_at);
        *at = stored.stored_at.max(*at);
    }

    fn add_dead(&mut self, stored: &StoredEvent) {
        let sequence = stored.header(headers::DEAD_SEQUENCE).and_then(|sequence| sequence.parse().ok());
        if let Some((sequence, time)) = sequence.zip(stored.header(headers::DEAD_STORED)) {
            self.dead.insert((sequence, time.to_owned()), stored.stored_at);
        }
    }

    /// Returns the events of one lane, in order.
    pub(super) fn inputs(&self, lane: Lane) -> Vec<Input> {
        let of_lane = self.inputs.iter().filter(|(_, (of, ..))| *of == Some(lane));
        of_lane
            .map(|(sequence, (_, stored_at, key))| Input {
                sequence: *sequence,
                done_at: self.done_at(*sequence, *stored_at, key.as_deref()),
            })
            .collect()
    }

    fn done_at(&self, sequence: u64, stored_at: OffsetDateTime, key: Option<&str>) -> Option<OffsetDateTime> {
        let by_article = key.and_then(|key| self.by_article.get(key)).copied();
        let by_sequence = self.by_sequence.get(&sequence).copied().filter(|at| *at >= stored_at);
        let dead = self.dead.get(&(sequence, clock::rfc3339(stored_at))).copied();
        [by_article, by_sequence, dead].into_iter().flatten().min()
    }

    /// Reports whether a received article has a result although its message id does not tell. Publishers may
    /// choose other ids, so the article itself must.
    pub(super) fn covers(&self, event: &StoredEvent) -> bool {
        if self.event != ArticleReceived::NAME {
            return false;
        }
        let replay = event.header(headers::REPLAY).and_then(|number| number.parse().ok());
        let Ok(article) = Article::from_json(&event.payload) else { return false };
        let id = headers::received_message_id(&article);
        let id = replay.map_or(id.clone(), |number| headers::replayed_message_id(&id, number));
        self.by_article.contains_key(&id)
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use messages::LanguageDetected;

    use super::*;

    const START: OffsetDateTime = time::macros::datetime!(2026-11-28 12:00 UTC);

    fn at(minute: i64) -> OffsetDateTime {
        START + time::Duration::minutes(minute)
    }

    fn stored(sequence: u64, minute: i64, headers: &[(&str, &str)]) -> StoredEvent {
        StoredEvent {
            sequence,
            stored_at: at(minute),
            subject: String::new(),
            payload: Bytes::new(),
            headers: headers.iter().copied().collect(),
            after: 0,
        }
    }

    /// Makes the results of a stream of detected events, which holds one event of minute 10 on the live lane.
    fn with_one_input() -> Results {
        let mut results = Results::new(LanguageDetected::NAME);
        let event = stored(7, 10, &[(headers::MESSAGE_ID, "a:1:detect")]);
        results.add_input(Some(Lane::Live), &event, false);
        results
    }

    #[track_caller]
    fn check(results: &Results, expected: Option<i64>) {
        assert_eq!(results.inputs(Lane::Live), [Input { sequence: 7, done_at: expected.map(at) }]);
    }

    #[test]
    fn a_result_of_the_same_revision_counts_whichever_stage_made_it() {
        for (maker, id, expected) in [
            (StageName::Segment, "a:1:segment", Some(12)),
            (StageName::Summarize, "a:1:summarize", Some(12)),
            (StageName::Segment, "a:2:segment", None),
            (StageName::Segment, "a:1:segment:r5", None),
        ] {
            let mut results = with_one_input();
            results.add_result(maker, &stored(1, 12, &[(headers::MESSAGE_ID, id)]), false);
            check(&results, expected);
        }
    }

    #[test]
    fn a_result_that_names_the_sequence_counts_unless_it_is_older_than_the_event() {
        for (minute, expected) in [(12, Some(12)), (9, None)] {
            let mut results = with_one_input();
            let result = stored(1, minute, &[(headers::INPUT_SEQUENCE, "7")]);
            results.add_result(StageName::Segment, &result, true);
            check(&results, expected);
        }
        let mut results = with_one_input();
        results.add_result(StageName::Segment, &stored(1, 12, &[(headers::INPUT_SEQUENCE, "7")]), false);
        check(&results, None);
    }

    #[test]
    fn a_dead_letter_counts_for_the_event_of_its_time() {
        for (time, expected) in [(clock::rfc3339(at(10)), Some(13)), (clock::rfc3339(at(9)), None)] {
            let mut results = with_one_input();
            let letter = [(headers::DEAD_SEQUENCE, "7"), (headers::DEAD_STORED, &*time)];
            results.add_dead(&stored(1, 13, &letter));
            check(&results, expected);
        }
    }

    #[test]
    fn a_later_copy_in_the_same_stream_counts() {
        let mut results = with_one_input();
        let copy = [(headers::MESSAGE_ID, "a:1:detect:r5"), (headers::INPUT_SEQUENCE, "7")];
        results.add_input(Some(Lane::Live), &stored(8, 20, &copy), true);
        let expected = [(7, Some(at(20))), (8, None)].map(|(sequence, done_at)| Input { sequence, done_at });
        assert_eq!(results.inputs(Lane::Live), expected);
    }

    #[test]
    fn each_lane_has_its_own_events() {
        let mut results = with_one_input();
        results.add_input(Some(Lane::Backfill), &stored(8, 11, &[]), false);
        assert_eq!(results.inputs(Lane::Backfill), [Input { sequence: 8, done_at: None }]);
        check(&results, None);
    }

    #[test]
    fn a_received_article_with_a_foreign_id_is_known_by_its_content() {
        let payload = br#"{"id": "a", "body": "Rain."}"#;
        let article = Article::from_json(payload).unwrap();
        let mut results = Results::new(ArticleReceived::NAME);
        let id = headers::message_id(&article, StageName::Detect);
        results.add_result(StageName::Detect, &stored(1, 12, &[(headers::MESSAGE_ID, &*id)]), false);
        let event = StoredEvent { payload: Bytes::from_static(payload), ..stored(3, 10, &[]) };
        assert!(results.covers(&event));
        let replay =
            StoredEvent { payload: Bytes::from_static(payload), ..stored(3, 10, &[(headers::REPLAY, "1")]) };
        assert!(!results.covers(&replay));
        assert!(!results.covers(&StoredEvent { payload: Bytes::from_static(b"{"), ..stored(3, 10, &[]) }));
    }
}
