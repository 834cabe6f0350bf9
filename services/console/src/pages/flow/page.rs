//! The page as a whole.

use maud::{Markup, html};
use messages::StageName;
use runtime::bus::Standing;

use super::{
    picture,
    verdict::summary,
    view::{Flow, Worker},
};
use crate::pages::{
    Frame,
    layout::{Refresh, Tab, layout},
    words,
};

/// The milliseconds between two looks at the figures.
const REFRESH_MS: u32 = 2_000;

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
