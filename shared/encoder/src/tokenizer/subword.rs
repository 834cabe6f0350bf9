//! A subword, the unit that a tokenizer splits words into.

use std::ops::Range;

/// A subword of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subword {
    /// Its number in the vocabulary.
    pub(crate) id: u32,
    /// The bytes of the text that it stands for; empty where it stands for the space before them.
    pub(crate) span: Range<usize>,
}
