//! What a console and its readers cost the pipeline.

use std::time::Duration;

use anyhow::{Context, ensure};
use futures_util::{StreamExt, TryStreamExt, future::try_join_all, stream};
use lab_report::Table;
use messages::{ArticleReceived, subjects::Lane};
use pipeline_tests::{Binaries, Process};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    task::JoinHandle,
    time::{sleep, timeout},
};

use super::process::{Console, ConsoleLoad};
use crate::{
    articles::numbered,
    bench::{
        figures::median,
        server::{fresh, processor_time, summarized},
    },
};

pub(super) const NOTE: &str = "A backlog is stored, then one worker for all stages starts. The rate is that of its results by the server's clock, the median of the rounds, in each of which every row has a fresh server. Each reader of server-sent events gets every article. The processor times are those for one article in microseconds: of the worker, the server, the console, and the benchmark itself, which reads the events. On busy cores the rate is the inverse of their sum, so `by time` is the first row's sum divided by this one, without the benchmark.";

/// How many readers there are.
const READERS: usize = 100;
/// How long readers may take for the last events.
const LATE: Duration = Duration::from_mins(1);

/// What runs beside the pipeline.
const ROWS: [(&str, Option<usize>); 3] =
    [("no console", None), ("console", Some(0)), ("console, 100 readers", Some(READERS))];

/// The figures of one round.
struct Round {
    rate: f64,
    /// The processor times for one article in microseconds.
    worker: f64,
    server: f64,
    console: f64,
    own: f64,
}

pub(super) async fn measure(load: ConsoleLoad, articles: &[ArticleReceived]) -> anyhow::Result<Table> {
    let mut rounds: [Vec<Round>; 3] = Default::default();
    for _ in 0..load.rounds {
        for ((_, readers), rounds) in ROWS.iter().zip(&mut rounds) {
            rounds.push(round(load, articles, *readers).await?);
        }
    }
    let columns = [
        "beside the pipeline",
        "articles/s",
        "rounds",
        "to none",
        "worker",
        "server",
        "console",
        "benchmark",
        "by time",
    ];
    let mut table = Table::new(&columns);
    let of =
        |rounds: &[Round], figure: fn(&Round) -> f64| median(&rounds.iter().map(figure).collect::<Vec<_>>());
    let sum = |round: &Round| round.worker + round.server + round.console;
    let [none, ..] = &rounds;
    for ((name, _), rounds) in ROWS.iter().zip(&rounds) {
        let rates: Vec<String> = rounds.iter().map(|round| format!("{:.0}", round.rate)).collect();
        table.row([
            (*name).to_owned(),
            format!("{:.0}", of(rounds, |round| round.rate)),
            rates.join(" "),
            format!("{:.2}", of(rounds, |round| round.rate) / of(none, |round| round.rate)),
            format!("{:.0}", of(rounds, |round| round.worker)),
            format!("{:.0}", of(rounds, |round| round.server)),
            format!("{:.0}", of(rounds, |round| round.console)),
            format!("{:.0}", of(rounds, |round| round.own)),
            format!("{:.2}", of(none, sum) / of(rounds, sum)),
        ]);
    }
    Ok(table)
}

async fn round(
    load: ConsoleLoad,
    articles: &[ArticleReceived],
    readers: Option<usize>,
) -> anyhow::Result<Round> {
    let (server, bus) = fresh(load.articles).await?;
    let publisher = bus.publisher(Lane::Live).await?;
    let events = numbered(articles, load.articles, "bench", |_| None)?;
    let stored: Vec<_> = stream::iter(&events)
        .map(|event| publisher.publish(event))
        .buffer_unordered(256)
        .try_collect()
        .await?;
    ensure!(stored.len() == load.articles, "the backlog is stored");
    let console = readers.map(|_| Console::start(server.url(), &[]));
    while console.as_ref().is_some_and(|console| !console.is_ready()) {
        sleep(Duration::from_millis(50)).await;
    }
    let reading = match &console {
        Some(console) => {
            try_join_all((0..readers.unwrap_or(0)).map(|_| reader(&console.url, load.articles))).await?
        }
        None => Vec::new(),
    };
    let ids = || console.iter().flat_map(|console| console.process.ids());
    let before = [processor_time([server.id()]), processor_time(ids()), processor_time([std::process::id()])];
    let worker = Process::start(Binaries::built().wiredesk(server.url(), &["worker"]));
    let done = summarized(&bus, load.articles).await?;
    for reader in reading {
        timeout(LATE, reader).await.context("a reader did not get all events")???;
    }
    let after = [processor_time([server.id()]), processor_time(ids()), processor_time([std::process::id()])];
    let [server_time, console_time, own] = [0, 1, 2].map(|at: usize| {
        let spent = after.get(at).zip(before.get(at)).map(|(after, before)| after.saturating_sub(*before));
        spent.unwrap_or_default().as_secs_f64() * 1e6 / load.articles as f64
    });
    let (first, last) =
        (done.values().min().context("a first result")?, done.values().max().context("a last result")?);
    Ok(Round {
        rate: (load.articles - 1) as f64 / (*last - *first).as_seconds_f64().max(1e-9),
        worker: processor_time(worker.ids()).as_secs_f64() * 1e6 / load.articles as f64,
        server: server_time,
        console: console_time,
        own,
    })
}

/// Opens the events, and reads them until the one with the number `last`.
async fn reader(url: &str, last: usize) -> anyhow::Result<JoinHandle<anyhow::Result<()>>> {
    let host = url.trim_start_matches("http://").to_owned();
    let mut connection = TcpStream::connect(&host).await?;
    connection.write_all(format!("GET /api/events HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes()).await?;
    let mut buffer = vec![0; 128 * 1024];
    let length = connection.read(&mut buffer).await?;
    ensure!(
        buffer.get(..length).is_some_and(|head| head.starts_with(b"HTTP/1.1 200")),
        "the console refused a reader"
    );
    let last = format!("\nid: {last}\n");
    Ok(tokio::spawn(async move {
        // The end of what was read, in which the last event is if there is no other after it.
        let mut end = Vec::new();
        loop {
            let length = connection.read(&mut buffer).await?;
            ensure!(length > 0, "the console ended the events");
            end.extend_from_slice(buffer.get(length.saturating_sub(4_096)..length).unwrap_or_default());
            end.drain(..end.len().saturating_sub(4_096));
            if end.windows(last.len()).any(|window| window == last.as_bytes()) {
                return Ok(());
            }
        }
    }))
}
