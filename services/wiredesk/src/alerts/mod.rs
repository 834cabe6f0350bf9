//! `wiredesk alerts`: saved searches, with and without a pipeline.

mod check;
mod show;
mod stories;
mod test;
mod watch;

use ::alerter::AlerterArgs;
use anyhow::Result;

use crate::command::Outcome;

const EXAMPLES: &str = "\
Examples:
  wiredesk alerts test rules.toml story.txt      # no server needed
  wiredesk setup --alerts                        # once
  wiredesk alerts run rules.toml
  wiredesk alerts watch

A rule:
  [[rule]]
  name = \"ministers\"
  query = '(minist* OR \"prime minister\") AND language:en AND NOT source:\"The Onion\"'

A rule that finds an event with at least five sources, once (with `run --stories`):
  [[rule]]
  name = \"large\"
  query = 'sources>=5'
  once = \"story\"";

/// Tell which articles match saved searches.
///
/// `run` reads the finished articles of a pipeline, and publishes an alert for each article and rule that match.
/// `watch` prints alerts. `test` shows what rules find in articles, without a server, and `check` whether rules can
/// be read.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Publish an alert for each article and rule that match, until it is stopped
    ///
    /// Each alert is stored once. An article is acknowledged only after its alerts are stored, so none is lost if the
    /// command or the server is killed. Changed rules take effect within a few seconds. If they cannot be read, the
    /// earlier ones stay in force.
    Run(Box<AlerterArgs>),
    Test(Box<test::Args>),
    Check(check::Args),
    Watch(Box<watch::Args>),
}

impl Args {
    /// Returns the flags of the process, if this is the command that runs until it is stopped.
    pub(crate) fn process(&self) -> Option<&AlerterArgs> {
        match &self.command {
            Command::Run(args) => Some(args),
            Command::Test(_) | Command::Check(_) | Command::Watch(_) => None,
        }
    }
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    match &args.command {
        Command::Test(args) => test::run(args),
        Command::Check(args) => check::run(args),
        Command::Watch(args) => watch::run(args).await,
        Command::Run(_) => Ok(Outcome::Done),
    }
}
