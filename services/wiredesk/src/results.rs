//! `wiredesk results`: prints enriched articles from a pipeline.

use std::{collections::BTreeSet, pin::pin};

use anyhow::{Result, bail};
use futures_util::StreamExt;
use messages::StageName;
use runtime::{
    bus::StreamQuery,
    settings::{ConnectionArgs, Problems},
};

use crate::{
    arguments::stage,
    command::{Outcome, connect},
    view::{OutputArgs, Sink},
};

const EXAMPLES: &str = "\
Examples:
  wiredesk results
  wiredesk results a-1 a-2 --output pretty
  wiredesk results --follow > enriched.jsonl
  wiredesk results --output bulk > for-opensearch.ndjson
  wiredesk results --stage tag -n 1";

/// Print enriched articles from a pipeline.
///
/// Prints the stored articles, oldest first: all of them, or only those with the given ids. Reading removes
/// nothing. Exit status 1 means that an article with a given id is not stored.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Ids of the articles to print; all articles if none is given
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// Stop after this many articles
    #[arg(long, short = 'n', value_name = "N")]
    count: Option<usize>,
    /// Keep waiting for new articles
    #[arg(long, short)]
    follow: bool,
    /// Print the output of this stage instead of the finished articles
    #[arg(long, value_name = "STAGE", default_value = "summarize", value_parser = stage())]
    stage: StageName,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    connection: ConnectionArgs,
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    let mut problems = Problems::default();
    let mut sink = args.output.open(&mut problems);
    let bus = connect(&args.connection, problems).await?;
    let query = StreamQuery { follow: args.follow, ..StreamQuery::all(args.stage.output()) };
    let mut events = pin!(bus.read(&query).await?);
    let mut wanted: BTreeSet<&str> = args.ids.iter().map(String::as_str).collect();
    let mut outcome = Outcome::Done;
    let mut left = args.count.unwrap_or(usize::MAX);
    while left > 0 {
        let Some(event) = events.next().await else { break };
        let event = event?;
        let id = event.article_id().unwrap_or_default();
        if !args.ids.is_empty() && !args.ids.contains(&id) {
            continue;
        }
        let Some(printed) = unless_closed(print(&mut *sink, &event.payload))? else {
            return Ok(Outcome::Done);
        };
        outcome = outcome.and(printed);
        left -= 1;
        wanted.remove(id.as_str());
        if args.follow && !args.ids.is_empty() && wanted.is_empty() {
            break;
        }
    }
    unless_closed(sink.finish())?;
    if !wanted.is_empty() && left > 0 {
        bail!("not stored, or not yet: {}", wanted.into_iter().collect::<Vec<_>>().join(", "));
    }
    Ok(outcome)
}

fn print(sink: &mut dyn Sink, event: &[u8]) -> std::io::Result<Outcome> {
    let outcome = sink.article(event)?;
    sink.flush()?;
    Ok(outcome)
}

/// Returns `None` if the reader has closed the pipe, as `head` does.
fn unless_closed<T>(written: std::io::Result<T>) -> Result<Option<T>> {
    match written {
        Ok(written) => Ok(Some(written)),
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(None),
        Err(error) => Err(error.into()),
    }
}
