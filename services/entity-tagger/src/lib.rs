//! Entity tagging: names, dates and amounts, grouped into entities.
//!
//! [`EntityTagger`] is the stage. Inside, an article becomes a [`document::Document`] of tokens with what
//! the [`gazetteer`] knows of each word; the [`grammar`] finds dates and amounts; a
//! [`mentions::MentionModel`] finds names (an encoder in the accurate tier, a user's own model, trained weights where they
//! have learnt the language, else rules); a pass over the whole document gives one
//! name one type; [`clusters`] groups the mentions; [`salience`] ranks the entities.
//!
//! Spans are runs of tokens until the stage turns them into code points at its rim.

pub mod calibration;
pub mod clusters;
pub mod document;
mod document_pass;
pub mod gazetteer;
pub mod grammar;
mod languages;
pub mod mentions;
mod name_forms;
#[cfg(feature = "worker")]
mod own_model;
pub mod salience;
mod stage;
mod tagger;
#[cfg(feature = "worker")]
mod tier;
mod tokens;

#[cfg(test)]
mod tests;

pub use stage::EntityTagger;
pub use tagger::{RankedEntity, Tagged, TaggedSpan};
#[cfg(feature = "worker")]
pub use tier::TierArgs;
