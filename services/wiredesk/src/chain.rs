//! The four stages in one process: an article's JSON in, the enriched article's JSON out.

use std::panic::{AssertUnwindSafe, catch_unwind};

use entity_tagger::EntityTagger;
use language_detector::{LanguageChoice, LanguageDetector};
use messages::{ArticleReceived, DeadReason, Event, Rejection, Stage, StageName};
use segmenter::Segmenter;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use summarizer::{Budget, Summarizer};

use crate::{
    cli::StageArg,
    inputs::{Input, InputError},
};

/// How far to go, and how.
#[derive(Debug, Clone, Copy, PartialEq, clap::Args)]
pub(crate) struct ChainArgs {
    /// The last stage to run
    #[arg(long, value_name = "STAGE", default_value = "summarize")]
    through: StageArg,
    /// Languages that may be named: `all`, `only:en,de` or `not:nn,gl`
    #[arg(long, value_name = "CHOICE", default_value_t = LanguageChoice::default())]
    languages: LanguageChoice,
    /// List words and marks, too
    #[arg(long)]
    tokens: bool,
    /// Length of the summary: `3`, `sentences:3`, `words:60`, `characters:400` or `ratio:0.2`
    #[arg(long, value_name = "BUDGET", default_value_t = Budget::default())]
    summary: Budget,
}

/// The stages asked for; those after the last are not built.
pub(crate) struct Chain {
    detector: LanguageDetector,
    segmenter: Option<Segmenter>,
    tagger: Option<EntityTagger>,
    summarizer: Option<Summarizer>,
}

impl Chain {
    /// Builds the stages with their tables, the third with `tagger`. Make one and share it.
    pub(crate) fn new(args: ChainArgs, tagger: impl FnOnce() -> EntityTagger) -> Self {
        let through = |stage| args.through.name() >= stage;
        Self {
            detector: LanguageDetector::new().choosing(args.languages),
            segmenter: through(StageName::Segment).then(|| Segmenter::with_tokens(args.tokens)),
            tagger: through(StageName::Tag).then(tagger),
            summarizer: through(StageName::Summarize).then(|| Summarizer::new(args.summary)),
        }
    }

    /// The enriched article as one line of JSON, or why there is none.
    pub(crate) fn annotate(&self, input: &Input) -> Result<Vec<u8>, Failure> {
        match &input.payload {
            Ok(payload) => self.enrich(payload).map_err(|error| error.of(id_in(payload), &input.origin)),
            Err(error) => Err(StageError::unreadable(error).of(None, &input.origin)),
        }
    }

    fn enrich(&self, payload: &[u8]) -> Result<Vec<u8>, StageError> {
        let received =
            guarded(StageName::Detect, || ArticleReceived::decode(payload).map_err(StageError::from))?;
        let event = run(&self.detector, received)?;
        let Some(segmenter) = &self.segmenter else { return Ok(event.encode()) };
        let event = run(segmenter, event)?;
        let Some(tagger) = &self.tagger else { return Ok(event.encode()) };
        let event = run(tagger, event)?;
        let Some(summarizer) = &self.summarizer else { return Ok(event.encode()) };
        Ok(run(summarizer, event)?.encode())
    }
}

/// What is written instead of an enriched article.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct Failure {
    /// The id in the article, where it could be made out.
    id: Option<Value>,
    error: Box<FailureReason>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct FailureReason {
    stage: &'static str,
    code: &'static str,
    message: String,
    /// Where the article came from.
    origin: String,
}

impl Failure {
    /// An article of which nothing came back.
    pub(crate) fn lost(origin: &str) -> Self {
        StageError::panicked("detect").of(None, origin)
    }

    /// For people: where and what.
    pub(crate) fn sentence(&self) -> String {
        let FailureReason { stage, code, message, origin } = &*self.error;
        format!("{origin}: {message} ({stage}: {code})")
    }
}

/// Why a stage made nothing.
#[derive(Debug)]
struct StageError {
    stage: &'static str,
    code: &'static str,
    message: String,
}

impl StageError {
    fn of(self, id: Option<Value>, origin: &str) -> Failure {
        let Self { stage, code, message } = self;
        let reason = FailureReason { stage, code, message, origin: origin.to_owned() };
        Failure { id, error: Box::new(reason) }
    }

    fn unreadable(error: &InputError) -> Self {
        Self { stage: "read", code: error.code(), message: error.to_string() }
    }

