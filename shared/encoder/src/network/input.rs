//! The input of the network.

use crate::word_shape::WordShape;

/// One position of the network's input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Input {
    /// The id of the subword in the vocabulary.
    pub id: u32,
    /// The shape of the word that the subword is part of.
    pub shape: WordShape,
}

impl Input {
    /// Creates the input for a subword that opens or closes a window.
    pub(crate) fn special(id: u32) -> Self {
        Self { id, shape: WordShape::Special }
    }
}
