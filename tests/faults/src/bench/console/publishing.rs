//! Publishing through the console, beside `wiredesk publish`.

use std::{io::Write, time::Instant};

use anyhow::{Context, ensure};
use lab_report::Table;
use messages::{ArticleReceived, Event};
use pipeline_tests::{Binaries, Process, wait_until};

use super::process::{Console, ConsoleLoad};
use crate::{
    articles::numbered,
    bench::{figures::median, server::fresh},
    streams::stored,
};

pub(super) const NOTE: &str = "The same articles as JSON Lines: in one request to a console that runs, and by `wiredesk publish` with its start. No worker runs. The rates are medians of the rounds, in which both alternate with fresh servers.";

pub(super) async fn measure(load: ConsoleLoad, articles: &[ArticleReceived]) -> anyhow::Result<Table> {
    let events = numbered(articles, load.articles, "bench", |_| None)?;
    let lines = events.iter().map(Event::encode).collect::<Vec<_>>().join(&b'\n');
    let mut file = tempfile::Builder::new().suffix(".jsonl").tempfile()?;
    file.write_all(&lines)?;
    let path = file.path().to_str().context("a path in UTF-8")?;
    let (mut by_tool, mut by_console) = (Vec::new(), Vec::new());
    for _ in 0..load.rounds {
        by_tool.push(
            rate(load, |nats| {
                let command = Binaries::built().wiredesk(nats, &["publish", path]);
                let begun = Instant::now();
                let (status, _, errors) = Process::run(command);
                ensure!(status.success(), "wiredesk publish failed: {errors}");
                Ok(begun.elapsed().as_secs_f64())
            })
            .await?,
        );
        by_console.push(
            rate(load, |nats| {
                let console = Console::start(nats, &[]);
                wait_until("a console that is ready", || console.is_ready().then_some(()));
                let request = console.agent.post(format!("{}/api/articles", console.url));
                let begun = Instant::now();
                let answer = request.header("content-type", "application/x-ndjson").send(&lines[..])?;
                let seconds = begun.elapsed().as_secs_f64();
                ensure!(answer.status().as_u16() == 202, "the console answered {}", answer.status());
                Ok(seconds)
            })
            .await?,
        );
    }
    let mut table = Table::new(&["way", "articles/s", "rounds", "to `wiredesk publish`"]);
    for (name, rates) in [("wiredesk publish", &by_tool), ("POST /api/articles", &by_console)] {
        let rounds: Vec<String> = rates.iter().map(|rate| format!("{rate:.0}")).collect();
        table.row([
            name.to_owned(),
            format!("{:.0}", median(rates)),
            rounds.join(" "),
            format!("{:.2}", median(rates) / median(&by_tool)),
        ]);
    }
    Ok(table)
}

/// Returns the articles per second that `publish` stores on a fresh server. It returns the seconds that it took.
async fn rate(load: ConsoleLoad, publish: impl FnOnce(&str) -> anyhow::Result<f64>) -> anyhow::Result<f64> {
    let (server, bus) = fresh(load.articles).await?;
    let seconds = tokio::task::block_in_place(|| publish(server.url()))?;
    let count = stored(&bus, &bus.status().await?, ArticleReceived::NAME);
    ensure!(count == load.articles as u64, "{count} of {} articles are stored", load.articles);
    Ok(load.articles as f64 / seconds)
}
