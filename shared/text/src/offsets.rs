//! Converts between byte offsets, the unit of the code, and code-point offsets, the unit of the wire.

use crate::Span;

/// Bytes between two checkpoints, the most that a conversion scans.
const STRIDE: usize = 128;

/// A half-open range of a text in Unicode code points, the unit of the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct CodePoints {
    /// Index of the first code point.
    pub start: usize,
    /// Index after the last code point.
    pub end: usize,
}

/// Converts offsets into one text between bytes and code points.
///
/// Creating it takes one pass over the text. After that a conversion takes constant time: it scans at most
/// 128 bytes, and none in ASCII text.
///
/// ```
/// # use wiredesk_text as text;
/// use text::{CodePoints, Offsets, Span};
///
/// let offsets = Offsets::new("Zürich: rain");
/// let rain = offsets.to_code_points(Span::new(9, 13));
/// assert_eq!(rain, CodePoints { start: 8, end: 12 });
/// assert_eq!(offsets.to_bytes(rain), Some(Span::new(9, 13)));
/// assert_eq!(offsets.to_bytes(CodePoints { start: 8, end: 99 }), None);
/// ```
#[derive(Debug, Clone)]
pub struct Offsets<'t> {
    text: &'t str,
    /// The code points before byte `STRIDE * i`; empty for ASCII text, in which both units are the same.
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
        for block in text.as_bytes().chunks(STRIDE) {
            checkpoints.push(code_points);
            code_points += count_starts(block);
        }
        Self { text, checkpoints, code_points }
    }

    /// Returns the text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Returns the length of the text in code points.
    pub fn code_points(&self) -> usize {
        self.code_points
    }

    /// Converts a span to code points. A byte inside a character counts as the end of the character.
    pub fn to_code_points(&self, span: Span) -> CodePoints {
        CodePoints { start: self.code_point(span.start), end: self.code_point(span.end) }
    }

    /// Converts a range of code points to bytes. Returns `None` if it does not fit the text.
    pub fn to_bytes(&self, span: CodePoints) -> Option<Span> {
        if span.start > span.end {
            return None;
        }
        Some(Span { start: self.byte(span.start)?, end: self.byte(span.end)? })
    }

    /// Counts the code points that begin before `byte`.
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

    /// Returns the byte at which a code point begins, or the end of the text for the index after the last.
    fn byte(&self, code_point: usize) -> Option<usize> {
        if code_point >= self.code_points {
            return (code_point == self.code_points).then_some(self.text.len());
        }
        if self.checkpoints.is_empty() {
            return Some(code_point);
        }
        // The last checkpoint at or before the code point.
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

/// Reports whether a character begins with this byte. All bytes except the continuation bytes `10xxxxxx` do.
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
    fn in_ascii_text_both_units_are_the_same() {
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
    fn right_to_left_text_counts_in_logical_order() {
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
