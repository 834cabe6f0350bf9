//! Subjects: where on the bus an event stands.
//!
//! `articles.v1.<event>.<lane>[.<lang>]` for events, `articles.v1.dead.<stage>.<reason>` for what could
//! not be processed. The prefix `articles` is a setting, so that two pipelines can share one server.

use std::{fmt, str::FromStr};

use thiserror::Error;

use crate::{Event, StageName};

/// Version token of every subject; it changes only with an incompatible wire format.
const VERSION: &str = "v1";

/// The prefix used where none is set.
pub const DEFAULT_PREFIX: &str = "articles";

/// Builds the subjects under one prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subjects {
    prefix: String,
}

/// Token of the notes on dead letters that were replayed.
const REPLAYED: &str = "replayed";

/// What the subject of a dead letter, or of a note on one, says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeadSubject<'s> {
    /// The stage that set the article aside.
    pub stage: &'s str,
    /// Why.
    pub reason: &'s str,
    /// For a note: the place of the dead letter that it is about.
    pub note_on: Option<u64>,
}

/// A prefix that cannot start a subject.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` cannot be a subject prefix: use letters, digits, `-` and `_`, such as `articles`")]
pub struct InvalidPrefix(String);

impl Default for Subjects {
    fn default() -> Self {
        Self { prefix: DEFAULT_PREFIX.to_owned() }
    }
}

impl Subjects {
    /// Subjects under `prefix`, which is one token of letters, digits, `-` and `_`.
    pub fn new(prefix: &str) -> Result<Self, InvalidPrefix> {
        let valid = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
        if prefix.is_empty() || !prefix.chars().all(valid) {
            return Err(InvalidPrefix(prefix.to_owned()));
        }
        Ok(Self { prefix: prefix.to_owned() })
    }

    /// The prefix, as set.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The subject one event is published on.
    pub fn event<E: Event>(&self, lane: Lane, language: Option<&str>) -> String {
        let lane = self.lane(E::NAME, lane);
        match language {
            Some(language) => format!("{lane}.{}", token(language, crate::UNDETERMINED)),
            None => lane,
        }
    }

    /// Everything of one event: `articles.v1.segmented.>`.
    pub fn all_of(&self, event: &str) -> String {
        format!("{}.{VERSION}.{event}.>", self.prefix)
    }

    /// What one lane of one event matches: `articles.v1.received.live` has no language token,
    /// `articles.v1.segmented.live.*` has.
    pub fn lane_filter(&self, event: &str, lane: Lane) -> String {
        let subject = self.lane(event, lane);
        if event == crate::ArticleReceived::NAME { subject } else { format!("{subject}.*") }
    }

    /// Where a stage sets aside what it cannot process.
    pub fn dead(&self, stage: StageName, reason: &str) -> String {
        format!("{}.{VERSION}.dead.{stage}.{}", self.prefix, token(reason, "unknown"))
    }

    /// Everything of this pipeline: `articles.v1.>`.
    pub fn all(&self) -> String {
        format!("{}.{VERSION}.>", self.prefix)
    }

    /// Every dead letter of one stage.
    pub fn all_dead_of(&self, stage: StageName) -> String {
        format!("{}.{VERSION}.dead.{stage}.>", self.prefix)
    }

    /// Where workers of a stage note that a suspect begins: `articles.v1.suspects.tag`.
    pub fn suspects(&self, stage: StageName) -> String {
        format!("{}.{VERSION}.suspects.{stage}", self.prefix)
    }

    /// Every dead letter.
    pub fn all_dead(&self) -> String {
        self.all_of("dead")
    }

    /// Every dead letter and no note on one: `articles.v1.dead.*.*`.
    pub fn dead_letters(&self) -> String {
        format!("{}.{VERSION}.dead.*.*", self.prefix)
    }

    /// Where a note stands that the dead letter at place `sequence`, found on `subject`, was replayed.
    pub fn replay_note(subject: &str, sequence: u64) -> String {
        format!("{subject}.{REPLAYED}.{sequence}")
    }

    /// Reads a subject on which a dead letter or a note on one stands.
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

    /// The event's token in the subject of an event: `segmented`.
    pub fn event_of<'s>(&self, subject: &'s str) -> Option<&'s str> {
        subject
            .strip_prefix(self.prefix.as_str())?
            .strip_prefix('.')?
            .strip_prefix(VERSION)?
            .split('.')
            .nth(1)
    }

    /// The subject of an event on another lane.
    pub fn on_lane(&self, subject: &str, lane: Lane) -> Option<String> {
        let event = self.event_of(subject)?;
        let rest = Lane::ALL.into_iter().find_map(|other| subject.strip_prefix(&self.lane(event, other)))?;
        Some(format!("{}{rest}", self.lane(event, lane)))
    }

    fn lane(&self, event: &str, lane: Lane) -> String {
        format!("{}.{VERSION}.{event}.{lane}", self.prefix)
    }
}

/// How urgent an article is. Live articles are served first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lane {
    /// News as it comes in.
    #[default]
    Live,
    /// Archives and reprocessing.
    Backfill,
}

impl Lane {
    /// Both lanes, the one served first in front.
    pub const ALL: [Self; 2] = [Self::Live, Self::Backfill];

    /// The subject token.
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
            .ok_or_else(|| format!("`{word}` is no lane: use `live` or `backfill`"))
    }
}

/// `word` if it can be one token of a subject, else `otherwise`.
fn token<'w>(word: &'w str, otherwise: &'w str) -> &'w str {
    let valid = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    if !word.is_empty() && word.chars().all(valid) { word } else { otherwise }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ArticleReceived, TextSegmented};

    #[test]
    fn an_event_stands_under_its_name_lane_and_language() {
        let subjects = Subjects::default();
        assert_eq!(subjects.event::<ArticleReceived>(Lane::Live, None), "articles.v1.received.live");
        assert_eq!(
            subjects.event::<TextSegmented>(Lane::Backfill, Some("en")),
            "articles.v1.segmented.backfill.en"
        );
    }

    #[test]
    fn a_language_that_is_no_subject_token_is_undetermined() {
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
    fn dead_letters_stand_under_stage_and_reason() {
        let subjects = Subjects::new("wire-2").unwrap();
        assert_eq!(subjects.dead(StageName::Tag, "invalid_json"), "wire-2.v1.dead.tag.invalid_json");
    }

    #[test]
    fn a_note_on_a_replay_stands_beside_the_dead_letter() {
        let subjects = Subjects::default();
        let letter = subjects.dead(StageName::Tag, "panicked");
        let parsed = |note_on| Some(DeadSubject { stage: "tag", reason: "panicked", note_on });
        assert_eq!(subjects.parse_dead(&letter), parsed(None));
        assert_eq!(subjects.parse_dead(&Subjects::replay_note(&letter, 7)), parsed(Some(7)));
        for subject in ["articles.v1.dead.tag", "articles.v1.dead.tag.x.other.7", "news.v1.dead.tag.panicked"]
        {
            assert_eq!(subjects.parse_dead(subject), None, "{subject}");
        }
    }

    #[test]
    fn an_event_can_change_its_lane() {
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
    fn a_prefix_is_one_token() {
        for prefix in ["", "a.b", "a b", "*", "ärger"] {
            assert!(Subjects::new(prefix).is_err(), "{prefix:?}");
        }
    }
}
