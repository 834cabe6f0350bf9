//! Whether a sentence ends at a candidate.

use text::{Script, script_of};

use super::candidate::{Candidate, Mark, Next};
use super::{Rules, speech};
use crate::abbreviations::Class;

/// Whether a sentence ends here.
pub(super) fn ends_sentence(candidate: &Candidate<'_>, rules: &Rules) -> bool {
    let Some(first) = candidate.next.first else { return true };
    match candidate.mark {
        Mark::Full => full_mark_ends(candidate, first),
        _ if !candidate.has_gap => is_missing_space(candidate),
        Mark::Emphatic => !is_small(first) && !is_inner_punctuation(first),
        Mark::Ellipsis => ellipsis_ends(&candidate.next, first),
        Mark::Stop => stop_ends(candidate, first, rules),
    }
}

/// Marks that do nothing but end sentences: only what follows at once can say no.
fn full_mark_ends(candidate: &Candidate<'_>, first: char) -> bool {
    if candidate.has_gap {
        return !is_inner_punctuation(first);
    }
    // 「…。」と述べた, “……。”她说。: the sentence goes on behind the quotation.
    let goes_on = candidate.is_quoted
        && match script_of(first) {
            Script::Hiragana => true,
            Script::Han => speech::names_speaker(candidate.next.rest),
            _ => false,
        };
    !goes_on && !is_inner_punctuation(first)
}

fn is_inner_punctuation(character: char) -> bool {
    matches!(character, ',' | ';' | ':' | '，' | '、' | '；' | '：' | '،' | '؛' | ')' | '）')
}

/// `end.The`: a stop between a word and a capitalised word, as careless news text has it.
///
/// Addresses and file names do not qualify: their words are not plain or not capitalised.
fn is_missing_space(candidate: &Candidate<'_>) -> bool {
    if candidate.mark == Mark::Ellipsis {
        return false;
    }
    let (term, next) = (candidate.term, &candidate.next);
    let follows_on = next.after_word.is_none_or(|after| {
        after.is_whitespace() || matches!(after, ',' | '\'' | '’' | '-' | '.' | '!' | '?' | '。')
    });
    if !follows_on || !term.chars().all(char::is_alphabetic) {
        return false;
    }
    let cased = term.chars().nth(1).is_some()
        && term.chars().all(char::is_lowercase)
        && next.after_word != Some('.')
        && (is_capitalised(next.word) || matches!(next.word, "A" | "I"));
    cased || (is_caseless_word(term) && is_caseless_word(next.word))
}

/// A capital, then small letters.
fn is_capitalised(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(char::is_uppercase)
        && word.chars().nth(1).is_some()
        && characters.all(char::is_lowercase)
}

/// Three letters or more of a script without capitals: no abbreviation.
fn is_caseless_word(word: &str) -> bool {
    word.chars().nth(2).is_some() && word.chars().all(|c| c.is_alphabetic() && !is_cased(c))
}

fn is_cased(character: char) -> bool {
    character.is_lowercase() || character.is_uppercase()
}

/// A small letter that a capital could have replaced; Georgian sentences open with small letters.
fn is_small(character: char) -> bool {
    character.is_lowercase() && !matches!(character, '\u{10d0}'..='\u{10ff}')
}

/// Suspension points break off before a capital and pause before anything else.
fn ellipsis_ends(next: &Next<'_>, first: char) -> bool {
    // "I thought... I would go": the pronoun is always a capital.
    first.is_alphabetic() && !is_small(first) && (next.word != "I" || next.is_introduced)
}

fn stop_ends(candidate: &Candidate<'_>, first: char, rules: &Rules) -> bool {
    let (term, next) = (candidate.term, &candidate.next);
    if is_small(first) || is_inner_punctuation(first) {
        return false;
    }
    if candidate.opens_sentence && is_enumerator(term) {
        return false;
    }
    if !candidate.is_quoted && is_short_number(term) && rules.abbreviations.ordinal_stops {
        return rules.abbreviations.is_sentence_starter(next.word);
    }
    if rules.abbreviations.ordinal_stops && is_number(term) && first.is_numeric() {
        return false;
    }
    match class_of(candidate, rules) {
        Some(Class::NeverFinal) => false,
        Some(Class::FinalBeforeStarter) => opens_with_starter(next, rules),
        Some(Class::FinalByShape) => first.is_uppercase() && !next.in_bracket,
        None => true,
    }
}

