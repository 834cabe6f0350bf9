//! `wiredesk status`: what is in the streams, what waits, what was set aside.

use std::{
    fmt::Write,
    time::{Duration, Instant},
};

use anyhow::Result;
use messages::{StageName, subjects::Lane};
use runtime::{
    bus::{Bus, Status},
    settings::ConnectionArgs,
};

use crate::cli::{Outcome, connect};

/// Between two looks of --watch.
const REFRESH: Duration = Duration::from_secs(2);

/// Show streams, what waits, and what was set aside.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Print one JSON object
    #[arg(long)]
    json: bool,
    /// Refresh in place every two seconds, with rates and the age of the oldest article that waits
    #[arg(long, short, conflicts_with = "json")]
    watch: bool,
    #[command(flatten)]
    connection: ConnectionArgs,
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    let bus = connect(&args.connection).await?;
    if args.watch {
        return watch(&bus).await;
    }
    let status = bus.status().await?;
    if args.json {
        anstream::println!("{}", serde_json::to_string(&status)?);
    } else {
        anstream::print!("{}", table(&status));
    }
    Ok(Outcome::Done)
}

/// Until interrupted.
async fn watch(bus: &Bus) -> Result<Outcome> {
    let mut before: Option<(Instant, Status)> = None;
    loop {
        let (now, status) = (Instant::now(), bus.status().await?);
        let mut screen = table(&status);
        if let Some((then, earlier)) = &before {
            screen += &flow(earlier, &status, (now - *then).as_secs_f64(), &oldest(bus).await);
        }
        // Home, and clear what is below: the screen does not flicker.
        anstream::print!("\x1b[H\x1b[J{screen}");
        std::io::Write::flush(&mut std::io::stdout())?;
        before = Some((now, status));
        tokio::time::sleep(REFRESH).await;
    }
}

/// Age of the oldest article that waits for each stage; of one that cannot be asked for, nothing.
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

/// What flowed in the `seconds` between two looks.
fn flow(earlier: &Status, later: &Status, seconds: f64, oldest: &[(StageName, Duration)]) -> String {
    let delivered = |status: &Status, stage| {
        let of_stage = status.consumers.iter().filter(|consumer| consumer.stage == stage);
        of_stage.map(|consumer| consumer.delivered).sum::<u64>()
    };
    let mut lines = String::from("\nSTAGE            DELIVERED/S   OLDEST WAITING\n");
    for (stage, age) in oldest {
        let count = delivered(later, *stage).saturating_sub(delivered(earlier, *stage));
        let rate = count as f64 / seconds.max(f64::EPSILON);
        let _ = writeln!(lines, "{:<16} {rate:>11.1} {:>14.1} s", stage.as_str(), age.as_secs_f64());
    }
    lines
}

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
        let _ = writeln!(
            lines,
            "  {} set aside by `{}`: {}{replayed}",
            count.articles, count.stage, count.reason
        );
    }
    if status.given_up > 0 {
        let _ = writeln!(lines, "{} deliveries were given up without a dead letter.", status.given_up);
    }
    lines
}

fn in_words(status: &Status) -> String {
    let unfinished = match status.unfinished() {
        0 => "Nothing is pending".to_owned(),
        1 => "1 step is still to be done".to_owned(),
        steps => format!("{steps} steps are still to be done"),
    };
    match status.dead_articles() {
        0 => format!("{unfinished}, nothing is dead."),
        articles => format!("{unfinished}, {articles} dead:"),
    }
}

/// `0 B`, `12.3 MiB`.
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
    use runtime::bus::{ConsumerStatus, DeadCount};

    use super::*;

    #[test]
    fn sizes_read_well() {
        for (bytes, expected) in [(0, "0 B"), (1023, "1023 B"), (1536, "1.5 KiB"), (1 << 30, "1.0 GiB")] {
            assert_eq!(size(bytes), expected);
        }
    }

    #[test]
    fn what_flowed_is_told_by_stage() {
        let look = |delivered| {
            let consumer = ConsumerStatus {
                stage: StageName::Tag,
                lane: "live",
                name: "entity-tagger-live".into(),
                delivered,
                pending: 0,
                in_flight: 0,
                redelivered: 0,
                waiting_pulls: 0,
            };
            Status { streams: vec![], consumers: vec![consumer], dead: vec![], given_up: 0 }
        };
        let flowed = flow(&look(10), &look(30), 2.0, &[(StageName::Tag, Duration::from_millis(1_500))]);
        assert!(flowed.ends_with("tag                     10.0            1.5 s\n"), "{flowed}");
    }

    #[test]
    fn an_idle_pipeline_says_so() {
        let status = Status { streams: vec![], consumers: vec![], dead: vec![], given_up: 0 };
        assert!(table(&status).ends_with("Nothing is pending, nothing is dead.\n"));
    }

    #[test]
    fn dead_letters_are_counted_by_reason() {
        let dead =
            DeadCount { stage: "detect".into(), reason: "invalid_json".into(), articles: 3, replayed: 0 };
        let status = Status { streams: vec![], consumers: vec![], dead: vec![dead], given_up: 0 };
        assert!(table(&status).ends_with("3 dead:\n  3 set aside by `detect`: invalid_json\n"));
    }
}
