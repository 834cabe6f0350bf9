//! A token and its kinds.

use crate::Span;

/// A word, number, punctuation mark or symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// The bytes of the token in the text.
    pub span: Span,
    /// The kind of token.
    pub kind: TokenKind,
}

/// The kinds of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A token with a letter.
    Word,
    /// A token with a digit and no letter.
    Number,
    /// A punctuation mark.
    Punctuation,
    /// A sign of currency or mathematics, an emoji or the like.
    Symbol,
}
