//! Writes enriched articles in formats that other programs read: spaCy, CoNLL-U, Web Annotation, ninjs, HTML,
//! CSV and OpenSearch.
//!
//! Each format is a pure function from an [`Enriched`] article to bytes. The command line tool writes them to
//! standard output. This crate knows the articles and their text, but no broker and no command line.
//!
//! ```
//! # use wiredesk_formats as formats;
//! use formats::{Enriched, Format, OffsetUnit};
//!
//! let event = br#"{
//!     "article": {"id": "a-1", "body": "Rain in Oslo."},
//!     "entities": {"mentions": [{"start": 8, "end": 12, "text": "Oslo", "type": "LOC", "score": 0.9}],
//!                  "entities": []}}"#;
//! let article = Enriched::read(event).ok_or("not an event")?;
//! let rows = Format::Csv.article(&article, OffsetUnit::CodePoints)?;
//! assert_eq!(String::from_utf8(rows)?, "a-1,,,,,body,8,12,Oslo,LOC,,0.9,,,,\n");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod annotations;
mod bulk;
mod conllu;
mod csv;
mod enriched;
mod error;
mod event;
mod format;
mod html;
mod json;
mod links;
mod ninjs;
mod spacy;
mod units;
mod view;
mod whole;

#[cfg(test)]
mod tests;

pub use enriched::Enriched;
pub use error::FormatError;
pub use event::with_utf16_offsets;
pub use format::Format;
pub use html::escaped;
pub use links::{Link, links};
pub use units::OffsetUnit;
