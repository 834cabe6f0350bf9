//! The chain of stages as a picture: a card for each stage, in the order in which articles pass them.

use std::time::Duration;

use maud::{Markup, html};

use super::{
    verdict::{Verdict, verdict},
    view::{Flow, Queue, Stage},
};
use crate::pages::{query, sparkline::sparkline, words};

/// Draws the chain.
pub(super) fn chain(flow: &Flow) -> Markup {
    html! {
        ol.chain aria-label="Stages in the order of the flow" {
            @for stage in &flow.stages { (card(stage, verdict(flow, stage), flow.workers_at(stage.stage))) }
        }
    }
}

fn card(stage: &Stage, verdict: Verdict, workers: usize) -> Markup {
    let name = stage.stage.as_str();
    html! {
        li.stage.(verdict.class()) {
            h2 { (stage.stage.worker()) span.badge { (verdict.word()) } }
            @for (lane, queue) in stage.queues() { (self::queue(lane, queue)) }
            dl.figures {
                div { dt { "workers" } dd { (workers) } }
                div {
                    dt { "dead" }
                    dd {
                        @if stage.dead > 0 {
                            a.bad href=(query::with("/dead", [("stage", Some(name))])) {
                                (words::count(stage.dead)) span.away { " dead letters of " (name) }
                            }
                        } @else { "0" }
                    }
                }
            }
        }
    }
}

/// Draws one lane of a stage.
fn queue(lane: &str, queue: &Queue) -> Markup {
    let peak = queue.rates().into_iter().fold(0.0, f64::max);
    let label = format!(
        "{lane} rate in five minutes: now {}, at most {} per second",
        words::rate(queue.rate()),
        words::rate(peak)
    );
    html! {
        section.lane.(lane) {
            h3 { (lane) }
            p.pending { strong { (words::count(queue.pending())) } " pending" }
            p.rate { (words::rate(queue.rate())) " / s" }
            (sparkline(&queue.rates(), &label))
            p.small { (words::count(queue.in_flight)) " in flight" }
            p.small { "oldest " (time(queue.oldest.filter(|_| !queue.is_empty()))) }
            p.small { "p50 " (time(queue.p50)) }
            p.small { "p99 " (time(queue.p99)) }
        }
    }
}

fn time(time: Option<Duration>) -> String {
    time.map_or_else(|| "–".to_owned(), words::duration)
}
