//! The pages of dead letters: the list by reason, one letter with its repair, and actions on many.

mod letter;
mod list;
mod many;
mod payload;

use runtime::bus::{DeadCount, DeadLetter};
use serde::{Deserialize, Serialize};

use super::{article::View, try_it::Failure};

pub use letter::page as letter;
pub use list::page as list;
pub use many::{confirmation, outcomes};

/// What the address of the list selects. An empty text selects all.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// The stage: `tag`.
    pub stage: String,
    /// The code of the reason: `panicked`.
    pub reason: String,
    /// The time from which on they became dead letters: RFC 3339, or the time that has passed since then: `2h`.
    pub since: String,
    /// The number of the letter before which the page starts. Empty for the newest.
    pub before: String,
}

impl Filter {
    fn members(&self) -> [(&'static str, Option<&str>); 3] {
        [("stage", Some(&*self.stage)), ("reason", Some(&*self.reason)), ("since", Some(&*self.since))]
    }
}

/// One page of the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letters {
    /// What the address selects.
    pub filter: Filter,
    /// The letters, newest first.
    pub letters: Vec<DeadLetter>,
    /// The number of letters that match.
    pub matching: u64,
    /// Whether there are older letters than these.
    pub has_older: bool,
    /// All letters by stage and reason.
    pub counts: Vec<DeadCount>,
    /// What is wrong with the filter, if it cannot be read.
    pub problem: Option<String>,
}

/// One dead letter.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The letter.
    pub letter: DeadLetter,
    /// The payload. `None` if it is no longer stored.
    pub payload: Option<Vec<u8>>,
    /// The headers of the letter.
    pub headers: Vec<(String, String)>,
    /// The edited payload, if the form sent one.
    pub draft: Option<String>,
    /// What the stage made of the draft here.
    pub trial: Option<Result<Box<View>, Failure>>,
}

/// What the form of one letter sends.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Repair {
    /// The edited payload.
    pub payload: String,
    /// What to do.
    pub action: RepairAction,
    /// The token of the form.
    pub csrf: String,
}

/// What to do with one letter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RepairAction {
    /// Run the stage here on the edited payload. Nothing is stored.
    #[default]
    Try,
    /// Replay the edited payload.
    ReplayEdited,
    /// Replay the payload as it is stored.
    Replay,
    /// Delete the letter.
    Drop,
}

/// What to do with many letters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// Publish each again on its original subject.
    #[default]
    Replay,
    /// Delete each.
    Drop,
}

/// The letters that an action is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// What to do.
    pub action: Action,
    /// Whether it is about all letters that match the filter, not about the chosen ones.
    pub matching: bool,
    /// The filter.
    pub filter: Filter,
    /// The numbers of the chosen letters.
    pub sequences: Vec<u64>,
    /// The token of the form.
    pub csrf: String,
}

impl Selection {
    /// Reads the members of a query or a form, of which `sequence` may occur many times. Leaves out unknown members,
    /// and numbers that are none.
    pub fn from_members<'m>(members: impl IntoIterator<Item = (&'m str, &'m str)>) -> Self {
        let mut selection = Self::default();
        for (name, value) in members {
            match name {
                "action" => {
                    selection.action = if value.starts_with("drop") { Action::Drop } else { Action::Replay };
                    selection.matching = value.ends_with("_matching");
                }
                "sequence" => selection.sequences.extend(value.parse::<u64>().ok()),
                "stage" => value.clone_into(&mut selection.filter.stage),
                "reason" => value.clone_into(&mut selection.filter.reason),
                "since" => value.clone_into(&mut selection.filter.since),
                "csrf" => value.clone_into(&mut selection.csrf),
                _ => {}
            }
        }
        selection
    }
}

/// What an action on many letters would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Confirmation {
    /// What to do.
    pub action: Action,
    /// The letters that it is about.
    pub letters: Vec<DeadLetter>,
}

/// What became of the letters that an action was about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// What was done.
    pub action: Action,
    /// Each letter with what became of it.
    pub letters: Vec<(DeadLetter, Fate)>,
}

/// What became of one letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// Published again, under this number.
    Replayed(u64),
    /// Left alone, because it was replayed before.
    ReplayedBefore,
    /// Deleted.
    Dropped,
    /// Not done, for this reason.
    Failed(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_has_many_numbers() {
        let members =
            [("action", "drop"), ("sequence", "7"), ("sequence", "x"), ("sequence", "9"), ("stage", "tag")];
        let selection = Selection::from_members(members);
        assert_eq!(
            (selection.action, selection.matching, &*selection.sequences),
            (Action::Drop, false, &[7, 9][..])
        );
        assert_eq!(selection.filter.stage, "tag");
        assert!(Selection::from_members([("action", "replay_matching")]).matching);
    }
}