    fn rejected(stage: StageName, rejection: &Rejection) -> Self {
        Self { stage: stage.as_str(), code: DeadReason::Rejected.code(), message: rejection.message.clone() }
    }

    fn panicked(stage: &'static str) -> Self {
        let message = "the stage failed in a way its authors did not foresee: please report it";
        Self { stage, code: DeadReason::Panicked.code(), message: message.to_owned() }
    }
}

/// What is no article is for the first stage to say.
impl From<messages::DecodeError> for StageError {
    fn from(error: messages::DecodeError) -> Self {
        Self { stage: StageName::Detect.as_str(), code: error.code(), message: error.to_string() }
    }
}

fn run<S: Stage>(stage: &S, input: S::Input) -> Result<S::Output, StageError> {
    let name = stage.identity().stage;
    guarded(name, || stage.process(input).map_err(|rejection| StageError::rejected(name, &rejection)))
}

/// A panic costs one article, not the run. Stages hold nothing that a panic could leave half done.
fn guarded<T>(stage: StageName, work: impl FnOnce() -> Result<T, StageError>) -> Result<T, StageError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(StageError::panicked(stage.as_str())))
}

/// The id an article carries, even where the rest of it is of no use.
fn id_in(payload: &[u8]) -> Option<Value> {
    #[derive(Deserialize)]
    struct Identified {
        id: Value,
    }
    let Identified { id } = serde_json::from_slice(payload).ok()?;
    (id.is_string() || id.is_number()).then_some(id)
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum;

    use super::*;

    fn annotate(through: StageArg, payload: &str) -> Result<Value, Value> {
        let chain = Chain::new(
            ChainArgs {
                through,
                languages: LanguageChoice::default(),
                tokens: false,
                summary: Budget::default(),
            },
            EntityTagger::new,
        );
        let input = Input { origin: "a.jsonl:1".into(), payload: Ok(payload.into()) };
        match chain.annotate(&input) {
            Ok(line) => Ok(serde_json::from_slice(&line).unwrap()),
            Err(failure) => Err(serde_json::to_value(failure).unwrap()),
        }
    }

    fn refused(payload: &str) -> String {
        annotate(StageArg::Detect, payload).unwrap_err().to_string()
    }

    #[test]
    fn each_stage_adds_its_layer() {
        let layers = ["language", "segments", "entities", "summary"];
        for (count, last) in (1..).zip(StageArg::value_variants()) {
            let event = annotate(*last, r#"{"body":"Snow fell in Oslo. It melted."}"#).unwrap();
            let found: Vec<&str> = layers.into_iter().filter(|layer| event.get(layer).is_some()).collect();
            assert_eq!(found, layers[..count]);
            assert_eq!(event["provenance"].as_array().unwrap().len(), count);
        }
    }

    #[test]
    fn what_is_no_article_is_refused_with_its_id_and_place() {
        assert_eq!(
            refused(r#"{"id":"a-1"}"#),
            r#"{"id":"a-1","error":{"stage":"detect","code":"missing_body","message":"not an article: it has no `body`","origin":"a.jsonl:1"}}"#
        );
        assert!(refused("{").starts_with(r#"{"id":null,"error":{"stage":"detect","code":"invalid_json""#));
        assert!(refused(r#"{"id":7,"body":" "}"#).starts_with(r#"{"id":7,"error""#));
        assert!(refused("[1]").contains(r#""code":"invalid_article""#));
    }

    #[test]
    fn what_cannot_be_read_says_so() {
        let chain = Chain::new(
            ChainArgs {
                through: StageArg::Detect,
                languages: LanguageChoice::default(),
                tokens: false,
                summary: Budget::default(),
            },
            EntityTagger::new,
        );
        let error = InputError::Unreadable("no such file".into());
        let failure = chain.annotate(&Input { origin: "a.txt".into(), payload: Err(error) }).unwrap_err();
        assert_eq!(failure.sentence(), "a.txt: cannot be read: no such file (read: unreadable)");
    }

    #[test]
    fn a_panic_is_the_failure_of_one_article() {
        let error = guarded::<()>(StageName::Tag, || panic!("on purpose")).unwrap_err();
        assert_eq!((error.stage, error.code), ("tag", "panicked"));
    }

    #[test]
    fn a_rejection_names_its_stage() {
        let error = StageError::rejected(StageName::Segment, &Rejection::new("too odd"));
        let failure = error.of(None, "-:1");
        assert_eq!(failure.sentence(), "-:1: too odd (segment: rejected)");
    }
}
