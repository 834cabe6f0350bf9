//! The command line: what there is, and how each command ends.

use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use messages::StageName;
use runtime::{
    bus::{Bus, Patience},
    settings::{ConnectionArgs, Problems, ProcessEnvironment},
};

use crate::{annotate, publish, results, schema, setup, status};

/// Exit status for settings and arguments that cannot work.
const USAGE: u8 = 2;

/// News articles in; language, structure, entities and summary out.
///
/// `annotate` needs nothing but this program. The other commands talk to a pipeline of workers on
/// NATS JetStream: `setup` prepares it, `publish` feeds it, `results` and `status` show what comes of it.
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
    /// Runs the command and tells how it ended: 0 done, 1 something failed, 2 usage.
    pub(crate) fn run(self) -> ExitCode {
        match self.command.run() {
            Ok(Outcome::Done) => ExitCode::SUCCESS,
            Ok(Outcome::SomeFailed) => ExitCode::FAILURE,
            Err(error) => {
                anstream::eprintln!("error: {error:#}");
                ExitCode::from(if error.is::<Problems>() { USAGE } else { 1 })
            }
        }
    }
}

impl Command {
    fn run(self) -> Result<Outcome> {
        match self {
            Self::Annotate(args) => annotate::run(&args),
            Self::Setup(args) => block_on(setup::run(&args)),
            Self::Publish(args) => block_on(publish::run(&args)),
            Self::Results(args) => block_on(results::run(&args)),
            Self::Status(args) => block_on(status::run(&args)),
            Self::Schema(args) => schema::run(&args),
            Self::Completions { shell } => {
                clap_complete::generate(shell, &mut Cli::command(), "wiredesk", &mut std::io::stdout());
                Ok(Outcome::Done)
            }
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
