//! Subjects: the addresses of events on the bus.
//!
//! An event is published on `articles.v1.<event>.<lane>[.<lang>]`, a dead letter on
//! `articles.v1.dead.<stage>.<reason>`, an alert on `articles.v1.alerts.<rule>`. The prefix `articles` is a setting, so that two pipelines can share
//! one server.
//!
//! ```
//! # use wiredesk_messages as messages;
//! use messages::{
//!     DeadReason, TextSegmented,
//!     subjects::{Lane, Subjects},
//! };
//!
//! let subjects = Subjects::new("wire")?;
//! assert_eq!(subjects.event::<TextSegmented>(Lane::Live, Some("en")), "wire.v1.segmented.live.en");
//! assert_eq!(subjects.dead("tag", DeadReason::Panicked), "wire.v1.dead.tag.panicked");
//! assert!(Subjects::new("my wire").is_err());
//! # Ok::<(), messages::subjects::InvalidPrefix>(())
//! ```

use std::{fmt, str::FromStr};

use thiserror::Error;

use crate::{Alert, ArticleReceived, DeadReason, Event, StageName, UNDETERMINED};

/// The version token of every subject. It changes only with an incompatible wire format.
const VERSION: &str = "v1";

/// The default prefix.
pub const DEFAULT_PREFIX: &str = "articles";

/// What stands in place of a stage in the dead letters of sinks.
pub const SINK: &str = "sink";
/// What stands in place of a stage in the dead letters of the alerter.
pub const ALERT: &str = "alert";

/// Token that marks the note on a replayed dead letter.
const REPLAYED: &str = "replayed";

/// The subjects of one pipeline, which share a prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subjects {
    prefix: String,
}

/// The parsed subject of a dead letter, or of a note on one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeadSubject<'s> {
    /// The stage in which the article became a dead letter.
    pub stage: &'s str,
    /// The code of the reason.
    pub reason: &'s str,
    /// For a note: the stream sequence of the dead letter that it belongs to.
    pub note_on: Option<u64>,
}

/// A prefix that cannot start a subject.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("invalid subject prefix `{0}`: use letters, digits, `-` and `_`, such as `articles`")]
pub struct InvalidPrefix(String);

impl Default for Subjects {
    fn default() -> Self {
        Self { prefix: DEFAULT_PREFIX.to_owned() }
    }
}

impl Subjects {
    /// Creates the subjects under `prefix`, which is one token of letters, digits, `-` and `_`.
    ///
    /// # Errors
    ///
    /// When `prefix` is empty or has other characters.
    pub fn new(prefix: &str) -> Result<Self, InvalidPrefix> {
        if !is_token(prefix) {
            return Err(InvalidPrefix(prefix.to_owned()));
        }
        Ok(Self { prefix: prefix.to_owned() })
    }

    /// Returns the prefix.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Returns the subject that an event is published on: `articles.v1.segmented.live.en`.
    pub fn event<E: Event>(&self, lane: Lane, language: Option<&str>) -> String {
        let lane = self.lane(E::NAME, lane);
        match language {
            Some(language) if is_token(language) => format!("{lane}.{language}"),
            Some(_) => format!("{lane}.{UNDETERMINED}"),
            None => lane,
        }
    }

    /// Returns the filter for all messages of one event: `articles.v1.segmented.>`.
    pub fn all_of(&self, event: &str) -> String {
        format!("{}.{VERSION}.{event}.>", self.prefix)
    }

    /// Returns the filter for one lane of one event. Only received articles have no language token:
    /// `articles.v1.received.live`, but `articles.v1.segmented.live.*`.
    pub fn lane_filter(&self, event: &str, lane: Lane) -> String {
        let subject = self.lane(event, lane);
        if event == ArticleReceived::NAME { subject } else { format!("{subject}.*") }
    }

    /// Returns the subject of the dead letters of a stage, or of [`SINK`] or [`ALERT`], for one reason:
    /// `articles.v1.dead.tag.panicked`.
    pub fn dead(&self, maker: &str, reason: DeadReason) -> String {
        format!("{}.{VERSION}.dead.{maker}.{reason}", self.prefix)
    }

