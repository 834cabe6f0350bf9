//! The accurate tier: a small transformer for the languages of its weight file, the fast model for all others.

use std::sync::Arc;

use encoder::TokenClassifier;

use super::{MentionModel, RuleModel, ScoredSpan, network};
use crate::calibration::Calibration;
use crate::document::{Document, Sentence};
use crate::gazetteer::Gazetteer;

/// The language the weights were trained on; its vocabulary knows no other well.
const LANGUAGE: &str = "en";

/// Fitted on GMB dev, which the encoder was not trained on: `cargo lab tiers` prints it.
const CALIBRATION: Calibration = Calibration { slope: 0.847, shift: -1.250 };

/// Finds names with an encoder.
#[derive(Debug)]
pub struct AccurateModel {
    encoder: TokenClassifier,
    fast: Box<dyn MentionModel>,
    rules: RuleModel,
    name: String,
}

impl AccurateModel {
    /// `fast` serves every language but the encoder's; `gazetteer` makes names whole that the encoder cuts.
    pub fn new(encoder: TokenClassifier, fast: Box<dyn MentionModel>, gazetteer: Arc<Gazetteer>) -> Self {
        let name = format!("{}+{}", encoder.name(), fast.name());
        Self { encoder, fast, rules: RuleModel::new(gazetteer), name }
    }
}

impl MentionModel for AccurateModel {
    fn name(&self) -> &str {
        &self.name
    }

    fn knows(&self, language: &str) -> bool {
        language == LANGUAGE || self.fast.knows(language)
    }

    fn is_replaced(&self, language: &str) -> bool {
        language != LANGUAGE
    }

    fn calibration(&self, language: &str) -> Calibration {
        if language == LANGUAGE { CALIBRATION } else { self.fast.calibration(language) }
    }

    fn find(&self, document: &Document<'_>) -> Vec<ScoredSpan> {
        if self.is_replaced(document.language) {
            return self.fast.find(document);
        }
        let words = |sentence: &Sentence| -> Vec<&str> {
            sentence.tokens.clone().map(|token| document.text(token)).collect()
        };
        let sentences: Vec<Vec<&str>> = document.sentences.iter().map(words).collect();
        network::spans(document, &self.encoder.names(&sentences), &self.rules)
    }
}
