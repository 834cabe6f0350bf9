//! The command line: what there is, and how each command ends.

use std::{ffi::OsString, path::Path, process::ExitCode};

use anyhow::Result;
use clap::{CommandFactory, FromArgMatches as _, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use messages::StageName;
use runtime::{
    bus::{Bus, Patience},
    settings::{ConnectionArgs, Problems, ProcessEnvironment},
};

use crate::{annotate, dead, doctor, publish, reprocess, results, schema, setup, status, trace, worker};

/// Exit status for settings and arguments that cannot work.
const USAGE: u8 = 2;

/// News articles in; language, structure, entities and summary out.
///
/// `annotate` needs nothing but this program. The other commands talk to a pipeline of workers on
/// NATS JetStream: `setup` prepares it, `worker` is part of it, `publish` feeds it, `results` and `status` show
/// what comes of it.
#[derive(Debug, Parser)]
#[command(name = "wiredesk", version, max_term_width = 110)]
pub(crate) struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Annotate(annotate::Args),
    Setup(setup::Args),
    Publish(publish::Args),
    Results(results::Args),
    Status(status::Args),
    Doctor(doctor::Args),
    Dead(dead::Args),
    Trace(trace::Args),
    Reprocess(reprocess::Args),
    Worker(Box<worker::Args>),
    Schema(schema::Args),
    /// Print a completion script for your shell
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// A stage, as `--through` and `--stage` name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StageArg {
    Detect,
    Segment,
    Tag,
    Summarize,
}

impl StageArg {
    /// The stage meant.
    pub(crate) fn name(self) -> StageName {
        match self {
            Self::Detect => StageName::Detect,
            Self::Segment => StageName::Segment,
            Self::Tag => StageName::Tag,
            Self::Summarize => StageName::Summarize,
        }
    }
}

/// How a command that ran to its end fared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything worked.
    Done,
    /// Some articles failed; each was reported.
    SomeFailed,
}

impl Cli {
    /// The command line of this process.
    ///
    /// Called by the name of a worker, the program is that worker: an image needs it once, under five names.
    pub(crate) fn of_process() -> Self {
        let arguments: Vec<OsString> = std::env::args_os().collect();
        let matches = command(called_as(&arguments)).get_matches_from(as_worker(arguments));
        Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
    }

    /// Runs the command and tells how it ended: 0 done, 1 something failed, 2 usage.
    pub(crate) fn run(self) -> ExitCode {
        match self.command {
            Command::Annotate(args) => exit_code(annotate::run(&args)),
            Command::Setup(args) => exit_code(block_on(setup::run(&args))),
            Command::Publish(args) => exit_code(block_on(publish::run(&args))),
            Command::Results(args) => exit_code(block_on(results::run(&args))),
            Command::Status(args) => exit_code(block_on(status::run(&args))),
            Command::Doctor(args) => exit_code(block_on(doctor::run(&args))),
            Command::Dead(args) => exit_code(block_on(dead::run(&args))),
            Command::Trace(args) => exit_code(block_on(trace::run(&args))),
            Command::Reprocess(args) => exit_code(block_on(reprocess::run(&args))),
            Command::Worker(args) => worker::run(&args),
            Command::Schema(args) => exit_code(schema::run(&args)),
            Command::Completions { shell } => {
                clap_complete::generate(shell, &mut Cli::command(), "wiredesk", &mut std::io::stdout());
                ExitCode::SUCCESS
            }
        }
    }
}

/// All commands; a program called by the name of a worker tells its version under that name.
fn command(stage: Option<StageName>) -> clap::Command {
    let command = Cli::command();
    let Some(stage) = stage else { return command };
    let version =
        |worker: clap::Command| worker.display_name(stage.worker()).version(env!("CARGO_PKG_VERSION"));
    command.mut_subcommand("worker", version)
}

/// The stage whose worker the program is called by the name of.
fn called_as(arguments: &[OsString]) -> Option<StageName> {
    let called = arguments.first().and_then(|program| Path::new(program).file_stem()?.to_str());
    StageName::ALL.into_iter().find(|stage| called == Some(stage.worker()))
}

/// `segmenter --threads 2` as `wiredesk worker --stages segment --threads 2`; anything else as it is.
fn as_worker(arguments: Vec<OsString>) -> Vec<OsString> {
    let Some(stage) = called_as(&arguments) else { return arguments };
    let worker = ["wiredesk", "worker", "--stages", stage.as_str()].map(OsString::from);
    worker.into_iter().chain(arguments.into_iter().skip(1)).collect()
}

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

/// Connects as flags and environment say; a person is waiting, so it tries once.
pub(crate) async fn connect(connection: &ConnectionArgs) -> Result<Bus> {
    let mut problems = Problems::default();
    let settings = connection.resolve(&ProcessEnvironment, &mut problems);
    let settings = problems.or(settings)?;
    Ok(Bus::connect(&settings, "wiredesk", Patience::Once).await?)
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
    fn under_the_name_of_a_worker_it_is_that_worker() {
        check(&["/bin/segmenter", "health"], &["wiredesk", "worker", "--stages", "segment", "health"]);
        check(&["entity-tagger"], &["wiredesk", "worker", "--stages", "tag"]);
    }

    #[test]
    fn under_the_name_of_a_worker_it_tells_its_version() {
        let arguments: Vec<OsString> = ["/bin/segmenter", "--version"].map(OsString::from).into();
        let answer = command(called_as(&arguments)).try_get_matches_from(as_worker(arguments)).unwrap_err();
        assert_eq!(answer.to_string(), concat!("segmenter ", env!("CARGO_PKG_VERSION"), "\n"));
    }

    #[test]
    fn under_any_other_name_it_is_the_tool() {
        check(&["/bin/wiredesk", "status"], &["/bin/wiredesk", "status"]);
        check(&[], &[]);
    }
}
