//! Whether a sentence ends at a candidate.

use text::{Script, script_of};

use super::candidate::{Candidate, Closing, Mark, Next};
use super::{Rules, speech};
use crate::abbreviations::Class;

/// Letters of a word that is too long for most abbreviations.
const LONG_WORD: usize = 5;

/// Whether a sentence ends here; `class` is that of the term.
pub(super) fn ends_sentence(candidate: &Candidate<'_>, class: Option<Class>, rules: &Rules) -> bool {
    let Some(first) = candidate.next.first else { return true };
    match candidate.mark {
        Mark::Full => full_mark_ends(candidate, first),
        Mark::Credit => candidate.has_gap && rules.ends_at_credit(candidate.term),
        Mark::Clause => candidate.has_gap && opens_with_starter(&candidate.next, rules),
        _ if !candidate.has_gap => is_missing_space(candidate, rules),
        Mark::Emphatic => emphatic_ends(candidate, first, rules),
        Mark::Omission => first.is_uppercase() && !candidate.next.in_bracket,
        Mark::Ellipsis => ellipsis_ends(&candidate.next, first, rules),
        Mark::Stop => stop_ends(candidate, class, first, rules),
    }
}

/// `recruits foreigners?thanks`, `country....Here`: no rule breaks there, and people write so.
pub(super) fn may_end_tight(candidate: &Candidate<'_>) -> bool {
    let next = candidate.next.word;
    !candidate.has_gap
        && matches!(candidate.mark, Mark::Emphatic | Mark::Ellipsis)
        && candidate.term.chars().all(char::is_alphanumeric)
        && next.chars().all(char::is_alphabetic)
        && !next.is_empty()
        && candidate
            .next
            .after_word
            .is_none_or(|after| after.is_whitespace() || matches!(after, ',' | '\'' | '’'))
}

/// The class of the abbreviation that the mark belongs to.
pub(super) fn class_of_term(candidate: &Candidate<'_>, rules: &Rules) -> Option<Class> {
    if candidate.mark == Mark::Stop { class_of(candidate, rules) } else { None }
}

/// What the rules see in a candidate, as a number for the scorer: mark, class of the term, quotation.
pub(super) fn details(candidate: &Candidate<'_>, class: Option<Class>) -> u32 {
    let class = class.map_or(0, |class| 1 + class as u32);
    (candidate.mark as u32 * 4 + class) * 2 + u32::from(candidate.is_quoted())
}

fn emphatic_ends(candidate: &Candidate<'_>, first: char, rules: &Rules) -> bool {
    let is_starter = |word: &str| rules.abbreviations.is_sentence_starter(word);
    let names_speaker = candidate.is_quoted()
        && !candidate.next.is_introduced
        && speech::names_english_speaker(candidate.next.rest, is_starter);
    !(is_small(first) || is_inner_punctuation(first) || candidate.next.is_stop() || names_speaker)
}

/// Marks that do nothing but end sentences: only what follows at once can say no.
fn full_mark_ends(candidate: &Candidate<'_>, first: char) -> bool {
    if candidate.has_gap {
        return !is_inner_punctuation(first);
    }
    // 「…。」と述べた, “……。”她说。: the sentence goes on behind the quotation.
    let goes_on = candidate.is_quoted()
        && match script_of(first) {
            Script::Hiragana => true,
            Script::Han => speech::names_speaker(candidate.next.rest),
            _ => false,
        };
    !goes_on && !is_inner_punctuation(first)
}

fn is_inner_punctuation(character: char) -> bool {
    matches!(character, ',' | ';' | ':' | '/' | '，' | '、' | '；' | '：' | '،' | '؛' | ')' | '）')
}

