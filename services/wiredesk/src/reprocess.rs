//! `wiredesk reprocess`: stored events through a stage once more, with the present model.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use futures_util::{StreamExt, TryStreamExt, stream};
use messages::{Article, subjects::Lane};
use runtime::{
    bus::{StoredEvent, StreamQuery},
    clock,
    settings::ConnectionArgs,
};
use serde_json::json;
use time::OffsetDateTime;

use crate::{
    cli::{Outcome, StageArg, connect},
    dead::moment,
};

/// Confirmations waited for at once.
const IN_FLIGHT: usize = 64;

/// Put stored events through a stage again, and through all that follow.
///
/// Takes what the stage read before, each article and revision once, and publishes it again; the workers that run
/// now process it as they do everything. Earlier results stay beside the new ones: `provenance` tells which model
/// made which. By default it goes on the backfill lane, so that live news comes first.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The first stage to run again
    #[arg(long, value_name = "STAGE")]
    from_stage: StageArg,
    /// What was stored since then: `2h`, `3d`, or a moment such as `2026-11-24T08:00:00Z`
    #[arg(long, value_name = "TIME", value_parser = moment)]
    since: Option<OffsetDateTime>,
    /// Only articles with these ids
    #[arg(long = "id", value_name = "ID")]
    ids: Vec<String>,
    /// How urgent it is: `live` is served first
    #[arg(long, value_name = "LANE", default_value_t = Lane::Backfill)]
    lane: Lane,
    /// Number of the run; give that of an interrupted run to go on with it and store nothing twice
    #[arg(long, value_name = "N")]
    run: Option<u64>,
    /// Only count
    #[arg(long)]
    dry_run: bool,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    connection: ConnectionArgs,
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    let bus = connect(&args.connection).await?;
    let query = StreamQuery { since: args.since, ..StreamQuery::all(args.from_stage.name().input()) };
    let run = args.run.unwrap_or_else(clock::unix_seconds);
    if !args.json && !args.dry_run {
        anstream::eprintln!("run {run}: give --run {run} to go on with it if it is interrupted");
    }
    let mut reprocessing = bus.reprocessing(args.lane, run);
    let mut events = std::pin::pin!(bus.read(&query).await?.fuse());
    let (mut found, mut missing, mut stored) = (0_u64, args.ids.iter().collect::<BTreeSet<_>>(), 0_u64);
    loop {
        let mut batch = Vec::new();
        while batch.len() < IN_FLIGHT {
            let Some(event) = events.try_next().await? else { break };
            let id = article_id(&event);
            if (args.ids.is_empty() || id.as_ref().is_some_and(|id| args.ids.contains(id)))
                && reprocessing.wants(&event)
            {
                missing.retain(|wanted| Some(*wanted) != id.as_ref());
                batch.push(event);
            }
        }
        if batch.is_empty() {
            break;
        }
        found += batch.len() as u64;
        if !args.dry_run {
            let mut confirmed =
                stream::iter(&batch).map(|event| reprocessing.republish(event)).buffer_unordered(IN_FLIGHT);
            while let Some(confirmation) = confirmed.try_next().await? {
                stored += u64::from(!confirmation.duplicate);
            }
        }
    }
    if args.json {
        anstream::println!("{}", json!({"run": run, "found": found, "stored": stored}));
    } else if args.dry_run {
        anstream::println!("Would put {found} articles through `{}` again.", args.from_stage.name());
    } else {
        anstream::println!("Put {stored} of {found} articles through `{}` again.", args.from_stage.name());
    }
    if !missing.is_empty() {
        bail!("not stored (any more): {}", missing.into_iter().cloned().collect::<Vec<_>>().join(", "));
    }
    Ok(Outcome::Done)
}

/// The article's id; a foreign publisher may have left it to be derived.
fn article_id(event: &StoredEvent) -> Option<String> {
    event.article_id().or_else(|| Some(Article::from_json(&event.payload).ok()?.id))
}
