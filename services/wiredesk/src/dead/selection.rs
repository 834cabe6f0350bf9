//! The flags that select dead letters.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use clap::builder::PossibleValuesParser;
use messages::{
    StageName,
    subjects::{ALERT, SINK},
};
use runtime::{
    bus::{Bus, DeadFilter, DeadLetter},
    clock,
};
use time::OffsetDateTime;

/// The flags that select dead letters by what they have in common.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct FilterArgs {
    /// Only dead letters from this stage, or from sinks
    #[arg(long, value_name = "STAGE", value_parser = maker())]
    stage: Option<String>,
    /// Only dead letters with this reason, such as `panicked`
    #[arg(long, value_name = "REASON")]
    reason: Option<String>,
    /// Only dead letters since then: `2h`, `3d`, or a moment such as `2026-11-24T08:00:00Z`
    #[arg(long, value_name = "TIME", value_parser = clock::moment)]
    since: Option<OffsetDateTime>,
}

/// The flags that select dead letters by number, by article, or by what they have in common.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Selection {
    /// Numbers of dead letters as shown by `dead list`, or ids of articles
    #[arg(value_name = "ID", required_unless_present_any = ["all", "stage", "reason", "since"])]
    ids: Vec<String>,
    /// All dead letters
    #[arg(long, conflicts_with = "ids")]
    all: bool,
    #[command(flatten)]
    filter: FilterArgs,
}

impl FilterArgs {
    /// Returns the filter for the bus.
    pub(super) fn filter(&self) -> DeadFilter {
        DeadFilter { stage: self.stage.clone(), reason: self.reason.clone(), since: self.since }
    }
}

impl Selection {
    /// Returns the selected dead letters, oldest first.
    ///
    /// # Errors
    ///
    /// Fails if there is no dead letter for one of the given ids.
    pub(super) async fn letters(&self, bus: &Bus) -> Result<Vec<DeadLetter>> {
        let mut letters = bus.dead_letters(&self.filter.filter()).await?;
        if self.ids.is_empty() {
            return Ok(letters);
        }
        let missing: BTreeSet<&str> =
            self.ids.iter().map(String::as_str).filter(|id| !letters.iter().any(|it| is(it, id))).collect();
        if !missing.is_empty() {
            bail!(
                "no dead letter has this number or article id: {}. `wiredesk dead list` shows all",
                missing.into_iter().collect::<Vec<_>>().join(", ")
            );
        }
        letters.retain(|letter| self.ids.iter().any(|id| is(letter, id)));
        Ok(letters)
    }
}

/// Returns a parser of what makes dead letters: a stage, the sinks, or the alerter.
fn maker() -> PossibleValuesParser {
    PossibleValuesParser::new(
        StageName::ALL.into_iter().chain([StageName::Link]).map(StageName::as_str).chain([SINK, ALERT]),
    )
}

/// Reports whether `id` is the number of the dead letter or the id of its article.
pub(super) fn is(letter: &DeadLetter, id: &str) -> bool {
    id.parse() == Ok(letter.sequence) || letter.article.as_deref() == Some(id)
}
