//! The bus: the runtime's workers beside the shortest pipeline that loses nothing, in one run.

use std::{
    collections::BTreeMap,
    path::Path,
    time::{Duration, Instant},
};

use anyhow::{Context, ensure};
use futures_util::{StreamExt, TryStreamExt, stream};
use messages::{ArticleReceived, ArticleSummarized, Event, LanguageDetected, StageName, subjects::Lane};
use pipeline_tests::{Binaries, NatsServer, Process};
use runtime::{
    bus::{Bus, SetupOptions},
    topology::{input_of, output_of},
};
use time::OffsetDateTime;
use tokio::time::{MissedTickBehavior, interval, sleep};

use crate::{
    bus::{room, stored_at},
    chaos::{connected, lab_worker},
    report::{Report, Table},
};

/// How much is measured.
#[derive(Debug, Clone, Copy)]
pub struct Load {
    /// Articles of a backlog.
    pub articles: usize,
    /// Rounds; figures are medians.
    pub rounds: usize,
    /// Seconds at each rate for the latencies.
    pub seconds: u64,
}

/// One way to run the pipeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum System {
    Reference,
    Noop,
    NoopFused,
    Real,
    RealFused,
}

impl System {
    const ALL: [Self; 5] = [Self::Reference, Self::Noop, Self::NoopFused, Self::Real, Self::RealFused];

    fn name(self) -> &'static str {
        match self {
            Self::Reference => "reference: four no-op processes on the client library",
            Self::Noop => "runtime, four no-op workers",
            Self::NoopFused => "runtime, one no-op worker for all stages",
            Self::Real => "four workers",
            Self::RealFused => "one worker for all stages",
        }
    }

    /// The event that its first worker makes.
    fn first_output(self) -> &'static str {
        match self {
            Self::NoopFused | Self::RealFused => ArticleSummarized::NAME,
            _ => LanguageDetected::NAME,
        }
    }
}

/// What was measured of one system.
#[derive(Debug, Default)]
struct Figures {
    rates: Vec<f64>,
    /// Latencies in milliseconds by rate.
    latencies: BTreeMap<u64, Vec<f64>>,
    /// Largest resident set of a worker, in MB.
    resident: f64,
    /// Longest time from start to ready, in milliseconds.
    ready: f64,
}

/// Measures every system in each round, one after the other.
///
/// # Errors
///
/// When a system does not finish.
pub fn run(load: Load, folder: &Path) -> anyhow::Result<Report> {
    let articles = read(folder)?;
    let articles = articles.as_slice();
    ensure!(!articles.is_empty(), "there are no articles to measure with");
    let runtime = tokio::runtime::Runtime::new()?;
    let mut figures: BTreeMap<System, Figures> = BTreeMap::new();
    for _ in 0..load.rounds {
        for system in System::ALL {
            let of_system = figures.entry(system).or_default();
            let rate = runtime.block_on(backlog(system, load, articles, of_system))?;
            of_system.rates.push(rate);
        }
    }
    for system in System::ALL {
        for rate in [200, 1_000] {
            let of_system = figures.entry(system).or_default();
            let latencies = runtime.block_on(paced(system, rate, load, articles, of_system))?;
            of_system.latencies.insert(rate, latencies);
        }
    }
    Ok(report(load, articles, &figures))
}

/// Every article of a folder.
pub(crate) fn read(folder: &Path) -> anyhow::Result<Vec<ArticleReceived>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("cannot list `{}`", folder.display()))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths.iter().map(|path| Ok(ArticleReceived::decode(&std::fs::read(path)?)?)).collect()
}

/// A server with an empty pipeline.
pub(crate) async fn fresh(load: Load) -> anyhow::Result<(NatsServer, Bus)> {
    let server = NatsServer::start();
    let bus = connected(server.url()).await?;
    let options =
        SetupOptions { replicas: 1, max_bytes: room(load.articles.max(5_000)), force: false, dry_run: false };
    bus.set_up(options, |_| {}).await?;
    Ok((server, bus))
}

