//! A subword, the unit that a tokenizer splits words into.

use std::ops::Range;

use crate::word_shape::WordShape;

/// A subword of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subword {
    /// Its number in the vocabulary.
    pub(crate) id: u32,
    /// The shape of the word that it is part of. Only WordPiece sets it, since only its vocabularies may be
    /// uncased.
    pub(crate) shape: WordShape,
    /// The bytes of the text that it stands for; empty where it stands for the space before them.
    pub(crate) span: Range<usize>,
}

impl Subword {
    /// Creates a subword of a vocabulary that keeps the case.
    pub(super) fn cased(id: u32, span: Range<usize>) -> Self {
        Self { id, shape: WordShape::Special, span }
    }
}
