//! The trained model, which decides between the languages of one script.
//!
//! Each script that several languages share has a group: a linear classifier over hashed n-grams and words,
//! and the coverage of each language. `cargo lab train language` writes the file; MODEL_CARD.md describes its
//! sources.

mod classifiers;
mod coverage;
mod features;
mod file;
mod group;
mod settings;
mod shipped;

pub use classifiers::Model;
pub use coverage::{Coverage, WORD_WEIGHT, bit_set, tolerance_divisor, visit_features};
pub use features::Features;
pub use file::{TrainedGroup, encode};
pub use group::{Group, length_scale};
pub use settings::Settings;
