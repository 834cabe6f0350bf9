//! What flows through the pipeline, and what a stage is.
//!
//! A publisher sends an [`Article`] as plain JSON. Each [`Stage`] takes one [`Event`] and returns the
//! next, which carries everything before it plus one layer:
//!
//! [`ArticleReceived`] → [`LanguageDetected`] → [`TextSegmented`] → [`EntitiesTagged`] →
//! [`ArticleSummarized`]
//!
//! The optional story-linker makes one more from the last: [`ArticleLinked`].
//!
//! The chain is a chain of types, so no code can pass an unsegmented article to a summarizer.
//! On the wire, offsets count Unicode code points. The types here hold them as they travel, and
//! [`ArticleText`] converts them to bytes and back.
//!
//! This crate depends on no broker and on no language.
//!
//! ```
//! # use wiredesk_messages as messages;
//! use messages::{Event, LanguageDetected};
//!
//! let payload = r#"{"schema": "wiredesk.article/1",
//!     "article": {"id": "a-1", "revision": "0f", "body": "Rain in Oslo."},
//!     "language": {"tag": "en", "iso639_3": "eng", "script": "Latn", "confidence": 1.0, "reliable": true},
//!     "provenance": [{"stage": "detect", "version": "0.1.0", "model": "m-1", "outcome": "ok"}]}"#;
//! let event = LanguageDetected::decode(payload.as_bytes())?;
//! assert_eq!(event.language.tag, "en");
//! assert_eq!(event.article().id, "a-1");
//! # Ok::<(), messages::DecodeError>(())
//! ```

mod alert;
mod article;
mod article_id;
mod article_text;
mod catalogue;
mod dead_reason;
mod error;
mod events;
mod field;
mod finished;
mod kept;
mod layers;
mod limit;
mod members;
mod percent;
mod provenance;
mod schema;
mod stage;
mod stage_name;

pub mod headers;
pub mod subjects;

pub use alert::{ALERT_SCHEMA, Alert, AlertedArticle, AlertedStory, FoundSpan, Once};
pub use article::Article;
pub use article_id::article_id_in;
pub use article_text::ArticleText;
pub use dead_reason::DeadReason;
pub use error::{DecodeError, Rejection};
pub use events::{
    ArticleLinked, ArticleReceived, ArticleSummarized, EntitiesTagged, Event, LanguageDetected, TextSegmented,
};
pub use field::Field;
pub use finished::Finished;
pub use kept::Kept;
pub use layers::{
    Abstract, Alternative, Block, BlockKind, CopyOf, Dateline, Entities, Entity, EntityType, Excerpt,
    Keyword, Language, LanguageSpan, Mention, Segments, Sentence, Story, SuggestedHeadline, Summary, Token,
    UNDETERMINED,
};
pub use limit::Limit;
pub use members::Members;
pub use provenance::{Outcome, Provenance};
pub use schema::SCHEMA;
pub use stage::{Stage, Then};
pub use stage_name::{StageIdentity, StageName, UnknownStage};