/// `end.The`: a stop between a word and a capitalised word, as careless news text has it.
///
/// Addresses and file names do not qualify: their words are not plain or not capitalised.
fn is_missing_space(candidate: &Candidate<'_>, rules: &Rules) -> bool {
    if matches!(candidate.mark, Mark::Ellipsis | Mark::Omission) {
        return false;
    }
    let (term, next) = (candidate.term, &candidate.next);
    // The exclamation and question marks of a keyboard, in a script that sets no spaces.
    if candidate.mark == Mark::Emphatic && next.first.is_some_and(is_kana_or_ideograph) {
        return true;
    }
    let follows_on = next.after_word.is_none_or(|after| {
        after.is_whitespace() || matches!(after, ',' | '\'' | '’' | '-' | '.' | '!' | '?' | '。')
    });
    if !follows_on {
        return false;
    }
    let opens = is_capitalised(next.word) || matches!(next.word, "A" | "I");
    let is_title = next.after_word == Some('.')
        && rules.abbreviations.class_of(next.word) == Some(Class::NeverFinal)
        && is_capitalised(next.word);
    let is_plain_next = next.after_word != Some('.') || is_title;
    let cased = is_plain_next && opens && is_closed_word(term, rules);
    let in_capitals = term.chars().nth(LONG_WORD - 1).is_some()
        && term.chars().all(|c| c.is_lowercase() && !c.is_ascii())
        && next.word.chars().nth(1).is_some()
        && next.word.chars().all(char::is_uppercase);
    let is_caseless =
        term.chars().all(char::is_alphabetic) && is_caseless_word(term) && is_caseless_word(next.word);
    cased || in_capitals || is_caseless
}

/// A word in small letters, a number with its thousands, or a long word with one capital that is no
/// abbreviation: what a sentence may end with.
fn is_closed_word(term: &str, rules: &Rules) -> bool {
    let is_word = term.chars().nth(1).is_some() && term.chars().all(char::is_lowercase);
    let is_long_name = term.chars().nth(LONG_WORD).is_some()
        && is_capitalised(term)
        && rules.abbreviations.class_of(term).is_none();
    // `,` parts words, so that `1,000` is read as `000`.
    let is_number = !rules.abbreviations.has_ordinal_stops() && term.len() > 2 && is_number(term);
    is_word || is_long_name || is_number
}

