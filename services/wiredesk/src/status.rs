//! `wiredesk status`: shows what the streams hold, what is pending, and the dead letters.

use std::{
    fmt::Write,
    time::{Duration, Instant},
};

use anyhow::Result;
use messages::{StageName, subjects::Lane};
use runtime::{
    bus::{Beside, Bus, BusError, PartialStatus, Standing, Status},
    causes::with_causes,
    settings::{ConnectionArgs, Problems},
};

use crate::command::{Outcome, connect, print_json};

/// The time between two updates with --watch.
const REFRESH: Duration = Duration::from_secs(2);

const EXAMPLES: &str = "\
Examples:
  wiredesk status
  wiredesk status --watch
  wiredesk status --json | jq '.consumers[] | {name, pending}'";

/// Show how many articles the streams hold, how many are pending, and the dead letters.
///
/// Use it to see whether the workers keep up: the first stage whose PENDING grows is the one that needs more
/// workers.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Print one JSON object
    #[arg(long)]
    json: bool,
    /// Refresh every two seconds, and show rates and the age of the oldest pending article
    #[arg(long, short, conflicts_with = "json")]
    watch: bool,
    #[command(flatten)]
    connection: ConnectionArgs,
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    let bus = connect(&args.connection, Problems::default()).await?;
    if args.watch {
        return watch(&bus).await;
    }
    let partial = bus.partial_status().await?;
    let missing = partial.missing.clone();
    // Of a pipeline that was never set up there is nothing to show.
    if !partial.status.streams.is_empty() {
        let obstacles = bus.standing_still(&partial.status).await;
        // Only an operator may see them.
        let beside = bus.beside().await.unwrap_or_default();
        if args.json {
            print_json(serde_json::to_string(&WithObstacles { partial, beside, obstacles })?)?;
        } else {
            anstream::print!("{}{}{}", table(&partial.status), beside_them(&beside), in_the_way(&obstacles));
        }
    }
    if missing.is_empty() { Ok(Outcome::Done) } else { Err(BusError::NotSetUp(missing).into()) }
}

/// The status with the programs beside the stages, and the obstacles.
#[derive(serde::Serialize)]
struct WithObstacles {
    #[serde(flatten)]
    partial: PartialStatus,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    beside: Vec<Beside>,
    obstacles: Vec<Standing>,
}

/// Refreshes the screen until the command is interrupted. While the server is away, it shows the reason and
/// waits.
async fn watch(bus: &Bus) -> Result<Outcome> {
    let mut before: Option<(Instant, Status)> = None;
    loop {
        let now = Instant::now();
        let mut screen = String::new();
        before = match bus.partial_status().await {
            Ok(PartialStatus { status, missing }) => {
                screen += &table(&status);
                if !missing.is_empty() {
                    let _ = writeln!(screen, "! {}", BusError::NotSetUp(missing));
                }
                // If the server has gone away meanwhile, the next screen says so.
                screen += &beside_them(&bus.beside().await.unwrap_or_default());
                screen += &in_the_way(&bus.standing_still(&status).await);
                if let Some((then, earlier)) = &before {
                    screen += &flow(earlier, &status, (now - *then).as_secs_f64(), &oldest(bus).await);
                }
                Some((now, status))
            }
            Err(error) => {
                let _ = writeln!(screen, "No status: {}. Trying again.", with_causes(&error));
                None
            }
        };
        // Moves the cursor home and clears the rest, which flickers less than clearing the screen first.
        anstream::print!("\x1b[H\x1b[J{screen}");
        std::io::Write::flush(&mut std::io::stdout())?;
        tokio::time::sleep(REFRESH).await;
    }
}

/// Returns the programs beside the stages, and what is wrong with them. It is empty if there are none.
fn beside_them(all: &[Beside]) -> String {
    if all.is_empty() {
        return String::new();
    }
    let mut lines =
        String::from("\nBESIDE THE STAGES        READS                       PENDING   IN FLIGHT\n");
    for one in all {
        let Beside { name, stream, pending, in_flight, .. } = one;
        let _ = writeln!(lines, "{name:<24} {stream:<24} {pending:>10} {in_flight:>11}");
    }
    for fault in all.iter().filter_map(Beside::fault) {
        let _ = writeln!(lines, "! {}\n  → {}", fault.found, fault.remedy);
    }
    lines
}

/// Returns what stands in the way of the stages, with the remedies.
fn in_the_way(obstacles: &[Standing]) -> String {
    let mut lines = String::new();
    for Standing { stage, standstill } in obstacles {
        let stage = stage.map(|stage| format!("{stage}: ")).unwrap_or_default();
        let _ = writeln!(lines, "! {stage}{standstill}\n  → {}", standstill.reason.remedy());
    }
    lines
}

/// Returns the age of the oldest pending article of each stage, or zero if it is unknown.
async fn oldest(bus: &Bus) -> Vec<(StageName, Duration)> {
    let mut ages = Vec::new();
    for stage in StageName::ALL {
        let mut age = Duration::ZERO;
        for lane in Lane::ALL {
            age = age.max(bus.oldest_pending(stage, lane).await.unwrap_or_default());
        }
        ages.push((stage, age));
    }
    ages
}

