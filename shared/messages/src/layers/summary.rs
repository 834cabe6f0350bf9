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
    /// A line to stand in for the headline that the article lacks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggested_headline: Option<SuggestedHeadline>,
    /// What a language model wrote, only where the worker was set up to ask one. `text` stays the extract.
    #[serde(default, rename = "abstract", skip_serializing_if = "Option::is_none")]
    pub written: Option<Abstract>,
}

/// A telling word or phrase.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Keyword {
    /// As it stands in the article.
    pub text: String,
    /// How telling, 0 to 1.
    pub score: f64,
}

/// The article's best short sentence: a suggestion, not what the publisher wrote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SuggestedHeadline {
    /// The sentence, on one line.
    pub text: String,
    /// Its index.
    pub sentence: usize,
}

/// A summary in a language model's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Abstract {
    /// As the model wrote it.
    pub text: String,
    /// The model that was asked.
    pub model: String,
    /// Names and numbers in it that the article does not contain: read these with suspicion.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unsupported_claims: Vec<String>,
}

impl PointsInto for Summary {
    /// It has no spans of its own: its indexes count sentences.
    fn fits(&self, _text: &ArticleText<'_>) -> bool {
        true
    }
}
