//! `wiredesk dead`: look at what was set aside, repair it, replay it, drop it.

mod edit;
mod list;
mod replay;
mod show;

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use clap::Subcommand;
use runtime::{
    bus::{Bus, DeadFilter, DeadLetter},
    clock,
    settings::ConnectionArgs,
};
use time::OffsetDateTime;

use crate::cli::{Outcome, StageArg};

/// Look at dead letters, repair and replay them, or drop them.
///
/// A dead letter is an article that some stage could not process, kept byte for byte with its story. Looking at
/// one never removes it, and nor does replaying: a replayed one is marked, and a second replay does nothing.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    List(list::Args),
    Show(show::Args),
    Replay(replay::Args),
    Drop(replay::DropArgs),
}

/// Which dead letters, by what they have in common.
#[derive(Debug, Clone, clap::Args)]
struct FilterArgs {
    /// Those that this stage set aside
    #[arg(long, value_name = "STAGE")]
    stage: Option<StageArg>,
    /// Those set aside for this reason, such as `panicked`
    #[arg(long, value_name = "REASON")]
    reason: Option<String>,
    /// Those set aside since then: `2h`, `3d`, or a moment such as `2026-11-24T08:00:00Z`
    #[arg(long, value_name = "TIME", value_parser = moment)]
    since: Option<OffsetDateTime>,
}

/// Dead letters by name or by what they have in common.
#[derive(Debug, Clone, clap::Args)]
struct Selection {
    /// Numbers of dead letters as `dead list` shows them, or ids of articles
    #[arg(value_name = "ID", required_unless_present_any = ["all", "stage", "reason", "since"])]
    ids: Vec<String>,
    /// All of them
    #[arg(long, conflicts_with = "ids")]
    all: bool,
    #[command(flatten)]
    filter: FilterArgs,
}

pub(crate) async fn run(args: &Args) -> Result<Outcome> {
    match &args.command {
        Command::List(args) => list::run(args).await,
        Command::Show(args) => show::run(args).await,
        Command::Replay(args) => replay::run(args).await,
        Command::Drop(args) => replay::run_drop(args).await,
    }
}

impl FilterArgs {
    fn filter(&self) -> DeadFilter {
        DeadFilter {
            stage: self.stage.map(|stage| stage.name().to_string()),
            reason: self.reason.clone(),
            since: self.since,
        }
    }
}

impl Selection {
    /// The dead letters meant, oldest first.
    async fn letters(&self, bus: &Bus) -> Result<Vec<DeadLetter>> {
        let mut letters = bus.dead_letters(&self.filter.filter()).await?;
        if self.ids.is_empty() {
            return Ok(letters);
        }
        let missing: BTreeSet<&str> =
            self.ids.iter().map(String::as_str).filter(|id| !letters.iter().any(|it| is(it, id))).collect();
        if !missing.is_empty() {
            bail!("no such dead letter: {}", missing.into_iter().collect::<Vec<_>>().join(", "));
        }
        letters.retain(|letter| self.ids.iter().any(|id| is(letter, id)));
        Ok(letters)
    }
}

/// Whether `id` names the dead letter: by its number, or by its article.
fn is(letter: &DeadLetter, id: &str) -> bool {
    id.parse() == Ok(letter.sequence) || letter.article.as_deref() == Some(id)
}

/// Reads a moment, or how long ago it was.
pub(crate) fn moment(text: &str) -> Result<OffsetDateTime, String> {
    clock::moment(text).ok_or_else(|| {
        format!("`{text}` is no time: use `2h`, `3d` or a moment such as `2026-11-24T08:00:00Z`")
    })
}

/// The settings that every one of these commands has.
type Connection = ConnectionArgs;
