//! The streams and consumers of a pipeline, as data. `wiredesk setup` creates them, and workers use them.

use std::time::Duration;

use messages::{
    Alert, ArticleLinked, ArticleReceived, ArticleSummarized, EntitiesTagged, Event, LanguageDetected,
    StageName, TextSegmented,
    subjects::{Lane, Subjects},
};

/// How long a delivery may stay unacknowledged before it is delivered again. A worker renews it every third
/// of this time. A delivery on its way to a process that dies waits for all of it.
pub const ACK_WAIT: Duration = Duration::from_secs(10);
/// The delivery from which on an article is a suspect: it may have crashed its worker. Suspects are processed
/// one at a time, and each start is recorded.
pub const SUSPECT_FROM: u64 = 2;
/// The number of recorded starts without an end after which a suspect becomes a dead letter. After each of
/// these starts the worker died while this article was the only suspect in its stage.
///
/// The number is three, because a worker may be killed from outside at that moment, but hardly three times in
/// a row.
pub const MAX_STARTS: u64 = 3;
/// The delivery from which on an article becomes a dead letter, whatever the recorded starts say.
pub const LAST_DELIVERY: u64 = 80;
/// The number of deliveries after which the server gives up. It then keeps the article without a dead letter.
///
/// It exceeds [`LAST_DELIVERY`], because a worker may be killed while it makes an article a dead
/// letter. Another worker then needs one more delivery to do so.
pub const MAX_DELIVER: u64 = 100;
/// How many deliveries of one consumer may be unsettled at once, over all its workers. The permits of the
/// workers bound what is in progress. This number bounds how many bad articles can wait for room among the dead
/// letters before they hold up others.
pub const MOST_UNSETTLED: i64 = 10_000;
/// How long a stream remembers message ids. It must exceed `MAX_DELIVER * ACK_WAIT`, or the result of a late
/// redelivery could be stored twice.
pub const DUPLICATE_WINDOW: Duration = Duration::from_hours(1);
/// How long the stream of alerts remembers message ids. A corrected article within this time raises no second alert.
const ALERT_WINDOW: Duration = Duration::from_hours(24);
/// How long events are stored: a long weekend.
const EVENT_AGE: Duration = Duration::from_hours(72);
/// How long dead letters and advisories are stored, so that they survive an operator's holiday.
const DEAD_AGE: Duration = Duration::from_hours(30 * 24);

/// The subject token and stream suffix of dead letters.
pub const DEAD: &str = "dead";
/// The stream suffix of the server's advisories on deliveries that it gave up.
pub const ADVISORIES: &str = "advisories";
/// The stream suffix of the workers' notes that they start to process a suspect.
pub const SUSPECTS: &str = "suspects";

/// The subject token and stream suffix of alerts.
pub const ALERTS: &str = Alert::NAME;
/// The suffix of the bucket that `wiredesk feeds` keeps.
pub const FEEDS: &str = "feeds";
/// The suffix of the bucket in which the story-linkers agree which of them works.
pub const STORIES: &str = "stories";
/// The key of their lease in it.
pub const STORIES_LEASE: &str = "linker";

/// The plan of one stream.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StreamPlan {
    /// The name: `ARTICLES_SEGMENTED`.
    pub name: String,
    /// The purpose, which NATS tools show.
    pub description: &'static str,
    /// The subjects that it captures.
    pub subjects: Vec<String>,
    /// How long messages are stored.
    pub max_age: Duration,
    /// How long the stream remembers message ids.
    pub duplicate_window: Duration,
    /// Whether a full stream refuses new messages. Publishers then wait and nothing is lost. Streams of notes
    /// drop old messages instead.
    pub refuses_when_full: bool,
    /// Whether it holds events, and not dead letters or notes.
    pub holds_events: bool,
}

/// The plan of one durable consumer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsumerPlan {
    /// The stage that it serves.
    pub stage: StageName,
    /// The lane that it serves.
    pub lane: Lane,
    /// The stream that it reads.
    pub stream: String,
    /// The name: `segmenter-live`.
    pub name: String,
    /// The subjects that it reads from the stream.
    pub filter: String,
}

/// The streams and consumers under one prefix.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Topology {
    subjects: Subjects,
}

impl Topology {
    /// Creates the topology under the prefix of `subjects`.
    pub fn new(subjects: Subjects) -> Self {
        Self { subjects }
    }

    /// Returns the subjects of this pipeline.
    pub fn subjects(&self) -> &Subjects {
        &self.subjects
    }

    /// Returns the name of the stream of an event, or of [`DEAD`]: `ARTICLES_SEGMENTED`.
    pub fn stream(&self, event: &str) -> String {
        format!("{}_{}", self.subjects.prefix(), event).to_uppercase()
    }

