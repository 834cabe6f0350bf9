//! Spans of a text, in UTF-8 bytes.

use std::ops::Range;

/// A half-open range of a text, in UTF-8 bytes.
///
/// The creator of a span ensures that `start <= end` and that both are character boundaries of the text. If a
/// span does not fit the text, [`Span::of`] returns the empty string.
///
/// ```
/// # use wiredesk_text as text;
/// use text::Span;
///
/// let text = "Rain in Zürich";
/// let city = Span::new(8, 15);
/// assert_eq!(city.of(text), "Zürich");
/// assert_eq!(Span::new(7, text.len()).trimmed(text), city);
/// assert_eq!(Span::new(8, 99).of(text), "");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Index of the first byte.
    pub start: usize,
    /// Index after the last byte.
    pub end: usize,
}

impl Span {
    /// Creates the span from `start` to `end`. It is empty if `end` is before `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Creates the span of all of `text`.
    pub fn whole(text: &str) -> Self {
        Self::new(0, text.len())
    }

    /// Returns the text in this span.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Returns the length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Reports whether the span has no bytes.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns the span moved by `by` bytes towards the end.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// Reports whether all of `other` is inside this span.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Returns the smallest span that contains both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Returns the span without the white space at its ends.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Self {
        let inside = self.of(text);
        let start = self.start + (inside.len() - inside.trim_start().len());
        Self::new(start, start + inside.trim().len())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn returns_the_text_in_the_span() {
        assert_eq!(Span::new(3, 8).of("an été."), "été");
    }

    #[test]
    fn a_span_that_does_not_fit_has_no_text() {
        assert_eq!(Span::new(1, 99).of("été"), "");
        assert_eq!(Span::new(1, 2).of("été"), "");
    }

    #[test]
    fn trims_white_space_of_any_kind_from_both_ends() {
        let text = "a \u{3000}b c\u{a0}\n";
        assert_eq!(Span::new(1, text.len()).trimmed(text).of(text), "b c");
    }

    #[test]
    fn trimming_only_white_space_leaves_an_empty_span() {
        assert!(Span::new(0, 3).trimmed("   ").is_empty());
    }
}
