//! How many articles a second a sink writes, beside a bare COPY of the same rows.

use std::time::{Duration, Instant};

use anyhow::ensure;
use bytes::Bytes;
use futures_util::{SinkExt, TryStreamExt};
use lab_report::{Report, Table};
use messages::{ArticleSummarized, Event};
use pipeline_tests::{Binaries, PostgresServer, Process, admin, articles};
use tokio::time::sleep;
use tokio_postgres::{Client, NoTls};

use super::server::fresh;
use crate::finished::{Storing, finished};

/// The tables of the sink. The first one is copied first.
const TABLES: [&str; 4] = ["articles", "entities", "mentions", "layers"];
/// The pause between two looks at what a sink has left.
const LOOK_EVERY: Duration = Duration::from_millis(20);
/// A sink that is not done after this time does not work.
const LONGEST: Duration = Duration::from_mins(10);

const NOTE: &str = "All articles are stored before the sink starts. Its rate is their number divided by the time from its start to its last acknowledgement. `COPY` loads the rows that the sink has written, all tables in one transaction, into empty tables with the same columns and indexes, by the binary format. PostgreSQL has its defaults but for fsync, which is off. Every round has a fresh server and a fresh database. The figures are medians of the rounds, and the ratio is that of the medians.";

/// Measures the sinks `rounds` times with this number of articles.
///
/// # Errors
///
/// When a sink does not finish.
pub fn run(count: usize, rounds: usize) -> anyhow::Result<Report> {
    let events = finished(articles(), count)?;
    let size = events.iter().map(String::len).sum::<usize>() / count.max(1);
    let runtime = tokio::runtime::Runtime::new()?;
    let (mut copies, mut upserts, mut files) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds {
        let (upsert, copy) = runtime.block_on(postgres(&events))?;
        upserts.push(upsert);
        copies.push(copy);
        files.push(runtime.block_on(jsonl(&events))?);
    }
    let copy = median(&mut copies);
    let mut table = Table::new(&["target", "articles a second", "to COPY"]);
    for (name, rate) in [("COPY", copy), ("postgres", median(&mut upserts)), ("jsonl", median(&mut files))] {
        table.row([name.to_owned(), format!("{rate:.0}"), format!("{:.2}", rate / copy)]);
    }
    let mut report = Report::new("Sinks")
        .fact("articles", format!("{count} of {size} bytes, {rounds} rounds, batches of 500"));
    report.section("Rates", NOTE, table);
    Ok(report)
}

fn median(rates: &mut [f64]) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates.get(rates.len() / 2).copied().unwrap_or_default()
}

/// Returns the rates of the sink and of a bare COPY of its rows.
async fn postgres(events: &[String]) -> anyhow::Result<(f64, f64)> {
    let database = PostgresServer::start();
    let upsert = sink(events, "sink-postgres", &["postgres", &database.url()]).await?;
    let (client, connection) = tokio_postgres::connect(&database.url(), NoTls).await?;
    tokio::spawn(connection);
    Ok((upsert, copy(&client, events.len()).await?))
}

async fn jsonl(events: &[String]) -> anyhow::Result<f64> {
    let folder = tempfile::tempdir()?;
    sink(events, "sink-jsonl", &["jsonl", &folder.path().to_string_lossy()]).await
}

/// Returns the rate at which a sink writes a backlog.
async fn sink(events: &[String], name: &str, arguments: &[&str]) -> anyhow::Result<f64> {
    let (server, bus) = fresh(events.len()).await?;
    let jetstream = admin::jetstream(server.url()).await;
    Storing::start(jetstream.clone(), events.to_vec()).finished().await?;
    let stream = bus.topology().stream(ArticleSummarized::NAME);
    let begun = Instant::now();
    let mut process =
        Process::start(Binaries::built().wiredesk(server.url(), &[&["sink"], arguments].concat()));
    process.wait_for_stderr("ready");
    while admin::unsettled(&jetstream, &stream, name).await > 0 {
        ensure!(begun.elapsed() < LONGEST && process.is_running(), "{name}:\n{}", process.stderr());
        sleep(LOOK_EVERY).await;
    }
    Ok(events.len() as f64 / begun.elapsed().as_secs_f64())
}

/// Returns the rate at which COPY loads the rows of all tables into empty ones.
async fn copy(client: &Client, count: usize) -> anyhow::Result<f64> {
    let mut rows: Vec<(&str, Vec<Bytes>)> = Vec::new();
    for table in TABLES {
        client.batch_execute(&format!("CREATE TABLE bare_{table} (LIKE {table} INCLUDING ALL)")).await?;
        let copied = client.copy_out(&format!("COPY {table} TO STDOUT (FORMAT binary)")).await?;
        rows.push((table, copied.try_collect().await?));
    }
    let begun = Instant::now();
    client.batch_execute("BEGIN").await?;
    for (table, rows) in rows {
        let into = client.copy_in(&format!("COPY bare_{table} FROM STDIN (FORMAT binary)")).await?;
        let mut into = std::pin::pin!(into);
        for row in rows {
            into.feed(row).await?;
        }
        into.finish().await?;
    }
    client.batch_execute("COMMIT").await?;
    Ok(count as f64 / begun.elapsed().as_secs_f64())
}
