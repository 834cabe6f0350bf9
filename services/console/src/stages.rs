//! The four stages in this process, for texts that nobody publishes and for dead letters that somebody repairs.

use std::panic::{AssertUnwindSafe, catch_unwind};

use entity_tagger::{EntityTagger, TaggerArgs};
use language_detector::{DetectorArgs, LanguageDetector};
use messages::{
    ArticleReceived, ArticleSummarized, DeadReason, DecodeError, EntitiesTagged, Event, LanguageDetected,
    Stage, StageName, TextSegmented,
};
use runtime::settings::{Environment, Problems};
use segmenter::{Segmenter, SegmenterArgs};
use serde::Serialize;
use summarizer::{AnySummarizer, SummarizerArgs};

/// The four stages.
pub struct Stages {
    detector: LanguageDetector,
    segmenter: Segmenter,
    tagger: EntityTagger,
    summarizer: AnySummarizer,
}

/// The reason why a stage returned nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StageFailure {
    /// The stage.
    pub stage: StageName,
    /// The code of the reason.
    pub code: &'static str,
    /// The explanation, without article text.
    pub message: String,
}

impl Stages {
    /// Builds the stages with their tables, with the settings of the environment. Their flags would be in the way
    /// of the console's own. Adds every problem with the settings to `problems`.
    pub fn from_environment(environment: &dyn Environment, problems: &mut Problems) -> Self {
        Self {
            detector: DetectorArgs::default().stage(environment, problems),
            segmenter: SegmenterArgs::default().stage(environment, problems),
            tagger: TaggerArgs::default().stage(environment, problems),
            summarizer: SummarizerArgs::default().stage(environment, problems),
        }
    }

    /// Runs all stages on an article as its publisher sends it. Returns the enriched article.
    ///
    /// # Errors
    ///
    /// When the payload is not an article, or a stage rejects it.
    pub fn annotate(&self, payload: &[u8]) -> Result<Vec<u8>, StageFailure> {
        let received = decode(StageName::Detect, payload)?;
        let detected = run(&self.detector, received)?;
        let tagged = run(&self.tagger, run(&self.segmenter, detected)?)?;
        Ok(run(&self.summarizer, tagged)?.encode())
    }

    /// Runs one stage on its input. Returns its output.
    ///
    /// # Errors
    ///
    /// When the payload is not the stage's input, or the stage rejects it.
    pub fn run_one(&self, stage: StageName, payload: &[u8]) -> Result<Vec<u8>, StageFailure> {
        match stage {
            StageName::Detect => alone(&self.detector, payload),
            StageName::Segment => alone(&self.segmenter, payload),
            StageName::Tag => alone(&self.tagger, payload),
            StageName::Summarize => alone(&self.summarizer, payload),
            StageName::Link => Err(StageFailure::needs_others(stage)),
        }
    }
}

impl StageFailure {
    /// Returns the failure of what cannot run on an article alone.
    fn needs_others(stage: StageName) -> Self {
        let message =
            format!("`{stage}` compares an article with those before it, so it cannot run on one alone");
        Self { stage, code: DeadReason::Rejected.code(), message }
    }

    /// Returns the failure of a stage that panicked.
    pub fn panicked(stage: StageName) -> Self {
        let message = "the stage panicked, which is a defect of this program: please report it".to_owned();
        Self { stage, code: DeadReason::Panicked.code(), message }
    }
}

/// Reads an article as its publisher sends it.
///
/// # Errors
///
/// When it is not an article.
pub fn received(payload: &[u8]) -> Result<ArticleReceived, StageFailure> {
    decode(StageName::Detect, payload)
}

