//! `wiredesk dead list`: one line a dead letter.

use std::fmt::Write;

use anyhow::Result;
use runtime::bus::DeadLetter;

use super::{Connection, FilterArgs};
use crate::cli::{Outcome, connect};

/// List dead letters, oldest first
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    filter: FilterArgs,
    /// Print JSON, one object a dead letter
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    connection: Connection,
}

pub(super) async fn run(args: &Args) -> Result<Outcome> {
    let letters = connect(&args.connection).await?.dead_letters(&args.filter.filter()).await?;
    if args.json {
        for letter in &letters {
            anstream::println!("{}", serde_json::to_string(letter)?);
        }
    } else {
        anstream::print!("{}", table(&letters));
    }
    Ok(Outcome::Done)
}

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
            letter.article.as_deref().unwrap_or("(not known)")
        );
    }
    lines
}

/// `2026-11-24T08:00:00.123Z` as `2026-11-24 08:00:00`.
pub(super) fn to_the_second(time: &str) -> String {
    time.split(['.', 'Z']).next().unwrap_or_default().replace('T', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_is_said_in_words() {
        assert_eq!(table(&[]), "No dead letters.\n");
    }

    #[test]
    fn times_are_shown_to_the_second() {
        for time in ["2026-11-24T08:00:00.123Z", "2026-11-24T08:00:00Z"] {
            assert_eq!(to_the_second(time), "2026-11-24 08:00:00");
        }
    }
}
