//! `wiredesk results`: prints enriched articles from a pipeline.

mod source;

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use messages::StageName;
use runtime::{
    bus::{StreamQuery, check_durable_name},
    clock,
    settings::{ConnectionArgs, Problems},
};
use time::OffsetDateTime;

pub(crate) use self::source::Source;
use crate::{
    arguments::stage_or_linker,
    command::{Outcome, connect},
    console::{Client, ClientArgs},
    view::{OutputArgs, Sink},
};

const EXAMPLES: &str = "\
Examples:
  wiredesk results
  wiredesk results a-1 a-2 --output pretty
  wiredesk results a-1 --console http://localhost:8080
  wiredesk results --follow > enriched.jsonl
  wiredesk results --output bulk > for-opensearch.ndjson
  wiredesk results --durable archive >> enriched.jsonl   # only what earlier runs did not print
  wiredesk results --stage tag -n 1
  wiredesk results --stage link --follow                 # with stories, which `wiredesk story-linker` makes";

/// Print enriched articles from a pipeline.
///
/// Prints the stored articles, oldest first: all of them, or only those with the given ids. Reading removes
/// nothing. Exit status 1 means that an article with a given id is not stored.
///
/// With `--follow` it goes on when the server restarts: it prints nothing twice and leaves nothing out. With
/// `--durable` the server keeps the place, and the next run of the command goes on there. After a crash the
/// last lines may come once more.
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
    /// Keep the place under this name on the server: print only what earlier runs with the same name and
    /// stage did not print
    #[arg(long, value_name = "NAME", value_parser = check_durable_name, conflicts_with = "ids")]
    durable: Option<String>,
    /// Only articles stored since then: `2h`, `3d`, or a moment such as `2026-11-24T08:00:00Z`; with
    /// `--durable`, only for a new name
    #[arg(long, value_name = "TIME", value_parser = clock::moment)]
    since: Option<OffsetDateTime>,
    /// Print the output of this stage instead of the finished articles; `link` for those with their story
    #[arg(long, value_name = "STAGE", default_value = "summarize", value_parser = stage_or_linker())]
    stage: StageName,
    #[command(flatten)]
    output: OutputArgs,
    #[command(flatten)]
    console: ClientArgs,
    #[command(flatten)]
    connection: ConnectionArgs,
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    let mut problems = Problems::default();
    let mut sink = args.output.open(&mut problems);
    // Only the streams have all articles, and those of later.
    let reads_streams = args.ids.is_empty() || args.follow || args.since.is_some();
    if let Some(console) = args.console.client().filter(|_| !reads_streams) {
        problems.or(())?;
        return print_from(&console, args, &mut *sink);
    }
    let bus = connect(&args.connection, problems).await?;
    let query = StreamQuery { since: args.since, ..StreamQuery::all(args.stage.output()) };
    let mut source = Source::open(&bus, &query, args.follow, args.durable.clone()).await?;
    let mut wanted: BTreeSet<&str> = args.ids.iter().map(String::as_str).collect();
    let mut outcome = Outcome::Done;
    let mut left = args.count.unwrap_or(usize::MAX);
    while left > 0 {
        let Some(event) = source.next(left).await? else { break };
        let id = event.article_id().unwrap_or_default();
        if !args.ids.is_empty() && !args.ids.contains(&id) {
            continue;
        }
        let Some(printed) = unless_closed(print(&mut *sink, &event.payload))? else {
            return Ok(Outcome::Done);
        };
        outcome = outcome.and(printed);
        source.written().await;
        left -= 1;
        wanted.remove(id.as_str());
        if args.follow && !args.ids.is_empty() && wanted.is_empty() {
            break;
        }
    }
    unless_closed(sink.finish())?;
    source.close().await?;
    if !wanted.is_empty() && left > 0 {
        bail!("not stored, or not yet: {}", wanted.into_iter().collect::<Vec<_>>().join(", "));
    }
    Ok(outcome)
}

/// Prints the articles with the given ids as a console knows them.
fn print_from(console: &Client, args: &Args, sink: &mut dyn Sink) -> Result<Outcome> {
    let mut outcome = Outcome::Done;
    let mut missing = Vec::new();
    for id in args.ids.iter().take(args.count.unwrap_or(usize::MAX)) {
        let Some(event) = console.article(id, &format!("?stage={}", args.stage))? else {
            missing.push(id.as_str());
            continue;
        };
        let Some(printed) = unless_closed(print(sink, &event))? else { return Ok(Outcome::Done) };
        outcome = outcome.and(printed);
    }
    unless_closed(sink.finish())?;
    if !missing.is_empty() {
        bail!(
            "not stored, not yet, or older than the index of the console: {}; leave out --console to read the streams",
            missing.join(", ")
        );
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
