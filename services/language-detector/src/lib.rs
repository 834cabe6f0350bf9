//! Language detection: finds the language that an article is written in.
//!
//! [`LanguageDetector`] is the stage. It reduces a text to its words ([`clean()`]) and identifies their
//! language by the script and a trained model, first for the whole article and then for each paragraph. Then
//! it weighs the result against the language that the publisher declares.

mod candidates;
mod choice;
mod clean;
mod declared;
mod detect;
mod excerpts;
mod han;
mod han_sets;
mod identify;
pub mod model;
mod names;
mod paragraphs;
mod script;
#[cfg(feature = "worker")]
mod settings;
mod stage;
mod tags;

pub use candidates::Candidate;
pub use choice::LanguageChoice;
pub use clean::clean;
pub use detect::{Detection, Grounds};
pub use paragraphs::LanguageSpan;
#[cfg(feature = "worker")]
pub use settings::DetectorArgs;
pub use stage::LanguageDetector;
pub use tags::KnownLanguage;
