//! The class of the abbreviation before a full stop.

use std::sync::LazyLock;

use super::candidate::{Candidate, Mark};
use super::forms::{is_capital_pronoun, is_indic_initials, is_initials, is_roman_numeral, is_single_letter};
use super::rules::Rules;
use crate::languages::{Class, words_of_all};
use crate::word_list::WordList;

/// The longest second word of an abbreviation that is written with a space, in bytes.
const LONGEST_SECOND: usize = 6;

/// Units that are written without a stop.
static UNITS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.words.units)));

/// Returns the class of the abbreviation that the mark belongs to, as listed or by its form; `None` if the
/// mark is the sentence's own.
pub(super) fn term_class(candidate: &Candidate<'_>, rules: &Rules) -> Option<Class> {
    let is_abbreviating = candidate.mark == Mark::Stop && !candidate.is_quoted();
    if !is_abbreviating
        || is_ordinary(candidate, rules)
        || is_pronoun(candidate)
        || is_measure(candidate)
        || candidate.closes_acronym()
    {
        return None;
    }
    if is_final_unit(candidate, rules) || is_final_year(candidate, rules) {
        return Some(Class::FinalByShape);
    }
    let term = candidate.term;
    // A single capital is an initial, whatever the lower-case letter stands for.
    let is_capital = || is_single_letter(term) && term.starts_with(char::is_uppercase);
    class_with_word_before(candidate, rules)
        .or_else(|| if is_capital() { None } else { rules.abbreviations.class_of(term) })
        .or_else(|| class_by_form(term, rules))
        .or_else(|| are_joined(term, rules).then_some(Class::NeverFinal))
}

/// Reports whether the term is a word in small letters of ASCII that no list has. Most terms are, and need no look at
/// the rest.
fn is_ordinary(candidate: &Candidate<'_>, rules: &Rules) -> bool {
    let term = candidate.term;
    term.len() > 1
        && term.bytes().all(|byte| byte.is_ascii_lowercase())
        && !rules.abbreviations.may_hold(term)
        && (term.len() > LONGEST_SECOND || !candidate.follows_stop())
}

/// Returns the class of initials, and of Roman numerals where they are ordinals: both end a sentence only
/// before a clear starter.
fn class_by_form(term: &str, rules: &Rules) -> Option<Class> {
    let is_ordinal = || rules.abbreviations.has_ordinal_stops() && is_roman_numeral(term);
    (is_initials(term) || is_indic_initials(term) || is_ordinal()).then_some(Class::FinalBeforeStarter)
}

/// Reports whether the term is initials that are spelled with the names of their letters and joined by stops:
/// `கே.எஸ்`
fn are_joined(term: &str, rules: &Rules) -> bool {
    let is_letter = |letter: &str| rules.abbreviations.class_of(letter) == Some(Class::NeverFinal);
    !term.is_ascii() && term.contains('.') && term.split('.').all(is_letter)
}

/// Looks up an abbreviation that is written with a space here and without one in the lists: `z. B.`, `т. е.`
fn class_with_word_before(candidate: &Candidate<'_>, rules: &Rules) -> Option<Class> {
    let term = candidate.term;
    // Both words are short, and most terms are ruled out before anything is joined.
    if term.len() > LONGEST_SECOND || !candidate.follows_stop() {
        return None;
    }
    let before = candidate.before_term();
    let is_pair = before.strip_suffix('.').is_some_and(is_single_letter);
    let written_together = is_pair.then(|| format!("{before}{term}"))?;
    rules.abbreviations.class_of(&written_together)
}

/// Reports whether the term is the English pronoun: "…you and I. Did…", but not "Albert I. Jones".
fn is_pronoun(candidate: &Candidate<'_>) -> bool {
    is_capital_pronoun(candidate.term)
        && candidate.before_term().chars().next().is_some_and(char::is_lowercase)
}

/// Reports whether the term is an abbreviated unit that may end a sentence: `5 mil. Kč.`, `15.30 h.` A further unit
/// or a number goes on.
fn is_final_unit(candidate: &Candidate<'_>, rules: &Rules) -> bool {
    let term = candidate.term;
    let is_letter = term.chars().nth(1).is_none();
    rules.is_final_unit(term)
        && (!is_letter || follows_amount(candidate))
        && !rules.is_final_unit(candidate.next.word)
}

/// Reports whether a number comes before the term, perhaps with its magnitude: `20 тыс. т.`
fn follows_amount(candidate: &Candidate<'_>) -> bool {
    const LONGEST_MAGNITUDE: usize = 5;
    let mut words = candidate.words_before();
    let starts_with_digit = |word: &str| word.starts_with(|digit: char| digit.is_ascii_digit());
    words.next().is_some_and(|word| {
        let is_short = word.trim_end_matches('.').chars().nth(LONGEST_MAGNITUDE).is_none();
        starts_with_digit(word) || (is_short && words.next().is_some_and(starts_with_digit))
    })
}

/// Reports whether the term is "year" behind its number, and enough comes before them for a sentence: in `В 2024 г.
/// Министерство …` it has only begun.
fn is_final_year(candidate: &Candidate<'_>, rules: &Rules) -> bool {
    const FEWEST_WORDS: usize = 3;
    let is_year = |number: &str| {
        let number = number.trim_end_matches('.');
        number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    rules.is_year_mark(candidate.term) && {
        let mut words = candidate.words_before();
        words.next().is_some_and(is_year) && words.nth(FEWEST_WORDS - 1).is_some()
    }
}

/// Reports whether the term is a unit after a number: `1,6 m.` A unit has no stop, so the stop is the
/// sentence's.
fn is_measure(candidate: &Candidate<'_>) -> bool {
    UNITS.contains(candidate.term)
        && candidate.before_term().starts_with(|digit: char| digit.is_ascii_digit())
}
