//! Segmentation: headline, byline, dateline, paragraphs, trailer, sentences, tokens.
//!
//! Structure comes first: [`segment_body`] splits a body into [`Block`]s, and then each block into sentences.
//! All positions are byte spans. [`Segmenter`] is the stage that puts them on the wire.
//!
//! ```
//! use segmenter::{Languages, segment_body};
//!
//! let body = "TURIN (AP) — Snow fell in the U.S. on Friday. Dr. Roe was glad.";
//! let segments = segment_body(body, None, None, &Languages::only("en"));
//! let sentences: Vec<&str> = segments.sentences.iter().map(|sentence| sentence.span.of(body)).collect();
//! assert_eq!(sentences, ["Snow fell in the U.S. on Friday.", "Dr. Roe was glad."]);
//! ```

mod article_languages;
mod blocks;
mod languages;
mod segmentation;
mod sentences;
#[cfg(feature = "worker")]
mod settings;
mod stage;
mod tokens;
pub mod training;
mod word_list;

pub use article_languages::Languages;
pub use blocks::{Block, Dateline};
pub use segmentation::{FieldSegments, Sentence, segment_body, segment_headline};
#[cfg(feature = "worker")]
pub use settings::SegmenterArgs;
pub use stage::Segmenter;