/// Articles a second that a backlog is worked off with.
async fn backlog(
    system: System,
    load: Load,
    articles: &[ArticleReceived],
    figures: &mut Figures,
) -> anyhow::Result<f64> {
    let (server, bus) = fresh(load).await?;
    let publisher = bus.publisher(Lane::Live).await?;
    let numbered = many(articles, load.articles)?;
    let stored: Vec<_> = stream::iter(&numbered)
        .map(|event| publisher.publish(event))
        .buffer_unordered(256)
        .try_collect()
        .await?;
    ensure!(stored.len() == load.articles, "the backlog is stored");
    // All at once: one that is ready before the others would work ahead.
    let workers: Vec<Process> =
        commands(system, server.url(), &bus)?.into_iter().map(Process::start).collect();
    let done = summarized(&bus, load.articles).await?;
    figures.resident =
        workers.iter().map(|worker| resident(worker, "VmRSS:")).fold(figures.resident, f64::max);
    let begun = stored_at(&bus, system.first_output()).await?;
    let first = begun.values().min().context("the first stage made something")?;
    let last = done.values().max().context("something was summarized")?;
    Ok((load.articles - 1) as f64 / (*last - *first).as_seconds_f64().max(1e-9))
}

/// Milliseconds from store to store at a steady rate, sorted.
async fn paced(
    system: System,
    rate: u64,
    load: Load,
    articles: &[ArticleReceived],
    figures: &mut Figures,
) -> anyhow::Result<Vec<f64>> {
    let (server, bus) = fresh(load).await?;
    let _workers = start(system, server.url(), &bus, figures)?;
    let publisher = bus.publisher(Lane::Live).await?;
    let count = usize::try_from(rate * load.seconds)?;
    let mut pace = interval(Duration::from_secs(1) / u32::try_from(rate)?);
    pace.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let mut publishing = tokio::task::JoinSet::new();
    for event in many(articles, count)? {
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

pub(crate) fn many(articles: &[ArticleReceived], count: usize) -> anyhow::Result<Vec<ArticleReceived>> {
    let numbered = articles.iter().cycle().enumerate().take(count);
    numbered
        .map(|(number, received)| {
            let mut article = serde_json::to_value(received)?;
            let members = article.as_object_mut().context("an article is an object")?;
            members.insert("id".into(), format!("bench-{number}").into());
            Ok(ArticleReceived::decode(article.to_string().as_bytes())?)
        })
        .collect()
}

/// Starts the system's workers one after the other, each once the one before is ready.
fn start(system: System, url: &str, bus: &Bus, figures: &mut Figures) -> anyhow::Result<Vec<Process>> {
    let mut workers = Vec::new();
    for command in commands(system, url, bus)? {
        let begun = Instant::now();
        let mut worker = Process::start(command);
        worker.wait_for_stderr("ready");
        figures.ready = figures.ready.max(1_000.0 * begun.elapsed().as_secs_f64());
        workers.push(worker);
    }
    Ok(workers)
}

/// How the system's workers are started.
fn commands(system: System, url: &str, bus: &Bus) -> anyhow::Result<Vec<std::process::Command>> {
    let mut commands = Vec::new();
    let stages: Vec<Option<StageName>> = match system {
        System::NoopFused | System::RealFused => vec![None],
        _ => StageName::ALL.map(Some).into(),
    };
    for stage in stages {
        let mut command = match (system, stage) {
            (System::Reference, Some(stage)) => reference(stage, url, bus),
            (System::Noop | System::NoopFused, stage) => {
                lab_worker(stage.map_or("all", StageName::as_str), &["--noop".to_owned()])?
            }
            (_, Some(stage)) => Binaries::built().worker(stage, url),
            (_, None) => Binaries::built().wiredesk(url, &["worker"]),
        };
        command.env("NATS_URL", url);
        commands.push(command);
    }
    Ok(commands)
}

fn reference(stage: StageName, url: &str, bus: &Bus) -> std::process::Command {
    let topology = bus.topology();
    let input = topology.consumer(stage, Lane::Live);
    let subject = topology.subjects().lane_filter(output_of(stage), Lane::Live).replace('*', "en");
    let mut command = Binaries::built().command("bus-reference");
    command.args([url, &topology.stream(input_of(stage)), &input.name, &subject]);
    command
}

/// When each of `count` articles was summarized; waits for the last.
pub(crate) async fn summarized(bus: &Bus, count: usize) -> anyhow::Result<BTreeMap<String, OffsetDateTime>> {
    let begun = Instant::now();
    loop {
        let stored = bus.status().await?.streams.get(4).map_or(0, |stream| stream.messages);
        if stored >= count as u64 {
            return stored_at(bus, ArticleSummarized::NAME).await;
        }
        ensure!(begun.elapsed() < Duration::from_mins(5), "{stored} of {count} articles after 5 minutes");
        sleep(Duration::from_millis(100)).await;
    }
}

/// The resident set of a process and of what it keeps in MB, now (`VmRSS:`) or at the most (`VmHWM:`), from Linux'
/// `/proc`; zero elsewhere.
pub(crate) fn resident(process: &Process, which: &str) -> f64 {
    let of = |id| {
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix(which));
        line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0.0) / 1024.0
    };
    process.ids().into_iter().map(of).sum()
}

