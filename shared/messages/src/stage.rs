//! What a stage is: a pure function from one event to the next.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Event, Rejection};

/// One step of the pipeline: no clock, no environment, no files, no network.
///
/// The same input, version and model give the same output, byte for byte.
pub trait Stage: Send + Sync + 'static {
    /// The event it takes.
    type Input: Event;
    /// The event it publishes: the input and one more layer.
    type Output: Event;

    /// Who it is, for provenance and message ids.
    fn identity(&self) -> &StageIdentity;

    /// The first step it runs: its own, or the first of several run as one.
    fn first_stage(&self) -> StageName {
        self.identity().stage
    }

    /// Makes the next event, or says why this one can never be processed.
    fn process(&self, input: Self::Input) -> Result<Self::Output, Rejection>;

    /// This stage and `next` as one.
    fn then<N: Stage<Input = Self::Output>>(self, next: N) -> Then<Self, N>
    where
        Self: Sized,
    {
        Then { first: self, next }
    }
}

/// Who a stage is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageIdentity {
    /// Its place in the chain.
    pub stage: StageName,
    /// Version of its code.
    pub version: &'static str,
    /// Name and version of its rules or model, such as `whatlang-0.18`.
    pub model: String,
}

/// The four places in the chain.
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
}

impl StageName {
    /// All stages, first to last.
    pub const ALL: [Self; 4] = [Self::Detect, Self::Segment, Self::Tag, Self::Summarize];

    /// The verb used on the wire and on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Detect => "detect",
            Self::Segment => "segment",
            Self::Tag => "tag",
            Self::Summarize => "summarize",
        }
    }

    /// The agent: name of the worker binary and of its durable consumers.
    pub fn worker(self) -> &'static str {
        match self {
            Self::Detect => "language-detector",
            Self::Segment => "segmenter",
            Self::Tag => "entity-tagger",
            Self::Summarize => "summarizer",
        }
    }
}

impl fmt::Display for StageName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// Two neighbouring stages run as one, without a broker in between.
#[derive(Debug, Clone)]
pub struct Then<A, B> {
    first: A,
    next: B,
}

impl<A: Stage, B: Stage<Input = A::Output>> Stage for Then<A, B> {
    type Input = A::Input;
    type Output = B::Output;

    fn identity(&self) -> &StageIdentity {
        self.next.identity()
    }

    fn first_stage(&self) -> StageName {
        self.first.first_stage()
    }

    fn process(&self, input: Self::Input) -> Result<Self::Output, Rejection> {
        self.next.process(self.first.process(input)?)
    }
}
