//! Divides a text into runs, which a multilingual model tokenizes alone: `lab/teacher/pieces.py` does the same
//! in training.
//!
//! A run is a stretch of letters, marks and digits; of one of the scripts below; or any other character by
//! itself. The division does not depend on how the caller divides the text into words, so that training and
//! use agree. Korean is the exception: a run in Hangul also ends where a word does, since the caller knows
//! which particles are written onto a word.

use std::ops::Range;

use unicode_general_category::{GeneralCategory, get_general_category};

/// A run of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// The bytes of the run.
    pub(crate) span: Range<usize>,
    /// Whether each of its subwords has a label of its own, and not only the first.
    pub(crate) is_piecewise: bool,
}

/// What characters of a run have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A letter, mark or digit.
    Word,
    /// Any other character. It is a run by itself.
    Sign,
    /// Thai or Lao.
    Thai,
    Burmese,
    Khmer,
    Hiragana,
    Katakana,
    Han,
    Hangul,
}

impl Class {
    fn of(character: char) -> Self {
        use GeneralCategory::{
            DecimalNumber, EnclosingMark, LetterNumber, LowercaseLetter, ModifierLetter, NonspacingMark,
            OtherLetter, OtherNumber, SpacingMark, TitlecaseLetter, UppercaseLetter,
        };
        let is_inside_word = character.is_ascii_alphanumeric()
            || matches!(
                get_general_category(character),
                UppercaseLetter
                    | LowercaseLetter
                    | TitlecaseLetter
                    | ModifierLetter
                    | OtherLetter
                    | NonspacingMark
                    | SpacingMark
                    | EnclosingMark
                    | DecimalNumber
                    | LetterNumber
                    | OtherNumber
            );
        if is_inside_word { Self::of_script(character) } else { Self::Sign }
    }

    /// Returns the class of a letter, mark or digit.
    fn of_script(character: char) -> Self {
        match character {
            '\u{0e00}'..='\u{0eff}' => Self::Thai,
            '\u{1000}'..='\u{109f}' => Self::Burmese,
            '\u{1780}'..='\u{17ff}' => Self::Khmer,
            '\u{3041}'..='\u{309f}' => Self::Hiragana,
            '\u{30a0}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' => Self::Katakana,
            '\u{3005}'..='\u{3007}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{3ffff}' => Self::Han,
            '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7ff}' => Self::Hangul,
            _ => Self::Word,
        }
    }

    /// Reports whether a name may begin or end inside a run: scripts without spaces, and Korean, whose
    /// particles are written onto words.
    fn is_piecewise(self) -> bool {
        !matches!(self, Self::Word | Self::Sign)
    }
}

/// Divides a text without white space. `word_ends` are the ends of the caller's words, in order.
pub(crate) fn runs(text: &str, word_ends: &[usize]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open: Option<Class> = None;
    for (at, character) in text.char_indices() {
        let class = Class::of(character);
        let is_cut = class == Class::Hangul && word_ends.binary_search(&at).is_ok();
        let end = at + character.len_utf8();
        match runs.last_mut() {
            Some(run) if open == Some(class) && class != Class::Sign && !is_cut => run.span.end = end,
            _ => runs.push(Run { span: at..end, is_piecewise: class.is_piecewise() }),
        }
        open = Some(class);
    }
    runs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found = runs(text, &[]);
        let found: Vec<&str> = found.iter().filter_map(|run| text.get(run.span.clone())).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn letters_marks_and_digits_are_one_run_and_every_sign_is_one() {
        check("Oslo's", &["Oslo", "'", "s"]);
        check("G20-Gipfel...", &["G20", "-", "Gipfel", ".", ".", "."]);
        check("दिल्ली।", &["दिल्ली", "।"]);
    }

    #[test]
    fn japanese_is_divided_where_the_script_changes() {
        check("田中さんはITサービス", &["田中", "さんは", "IT", "サービス"]);
        assert!(runs("田中", &[]).iter().all(|run| run.is_piecewise));
        assert!(!runs("IT", &[]).iter().any(|run| run.is_piecewise));
    }

    #[test]
    fn a_run_in_hangul_ends_where_a_word_does_and_others_do_not() {
        let ends = |text: &str, word: &str| -> Vec<usize> {
            runs(text, &[word.len()]).iter().map(|run| run.span.end).collect()
        };
        assert_eq!(ends("서울에서", "서울"), [6, 12]);
        assert_eq!(ends("وقال", "و"), [8]);
        assert_eq!(ends("北京", "北"), [6]);
    }

    proptest! {
        #[test]
        fn runs_cover_the_text_without_gaps(text in "[^\\s]{0,40}", ends in prop::collection::vec(0_usize..60, 0..6)) {
            let mut ends = ends;
            ends.sort_unstable();
            let mut end = 0;
            for run in runs(&text, &ends) {
                prop_assert!(run.span.start == end && run.span.end > end);
                prop_assert!(text.is_char_boundary(run.span.end));
                end = run.span.end;
            }
            prop_assert_eq!(end, text.len());
        }
    }
}
