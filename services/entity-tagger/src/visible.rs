//! A field of an article as a reader sees it: without invisible characters, and with each accent on its letter.
//!
//! A soft hyphen inside a name would make it another name, and so would a letter whose accent is a character of
//! its own. The tagger reads the visible text; spans go back to the text as delivered.

use std::borrow::Cow;
use std::ops::Range;

use text::Span;
use unicode_normalization::char::compose;

/// The Arabic sign that only makes a word longer.
const TATWEEL: char = '\u{640}';
/// Divides words in scripts without spaces, and means nothing elsewhere.
const ZERO_WIDTH_SPACE: char = '\u{200b}';

/// The visible text of a field, and where each part of it is in the original.
#[derive(Debug)]
pub(crate) struct Visible<'a> {
    original: &'a str,
    text: Cow<'a, str>,
    /// The parts of the text in order; none if the visible text is the original.
    parts: Vec<Part>,
}

/// A part of the visible text. Its two ranges have the same length, unless it is one composed letter.
#[derive(Debug)]
struct Part {
    visible: Range<usize>,
    original: Range<usize>,
}

impl<'a> Visible<'a> {
    pub(crate) fn new(original: &'a str) -> Self {
        let is_plain = original.is_ascii() || !original.contains(|c| is_left_out(c) || is_mark(c));
        if is_plain {
            return Self { original, text: Cow::Borrowed(original), parts: Vec::new() };
        }
        let mut text = String::with_capacity(original.len());
        let mut parts: Vec<Part> = Vec::new();
        for (at, character) in original.char_indices() {
            let end = at + character.len_utf8();
            let last = text.chars().next_back();
            if is_left_out(character) && !divides_words(character, last) {
                continue;
            }
            let letter = last.filter(|_| is_mark(character)).and_then(|base| compose(base, character));
            let (character, first) = match letter {
                Some(letter) => (letter, take_last(&mut text, &mut parts)),
                None => (character, at),
            };
            let start = text.len();
            text.push(character);
            let part = Part { visible: start..text.len(), original: first..end };
            match parts.last_mut() {
                Some(last) if last.goes_on_with(&part) => {
                    last.visible.end = part.visible.end;
                    last.original.end = end;
                }
                _ => parts.push(part),
            }
        }
        Self { original, text: Cow::Owned(text), parts }
    }

    /// Reports whether all of the original is visible as it is.
    fn is_plain(&self) -> bool {
        matches!(self.text, Cow::Borrowed(_))
    }

    /// Returns the visible text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Returns the bytes of the visible text that a span of the original has; none if nothing in it is visible.
    pub(crate) fn to_visible(&self, span: Span) -> Option<Span> {
        if self.is_plain() {
            return Some(span);
        }
        let first = self.parts.partition_point(|part| part.original.end <= span.start);
        let last = self.parts.partition_point(|part| part.original.start < span.end).checked_sub(1)?;
        let (first, last) = (self.parts.get(first)?, self.parts.get(last)?);
        let start = first.visible.start + first.offset(span.start.saturating_sub(first.original.start));
        let back = last.original.end.saturating_sub(span.end);
        let end = last.visible.end - last.offset(back);
        (start < end).then(|| Span::new(start, end))
    }

    /// Returns the bytes of the original that a span of the visible text stands for.
    pub(crate) fn to_original(&self, span: Span) -> Span {
        if self.is_plain() {
            return span;
        }
        let first = self.parts.partition_point(|part| part.visible.end <= span.start);
        let last = self.parts.partition_point(|part| part.visible.start < span.end).saturating_sub(1);
        let (Some(first), Some(last)) = (self.parts.get(first), self.parts.get(last)) else { return span };
        let start = first.original.start + first.offset(span.start.saturating_sub(first.visible.start));
        let end = last.original.end - last.offset(last.visible.end.saturating_sub(span.end));
        Span::new(start, end.max(start))
    }

    /// Returns the text of a span of the original.
    pub(crate) fn delivered(&self, span: Span) -> &'a str {
        span.of(self.original)
    }
}

impl Part {
    /// Reports whether `next` follows at once, and a point has the same distance from the start in both texts.
    fn goes_on_with(&self, next: &Part) -> bool {
        let is_copied = |part: &Part| part.visible.len() == part.original.len();
        self.original.end == next.original.start && is_copied(self) && is_copied(next)
    }

