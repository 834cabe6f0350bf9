//! Why stages stand still: what the server's figures show, and what the workers say themselves.
//!
//! Only a worker knows which subject the server refuses to it, and only the server knows that no worker runs.

use std::collections::{BTreeMap, BTreeSet};

use messages::{StageName, subjects::Lane};
use serde::{Deserialize, Serialize};

use super::{
    client::Bus,
    status::{Status, StreamStatus},
};
use crate::{
    obstacle::Obstacle,
    standstill::Standstill,
    topology::{DEAD, Topology},
};

/// A stage that stands still, or cannot do all of its work.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Standing {
    /// The stage. `None` if the obstacle concerns publishers.
    pub stage: Option<StageName>,
    /// The obstacle.
    #[serde(flatten)]
    pub standstill: Standstill,
}

/// What a running worker says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Answer {
    /// The names of the stages that it runs.
    pub(super) stages: Vec<String>,
    /// The codes of what hinders it, each with the stream, consumer or subject concerned.
    pub(super) obstacles: Vec<(String, String)>,
}

/// Returns the subject on which the workers of a pipeline say what hinders them.
pub(crate) fn obstacles_of(topology: &Topology) -> String {
    format!("$SRV.OBSTACLES.{}", topology.subjects().prefix())
}

impl Bus {
    /// Returns the stages that stand still, with the reasons. Asks the running workers, too.
    pub async fn standing_still(&self, status: &Status) -> Vec<Standing> {
        let said = self.ask_workers(obstacles_of(&self.topology)).await;
        let answers: Vec<Answer> =
            said.iter().filter_map(|answer| serde_json::from_slice(answer).ok()).collect();
        standing(status, &self.topology, &answers)
    }
}

/// Finds the stages that stand still. Pure.
fn standing(status: &Status, topology: &Topology, answers: &[Answer]) -> Vec<Standing> {
    let mut found: BTreeMap<Standstill, Option<StageName>> = BTreeMap::new();
    for answer in answers {
        let stage = answer.stages.first().and_then(|name| name.parse().ok());
        for (code, what) in &answer.obstacles {
            // A worker of a later version may know more obstacles.
            if let Some(reason) = Obstacle::from_code(code) {
                found.entry(Standstill::new(reason, what)).or_insert(stage);
            }
        }
    }
    for stream in status.streams.iter().filter(|stream| is_full(stream)) {
        let is_dead = stream.name == topology.stream(DEAD);
        let reason = if is_dead { Obstacle::DeadLettersFull } else { Obstacle::StreamFull };
        let writes = |stage: &StageName| stream.name == topology.stream(stage.output());
        let stage = StageName::ALL.into_iter().find(writes);
        found.entry(Standstill::new(reason, format!("stream {}", stream.name))).or_insert(stage);
    }
    for consumer in &status.consumers {
        let stream = topology.stream(consumer.stage.input());
        if let Some(until) = &consumer.paused_until {
            let what = format!("consumer {} of stream {stream} until {until}", consumer.name);
            found.entry(Standstill::new(Obstacle::Paused, what)).or_insert(Some(consumer.stage));
        }
    }
    let served: BTreeSet<&str> =
        answers.iter().flat_map(|answer| &answer.stages).map(String::as_str).collect();
    for consumer in status.consumers.iter().filter(|consumer| consumer.lane == Lane::Live.as_str()) {
        let unfinished = consumer.pending + consumer.in_flight as u64;
        let is_asked = consumer.waiting_pulls > 0 || served.contains(consumer.stage.as_str());
        if unfinished > 0 && !is_asked && consumer.paused_until.is_none() {
            let what = format!("{unfinished} for consumer {}", consumer.name);
            found.insert(Standstill::new(Obstacle::NoWorker, what), Some(consumer.stage));
        }
    }
    let mut standing: Vec<Standing> =
        found.into_iter().map(|(standstill, stage)| Standing { stage, standstill }).collect();
    standing.sort_unstable();
    standing
}

