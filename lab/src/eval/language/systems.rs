//! The detector and its peer, behind one question.

use language_detector::LanguageDetector;
use messages::{Stage as _, UNDETERMINED};

use crate::{languages::canonical, metrics::classification::Answer, pipeline::received};

/// Something that names the language of a text.
pub(super) enum System<'p> {
    /// Our stage.
    Detector(&'p LanguageDetector),
    /// whatlang on the raw text.
    Whatlang,
}

impl System<'_> {
    /// As it stands in the tables.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Detector(_) => "detector",
            Self::Whatlang => "whatlang",
        }
    }

    /// What it says of `text`, beside the right answer.
    pub(super) fn answer(&self, text: &str, gold: &str) -> anyhow::Result<Answer> {
        let (predicted, confidence, reliable) = match self {
            Self::Detector(detector) => {
                let language = detector.process(received(text))?.language;
                (canonical(&language.iso639_3).to_owned(), language.confidence, language.reliable)
            }
            Self::Whatlang => whatlang::detect(text).map_or_else(
                || (UNDETERMINED.to_owned(), 0.0, false),
                |found| (canonical(found.lang().code()).to_owned(), found.confidence(), found.is_reliable()),
            ),
        };
        Ok(Answer { gold: gold.to_owned(), predicted, confidence, reliable })
    }
}
