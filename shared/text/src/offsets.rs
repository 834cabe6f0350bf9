//! Conversion between byte offsets (inside the code) and code-point offsets (on the wire).

use crate::Span;

/// Bytes between two checkpoints: a conversion scans at most this many.
const STRIDE: usize = 128;

/// A half-open stretch of a text, in Unicode code points: the unit of the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct CodePoints {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

/// Converts offsets into one text between its two units.
///
/// Building it is one pass over the text; each conversion is then constant time (at most
/// 128 bytes are scanned), and free for ASCII text.
#[derive(Debug, Clone)]
pub struct Offsets<'t> {
    text: &'t str,
    /// Code points before byte `STRIDE * i`; empty for ASCII text, where both units agree.
    checkpoints: Vec<usize>,
    code_points: usize,
}

impl<'t> Offsets<'t> {
    /// Prepares conversions for `text`.
    pub fn new(text: &'t str) -> Self {
        if text.is_ascii() {
            return Self { text, checkpoints: Vec::new(), code_points: text.len() };
        }
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut code_points = 0;
        for stretch in text.as_bytes().chunks(STRIDE) {
            checkpoints.push(code_points);
            code_points += count_starts(stretch);
        }
        Self { text, checkpoints, code_points }
    }

    /// The text these offsets point into.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Length of the text in code points.
    pub fn code_points(&self) -> usize {
        self.code_points
    }

    /// `span` in code points. A byte inside a character counts as that character's end.
    pub fn to_code_points(&self, span: Span) -> CodePoints {
        CodePoints { start: self.code_point(span.start), end: self.code_point(span.end) }
    }

    /// `span` in bytes, or `None` where it does not fit the text.
    pub fn to_bytes(&self, span: CodePoints) -> Option<Span> {
        if span.start > span.end {
            return None;
        }
        Some(Span { start: self.byte(span.start)?, end: self.byte(span.end)? })
    }

    /// Code points that begin before `byte`.
    fn code_point(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        if self.checkpoints.is_empty() {
            return byte;
        }
        let Some(before) = self.checkpoints.get(byte / STRIDE) else {
            return self.code_points;
        };
        let rest = self.text.as_bytes().get(byte / STRIDE * STRIDE..byte).unwrap_or_default();
        before + count_starts(rest)
    }

    /// The byte at which code point number `code_point` begins; the end of the text for the number
    /// one past the last.
    fn byte(&self, code_point: usize) -> Option<usize> {
        if code_point >= self.code_points {
            return (code_point == self.code_points).then_some(self.text.len());
        }
        if self.checkpoints.is_empty() {
            return Some(code_point);
        }
        let checkpoint = self.checkpoints.partition_point(|&before| before <= code_point).checked_sub(1)?;
        let first = checkpoint * STRIDE;
        let wanted = code_point - self.checkpoints.get(checkpoint)?;
        let bytes = self.text.as_bytes().get(first..)?;
        let starts = bytes.iter().enumerate().filter(|(_, byte)| is_start(**byte));
        starts.map(|(at, _)| first + at).nth(wanted)
    }
}

fn count_starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| is_start(**byte)).count()
}

/// Whether a character begins at this byte: everything but the continuation bytes `10xxxxxx`.
fn is_start(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, part: &str, expected: (usize, usize)) {
        let start = text.find(part).unwrap();
        let span = Span::new(start, start + part.len());
        let offsets = Offsets::new(text);
        let converted = offsets.to_code_points(span);
        assert_eq!((converted.start, converted.end), expected, "code points of {part:?}");
        assert_eq!(offsets.to_bytes(converted), Some(span), "and back");
    }

    #[test]
    fn ascii_text_counts_the_same_in_both_units() {
        check("Rain in Oslo", "Oslo", (8, 12));
    }

    #[test]
    fn a_curly_quote_is_one_code_point() {
        check("“Yes,” he said", "he", (7, 9));
    }

    #[test]
    fn an_emoji_is_one_code_point_and_a_combining_mark_another() {
        check("🌧 cafe\u{301} au lait", "au", (8, 10));
    }

    #[test]
    fn right_to_left_text_counts_in_reading_order() {
        check("وصل إلى القاهرة اليوم", "القاهرة", (8, 15));
    }

    #[test]
    fn an_offset_past_the_end_has_no_bytes() {
        let offsets = Offsets::new("été");
        assert_eq!(offsets.to_bytes(CodePoints { start: 0, end: 4 }), None);
        assert_eq!(offsets.to_bytes(CodePoints { start: 2, end: 1 }), None);
        assert_eq!(offsets.to_bytes(CodePoints { start: 3, end: 3 }), Some(Span::new(5, 5)));
    }

    proptest! {
        #[test]
        fn every_boundary_converts_there_and_back(text in "(\\PC|[é🌧‘’\\n\u{301}]){0,400}") {
            let offsets = Offsets::new(&text);
            for (number, (byte, _)) in text.char_indices().enumerate() {
                let span = Span::new(byte, text.len());
                let expected = CodePoints { start: number, end: text.chars().count() };
                prop_assert_eq!(offsets.to_code_points(span), expected);
                prop_assert_eq!(offsets.to_bytes(expected), Some(span));
            }
        }

        #[test]
        fn no_offset_panics(text in "\\PC{0,300}", start in 0usize..2000, end in 0usize..2000) {
            let offsets = Offsets::new(&text);
            offsets.to_code_points(Span::new(start, end));
            if let Some(span) = offsets.to_bytes(CodePoints { start, end }) {
                prop_assert!(text.get(span.start..span.end).is_some());
            }
        }
    }
}
