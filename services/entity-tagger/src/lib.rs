//! Entity tagging: names, dates and amounts, grouped into entities.
//!
//! [`EntityTagger`] is the stage. Inside, an article becomes a [`document::Document`] of tokens with what
//! the [`gazetteer`] knows of each word; the [`grammar`] finds dates and amounts; a
//! [`mentions::MentionModel`] finds names (by trained weights where it has learnt the language, else by rules); a pass over the whole document gives one
//! name one type; [`clusters`] groups the mentions; [`salience`] ranks the entities.
//!
//! Spans are runs of tokens until the stage turns them into code points at its rim.

pub mod clusters;
pub mod document;
mod document_pass;
pub mod gazetteer;
pub mod grammar;
pub mod mentions;
pub mod salience;
mod stage;
mod tagger;
mod tokens;

#[cfg(test)]
mod tests;

pub use stage::EntityTagger;
pub use tagger::{RankedEntity, Tagged, TaggedSpan};
