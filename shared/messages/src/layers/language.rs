//! The language layer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Field, PointsInto, fits, located};
use crate::ArticleText;

/// The tag of no language claimed (BCP 47).
pub const UNDETERMINED: &str = "und";

/// The language an article is written in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Language {
    /// BCP 47 tag; `und` when undetermined.
    pub tag: String,
    /// ISO 639-3 code; `und` when undetermined.
    pub iso639_3: String,
    /// ISO 15924 code of the script most letters are in; `Zyyy` without a letter.
    pub script: String,
    /// How sure the stage is, 0 to 1.
    pub confidence: f64,
    /// Whether the stage stands by its answer.
    pub reliable: bool,
    /// Other candidates, most likely first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Alternative>,
    /// Languages by stretch of the body, only when the article mixes languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<LanguageSpan>,
}

/// A language the article might be in instead.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Alternative {
    /// BCP 47 tag.
    pub tag: String,
    /// How likely, 0 to 1.
    pub confidence: f64,
}

/// A stretch of the body in one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LanguageSpan {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// BCP 47 tag; `und` when undetermined.
    pub tag: String,
    /// How sure the stage is, 0 to 1.
    pub confidence: f64,
}

located!(LanguageSpan);

impl PointsInto for Language {
    fn fits(&self, text: &ArticleText<'_>) -> bool {
        self.paragraphs.iter().all(|paragraph| fits(text, Field::Body, paragraph.span()))
    }
}
