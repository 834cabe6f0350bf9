//! The worker that detects the language of every article received.

use std::process::ExitCode;

use clap::Parser;
use language_detector::LanguageDetector;
use runtime::{
    settings::{Problems, WorkerArgs},
    worker::{Command, Failure, exit_code},
};

/// Detects the language of news articles: takes `received` events from NATS, publishes `detected` events.
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
    settings.run(LanguageDetector::new(), args.command)
}
