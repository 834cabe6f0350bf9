//! Finding names: the model's part, narrow enough to be exchanged for a trained one.

mod accurate;
mod brought;
mod dateline;
mod patterns;
mod rules;
pub mod trained;

use std::fmt::Debug;
use std::ops::Range;

use messages::EntityType;

pub use accurate::AccurateModel;
pub use brought::{BroughtModel, ModelLanguages};
pub use dateline::{DatelineParts, dateline_names};
pub(crate) use patterns::{SHIP_PREFIXES, pattern_names};
pub use rules::RuleModel;
pub use trained::TrainedModel;

use crate::calibration::Calibration;
use crate::document::Document;

/// A name or amount found: a run of tokens of one sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoredSpan {
    /// The tokens, as indexes into the document's.
    pub tokens: Range<usize>,
    /// What it is.
    pub entity_type: EntityType,
    /// How sure the model is, 0 to 1.
    pub score: f64,
}

/// Finds names in a document: its tokens in, scored spans out.
///
/// The document pass, the grammar, clusters and salience are the same whatever the model.
pub trait MentionModel: Debug + Send + Sync {
    /// Name and version, for provenance.
    fn name(&self) -> &str;

    /// Whether it has learnt the language; else it falls back on rules and tables.
    fn knows(&self, language: &str) -> bool;

    /// Whether a simpler model than the one asked for stands in for it in the language.
    fn is_replaced(&self, language: &str) -> bool {
        let _ = language;
        false
    }

    /// What makes its scores in this language the probability that a name is right.
    fn calibration(&self, _language: &str) -> Calibration {
        Calibration::NONE
    }

    /// The names, in reading order and apart from each other.
    fn find(&self, document: &Document<'_>) -> Vec<ScoredSpan>;
}
