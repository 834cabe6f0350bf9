//! What a format cannot hold.

use thiserror::Error;

/// The reason why an article cannot be written in a format.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FormatError {
    /// CoNLL-U consists of tokens.
    #[error("CoNLL-U needs tokens, and the article has none: run the segmenter with `--tokens`")]
    NoTokens,
}
