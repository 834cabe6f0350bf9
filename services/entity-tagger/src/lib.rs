//! Entity tagging: names, dates and amounts, grouped into entities.
//!
//! [`EntityTagger`] is the stage. It reads an article into a [`document::Document`] of tokens, in which the
//! [`gazetteer`] gives each word its classes. The [`grammar`] finds dates and amounts. A
//! [`mentions::MentionModel`] finds names: the trained weights of the language, or rules where there are
//! none; in the accurate tier also a transformer; or a user's own model. A pass over the whole document gives
//! one name one type. [`clusters`] groups the mentions, and [`salience`] ranks the entities. What is special
//! about a language is in `languages`.
//!
//! Inside the library, spans are runs of tokens. The stage turns them into code points.
//!
//! ```
//! use entity_tagger::EntityTagger;
//! use messages::{Event, Stage, TextSegmented};
//!
//! let event = r#"{
//!     "schema": "wiredesk.article/1",
//!     "article": {"id": "a", "revision": "r", "body": "Maria Santos left Lisbon on Monday."},
//!     "language": {"tag": "en", "iso639_3": "eng", "script": "Latn", "confidence": 1.0, "reliable": true},
//!     "segments": {
//!         "blocks": [{"kind": "paragraph", "start": 0, "end": 35}],
//!         "sentences": [{"start": 0, "end": 35, "block": 0}]
//!     },
//!     "provenance": []
//! }"#;
//! let segmented = TextSegmented::decode(event.as_bytes())?;
//! let tagged = EntityTagger::new().process(segmented)?;
//!
//! let mentions = tagged.entities.mentions.iter();
//! let found: Vec<_> = mentions.map(|mention| (mention.entity_type.as_str(), mention.text.as_str())).collect();
//! assert_eq!(found, [("PER", "Maria Santos"), ("LOC", "Lisbon"), ("DATE", "Monday")]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod calibration;
pub mod clusters;
#[cfg(feature = "worker")]
mod custom_model;
pub mod document;
mod document_pass;
pub mod gazetteer;
pub mod grammar;
mod languages;
pub mod mentions;
mod name_forms;
pub mod salience;
#[cfg(feature = "worker")]
mod settings;
mod stage;
mod tagger;
mod tokens;
mod visible;

#[cfg(test)]
mod tests;

#[cfg(feature = "worker")]
pub use settings::TaggerArgs;
pub use stage::EntityTagger;
pub use tagger::{RankedEntity, Tagged, TaggedSpan};
