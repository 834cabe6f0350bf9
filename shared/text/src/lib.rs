//! The arithmetic of text, shared by every stage.
//!
//! Inside the code an offset counts UTF-8 bytes ([`Span`]); on the wire it counts Unicode code
//! points ([`CodePoints`]). [`Offsets`] is the one place that converts between the two; [`Utf16Offsets`] is for
//! those who hand offsets on to a language that counts UTF-16.
//!
//! This crate knows nothing of articles, languages or brokers.

mod bytes;
mod characters;
pub mod markup;
mod offsets;
mod pieces;
mod script;
mod span;
mod tokens;
mod utf16;
mod words;

pub use bytes::ByteSet;
pub use characters::{
    is_apostrophe, is_closing_mark, is_dash, is_opening_mark, is_quotation_mark, is_sentence_terminal,
    is_without_spaces,
};
pub use offsets::{CodePoints, Offsets};
pub use pieces::{Pieces, pieces};
pub use script::{Script, dominant_script, script_code, script_of};
pub use span::Span;
pub use tokens::{Shape, Token, TokenKind, shape, tokenize};
pub use utf16::{Utf16Offsets, Utf16Units};
pub use words::words;
