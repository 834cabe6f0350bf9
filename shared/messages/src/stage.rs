//! What a stage is: a pure function from one event to the next.

use crate::{
    ArticleLinked, ArticleReceived, ArticleSummarized, EntitiesTagged, Event, LanguageDetected, Rejection,
    StageIdentity, StageName, TextSegmented,
};

/// One step of the pipeline. It uses no clock, environment, file or network.
///
/// The same input, version and model give the same output, byte for byte.
///
/// ```
/// # use wiredesk_messages as messages;
/// use messages::{
///     Article, ArticleReceived, Language, LanguageDetected, Provenance, Rejection, Stage, StageIdentity, StageName,
/// };
///
/// /// Takes every article for an English one.
/// struct AlwaysEnglish(StageIdentity);
///
/// impl Stage for AlwaysEnglish {
///     type Input = ArticleReceived;
///     type Output = LanguageDetected;
///
///     fn identity(&self) -> &StageIdentity {
///         &self.0
///     }
///
///     fn process(&self, input: ArticleReceived) -> Result<LanguageDetected, Rejection> {
///         let language = Language {
///             tag: "en".into(),
///             iso639_3: "eng".into(),
///             script: "Latn".into(),
///             confidence: 1.0,
///             reliable: false,
///             alternatives: vec![],
///             paragraphs: vec![],
///         };
///         Ok(input.detected(language, Provenance::ok(&self.0)))
///     }
/// }
///
/// let identity = StageIdentity { stage: StageName::Detect, version: "1.0.0", model: "always-english-1".into() };
/// let event = AlwaysEnglish(identity).process(ArticleReceived { article: Article::from_body("Rain in Oslo.") })?;
/// assert_eq!(event.language.tag, "en");
/// assert_eq!(event.provenance[0].model, "always-english-1");
/// # Ok::<(), Rejection>(())
/// ```
pub trait Stage: Send + Sync + 'static {
    /// The event that the stage takes.
    type Input: Event;
    /// The event that the stage publishes: the input and one more layer.
    type Output: Event;

    /// Returns the stage's identity, for provenance and message ids.
    fn identity(&self) -> &StageIdentity;

    /// Returns the first stage that this one runs: itself, or the first of several that run as one.
    fn first_stage(&self) -> StageName {
        self.identity().stage
    }

    /// Makes the next event.
    ///
    /// # Errors
    ///
    /// When the stage can never process this event.
    fn process(&self, input: Self::Input) -> Result<Self::Output, Rejection>;

    /// Joins this stage and `next` into one stage.
    fn then<N: Stage<Input = Self::Output>>(self, next: N) -> Then<Self, N>
    where
        Self: Sized,
    {
        Then { first: self, next }
    }
}

impl StageName {
    /// Returns the name of the event that the stage takes: `detected` for segmentation.
    pub fn input(self) -> &'static str {
        match self {
            Self::Detect => ArticleReceived::NAME,
            Self::Segment => LanguageDetected::NAME,
            Self::Tag => TextSegmented::NAME,
            Self::Summarize => EntitiesTagged::NAME,
            Self::Link => ArticleSummarized::NAME,
        }
    }

    /// Returns the name of the event that the stage publishes: `segmented` for segmentation.
    pub fn output(self) -> &'static str {
        match self {
            Self::Detect => LanguageDetected::NAME,
            Self::Segment => TextSegmented::NAME,
            Self::Tag => EntitiesTagged::NAME,
            Self::Summarize => ArticleSummarized::NAME,
            Self::Link => ArticleLinked::NAME,
        }
    }
}

/// A boxed stage, for a stage whose type is known only at run time.
impl<S: Stage + ?Sized> Stage for Box<S> {
    type Input = S::Input;
    type Output = S::Output;

    fn identity(&self) -> &StageIdentity {
        (**self).identity()
    }

    fn first_stage(&self) -> StageName {
        (**self).first_stage()
    }

    fn process(&self, input: Self::Input) -> Result<Self::Output, Rejection> {
        (**self).process(input)
    }
}

/// Two neighbouring stages that run as one, without a broker in between.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stage_takes_what_the_one_before_it_publishes() {
        for stages in StageName::ALL.windows(2) {
            assert_eq!(stages[0].output(), stages[1].input());
        }
    }
}
