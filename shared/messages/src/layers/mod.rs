//! What each stage adds, as it stands on the wire.
//!
//! Every `start` and `end` is half-open and counts Unicode code points of the article's field.

mod entities;
mod language;
mod segments;
mod summary;

pub use entities::{Entities, Entity, EntityType, Mention};
pub use language::{Alternative, Language, LanguageSpan, UNDETERMINED};
pub use segments::{Block, BlockKind, Dateline, Excerpt, Segments, Sentence, Token};
pub use summary::{Abstract, Keyword, SuggestedHeadline, Summary};

use schemars::{JsonSchema, Schema};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use text::CodePoints;

use crate::ArticleText;

/// The string of the article that a span points into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// The `headline` member.
    Headline,
    /// The `body` member; what is meant where nothing is said.
    #[default]
    Body,
}

impl Field {
    /// For leaving the common case out of the JSON.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's `skip_serializing_if` passes a reference")]
    pub(crate) fn is_body(&self) -> bool {
        *self == Self::Body
    }
}

/// Gives a layer's struct the span that its `start` and `end` members make.
macro_rules! located {
    ($($type:ty),+) => {$(
        impl $type {
            /// Where it stands, in code points of its field.
            pub fn span(&self) -> ::text::CodePoints {
                ::text::CodePoints { start: self.start, end: self.end }
            }
        }
    )+};
}
pub(crate) use located;

/// A layer whose spans can be checked against the article.
pub(crate) trait PointsInto {
    /// Whether every span fits the text it points into and every index has its target.
    fn fits(&self, text: &ArticleText<'_>) -> bool;
}

/// Makes the schema of an open list of names: it shows the names of this version and accepts those of
/// later ones, as the decoder does.
pub(crate) fn open_to_later_names(schema: &mut Schema) {
    let Some(Value::Array(known)) = schema.remove("oneOf") else { return };
    let names = known.iter().filter_map(|name| name.get("const").cloned());
    let names = names.filter(|name| !name.as_str().is_some_and(|name| name.eq_ignore_ascii_case("other")));
    schema.insert("examples".to_owned(), Value::Array(names.collect()));
    schema.insert("type".to_owned(), "string".into());
}

/// Whether `span` lies in `field`.
fn fits(text: &ArticleText<'_>, field: Field, span: CodePoints) -> bool {
    text.to_bytes(field, span).is_some()
}
