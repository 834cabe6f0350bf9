//! The worker that tags the names, dates and amounts of every article.

use std::process::ExitCode;

use clap::Parser;
use entity_tagger::TierArgs;
use runtime::{
    settings::{Problems, ProcessEnvironment, WorkerArgs},
    supervisor::supervise,
    worker::{Command, Failure},
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
    tier: TierArgs,
    #[command(flatten)]
    worker: WorkerArgs,
}

fn main() -> ExitCode {
    let args = Args::parse();
    supervise(&args.worker, args.command, || run(&args))
}

fn run(args: &Args) -> Result<(), Failure> {
    let mut problems = Problems::default();
    let tagger = args.tier.tagger(&ProcessEnvironment, &mut problems);
    let settings = args.worker.start(problems)?;
    settings.run(tagger, args.command)
}
