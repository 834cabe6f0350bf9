//! The summary layer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::spans::PointsInto;
use crate::ArticleText;

/// An extract made of the article's own sentences, each traceable by its index, with keywords.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Summary {
    /// The chosen sentences, verbatim. One space joins them; in Chinese and Japanese nothing does.
    pub text: String,
    /// The indexes of the chosen sentences, in article order.
    pub sentences: Vec<usize>,
    /// The keywords of the article, most informative first.
    pub keywords: Vec<Keyword>,
    /// A substitute for the headline that the article lacks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suggested_headline: Option<SuggestedHeadline>,
    /// A summary that a language model wrote. Present only when the worker is configured to ask one. `text`
    /// stays the extract.
    #[serde(default, rename = "abstract", skip_serializing_if = "Option::is_none")]
    pub written: Option<Abstract>,
}

/// A word or phrase that describes what the article is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Keyword {
    /// The keyword as it is in the article.
    pub text: String,
    /// The weight of the keyword, 0 to 1.
    pub score: f64,
}

/// The article's best short sentence. It is a suggestion; the publisher did not write it as a headline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SuggestedHeadline {
    /// The sentence on one line.
    pub text: String,
    /// The index of the sentence.
    pub sentence: usize,
}

/// A summary in a language model's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Abstract {
    /// The summary as the model wrote it.
    pub text: String,
    /// The name of the model.
    pub model: String,
    /// Names and numbers in the summary that the article does not contain. Treat them as possible errors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unsupported_claims: Vec<String>,
}

impl PointsInto for Summary {
    /// Returns true: a summary has no spans, its indexes count sentences.
    fn fits(&self, _text: &ArticleText<'_>) -> bool {
        true
    }
}
