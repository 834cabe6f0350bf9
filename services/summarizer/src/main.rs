//! The worker that summarizes every article.

#[cfg(feature = "abstractive")]
mod endpoint;

use std::process::ExitCode;

use clap::Parser;
use runtime::{
    settings::{Problems, ProcessEnvironment, Setting, WorkerArgs},
    supervisor::supervise,
    worker::{Command, Failure},
};
use summarizer::{Budget, Summarizer};

/// Summarizes news articles: takes `tagged` events from NATS, publishes `summarized` events.
///
/// Run `wiredesk setup` once before the first worker. Start as many workers as you like; they share the work.
#[derive(Parser)]
#[command(version)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    /// Length of the summary: `3`, `sentences:3`, `words:60`, `characters:400` or `ratio:0.2` [env: WIREDESK_SUMMARY] [default: 3]
    #[arg(long, value_name = "BUDGET")]
    summary: Option<String>,
    #[cfg(feature = "abstractive")]
    #[command(flatten)]
    abstracts: endpoint::AbstractArgs,
    #[command(flatten)]
    worker: WorkerArgs,
}

fn main() -> ExitCode {
    let args = Args::parse();
    supervise(&args.worker, args.command, || run(&args))
}

fn run(args: &Args) -> Result<(), Failure> {
    let mut problems = Problems::default();
    let budget = Setting::new("--summary", "WIREDESK_SUMMARY", args.summary.as_deref()).parse(
        &ProcessEnvironment,
        Budget::default(),
        &mut problems,
    );
    let summarizer = Summarizer::new(budget);
    #[cfg(feature = "abstractive")]
    if let Some(endpoint) = args.abstracts.endpoint(&ProcessEnvironment, &mut problems) {
        let stage = summarizer::abstractive::AbstractiveSummarizer::new(summarizer, endpoint);
        return args.worker.start(problems)?.run(stage, args.command);
    }
    args.worker.start(problems)?.run(summarizer, args.command)
}
