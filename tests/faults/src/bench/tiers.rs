//! What a tier of entity tagging costs as a worker: start-up time and memory.

use std::{fs, path::Path, time::Instant};

use anyhow::Context as _;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use lab_report::{Report, Table};
use messages::{StageName, subjects::Lane};
use pipeline_tests::{Binaries, Process, articles};

use super::{
    memory,
    server::{fresh, resident, summarized},
};
use crate::articles::numbered;

/// Number of articles that the worker tags: the test articles, in turn.
const ARTICLES: usize = 600;

const NOTE: &str = "The entity tagger's worker in a pipeline of four on this machine. It tagged the test articles in many languages.";

/// The costs of one worker.
#[derive(Debug)]
struct Costs {
    /// Milliseconds from start to ready.
    ready: f64,
    /// Largest resident memory, in MB.
    resident: f64,
}

/// Measures the worker of each tier; the accurate one with the model in `folder`.
///
/// # Errors
///
/// When a worker does not finish.
pub fn run(folder: &Path) -> anyhow::Result<Report> {
    let weights = fs::canonicalize(folder).with_context(|| format!("cannot find `{}`", folder.display()))?;
    let mut table = Table::new(&["tier", "start to ready", "largest RSS"]);
    let runtime = tokio::runtime::Runtime::new()?;
    for tier in ["fast", "accurate"] {
        let costs = runtime.block_on(measure(tier, &weights))?;
        table.row([tier.to_owned(), format!("{:.0} ms", costs.ready), format!("{:.0} MB", costs.resident)]);
    }
    let mut report = Report::new("Workers of both tiers of entity tagging");
    report.section("Workers", NOTE, table);
    report.section("Memory by languages in use", memory::NOTE, runtime.block_on(memory::table())?);
    Ok(report)
}

/// Runs the four workers on a server of their own.
async fn measure(tier: &str, weights: &Path) -> anyhow::Result<Costs> {
    let (server, bus) = fresh(ARTICLES).await?;
    let mut ready = 0.0;
    let mut workers = Vec::new();
    for stage in StageName::ALL {
        let mut command = Binaries::built().worker(stage, server.url());
        if stage == StageName::Tag {
            command.env("WIREDESK_TIER", tier).env("WIREDESK_WEIGHTS", weights);
        }
        let begun = Instant::now();
        let mut worker = Process::start(command);
        worker.wait_for_stderr("ready");
        if stage == StageName::Tag {
            ready = 1e3 * begun.elapsed().as_secs_f64();
        }
        workers.push((stage, worker));
    }
    let publisher = bus.publisher(Lane::Live).await?;
    let events = numbered(&articles(), ARTICLES, "bench", |_| None)?;
    let confirmed = stream::iter(&events).map(|event| publisher.publish(event)).buffer_unordered(64);
    confirmed.try_collect::<Vec<_>>().await?;
    summarized(&bus, ARTICLES).await?;
    let tagger = workers.iter().find(|(stage, _)| *stage == StageName::Tag).context("one worker tags")?;
    Ok(Costs { ready, resident: resident(&tagger.1, "VmHWM:") })
}
