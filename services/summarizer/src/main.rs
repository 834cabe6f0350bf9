//! The worker that summarizes every article.

use std::process::ExitCode;

use clap::Parser;
use runtime::{
    settings::{Problems, ProcessEnvironment, WorkerArgs},
    supervisor::supervise,
    worker::Command,
};
use summarizer::SummarizerArgs;

/// Summarizes news articles: reads `tagged` events from NATS, publishes `summarized` events.
///
/// Run `wiredesk setup` once before the first worker. You can start several workers; they share the articles.
#[derive(Parser)]
#[command(version, max_term_width = 110)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    summarizer: SummarizerArgs,
    #[command(flatten)]
    worker: WorkerArgs,
}

fn main() -> ExitCode {
    let args = Args::parse();
    supervise(&args.worker, args.command, || {
        let mut problems = Problems::default();
        let summarizer = args.summarizer.stage(&ProcessEnvironment, &mut problems);
        args.worker.start(problems)?.run(summarizer, args.command)
    })
}
