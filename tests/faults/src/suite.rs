//! Runs the scenarios, and reports what became of every article.

use std::time::{Duration, Instant};

use anyhow::ensure;
use lab_report::{Report, Table};
use pipeline_tests::{Binaries, NatsServer};

pub use crate::outcome::Size;
use crate::{
    outcome::Outcome,
    scenarios::{self, NAMES},
};

/// Runs the `chosen` scenarios, or all if none is chosen. Returns the report, and whether everything held.
///
/// # Errors
///
/// When a chosen scenario does not exist.
pub fn run(size: Size, chosen: &[String]) -> anyhow::Result<(Report, bool)> {
    for name in chosen {
        ensure!(NAMES.contains(&name.as_str()), "no scenario `{name}`; there are {}", NAMES.join(", "));
    }
    // Builds the workers before any time is measured.
    Binaries::built();
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
    for name in NAMES {
        if !chosen.is_empty() && !chosen.iter().any(|chosen| chosen == name) {
            continue;
        }
        let begun = Instant::now();
        announce(name);
        // A scenario that cannot finish is a finding. The suite goes on.
        let outcome = runtime
            .block_on(scenarios::run(name, size))
            .unwrap_or_else(|error| Outcome { broken: vec![format!("{error:#}")], ..Outcome::default() });
        all_hold &= outcome.broken.is_empty();
        row(&mut table, name, &outcome, begun.elapsed());
    }
    let mut report = Report::new("Faults")
        .fact("articles", format!("{}, {} where nothing is killed", size.articles, size.others))
        .fact("nats-server", NatsServer::version())
        .fact(
            "workers",
            "two for each stage, one thread each, real processes; one server on disk, default sync",
        )
        .fact("ack timeout", "2 s; `dead-process` 60 s, `poison` 10 s as in production");
    report.section("Scenarios", NOTE, table);
    Ok((report, all_hold))
}

const NOTE: &str = "Published: distinct articles. Dead: dead letters that were not summarized. Lost: neither dead nor summarized. Duplicates: \
messages stored twice under one id, in any stream. Redeliveries: deliveries beyond one for each article and stage. Recovery: longest time from \
the server's return to the next stored result. The last two scenarios are controls: they make a mistake on purpose, and the suite fails \
unless it sees the loss or the duplicates.";

#[expect(clippy::print_stderr, reason = "the suite takes minutes, so it shows its progress")]
fn announce(scenario: &str) {
    eprintln!("{scenario} …");
}

/// Adds the row of one scenario.
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
