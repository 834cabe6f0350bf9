//! Operations on text that every stage uses: spans, offsets, tokens, scripts, character classes and HTML.
//!
//! In the code an offset counts UTF-8 bytes ([`Span`]). On the wire it counts Unicode code points
//! ([`CodePoints`]). Only [`Offsets`] converts between the two. [`Utf16Offsets`] is for programs that pass
//! offsets to a language whose strings are UTF-16. [`markup`] finds HTML in a text.
//!
//! This crate does not depend on articles, languages or brokers.

mod bytes;
mod characters;
pub mod markup;
mod offsets;
mod pieces;
mod plain;
mod script;
mod span;
mod token;
mod tokens;
mod utf16;
mod words;

pub use bytes::{BYTE_ORDER_MARK, ByteSet, without_mark};
pub use characters::{
    is_apostrophe, is_closing_mark, is_dash, is_invisible, is_opening_mark, is_quotation_mark,
    is_sentence_terminal, is_without_spaces,
};
pub use offsets::{CodePoints, Offsets};
pub use pieces::{Pieces, pieces};
pub use script::{Script, dominant_script, script_code, script_of};
pub use span::Span;
pub use token::{Token, TokenKind};
pub use tokens::{Shape, shape, tokenize};
pub use utf16::{Utf16Offsets, Utf16Units};
pub use words::words;
