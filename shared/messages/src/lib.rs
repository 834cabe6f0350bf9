//! What flows through the pipeline, and what a stage is.
//!
//! An [`Article`] is published as plain JSON. Each [`Stage`] takes one [`Event`] and returns the
//! next, which carries everything before it plus one layer:
//!
//! [`ArticleReceived`] → [`LanguageDetected`] → [`TextSegmented`] → [`EntitiesTagged`] → [`ArticleSummarized`]
//!
//! The chain is a chain of types: a summarizer cannot be handed an article that nobody segmented.
//! On the wire offsets count Unicode code points; the types here hold them as they travel, and
//! [`ArticleText`] takes them to bytes and back.
//!
//! This crate knows neither a broker nor a language.

mod article;
mod article_text;
mod error;
mod events;
mod kept;
mod layers;
mod provenance;
mod stage;

pub mod headers;
pub mod subjects;

pub use article::Article;
pub use article_text::ArticleText;
pub use error::{DecodeError, Rejection};
pub use events::{
    ArticleReceived, ArticleSummarized, EntitiesTagged, Event, LanguageDetected, SCHEMA, TextSegmented,
};
pub use kept::Kept;
pub use layers::{
    Abstract, Alternative, Block, BlockKind, Dateline, Entities, Entity, EntityType, Excerpt, Field, Keyword,
    Language, LanguageSpan, Mention, Segments, Sentence, SuggestedHeadline, Summary, Token, UNDETERMINED,
};
pub use provenance::{Outcome, Provenance};
pub use stage::{Stage, StageIdentity, StageName, Then};
