//! What the index is told about one stored message.

use std::num::NonZeroU64;

use messages::{
    headers::{self, percent_decoded},
    subjects::Subjects,
};
use runtime::bus::StoredEvent;

use super::{alerts::Match, facts::Facts, kind::Kind, linked::Linked};

/// One stored message, as far as the index needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// The sequence in its stream.
    pub sequence: u64,
    /// The nanoseconds since 1970 at which its stream stored it.
    pub at: i64,
    /// The subject.
    pub subject: String,
    /// The article's id, if the message names it.
    pub id: Option<String>,
    /// The revision of the content, if the message id names it.
    pub revision: Option<NonZeroU64>,
    /// The message id.
    pub message_id: Option<String>,
    /// Kind and sequence of the message that it was made from. For a note: its dead letter.
    pub input: Option<(Kind, u64)>,
    /// How often its input had been delivered.
    pub deliveries: Option<u64>,
    /// The version of the worker.
    pub version: Option<String>,
    /// The number of the replay that it belongs to.
    pub replay: Option<u64>,
    /// The sequence of the dead letter that it replays.
    pub replay_of: Option<u64>,
    /// For a dead letter: the code of the reason, and the error as a sentence.
    pub failure: Option<(String, String)>,
    /// For an enriched article: what one can filter by.
    pub facts: Option<Facts>,
    /// For a linked article: its story.
    pub linked: Option<Box<Linked>>,
    /// For an alert: what matched.
    pub alert: Option<Box<Match>>,
}

impl Entry {
    /// Reads a stored message. Returns `None` for one that is not part of the way of an article.
    ///
    /// The facts are read if the message has its payload.
    pub fn read(subjects: &Subjects, event: &StoredEvent) -> Option<Self> {
        let kind = Kind::of(subjects, &event.subject)?;
        let text = |name| event.header(name).map(str::to_owned);
        let number = |name| event.header(name).and_then(|number| number.parse().ok());
        let facts = if kind == Kind::Summarized { Facts::read(&event.payload) } else { None };
        let at = i64::try_from(event.stored_at.unix_timestamp_nanos()).unwrap_or_default();
        let linked = if kind == Kind::Linked { Linked::read(event).map(Box::new) } else { None };
        let alert = if kind == Kind::Alerts { Match::read(event, at).map(Box::new) } else { None };
        let message_id = text(headers::MESSAGE_ID);
        let named = facts.as_ref().map(|facts| facts.revision.clone());
        let revision = named.or_else(|| revision_in(message_id.as_deref()?, kind));
        let note = subjects.parse_dead(&event.subject).and_then(|dead| dead.note_on);
        let failure = text(headers::DEAD_REASON).map(|reason| {
            (reason, text(headers::DEAD_ERROR).map(|error| percent_decoded(&error)).unwrap_or_default())
        });
        Some(Self {
            kind,
            sequence: event.sequence,
            at,
            subject: event.subject.clone(),
            id: event.article_id(),
            revision: revision.as_deref().and_then(revision_number),
            message_id,
            input: note.map(|letter| (Kind::Dead, letter)).or_else(|| input_of(subjects, event)),
            deliveries: number(headers::DELIVERIES),
            version: text(headers::VERSION),
            replay: number(headers::REPLAY),
            replay_of: number(headers::REPLAY_OF),
            failure,
            facts,
            linked,
            alert,
        })
    }

    /// Returns the messages that this one was made from.
    pub(super) fn predecessors(&self) -> impl Iterator<Item = (Kind, u64)> {
        self.input.into_iter().chain(self.replay_of.map(|letter| (Kind::Dead, letter)))
    }
}

/// Reads a revision, which is a hash of 16 hexadecimal digits.
pub fn revision_number(revision: &str) -> Option<NonZeroU64> {
    NonZeroU64::new(u64::from_str_radix(revision, 16).ok()?)
}

/// Returns the revision in a message id.
fn revision_in(message_id: &str, kind: Kind) -> Option<String> {
    let key = headers::article_key(message_id, kind.stage())?;
    let (_, revision) = headers::original_message_id(&key).rsplit_once(':')?;
    (revision.len() == 16).then(|| revision.to_owned())
}

/// Returns kind and sequence of the input of an event or a dead letter.
fn input_of(subjects: &Subjects, event: &StoredEvent) -> Option<(Kind, u64)> {
    let names =
        [(headers::INPUT_SUBJECT, headers::INPUT_SEQUENCE), (headers::DEAD_SUBJECT, headers::DEAD_SEQUENCE)];
    let (subject, sequence) = names
        .into_iter()
        .find_map(|(subject, sequence)| event.header(subject).zip(event.header(sequence)))?;
    Some((Kind::of(subjects, subject)?, sequence.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use time::OffsetDateTime;

    use super::*;

    fn stored(subject: &str, named: &[(&str, &str)]) -> StoredEvent {
        StoredEvent {
            sequence: 7,
            stored_at: OffsetDateTime::UNIX_EPOCH + time::Duration::SECOND,
            subject: subject.into(),
            payload: bytes::Bytes::new(),
            headers: named.iter().copied().collect(),
            after: 0,
        }
    }

    fn read(subject: &str, named: &[(&str, &str)]) -> Entry {
        Entry::read(&Subjects::default(), &stored(subject, named)).unwrap()
    }

    #[test]
    fn an_event_names_article_revision_and_input() {
        let entry = read(
            "articles.v1.tagged.live.en",
            &[
                ("ce-subject", "a%201"),
                (headers::MESSAGE_ID, "a%201:00000000000000ff:tag:r2"),
                (headers::INPUT_SUBJECT, "articles.v1.segmented.live.en"),
                (headers::INPUT_SEQUENCE, "6"),
            ],
        );
        assert_eq!((entry.kind, entry.id.as_deref(), entry.at), (Kind::Tagged, Some("a 1"), 1_000_000_000));
        assert_eq!(entry.revision.map(NonZeroU64::get), Some(255));
        assert_eq!(entry.input, Some((Kind::Segmented, 6)));
    }

    #[test]
    fn a_note_names_its_letter() {
        let entry = read("articles.v1.dead.tag.panicked.replayed.3", &[(headers::REPLAY, "1")]);
        assert_eq!((entry.kind, entry.input), (Kind::Replayed, Some((Kind::Dead, 3))));
    }

    #[test]
    fn a_foreign_message_id_names_no_revision() {
        for id in ["urn:7", "x", "a:zzzzzzzzzzzzzzzz", "::::"] {
            assert_eq!(
                read("articles.v1.received.live", &[(headers::MESSAGE_ID, id)]).revision,
                None,
                "{id}"
            );
        }
    }

    #[test]
    fn a_message_of_another_pipeline_is_none_of_ours() {
        assert_eq!(Entry::read(&Subjects::default(), &stored("wire.v1.tagged.live.en", &[])), None);
    }
}
