//! A word or phrase of a rule.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use crate::fold::{self, Piece};

/// A word or phrase: `minist*`, `"prime minister"`, `NATO`.
///
/// A lower-case letter also matches its capital, and a letter without marks also matches it with marks. A capital,
/// and a Latin letter with a mark, match only themselves.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Phrase {
    written: String,
    folded: String,
    /// The letters, if one of them matches only itself.
    strict: Option<Vec<Letter>>,
    starts_open: bool,
    ends_open: bool,
}

/// The reason why a text is no phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhraseError {
    /// It has nothing to search for.
    Empty,
    /// It has a `*` in the middle.
    InnerStar,
}

impl fmt::Display for PhraseError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Empty => "there is nothing to search for: write a letter, digit or sign",
            Self::InnerStar => "`*` stands only at the beginning or the end: write `minist*` or `*minister*`",
        })
    }
}

impl Phrase {
    /// Reads a phrase. A `*` at the beginning or the end lets the word go on there.
    ///
    /// # Errors
    ///
    /// When it has nothing to search for, or a `*` in the middle.
    pub fn parse(written: &str) -> Result<Self, PhraseError> {
        let written = written.trim();
        let (starts_open, rest) = written.strip_prefix('*').map_or((false, written), |rest| (true, rest));
        let (ends_open, rest) = rest.strip_suffix('*').map_or((false, rest), |rest| (true, rest));
        if rest.contains('*') {
            return Err(PhraseError::InnerStar);
        }
        let letters = letters(rest, false);
        let folded: String = letters.iter().map(|letter| letter.folded).collect();
        if folded.is_empty() {
            return Err(PhraseError::Empty);
        }
        let strict = letters.iter().any(Letter::is_strict).then_some(letters);
        Ok(Self { written: written.to_owned(), folded, strict, starts_open, ends_open })
    }

    /// Returns the phrase as it is in the rule, without quotation marks.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Returns what is searched for in folded text.
    pub(crate) fn folded(&self) -> &str {
        &self.folded
    }

    /// Reports whether a word may begin before the phrase.
    pub(crate) fn starts_open(&self) -> bool {
        self.starts_open
    }

    /// Reports whether the last word may go on behind the phrase.
    pub(crate) fn ends_open(&self) -> bool {
        self.ends_open
    }

    /// Reports whether `found`, a part of an article that is folded to this phrase, has the capitals and marks that
    /// the phrase asks for.
    pub(crate) fn fits(&self, found: &str) -> bool {
        let Some(strict) = &self.strict else { return true };
        let found = letters(found, true);
        found.len() >= strict.len() && strict.iter().zip(&found).all(|(wanted, found)| wanted.fits(found))
    }
}

/// One folded character with what it was before.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Letter {
    folded: char,
    is_capital: bool,
    /// The letter in lower case with its marks, if it is a Latin letter with some.
    marked: Option<String>,
}

impl Letter {
    fn is_strict(&self) -> bool {
        self.is_capital || self.marked.is_some()
    }

    fn fits(&self, found: &Self) -> bool {
        self.folded == found.folded
            && (found.is_capital || !self.is_capital)
            && (self.marked.is_none() || self.marked == found.marked)
    }
}

fn letters(text: &str, has_markup: bool) -> Vec<Letter> {
    let mut letters = Vec::new();
    let each = |piece: Piece<'_>| letters.push(letter(piece));
    if has_markup {
        fold::fold_with_markup(text, each);
    } else {
        fold::fold(text, each);
    }
    letters
}

fn letter(piece: Piece<'_>) -> Letter {
    let Piece { folded, unit, .. } = piece;
    if let [byte] = unit.as_bytes() {
        return Letter { folded, is_capital: byte.is_ascii_uppercase(), marked: None };
    }
    let composed: String = unit.nfkc().collect();
    let is_capital = composed.chars().next().is_some_and(char::is_uppercase);
    let lower = composed.to_lowercase();
    let is_marked = folded.is_ascii_lowercase() && !lower.is_ascii();
    Letter { folded, is_capital, marked: is_marked.then_some(lower) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(phrase: &str, found: &str, expected: bool) {
        let phrase = Phrase::parse(phrase).unwrap();
        assert_eq!(phrase.fits(found), expected, "{:?} in {found:?}", phrase.written());
    }

    #[test]
    fn a_small_letter_without_marks_matches_all_its_variants() {
        for found in ["oslo", "Oslo", "OSLO", "Ösló"] {
            check("oslo", found, true);
        }
    }

    #[test]
    fn a_capital_matches_only_a_capital() {
        check("WHO", "WHO", true);
        check("WHO", "who", false);
        check("WHO", "Who", false);
        check("Oslo", "OSLO", true);
        check("Oslo", "oslo", false);
        check("Москва", "МОСКВА", true);
        check("Москва", "москва", false);
        check("ＷＨＯ", "who", false);
    }

    #[test]
    fn a_latin_letter_with_a_mark_matches_only_itself() {
        check("schön", "schon", false);
        check("schön", "Schön", true);
        check("schön", "scho\u{308}n", true);
        check("schön", "sch&ouml;n", true);
        check("łódź", "lodz", false);
        check("straße", "strasse", false);
        check("œuvre", "oeuvre", false);
        check("œuvre", "ŒUVRE", true);
    }

    #[test]
    fn marks_of_other_scripts_are_never_asked_for() {
        check("αθήνα", "ΑΘΗΝΑ", true);
        check("ёлка", "елка", true);
        check("أحمد", "احمد", true);
    }

    #[test]
    fn stars_open_the_ends() {
        let phrase = Phrase::parse(" *minist* ").unwrap();
        assert!(phrase.starts_open() && phrase.ends_open());
        assert_eq!((phrase.folded(), phrase.written()), ("minist", "*minist*"));
        assert_eq!(Phrase::parse("min*ster"), Err(PhraseError::InnerStar));
        for empty in ["", "*", "**", " - ", "\u{ad}"] {
            assert_eq!(Phrase::parse(empty), Err(PhraseError::Empty), "{empty:?}");
        }
    }
}
