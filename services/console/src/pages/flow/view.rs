//! What the page shows: the figures of a pipeline.

use std::time::Duration;

use messages::StageName;
use runtime::bus::Standing;

/// The figures of a pipeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// The four stages in order.
    pub stages: Vec<Stage>,
    /// The running workers.
    pub workers: Vec<Worker>,
    /// What stands in the way.
    pub obstacles: Vec<Standing>,
    /// The number of deliveries that the server gave up without a dead letter.
    pub given_up: u64,
}

/// The figures of one stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage {
    /// The stage.
    pub stage: StageName,
    /// The live articles.
    pub live: Queue,
    /// The articles that were published to be processed later.
    pub backfill: Queue,
    /// The number of dead letters that were not replayed.
    pub dead: u64,
}

/// What waits for a stage in one lane.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Queue {
    /// The last five minutes in equal steps, the oldest first. The last one is the present.
    pub samples: Vec<Sample>,
    /// The number of articles that workers hold.
    pub in_flight: u64,
    /// The age of the article that waits longest.
    pub oldest: Option<Duration>,
    /// The median time from an input to its result in the last five minutes, waiting included.
    pub p50: Option<Duration>,
    /// The time that 99 of 100 articles stayed below.
    pub p99: Option<Duration>,
}

/// The figures of a queue at one moment.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Sample {
    /// The articles processed per second.
    pub rate: f64,
    /// The articles that waited.
    pub pending: u64,
}

/// One running worker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worker {
    /// Its id on the bus.
    pub id: String,
    /// The first stage that it runs.
    pub first: StageName,
    /// The last stage that it runs: another one for a fused worker.
    pub last: StageName,
    /// The version of the program.
    pub version: String,
    /// The model, or several in the order of the stages.
    pub model: String,
}

impl Flow {
    /// Returns the workers that take the articles of a stage from the bus. A fused worker takes them only for its
    /// first stage.
    pub(super) fn workers_at(&self, stage: StageName) -> usize {
        self.workers.iter().filter(|worker| worker.first == stage).count()
    }
}

impl Stage {
    pub(super) fn queues(&self) -> [(&'static str, &Queue); 2] {
        [("live", &self.live), ("backfill", &self.backfill)]
    }
}

impl Queue {
    /// Returns the number of articles that wait.
    pub(super) fn pending(&self) -> u64 {
        self.samples.last().map_or(0, |sample| sample.pending)
    }

    /// Returns the present rate per second: the average of the last three samples, because one alone jumps.
    pub(super) fn rate(&self) -> f64 {
        let last: Vec<f64> = self.samples.iter().rev().take(3).map(|sample| sample.rate).collect();
        last.iter().sum::<f64>() / last.len().max(1) as f64
    }

    pub(super) fn rates(&self) -> Vec<f64> {
        self.samples.iter().map(|sample| sample.rate).collect()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.pending() == 0 && self.in_flight == 0
    }
}
