//! Words as the network sees them: pieces of BERT's uncased vocabulary, each with the shape its run had.
//!
//! A *run* is what BERT calls a basic token: letters and digits between white space, marks and ideographs.
//! The base vocabulary is uncased; the shape gives the network the case back. The teacher (`lab/teacher`)
//! does the same in Python.

use std::ops::Range;

use unicode_general_category::{GeneralCategory, get_general_category};
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

pub use crate::vocabulary::Vocabulary;

/// Longer runs are unknown: BERT's own limit, in characters.
const LONGEST_RUN: usize = 100;

/// How a run uses capitals, digits and marks. The numbers are those of the weight file's shape table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Shape {
    /// Not of the text: opens or closes a window.
    Special = 0,
    /// Letters without a capital, or of a script without case.
    Lower = 1,
    /// One capital, the first letter.
    Title = 2,
    /// Capitals only, two or more.
    Upper = 3,
    /// A single capital.
    Letter = 4,
    /// Capitals elsewhere.
    Mixed = 5,
    /// No letter but a digit.
    Digit = 6,
    /// Neither letter nor digit.
    Mark = 7,
}

/// How many shapes there are.
pub(crate) const SHAPES: usize = 8;

/// A piece of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its number in the vocabulary.
    pub id: u32,
    /// The shape of its run.
    pub shape: Shape,
    /// The bytes of the word that it stands for.
    pub span: Range<usize>,
}

/// The pieces of `word`; one unknown piece where nothing is left of it.
pub fn split(word: &str, vocabulary: &Vocabulary) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for run in runs(word) {
        run.split(word, vocabulary, &mut pieces);
    }
    if pieces.is_empty() {
        pieces.push(Piece { id: vocabulary.unknown, shape: Shape::Mark, span: 0..word.len() });
    }
    pieces
}

/// One run: normalized, with where each of its characters came from.
#[derive(Debug, Default)]
struct Run {
    normalized: String,
    /// For each byte of `normalized`, the bytes of the word that its character came from.
    sources: Vec<Range<usize>>,
}

impl Run {
    fn push(&mut self, character: char, source: &Range<usize>) {
        for lower in character.to_lowercase() {
            self.normalized.push(lower);
            self.sources.resize(self.normalized.len(), source.clone());
        }
    }

    fn span(&self, bytes: Range<usize>) -> Range<usize> {
        let sources = self.sources.get(bytes).unwrap_or_default();
        let start = sources.first().map_or(0, |source| source.start);
        start..sources.last().map_or(start, |source| source.end)
    }

    /// The longest pieces from the left; unknown as a whole where one is missing.
    fn split(&self, word: &str, vocabulary: &Vocabulary, pieces: &mut Vec<Piece>) {
        let whole = self.span(0..self.normalized.len());
        let shape = shape(word.get(whole.clone()).unwrap_or_default());
        let before = pieces.len();
        let mut at = 0;
        while let Some(rest) = self.normalized.get(at..).filter(|rest| !rest.is_empty()) {
            let known = self.normalized.chars().count() <= LONGEST_RUN;
            let Some((id, length)) = known.then(|| vocabulary.longest_match(rest, at == 0)).flatten() else {
                pieces.truncate(before);
                pieces.push(Piece { id: vocabulary.unknown, shape, span: whole });
                return;
            };
            pieces.push(Piece { id, shape, span: self.span(at..at + length) });
            at += length;
        }
    }
}

/// White space divides; a mark or an ideograph stands alone; accents and controls go; case is lowered.
fn runs(word: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut is_open = false;
    for (start, original) in word.char_indices() {
        if original.is_whitespace() {
            is_open = false;
        }
        if original.is_whitespace() || is_dropped(original) {
            continue;
        }
        let source = start..start + original.len_utf8();
        decompose_canonical(original, |character| {
            if get_general_category(character) == GeneralCategory::NonspacingMark {
                return;
            }
            let alone = is_mark(character) || is_ideograph(character);
            if alone || !is_open {
                runs.push(Run::default());
            }
            is_open = !alone;
            if let Some(run) = runs.last_mut() {
                run.push(character, &source);
            }
        });
    }
    runs
}

/// Controls, formats and what has no meaning here: BERT drops them.
pub(crate) fn is_dropped(character: char) -> bool {
    use GeneralCategory::{Control, Format, PrivateUse, Surrogate, Unassigned};
    character == '\u{fffd}'
        || matches!(get_general_category(character), Control | Format | PrivateUse | Surrogate | Unassigned)
}