fn is_kana_or_ideograph(character: char) -> bool {
    text::is_without_spaces(character)
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
fn ellipsis_ends(next: &Next<'_>, first: char, rules: &Rules) -> bool {
    // "I thought... I would go": the pronoun is always a capital. In Romance languages the word is another.
    let is_pronoun = !rules.has_clause_marks() && next.word == "I" && !next.is_introduced;
    first.is_alphabetic() && !is_small(first) && !is_pronoun
}

fn stop_ends(candidate: &Candidate<'_>, class: Option<Class>, first: char, rules: &Rules) -> bool {
    let (term, next) = (candidate.term, &candidate.next);
    if is_inner_punctuation(first) {
        return false;
    }
    if is_small(first) {
        return is_plain_long_word(candidate, rules) && !next.is_introduced && !next.in_bracket;
    }
    if candidate.opens_sentence() && (is_enumerator(term) || is_article_number(term)) {
        return false;
    }
    if !candidate.is_quoted() && is_short_number(term) && rules.abbreviations.has_ordinal_stops() {
        return rules.abbreviations.is_sentence_starter(next.word);
    }
    if rules.abbreviations.has_ordinal_stops() && is_number(term) && first.is_numeric() {
        return false;
    }
    match class {
        Some(Class::NeverFinal) => false,
        Some(Class::FinalBeforeStarter) => opens_with_starter(next, rules),
        Some(Class::FinalByShape) => {
            let goes_on = next.is_initial() || goes_on_behind_time(candidate, rules);
            first.is_uppercase() && !next.in_bracket && !goes_on
        }
        None => true,
    }
}

/// `6 a.m. Friday`, and `At 6 a.m. Mr. Smith`: an adverbial that the sentence opens with.
fn goes_on_behind_time(candidate: &Candidate<'_>, rules: &Rules) -> bool {
    let is_one_of = |times: &[&str]| times.iter().any(|time| time.eq_ignore_ascii_case(candidate.term));
    let is_hour = is_one_of(&["a.m", "p.m"]);
    let is_fronted = PREPOSITIONS.contains(&candidate.first_word())
        && !rules.abbreviations.is_sentence_starter(candidate.next.word);
    (is_hour && TIME_WORDS.contains(&candidate.next.word))
        || (is_fronted && (is_hour || is_one_of(&["b.c", "b.c.e", "a.d", "c.e"])))
}

/// What an English sentence that opens with a time begins with.
const PREPOSITIONS: [&str; 10] =
    ["About", "After", "Around", "At", "Before", "By", "In", "On", "Since", "Until"];

/// What follows an hour within its sentence.
#[rustfmt::skip] // Rows of words, not one word a line.
const TIME_WORDS: &[&str] = &[
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April",
    "May", "June", "July", "August", "September", "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun",
    "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "Sat", "Sun", "ET",
    "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "GMT", "UTC", "BST", "CET", "CEST", "IST", "JST",
    "KST", "HKT", "SGT", "AEST", "AEDT", "Eastern", "Central", "Pacific", "Mountain", "Moscow", "Beijing", "Paris", "London",
];

/// A word too long for an abbreviation that no list holds. In the treebanks at hand a small letter behind its stop
/// opened a sentence some 230 times of 237 when this rule was made.
fn is_plain_long_word(candidate: &Candidate<'_>, rules: &Rules) -> bool {
    let term = candidate.term;
    candidate.closing == Closing::Nothing
        && term.chars().nth(LONG_WORD - 1).is_some()
        && term.chars().all(char::is_lowercase)
        && rules.abbreviations.class_of(term).is_none()
}

/// A clear sentence starter follows; `A.` of another initial is none.
fn opens_with_starter(next: &Next<'_>, rules: &Rules) -> bool {
    !next.is_initial() && rules.abbreviations.is_sentence_starter(next.word)
}

/// The class of the term: as listed, or by its form.
fn class_of(candidate: &Candidate<'_>, rules: &Rules) -> Option<Class> {
    let term = candidate.term;
    if candidate.is_quoted() {
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
    (is_initials(term) || (rules.abbreviations.has_ordinal_stops() && is_roman_numeral(term)))
        .then_some(Class::FinalBeforeStarter)
}

/// `z. B.`, `т. е.`: written apart what the lists hold written together.
fn class_with_word_before(candidate: &Candidate<'_>, rules: &Rules) -> Option<Class> {
    let term = candidate.term;
    if term.len() > 6 || !candidate.follows_stop() {
        return None;
    }
    let before = candidate.before_term();
    let is_pair = before.strip_suffix('.').is_some_and(is_single_letter);
    let written_together = is_pair.then(|| format!("{before}{term}"))?;
    rules.abbreviations.class_of(&written_together)
}

/// "…you and I. Did…": the English pronoun, not "Albert I. Jones".
fn is_pronoun(candidate: &Candidate<'_>) -> bool {
    candidate.term == "I" && candidate.before_term().chars().next().is_some_and(char::is_lowercase)
}

/// `1,6 m.`: a unit is written without a stop, so behind a number the stop is the sentence's.
fn is_measure(candidate: &Candidate<'_>) -> bool {
    const UNITS: [&str; 12] = ["m", "km", "cm", "mm", "kg", "ha", "GB", "MB", "м", "км", "кг", "га"];
    UNITS.contains(&candidate.term)
        && candidate.before_term().starts_with(|digit: char| digit.is_ascii_digit())
}

impl Candidate<'_> {
    fn is_quoted(&self) -> bool {
        self.closing == Closing::Quotation
    }
}

impl Next<'_> {
    /// `A.` of another initial.
    fn is_initial(&self) -> bool {
        is_single_letter(self.word) && self.after_word == Some('.')
    }

    /// A stop on its own, which ends what is quoted before it.
    fn is_stop(&self) -> bool {
        self.rest.starts_with('.') && !self.rest.starts_with("..")
    }
}

/// One letter (`J`), or letters with stops or hyphens between them (`U.S`, `J.-P`).
fn is_initials(term: &str) -> bool {
    // A word of two letters is no initial.
    if term.as_bytes().get(..2).is_some_and(|letters| letters.iter().all(u8::is_ascii_alphabetic)) {
        return false;
    }
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

/// `1019.`, at the head of an article of a law.
fn is_article_number(term: &str) -> bool {
    term.len() <= 4 && is_number(term)
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
