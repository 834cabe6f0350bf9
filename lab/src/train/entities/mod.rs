//! Training of the entity tagger's fast model, one language at a time.

#![allow(
    clippy::indexing_slicing,
    reason = "never shipped, and an index out of range is a defect to stop at"
)]

mod class_texts;
mod crf;
mod documents;
mod draft;
mod examples;
mod labelling;
mod recipe;
mod texts;
mod training;
mod transliteration;
mod unlabelled_texts;
mod word_classes;

pub use self::labelling::{Options as LabellingOptions, label};
pub use self::recipe::SILVER;
pub use self::training::{Options, run};
