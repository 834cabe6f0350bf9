//! Converts offsets to UTF-16 units, which are the indexes of strings in JavaScript, Java and C#.
//!
//! The pipeline does not use these units. They are for programs that pass its offsets to such a language.

use crate::{CodePoints, Offsets, Span};

/// A half-open range of a text, in UTF-16 units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Utf16Units {
    /// Index of the first unit.
    pub start: usize,
    /// Index after the last unit.
    pub end: usize,
}

/// Converts offsets into one text between UTF-16 units, bytes and code points.
///
/// The counts of units and code points differ only after a character that UTF-16 writes as a pair of
/// surrogates, such as an emoji or a rare ideograph. Creating the converter finds these pairs, and each
/// conversion searches among them.
#[derive(Debug, Clone)]
pub struct Utf16Offsets<'t> {
    offsets: Offsets<'t>,
    /// The bytes at which characters written as pairs begin.
    pairs: Vec<usize>,
}

impl<'t> Utf16Offsets<'t> {
    /// Prepares conversions for `text`.
    pub fn new(text: &'t str) -> Self {
        // A character of four bytes in UTF-8 has two units in UTF-16. A shorter one has one.
        let pairs = text.bytes().enumerate().filter(|(_, byte)| *byte >= 0xf0).map(|(at, _)| at).collect();
        Self { offsets: Offsets::new(text), pairs }
    }

    /// Converts a span to UTF-16 units. A byte inside a character counts as the end of the character.
    pub fn of_bytes(&self, span: Span) -> Utf16Units {
        Utf16Units { start: self.unit(span.start), end: self.unit(span.end) }
    }

    /// Converts a range of code points to UTF-16 units. Returns `None` if it does not fit the text.
    pub fn of_code_points(&self, span: CodePoints) -> Option<Utf16Units> {
        self.offsets.to_bytes(span).map(|span| self.of_bytes(span))
    }

    /// Converts a range of units to bytes. Returns `None` if it does not fit the text or splits a pair of
    /// surrogates.
    pub fn to_bytes(&self, units: Utf16Units) -> Option<Span> {
        if units.start > units.end {
            return None;
        }
        Some(Span { start: self.byte(units.start)?, end: self.byte(units.end)? })
    }

    /// Converts a range of units to code points. Returns `None` if it does not fit the text or splits a pair.
    pub fn to_code_points(&self, units: Utf16Units) -> Option<CodePoints> {
        self.to_bytes(units).map(|span| self.offsets.to_code_points(span))
    }

    /// Counts the units before `byte`: one for each code point, and one more for each pair.
    fn unit(&self, byte: usize) -> usize {
        let pairs = self.pairs.partition_point(|pair| *pair < byte);
        self.offsets.to_code_points(Span::new(byte, byte)).start + pairs
    }

    /// Returns the byte of the character that begins with unit `unit`.
    fn byte(&self, unit: usize) -> Option<usize> {
        let pairs = self.pairs.partition_point(|pair| self.unit(*pair) < unit);
        // Every pair before the unit takes one unit more than code points.
        let code_point = unit.checked_sub(pairs)?;
        let byte = self.offsets.to_bytes(CodePoints { start: code_point, end: code_point })?.start;
        // No character begins between the halves of a pair.
        (self.unit(byte) == unit).then_some(byte)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, part: &str, expected: (usize, usize)) {
        let start = text.find(part).unwrap();
        let span = Span::new(start, start + part.len());
        let offsets = Utf16Offsets::new(text);
        let units = offsets.of_bytes(span);
        assert_eq!((units.start, units.end), expected, "units of {part:?}");
        let sliced: Vec<u16> = text.encode_utf16().skip(units.start).take(units.end - units.start).collect();
        assert_eq!(String::from_utf16(&sliced).unwrap(), part, "as a string of UTF-16 slices it");
        assert_eq!(offsets.to_bytes(units), Some(span), "and back");
    }

    #[test]
    fn an_emoji_is_two_units_and_a_sequence_of_emoji_more() {
        check("🌧 Rain in Oslo", "Rain", (3, 7));
        check("👩‍👩‍👧 came", "came", (9, 13));
    }

    #[test]
    fn combining_marks_and_line_ends_count_separately() {
        check("cafe\u{301}\r\nau lait", "au", (7, 9));
    }

    #[test]
    fn characters_of_right_to_left_text_and_common_ideographs_are_one_unit() {
        check("وصل إلى القاهرة اليوم", "القاهرة", (8, 15));
        check("東京𠮷野家", "野家", (4, 6));
    }

    #[test]
    fn half_of_a_pair_and_a_unit_after_the_end_have_no_bytes() {
        let offsets = Utf16Offsets::new("a😀b");
        assert_eq!(offsets.to_bytes(Utf16Units { start: 0, end: 2 }), None);
        assert_eq!(offsets.to_bytes(Utf16Units { start: 1, end: 3 }), Some(Span::new(1, 5)));
        assert_eq!(
            offsets.to_code_points(Utf16Units { start: 1, end: 4 }),
            Some(CodePoints { start: 1, end: 3 })
        );
        assert_eq!(offsets.to_bytes(Utf16Units { start: 0, end: 5 }), None);
        assert_eq!(offsets.to_bytes(Utf16Units { start: 3, end: 1 }), None);
        assert_eq!(offsets.of_code_points(CodePoints { start: 0, end: 4 }), None);
    }

    /// Texts of characters that are hard to count, and of any other characters.
    fn texts() -> impl Strategy<Value = String> {
        let pieces = prop::sample::select(vec![
            "a",
            " ",
            "é",
            "e\u{301}",
            "😀",
            "👩‍👧",
            "🇳🇴",
            "𠮷",
            "東",
            "ק",
            "ب",
            "\u{200f}",
            "\r\n",
            "\n",
            "“",
            "\u{10ffff}",
            "\u{ffff}",
        ]);
        prop_oneof![prop::collection::vec(pieces, 0..120).prop_map(|pieces| pieces.concat()), "\\PC{0,200}"]
    }

    proptest! {
        #[test]
        fn every_character_converts_there_and_back(text in texts()) {
            let offsets = Utf16Offsets::new(&text);
            let mut unit = 0;
            for (number, (byte, character)) in text.char_indices().enumerate() {
                let units = Utf16Units { start: unit, end: unit + character.len_utf16() };
                let code_points = CodePoints { start: number, end: number + 1 };
                prop_assert_eq!(offsets.of_bytes(Span::new(byte, byte + character.len_utf8())), units);
                prop_assert_eq!(offsets.of_code_points(code_points), Some(units));
                prop_assert_eq!(offsets.to_code_points(units), Some(code_points));
                unit = units.end;
            }
        }

        #[test]
        fn a_converted_range_slices_the_same_text(text in texts(), start in 0usize..300, end in 0usize..300) {
            let units = Utf16Units { start, end };
            let all: Vec<u16> = text.encode_utf16().collect();
            let sliced = all.get(start..end).and_then(|part| String::from_utf16(part).ok());
            let ours = Utf16Offsets::new(&text).to_bytes(units).map(|span| span.of(&text).to_owned());
            prop_assert_eq!(ours, sliced.filter(|_| {
                // Both halves of a pair are inside, or none.
                String::from_utf16(&all[..start]).is_ok()
            }));
        }
    }
}
