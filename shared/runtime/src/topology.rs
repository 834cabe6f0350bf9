//! The streams and consumers of a pipeline, as data. Workers use them; `wiredesk setup` creates them.

use std::time::Duration;

use messages::{
    ArticleReceived, ArticleSummarized, EntitiesTagged, Event, LanguageDetected, StageName, TextSegmented,
    subjects::{Lane, Subjects},
};

/// How long a delivery may go unacknowledged before it is delivered again. What is worked on longer is renewed every
/// third of it; what is on its way to a process that dies waits for all of it.
pub const ACK_WAIT: Duration = Duration::from_secs(10);
/// The delivery from which on an article is suspected of taking its worker down: it is processed with no other
/// suspect beside it, and a note says that it begins.
pub const SUSPECT_FROM: u64 = 2;
/// How often a suspect may begin and not end. After that it is set aside: its worker ended each time while it had this
/// one suspect in the stage.
///
/// Three, because a worker can be killed from outside at just that moment, but hardly three times in a row.
pub const MAX_BEGINNINGS: u64 = 3;
/// The delivery from which on an article is set aside whatever the notes say.
pub const LAST_DELIVERY: u64 = 80;
/// Deliveries after which the server itself gives up, and keeps the article unseen. More than [`LAST_DELIVERY`]: a
/// worker can be killed just when it sets an article aside, and then somebody has to do it the next time.
pub const SERVER_GIVES_UP: u64 = 100;
/// How long a stream remembers message ids. It must exceed `SERVER_GIVES_UP * ACK_WAIT`, or a late
/// redelivery could be stored twice.
pub const DUPLICATE_WINDOW: Duration = Duration::from_hours(1);
/// How long events stay: a long weekend.
const EVENT_AGE: Duration = Duration::from_hours(72);
/// How long dead letters and advisories stay: time to come back from holiday.
const DEAD_AGE: Duration = Duration::from_hours(30 * 24);

/// Token and stream suffix of dead letters.
pub const DEAD: &str = "dead";
/// Stream suffix of the server's own notes on deliveries that were given up.
pub const ADVISORIES: &str = "advisories";
/// Stream suffix of the workers' notes that a suspect begins.
pub const SUSPECTS: &str = "suspects";

/// One stream to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StreamPlan {
    /// Name: `ARTICLES_SEGMENTED`.
    pub name: String,
    /// What it is for, shown by every NATS tool.
    pub description: &'static str,
    /// What it captures.
    pub subjects: Vec<String>,
    /// How long messages stay.
    pub max_age: Duration,
    /// Whether a full stream refuses new messages (nothing is lost: publishers wait) or drops old ones, as streams of
    /// mere notes do.
    pub refuses_when_full: bool,
    /// Whether it takes messages as large as the server does; events stay smaller, so that each can be
    /// set aside with its story.
    pub takes_whole_payloads: bool,
}

/// One durable consumer to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsumerPlan {
    /// The stream it reads.
    pub stream: String,
    /// Name: `segmenter-live`.
    pub name: String,
    /// What it takes of the stream.
    pub filter: String,
    /// Deliveries that may be unsettled at once, over all its workers.
    pub max_ack_pending: i64,
}

/// The names of everything under one prefix.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Topology {
    subjects: Subjects,
}

impl Topology {
    /// The topology under the prefix of `subjects`.
    pub fn new(subjects: Subjects) -> Self {
        Self { subjects }
    }

    /// The subjects of this pipeline.
    pub fn subjects(&self) -> &Subjects {
        &self.subjects
    }

    /// The stream that keeps one event, or [`DEAD`]: `ARTICLES_SEGMENTED`.
    pub fn stream(&self, event: &str) -> String {
        format!("{}_{}", self.subjects.prefix(), event).to_uppercase()
    }

    /// All streams, in the order articles pass them.
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
            refuses_when_full: false,
            takes_whole_payloads: true,
        });
        plans.push(StreamPlan {
            name: self.stream(SUSPECTS),
            description: "notes that an article begins which may have taken a worker down",
            subjects: vec![self.subjects.all_of(SUSPECTS)],
            // A note counts for as long as its message id is remembered.
            max_age: DUPLICATE_WINDOW,
            refuses_when_full: false,
            takes_whole_payloads: true,
        });
        plans
    }

    /// All durable consumers, in the order articles pass them.
    pub fn consumers(&self) -> Vec<ConsumerPlan> {
        StageName::ALL
            .into_iter()
            .flat_map(|stage| Lane::ALL.map(|lane| self.consumer(stage, lane)))
            .collect()
    }

    /// The consumer of one stage on one lane.
    pub fn consumer(&self, stage: StageName, lane: Lane) -> ConsumerPlan {
        let event = stage.input();
        ConsumerPlan {
            stream: self.stream(event),
            name: format!("{}-{lane}", stage.worker()),
            filter: self.subjects.lane_filter(event, lane),
            max_ack_pending: match lane {
                Lane::Live => 1_000,
                // Few, so that a backlog never holds many slots of the workers that live news needs.
                Lane::Backfill => 64,
            },
        }
    }

    fn stream_plan(&self, event: &str, description: &'static str, max_age: Duration) -> StreamPlan {
        StreamPlan {
            name: self.stream(event),
            description,
            subjects: vec![self.subjects.all_of(event)],
            max_age,
            refuses_when_full: true,
            takes_whole_payloads: event == DEAD,
        }
    }

    /// The server publishes these when a delivery is given up or terminated.
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
    fn each_event_has_a_stream_of_its_own() {
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
    fn two_prefixes_share_nothing() {
        let (first, second) = (Topology::default(), Topology::new(Subjects::new("wire").unwrap()));
        for plan in second.streams() {
            assert!(first.streams().iter().all(|other| other.name != plan.name), "{}", plan.name);
        }
    }

    #[test]
    fn ids_are_remembered_longer_than_redeliveries_can_come() {
        assert!(DUPLICATE_WINDOW > ACK_WAIT * SERVER_GIVES_UP as u32);
    }
}
