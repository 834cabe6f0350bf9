//! Compares the runtime's workers with the shortest pipeline that loses nothing, in one run.

use std::{
    collections::BTreeMap,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context, ensure};
use futures_util::{StreamExt, TryStreamExt, stream};
use lab_report::Report;
use messages::{ArticleReceived, Event, subjects::Lane};
use pipeline_tests::Process;
use runtime::bus::Bus;
use time::OffsetDateTime;
use tokio::time::{MissedTickBehavior, interval};

use super::{
    figures::{Figures, Load, ProcessorTime, report},
    server::{fresh, processor_time, read, resident, summarized},
    systems::System,
};
use crate::{articles::numbered, streams::stored_at};

/// Rates of publishing for the latencies, in articles per second.
const RATES: [u64; 3] = [200, 500, 1_000];

/// Measures all systems. Each round measures every system once, so that a change of the machine's load
/// affects all.
///
/// # Errors
///
/// When a system does not finish.
pub fn run(load: Load, folder: &Path) -> anyhow::Result<Report> {
    let articles = read(folder)?;
    ensure!(!articles.is_empty(), "`{}` holds no article to measure with", folder.display());
    let runtime = tokio::runtime::Runtime::new()?;
    let mut figures: BTreeMap<System, Figures> = BTreeMap::new();
    for _ in 0..load.rounds {
        for system in System::ALL {
            let of_system = figures.entry(system).or_default();
            let rate = runtime.block_on(backlog(system, load, &articles, of_system))?;
            of_system.rates.push(rate);
        }
    }
    for system in System::ALL {
        for rate in RATES {
            let of_system = figures.entry(system).or_default();
            let latencies = runtime.block_on(paced(system, rate, load, &articles, of_system))?;
            of_system.latencies.insert(rate, latencies);
        }
    }
    Ok(report(load, &articles, &figures))
}

/// Returns the articles per second at which a system processes a backlog.
async fn backlog(
    system: System,
    load: Load,
    articles: &[ArticleReceived],
    figures: &mut Figures,
) -> anyhow::Result<f64> {
    let (server, bus) = fresh(load.articles).await?;
    let publisher = bus.publisher(Lane::Live).await?;
    let events = copies(articles, load.articles)?;
    let stored: Vec<_> = stream::iter(&events)
        .map(|event| publisher.publish(event))
        .buffer_unordered(256)
        .try_collect()
        .await?;
    ensure!(stored.len() == load.articles, "the backlog is stored");
    let server_before = processor_time([server.id()]);
    // All workers start at the same time: one that is ready before the others would get ahead of them.
    let workers: Vec<Process> =
        system.commands(server.url(), &bus)?.into_iter().map(Process::start).collect();
    let done = summarized(&bus, load.articles).await?;
    figures.processor_times.push(ProcessorTime {
        workers: processor_time(workers.iter().flat_map(Process::ids)) / load.articles as u32,
        server: processor_time([server.id()]).saturating_sub(server_before) / load.articles as u32,
    });
    figures.resident =
        workers.iter().map(|worker| resident(worker, "VmRSS:")).fold(figures.resident, f64::max);
    let begun = stored_at(&bus, system.first_output()).await?;
    let first = begun.values().min().context("the first stage made something")?;
    let last = done.values().max().context("something was summarized")?;
    Ok((load.articles - 1) as f64 / (*last - *first).as_seconds_f64().max(1e-9))
}

/// Returns the sorted milliseconds from article stored to result stored, at a steady rate of publishing.
async fn paced(
    system: System,
    rate: u64,
    load: Load,
    articles: &[ArticleReceived],
    figures: &mut Figures,
) -> anyhow::Result<Vec<f64>> {
    let (server, bus) = fresh(load.articles).await?;
    let _workers = start(system, server.url(), &bus, figures)?;
    let publisher = bus.publisher(Lane::Live).await?;
    let count = usize::try_from(rate * load.seconds)?;
    let mut pace = interval(Duration::from_secs(1) / u32::try_from(rate)?);
    pace.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let mut publishing = tokio::task::JoinSet::new();
    for event in copies(articles, count)? {
        pace.tick().await;
        let publisher = publisher.clone();
        publishing.spawn(async move { publisher.publish(&event).await });
    }
    while let Some(published) = publishing.join_next().await {
        published??;
    }
    let done = summarized(&bus, count).await?;
    let received = stored_at(&bus, ArticleReceived::NAME).await?;
    let latency = |(id, at): (&String, &OffsetDateTime)| {
        received.get(id).map(|received| 1_000.0 * (*at - *received).as_seconds_f64())
    };
    let mut latencies: Vec<f64> = done.iter().filter_map(latency).collect();
    latencies.sort_by(f64::total_cmp);
    Ok(latencies)
}

fn copies(articles: &[ArticleReceived], count: usize) -> anyhow::Result<Vec<ArticleReceived>> {
    numbered(articles, count, "bench", |_| None)
}

/// Starts the system's workers one by one, and records the slowest start.
fn start(system: System, url: &str, bus: &Bus, figures: &mut Figures) -> anyhow::Result<Vec<Process>> {
    let mut workers = Vec::new();
    for command in system.commands(url, bus)? {
        let begun = Instant::now();
        let mut worker = Process::start(command);
        worker.wait_for_stderr("ready");
        figures.ready = figures.ready.max(1_000.0 * begun.elapsed().as_secs_f64());
        workers.push(worker);
    }
    Ok(workers)
}
