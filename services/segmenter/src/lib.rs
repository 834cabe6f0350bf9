//! Segmentation: headline, byline, dateline, paragraphs, trailer, sentences, tokens.
//!
//! Structure first ([`Block`]), then sentences inside the blocks by a one-pass rule scanner, in byte
//! spans; [`Segmenter`] is the stage that takes them to the wire.

mod abbreviations;
mod blocks;
mod segmentation;
mod sentences;
mod stage;
mod tokens;
pub mod training;
mod words;

pub use blocks::{Block, Dateline};
pub use segmentation::{FieldSegments, Languages, Sentence, segment_body, segment_headline};
pub use stage::Segmenter;