/// Reports whether a stream is full: two messages of average size do not fit.
fn is_full(stream: &StreamStatus) -> bool {
    let Ok(most) = u64::try_from(stream.max_bytes) else { return false };
    let average = stream.bytes / stream.messages.max(1);
    // Streams of notes drop their oldest messages instead.
    stream.refuses_when_full && most > 0 && stream.bytes + 2 * average > most
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bus::ConsumerStatus;

    /// A pipeline with an empty stream and an idle worker for each stage.
    fn status() -> Status {
        let topology = Topology::default();
        let streams = topology.streams().into_iter().map(|plan| StreamStatus {
            name: plan.name,
            messages: 0,
            bytes: 0,
            max_bytes: 1_000_000,
            refuses_when_full: plan.refuses_when_full,
        });
        let consumer = |stage: StageName, lane: Lane| ConsumerStatus {
            stage,
            lane: lane.as_str(),
            name: topology.consumer(stage, lane).name,
            delivered: 0,
            pending: 0,
            in_flight: 0,
            redelivered: 0,
            waiting_pulls: 1,
            paused_until: None,
        };
        let consumers =
            StageName::ALL.into_iter().flat_map(|stage| Lane::ALL.map(|lane| consumer(stage, lane)));
        Status { streams: streams.collect(), consumers: consumers.collect(), dead: vec![], given_up: 0 }
    }

    /// Checks the stages that stand still, the reasons, and what they name.
    fn check(
        change: impl FnOnce(&mut Status),
        answers: &[Answer],
        expected: &[(Option<StageName>, &str, &str)],
    ) {
        let mut status = status();
        change(&mut status);
        let found = standing(&status, &Topology::default(), answers);
        let found: Vec<_> =
            found.iter().map(|it| (it.stage, it.standstill.reason.code(), &*it.standstill.what)).collect();
        assert_eq!(found, expected);
    }

    fn answer(stage: &str, obstacles: &[(&str, &str)]) -> Answer {
        let owned = |(code, what): &(&str, &str)| ((*code).to_owned(), (*what).to_owned());
        Answer { stages: vec![stage.to_owned()], obstacles: obstacles.iter().map(owned).collect() }
    }

    #[test]
    fn an_idle_pipeline_does_not_stand_still() {
        check(|_| {}, &[], &[]);
    }

    #[test]
    fn a_paused_consumer_is_named_and_not_a_missing_worker() {
        let pause = |status: &mut Status| {
            let live = &mut status.consumers[0];
            (live.pending, live.waiting_pulls) = (7, 0);
            live.paused_until = Some("2026-01-01T00:00:00Z".to_owned());
        };
        let what = "consumer language-detector-live of stream ARTICLES_RECEIVED until 2026-01-01T00:00:00Z";
        let paused = [(Some(StageName::Detect), "paused", what)];
        check(pause, &[], &paused);
        check(pause, &[answer("detect", &[("paused", what)])], &paused);
    }

    #[test]
    fn a_worker_is_missing_only_if_none_pulls_and_none_answers() {
        let wait = |status: &mut Status| {
            let live = &mut status.consumers[2];
            (live.pending, live.in_flight, live.waiting_pulls) = (5, 2, 0);
        };
        let missing = [(Some(StageName::Segment), "no_worker", "7 for consumer segmenter-live")];
        check(wait, &[], &missing);
        check(wait, &[answer("detect", &[])], &missing);
        check(wait, &[answer("segment", &[])], &[]);
    }

    #[test]
    fn a_full_stream_hinders_the_stage_that_writes_it() {
        let fill = |name: &'static str, bytes| {
            move |status: &mut Status| {
                let stream = status.streams.iter_mut().find(|stream| stream.name == name).unwrap();
                (stream.messages, stream.bytes) = (10, bytes);
            }
        };
        let found = |stage, code, what| [(stage, code, what)];
        check(
            fill("ARTICLES_TAGGED", 900_000),
            &[],
            &found(Some(StageName::Tag), "stream_full", "stream ARTICLES_TAGGED"),
        );
        check(
            fill("ARTICLES_RECEIVED", 900_000),
            &[],
            &found(None, "stream_full", "stream ARTICLES_RECEIVED"),
        );
        check(fill("ARTICLES_DEAD", 900_000), &[], &found(None, "dead_letters_full", "stream ARTICLES_DEAD"));
        check(fill("ARTICLES_TAGGED", 700_000), &[], &[]);
        check(fill("ARTICLES_SUSPECTS", 1_000_000), &[], &[]);
    }

    #[test]
    fn what_workers_say_is_named_once() {
        let refused = [("not_allowed", "publish on articles.v1.tagged.live.>"), ("of_a_later_version", "x")];
        check(
            |_| {},
            &[answer("tag", &refused), answer("tag", &refused)],
            &[(Some(StageName::Tag), "not_allowed", "publish on articles.v1.tagged.live.>")],
        );
    }
}
