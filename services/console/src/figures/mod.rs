//! The figures of the flow: what waits, how fast it goes, how long it takes. Pure; a task feeds it.

mod latencies;

use std::collections::VecDeque;

use messages::{StageName, subjects::Lane};
use runtime::bus::{ConsumerStatus, DeadCount, RunningWorker, Standing, Status};
use serde::Serialize;

use self::latencies::Latencies;
use crate::index::Finished;

/// The seconds between two samples.
pub(crate) const STEP: u64 = 5;
/// How many samples are kept: five minutes.
const SAMPLES: usize = 60;

/// The figures of a pipeline.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    stages: [StageFigures; 4],
    workers: Vec<RunningWorker>,
    obstacles: Vec<Standing>,
    given_up: u64,
    is_known: bool,
}

#[derive(Debug, Default)]
struct StageFigures {
    /// In the order of [`Lane::ALL`].
    lanes: [LaneFigures; 2],
    dead: u64,
}

#[derive(Debug, Default)]
struct LaneFigures {
    samples: VecDeque<Sample>,
    /// Deliveries so far, and the seconds at which they were counted.
    counted: Option<(f64, u64)>,
    in_flight: u64,
    redelivered: u64,
    oldest: Option<f64>,
    latencies: Latencies,
}

/// The figures of a lane at one moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub(crate) struct Sample {
    /// The deliveries per second.
    pub(crate) rate: f64,
    /// The articles that wait.
    pub(crate) pending: u64,
}

/// The figures as `/api/flow` gives them.
#[derive(Debug, Serialize)]
pub(crate) struct Flow {
    pub(crate) stages: Vec<StageFlow>,
    pub(crate) workers: Vec<RunningWorker>,
    pub(crate) obstacles: Vec<Standing>,
    pub(crate) given_up: u64,
    /// The seconds between two samples.
    pub(crate) sample_seconds: u64,
}

/// The figures of one stage.
#[derive(Debug, Serialize)]
pub(crate) struct StageFlow {
    pub(crate) stage: StageName,
    pub(crate) live: LaneFlow,
    pub(crate) backfill: LaneFlow,
    /// The dead letters that were not replayed.
    pub(crate) dead: u64,
}

/// The figures of one lane of a stage.
#[derive(Debug, Serialize)]
pub(crate) struct LaneFlow {
    pub(crate) pending: u64,
    pub(crate) in_flight: u64,
    pub(crate) redelivered: u64,
    pub(crate) rate: f64,
    /// The age of the article that waits longest, in seconds.
    pub(crate) oldest_seconds: Option<f64>,
    /// The median time from an input to its result, waiting included, in seconds.
    pub(crate) p50_seconds: Option<f64>,
    pub(crate) p99_seconds: Option<f64>,
    /// The last five minutes, the oldest first.
    pub(crate) samples: Vec<Sample>,
}

impl Figures {
    /// Takes a look at the pipeline. `now` is in seconds; `oldest` are the ages of the articles that wait longest.
    pub(crate) fn looked(&mut self, now: f64, status: &Status, oldest: &[(StageName, Lane, Option<f64>)]) {
        for consumer in &status.consumers {
            let lane = Lane::ALL.into_iter().find(|lane| lane.as_str() == consumer.lane);
            if let Some(figures) = lane.and_then(|lane| self.lane_mut(consumer.stage, lane)) {
                figures.looked(now, consumer);
            }
        }
        for (stage, lane, age) in oldest {
            if let Some(figures) = self.lane_mut(*stage, *lane) {
                figures.oldest = *age;
            }
        }
        for (stage, figures) in StageName::ALL.into_iter().zip(&mut self.stages) {
            figures.dead = dead(&status.dead, stage);
        }
        self.given_up = status.given_up as u64;
        self.is_known = true;
    }

    /// Takes what the workers and the server say.
    pub(crate) fn heard(&mut self, workers: Vec<RunningWorker>, obstacles: Vec<Standing>) {
        (self.workers, self.obstacles) = (workers, obstacles);
    }

    /// Notes that a stage made an event.
    pub(crate) fn finished(&mut self, event: &Finished) {
        if let Some(figures) = self.lane_mut(event.stage, event.lane) {
            figures.latencies.add(event.at, event.latency);
        }
    }