    /// Returns the subject of the alerts of one rule: `articles.v1.alerts.ministers`. `rule` is one token.
    pub fn alerts(&self, rule: &str) -> String {
        format!("{}.{VERSION}.{}.{rule}", self.prefix, Alert::NAME)
    }

    /// Returns the filter for everything in this pipeline: `articles.v1.>`.
    pub fn all(&self) -> String {
        format!("{}.{VERSION}.>", self.prefix)
    }

    /// Reports whether a subject or filter belongs to this pipeline.
    pub fn contains(&self, subject: &str) -> bool {
        let rest = subject.strip_prefix(self.prefix.as_str());
        rest.is_some_and(|rest| rest.starts_with('.'))
    }

    /// Returns the filter for all dead letters of one stage, or of [`SINK`] or [`ALERT`], and the notes on them:
    /// `articles.v1.dead.tag.>`.
    pub fn all_dead_of(&self, maker: &str) -> String {
        format!("{}.{VERSION}.dead.{maker}.>", self.prefix)
    }

    /// Returns the subject of the notes that a stage starts to process a suspect: `articles.v1.suspects.tag`.
    pub fn suspects(&self, stage: StageName) -> String {
        format!("{}.{VERSION}.suspects.{stage}", self.prefix)
    }

    /// Returns the filter for all dead letters and the notes on them: `articles.v1.dead.>`.
    pub fn all_dead(&self) -> String {
        self.all_of("dead")
    }

    /// Returns the filter for all dead letters without the notes on them: `articles.v1.dead.*.*`.
    pub fn dead_letters(&self) -> String {
        format!("{}.{VERSION}.dead.*.*", self.prefix)
    }

    /// Returns the subject of the note that a dead letter was replayed. The letter has `subject` and the
    /// stream sequence `sequence`.
    pub fn replay_note(subject: &str, sequence: u64) -> String {
        format!("{subject}.{REPLAYED}.{sequence}")
    }

    /// Returns the filter for the notes on all dead letters: `articles.v1.dead.*.*.replayed.*`.
    pub fn replay_notes(&self) -> String {
        format!("{}.{REPLAYED}.*", self.dead_letters())
    }

    /// Parses the subject of a dead letter or of a note on one. Returns `None` for any other subject.
    pub fn parse_dead<'s>(&self, subject: &'s str) -> Option<DeadSubject<'s>> {
        let mut tokens = subject.strip_prefix(self.dead_prefix().as_str())?.split('.');
        let (stage, reason) = (tokens.next()?, tokens.next()?);
        match (tokens.next(), tokens.next()) {
            (None, None) => Some(DeadSubject { stage, reason, note_on: None }),
            (Some(REPLAYED), Some(sequence)) => {
                Some(DeadSubject { stage, reason, note_on: Some(sequence.parse().ok()?) })
            }
            _ => None,
        }
    }

    fn dead_prefix(&self) -> String {
        format!("{}.{VERSION}.dead.", self.prefix)
    }

    /// Returns the event's token in the subject of an event: `segmented`.
    pub fn event_of<'s>(&self, subject: &'s str) -> Option<&'s str> {
        subject
            .strip_prefix(self.prefix.as_str())?
            .strip_prefix('.')?
            .strip_prefix(VERSION)?
            .split('.')
            .nth(1)
    }

    /// Returns the lane in the subject of an event, if it names one.
    pub fn lane_of(&self, subject: &str) -> Option<Lane> {
        let event = self.event_of(subject)?;
        Lane::ALL.into_iter().find(|lane| {
            let rest = subject.strip_prefix(self.lane(event, *lane).as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        })
    }

    /// Moves the subject of an event to another lane. Returns `None` if `subject` names no lane.
    pub fn on_lane(&self, subject: &str, lane: Lane) -> Option<String> {
        let event = self.event_of(subject)?;
        let rest = Lane::ALL.into_iter().find_map(|other| subject.strip_prefix(&self.lane(event, other)))?;
        Some(format!("{}{rest}", self.lane(event, lane)))
    }

    fn lane(&self, event: &str, lane: Lane) -> String {
        format!("{}.{VERSION}.{event}.{lane}", self.prefix)
    }
}

