//! The worker that summarizes every article.

use std::process::ExitCode;

use clap::Parser;
use runtime::{
    settings::{Problems, ProcessEnvironment, Setting, WorkerArgs},
    worker::{Command, Failure, exit_code},
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
    /// Length of the summary: `3`, `sentences:3`, `words:60` or `ratio:0.2` [env: WIREDESK_SUMMARY] [default: 3]
    #[arg(long, value_name = "BUDGET")]
    summary: Option<String>,
    #[command(flatten)]
    worker: WorkerArgs,
}

fn main() -> ExitCode {
    exit_code(run(&Args::parse()))
}

fn run(args: &Args) -> Result<(), Failure> {
    let mut problems = Problems::default();
    let budget = Setting::new("--summary", "WIREDESK_SUMMARY", args.summary.as_deref()).parse(
        &ProcessEnvironment,
        Budget::default(),
        &mut problems,
    );
    args.worker.start(problems)?.run(Summarizer::new(budget), args.command)
}
