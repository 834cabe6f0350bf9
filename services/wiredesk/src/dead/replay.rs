//! `wiredesk dead replay` and `drop`.

use std::time::Duration;

use anyhow::{Result, bail};
use bytes::Bytes;
use runtime::{
    bus::{Bus, DeadLetter},
    clock,
};
use serde_json::json;
use tokio::time::{MissedTickBehavior, interval};

use super::{Connection, Selection, edit};
use crate::cli::{Outcome, connect};

/// Put dead letters back where they came from, each once
///
/// The original goes to its original subject, with a message id of its own. A dead letter that was replayed is
/// passed over; one that dies again becomes a new dead letter, to be replayed in its turn.
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(super) struct Args {
    #[command(flatten)]
    selection: Selection,
    /// Only show what would be replayed
    #[arg(long)]
    dry_run: bool,
    /// Replay at most so many a second
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    rate: Option<u32>,
    /// Open each payload in $VISUAL or $EDITOR first; what you save is checked, and replayed instead
    #[arg(long, conflicts_with = "dry_run")]
    edit: bool,
    /// Replay those that were replayed before, too
    #[arg(long)]
    again: bool,
    /// Print JSON, one object a dead letter
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    connection: Connection,
}

/// Remove dead letters for good
///
/// There is no way back: replay what may still be of use.
#[derive(Debug, clap::Args)]
pub(super) struct DropArgs {
    #[command(flatten)]
    selection: Selection,
    /// Only show what would be dropped
    #[arg(long)]
    dry_run: bool,
    /// Print JSON, one object a dead letter
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    connection: Connection,
}

/// What became of one dead letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Replayed(u64),
    WouldReplay(u64),
    /// It was replayed before.
    PassedOver,
    /// The editor was left without a change.
    NotEdited,
    Dropped,
    WouldDrop,
}

pub(super) async fn run(args: &Args) -> Result<Outcome> {
    let bus = connect(&args.connection).await?;
    let letters = args.selection.letters(&bus).await?;
    let mut pace = args.rate.map(|rate| interval(Duration::from_secs(1) / rate));
    if let Some(pace) = &mut pace {
        pace.set_missed_tick_behavior(MissedTickBehavior::Delay);
    }
    let mut replayed = 0;
    for letter in &letters {
        let fate = match letter.next_replay(args.again.then(clock::unix_seconds)) {
            None => Fate::PassedOver,
            Some(number) if args.dry_run => Fate::WouldReplay(number),
            Some(number) => {
                if let Some(pace) = &mut pace {
                    pace.tick().await;
                }
                replay(&bus, letter, number, args.edit).await?
            }
        };
        replayed += usize::from(matches!(fate, Fate::Replayed(_) | Fate::WouldReplay(_)));
        told(letter, fate, args.json);
    }
    if !args.json {
        let verb = if args.dry_run { "Would replay" } else { "Replayed" };
        anstream::println!("{verb} {replayed} of {} dead letters.", letters.len());
    }
    Ok(Outcome::Done)
}

async fn replay(bus: &Bus, letter: &DeadLetter, number: u64, edited: bool) -> Result<Fate> {
    let Some((_, event)) = bus.dead_letter(letter.sequence).await? else {
        bail!("dead letter {} was just dropped", letter.sequence);
    };
    let payload = if edited {
        match edit::edited(bus, letter, &event.payload)? {
            Some(payload) => Bytes::from(payload),
            None => return Ok(Fate::NotEdited),
        }
    } else {
        event.payload.clone()
    };
    let stored = bus.replay(letter, &event, payload, number).await?;
    // Somebody else replays the same one at the same time.
    Ok(if stored.duplicate { Fate::PassedOver } else { Fate::Replayed(number) })
}

pub(super) async fn run_drop(args: &DropArgs) -> Result<Outcome> {
    let bus = connect(&args.connection).await?;
    let letters = args.selection.letters(&bus).await?;
    for letter in &letters {
        if args.dry_run {
            told(letter, Fate::WouldDrop, args.json);
        } else if let Some((_, event)) = bus.dead_letter(letter.sequence).await? {
            bus.drop_dead_letter(&event).await?;
            told(letter, Fate::Dropped, args.json);
        }
    }
    if !args.json {
        let verb = if args.dry_run { "Would drop" } else { "Dropped" };
        anstream::println!("{verb} {} dead letters.", letters.len());
    }
    Ok(Outcome::Done)
}

fn told(letter: &DeadLetter, fate: Fate, as_json: bool) {
    let (word, number) = match fate {
        Fate::Replayed(number) => ("replayed", Some(number)),
        Fate::WouldReplay(number) => ("would_replay", Some(number)),
        Fate::PassedOver => ("replayed_before", letter.replayed),
        Fate::NotEdited => ("not_edited", None),
        Fate::Dropped => ("dropped", None),
        Fate::WouldDrop => ("would_drop", None),
    };
    if as_json {
        let line =
            json!({"sequence": letter.sequence, "article": letter.article, "fate": word, "replay": number});
        anstream::println!("{line}");
    } else {
        let article = letter.article.as_deref().unwrap_or("(not known)");
        let number = number.map(|number| format!(" (r{number})")).unwrap_or_default();
        anstream::println!("{:>8}  {}{number}: {article}", letter.sequence, word.replace('_', " "));
    }
}
