//! `wiredesk story-linker`: groups finished articles into stories.

use std::process::ExitCode;

use ::story_linker::LinkerArgs;
use runtime::worker::Command;

const EXAMPLES: &str = "\
Examples:
  wiredesk setup --stories                 # once
  wiredesk story-linker                    # and a second one in reserve, if you like
  wiredesk story-linker --window 36h --http 9090
  wiredesk story-linker health             # exit status 0 if it could run, else 1";

/// Group finished articles into stories, across languages: the fifth worker, which a pipeline may have or not.
///
/// It reads finished articles in the order of their stream, and publishes each with its story: the articles that report
/// the same event, and which of them has the same text. Of several instances one works, and the others wait to take over.
/// It keeps nothing on disk: after a restart it reads what it published.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(flatten)]
    linker: LinkerArgs,
    #[command(subcommand)]
    command: Option<Command>,
}

impl Args {
    /// Runs until the process is asked to stop. Returns the exit status of the process.
    pub(crate) fn run(&self) -> ExitCode {
        ::story_linker::run(&self.linker, self.command)
    }
}
