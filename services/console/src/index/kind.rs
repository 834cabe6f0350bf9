//! What a stored message is: an event of the chain, a dead letter, or the note on a replay.

use messages::{
    ArticleLinked, ArticleReceived, ArticleSummarized, EntitiesTagged, Event, LanguageDetected, StageName,
    TextSegmented, subjects::Subjects,
};
use runtime::topology::{ALERTS, DEAD};

/// The kind of a stored message, in the order in which articles pass them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An article as its publisher sent it.
    Received,
    /// An article with its language.
    Detected,
    /// An article with its blocks and sentences.
    Segmented,
    /// An article with its names.
    Tagged,
    /// An enriched article.
    Summarized,
    /// A dead letter.
    Dead,
    /// The note that a dead letter was replayed.
    Replayed,
    /// An enriched article with its story.
    Linked,
    /// The match of an article and a rule.
    Alerts,
}

impl Kind {
    /// The streams that the index reads.
    pub const STREAMS: [Self; 8] = [
        Self::Received,
        Self::Detected,
        Self::Segmented,
        Self::Tagged,
        Self::Summarized,
        Self::Dead,
        Self::Linked,
        Self::Alerts,
    ];

    /// Returns the kind of the message that was published on `subject`.
    pub fn of(subjects: &Subjects, subject: &str) -> Option<Self> {
        match subjects.event_of(subject)? {
            ArticleReceived::NAME => Some(Self::Received),
            LanguageDetected::NAME => Some(Self::Detected),
            TextSegmented::NAME => Some(Self::Segmented),
            EntitiesTagged::NAME => Some(Self::Tagged),
            ArticleSummarized::NAME => Some(Self::Summarized),
            ArticleLinked::NAME => Some(Self::Linked),
            ALERTS => Some(Self::Alerts),
            DEAD => match subjects.parse_dead(subject)?.note_on {
                None => Some(Self::Dead),
                Some(_) => Some(Self::Replayed),
            },
            _ => None,
        }
    }

    /// Returns the name of its event, or what it is called in a timeline.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Received => ArticleReceived::NAME,
            Self::Detected => LanguageDetected::NAME,
            Self::Segmented => TextSegmented::NAME,
            Self::Tagged => EntitiesTagged::NAME,
            Self::Summarized => ArticleSummarized::NAME,
            Self::Dead => DEAD,
            Self::Replayed => "replayed",
            Self::Linked => ArticleLinked::NAME,
            Self::Alerts => ALERTS,
        }
    }

    /// Reports whether pipelines have its stream only if their operators ask for it.
    #[must_use]
    pub fn is_optional(self) -> bool {
        matches!(self, Self::Linked | Self::Alerts)
    }

    /// Returns the kind after which its stream is named: notes on replays are in the stream of dead letters.
    #[must_use]
    pub fn stream(self) -> Self {
        if self == Self::Replayed { Self::Dead } else { self }
    }

    /// Returns the stage that makes this event; `None` for what no stage of the chain makes.
    pub fn stage(self) -> Option<StageName> {
        StageName::ALL.into_iter().find(|stage| stage.output() == self.as_str())
    }

    /// Returns the kind of what a stage makes; `None` if the index does not read it.
    pub fn made_by(stage: StageName) -> Option<Self> {
        Self::STREAMS.into_iter().find(|kind| kind.as_str() == stage.output())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_tells_the_kind() {
        for (subject, expected) in [
            ("articles.v1.received.live", Some(Kind::Received)),
            ("articles.v1.summarized.backfill.en", Some(Kind::Summarized)),
            ("articles.v1.dead.tag.panicked", Some(Kind::Dead)),
            ("articles.v1.dead.tag.panicked.replayed.7", Some(Kind::Replayed)),
            ("articles.v1.linked.live.en", Some(Kind::Linked)),
            ("articles.v1.alerts.rain", Some(Kind::Alerts)),
            ("articles.v1.suspects.tag", None),
            ("other.v1.received.live", None),
        ] {
            assert_eq!(Kind::of(&Subjects::default(), subject), expected, "{subject}");
        }
    }

    #[test]
    fn each_stage_makes_one_kind() {
        for stage in StageName::ALL {
            assert_eq!(Kind::made_by(stage).and_then(Kind::stage), Some(stage));
        }
    }
}