/// Checks that a payload is the input of a stage.
///
/// # Errors
///
/// When it is not.
fn check_input(stage: StageName, payload: &[u8]) -> Result<(), StageFailure> {
    match stage {
        StageName::Detect => decode::<ArticleReceived>(stage, payload).map(drop),
        StageName::Segment => decode::<LanguageDetected>(stage, payload).map(drop),
        StageName::Tag => decode::<TextSegmented>(stage, payload).map(drop),
        StageName::Summarize => decode::<EntitiesTagged>(stage, payload).map(drop),
        StageName::Link => decode::<ArticleSummarized>(stage, payload).map(drop),
    }
}

/// Checks that a payload is an event of this name: the input of a stage, or an enriched article.
///
/// # Errors
///
/// When it is not.
pub fn check_event(event: &str, payload: &[u8]) -> Result<(), StageFailure> {
    match StageName::ALL.into_iter().find(|stage| stage.input() == event) {
        Some(stage) => check_input(stage, payload),
        // What sinks read.
        None => decode::<ArticleSummarized>(StageName::Summarize, payload).map(drop),
    }
}

fn alone<S: Stage>(stage: &S, payload: &[u8]) -> Result<Vec<u8>, StageFailure> {
    let input = decode(stage.identity().stage, payload)?;
    Ok(run(stage, input)?.encode())
}

fn decode<E: Event>(stage: StageName, payload: &[u8]) -> Result<E, StageFailure> {
    let explained =
        |error: DecodeError| StageFailure { stage, code: error.code(), message: error.to_string() };
    guarded(stage, || E::decode(payload).map_err(explained))
}

/// Runs a stage. If it rejects its input or panics, it fails.
///
/// # Errors
///
/// The reason why it returned nothing.
pub fn run<S: Stage>(stage: &S, input: S::Input) -> Result<S::Output, StageFailure> {
    let name = stage.identity().stage;
    let code = DeadReason::Rejected.code();
    guarded(name, || {
        stage.process(input).map_err(|rejection| StageFailure {
            stage: name,
            code,
            message: rejection.message,
        })
    })
}

/// Turns a panic in `work` into an error. Stages keep no state between articles, so a panic leaves nothing half
/// changed.
fn guarded<T>(stage: StageName, work: impl FnOnce() -> Result<T, StageFailure>) -> Result<T, StageFailure> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(StageFailure::panicked(stage)))
}

impl std::fmt::Debug for Stages {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Stages").finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    fn stages() -> Stages {
        let mut problems = Problems::default();
        let stages = Stages::from_environment(&HashMap::new(), &mut problems);
        problems.or(stages).unwrap()
    }

    #[test]
    fn each_stage_alone_makes_what_all_make_together() {
        let (stages, article) = (stages(), br#"{"body":"Snow fell in Oslo. It melted."}"#);
        let mut event = article.to_vec();
        for stage in StageName::ALL {
            event = stages.run_one(stage, &event).unwrap();
        }
        assert_eq!(event, stages.annotate(article).unwrap());
    }

    #[test]
    fn a_failure_names_stage_and_reason() {
        let failure = stages().run_one(StageName::Tag, br#"{"body":"Snow."}"#).unwrap_err();
        assert_eq!((failure.stage, failure.code), (StageName::Tag, "invalid_event"));
        assert_eq!(stages().annotate(b"{}").unwrap_err().code, "missing_body");
    }

    #[test]
    fn a_payload_must_be_the_event_of_its_subject() {
        assert!(check_event("received", br#"{"body":"Rain."}"#).is_ok());
        assert!(check_event("received", b"{\"body\"").is_err());
        assert!(check_event("segmented", br#"{"body":"Rain."}"#).is_err());
        assert!(check_event("summarized", br#"{"body":"Rain."}"#).is_err());
        assert!(check_event("summarized", &stages().annotate(br#"{"body":"Rain."}"#).unwrap()).is_ok());
    }

    #[test]
    fn a_panic_is_a_failure() {
        let failure = guarded::<()>(StageName::Tag, || panic!("on purpose")).unwrap_err();
        assert_eq!(failure.code, "panicked");
    }
}
