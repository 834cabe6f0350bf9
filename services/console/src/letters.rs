//! Dead letters: which ones an action is about, and what becomes of each.

use bytes::Bytes;
use messages::StageName;
use runtime::{
    bus::{Bus, DeadFilter, DeadLetter, PayloadPlace},
    causes::with_causes,
    clock,
};
use serde::{Deserialize, Serialize};

use crate::{problem::Problem, stages};

/// What selects dead letters. Empty members select all; numbers select only those letters.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Choice {
    pub(crate) stage: String,
    pub(crate) reason: String,
    pub(crate) since: String,
    pub(crate) sequences: Vec<u64>,
}

/// What became of one letter, or would become of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "fate", rename_all = "snake_case")]
pub(crate) enum Fate {
    /// Published again, under this number.
    Replayed {
        /// The number of the replay.
        replay: u64,
    },
    /// Left alone, because it was replayed before.
    ReplayedBefore,
    /// Deleted.
    Dropped,
    /// Not done, for this reason.
    Failed {
        /// The reason.
        message: String,
    },
}

impl Choice {
    /// Returns the letters, newest first.
    ///
    /// # Errors
    ///
    /// When a time cannot be read or NATS does not answer.
    pub(crate) async fn letters(&self, bus: &Bus) -> Result<Vec<DeadLetter>, Problem> {
        let given = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        let since = given(&self.since).map(|text| {
            let explained = || {
                Problem::invalid("since", "since: write a moment such as `2026-11-24T08:00:00Z`, or the time since then such as `2h`")
            };
            clock::moment(&text).map_err(|_| explained())
        });
        let filter =
            DeadFilter { stage: given(&self.stage), reason: given(&self.reason), since: since.transpose()? };
        let mut letters = bus.dead_letters(&filter).await?;
        letters.reverse();
        if !self.sequences.is_empty() {
            letters.retain(|letter| self.sequences.contains(&letter.sequence));
        }
        Ok(letters)
    }

    /// Reports whether it selects something, and not simply all.
    pub(crate) fn is_given(&self) -> bool {
        *self != Self::default()
    }
}

/// Replays one letter, with the stored payload or an edited one. One that was replayed before is replayed only
/// with `again`.
pub(crate) async fn replay(bus: &Bus, sequence: u64, edited: Option<&[u8]>, again: bool) -> Fate {
    match try_replay(bus, sequence, edited, again).await {
        Ok(fate) => fate,
        Err(problem) => failed(problem.message()),
    }
}

async fn try_replay(bus: &Bus, sequence: u64, edited: Option<&[u8]>, again: bool) -> Result<Fate, Problem> {
    let Some((letter, event)) = bus.dead_letter(sequence).await? else { return Ok(failed(GONE)) };
    let Some(number) = letter.next_replay(again.then(clock::unix_seconds)) else {
        return Ok(Fate::ReplayedBefore);
    };
    let payload = match edited {
        Some(edited) => {
            if let Some(stage) = stage(bus, &letter) {
                stages::check_input(stage, edited)?;
            }
            Bytes::copy_from_slice(edited)
        }
        None if letter.payload_place == PayloadPlace::Gone => {
            return Ok(failed("the payload is no longer stored: publish the article again"));
        }
        None => event.payload.clone(),
    };
    let stored = bus.replay(&letter, &event, payload, number).await?;
    // A duplicate means that somebody else has replayed it in the meantime.
    Ok(if stored.duplicate { Fate::ReplayedBefore } else { Fate::Replayed { replay: number } })
}

/// Deletes one letter for good.
pub(crate) async fn drop_one(bus: &Bus, sequence: u64) -> Fate {
    let dropped = async {
        let Some((_, event)) = bus.dead_letter(sequence).await? else { return Ok(failed(GONE)) };
        bus.drop_dead_letter(&event).await?;
        Ok::<_, runtime::bus::BusError>(Fate::Dropped)
    };
    dropped.await.unwrap_or_else(|error| failed(with_causes(&error)))
}

/// Returns the stage that takes the payload of a letter.
pub(crate) fn stage(bus: &Bus, letter: &DeadLetter) -> Option<StageName> {
    let event = bus.topology().subjects().event_of(&letter.subject)?;
    StageName::ALL.into_iter().find(|stage| stage.input() == event)
}

const GONE: &str = "there is no dead letter with this number any more";

fn failed(message: impl Into<String>) -> Fate {
    Fate::Failed { message: message.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fate_is_one_word_on_the_wire() {
        for (fate, expected) in [
            (Fate::Replayed { replay: 2 }, r#"{"fate":"replayed","replay":2}"#),
            (Fate::ReplayedBefore, r#"{"fate":"replayed_before"}"#),
            (failed("away"), r#"{"fate":"failed","message":"away"}"#),
        ] {
            assert_eq!(serde_json::to_string(&fate).unwrap(), expected);
        }
    }

    #[test]
    fn nothing_is_not_a_choice() {
        assert!(!Choice::default().is_given());
        assert!(Choice { sequences: vec![7], ..Choice::default() }.is_given());
    }
}
