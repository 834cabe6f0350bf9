//! Messages whose article is not known yet.
//!
//! A publisher may send an article without headers, and a payload that nobody could read names no article. What
//! is made from such a message names both the article and the message, but may arrive before it.

use std::{collections::BTreeMap, sync::Arc};

use super::{entry::Entry, kind::Kind};

/// How many messages of each sort are remembered. Few publishers leave out the headers, and the wait is short.
const MOST: usize = 20_000;

/// Messages that name no article, and those that are wanted by an article.
#[derive(Debug, Default)]
pub(super) struct Pending {
    nameless: BTreeMap<(Kind, u64), Entry>,
    wanted: BTreeMap<(Kind, u64), Arc<str>>,
}

impl Pending {
    /// Remembers a message that names no article.
    pub(super) fn keep(&mut self, entry: Entry) {
        self.nameless.insert((entry.kind, entry.sequence), entry);
        if self.nameless.len() > MOST {
            self.nameless.pop_first();
        }
    }

    /// Takes the message if it was remembered, and else remembers that the article `id` wants it.
    pub(super) fn take_or_want(&mut self, message: (Kind, u64), id: &Arc<str>) -> Option<Entry> {
        let found = self.nameless.remove(&message);
        // What the stages make always names its article.
        if found.is_none() && matches!(message.0, Kind::Received | Kind::Dead) {
            self.wanted.insert(message, Arc::clone(id));
            if self.wanted.len() > MOST {
                self.wanted.pop_first();
            }
        }
        found
    }

    /// Returns the article that wants this message, and forgets it.
    pub(super) fn wanted(&mut self, message: (Kind, u64)) -> Option<Arc<str>> {
        self.wanted.remove(&message)
    }

    /// Takes the notes on a dead letter.
    pub(super) fn notes_on(&mut self, letter: u64) -> Vec<Entry> {
        let notes = self.nameless.range((Kind::Replayed, 0)..);
        let found: Vec<_> = notes
            .filter(|(_, note)| note.input == Some((Kind::Dead, letter)))
            .map(|(place, _)| *place)
            .collect();
        found.into_iter().filter_map(|place| self.nameless.remove(&place)).collect()
    }

    /// Forgets the messages of a stream from a sequence on.
    pub(super) fn forget(&mut self, stream: Kind, from: u64) {
        let is_kept = |message: &(Kind, u64)| message.0.stream() != stream || message.1 < from;
        self.nameless.retain(|message, _| is_kept(message));
        self.wanted.retain(|message, _| is_kept(message));
    }
}
