//! Language detection: which language an article is written in.
//!
//! [`LanguageDetector`] is the stage. Inside, a text is cleaned of what is no prose ([`clean()`]),
//! identified by its script and a trained model, first as a whole and then paragraph by paragraph, and
//! weighed against the language its publisher declares.

mod choice;
mod clean;
mod declared;
mod detect;
mod han;
mod identify;
pub mod model;
mod paragraphs;
mod script;
mod stage;
mod tags;

pub use choice::LanguageChoice;
pub use clean::clean;
pub use detect::{Detection, Grounds};
pub use identify::Candidate;
pub use paragraphs::Stretch;
pub use stage::LanguageDetector;
pub use tags::KnownLanguage;
