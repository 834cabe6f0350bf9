//! The command line: all commands, and their exit status.

use std::{ffi::OsString, path::Path, process::ExitCode};

use anyhow::Result;
use clap::{CommandFactory, FromArgMatches as _, Parser, Subcommand};
use clap_complete::Shell;
use messages::StageName;
use runtime::settings::Problems;

use crate::{
    alerts, annotate, command::Outcome, console, dead, doctor, feeds, publish, reprocess, results, schema,
    setup, sink, status, story_linker, trace, worker,
};

/// The exit status for invalid settings and arguments.
const USAGE: u8 = 2;

const EXAMPLES: &str = "\
Start here:
  wiredesk annotate story.txt     # no server needed

A pipeline on NATS JetStream (nats-server --jetstream):
  wiredesk setup                  # once
  wiredesk worker &               # all four stages
  wiredesk publish story.txt
  wiredesk results
  wiredesk console &              # a web page, at http://localhost:8080";

/// Annotate news articles: language, structure, entities and summary.
///
/// `annotate` needs nothing but this program. The other commands work with a pipeline on NATS JetStream:
/// `setup` creates its streams, `worker` processes articles, `publish` sends articles in, `feeds` those of news
/// feeds, `results` reads them, `sink` writes them to files, webhooks or a database, `story-linker` groups them into
/// stories, and `alerts` tells which match saved searches. `status`, `doctor`, `trace`,
/// `dead` and `reprocess` are for operating it, and `console` shows it all in a browser.
#[derive(Debug, Parser)]
#[command(name = "wiredesk", version, max_term_width = 110, after_help = EXAMPLES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Annotate(Box<annotate::Args>),
    Setup(setup::Args),
    Publish(publish::Args),
    Feeds(Box<feeds::Args>),
    Results(results::Args),
    Sink(Box<sink::Args>),
    Alerts(alerts::Args),
    Status(status::Args),
    Doctor(doctor::Args),
    Dead(dead::Args),
    Trace(trace::Args),
    Reprocess(reprocess::Args),
    Worker(Box<worker::Args>),
    StoryLinker(Box<story_linker::Args>),
    Console(Box<console::Args>),
    Schema(schema::Args),
    /// Print a completion script for your shell
    ///
    /// Example: wiredesk completions bash > ~/.local/share/bash-completion/completions/wiredesk
    Completions {
        /// The shell that the script is for
        shell: Shell,
    },
}

impl Cli {
    /// Parses the command line of this process.
    ///
    /// If the program is called by the name of a worker, it is that worker. So an image needs the program
    /// only once, with links to it under the names of the workers.
    pub(crate) fn of_process() -> Self {
        let arguments: Vec<OsString> = std::env::args_os().collect();
        let matches = command(called_as(&arguments)).get_matches_from(as_worker(arguments));
        Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
    }

    /// Runs the command. Returns exit status 0 if all went well, 1 if something failed, 2 for invalid
    /// settings.
    pub(crate) fn run(self) -> ExitCode {
        match self.command {
            Command::Annotate(args) => exit_code(annotate::run(&args)),
            Command::Setup(args) => exit_code(block_on(setup::run(&args))),
            Command::Publish(args) => exit_code(block_on(publish::run(&args))),
            Command::Feeds(args) => exit_code(block_on(feeds::run(&args))),
            Command::Results(args) => exit_code(block_on(results::run(&args))),
            Command::Sink(args) => args.run(),
            Command::Alerts(args) => match args.process() {
                Some(args) => ::alerter::run(args),
                None => exit_code(block_on(alerts::run(&args))),
            },
            Command::Status(args) => exit_code(block_on(status::run(&args))),
            Command::Doctor(args) => exit_code(block_on(doctor::run(&args))),
            Command::Dead(args) => exit_code(block_on(dead::run(&args))),
            Command::Trace(args) => exit_code(block_on(trace::run(&args))),
            Command::Reprocess(args) => exit_code(block_on(reprocess::run(&args))),
            Command::Worker(args) => worker::run(&args),
            Command::StoryLinker(args) => args.run(),
            Command::Console(args) => args.run(),
            Command::Schema(args) => exit_code(schema::run(&args)),
            Command::Completions { shell } => {
                clap_complete::generate(shell, &mut Cli::command(), "wiredesk", &mut std::io::stdout());
                ExitCode::SUCCESS
            }
        }
    }
}

/// Returns all commands. A program called by the name of a worker prints its version under that name.
fn command(stage: Option<StageName>) -> clap::Command {
    let command = Cli::command();
    let Some(stage) = stage else { return command };
    let version =
        |worker: clap::Command| worker.display_name(stage.worker()).version(env!("CARGO_PKG_VERSION"));
    command.mut_subcommand(if stage == StageName::Link { stage.worker() } else { "worker" }, version)
}

/// Returns the stage whose worker has the name by which the program is called.
fn called_as(arguments: &[OsString]) -> Option<StageName> {
    let called = arguments.first().and_then(|program| Path::new(program).file_stem()?.to_str());
    StageName::ALL.into_iter().chain([StageName::Link]).find(|stage| called == Some(stage.worker()))
}

/// Rewrites `segmenter --threads 2` to `wiredesk worker --stages segment --threads 2`, and keeps anything
/// else.
fn as_worker(arguments: Vec<OsString>) -> Vec<OsString> {
    let Some(stage) = called_as(&arguments) else { return arguments };
    let worker: &[&str] = match stage {
        StageName::Link => &["wiredesk", stage.worker()],
        _ => &["wiredesk", "worker", "--stages", stage.as_str()],
    };
    worker.iter().map(OsString::from).chain(arguments.into_iter().skip(1)).collect()
}

/// Returns the exit status for `outcome`. Prints its error on standard error.
fn exit_code(outcome: Result<Outcome>) -> ExitCode {
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed) => ExitCode::FAILURE,
        Err(error) => {
            anstream::eprintln!("error: {error:#}");
            ExitCode::from(if error.is::<Problems>() { USAGE } else { 1 })
        }
    }
}

fn block_on(work: impl Future<Output = Result<Outcome>>) -> Result<Outcome> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arguments: &[&str], expected: &[&str]) {
        let given = arguments.iter().map(OsString::from).collect();
        assert_eq!(as_worker(given), expected.iter().map(OsString::from).collect::<Vec<_>>());
    }

    #[test]
    fn the_declarations_of_the_commands_are_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn called_by_the_name_of_a_worker_it_is_that_worker() {
        check(&["/bin/segmenter", "health"], &["wiredesk", "worker", "--stages", "segment", "health"]);
        check(&["entity-tagger"], &["wiredesk", "worker", "--stages", "tag"]);
        check(&["story-linker", "--window", "1d"], &["wiredesk", "story-linker", "--window", "1d"]);
    }

    #[test]
    fn called_by_the_name_of_a_worker_it_prints_its_version_under_that_name() {
        let arguments: Vec<OsString> = ["/bin/segmenter", "--version"].map(OsString::from).into();
        let answer = command(called_as(&arguments)).try_get_matches_from(as_worker(arguments)).unwrap_err();
        assert_eq!(answer.to_string(), concat!("segmenter ", env!("CARGO_PKG_VERSION"), "\n"));
    }

    #[test]
    fn called_by_any_other_name_it_is_the_tool() {
        check(&["/bin/wiredesk", "status"], &["/bin/wiredesk", "status"]);
        check(&[], &[]);
    }
}
