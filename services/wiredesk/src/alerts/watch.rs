//! `wiredesk alerts watch`: prints the alerts of a pipeline.

use std::io::{ErrorKind, IsTerminal, stdout};

use anyhow::Result;
use messages::Alert;
use runtime::{
    bus::{StreamQuery, check_durable_name},
    clock,
    settings::{ConnectionArgs, Problems},
    topology::ALERTS,
};
use time::OffsetDateTime;

use super::show;
use crate::{
    command::{Outcome, connect},
    results::Source,
};

/// Print the alerts of a pipeline: those that are stored, and then each as it comes
///
/// It goes on when the server restarts: it prints nothing twice and leaves nothing out.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Names of rules; the alerts of all rules if none is given
    #[arg(value_name = "RULE")]
    rules: Vec<String>,
    /// End with the last stored alert
    #[arg(long)]
    stored: bool,
    /// Print JSON Lines, as on the bus; what is not a terminal gets them anyway
    #[arg(long)]
    json: bool,
    /// Keep the place under this name on the server: print only what earlier runs with the same name did not print
    #[arg(long, value_name = "NAME", value_parser = check_durable_name)]
    durable: Option<String>,
    /// Only alerts stored since then: `2h`, `3d`, or a moment such as `2026-11-24T08:00:00Z`; with `--durable`, only
    /// for a new name
    #[arg(long, value_name = "TIME", value_parser = clock::moment)]
    since: Option<OffsetDateTime>,
    #[command(flatten)]
    connection: ConnectionArgs,
}

pub(super) async fn run(args: &Args) -> Result<Outcome> {
    let bus = connect(&args.connection, Problems::default()).await?;
    // It names the option of setup if the stream is missing.
    bus.alerts().await?;
    let query = StreamQuery { since: args.since, ..StreamQuery::all(ALERTS) };
    let mut source = Source::open(&bus, &query, !args.stored, args.durable.clone()).await?;
    let wanted: Vec<String> = args.rules.iter().map(|rule| bus.topology().subjects().alerts(rule)).collect();
    let is_json = args.json || !stdout().is_terminal();
    while let Some(event) = source.next(usize::MAX).await? {
        if !wanted.is_empty() && !wanted.contains(&event.subject) {
            source.written().await;
            continue;
        }
        match serde_json::from_slice::<Alert>(&event.payload) {
            Ok(alert) => match show::print(&alert, is_json) {
                // A reader such as `head` has closed the pipe, because it needs no more.
                Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(Outcome::Done),
                printed => printed?,
            },
            Err(_) => anstream::eprintln!("error: number {} of the stream is no alert", event.sequence),
        }
        source.written().await;
    }
    source.close().await?;
    Ok(Outcome::Done)
}
