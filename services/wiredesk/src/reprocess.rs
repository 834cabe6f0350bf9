//! `wiredesk reprocess`: processes stored events again, with the models of the workers that run now.

use std::{collections::BTreeSet, pin::pin};

use anyhow::{Result, bail};
use futures_util::{StreamExt, TryStreamExt, stream};
use messages::{Article, StageName, subjects::Lane};
use runtime::{
    bus::{Bus, StoredEvent, StreamQuery},
    clock,
    settings::{ConnectionArgs, Problems},
};
use serde_json::json;
use time::OffsetDateTime;

use crate::{
    arguments::stage,
    command::{Outcome, connect},
};

/// The number of events whose confirmation is awaited at once.
const IN_FLIGHT: usize = 64;

const EXAMPLES: &str = "\
Examples:
  wiredesk reprocess --from-stage tag --since 1d --dry-run
  wiredesk reprocess --from-stage tag --since 1d
  wiredesk reprocess --from-stage detect --id a-1 --lane live";

/// Process stored articles again, from one stage on.
///
/// Use it after an upgrade of a stage or its model. It publishes the stored input of the stage again, each
/// revision of an article once, and the running workers process it like any other article. Earlier results
/// are kept; `provenance` shows which model made which result. By default live news comes first.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The first stage to run again
    #[arg(long, value_name = "STAGE", value_parser = stage())]
    from_stage: StageName,
    /// Only articles stored since then: `2h`, `3d`, or a moment such as `2026-11-24T08:00:00Z`
    #[arg(long, value_name = "TIME", value_parser = clock::moment)]
    since: Option<OffsetDateTime>,
    /// Only the article with this id; can be repeated
    #[arg(long = "id", value_name = "ID")]
    ids: Vec<String>,
    /// Priority: workers process `live` articles first
    #[arg(long, value_name = "LANE", default_value_t = Lane::Backfill)]
    lane: Lane,
    /// Number of an interrupted run, to continue it without publishing anything twice
    #[arg(long, value_name = "N")]
    run: Option<u64>,
    /// Show how many articles would be processed again, and publish nothing
    #[arg(long)]
    dry_run: bool,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    connection: ConnectionArgs,
}

/// The counts of a run.
#[derive(Debug, Default)]
struct Counts {
    /// The events that were selected.
    found: u64,
    /// The events that were published, without those that an earlier attempt of the run had published.
    stored: u64,
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    let bus = connect(&args.connection, Problems::default()).await?;
    let run = args.run.unwrap_or_else(clock::unix_seconds);
    if !args.json && !args.dry_run {
        anstream::eprintln!("this is run {run}: if it is interrupted, continue it with --run {run}");
    }
    let mut missing: BTreeSet<&str> = args.ids.iter().map(String::as_str).collect();
    let counts = publish_again(args, &bus, run, &mut missing).await?;
    print(args, run, &counts);
    if !missing.is_empty() {
        let missing: Vec<&str> = missing.into_iter().collect();
        bail!("no longer stored, or never published: {}", missing.join(", "));
    }
    Ok(Outcome::Done)
}

/// Publishes the selected events again, in batches. Removes the ids that it finds from `missing`.
async fn publish_again(args: &Args, bus: &Bus, run: u64, missing: &mut BTreeSet<&str>) -> Result<Counts> {
    let query = StreamQuery { since: args.since, ..StreamQuery::all(args.from_stage.input()) };
    let mut reprocessing = bus.reprocessing(args.lane, run);
    let mut events = pin!(bus.read(&query).await?.fuse());
    let mut counts = Counts::default();
    loop {
        let mut batch = Vec::new();
        while batch.len() < IN_FLIGHT {
            let Some(event) = events.try_next().await? else { break };
            let id = article_id(&event).unwrap_or_default();
            if (args.ids.is_empty() || args.ids.contains(&id)) && reprocessing.wants(&event) {
                missing.remove(id.as_str());
                batch.push(event);
            }
        }
        if batch.is_empty() {
            return Ok(counts);
        }
        counts.found += batch.len() as u64;
        if !args.dry_run {
            let mut confirmed =
                stream::iter(&batch).map(|event| reprocessing.republish(event)).buffer_unordered(IN_FLIGHT);
            while let Some(confirmation) = confirmed.try_next().await? {
                counts.stored += u64::from(!confirmation.duplicate);
            }
        }
    }
}

/// Prints the counts of a run.
fn print(args: &Args, run: u64, Counts { found, stored }: &Counts) {
    if args.json {
        anstream::println!("{}", json!({"run": run, "found": found, "stored": stored}));
    } else if args.dry_run {
        anstream::println!("Would process {found} articles again from `{}` on.", args.from_stage);
    } else {
        anstream::println!("Published {stored} of {found} articles again for `{}`.", args.from_stage);
    }
}

/// Returns the article's id, which is derived from the content if the publisher sent none.
fn article_id(event: &StoredEvent) -> Option<String> {
    event.article_id().or_else(|| Some(Article::from_json(&event.payload).ok()?.id))
}
