//! `wiredesk feeds`: polls news feeds and publishes their new items.

mod article;
mod bucket;
mod claimed;
mod dry_run;
mod host;
mod meter;
mod poll;
mod run;
mod status;

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use feeds::list::{self, Feed};
use runtime::{
    settings::{ConnectionArgs, Problems, ProcessEnvironment, ServiceArgs},
    telemetry,
};

use crate::command::{Outcome, report_panics_without_text};

const EXAMPLES: &str = "\
Examples:
  wiredesk feeds list.toml                 # polls until it is stopped
  wiredesk feeds list.opml --once          # polls each feed once
  wiredesk feeds list.toml --dry-run | wiredesk annotate -
  wiredesk feeds status

A list in TOML:
  every = \"10m\"                            # from 1m to 7d

  [[feed]]
  url = \"https://example.org/feed.xml\"
  source = \"The Gazette\"                   # else the feed's own title
  lane = \"live\"                            # or backfill";

/// Poll news feeds and publish their new items.
///
/// Reads RSS, Atom and JSON Feed. FILE lists the feeds, in TOML or OPML. Each item is published once: what was seen
/// is kept on the server, so you can restart the command, and run several instances for the same list. A corrected
/// item is published again. If a feed has only a teaser, the page behind it is fetched for the whole text.
///
/// It is polite: it asks only for what changed, heeds robots.txt and Retry-After, holds one connection to a host, and
/// waits longer after failures. It refuses hosts in private networks.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Args {
    /// The list of feeds, in TOML or OPML
    #[arg(value_name = "FILE", required = true)]
    file: Option<PathBuf>,
    /// Poll each feed once, print what became of it, and end; the exit status is 1 if a feed failed
    #[arg(long)]
    once: bool,
    /// Print the articles of all feeds as JSON Lines instead of publishing them; needs no server
    #[arg(long, conflicts_with = "once")]
    dry_run: bool,
    /// Allow hosts with private, loopback and link-local addresses
    #[arg(long)]
    allow_private: bool,
    #[command(flatten)]
    service: ServiceArgs,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Show when each feed was polled, how that ended, and when it is polled next
    Status {
        /// Print JSON, one object per feed
        #[arg(long)]
        json: bool,
        #[command(flatten)]
        connection: ConnectionArgs,
    },
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    if let Some(Command::Status { json, connection }) = &args.command {
        return status::run(connection, *json).await;
    }
    let mut problems = Problems::default();
    let feeds = args.feeds().map_err(|error| problems.add(format!("{error:#}"))).unwrap_or_default();
    let settings = args.service.resolve(&ProcessEnvironment, &mut problems);
    let settings = problems.or(settings)?;
    report_panics_without_text();
    telemetry::init(&settings.logging.filter, settings.logging.format);
    if args.dry_run {
        return dry_run::run(&feeds, args.allow_private).await;
    }
    run::run(&settings, feeds, args.once, args.allow_private).await
}

impl Args {
    fn feeds(&self) -> Result<Vec<Feed>> {
        let file = self.file.clone().unwrap_or_default();
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read `{}`", file.display()))?;
        list::read(&text).with_context(|| format!("`{}`", file.display()))
    }
}
