//! The worker that tags the names, dates and amounts of every article.

use std::process::ExitCode;

use clap::Parser;
use entity_tagger::TaggerArgs;
use runtime::{
    settings::{Problems, ProcessEnvironment, WorkerArgs},
    supervisor::supervise,
    worker::Command,
};

/// Tags names, dates and amounts in news articles: reads `segmented` events from NATS, publishes `tagged`
/// events.
///
/// Run `wiredesk setup` once before the first worker. You can start several workers; they share the articles.
#[derive(Parser)]
#[command(version, max_term_width = 110)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    tagger: TaggerArgs,
    #[command(flatten)]
    worker: WorkerArgs,
}

fn main() -> ExitCode {
    let args = Args::parse();
    supervise(&args.worker, args.command, || {
        let mut problems = Problems::default();
        let tagger = args.tagger.stage(&ProcessEnvironment, &mut problems);
        args.worker.start(problems)?.run(tagger, args.command)
    })
}
