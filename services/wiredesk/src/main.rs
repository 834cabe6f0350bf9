//! `wiredesk`: annotates articles without a broker; sets up, feeds, reads and watches a pipeline on NATS.

mod alerts;
mod annotate;
mod arguments;
mod asyncapi;
mod chain;
mod cli;
mod command;
mod console;
mod dead;
mod doctor;
mod feeds;
mod inputs;
mod publish;
mod reprocess;
mod results;
mod schema;
mod setup;
mod sink;
mod stages;
mod status;
mod story_linker;
mod trace;
mod view;
mod worker;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::Cli::of_process().run()
}
