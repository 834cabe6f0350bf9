//! The worker that detects the language of every article received.

use std::process::ExitCode;

use clap::Parser;
use language_detector::{LanguageChoice, LanguageDetector};
use runtime::{
    settings::{Problems, ProcessEnvironment, Setting, WorkerArgs},
    supervisor::supervise,
    worker::{Command, Failure},
};

/// Detects the language of news articles: takes `received` events from NATS, publishes `detected` events.
///
/// Run `wiredesk setup` once before the first worker. Start as many workers as you like; they share the work.
#[derive(Parser)]
#[command(version)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    /// Languages that may be named: `all`, `only:en,de` or `not:nn,gl` [env: WIREDESK_LANGUAGES] [default: all]
    #[arg(long, value_name = "CHOICE")]
    languages: Option<String>,
    #[command(flatten)]
    worker: WorkerArgs,
}

fn main() -> ExitCode {
    let args = Args::parse();
    supervise(&args.worker, args.command, || run(&args))
}

fn run(args: &Args) -> Result<(), Failure> {
    let mut problems = Problems::default();
    let choice = Setting::new("--languages", "WIREDESK_LANGUAGES", args.languages.as_deref()).parse(
        &ProcessEnvironment,
        LanguageChoice::default(),
        &mut problems,
    );
    args.worker.start(problems)?.run(LanguageDetector::new().choosing(choice), args.command)
}
