//! Forms of words: initials, numbers, capitals.

use std::sync::LazyLock;

use text::{Script, script_of};

use crate::languages::words_of_all;
use crate::word_list::WordList;

/// Pronouns that are always capitalized.
static PRONOUNS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.words.pronouns)));

/// Reports whether a word is a pronoun that is always capitalized, so that its capital opens no sentence.
pub(super) fn is_capital_pronoun(word: &str) -> bool {
    PRONOUNS.contains(word)
}

/// Reports whether a word is one letter. A syllable of Korean or Chinese is a word, not a letter.
pub(super) fn is_single_letter(word: &str) -> bool {
    let mut characters = word.chars();
    let first = characters.next();
    let is_letter = first.is_some_and(|letter| {
        letter.is_alphabetic() && !matches!(script_of(letter), Script::Hangul | Script::Han)
    });
    is_letter && characters.next().is_none()
}

/// Reports whether a term is one letter (`J`), or letters with stops or hyphens between them (`U.S`, `J.-P`).
pub(super) fn is_initials(term: &str) -> bool {
    // Two letters in a row make a word, and most words begin so.
    if term.as_bytes().get(..2).is_some_and(|letters| letters.iter().all(u8::is_ascii_alphabetic)) {
        return false;
    }
    let letters = || term.split(['.', '-']).filter(|letter| !letter.is_empty());
    letters().next().is_some() && letters().all(is_single_letter)
}

/// Reports whether a term is letters of an Indian script with their vowel signs, with stops between
/// them: `மு.வே`. A single letter is none.
pub(super) fn is_indic_initials(term: &str) -> bool {
    let is_letter = |letter: &str| {
        let mut bases = 0;
        letter.chars().all(|c| {
            bases += usize::from(is_indic_base(c));
            matches!(c, '\u{900}'..='\u{d7f}')
        }) && bases == 1
    };
    !term.is_ascii()
        && term.contains('.')
        && term.split('.').filter(|letter| !letter.is_empty()).all(is_letter)
}

/// Reports whether a character is a letter of an Indian script and not a sign on one.
fn is_indic_base(character: char) -> bool {
    // The blocks of these scripts have one layout: signs at 0x00 to 0x03, 0x3c, 0x3e to 0x4d and 0x55 to 0x57.
    matches!(character, '\u{900}'..='\u{d7f}')
        && !matches!(u32::from(character) & 0x7f, 0..=3 | 0x3c | 0x3e..=0x4d | 0x55..=0x57 | 0x62 | 0x63)
}

/// Reports whether a term may number a list entry: `1`, `12`, `a`, `iv`.
pub(super) fn is_enumerator(term: &str) -> bool {
    is_short_number(term) || is_single_letter(term) || is_roman_numeral(&term.to_uppercase())
}

/// Reports whether a term may number an article of a law: `1019`.
pub(super) fn is_article_number(term: &str) -> bool {
    term.len() <= 4 && is_number(term)
}

/// Reports whether a term is a number of at most two digits, as days and list entries have.
pub(super) fn is_short_number(term: &str) -> bool {
    term.len() <= 2 && is_number(term)
}

/// Reports whether a term is made of ASCII digits.
pub(super) fn is_number(term: &str) -> bool {
    !term.is_empty() && term.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reports whether a term is a Roman numeral in capitals, up to 399.
pub(super) fn is_roman_numeral(term: &str) -> bool {
    !term.is_empty() && term.len() <= 6 && term.bytes().all(|byte| b"IVXLC".contains(&byte))
}

/// Reports whether a word is a capital and then lower case.
pub(super) fn is_capitalised(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(char::is_uppercase)
        && word.chars().nth(1).is_some()
        && characters.all(char::is_lowercase)
}

/// Reports whether a word has three letters or more of a script without capitals, or two syllables of Korean. That is
/// too long for an abbreviation.
pub(super) fn is_caseless_word(word: &str) -> bool {
    let is_cased = |character: char| character.is_lowercase() || character.is_uppercase();
    let is_hangul = word.starts_with(|c: char| matches!(c, '가'..='힣'));
    word.chars().nth(if is_hangul { 1 } else { 2 }).is_some()
        && word.chars().all(|c| c.is_alphabetic() && !is_cased(c))
}

/// Reports whether a capital could have been in place of this letter. Georgian sentences open in lower
/// case.
pub(super) fn is_small(character: char) -> bool {
    character.is_lowercase() && !matches!(character, '\u{10d0}'..='\u{10ff}')
}
