//! A folded text with the way back to the original, and the borders of its words.

use text::{Span, is_without_spaces};
use unicode_normalization::char::is_combining_mark;

use crate::fold;

/// A folded part of a field.
#[derive(Debug, Default)]
pub(crate) struct FoldedText {
    text: String,
    /// For each byte of the folded text, the bytes of the field that it comes from.
    origins: Vec<Span>,
}

/// Where a word may begin and end inside text without spaces: the edges of the segmenter's tokens, if it lists them.
#[derive(Debug, Default)]
pub(crate) struct TokenEdges {
    /// The bytes of the field, in order.
    starts: Vec<usize>,
    ends: Vec<usize>,
}

impl FoldedText {
    /// Folds the part `span` of `field`.
    pub(crate) fn of(field: &str, span: Span) -> Self {
        let part = span.of(field);
        let mut folded =
            Self { text: String::with_capacity(part.len()), origins: Vec::with_capacity(part.len()) };
        fold::fold_with_markup(part, |piece| {
            folded.text.push(piece.folded);
            let origin = piece.span.shifted(span.start);
            folded.origins.resize(folded.text.len(), origin);
        });
        folded
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the bytes of the field that a span of the folded text comes from.
    pub(crate) fn origin(&self, span: Span) -> Span {
        let first = self.origins.get(span.start).copied().unwrap_or_default();
        let last =
            span.end.checked_sub(1).and_then(|last| self.origins.get(last)).copied().unwrap_or_default();
        Span::new(first.start, last.end)
    }

    /// Reports whether a word can begin or end at byte `at` of the folded text.
    ///
    /// A letter, digit or mark belongs to the word of the one before it. Scripts without spaces have borders between
    /// all characters, but for those that `edges` forbids. A point or comma between two digits belongs to the number.
    pub(crate) fn is_border(&self, at: usize, edges: Option<&TokenEdges>) -> bool {
        let (before, after) =
            (self.text.get(..at).unwrap_or_default(), self.text.get(at..).unwrap_or_default());
        let (Some(last), Some(first)) = (before.chars().next_back(), after.chars().next()) else {
            return true;
        };
        let (origin_before, origin_after) = (self.origins.get(at.saturating_sub(1)), self.origins.get(at));
        if origin_before == origin_after {
            return false;
        }
        match (is_of_word(last), is_of_word(first)) {
            (true, true) if is_without_spaces(last) || is_without_spaces(first) => {
                let at = origin_after.map_or(0, |origin| origin.start);
                let end = origin_before.map_or(0, |origin| origin.end);
                edges.is_none_or(|edges| edges.has(end, at))
            }
            (true, true) => false,
            (true, false) => !is_inside_number(last, first, after.chars().nth(1)),
            (false, true) => !is_inside_number(first, last, before.chars().nth_back(1)),
            (false, false) => true,
        }
    }
}

impl TokenEdges {
    /// Returns the edges of the tokens of one field, given in order as bytes.
    pub(crate) fn new(tokens: impl Iterator<Item = Span>) -> Self {
        let mut edges = Self::default();
        for token in tokens {
            edges.starts.push(token.start);
            edges.ends.push(token.end);
        }
        edges.starts.sort_unstable();
        edges.ends.sort_unstable();
        edges
    }

    /// Reports whether a token ends at byte `end` or one begins at byte `start`.
    fn has(&self, end: usize, start: usize) -> bool {
        self.ends.binary_search(&end).is_ok() || self.starts.binary_search(&start).is_ok()
    }
}

fn is_of_word(character: char) -> bool {
    character == '_' || character.is_alphanumeric() || (!character.is_ascii() && is_combining_mark(character))
}

/// Returns whether `sign` stands between two digits. `digit` is one of them.
fn is_inside_number(digit: char, sign: char, other: Option<char>) -> bool {
    matches!(sign, '.' | ',') && digit.is_numeric() && other.is_some_and(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks whether `word` stands between borders in `text`.
    fn check(text: &str, word: &str, expected: bool) {
        let folded = FoldedText::of(text, Span::whole(text));
        let word = FoldedText::of(word, Span::whole(word)).text;
        let start = folded.as_str().find(&word).unwrap_or_else(|| panic!("{word} in {}", folded.as_str()));
        let is_whole = folded.is_border(start, None) && folded.is_border(start + word.len(), None);
        assert_eq!(is_whole, expected, "{word:?} in {text:?}");
    }

    #[test]
    fn words_end_at_spaces_marks_and_apostrophes() {
        for (text, word, expected) in [
            ("Rain in Oslo.", "oslo", true),
            ("Trump’s", "trump", true),
            ("l’eau", "eau", true),
            ("US-China", "china", true),
            ("Ministerin", "minister", false),
            ("Premierminister", "minister", false),
            ("snake_case", "case", false),
            ("G7", "7", false),
            ("AT&T said", "at&t", true),
            ("C++ is", "c++", true),
        ] {
            check(text, word, expected);
        }
    }

    #[test]
    fn numbers_are_whole() {
        check("3.5 percent", "5", false);
        check("1,200 men", "1", false);
        check("in 2026, 5 men", "2026", true);
        check("It was 5.", "5", true);
    }

    #[test]
    fn other_scripts_have_words_too() {
        check("в Москве.", "москве", true);
        check("в Подмосковье", "москов", false);
        check("قال الرئيس،", "الرئيس", true);
        check("والرئيس", "الرئيس", false);
        check("सरकार ने", "सरकार", true);
        check("सरकारी", "सरकार", false);
        check("서울에", "서울", false);
    }

    #[test]
    fn scripts_without_spaces_have_borders_everywhere_but_inside_a_character() {
        check("北京下雨", "京下", true);
        check("NHKは", "nhk", true);
        check("กรุงเทพมหานคร", "เทพ", true);
        check("กิน", "ก", false);
    }

    #[test]
    fn tokens_of_the_segmenter_are_borders_inside_such_text() {
        let text = "北京下雨";
        let folded = FoldedText::of(text, Span::whole(text));
        let edges = TokenEdges::new([Span::new(0, 6), Span::new(6, 12)].into_iter());
        let is_border = |at| folded.is_border(at, Some(&edges));
        assert!(is_border(0) && !is_border(3) && is_border(6) && !is_border(9) && is_border(12));
    }

    #[test]
    fn a_span_comes_from_whole_characters() {
        let text = "Die Straße, mini\u{ad}ster";
        let folded = FoldedText::of(text, Span::whole(text));
        let span = |word: &str| {
            let start = folded.as_str().find(word).unwrap();
            folded.origin(Span::new(start, start + word.len())).of(text)
        };
        assert_eq!((span("strasse"), span("stras"), span("minister")), ("Straße", "Straß", "mini\u{ad}ster"));
    }
}
