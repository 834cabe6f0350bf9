//! The worker that detects the language of every article received.

use std::process::ExitCode;

use clap::Parser;
use language_detector::DetectorArgs;
use runtime::{
    settings::{Problems, ProcessEnvironment, WorkerArgs},
    supervisor::supervise,
    worker::Command,
};

/// Detects the language of news articles: reads `received` events from NATS, publishes `detected` events.
///
/// Run `wiredesk setup` once before the first worker. You can start several workers; they share the articles.
#[derive(Parser)]
#[command(version, max_term_width = 110)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    detector: DetectorArgs,
    #[command(flatten)]
    worker: WorkerArgs,
}

fn main() -> ExitCode {
    let args = Args::parse();
    supervise(&args.worker, args.command, || {
        let mut problems = Problems::default();
        let detector = args.detector.stage(&ProcessEnvironment, &mut problems);
        args.worker.start(problems)?.run(detector, args.command)
    })
}
