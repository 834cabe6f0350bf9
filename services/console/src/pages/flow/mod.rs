//! The page with the chain of stages: what waits where, how fast it goes, and which stage needs more workers.

mod picture;
mod verdict;

use std::time::Duration;

use maud::{Markup, html};
use messages::StageName;
use runtime::bus::Standing;

use super::{
    Frame,
    layout::{Refresh, Tab, layout},
    words,
};
use verdict::summary;

/// The milliseconds between two looks at the figures.
const REFRESH_MS: u32 = 2_000;

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
    fn workers_at(&self, stage: StageName) -> usize {
        self.workers.iter().filter(|worker| worker.first == stage).count()
    }
}

impl Stage {
    fn queues(&self) -> [(&'static str, &Queue); 2] {
        [("live", &self.live), ("backfill", &self.backfill)]
    }
}

impl Queue {
    /// Returns the number of articles that wait.
    fn pending(&self) -> u64 {
        self.samples.last().map_or(0, |sample| sample.pending)
    }

    /// Returns the present rate per second: the average of the last three samples, because one alone jumps.
    fn rate(&self) -> f64 {
        let last: Vec<f64> = self.samples.iter().rev().take(3).map(|sample| sample.rate).collect();
        last.iter().sum::<f64>() / last.len().max(1) as f64
    }

    fn rates(&self) -> Vec<f64> {
        self.samples.iter().map(|sample| sample.rate).collect()
    }

    fn is_empty(&self) -> bool {
        self.pending() == 0 && self.in_flight == 0
    }
}

/// Returns the page. `flow` is `None` until the console has its first figures.
pub fn page(frame: &Frame, flow: Option<&Flow>) -> Markup {
    let content = html! {
        h1 { "Flow" }
        @match flow {
            None => p .empty { "No figures yet. They come with the first answer of NATS." },
            Some(flow) => {
                (headline(flow))
                (obstacles(&flow.obstacles))
                (picture::chain(flow))
                (workers(&flow.workers))
            },
        }
    };
    let refresh = Refresh { every_ms: Some(REFRESH_MS), events: None };
    layout(frame, Tab::Flow, "Flow", &refresh, &content)
}

/// Says in one sentence how the pipeline is, and what to do.
fn headline(flow: &Flow) -> Markup {
    let (verdict, sentence) = summary(flow);
    html! {
        p.headline.(verdict.class()) { (sentence) }
        @if flow.given_up > 0 {
            p.banner.bad {
                "Deliveries given up by the server without a dead letter: " (words::count(flow.given_up)) ". See "
                code { "wiredesk doctor" } "."
            }
        }
    }
}

fn obstacles(obstacles: &[Standing]) -> Markup {
    html! {
        @if !obstacles.is_empty() {
            ul.obstacles aria-label="Obstacles" {
                @for Standing { stage, standstill } in obstacles {
                    li.banner.bad {
                        @if let Some(stage) = stage { strong { (stage.worker()) ": " } }
                        (standstill.to_string()) ". "
                        span.remedy { (standstill.reason.remedy()) }
                    }
                }
            }
        }
    }
}

/// Lists the workers under the stages that they run. A fused worker spans several.
fn workers(workers: &[Worker]) -> Markup {
    let mut workers: Vec<&Worker> = workers.iter().collect();
    workers.sort_by(|one, other| (one.first, one.last, &one.id).cmp(&(other.first, other.last, &other.id)));
    html! {
        h2 { "Workers" }
        @if workers.is_empty() {
            p.empty { "No worker answers. Start one with " code { "wiredesk worker" } "." }
        } @else {
            ul.workers {
                @for worker in workers {
                    li.{ "from-" (number(worker.first)) }.{ "to-" (number(worker.last)) } {
                        strong { (stages(worker)) }
                        " " span.version { (worker.version) }
                        span.model { (worker.model) }
                        span.id { (worker.id) }
                    }
                }
            }
        }
    }
}

/// Returns the stages of a worker: `tag`, or `detect to summarize`.
fn stages(worker: &Worker) -> String {
    if worker.first == worker.last {
        worker.first.to_string()
    } else {
        format!("{} to {}", worker.first, worker.last)
    }
}

/// Returns the place of a stage in the chain, from one on.
fn number(stage: StageName) -> usize {
    StageName::ALL.iter().take_while(|earlier| **earlier != stage).count() + 1
}
