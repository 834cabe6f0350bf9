//! `wiredesk results`: enriched articles from the bus.

use std::{collections::BTreeSet, pin::pin};

use anyhow::{Result, bail};
use futures_util::StreamExt;
use runtime::{
    bus::{StoredEvent, StreamQuery},
    settings::ConnectionArgs,
};

use crate::{
    cli::{Outcome, StageArg, connect},
    view::{self, Format},
};

/// Read enriched articles from a pipeline.
///
/// Prints what is stored, oldest first: all of it, or the articles with the ids you name. Reading
/// removes nothing. Exit status 1 means that an id you named was not there.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Ids of the articles to show; all of them where none is named
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// Stop after this many articles
    #[arg(long, short = 'n', value_name = "N")]
    count: Option<usize>,
    /// Wait for articles to come
    #[arg(long, short)]
    follow: bool,
    /// Read what this stage made, instead of the finished articles
    #[arg(long, value_name = "STAGE", default_value = "summarize")]
    stage: StageArg,
    /// How to print: `pretty` for people, `jsonl` for programs; by default as standard output suits
    #[arg(long, value_name = "FORMAT")]
    output: Option<Format>,
    #[command(flatten)]
    connection: ConnectionArgs,
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    let bus = connect(&args.connection).await?;
    let query = StreamQuery { follow: args.follow, ..StreamQuery::all(args.stage.name().output()) };
    let mut events = pin!(bus.read(&query).await?);
    let mut wanted: BTreeSet<&str> = args.ids.iter().map(String::as_str).collect();
    let mut left = args.count.unwrap_or(usize::MAX);
    while left > 0 {
        let Some(event) = events.next().await else { break };
        let event = event?;
        let id = event.article_id().unwrap_or_default();
        if !args.ids.is_empty() && !args.ids.contains(&id) {
            continue;
        }
        if !show(&event, args.output)? {
            return Ok(Outcome::Done);
        }
        left -= 1;
        wanted.remove(id.as_str());
        if args.follow && !args.ids.is_empty() && wanted.is_empty() {
            break;
        }
    }
    if !wanted.is_empty() && left > 0 {
        bail!("not there (yet): {}", wanted.into_iter().collect::<Vec<_>>().join(", "));
    }
    Ok(Outcome::Done)
}

/// Whether the reader is still there.
fn show(event: &StoredEvent, output: Option<Format>) -> Result<bool> {
    let stdout = std::io::stdout();
    let mut out = anstream::AutoStream::auto(stdout.lock());
    let written = match output.unwrap_or_else(Format::of_stdout) {
        Format::Pretty => view::show(&event.payload, &mut out),
        Format::Jsonl => write_line(&event.payload, &mut out),
    };
    match written {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn write_line(payload: &[u8], out: &mut impl std::io::Write) -> std::io::Result<()> {
    out.write_all(payload)?;
    out.write_all(b"\n")?;
    out.flush()
}
