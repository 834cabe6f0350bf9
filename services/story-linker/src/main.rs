//! The worker that links finished articles to stories. `wiredesk story-linker` is the same.

use std::process::ExitCode;

use clap::Parser;
use runtime::worker::Command;
use story_linker::LinkerArgs;

/// Groups finished articles into stories: reads `summarized` events from NATS, publishes `linked` events.
///
/// Run `wiredesk setup --stories` once before. Of several instances one works, and the others wait to take over.
#[derive(Parser)]
#[command(version, max_term_width = 110)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    linker: LinkerArgs,
}

fn main() -> ExitCode {
    let args = Args::parse();
    story_linker::run(&args.linker, args.command)
}
