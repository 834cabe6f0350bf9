//! `wiredesk`: annotate articles without a broker; set up, feed, read and watch the pipeline with one.

mod annotate;
mod chain;
mod cli;
mod dead;
mod doctor;
mod inputs;
mod publish;
mod reprocess;
mod results;
mod schema;
mod setup;
mod status;
mod trace;
mod view;
mod worker;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::Cli::of_process().run()
}
