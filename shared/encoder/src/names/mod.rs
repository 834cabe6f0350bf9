//! Names: what the labels of a model mean, and how its logits are decoded.

mod decoding;
mod labels;
mod recognizer;

pub use labels::{LabelTable, TYPES};
pub use recognizer::{Name, NameRecognizer};
