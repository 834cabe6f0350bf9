//! The language layer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::spans::{PointsInto, fits, located};
use crate::{ArticleText, Field};

/// The tag that claims no language (BCP 47).
pub const UNDETERMINED: &str = "und";

/// The language that an article is written in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Language {
    /// The BCP 47 tag; `und` when undetermined.
    pub tag: String,
    /// The ISO 639-3 code; `und` when undetermined.
    pub iso639_3: String,
    /// The ISO 15924 code of the script that most letters belong to; `Zyyy` for a text without letters.
    pub script: String,
    /// The confidence in the tag, 0 to 1.
    pub confidence: f64,
    /// Whether the tag is reliable.
    pub reliable: bool,
    /// Other candidates, most likely first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Alternative>,
    /// The language spans of the body. Present only when the article mixes languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<LanguageSpan>,
}

/// Another language that the article might be written in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Alternative {
    /// The BCP 47 tag.
    pub tag: String,
    /// The probability of this language, 0 to 1.
    pub confidence: f64,
}

/// A span of the body in one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LanguageSpan {
    /// The first code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The BCP 47 tag; `und` when undetermined.
    pub tag: String,
    /// The confidence in the tag, 0 to 1.
    pub confidence: f64,
}

located!(LanguageSpan);

impl Language {
    /// Returns the tag's primary subtag: `zh` of `zh-Hant`.
    pub fn primary(&self) -> &str {
        match self.tag.split('-').next() {
            Some(primary) if !primary.is_empty() => primary,
            _ => UNDETERMINED,
        }
    }
}

impl PointsInto for Language {
    fn fits(&self, text: &ArticleText<'_>) -> bool {
        self.paragraphs.iter().all(|span| fits(text, Field::Body, span.span()))
    }
}