/// The urgency of an article. Workers serve live articles first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lane {
    /// Current news, as it is published.
    #[default]
    Live,
    /// Archives and reprocessing.
    Backfill,
}

impl Lane {
    /// Both lanes, the more urgent one first.
    pub const ALL: [Self; 2] = [Self::Live, Self::Backfill];

    /// Returns the subject token.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Backfill => "backfill",
        }
    }
}

impl fmt::Display for Lane {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for Lane {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|lane| lane.as_str() == word)
            .ok_or_else(|| format!("unknown lane `{word}`: use `live` or `backfill`"))
    }
}

/// Reports whether `word` can be one token of a subject.
fn is_token(word: &str) -> bool {
    let is_allowed = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    !word.is_empty() && word.chars().all(is_allowed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TextSegmented;

    #[test]
    fn a_subject_names_event_lane_and_language() {
        let subjects = Subjects::default();
        assert_eq!(subjects.event::<ArticleReceived>(Lane::Live, None), "articles.v1.received.live");
        assert_eq!(
            subjects.event::<TextSegmented>(Lane::Backfill, Some("en")),
            "articles.v1.segmented.backfill.en"
        );
    }

    #[test]
    fn a_language_that_cannot_be_a_token_becomes_und() {
        let subjects = Subjects::default();
        for language in ["", "e.n", "*", "en us", ">"] {
            let subject = subjects.event::<TextSegmented>(Lane::Live, Some(language));
            assert_eq!(subject, "articles.v1.segmented.live.und");
        }
    }

    #[test]
    fn a_lane_is_filtered_with_and_without_language() {
        let subjects = Subjects::default();
        assert_eq!(subjects.lane_filter("received", Lane::Live), "articles.v1.received.live");
        assert_eq!(subjects.lane_filter("detected", Lane::Live), "articles.v1.detected.live.*");
    }

    #[test]
    fn the_subject_of_a_dead_letter_names_stage_and_reason() {
        let subjects = Subjects::new("wire-2").unwrap();
        assert_eq!(subjects.dead("tag", DeadReason::InvalidJson), "wire-2.v1.dead.tag.invalid_json");
    }

    #[test]
    fn the_note_on_a_replay_is_parsed_with_its_dead_letter() {
        let subjects = Subjects::default();
        let letter = subjects.dead("tag", DeadReason::Panicked);
        let parsed = |note_on| Some(DeadSubject { stage: "tag", reason: "panicked", note_on });
        assert_eq!(subjects.parse_dead(&letter), parsed(None));
        assert_eq!(subjects.parse_dead(&Subjects::replay_note(&letter, 7)), parsed(Some(7)));
        for subject in ["articles.v1.dead.tag", "articles.v1.dead.tag.x.other.7", "news.v1.dead.tag.panicked"]
        {
            assert_eq!(subjects.parse_dead(subject), None, "{subject}");
        }
    }

    #[test]
    fn an_event_moves_to_another_lane() {
        let subjects = Subjects::default();
        for (subject, expected) in [
            ("articles.v1.received.live", "articles.v1.received.backfill"),
            ("articles.v1.tagged.live.en", "articles.v1.tagged.backfill.en"),
            ("articles.v1.tagged.backfill.en", "articles.v1.tagged.backfill.en"),
        ] {
            assert_eq!(subjects.on_lane(subject, Lane::Backfill).as_deref(), Some(expected));
        }
        assert_eq!(subjects.on_lane("articles.v1.tagged.fast.en", Lane::Live), None);
        assert_eq!(subjects.event_of("articles.v1.tagged.live.en"), Some("tagged"));
        assert_eq!(subjects.event_of("other.v1.tagged.live.en"), None);
    }

    #[test]
    fn rejects_a_prefix_that_is_not_one_token() {
        for prefix in ["", "a.b", "a b", "*", "ärger"] {
            assert!(Subjects::new(prefix).is_err(), "{prefix:?}");
        }
    }
}
