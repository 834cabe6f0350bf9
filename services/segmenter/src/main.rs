//! The worker that finds the parts and sentences of every article.

use std::process::ExitCode;

use clap::Parser;
use runtime::{
    settings::{Problems, ProcessEnvironment, Setting, WorkerArgs},
    supervisor::supervise,
    worker::{Command, Failure},
};
use segmenter::Segmenter;

/// Segments news articles: takes `detected` events from NATS, publishes `segmented` events.
///
/// Run `wiredesk setup` once before the first worker. Start as many workers as you like; they share the work.
#[derive(Parser)]
#[command(version)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    /// Publish tokens, too [env: WIREDESK_TOKENS=true]
    #[arg(long)]
    tokens: bool,
    #[command(flatten)]
    worker: WorkerArgs,
}

fn main() -> ExitCode {
    let args = Args::parse();
    supervise(&args.worker, args.command, || run(&args))
}

fn run(args: &Args) -> Result<(), Failure> {
    let mut problems = Problems::default();
    let tokens = Setting::new("--tokens", "WIREDESK_TOKENS", args.tokens.then_some("true")).parse(
        &ProcessEnvironment,
        false,
        &mut problems,
    );
    args.worker.start(problems)?.run(Segmenter::with_tokens(tokens), args.command)
}
