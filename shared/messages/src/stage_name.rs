//! The four stages by name, and the optional linker.

use std::{fmt, str::FromStr};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The four stages, in the order in which articles pass them, and the linker, which a pipeline may have or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum StageName {
    /// Language detection.
    Detect,
    /// Segmentation.
    Segment,
    /// Entity tagging.
    Tag,
    /// Summarization.
    Summarize,
    /// Linking to stories. It is no [`Stage`](crate::Stage): what it says depends on the articles before.
    Link,
}

impl StageName {
    /// The stages of every pipeline, first to last. The linker is not among them.
    pub const ALL: [Self; 4] = [Self::Detect, Self::Segment, Self::Tag, Self::Summarize];

    /// Returns the verb that names the stage on the wire and on the command line: `detect`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Detect => "detect",
            Self::Segment => "segment",
            Self::Tag => "tag",
            Self::Summarize => "summarize",
            Self::Link => "link",
        }
    }

    /// Returns the name of the worker program and of its durable consumers: `language-detector`.
    pub fn worker(self) -> &'static str {
        match self {
            Self::Detect => "language-detector",
            Self::Segment => "segmenter",
            Self::Tag => "entity-tagger",
            Self::Summarize => "summarizer",
            Self::Link => "story-linker",
        }
    }
}

impl fmt::Display for StageName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// A name that no stage has.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a stage: use `detect`, `segment`, `tag` or `summarize`")]
pub struct UnknownStage(String);

impl FromStr for StageName {
    type Err = UnknownStage;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let stage = Self::ALL.into_iter().find(|stage| stage.as_str() == name);
        stage.ok_or_else(|| UnknownStage(name.to_owned()))
    }
}

/// The identity of a stage, which provenance names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageIdentity {
    /// The stage's place in the chain.
    pub stage: StageName,
    /// The version of its code.
    pub version: &'static str,
    /// The name and version of its rules or model, such as `whatlang-0.18`.
    pub model: String,
}
