//! The shape of a word: how it uses capitals, digits and punctuation.
//!
//! An uncased vocabulary loses the case, which is the best evidence of a name. A model with an embedding of
//! the shape gets it back. The teacher (`lab/teacher/pieces.py`) computes the same shapes in Python.

use unicode_normalization::char::is_combining_mark;

/// The number of shapes.
pub(crate) const SHAPES: usize = 8;

/// How a word uses capitals, digits and punctuation. A word here is BERT's basic token: a run of letters and
/// digits, one punctuation character or one ideograph. The numbers are the rows of the model's embedding.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum WordShape {
    /// Not a word: opens or closes a window, or comes from a tokenizer that keeps the case.
    #[default]
    Special = 0,
    /// Letters without a capital, or of a script without case.
    Lower = 1,
    /// One capital, the first letter.
    Title = 2,
    /// Two or more letters, all of them capitals.
    Upper = 3,
    /// A single capital letter.
    Letter = 4,
    /// Capitals elsewhere.
    Mixed = 5,
    /// A digit and no letter.
    Digit = 6,
    /// Neither letters nor digits.
    Mark = 7,
}

impl WordShape {
    /// Returns the shape of a word as it was written. Combining marks do not count.
    pub(crate) fn of(word: &str) -> Self {
        let letters =
            || word.chars().filter(|character| character.is_alphabetic() && !is_combining_mark(*character));
        let total = letters().count();
        let upper = letters().filter(|letter| letter.is_uppercase()).count();
        let starts_upper = letters().next().is_some_and(char::is_uppercase);
        match (upper, total) {
            (_, 0) if word.chars().any(char::is_numeric) => Self::Digit,
            (_, 0) => Self::Mark,
            (0, _) => Self::Lower,
            (1, 1) => Self::Letter,
            (upper, total) if upper == total => Self::Upper,
            (1, _) if starts_upper => Self::Title,
            _ => Self::Mixed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_digits_and_punctuation_make_the_shape() {
        let cases = [
            ("oslo", WordShape::Lower),
            ("雨", WordShape::Lower),
            ("Oslo", WordShape::Title),
            ("O\u{301}slo", WordShape::Title),
            ("ÓSLÓ", WordShape::Upper),
            ("U", WordShape::Letter),
            ("McDonald", WordShape::Mixed),
            ("10", WordShape::Digit),
            ("—", WordShape::Mark),
        ];
        for (word, shape) in cases {
            assert_eq!(WordShape::of(word), shape, "{word}");
        }
    }
}