/// Returns the rate of each stage in the `seconds` between two updates, and its oldest pending article.
fn flow(earlier: &Status, later: &Status, seconds: f64, oldest: &[(StageName, Duration)]) -> String {
    let delivered = |status: &Status, stage| {
        let of_stage = status.consumers.iter().filter(|consumer| consumer.stage == stage);
        of_stage.map(|consumer| consumer.delivered).sum::<u64>()
    };
    let mut lines = String::from("\nSTAGE            DELIVERED/S   OLDEST PENDING\n");
    for (stage, age) in oldest {
        let count = delivered(later, *stage).saturating_sub(delivered(earlier, *stage));
        let rate = count as f64 / seconds.max(f64::EPSILON);
        let _ = writeln!(lines, "{:<16} {rate:>11.1} {:>14.1} s", stage.as_str(), age.as_secs_f64());
    }
    lines
}

/// Returns streams, consumers and dead letters as text.
fn table(status: &Status) -> String {
    let mut lines = String::from("STREAM                      ARTICLES        SIZE       LIMIT\n");
    for stream in &status.streams {
        let limit = u64::try_from(stream.max_bytes).map_or_else(|_| "none".to_owned(), size);
        let row =
            format!("{:<24} {:>11} {:>11} {limit:>11}", stream.name, stream.messages, size(stream.bytes));
        // Writing to a String cannot fail.
        let _ = writeln!(lines, "{row}");
    }
    lines.push_str("\nCONSUMER                      PENDING   IN FLIGHT REDELIVERED  PULLS OPEN\n");
    for consumer in &status.consumers {
        let _ = writeln!(
            lines,
            "{:<26} {:>10} {:>11} {:>11} {:>11}",
            consumer.name, consumer.pending, consumer.in_flight, consumer.redelivered, consumer.waiting_pulls
        );
    }
    lines.push('\n');
    let _ = writeln!(lines, "{}", in_words(status));
    for count in &status.dead {
        let replayed =
            if count.replayed > 0 { format!(", {} replayed", count.replayed) } else { String::new() };
        let _ = writeln!(lines, "  {} from `{}`: {}{replayed}", count.articles, count.stage, count.reason);
    }
    if status.given_up > 0 {
        let _ = writeln!(
            lines,
            "{} deliveries were given up by the server and have no dead letter: see `wiredesk doctor`.",
            status.given_up
        );
    }
    lines
}

/// Returns the state of the pipeline as a sentence.
fn in_words(status: &Status) -> String {
    let unfinished = match status.unfinished() {
        0 => "Nothing is pending".to_owned(),
        1 => "1 delivery is pending".to_owned(),
        deliveries => format!("{deliveries} deliveries are pending"),
    };
    match status.dead_articles() {
        0 => format!("{unfinished}, no dead letters."),
        1 => format!("{unfinished}, 1 dead letter:"),
        letters => format!("{unfinished}, {letters} dead letters:"),
    }
}

/// Returns a size with its unit: `0 B`, `12.3 MiB`.
fn size(bytes: u64) -> String {
    let mut value = bytes as f64;
    for unit in ["B", "KiB", "MiB", "GiB"] {
        if value < 1024.0 {
            return if unit == "B" { format!("{bytes} B") } else { format!("{value:.1} {unit}") };
        }
        value /= 1024.0;
    }
    format!("{value:.1} TiB")
}

#[cfg(test)]
mod tests {
    use runtime::bus::{BesideKind, ConsumerStatus, DeadCount};

    use super::*;

    #[test]
    fn a_size_has_a_unit() {
        for (bytes, expected) in [(0, "0 B"), (1023, "1023 B"), (1536, "1.5 KiB"), (1 << 30, "1.0 GiB")] {
            assert_eq!(size(bytes), expected);
        }
    }

    #[test]
    fn shows_the_rate_of_each_stage() {
        let status = |delivered| {
            let consumer = ConsumerStatus {
                stage: StageName::Tag,
                lane: "live",
                name: "entity-tagger-live".into(),
                delivered,
                pending: 0,
                in_flight: 0,
                redelivered: 0,
                waiting_pulls: 0,
                paused_until: None,
            };
            Status { streams: vec![], consumers: vec![consumer], dead: vec![], given_up: 0 }
        };
        let rates = flow(&status(10), &status(30), 2.0, &[(StageName::Tag, Duration::from_millis(1_500))]);
        assert!(rates.ends_with("tag                     10.0            1.5 s\n"), "{rates}");
    }

    #[test]
    fn programs_beside_the_stages_are_listed_with_their_faults() {
        assert_eq!(beside_them(&[]), "");
        let linker = Beside {
            kind: BesideKind::Linker,
            name: "story-linker".into(),
            stream: "ARTICLES_SUMMARIZED".into(),
            pending: 7,
            in_flight: 0,
            works: false,
        };
        let lines = beside_them(&[linker]);
        assert!(
            lines.contains("\nstory-linker             ARTICLES_SUMMARIZED               7           0\n"),
            "{lines}"
        );
        assert!(lines.ends_with("nobody asks for them\n  → start `wiredesk story-linker`\n"), "{lines}");
    }

    #[test]
    fn an_idle_pipeline_has_nothing_pending() {
        let status = Status { streams: vec![], consumers: vec![], dead: vec![], given_up: 0 };
        assert!(table(&status).ends_with("Nothing is pending, no dead letters.\n"));
    }

    #[test]
    fn dead_letters_are_counted_by_reason() {
        let dead =
            DeadCount { stage: "detect".into(), reason: "invalid_json".into(), articles: 3, replayed: 0 };
        let status = Status { streams: vec![], consumers: vec![], dead: vec![dead], given_up: 0 };
        assert!(table(&status).ends_with("3 dead letters:\n  3 from `detect`: invalid_json\n"));
    }
}
