//! Sentences of a block, found in one forward scan over its marks.
//!
//! [`marks`] finds the marks, [`candidate`] reads what is around one, [`decision`] judges by rule whether
//! a sentence ends there, and [`rulings`] lists both. Where a language has a model, [`scorer`] has the last
//! word. [`segmentation`] runs the scan. It reads no text twice except a bounded stretch around each mark, so
//! the time is linear in the text.

mod candidate;
mod closing;
mod decision;
mod enclosures;
mod enumerations;
mod forms;
mod marks;
mod missing_space;
mod rules;
mod rulings;
pub(crate) mod scorer;
mod segmentation;
mod speech;
mod term_class;
#[cfg(test)]
mod tests;
pub(crate) mod unspaced;
mod words;

pub(crate) use rules::Rules;
pub(crate) use rulings::Verdict;
pub(crate) use segmentation::{Scored, Segmentation};
