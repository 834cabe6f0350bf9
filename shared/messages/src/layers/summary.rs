//! The summary layer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::PointsInto;
use crate::ArticleText;

/// An extract: the article's own sentences, each traceable, with keywords.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// The chosen sentences, verbatim, joined by one space; by nothing in Chinese and Japanese.
    pub text: String,
    /// Indexes of the chosen sentences, in article order.
    pub sentences: Vec<usize>,
    /// What the article is about, most telling first.
    pub keywords: Vec<Keyword>,
}

/// A telling word or phrase.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Keyword {
    /// As it stands in the article.
    pub text: String,
    /// How telling, 0 to 1.
    pub score: f64,
}

impl PointsInto for Summary {
    /// It has no spans of its own: its indexes count sentences.
    fn fits(&self, _text: &ArticleText<'_>) -> bool {
        true
    }
}