    /// Returns how far a point `bytes` from an edge of this part is from it in the other text. A composed letter
    /// is not divided.
    fn offset(&self, bytes: usize) -> usize {
        if self.visible.len() == self.original.len() { bytes.min(self.visible.len()) } else { 0 }
    }
}

/// Takes the last letter off the visible text, and returns where it starts in the original.
fn take_last(text: &mut String, parts: &mut Vec<Part>) -> usize {
    let length = text.pop().map_or(0, char::len_utf8);
    let Some(part) = parts.last_mut() else { return 0 };
    if part.visible.len() == length {
        return parts.pop().map_or(0, |part| part.original.start);
    }
    // The letters of a part of several letters are copied.
    part.visible.end -= length;
    part.original.end -= length;
    part.original.end
}

fn is_left_out(character: char) -> bool {
    text::is_invisible(character) || character == TATWEEL
}

fn divides_words(character: char, last: Option<char>) -> bool {
    character == ZERO_WIDTH_SPACE && last.is_some_and(text::is_without_spaces)
}

/// Reports whether a character is a mark on the letter before it, of those that Latin, Greek and Cyrillic use.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn delivered<'a>(visible: &Visible<'a>, word: &str) -> &'a str {
        let start = visible.text().find(word).expect("the visible text has the word");
        visible.delivered(visible.to_original(Span::new(start, start + word.len())))
    }

    #[test]
    fn plain_text_is_not_copied() {
        let visible = Visible::new("Zoë Müller – København");
        assert!(matches!(visible.text, Cow::Borrowed(_)));
        assert_eq!(visible.to_original(Span::new(3, 9)), Span::new(3, 9));
    }

    #[test]
    fn invisible_characters_are_left_out_and_come_back() {
        let visible = Visible::new("\u{feff}Angela Hol\u{ad}bach met him in Ber\u{200b}lin\u{200e}.");
        assert_eq!(visible.text(), "Angela Holbach met him in Berlin.");
        assert_eq!(delivered(&visible, "Angela Holbach"), "Angela Hol\u{ad}bach");
        assert_eq!(delivered(&visible, "Berlin"), "Ber\u{200b}lin");
        assert_eq!(delivered(&visible, "."), ".");
    }

    #[test]
    fn accents_are_composed_with_their_letters() {
        let visible = Visible::new("Mu\u{308}ller und Nguye\u{302}\u{303}n");
        assert_eq!(visible.text(), "Müller und Nguyễn");
        assert_eq!(delivered(&visible, "Müller"), "Mu\u{308}ller");
        assert_eq!(delivered(&visible, "Nguyễn"), "Nguye\u{302}\u{303}n");
    }

    #[test]
    fn arabic_words_lose_what_makes_them_longer() {
        assert_eq!(Visible::new("محـــمد").text(), "محمد");
    }

    #[test]
    fn a_zero_width_space_divides_words_of_scripts_without_spaces() {
        assert_eq!(Visible::new("ភ្នំ\u{200b}ពេញ").text(), "ភ្នំ\u{200b}ពេញ");
    }

    #[test]
    fn a_span_without_anything_visible_is_none() {
        let visible = Visible::new("a\u{200b}\u{200b}b");
        assert_eq!(visible.to_visible(Span::new(1, 4)), None);
        assert_eq!(visible.to_visible(Span::new(0, 8)), Some(Span::new(0, 2)));
        assert_eq!(Visible::new("\u{200b}\u{ad}").to_visible(Span::new(0, 5)), None);
    }

    proptest! {
        #[test]
        fn a_span_comes_back_as_the_same_visible_text(
            original in "[ae\u{ad}\u{200b}\u{308}\u{301}é ]{0,40}",
            cut in any::<(prop::sample::Index, prop::sample::Index)>(),
        ) {
            let visible = Visible::new(&original);
            let text = visible.text();
            let points: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let (one, other) = (*cut.0.get(&points), *cut.1.get(&points));
            let span = Span::new(one.min(other), one.max(other));
            let back = visible.to_original(span);
            if !span.is_empty() {
                prop_assert!(original.get(back.start..back.end).is_some());
                let again = Visible::new(visible.delivered(back));
                prop_assert_eq!(again.text(), span.of(text));
                prop_assert_eq!(visible.to_visible(back), Some(span));
            }
        }
    }
}
