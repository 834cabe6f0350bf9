//! Dead letters: which ones a page or an action is about, and what becomes of each.

use std::collections::BTreeSet;

use bytes::Bytes;
use futures_util::{StreamExt, stream};
use messages::StageName;
use runtime::{
    bus::{Bus, DeadCount, DeadFilter, DeadLetter, PayloadPlace, StoredEvent},
    causes::with_causes,
    clock,
};
use serde::{Deserialize, Serialize};

use crate::{problem::Problem, stages};

/// How many letters a page has.
pub(crate) const PAGE: usize = 100;
/// How many letters one action may be about. They are done well before the answer is due.
const MOST: usize = 10_000;
/// How many letters are acted on at the same time.
const AT_ONCE: usize = 32;

/// What selects dead letters. Empty members select all; numbers select only those letters.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Choice {
    pub(crate) stage: String,
    pub(crate) reason: String,
    pub(crate) since: String,
    pub(crate) sequences: BTreeSet<u64>,
}

/// A page of the list of letters.
#[derive(Debug)]
pub(crate) struct Page {
    /// The letters, newest first.
    pub(crate) letters: Vec<DeadLetter>,
    /// The number of letters that match.
    pub(crate) matching: usize,
    /// The number of the last letter, if there are older ones.
    pub(crate) next: Option<u64>,
    /// All letters by stage and reason.
    pub(crate) counts: Vec<DeadCount>,
}

/// What to do with a letter.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Act<'p> {
    /// Publish it again on its original subject.
    Replay {
        /// The payload, if not the stored one.
        edited: Option<&'p [u8]>,
        /// Also if it was replayed before.
        again: bool,
    },
    /// Delete it for good.
    Drop,
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
            clock::moment(&text).map_err(|error| Problem::invalid("since", format!("since: {error}")))
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

    /// Returns the page of letters that are older than number `before`.
    ///
    /// # Errors
    ///
    /// When a time cannot be read or NATS does not answer.
    pub(crate) async fn page(&self, bus: &Bus, before: Option<u64>) -> Result<Page, Problem> {
        let (letters, counts) = (self.letters(bus).await?, bus.dead_counts().await?);
        let matching = letters.len();
        let mut older =
            letters.into_iter().filter(|letter| before.is_none_or(|before| letter.sequence < before));
        let letters: Vec<DeadLetter> = older.by_ref().take(PAGE).collect();
        let next = older.next().and(letters.last()).map(|letter| letter.sequence);
        Ok(Page { letters, matching, next, counts })
    }

    /// Reports whether it selects something, and not simply all.
    pub(crate) fn is_given(&self) -> bool {
        *self != Self::default()
    }
}

/// Returns the letters if one action may be about them.
///
/// # Errors
///
/// When there are too many.
pub(crate) fn few(letters: Vec<DeadLetter>) -> Result<Vec<DeadLetter>, Problem> {
    if letters.len() <= MOST {
        return Ok(letters);
    }
    let message =
        format!("the action is about {} letters; at most {MOST} at once, select fewer", letters.len());
    Err(Problem::invalid("select", message))
}

/// Acts on letters. Returns what became of each.
pub(crate) async fn act_on_all(bus: &Bus, letters: Vec<DeadLetter>, act: Act<'_>) -> Vec<(DeadLetter, Fate)> {
    let fates = stream::iter(letters).map(|letter| async move {
        let fate = match bus.dead_letter(letter.sequence).await {
            Ok(Some((found, event))) => act_on(bus, &found, &event, act).await,
            Ok(None) => failed("there is no dead letter with this number any more"),
            Err(error) => failed(with_causes(&error)),
        };
        (letter, fate)
    });
    fates.buffered(AT_ONCE).collect().await
}

/// Acts on a letter and its stored message.
pub(crate) async fn act_on(bus: &Bus, letter: &DeadLetter, event: &StoredEvent, act: Act<'_>) -> Fate {
    let done = match act {
        Act::Replay { edited, again } => replay(bus, letter, event, edited, again).await,
        Act::Drop => bus.drop_dead_letter(event).await.map(|()| Fate::Dropped).map_err(Problem::from),
    };
    done.unwrap_or_else(|problem| failed(problem.message()))
}

async fn replay(
    bus: &Bus,
    letter: &DeadLetter,
    event: &StoredEvent,
    edited: Option<&[u8]>,
    again: bool,
) -> Result<Fate, Problem> {
    let Some(number) = letter.next_replay(again.then(clock::unix_seconds)) else {
        return Ok(Fate::ReplayedBefore);
    };
    let payload = match edited {
        Some(edited) => {
            if let Some(event) = bus.topology().subjects().event_of(&letter.subject) {
                stages::check_event(event, edited)?;
            }
            Bytes::copy_from_slice(edited)
        }
        None if letter.payload_place == PayloadPlace::Gone => {
            return Ok(failed("the payload is no longer stored: publish the article again"));
        }
        None => event.payload.clone(),
    };
    let stored = bus.replay(letter, event, payload, number).await?;
    // A duplicate means that somebody else has replayed it in the meantime.
    Ok(if stored.duplicate { Fate::ReplayedBefore } else { Fate::Replayed { replay: number } })
}

/// Returns the stage that takes the payload of a letter.
pub(crate) fn stage(bus: &Bus, letter: &DeadLetter) -> Option<StageName> {
    let event = bus.topology().subjects().event_of(&letter.subject)?;
    StageName::ALL.into_iter().find(|stage| stage.input() == event)
}

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
        assert!(Choice { sequences: [7].into(), ..Choice::default() }.is_given());
    }
}
