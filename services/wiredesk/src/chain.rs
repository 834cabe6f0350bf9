//! The stages in one process: takes an article's JSON, returns the enriched article's JSON.

use ::console::stages::{StageFailure, received, run};
use entity_tagger::EntityTagger;
use language_detector::LanguageDetector;
use messages::{Event, StageName};
use runtime::settings::{Environment, Problems};
use segmenter::Segmenter;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use summarizer::AnySummarizer;

use crate::{
    inputs::{Input, InputError},
    stages::StageArgs,
};

/// The stages up to the last one wanted.
pub(crate) struct Chain {
    detector: LanguageDetector,
    segmenter: Option<Segmenter>,
    tagger: Option<EntityTagger>,
    summarizer: Option<AnySummarizer>,
}

impl Chain {
    /// Builds the stages up to `last`, with their tables. Adds every problem with their settings to
    /// `problems`.
    ///
    /// Building takes a while, so make one and share it.
    pub(crate) fn new(
        last: StageName,
        args: &StageArgs,
        environment: &dyn Environment,
        problems: &mut Problems,
    ) -> Self {
        let runs = |stage| last >= stage;
        Self {
            detector: args.detector.stage(environment, problems),
            segmenter: runs(StageName::Segment).then(|| args.segmenter.stage(environment, problems)),
            tagger: runs(StageName::Tag).then(|| args.tagger.stage(environment, problems)),
            summarizer: runs(StageName::Summarize).then(|| args.summarizer.stage(environment, problems)),
        }
    }

    /// Returns the enriched article as one line of JSON, or why there is none.
    pub(crate) fn annotate(&self, input: &Input) -> Result<Vec<u8>, Failure> {
        match &input.payload {
            Ok(payload) => {
                self.enrich(payload).map_err(|failure| Failure::of(failure, id_in(payload), &input.origin))
            }
            Err(error) => Err(Failure::unreadable(error, &input.origin)),
        }
    }

    fn enrich(&self, payload: &[u8]) -> Result<Vec<u8>, StageFailure> {
        let event = run(&self.detector, received(payload)?)?;
        let Some(segmenter) = &self.segmenter else { return Ok(event.encode()) };
        let event = run(segmenter, event)?;
        let Some(tagger) = &self.tagger else { return Ok(event.encode()) };
        let event = run(tagger, event)?;
        let Some(summarizer) = &self.summarizer else { return Ok(event.encode()) };
        Ok(run(summarizer, event)?.encode())
    }
}

/// The error that is written instead of an enriched article.
#[derive(Debug, PartialEq, Serialize)]
pub(crate) struct Failure {
    /// The article's id, if it could be read.
    id: Option<Value>,
    error: Box<FailureReason>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct FailureReason {
    stage: &'static str,
    code: &'static str,
    message: String,
    /// The place that the article was read from, such as `feed.jsonl:12`.
    origin: String,
}

impl Failure {
    /// Returns the failure of an article whose thread ended without a result.
    pub(crate) fn lost(origin: &str) -> Self {
        Self::of(StageFailure::panicked(StageName::Detect), None, origin)
    }

    /// Returns the failure of the article with `id` from `origin`.
    fn of(failure: StageFailure, id: Option<Value>, origin: &str) -> Self {
        let StageFailure { stage, code, message } = failure;
        let reason = FailureReason { stage: stage.as_str(), code, message, origin: origin.to_owned() };
        Self { id, error: Box::new(reason) }
    }

    fn unreadable(error: &InputError, origin: &str) -> Self {
        let message = error.to_string();
        let reason = FailureReason { stage: "read", code: error.code(), message, origin: origin.to_owned() };
        Self { id: None, error: Box::new(reason) }
    }

    /// Returns the failure as a sentence for people.
    pub(crate) fn sentence(&self) -> String {
        let FailureReason { stage, code, message, origin } = &*self.error;
        format!("{origin}: {message} ({stage}: {code})")
    }
}

/// Returns the id of an article, even if the rest of the article is invalid.
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
    use std::collections::HashMap;

    use super::*;

    fn chain(last: StageName) -> Chain {
        let mut problems = Problems::default();
        let chain = Chain::new(last, &StageArgs::default(), &HashMap::new(), &mut problems);
        problems.or(chain).unwrap()
    }

    fn annotate(last: StageName, payload: &str) -> Result<Value, Value> {
        let input = Input { origin: "a.jsonl:1".into(), payload: Ok(payload.into()) };
        match chain(last).annotate(&input) {
            Ok(line) => Ok(serde_json::from_slice(&line).unwrap()),
            Err(failure) => Err(serde_json::to_value(failure).unwrap()),
        }
    }

    fn failure(payload: &str) -> String {
        annotate(StageName::Detect, payload).unwrap_err().to_string()
    }

    #[test]
    fn each_stage_adds_its_layer() {
        let layers = ["language", "segments", "entities", "summary"];
        for (count, last) in (1..).zip(StageName::ALL) {
            let event = annotate(last, r#"{"body":"Snow fell in Oslo. It melted."}"#).unwrap();
            let found: Vec<&str> = layers.into_iter().filter(|layer| event.get(layer).is_some()).collect();
            assert_eq!(found, layers[..count]);
            assert_eq!(event["provenance"].as_array().unwrap().len(), count);
        }
    }

    #[test]
    fn a_failure_names_the_articles_id_and_origin() {
        assert_eq!(
            failure(r#"{"id":"a-1"}"#),
            r#"{"id":"a-1","error":{"stage":"detect","code":"missing_body","message":"not an article: it has no `body`","origin":"a.jsonl:1"}}"#
        );
        assert!(failure("{").starts_with(r#"{"id":null,"error":{"stage":"detect","code":"invalid_json""#));
        assert!(failure(r#"{"id":7,"body":" "}"#).starts_with(r#"{"id":7,"error""#));
        assert!(failure("[1]").contains(r#""code":"invalid_article""#));
    }

    #[test]
    fn an_unreadable_input_is_a_failure() {
        let error = InputError::Unreadable("no such file".into());
        let input = Input { origin: "a.txt".into(), payload: Err(error) };
        let failure = chain(StageName::Detect).annotate(&input).unwrap_err();
        assert_eq!(failure.sentence(), "a.txt: cannot be read: no such file (read: unreadable)");
    }

    #[test]
    fn a_failure_of_a_stage_names_it() {
        let failure = Failure::of(StageFailure::panicked(StageName::Tag), None, "-:1");
        assert!(failure.sentence().ends_with("(tag: panicked)"), "{}", failure.sentence());
    }
}