    /// Returns all streams that every pipeline has, in the order in which articles pass them.
    pub fn streams(&self) -> Vec<StreamPlan> {
        let events = [
            (ArticleReceived::NAME, "articles as their publishers sent them"),
            (LanguageDetected::NAME, "articles with their language"),
            (TextSegmented::NAME, "articles with their blocks and sentences"),
            (EntitiesTagged::NAME, "articles with their mentions and entities"),
            (ArticleSummarized::NAME, "enriched articles, summary included"),
        ];
        let mut plans: Vec<StreamPlan> =
            events.map(|(event, description)| self.stream_plan(event, description, EVENT_AGE)).into();
        plans.push(self.stream_plan(DEAD, "articles that could not be processed, with the reason", DEAD_AGE));
        plans.push(StreamPlan {
            name: self.stream(ADVISORIES),
            description: "the server's notes on deliveries that were given up",
            subjects: self.advisory_subjects(),
            max_age: DEAD_AGE,
            duplicate_window: DUPLICATE_WINDOW,
            refuses_when_full: false,
            holds_events: false,
        });
        plans.push(StreamPlan {
            name: self.stream(SUSPECTS),
            description: "the workers' notes that they start to process a suspect",
            subjects: vec![self.subjects.all_of(SUSPECTS)],
            // A note is counted by its message id, so it is of no use once the stream has forgotten the id.
            max_age: DUPLICATE_WINDOW,
            duplicate_window: DUPLICATE_WINDOW,
            refuses_when_full: false,
            holds_events: false,
        });
        plans
    }

    /// Returns the streams that a pipeline has only if its operator asks for them: those of stories and of alerts.
    pub fn optional_streams(&self) -> Vec<StreamPlan> {
        let stories =
            self.stream_plan(ArticleLinked::NAME, "enriched articles with their stories", EVENT_AGE);
        let alerts = self.stream_plan(ALERTS, "articles that match saved searches", EVENT_AGE);
        // Each alert is small, and `--max-age` is for articles.
        vec![stories, StreamPlan { duplicate_window: ALERT_WINDOW, holds_events: false, ..alerts }]
    }

    /// Returns all durable consumers, in the order in which articles pass them.
    pub fn consumers(&self) -> Vec<ConsumerPlan> {
        StageName::ALL
            .into_iter()
            .flat_map(|stage| Lane::ALL.map(|lane| self.consumer(stage, lane)))
            .collect()
    }

    /// Returns the consumer of one stage on one lane.
    pub fn consumer(&self, stage: StageName, lane: Lane) -> ConsumerPlan {
        let event = stage.input();
        ConsumerPlan {
            stage,
            lane,
            stream: self.stream(event),
            name: format!("{}-{lane}", stage.worker()),
            filter: self.subjects.lane_filter(event, lane),
        }
    }

    fn stream_plan(&self, event: &str, description: &'static str, max_age: Duration) -> StreamPlan {
        StreamPlan {
            name: self.stream(event),
            description,
            subjects: vec![self.subjects.all_of(event)],
            max_age,
            duplicate_window: DUPLICATE_WINDOW,
            refuses_when_full: true,
            holds_events: event != DEAD,
        }
    }

    /// Returns the subjects on which the server reports deliveries that were given up or terminated.
    fn advisory_subjects(&self) -> Vec<String> {
        let kinds = ["MAX_DELIVERIES", "MSG_TERMINATED"];
        let streams = StageName::ALL.map(|stage| self.stream(stage.input()));
        let subject = |kind, stream| format!("$JS.EVENT.ADVISORY.CONSUMER.{kind}.{stream}.>");
        streams.iter().flat_map(|stream| kinds.map(|kind| subject(kind, stream))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_event_has_its_own_stream() {
        let names: Vec<String> = Topology::default().streams().into_iter().map(|plan| plan.name).collect();
        let expected = [
            "ARTICLES_RECEIVED",
            "ARTICLES_DETECTED",
            "ARTICLES_SEGMENTED",
            "ARTICLES_TAGGED",
            "ARTICLES_SUMMARIZED",
            "ARTICLES_DEAD",
            "ARTICLES_ADVISORIES",
            "ARTICLES_SUSPECTS",
        ];
        assert_eq!(names, expected);
    }

    #[test]
    fn each_stage_has_a_consumer_for_each_lane() {
        let consumers = Topology::default().consumers();
        assert_eq!(consumers.len(), 8);
        let segmenter = Topology::default().consumer(StageName::Segment, Lane::Backfill);
        assert_eq!(segmenter.stream, "ARTICLES_DETECTED");
        assert_eq!(segmenter.name, "segmenter-backfill");
        assert_eq!(segmenter.filter, "articles.v1.detected.backfill.*");
    }

    #[test]
    fn two_prefixes_share_no_stream() {
        let (first, second) = (Topology::default(), Topology::new(Subjects::new("wire").unwrap()));
        for plan in second.streams() {
            assert!(first.streams().iter().all(|other| other.name != plan.name), "{}", plan.name);
        }
    }

    #[test]
    fn the_duplicate_window_covers_all_redeliveries() {
        assert!(DUPLICATE_WINDOW > ACK_WAIT * MAX_DELIVER as u32);
    }
}
