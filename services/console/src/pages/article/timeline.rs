//! The way of an article through the stages: when each event was stored, how long it took, what failed.

use std::time::Duration;

use maud::{Markup, html};
use messages::StageName;
use runtime::bus::Step;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::view::View;
use crate::pages::words;

/// The width of the picture of a step.
const WIDTH: f64 = 200.0;

/// Returns the stages as a strip under the headline: those that are done, with their time, and those to come.
pub(super) fn strip(view: &View) -> Markup {
    let dead = view.timeline.iter().rev().find(|step| step.what == "dead");
    html! {
        @if !view.timeline.is_empty() {
            ol.strip aria-label="Stages passed" {
                @for stage in StageName::ALL {
                    @let latency = done(&view.timeline, stage).and_then(|step| step.latency_ms);
                    // A fused worker stores only the event of its last stage.
                    @let passed = view.event.provenance.iter().any(|by| by.stage == stage);
                    li.(if passed { "good" } else { "idle" }) {
                        (stage.output())
                        @if let Some(latency) = latency { " " span.small { (words::milliseconds(latency)) } }
                    }
                }
                @if let Some(step) = dead && view.event.summary.is_none() {
                    li.bad { a href={ "/dead/" (step.sequence) } { "dead letter" } }
                }
            }
        }
    }
}

/// Returns the last event that a stage made of the article.
fn done(timeline: &[Step], stage: StageName) -> Option<&Step> {
    timeline.iter().rev().find(|step| step.what == stage.output())
}

/// Returns the table of all steps.
pub(super) fn section(timeline: &[Step]) -> Markup {
    let moments: Vec<OffsetDateTime> = timeline.iter().filter_map(|step| moment(&step.at)).collect();
    let whole = moments.iter().min().zip(moments.iter().max());
    html! {
        @if let Some((start, end)) = whole {
            section.wide {
                h2 #timeline { "Timeline" }
                p {
                    "From the first to the last event: " (words::duration((*end - *start).try_into().unwrap_or_default())) "."
                }
                div.scroll tabindex="0" role="region" aria-labelledby="timeline" {
                    table {
                        thead { tr { th { "Stored (UTC)" } th { "Event" } th { "Took" } th aria-hidden="true" {} th { "What happened" } } }
                        tbody { @for step in timeline { (row(step, *start, *end)) } }
                    }
                }
            }
        }
    }
}

fn row(step: &Step, start: OffsetDateTime, end: OffsetDateTime) -> Markup {
    let failed = step.deliveries.unwrap_or(1).saturating_sub(1);
    html! {
        tr.bad[step.what == "dead"] {
            td.number { (words::time(&step.at)) }
            th scope="row" { (step.what) @if let Some(replay) = step.replay { " " span.badge { "r" (replay) } } }
            td.number { @if let Some(latency) = step.latency_ms { (words::milliseconds(latency)) } }
            td aria-hidden="true" { (bar(step, start, end)) }
            td {
                @if failed > 0 { span.badge.warn { (words::counted(failed, "failed attempt")) } " " }
                @if let Some(reason) = &step.reason { strong { (words::reason(reason)) } " " }
                @if let Some(error) = &step.error { bdi { (error) } " " }
                @if step.what == "dead" { a href={ "/dead/" (step.sequence) } { "Repair" } " " }
                @if let Some(version) = &step.version { span.small { "version " (version) } }
            }
        }
    }
}

/// Draws when the step began and ended, between the first and the last event.
fn bar(step: &Step, start: OffsetDateTime, end: OffsetDateTime) -> Markup {
    let whole = (end - start).as_seconds_f64().max(f64::EPSILON);
    let to = moment(&step.at).map_or(0.0, |at| (at - start).as_seconds_f64() / whole * WIDTH);
    let took = Duration::try_from_secs_f64(step.latency_ms.unwrap_or_default() / 1_000.0).unwrap_or_default();
    let width = (took.as_secs_f64() / whole * WIDTH).clamp(2.0, WIDTH);
    html! {
        svg.bar viewBox="0 0 202 10" width="202" height="10" {
            rect x={ (format!("{:.1}", (to - width).max(0.0))) } y="1" width={ (format!("{width:.1}")) } height="8" {}
        }
    }
}

fn moment(rfc3339: &str) -> Option<OffsetDateTime> {
    OffsetDateTime::parse(rfc3339, &Rfc3339).ok()
}
