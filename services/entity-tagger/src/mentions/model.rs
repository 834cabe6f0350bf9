//! The interface of a model that finds names.

use std::fmt::Debug;
use std::ops::Range;

use messages::EntityType;

use crate::calibration::Calibration;
use crate::document::Document;

/// A name that a model found: a run of tokens of one sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoredSpan {
    /// The tokens, as indexes into the document's.
    pub tokens: Range<usize>,
    /// The type of the name.
    pub entity_type: EntityType,
    /// How sure the model is, 0 to 1.
    pub score: f64,
}

/// Finds names in a document.
///
/// The document pass, the grammar, the clusters and the salience are the same for every model.
pub trait MentionModel: Debug + Send + Sync {
    /// Returns name and version, for provenance.
    fn name(&self) -> &str;

    /// Reports whether the model was trained on the language. If not, it falls back on rules and tables.
    fn knows(&self, language: &str) -> bool;

    /// Reports whether a simpler model than the configured one serves the language.
    fn is_replaced(&self, language: &str) -> bool {
        let _ = language;
        false
    }

    /// Returns what turns the model's scores in this language into the probability that a name is right.
    fn calibration(&self, _language: &str) -> Calibration {
        Calibration::NONE
    }

    /// Returns the names in reading order; no two overlap.
    fn find(&self, document: &Document<'_>) -> Vec<ScoredSpan>;
}