    /// Returns the figures; `None` before the first look. `now` is in nanoseconds since 1970.
    pub(crate) fn flow(&self, now: i64) -> Option<Flow> {
        let stages = StageName::ALL.into_iter().zip(&self.stages).map(|(stage, figures)| {
            let [live, backfill] = &figures.lanes;
            StageFlow { stage, live: live.flow(now), backfill: backfill.flow(now), dead: figures.dead }
        });
        self.is_known.then(|| Flow {
            stages: stages.collect(),
            workers: self.workers.clone(),
            obstacles: self.obstacles.clone(),
            given_up: self.given_up,
            sample_seconds: STEP,
        })
    }

    fn lane_mut(&mut self, stage: StageName, lane: Lane) -> Option<&mut LaneFigures> {
        let place = StageName::ALL.into_iter().position(|it| it == stage)?;
        let [live, backfill] = &mut self.stages.get_mut(place)?.lanes;
        Some(match lane {
            Lane::Live => live,
            Lane::Backfill => backfill,
        })
    }
}

impl LaneFigures {
    fn looked(&mut self, now: f64, consumer: &ConsumerStatus) {
        let rate = match self.counted.replace((now, consumer.delivered)) {
            // A consumer that was created anew counts from zero.
            Some((then, before)) if now > then => {
                consumer.delivered.saturating_sub(before) as f64 / (now - then)
            }
            _ => 0.0,
        };
        self.samples.push_back(Sample { rate, pending: consumer.pending });
        if self.samples.len() > SAMPLES {
            self.samples.pop_front();
        }
        self.in_flight = consumer.in_flight as u64;
        self.redelivered = consumer.redelivered as u64;
    }

    fn flow(&self, now: i64) -> LaneFlow {
        let last = self.samples.back().copied().unwrap_or_default();
        let [p50, p99] = self.latencies.percentiles(now, [0.5, 0.99]);
        LaneFlow {
            pending: last.pending,
            in_flight: self.in_flight,
            redelivered: self.redelivered,
            rate: last.rate,
            oldest_seconds: self.oldest,
            p50_seconds: p50,
            p99_seconds: p99,
            samples: self.samples.iter().copied().collect(),
        }
    }
}

/// Returns the number of dead letters of a stage that were not replayed.
fn dead(counts: &[DeadCount], stage: StageName) -> u64 {
    let of_stage = counts.iter().filter(|count| count.stage == stage.as_str());
    of_stage.map(|count| count.articles.saturating_sub(count.replayed) as u64).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(delivered: u64, pending: u64) -> Status {
        let consumer = ConsumerStatus {
            stage: StageName::Tag,
            lane: "live",
            name: "entity-tagger-live".into(),
            delivered,
            pending,
            in_flight: 3,
            redelivered: 0,
            waiting_pulls: 0,
            paused_until: None,
        };
        let dead = DeadCount { stage: "tag".into(), reason: "panicked".into(), articles: 5, replayed: 2 };
        Status { streams: vec![], consumers: vec![consumer], dead: vec![dead], given_up: 0 }
    }

    #[test]
    fn there_are_no_figures_before_the_first_look() {
        assert!(Figures::default().flow(0).is_none());
    }

    #[test]
    fn a_rate_is_the_deliveries_between_two_looks() {
        let mut figures = Figures::default();
        figures.looked(0.0, &status(100, 9), &[]);
        figures.looked(5.0, &status(150, 7), &[(StageName::Tag, Lane::Live, Some(1.5))]);
        figures.finished(&Finished {
            stage: StageName::Tag,
            lane: Lane::Live,
            at: 4_000_000_000,
            latency: 20_000_000,
        });
        let flow = figures.flow(5_000_000_000).unwrap();
        let tag = &flow.stages[2];
        assert_eq!((tag.live.rate, tag.live.pending, tag.dead), (10.0, 7, 3));
        assert_eq!((tag.live.oldest_seconds, tag.live.p50_seconds), (Some(1.5), Some(0.02)));
        assert_eq!(tag.backfill.samples.len(), 0);
        assert_eq!(tag.live.samples.len(), 2);
    }

    #[test]
    fn samples_of_more_than_five_minutes_ago_are_forgotten() {
        let mut figures = Figures::default();
        (0..100).for_each(|look| figures.looked(f64::from(look) * 5.0, &status(0, 0), &[]));
        assert_eq!(figures.flow(0).unwrap().stages[2].live.samples.len(), SAMPLES);
    }

    #[test]
    fn a_consumer_that_counts_anew_has_no_negative_rate() {
        let mut figures = Figures::default();
        figures.looked(0.0, &status(100, 0), &[]);
        figures.looked(5.0, &status(3, 0), &[]);
        assert!(figures.flow(0).unwrap().stages[2].live.rate.abs() < f64::EPSILON);
    }
}
