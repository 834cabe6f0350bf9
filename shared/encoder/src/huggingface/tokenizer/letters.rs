//! Characters that remember where in the text they came from, while they are normalized.

use std::ops::Range;

use unicode_general_category::{GeneralCategory, get_general_category};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

use super::charsmap::CharsMap;
use crate::pieces::{is_dropped, is_ideograph};

/// A character and the bytes that it stands for; no bytes where a tokenizer put it in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) character: char,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Letter {
    fn with(self, character: char) -> Self {
        Self { character, ..self }
    }
}

/// The letters of `text`.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    let letter =
        |(start, character): (usize, char)| Letter { character, start, end: start + character.len_utf8() };
    text.char_indices().map(letter).collect()
}

/// The bytes that a run of letters stands for; empty where none of them is the text's.
pub(super) fn span(letters: &[Letter]) -> Range<usize> {
    let real = || letters.iter().filter(|letter| letter.end > letter.start);
    let start = real().map(|letter| letter.start).min();
    start.map_or(0..0, |start| start..real().map(|letter| letter.end).max().unwrap_or(start))
}

/// One step of normalization.
#[derive(Debug)]
pub(super) enum Step {
    /// Controls go, white space becomes a space.
    Clean,
    /// Ideographs stand alone.
    Ideographs,
    Lowercase,
    /// Accents go, decomposed: those that take no room of their own.
    Accents,
    /// All combining marks go.
    Marks,
    Nfc,
    Nfd,
    Nfkc,
    Nfkd,
    /// The table of a SentencePiece model.
    Map(CharsMap),
}

impl Step {
    pub(super) fn apply(&self, letters: &[Letter]) -> Vec<Letter> {
        match self {
            Self::Clean => letters.iter().filter_map(|letter| clean(*letter)).collect(),
            Self::Ideographs => letters.iter().flat_map(|letter| set_apart(*letter)).collect(),
            Self::Lowercase => each(letters, |character, push| character.to_lowercase().for_each(push)),
            Self::Accents => each(letters, |character, push| {
                decompose_canonical(character, |part| {
                    if get_general_category(part) != GeneralCategory::NonspacingMark {
                        push(part);
                    }
                });
            }),
            Self::Marks => {
                letters.iter().filter(|letter| !is_combining_mark(letter.character)).copied().collect()
            }
            Self::Nfc => clusters(letters, |text, push| text.nfc().for_each(push)),
            Self::Nfd => clusters(letters, |text, push| text.nfd().for_each(push)),
            Self::Nfkc => clusters(letters, |text, push| text.nfkc().for_each(push)),
            Self::Nfkd => clusters(letters, |text, push| text.nfkd().for_each(push)),
            Self::Map(map) => clusters(letters, |text, push| map.apply(text, push)),
        }
    }
}

fn clean(letter: Letter) -> Option<Letter> {
    if matches!(letter.character, '\t' | '\n' | '\r') {
        return Some(letter.with(' '));
    }
    let kept = (!is_dropped(letter.character)).then_some(letter)?;
    Some(if kept.character.is_whitespace() { kept.with(' ') } else { kept })
}

fn set_apart(letter: Letter) -> Vec<Letter> {
    if is_ideograph(letter.character) {
        let (before, behind) = (letter.start, letter.end);
        let space = |at| Letter { character: ' ', start: at, end: at };
        vec![space(before), letter, space(behind)]
    } else {
        vec![letter]
    }
}

fn each(letters: &[Letter], apply: impl Fn(char, &mut dyn FnMut(char))) -> Vec<Letter> {
    let mut out = Vec::with_capacity(letters.len());
    for letter in letters {
        apply(letter.character, &mut |character| out.push(letter.with(character)));
    }
    out
}

/// Normalizes by what a reader takes for one character; its parts all come from the whole of it.
fn clusters(letters: &[Letter], apply: impl Fn(&str, &mut dyn FnMut(char))) -> Vec<Letter> {
    let text: String = letters.iter().map(|letter| letter.character).collect();
    let mut rest = letters;
    let mut out = Vec::with_capacity(letters.len());
    for cluster in text.graphemes(true) {
        let (own, behind) = rest.split_at_checked(cluster.chars().count()).unwrap_or((rest, &[]));
        rest = behind;
        let Range { start, end } = span(own);
        apply(cluster, &mut |character| out.push(Letter { character, start, end }));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(step: &Step, text: &str, expected: &[(char, &str)]) {
        let found = step.apply(&letters(text));
        let found: Vec<(char, &str)> = found
            .iter()
            .map(|letter| (letter.character, text.get(letter.start..letter.end).expect("bytes of the text")))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn what_changes_still_points_to_where_it_came_from() {
        check(&Step::Lowercase, "İX", &[('i', "İ"), ('\u{307}', "İ"), ('x', "X")]);
        check(&Step::Accents, "éü", &[('e', "é"), ('u', "ü")]);
        check(&Step::Nfc, "e\u{301}a", &[('é', "e\u{301}"), ('a', "a")]);
        check(&Step::Nfkc, "ﬁ½", &[('f', "ﬁ"), ('i', "ﬁ"), ('1', "½"), ('⁄', "½"), ('2', "½")]);
        check(&Step::Clean, "a\u{200b}\t\u{a0}b", &[('a', "a"), (' ', "\t"), (' ', "\u{a0}"), ('b', "b")]);
        check(&Step::Ideographs, "a雨", &[('a', "a"), (' ', ""), ('雨', "雨"), (' ', "")]);
    }

    #[test]
    fn a_run_covers_the_bytes_of_its_own_letters() {
        let text = letters("aé");
        assert_eq!(span(&text), 0..3);
        assert_eq!(span(&[]), 0..0);
        assert_eq!(span(&[Letter { character: '▁', start: 5, end: 5 }, text[1]]), 1..3);
    }
}
