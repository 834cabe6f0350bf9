//! The figures of the benchmark of the bus, and their tables.

use std::{collections::BTreeMap, time::Duration};

use lab_report::{Report, Table};
use messages::{ArticleReceived, Event};

use super::systems::System;

/// How much to measure.
#[derive(Debug, Clone, Copy)]
pub struct Load {
    /// Number of articles in a backlog.
    pub articles: usize,
    /// Number of rounds; the figures are medians over them.
    pub rounds: usize,
    /// Seconds of publishing at each rate, for the latencies.
    pub seconds: u64,
}

/// What was measured of one system.
#[derive(Debug, Default)]
pub(super) struct Figures {
    /// Articles per second, of each round.
    pub(super) rates: Vec<f64>,
    /// Processor time, of each round.
    pub(super) processor_times: Vec<ProcessorTime>,
    /// Sorted latencies in milliseconds, by the rate in articles per second.
    pub(super) latencies: BTreeMap<u64, Vec<f64>>,
    /// Resident memory of the largest worker, in MB.
    pub(super) resident: f64,
    /// Longest time from start to ready, in milliseconds.
    pub(super) ready: f64,
}

/// The processor time for one article, in user and kernel mode.
#[derive(Debug, Clone, Copy)]
pub(super) struct ProcessorTime {
    pub(super) workers: Duration,
    pub(super) server: Duration,
}

const THROUGHPUT: &str = "A backlog is stored, then the workers start. The rate is the number of articles divided by the time from the first event that the first \
worker stored to the last result, by the server's clock. Every system has a fresh server in every round, and the figure is the median of the rounds. RSS is measured at the end of a round.";
const PROCESSOR_TIME: &str = "In the same rounds, for one article, in microseconds: all processes of the workers with their start, and the server from their start to the last result. On busy cores, throughput is the inverse of the sum, so `to reference` is the reference's sum divided by this one. Other programs on the machine distort it less than they distort throughput. The figures are medians of the rounds.";
const LATENCY: &str =
    "From the article stored to its result stored, by the server's clock, at a steady rate of publishing.";

/// Returns the report on all systems.
pub(super) fn report(
    load: Load,
    articles: &[ArticleReceived],
    figures: &BTreeMap<System, Figures>,
) -> Report {
    let size = articles.iter().map(|event| event.encode().len()).sum::<usize>() / articles.len().max(1);
    let mut report = Report::new("The bus")
        .fact("articles", format!("{} of {size} bytes in a backlog, {} rounds", load.articles, load.rounds))
        .fact("server", "nats-server on the same cores, file storage, default sync interval");
    report.section("Throughput", THROUGHPUT, throughput(figures));
    report.section("Processor time", PROCESSOR_TIME, processor_time(figures));
    report.section("Latency", LATENCY, latency(figures));
    report
}

fn throughput(figures: &BTreeMap<System, Figures>) -> Table {
    let rate = |system| figures.get(&system).map_or(0.0, |figures| median(&figures.rates));
    let mut table = Table::new(&[
        "system",
        "articles/s",
        "rounds",
        "to reference",
        "to its fused form",
        "largest RSS",
        "slowest ready",
    ]);
    for (system, of_system) in figures {
        let fused = match system {
            System::Reference | System::Noop | System::NoopFused => System::NoopFused,
            System::Real | System::RealFused => System::RealFused,
        };
        let rounds: Vec<String> = of_system.rates.iter().map(|rate| format!("{rate:.0}")).collect();
        table.row([
            system.name().to_owned(),
            format!("{:.0}", rate(*system)),
            rounds.join(" "),
            format!("{:.2}", rate(*system) / rate(System::Reference)),
            format!("{:.2}", rate(*system) / rate(fused)),
            format!("{:.0} MB", of_system.resident),
            format!("{:.0} ms", of_system.ready),
        ]);
    }
    table
}

fn processor_time(figures: &BTreeMap<System, Figures>) -> Table {
    let microseconds = |system: &System, part: fn(&ProcessorTime) -> Duration| {
        let rounds = figures.get(system).map_or(&[][..], |figures| &figures.processor_times);
        median(&rounds.iter().map(|time| part(time).as_secs_f64() * 1e6).collect::<Vec<_>>())
    };
    let sum = |system| microseconds(system, |time| time.workers + time.server);
    let mut table = Table::new(&["system", "workers", "server", "sum", "to reference"]);
    for system in figures.keys() {
        table.row([
            system.name().to_owned(),
            format!("{:.0}", microseconds(system, |time| time.workers)),
            format!("{:.0}", microseconds(system, |time| time.server)),
            format!("{:.0}", sum(system)),
            format!("{:.2}", sum(&System::Reference) / sum(system)),
        ]);
    }
    table
}

fn latency(figures: &BTreeMap<System, Figures>) -> Table {
    let mut table = Table::new(&["system", "rate", "p50 ms", "p99 ms"]);
    for (system, of_system) in figures {
        for (rate, latencies) in &of_system.latencies {
            let quantile = |share: f64| {
                latencies.get((share * latencies.len() as f64) as usize).copied().unwrap_or(f64::NAN)
            };
            table.row([
                system.name().to_owned(),
                format!("{rate}/s"),
                format!("{:.1}", quantile(0.5)),
                format!("{:.1}", quantile(0.99)),
            ]);
        }
    }
    table
}

pub(super) fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_figure() {
        assert_eq!(median(&[3.0, 1.0, 2.0]).to_string(), "2");
        assert_eq!(median(&[]).to_string(), "0");
    }
}
