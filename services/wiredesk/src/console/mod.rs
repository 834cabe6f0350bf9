//! `wiredesk console`, and the client of a console for commands that ask its index instead of reading the streams.

mod client;

use std::process::ExitCode;

use ::console::{Command, settings::ConsoleArgs};

pub(crate) use client::{Client, ClientArgs};

const EXAMPLES: &str = "\
Examples:
  wiredesk console                                          # http://localhost:8080, this machine only
  wiredesk console --listen 0.0.0.0:8080 --tokens tokens.txt
  wiredesk console --keep 500000 --memory 2048
  wiredesk console health                                   # exit status 0 if it answers, else 1

A file of tokens has a role and a token on each line:
  reader     5tBO0vYdRqYFkQyAkjVw
  operator   c2VjcmV0LXRva2VuLW9mLWFubg";

/// Serve a web page and an HTTP API: articles, the flow of the pipeline, dead letters.
///
/// The console reads the streams and keeps an index of the newest articles in memory. It stores nothing itself,
/// and you can start several. /api/openapi.json describes the API.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    console: ConsoleArgs,
}

impl Args {
    /// Serves until the process is asked to stop, or checks a console. Returns the exit status of the process.
    pub(crate) fn run(&self) -> ExitCode {
        ::console::run(&self.console, self.command)
    }
}