pub(crate) fn is_mark(character: char) -> bool {
    use GeneralCategory::{
        ClosePunctuation, ConnectorPunctuation, DashPunctuation, FinalPunctuation, InitialPunctuation,
        OpenPunctuation, OtherPunctuation,
    };
    // BERT counts all of ASCII's signs as marks, "$" and "+" among them.
    character.is_ascii_punctuation()
        || matches!(
            get_general_category(character),
            ClosePunctuation
                | ConnectorPunctuation
                | DashPunctuation
                | FinalPunctuation
                | InitialPunctuation
                | OpenPunctuation
                | OtherPunctuation
        )
}

pub(crate) fn is_ideograph(character: char) -> bool {
    matches!(character,
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{2a6df}' | '\u{2a700}'..='\u{2b81f}'
        | '\u{2b920}'..='\u{2ceaf}' | '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}')
}

/// The shape of a run's original characters; accents written apart do not count.
pub fn shape(original: &str) -> Shape {
    let letters =
        || original.chars().filter(|character| character.is_alphabetic() && !is_combining_mark(*character));
    let total = letters().count();
    let upper = letters().filter(|letter| letter.is_uppercase()).count();
    let opens = letters().next().is_some_and(char::is_uppercase);
    match (upper, total) {
        (_, 0) if original.chars().any(char::is_numeric) => Shape::Digit,
        (_, 0) => Shape::Mark,
        (0, _) => Shape::Lower,
        (1, 1) => Shape::Letter,
        (upper, total) if upper == total => Shape::Upper,
        (1, _) if opens => Shape::Title,
        _ => Shape::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WORDS: &str =
        "[UNK]\n[CLS]\n[SEP]\noslo\nwin\n##ter\n##s\nu\n.\ns\n-\n雨\n天\nmcdonald\n10\n,\n000\n";

    fn check(word: &str, expected: &[(&str, Shape)]) {
        let vocabulary = Vocabulary::read(WORDS).expect("the vocabulary above is whole");
        let pieces = split(word, &vocabulary);
        let found: Vec<(&str, Shape)> = pieces
            .iter()
            .map(|piece| (word.get(piece.span.clone()).expect("a span of the word"), piece.shape))
            .collect();
        assert_eq!(found, expected, "pieces of {word:?}");
    }

    #[test]
    fn the_longest_piece_is_taken_from_the_left_with_the_shape_of_the_whole_run() {
        check("Winters", &[("Win", Shape::Title), ("ter", Shape::Title), ("s", Shape::Title)]);
        check("McDonald", &[("McDonald", Shape::Mixed)]);
    }

    #[test]
    fn marks_and_ideographs_stand_alone() {
        check("U.S.", &[("U", Shape::Letter), (".", Shape::Mark), ("S", Shape::Letter), (".", Shape::Mark)]);
        check("雨天", &[("雨", Shape::Lower), ("天", Shape::Lower)]);
        check("10,000", &[("10", Shape::Digit), (",", Shape::Mark), ("000", Shape::Digit)]);
    }

    #[test]
    fn accents_go_whether_composed_or_not_and_offsets_stay_those_of_the_word() {
        check("ÓSLÓ", &[("ÓSLÓ", Shape::Upper)]);
        check("O\u{301}slo-u", &[("O\u{301}slo", Shape::Title), ("-", Shape::Mark), ("u", Shape::Lower)]);
    }

    #[test]
    fn a_run_that_cannot_be_spelt_is_one_unknown_piece_and_so_is_a_word_without_runs() {
        check("winch", &[("winch", Shape::Lower)]);
        check("\u{200b}", &[("\u{200b}", Shape::Mark)]);
        check(&"u".repeat(101), &[(&"u".repeat(101), Shape::Lower)]);
    }

    proptest! {
        #[test]
        fn pieces_are_in_order_inside_the_word_on_character_boundaries(word in any::<String>()) {
            let vocabulary = Vocabulary::read(WORDS).expect("the vocabulary above is whole");
            let mut end = 0;
            for piece in split(&word, &vocabulary) {
                prop_assert!(word.get(piece.span.clone()).is_some(), "{:?} of {word:?}", piece.span);
                prop_assert!(piece.span.end >= end);
                end = piece.span.end;
            }
        }
    }
}
