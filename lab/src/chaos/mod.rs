//! The fault suite: a real server, real worker processes, real faults, and a reckoning of every article.

mod account;
mod disk;
mod faults;
mod fleet;
mod poison;
mod proxy;
mod scenarios;
mod world;

pub(crate) use fleet::lab_worker;
pub(crate) use world::connected;

use std::time::{Duration, Instant};

use anyhow::ensure;

use self::account::Account;
use crate::report::{Report, Table};

/// How large the suite is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Articles of the scenarios that kill workers and the server.
    pub articles: usize,
    /// Articles of the other scenarios.
    pub others: usize,
    /// Kills of workers that a scenario with such kills makes at least.
    pub worker_kills: usize,
    /// Kills of the server that a scenario with such kills makes.
    pub server_kills: usize,
}

/// What one scenario showed.
#[derive(Debug, Clone, Default)]
struct Outcome {
    account: Account,
    /// What was done to the pipeline, in words.
    faults: String,
    /// From the server's return to the next result; the longest.
    recovery: Option<Duration>,
    /// What did not hold.
    broken: Vec<String>,
}

impl Outcome {
    fn of(account: Account, faults: impl Into<String>) -> Self {
        let mut outcome = Self { account, faults: faults.into(), ..Self::default() };
        if !outcome.account.is_sound() {
            outcome.broken.push("published is not summarized + dead, each once".to_owned());
        }
        outcome
    }

    /// Notes `what` unless it holds.
    fn expect(mut self, holds: bool, what: impl Into<String>) -> Self {
        if !holds {
            self.broken.push(what.into());
        }
        self
    }
}

/// The names of all scenarios, in the order they run.
pub fn names() -> Vec<&'static str> {
    scenarios::ALL.iter().map(|(name, _)| *name).collect()
}

/// Runs the scenarios called `chosen`, all where none is named; the report, and whether all held.
///
/// # Errors
///
/// When a scenario cannot be run at all.
pub fn run(size: Size, chosen: &[String]) -> anyhow::Result<(Report, bool)> {
    for name in chosen {
        ensure!(names().contains(&name.as_str()), "no scenario `{name}`; there are {}", names().join(", "));
    }
    // The workers are built before the first clock runs.
    pipeline_tests::Binaries::built();
    let runtime = tokio::runtime::Runtime::new()?;
    let mut table = Table::new(&[
        "scenario",
        "published",
        "summarized",
        "dead",
        "lost",
        "duplicates",
        "redeliveries",
        "recovery",
        "seconds",
        "faults",
        "verdict",
    ]);
    let mut all_hold = true;
    for (name, _) in scenarios::ALL {
        if !chosen.is_empty() && !chosen.iter().any(|it| it == name) {
            continue;
        }
        let begun = Instant::now();
        crate::progress::note(&format!("{name} …"));
        // A scenario that cannot be finished is a finding, not the end of the suite.
        let outcome = runtime
            .block_on(scenarios::run(name, size))
            .unwrap_or_else(|error| Outcome { broken: vec![format!("{error:#}")], ..Outcome::default() });
        all_hold &= outcome.broken.is_empty();
        row(&mut table, name, &outcome, begun.elapsed());
    }
    let mut report = Report::new("Faults")
        .fact("articles", format!("{}, {} where nothing is killed", size.articles, size.others))
        .fact(
            "workers",
            "two of each stage, one thread each, real processes; one nats-server on disk, default sync",
        )
        .fact("ack wait", "2 s; `dead-process` 60 s, `poison` 10 s as in production");
    report.section("Scenarios", NOTE, table);
    Ok((report, all_hold))
}

const NOTE: &str = "Published: distinct articles. Dead: set aside and not summarized. Lost: neither. Duplicates: messages stored twice under one id, \
in any stream. Redeliveries: deliveries beyond one an article and stage. Recovery: longest time from the server's return to the next \
stored result. The last two scenarios are controls: what they do is wrong, and the suite fails unless it sees so.";

fn row(table: &mut Table, name: &str, outcome: &Outcome, took: Duration) {
    let account = &outcome.account;
    let reasons: Vec<String> =
        account.reasons.iter().map(|(reason, count)| format!("{count} {reason}")).collect();
    let faults = if reasons.is_empty() {
        outcome.faults.clone()
    } else {
        format!("{}; dead: {}", outcome.faults, reasons.join(", "))
    };
    table.row([
        name.to_owned(),
        account.published.to_string(),
        account.summarized.to_string(),
        account.dead.to_string(),
        account.lost.to_string(),
        account.duplicates.to_string(),
        account.redeliveries.map_or_else(|| "–".to_owned(), |count| count.to_string()),
        outcome.recovery.map_or_else(|| "–".to_owned(), |time| format!("{:.2} s", time.as_secs_f64())),
        format!("{:.0}", took.as_secs_f64()),
        faults,
        if outcome.broken.is_empty() {
            "holds".to_owned()
        } else {
            format!("BROKEN: {}", outcome.broken.join("; "))
        },
    ]);
}
