//! The console as a program of its own. `wiredesk console` is the same.

use std::process::ExitCode;

use clap::Parser;
use wiredesk_console::{Command, settings::ConsoleArgs};

/// Serves a web page and an HTTP API for articles, the flow of a pipeline, and dead letters.
#[derive(Parser)]
#[command(version, max_term_width = 110)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    console: ConsoleArgs,
}

fn main() -> ExitCode {
    let args = Args::parse();
    wiredesk_console::run(&args.console, args.command)
}
