//! A linear model that decides where sentences end, in the languages that it was trained for.
//!
//! The rules propose their candidates with a verdict on each. Every other gap at which a sentence could end
//! without a mark is a candidate too. For each candidate the model adds up the weights of the features around
//! it. In a language without weights the rules decide alone.

mod core;
mod features;
mod model;
mod spaces;
mod style;
mod templates;
mod walk;
mod words;

pub(crate) use features::Features;
pub use model::Table;
pub(crate) use model::{Model, Weights, write};
pub(crate) use spaces::{SpaceFeatures, walk_spaces};
pub(crate) use style::WritingStyle;
pub(crate) use walk::{BlockContext, walk};
