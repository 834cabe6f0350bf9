//! The worker that tags the names, dates and amounts of every article.

use std::process::ExitCode;

use clap::Parser;
use entity_tagger::EntityTagger;
use runtime::{
    settings::{Problems, WorkerArgs},
    worker::{Command, Failure, exit_code},
};

/// Tags names, dates and amounts in news articles: takes `segmented` events from NATS, publishes `tagged` events.
///
/// Run `wiredesk setup` once before the first worker. Start as many workers as you like; they share the work.
#[derive(Parser)]
#[command(version)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    worker: WorkerArgs,
}

fn main() -> ExitCode {
    exit_code(run(&Args::parse()))
}

fn run(args: &Args) -> Result<(), Failure> {
    let settings = args.worker.start(Problems::default())?;
    settings.run(EntityTagger::new(), args.command)
}
