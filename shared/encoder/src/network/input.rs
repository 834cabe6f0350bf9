//! The input of the network.

/// One position of the network's input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Input {
    /// The id of the subword in the vocabulary.
    pub id: u32,
}
