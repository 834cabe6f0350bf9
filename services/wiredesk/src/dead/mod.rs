//! `wiredesk dead`: lists, shows, repairs, replays and drops dead letters.

mod edit;
mod list;
mod replay;
mod selection;
mod show;

use anyhow::Result;
use clap::Subcommand;

use crate::command::Outcome;

const EXAMPLES: &str = "\
Examples:
  wiredesk dead list --since 2h
  wiredesk dead show 17
  wiredesk dead replay 17 --edit
  wiredesk dead replay --reason timed_out --rate 50 --dry-run";

/// List, show, repair and replay dead letters, or drop them.
///
/// A dead letter is an article that a stage could not process. It is kept byte for byte, with the reason.
/// Only `drop` removes dead letters: `replay` marks them, and does not replay them a second time.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    List(list::Args),
    Show(show::Args),
    Replay(replay::Args),
    Drop(replay::DropArgs),
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    match &args.command {
        Command::List(args) => list::run(args).await,
        Command::Show(args) => show::run(args).await,
        Command::Replay(args) => replay::run(args).await,
        Command::Drop(args) => replay::run_drop(args).await,
    }
}
