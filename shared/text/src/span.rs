//! A stretch of a text, in UTF-8 bytes.

use std::ops::Range;

/// A half-open stretch of a text, in UTF-8 bytes.
///
/// Invariant kept by whoever makes one: `start <= end`, and both lie on character boundaries of
/// the text that the span points into. [`Span::of`] is total all the same: a span that does not
/// fit its text yields the empty string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to `end`; an `end` before `start` makes it empty.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The whole of `text`.
    pub fn whole(text: &str) -> Self {
        Self::new(0, text.len())
    }

    /// The text under this span.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether nothing lies under this span.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// This span, `by` bytes further on.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// Whether `other` lies wholly inside this span.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// This span without the white space at both its ends.
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
    fn a_span_gives_the_text_under_it() {
        assert_eq!(Span::new(3, 8).of("an été."), "été");
    }

    #[test]
    fn a_span_that_does_not_fit_gives_nothing() {
        assert_eq!(Span::new(1, 99).of("été"), "");
        assert_eq!(Span::new(1, 2).of("été"), "");
    }

    #[test]
    fn trimming_takes_white_space_of_any_kind_off_both_ends() {
        let text = "a \u{3000}b c\u{a0}\n";
        assert_eq!(Span::new(1, text.len()).trimmed(text).of(text), "b c");
    }

    #[test]
    fn trimming_white_space_alone_leaves_an_empty_span() {
        assert!(Span::new(0, 3).trimmed("   ").is_empty());
    }
}
