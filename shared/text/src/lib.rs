//! The arithmetic of text, shared by every stage.
//!
//! Inside the code an offset counts UTF-8 bytes ([`Span`]); on the wire it counts Unicode code
//! points ([`CodePoints`]). [`Offsets`] is the one place that converts between the two.
//!
//! This crate knows nothing of articles, languages or brokers.

mod characters;
mod offsets;
mod script;
mod span;
mod tokens;
mod words;

pub use characters::{
    is_apostrophe, is_closing_mark, is_dash, is_opening_mark, is_quotation_mark, is_sentence_terminal,
    is_without_spaces,
};
pub use offsets::{CodePoints, Offsets};
pub use script::{Script, dominant_script, script_code, script_of};
pub use span::Span;
pub use tokens::{Shape, Token, TokenKind, shape, tokenize};
pub use words::words;
