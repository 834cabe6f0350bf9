//! Mention models that run a transformer: the accurate tier, and a model that the user supplies.

mod accurate;
mod custom;
mod words;

pub use accurate::AccurateModel;
pub use custom::{CustomModel, ModelLanguages};
pub use words::words_by_sentence;
