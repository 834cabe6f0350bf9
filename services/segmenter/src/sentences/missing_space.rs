//! Ends of sentences without a space after their mark: `end.The`, as careless news text has them.

use std::sync::LazyLock;

use super::candidate::{Candidate, Mark, Next};
use super::forms::{is_capitalised, is_caseless_word, is_number};
use super::rules::Rules;
use crate::languages::{Class, words_of_all};
use crate::word_list::WordList;

/// The letters that make a word too long for most abbreviations.
const LONG_WORD: usize = 5;

/// The letters of a capitalized word that is too long for a title: `in Leeds.Officers`. The word behind the stop is
/// no ending of an address, because that one is looked up (`ADDRESS_ENDINGS`).
const LONGEST_SITE: usize = 3;

/// Endings of addresses that firms write with a capital: `Booking.Com`.
const ADDRESS_ENDINGS: [&str; 12] =
    ["Com", "Net", "Org", "Io", "Ai", "Js", "De", "Fr", "Uk", "Tv", "Info", "Gov"];

/// Words of one capital that may open a sentence.
static ONE_LETTER_WORDS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.words.one_letter_words)));

/// Reports whether a mark without a gap ends a sentence: it is between a word and a capitalized word.
///
/// Addresses and file names do not qualify: their words are not plain or not capitalized.
pub(super) fn is_missing_space(candidate: &Candidate<'_>, rules: &Rules) -> bool {
    // The rules see no end at `country....Here`. The model of the language may.
    if matches!(candidate.mark, Mark::Ellipsis | Mark::Omission) {
        return false;
    }
    let (term, next) = (candidate.term, &candidate.next);
    // `"…연다."라고 말했다`: in Korean the quotation has its particle.
    if candidate.is_quoted() && next.first.is_some_and(|c| matches!(c, '가'..='힣')) {
        return false;
    }
    // A script without spaces may use the exclamation and question marks of a keyboard.
    if candidate.mark == Mark::Emphatic && next.first.is_some_and(text::is_without_spaces) {
        return true;
    }
    // `end.The/`, `end.The@` are parts of addresses.
    let follows_on = next.after_word.is_none_or(|after| {
        after.is_whitespace() || matches!(after, ',' | '\'' | '’' | '-' | '.' | '!' | '?' | '。')
    });
    follows_on
        && (is_cased_pair(candidate, rules) || is_capital_pair(term, next) || is_caseless_pair(term, next))
}

/// Reports whether a word that may end a sentence comes before a capitalized word: `end.The`, `4%.The`.
fn is_cased_pair(candidate: &Candidate<'_>, rules: &Rules) -> bool {
    let (term, next) = (candidate.term, &candidate.next);
    let opens = (is_capitalised(next.word) && !ADDRESS_ENDINGS.contains(&next.word))
        || ONE_LETTER_WORDS.contains(next.word);
    // `end.Dr. Roe`: the stop after the next word is that of a title.
    let is_title =
        || rules.abbreviations.class_of(next.word) == Some(Class::NeverFinal) && is_capitalised(next.word);
    opens
        && (next.after_word != Some('.') || is_title())
        && (candidate.follows_percentage() || is_closed_word(term, rules))
}

/// Reports whether a long word in lower case comes before a word in capitals: `сказал.ПЕРМЬ`. ASCII has too
/// many file names of this form.
fn is_capital_pair(term: &str, next: &Next<'_>) -> bool {
    term.chars().nth(LONG_WORD - 1).is_some()
        && term.chars().all(|c| c.is_lowercase() && !c.is_ascii())
        && next.word.chars().nth(1).is_some()
        && next.word.chars().all(char::is_uppercase)
}

/// Reports whether both words are in a script without capitals.
fn is_caseless_pair(term: &str, next: &Next<'_>) -> bool {
    term.chars().all(char::is_alphabetic) && is_caseless_word(term) && is_caseless_word(next.word)
}

/// Reports whether a sentence may end with `term`: a word in lower case, a number with its thousands, or a
/// long word with one capital that is not an abbreviation.
fn is_closed_word(term: &str, rules: &Rules) -> bool {
    let is_word = term.chars().nth(1).is_some() && term.chars().all(char::is_lowercase);
    let is_long_name = || {
        term.chars().nth(LONGEST_SITE).is_some()
            && is_capitalised(term)
            && rules.abbreviations.class_of(term).is_none()
    };
    // A comma separates words, so the term of `1,000` is `000`.
    let is_long_number = || !rules.abbreviations.has_ordinal_stops() && term.len() > 2 && is_number(term);
    is_word || is_long_name() || is_long_number()
}

/// Reports whether a question mark or suspension points may end a sentence without a gap: `recruits
/// foreigners?thanks`, `country....Here`. The rules see no end there, but people write so, and the model may.
pub(super) fn may_end_without_gap(candidate: &Candidate<'_>) -> bool {
    let next = candidate.next.word;
    let is_word_end = |after: char| after.is_whitespace() || matches!(after, ',' | '\'' | '’');
    !candidate.has_gap
        && matches!(candidate.mark, Mark::Emphatic | Mark::Ellipsis)
        && candidate.term.chars().all(char::is_alphanumeric)
        && next.chars().all(char::is_alphabetic)
        && !next.is_empty()
        && candidate.next.after_word.is_none_or(is_word_end)
}
