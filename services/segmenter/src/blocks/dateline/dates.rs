//! The words of a date in a dateline.

use std::sync::LazyLock;

use crate::languages::words_of_all;
use crate::word_list::WordList;

/// Months, weekdays and days of the month that are written out, in lower case and without the stop.
static DATE_WORDS: LazyLock<WordList> = LazyLock::new(|| {
    let months = words_of_all(|profile| profile.datelines.months);
    let weekdays = words_of_all(|profile| profile.datelines.weekdays);
    WordList::new(months.chain(weekdays).chain(words_of_all(|profile| profile.datelines.number_words)))
});

/// Words between day, month and year, in lower case.
static CONNECTORS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.datelines.date_connectors)));

/// Reports whether `word` can open a date: a day, a month, a weekday.
pub(super) fn opens_date(word: &str) -> bool {
    is_day(word) || DATE_WORDS.contains_in_any_case(without_marks(word))
}

/// Reports whether `word` may be in a date.
pub(super) fn is_in_date(word: &str) -> bool {
    opens_date(word) || is_connector(word)
}

/// Reports whether `word` joins day, month and year.
pub(super) fn is_connector(word: &str) -> bool {
    CONNECTORS.contains_in_any_case(without_marks(word))
}

/// Reports whether `word` is a day or a date in numbers: `3`, `3.`, `03/05/2026`, `1er`, `3rd`.
fn is_day(word: &str) -> bool {
    let digits = || word.chars().filter(|c| c.is_numeric()).count();
    let others = || word.chars().filter(|character| character.is_alphabetic()).count();
    word.starts_with(char::is_numeric) && (1..=8).contains(&digits()) && others() <= 2
}

fn without_marks(word: &str) -> &str {
    word.trim_matches(['.', ','])
}
