//! Finds copies of articles.
//!
//! A [`Signature`] has a fixed size, whatever the length of the text. Two of them tell which share of their texts is
//! the same. [`Copies`] finds, among many articles, those that have text in common with a new one. [`story_text`]
//! chooses the text that counts: the story without its dateline, its captions and the page around it.
//!
//! The crate is pure: it knows articles, but neither a broker nor a clock. What it computes is the same on every
//! machine.

mod copies;
mod parts;
mod shingles;
mod signature;

pub use copies::{COPY, Copies, Match};
pub use parts::story_text;
pub use signature::{Shared, Signature, SignatureError};
