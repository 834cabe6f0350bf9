//! A console whose index is too small for what is stored: its memory, its restart, its answers.

use std::time::{Duration, Instant};

use anyhow::ensure;
use futures_util::{StreamExt, TryStreamExt, stream};
use lab_report::Table;
use messages::{ArticleReceived, ArticleSummarized, Event, StageName, subjects::Lane};
use pipeline_tests::{Binaries, Process};
use runtime::bus::Bus;
use serde_json::json;
use tokio::time::sleep;

use super::process::{Console, ConsoleLoad};
use crate::{
    bench::server::{fresh, resident},
    streams::stored,
};

pub(super) const NOTE: &str = "Short articles, each with names that few others have, pass the four workers while a console with a small ceiling follows; then a second console starts with room for all, and reads five events of each article. Resident memory is that of the process, with the tables of the four stages. The times of answers are those of requests over one connection, in milliseconds, of articles spread over the index; the search goes through all of them and finds nothing.";

/// How many articles are asked for.
const ASKED: usize = 500;
/// How many searches are made.
const SEARCHES: usize = 20;
/// How long the workers may finish nothing.
const PATIENCE: Duration = Duration::from_mins(2);
/// The time between two looks at the memory.
const LOOK: Duration = Duration::from_millis(500);

/// The largest memory of a console, in MiB.
#[derive(Default)]
struct Memory {
    index: f64,
    resident: f64,
}

pub(super) async fn measure(load: ConsoleLoad) -> anyhow::Result<Table> {
    let (server, bus) = fresh(load.indexed).await?;
    let memory = load.memory.to_string();
    let small = Console::start(server.url(), &["--keep", "10000000", "--memory", &memory]);
    while !small.is_ready() {
        sleep(LOOK).await;
    }
    let at_start = resident(&small.process, "VmRSS:");
    publish(&bus, load.indexed).await?;
    let _workers = StageName::ALL.map(|stage| Process::start(Binaries::built().worker(stage, server.url())));
    let largest = follow(&small, &bus, load.indexed).await?;
    let kept = small.metric("wiredesk_console_articles")?;
    drop(small);
    let mut table = Table::new(&["what", "figure"]);
    let mut row = |what: &str, figure: String| table.row([what.to_owned(), figure]);
    row("articles stored", load.indexed.to_string());
    row("ceiling of the index", format!("{} MiB", load.memory));
    row("largest size of the index by its own count", format!("{:.0} MiB", largest.index));
    row("resident memory at the start", format!("{at_start:.0} MiB"));
    row("largest resident memory", format!("{:.0} MiB", largest.resident));
    row("articles kept below the ceiling", format!("{kept:.0}"));

    let console = Console::start(server.url(), &["--keep", "10000000", "--memory", "8192"]);
    let begun = Instant::now();
    while !console.is_ready() {
        sleep(Duration::from_millis(20)).await;
    }
    let seconds = begun.elapsed().as_secs_f64();
    let events = console.metric("wiredesk_console_messages_read")?;
    row("events read at a restart", format!("{events:.0}"));
    row("from listening until all are read", format!("{seconds:.1} s"));
    row("for a million events", format!("{:.1} s", seconds * 1e6 / events));
    row(
        "size of the index with all articles",
        format!("{:.0} MiB", console.metric("wiredesk_console_index_bytes")? / MIB),
    );
    row("resident memory with all articles", format!("{:.0} MiB", resident(&console.process, "VmRSS:")));
    for (what, path) in [("article by id", ""), ("timeline", "/timeline")] {
        let asked = (0..ASKED).map(|number| number * load.indexed / ASKED);
        row(what, times(&console, asked.map(|number| format!("/api/articles/index-{number}{path}")))?);
    }
    row("search", times(&console, (0..SEARCHES).map(|_| "/api/articles?q=nowhere+to+be+found".to_owned()))?);
    Ok(table)
}

const MIB: f64 = 1024.0 * 1024.0;

async fn publish(bus: &Bus, count: usize) -> anyhow::Result<()> {
    let publisher = bus.publisher(Lane::Live).await?;
    let publisher = &publisher;
    let stored = stream::iter(0..count).map(|number| async move {
        let event = ArticleReceived::decode(article(number).as_bytes())?;
        anyhow::Ok(publisher.publish(&event).await?)
    });
    stored.buffer_unordered(256).try_for_each(|_| async { Ok(()) }).await
}

/// Returns a short article with a person and a place of its own.
fn article(number: usize) -> String {
    let name = |mut number: usize| {
        let mut name = String::new();
        for _ in 0..4 {
            let consonant = "bdfgklmnprstv".chars().nth(number % 13).unwrap_or('b');
            let vowel = "aeiou".chars().nth(number / 13 % 5).unwrap_or('a');
            name.extend([consonant, vowel]);
            number /= 65;
        }
        let first = name.remove(0).to_ascii_uppercase();
        format!("{first}{name}")
    };
    let (person, place) = (name(number), name(number / 7 + 1_000_000));
    json!({
        "id": format!("index-{number}"),
        "source": "Wire",
        "headline": format!("Ferry {number} reaches {place}"),
        "body": format!("Mayor Anna {person} of {place} welcomed the ferry on Friday. It will sail again on Monday."),
    })
    .to_string()
}

/// Waits until all articles have a result and the console has read them. Returns its largest memory until then.
async fn follow(console: &Console, bus: &Bus, count: usize) -> anyhow::Result<Memory> {
    let mut largest = Memory::default();
    let (mut results, mut changed) = (0, Instant::now());
    while results < count as u64 {
        sleep(LOOK).await;
        let now = stored(bus, &bus.status().await?, ArticleSummarized::NAME);
        if now > results {
            (results, changed) = (now, Instant::now());
        }
        ensure!(changed.elapsed() < PATIENCE, "{results} of {count} articles, and none for {PATIENCE:?}");
        largest.index = largest.index.max(console.metric("wiredesk_console_index_bytes")? / MIB);
        largest.resident = largest.resident.max(resident(&console.process, "VmHWM:"));
    }
    Ok(largest)
}

/// Returns percentiles of the times of requests.
fn times(console: &Console, paths: impl Iterator<Item = String>) -> anyhow::Result<String> {
    let mut milliseconds = Vec::new();
    for path in paths {
        let begun = Instant::now();
        let (status, _) = console.get(&path)?;
        milliseconds.push(1e3 * begun.elapsed().as_secs_f64());
        ensure!(status == 200, "{path}: {status}");
    }
    milliseconds.sort_by(f64::total_cmp);
    let at = |share: f64| {
        let place = (share * (milliseconds.len().saturating_sub(1)) as f64) as usize;
        milliseconds.get(place).copied().unwrap_or(f64::NAN)
    };
    Ok(format!("p50 {:.1} ms, p99 {:.1} ms, largest {:.1} ms", at(0.5), at(0.99), at(1.0)))
}
