//! Splits a text at white space, by byte and faster than the standard library.

use crate::{ByteSet, Span};

/// Returns the spans of `text` between white space in order, the same as [`str::split_whitespace`].
pub fn pieces(text: &str) -> Pieces<'_> {
    Pieces { text, at: 0 }
}

/// An iterator over the spans between white space. See [`pieces`].
#[derive(Debug, Clone)]
pub struct Pieces<'t> {
    text: &'t str,
    at: usize,
}

/// The first bytes of all white space: ASCII; U+0085 and U+00A0; U+1680; U+2000 to U+205F; U+3000.
static SPACES: ByteSet = ByteSet::of(b"\t\n\x0b\x0c\r \xc2\xe1\xe2\xe3");

impl Pieces<'_> {
    /// Returns the start of the next piece, or the end of the text.
    #[inline]
    pub fn start(&mut self) -> usize {
        loop {
            match self.space_length(self.at) {
                0 => return self.at,
                length => self.at += length,
            }
        }
    }

    /// Skips a piece whose end is known. `end` must be after its start.
    #[inline]
    pub fn pass(&mut self, end: usize) {
        self.at = end;
    }

    /// Returns the length in bytes of the white space character at `at`; 0 if there is none.
    #[inline]
    fn space_length(&self, at: usize) -> usize {
        match self.text.as_bytes().get(at) {
            Some(byte) if !SPACES.holds(*byte) => 0,
            Some(byte) if byte.is_ascii() => 1,
            _ => {
                let first = self.text.get(at..).and_then(|rest| rest.chars().next());
                first.filter(|first| first.is_whitespace()).map_or(0, char::len_utf8)
            }
        }
    }

    /// Returns the index of the next byte from `at` on that may begin white space, or the end of the text.
    #[inline]
    fn next_stop(&self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        at + rest.iter().position(|byte| SPACES.holds(*byte)).unwrap_or(rest.len())
    }
}

impl Iterator for Pieces<'_> {
    type Item = Span;

    #[inline]
    fn next(&mut self) -> Option<Span> {
        let start = self.start();
        let mut end = self.next_stop(start);
        // `é` and many other characters begin with the same byte as some white space.
        while end < self.text.len() && self.space_length(end) == 0 {
            end = self.next_stop(end + 1);
        }
        self.at = end;
        (start < end).then_some(Span { start, end })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str) {
        let expected: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(pieces(text).map(|piece| piece.of(text)).collect::<Vec<_>>(), expected, "{text:?}");
    }

    #[test]
    fn splits_at_every_white_space_character() {
        for space in (char::MIN..=char::MAX).filter(|character| character.is_whitespace()) {
            check(&format!("{space}a{space}{space}b é{space}"));
        }
    }

    #[test]
    fn skips_a_piece_whose_end_is_known() {
        let text = "  to  be";
        let mut pieces = pieces(text);
        assert_eq!(pieces.start(), 2);
        pieces.pass(4);
        assert_eq!(pieces.next().map(|piece| piece.of(text)), Some("be"));
        assert_eq!(pieces.start(), text.len());
    }

    proptest! {
        #[test]
        fn splits_any_text_as_the_standard_library_does(text in "\\PC{0,60}") {
            check(&text);
        }

        #[test]
        fn splits_awkward_text_as_the_standard_library_does(pieces in prop::collection::vec(prop::sample::select(vec![
            "a", "é", "“", "…", "北", "።", "🌧", " ", "\n", "\u{85}", "\u{a0}", "\u{1680}", "\u{2003}", "\u{3000}", "\u{1c}",
        ]), 0..24)) {
            check(&pieces.concat());
        }
    }
}