/// A clear sentence starter follows; `A.` of another initial is none.
fn opens_with_starter(next: &Next<'_>, rules: &Rules) -> bool {
    let is_initial = is_single_letter(next.word) && next.after_word == Some('.');
    !is_initial && rules.abbreviations.is_sentence_starter(next.word)
}

/// The class of the term: as listed, or by its form.
fn class_of(candidate: &Candidate<'_>, rules: &Rules) -> Option<Class> {
    let term = candidate.term;
    if candidate.is_quoted {
        return None;
    }
    if is_pronoun(candidate) || is_measure(candidate) {
        return None;
    }
    if let Some(class) = class_with_word_before(candidate, rules) {
        return Some(class);
    }
    // A single capital is an initial whatever the small letter shortens.
    let is_capital = is_single_letter(term) && term.starts_with(char::is_uppercase);
    if !is_capital && let Some(class) = rules.abbreviations.class_of(term) {
        return Some(class);
    }
    (is_initials(term) || (rules.abbreviations.ordinal_stops && is_roman_numeral(term)))
        .then_some(Class::FinalBeforeStarter)
}

/// `z. B.`, `т. е.`: written apart what the lists hold written together.
fn class_with_word_before(candidate: &Candidate<'_>, rules: &Rules) -> Option<Class> {
    let (before, term) = (candidate.before_term, candidate.term);
    let is_pair = before.strip_suffix('.').is_some_and(is_single_letter) && term.len() <= 6;
    let written_together = is_pair.then(|| format!("{before}{term}"))?;
    rules.abbreviations.class_of(&written_together)
}

/// "…you and I. Did…": the English pronoun, not "Albert I. Jones".
fn is_pronoun(candidate: &Candidate<'_>) -> bool {
    candidate.term == "I" && candidate.before_term.chars().next().is_some_and(char::is_lowercase)
}

/// `1,6 m.`: a unit is written without a stop, so behind a number the stop is the sentence's.
fn is_measure(candidate: &Candidate<'_>) -> bool {
    const UNITS: [&str; 12] = ["m", "km", "cm", "mm", "kg", "ha", "GB", "MB", "м", "км", "кг", "га"];
    UNITS.contains(&candidate.term) && candidate.before_term.starts_with(|digit: char| digit.is_ascii_digit())
}

/// One letter (`J`), or letters with stops or hyphens between them (`U.S`, `J.-P`).
fn is_initials(term: &str) -> bool {
    let parts = || term.split(['.', '-']).filter(|part| !part.is_empty());
    parts().next().is_some() && parts().all(is_single_letter)
}

/// One letter; a syllable of Korean or Chinese is a word.
fn is_single_letter(part: &str) -> bool {
    let mut characters = part.chars();
    let first = characters.next();
    let is_letter = first.is_some_and(|letter| {
        letter.is_alphabetic() && !matches!(script_of(letter), Script::Hangul | Script::Han)
    });
    is_letter && characters.next().is_none()
}

/// `1`, `12`, `a`, `iv`, at the head of a list entry.
fn is_enumerator(term: &str) -> bool {
    is_short_number(term) || is_single_letter(term) || is_roman_numeral(&term.to_uppercase())
}

/// A number of at most two digits, as days and list entries have.
fn is_short_number(term: &str) -> bool {
    term.len() <= 2 && is_number(term)
}

fn is_number(term: &str) -> bool {
    !term.is_empty() && term.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_roman_numeral(term: &str) -> bool {
    !term.is_empty() && term.len() <= 6 && term.bytes().all(|byte| b"IVXLC".contains(&byte))
}
