//! The worker that splits every article into blocks and sentences.

use std::process::ExitCode;

use clap::Parser;
use runtime::{
    settings::{Problems, ProcessEnvironment, WorkerArgs},
    supervisor::supervise,
    worker::Command,
};
use segmenter::SegmenterArgs;

/// Splits news articles into blocks and sentences: reads `detected` events from NATS, publishes `segmented`
/// events.
///
/// Run `wiredesk setup` once before the first worker. You can start several workers; they share the articles.
#[derive(Parser)]
#[command(version, max_term_width = 110)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    segmenter: SegmenterArgs,
    #[command(flatten)]
    worker: WorkerArgs,
}

fn main() -> ExitCode {
    let args = Args::parse();
    supervise(&args.worker, args.command, || {
        let mut problems = Problems::default();
        let segmenter = args.segmenter.stage(&ProcessEnvironment, &mut problems);
        args.worker.start(problems)?.run(segmenter, args.command)
    })
}
