//! `wiredesk dead replay` and `wiredesk dead drop`.

use std::{io, time::Duration};

use anyhow::{Result, bail};
use bytes::Bytes;
use runtime::{
    bus::{Bus, DeadLetter, PayloadPlace},
    clock,
    settings::{ConnectionArgs, Problems},
};
use serde_json::json;
use tokio::time::{MissedTickBehavior, interval};

use super::{edit, selection::Selection};
use crate::command::{Outcome, connect, print_json};

const REPLAY_EXAMPLES: &str = "\
Examples:
  wiredesk dead replay 17 18
  wiredesk dead replay 17 --edit
  wiredesk dead replay --reason timed_out --rate 50 --dry-run";

const DROP_EXAMPLES: &str = "\
Examples:
  wiredesk dead drop 17
  wiredesk dead drop --reason invalid_json --since 1d --dry-run";

/// Publish dead letters again on their original subject
///
/// Use it after the cause is fixed. Each dead letter is replayed once: those that were replayed before are
/// skipped. An article that fails again becomes a new dead letter, which can be replayed as well.
#[derive(Debug, clap::Args)]
#[command(after_help = REPLAY_EXAMPLES)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// Show what would be replayed, and publish nothing
    #[arg(long)]
    dry_run: bool,
    /// Replay at most this many per second
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    rate: Option<u32>,
    /// Open each payload in $VISUAL or $EDITOR first; the saved payload is checked and replayed instead
    #[arg(long, conflicts_with = "dry_run")]
    edit: bool,
    /// Also replay dead letters that were replayed before
    #[arg(long)]
    again: bool,
    /// Print JSON, one object per dead letter
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    connection: ConnectionArgs,
}

/// Remove dead letters for good
///
/// This cannot be undone: replay what may still be useful.
#[derive(Debug, clap::Args)]
#[command(after_help = DROP_EXAMPLES)]
pub(super) struct DropArgs {
    #[command(flatten)]
    selection: Selection,
    /// Show what would be dropped, and remove nothing
    #[arg(long)]
    dry_run: bool,
    /// Print JSON, one object per dead letter
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    connection: ConnectionArgs,
}

/// The outcome for one dead letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// The number of the replay.
    Replayed(u64),
    /// The number that the replay would have.
    WouldReplay(u64),
    /// Skipped, because it was replayed before.
    ReplayedBefore,
    /// Not replayed, because the user saved no change in the editor.
    NotEdited,
    Dropped,
    WouldDrop,
}

pub(super) async fn run(args: &Args) -> Result<Outcome> {
    let bus = connect(&args.connection, Problems::default()).await?;
    let letters = args.selection.letters(&bus).await?;
    let mut pace = args.rate.map(|rate| interval(Duration::from_secs(1) / rate));
    if let Some(pace) = &mut pace {
        pace.set_missed_tick_behavior(MissedTickBehavior::Delay);
    }
    let mut replayed = 0;
    for letter in &letters {
        let fate = match letter.next_replay(args.again.then(clock::unix_seconds)) {
            None => Fate::ReplayedBefore,
            Some(number) if args.dry_run => Fate::WouldReplay(number),
            Some(number) => {
                if let Some(pace) = &mut pace {
                    pace.tick().await;
                }
                replay(&bus, letter, number, args.edit).await?
            }
        };
        replayed += usize::from(matches!(fate, Fate::Replayed(_) | Fate::WouldReplay(_)));
        print(letter, fate, args.json)?;
    }
    if !args.json {
        let verb = if args.dry_run { "Would replay" } else { "Replayed" };
        anstream::println!("{verb} {replayed} of {} dead letters.", letters.len());
    }
    Ok(Outcome::Done)
}

async fn replay(bus: &Bus, letter: &DeadLetter, number: u64, edited: bool) -> Result<Fate> {
    let Some((letter, event)) = bus.dead_letter(letter.sequence).await? else {
        bail!("dead letter {} was just dropped", letter.sequence);
    };
    if letter.payload_place == PayloadPlace::Gone {
        bail!(
            "the payload of dead letter {} is no longer stored: it was too large for the letter, and its stream has removed {}, number {}; publish the article again",
            letter.sequence,
            letter.subject,
            letter.original_sequence
        );
    }
    let payload = if edited {
        match edit::edited(bus, &letter, &event.payload)? {
            Some(payload) => Bytes::from(payload),
            None => return Ok(Fate::NotEdited),
        }
    } else {
        event.payload.clone()
    };
    let stored = bus.replay(&letter, &event, payload, number).await?;
    // A duplicate means that somebody else has replayed it in the meantime.
    Ok(if stored.duplicate { Fate::ReplayedBefore } else { Fate::Replayed(number) })
}

pub(super) async fn run_drop(args: &DropArgs) -> Result<Outcome> {
    let bus = connect(&args.connection, Problems::default()).await?;
    let letters = args.selection.letters(&bus).await?;
    for letter in &letters {
        if args.dry_run {
            print(letter, Fate::WouldDrop, args.json)?;
        } else if let Some((_, event)) = bus.dead_letter(letter.sequence).await? {
            bus.drop_dead_letter(&event).await?;
            print(letter, Fate::Dropped, args.json)?;
        }
    }
    if !args.json {
        let verb = if args.dry_run { "Would drop" } else { "Dropped" };
        anstream::println!("{verb} {} dead letters.", letters.len());
    }
    Ok(Outcome::Done)
}

/// Prints the outcome for one dead letter.
fn print(letter: &DeadLetter, fate: Fate, as_json: bool) -> io::Result<()> {
    let (word, number) = match fate {
        Fate::Replayed(number) => ("replayed", Some(number)),
        Fate::WouldReplay(number) => ("would_replay", Some(number)),
        Fate::ReplayedBefore => ("replayed_before", letter.replayed),
        Fate::NotEdited => ("not_edited", None),
        Fate::Dropped => ("dropped", None),
        Fate::WouldDrop => ("would_drop", None),
    };
    if as_json {
        let line =
            json!({"sequence": letter.sequence, "article": letter.article, "fate": word, "replay": number});
        print_json(line)?;
    } else {
        let article = letter.article.as_deref().unwrap_or("(unknown)");
        let number = number.map(|number| format!(" (r{number})")).unwrap_or_default();
        anstream::println!("{:>8}  {}{number}: {article}", letter.sequence, word.replace('_', " "));
    }
    Ok(())
}
