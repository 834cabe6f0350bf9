//! The layers: what each stage adds, as it is on the wire.
//!
//! Every `start` and `end` counts Unicode code points of a field of the article. The range is half-open.

mod entities;
mod language;
mod segments;
mod spans;
mod story;
mod summary;

pub use entities::{Entities, Entity, EntityType, Mention};
pub use language::{Alternative, Language, LanguageSpan, UNDETERMINED};
pub use segments::{Block, BlockKind, Dateline, Excerpt, Segments, Sentence, Token};
pub(crate) use spans::PointsInto;
pub use story::{CopyOf, Story};
pub use summary::{Abstract, Keyword, SuggestedHeadline, Summary};