fn report(load: Load, articles: &[ArticleReceived], figures: &BTreeMap<System, Figures>) -> Report {
    let size = articles.iter().map(|event| event.encode().len()).sum::<usize>() / articles.len().max(1);
    let rate = |system| figures.get(&system).map_or(0.0, |figures| middle(&figures.rates));
    let mut table = Table::new(&[
        "system",
        "articles/s",
        "rounds",
        "to reference",
        "to its fused form",
        "largest RSS",
        "slowest ready",
    ]);
    let mut latency = Table::new(&["system", "rate", "p50 ms", "p99 ms"]);
    for (system, of_system) in figures {
        let fused = match system {
            System::Reference | System::Noop | System::NoopFused => System::NoopFused,
            _ => System::RealFused,
        };
        let spread: Vec<String> = of_system.rates.iter().map(|rate| format!("{rate:.0}")).collect();
        table.row([
            system.name().to_owned(),
            format!("{:.0}", rate(*system)),
            spread.join(" "),
            format!("{:.2}", rate(*system) / rate(System::Reference)),
            format!("{:.2}", rate(*system) / rate(fused)),
            format!("{:.0} MB", of_system.resident),
            format!("{:.0} ms", of_system.ready),
        ]);
        for (per_second, latencies) in &of_system.latencies {
            let at = |share: f64| {
                latencies.get((share * latencies.len() as f64) as usize).copied().unwrap_or(f64::NAN)
            };
            latency.row([
                system.name().to_owned(),
                format!("{per_second}/s"),
                format!("{:.1}", at(0.5)),
                format!("{:.1}", at(0.99)),
            ]);
        }
    }
    let mut report = Report::new("The bus")
        .fact("articles", format!("{} of {size} bytes in a backlog, {} rounds", load.articles, load.rounds))
        .fact("server", "nats-server on the same cores, file storage, default sync interval");
    report.section("Throughput", THROUGHPUT, table);
    report.section("Latency", LATENCY, latency);
    report
}

const THROUGHPUT: &str = "A backlog is stored, then the workers start; articles over the time from the first event that the first of them stored to the last result, by the server's \
clock. Every system has a fresh server in every round; the figure is the median of the rounds. RSS at the end of a round.";
const LATENCY: &str =
    "From the article stored to its result stored, by the server's clock, at a steady rate.";

/// The median.
fn middle(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_stands_in_the_middle() {
        assert_eq!(middle(&[3.0, 1.0, 2.0]).to_string(), "2");
        assert_eq!(middle(&[]).to_string(), "0");
    }
}
