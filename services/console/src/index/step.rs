//! One step on the way of an article, in little memory.

use std::num::NonZeroU64;

use messages::headers;

use super::{
    entry::Entry,
    kind::Kind,
    words::{Word, Words},
};

/// A stored message about an article.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) at: i64,
    pub(super) sequence: u64,
    pub(super) input: Option<(Kind, u64)>,
    pub(super) revision: Option<NonZeroU64>,
    pub(super) subject: Word,
    pub(super) version: Option<Word>,
    pub(super) deliveries: u16,
    pub(super) kind: Kind,
    /// Whether its message id is the one that this project derives from article, revision, stage and replay.
    derived_id: bool,
    pub(super) rare: Option<Box<Rare>>,
}

/// What few steps have.
#[derive(Debug, Clone, Default)]
pub(super) struct Rare {
    message_id: Option<String>,
    pub(super) replay: Option<u64>,
    pub(super) failure: Option<(String, String)>,
}

impl Step {
    /// Keeps an entry as a step of the article with `id`.
    pub(super) fn keep(entry: &Entry, id: &str, words: &mut Words) -> Self {
        let derived = derived_id(id, entry.revision, entry.kind, entry.replay);
        let derived_id = derived.is_some() && derived == entry.message_id;
        let message_id = if derived_id { None } else { entry.message_id.clone() };
        let is_rare = message_id.is_some() || entry.replay.is_some() || entry.failure.is_some();
        let rare = is_rare
            .then(|| Box::new(Rare { message_id, replay: entry.replay, failure: entry.failure.clone() }));
        Self {
            at: entry.at,
            sequence: entry.sequence,
            input: entry.input,
            revision: entry.revision,
            subject: words.keep(&entry.subject),
            version: entry.version.as_deref().map(|version| words.keep(version)),
            deliveries: entry.deliveries.unwrap_or_default().try_into().unwrap_or(u16::MAX),
            kind: entry.kind,
            derived_id,
            rare,
        }
    }

    /// Gives back the texts that the step uses.
    pub(super) fn release(&self, words: &mut Words) {
        words.release(self.subject);
        if let Some(version) = self.version {
            words.release(version);
        }
    }

    /// Returns its message id.
    pub(super) fn message_id(&self, id: &str) -> Option<String> {
        if self.derived_id {
            return derived_id(id, self.revision, self.kind, self.replay());
        }
        self.rare.as_ref()?.message_id.clone()
    }

    /// Returns the number of the replay that it belongs to.
    pub(super) fn replay(&self) -> Option<u64> {
        self.rare.as_ref()?.replay
    }

    /// Returns reason and error of a dead letter.
    pub(super) fn failure(&self) -> Option<&(String, String)> {
        self.rare.as_ref()?.failure.as_ref()
    }

    /// Returns its size in bytes.
    pub(super) fn bytes(&self) -> usize {
        let rare = self.rare.as_ref().map_or(0, |rare| {
            let failure = rare.failure.as_ref().map_or(0, |(reason, error)| reason.len() + error.len());
            size_of::<Rare>() + rare.message_id.as_ref().map_or(0, String::len) + failure
        });
        size_of::<Self>() + rare
    }
}

/// Returns the message id that this project gives to such a message.
fn derived_id(id: &str, revision: Option<NonZeroU64>, kind: Kind, replay: Option<u64>) -> Option<String> {
    if !matches!(kind, Kind::Received) && kind.stage().is_none() {
        return None;
    }
    let mut derived = format!("{}:{:016x}", headers::percent_encoded(id), revision?);
    if let Some(stage) = kind.stage() {
        derived = format!("{derived}:{stage}");
    }
    Some(match replay {
        Some(count) => headers::replayed_message_id(&derived, count),
        None => derived,
    })
}
