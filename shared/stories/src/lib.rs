//! Groups articles that report the same event, and finds copies of one text.
//!
//! - A [`Signature`] has a fixed size, whatever the length of the text. Two of them tell which share of their texts
//!   is the same. [`Copies`] finds, among many articles, those that have text in common with a new one.
//! - A [`Vector`] is what a text is about, whatever its language. `encoder::StaticEmbedding` computes it.
//! - A [`Linker`] reads articles in the order of a stream and gives each its story.
//!
//! [`story_text`] and [`lead_text`] choose the text that counts: the story without its dateline, its captions and the
//! page around it.
//!
//! The crate is pure: it knows articles, but neither a broker nor a clock. What it computes is the same on every
//! machine.

mod copies;
mod linker;
mod parts;
mod postings;
mod shingles;
mod signature;
mod signs;
mod source;
mod story;
mod vector;

pub use copies::{COPY, Copies, Match};
pub use linker::{CopyOf, Fingerprint, Limits, Link, Linker};
pub use parts::{lead_text, story_text, vector_texts};
pub use signature::{Shared, Signature, SignatureError};
pub use source::Source;
pub use vector::{DIMENSIONS, Vector};
