//! `wiredesk dead list`: prints one line per dead letter.

use std::fmt::Write;

use anyhow::Result;
use runtime::{
    bus::DeadLetter,
    settings::{ConnectionArgs, Problems},
};

use super::selection::FilterArgs;
use crate::command::{Outcome, connect, print_json};

const EXAMPLES: &str = "\
Examples:
  wiredesk dead list --since 2h
  wiredesk dead list --stage tag --reason panicked --json";

/// List dead letters, oldest first
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    #[command(flatten)]
    filter: FilterArgs,
    /// Print JSON, one object per dead letter
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    connection: ConnectionArgs,
}

pub(super) async fn run(args: &Args) -> Result<Outcome> {
    let bus = connect(&args.connection, Problems::default()).await?;
    let letters = bus.dead_letters(&args.filter.filter()).await?;
    if args.json {
        for letter in &letters {
            print_json(serde_json::to_string(letter)?)?;
        }
    } else {
        anstream::print!("{}", table(&letters));
    }
    Ok(Outcome::Done)
}

/// Returns the dead letters as a table.
fn table(letters: &[DeadLetter]) -> String {
    if letters.is_empty() {
        return "No dead letters.\n".to_owned();
    }
    let mut lines = format!(
        "{:>8}  {:<20}  {:<9}  {:<18}  {:>5}  {:<10}  ARTICLE\n",
        "NUMBER", "SET ASIDE", "STAGE", "REASON", "TRIES", "REPLAYED"
    );
    for letter in letters {
        let replayed = letter.replayed.map_or_else(|| "no".to_owned(), |number| format!("yes, r{number}"));
        // Writing to a String cannot fail.
        let _ = writeln!(
            lines,
            "{:>8}  {:<20}  {:<9}  {:<18}  {:>5}  {:<10}  {}",
            letter.sequence,
            to_the_second(&letter.set_aside_at),
            letter.stage,
            letter.reason,
            letter.deliveries,
            replayed,
            letter.article.as_deref().unwrap_or("(unknown)")
        );
    }
    lines
}

/// Cuts a time after its seconds: `2026-11-24T08:00:00.123Z` becomes `2026-11-24 08:00:00`.
pub(super) fn to_the_second(time: &str) -> String {
    time.split(['.', 'Z']).next().unwrap_or_default().replace('T', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_list_is_a_sentence() {
        assert_eq!(table(&[]), "No dead letters.\n");
    }

    #[test]
    fn times_are_shown_to_the_second() {
        for time in ["2026-11-24T08:00:00.123Z", "2026-11-24T08:00:00Z"] {
            assert_eq!(to_the_second(time), "2026-11-24 08:00:00");
        }
    }
}
