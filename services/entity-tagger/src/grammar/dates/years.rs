//! Years: "in 2019", "1914–18".

use std::borrow::Cow;

use crate::gazetteer::Classes;
use crate::grammar::meaning::{Meaning, Unit};
use crate::grammar::numerals;
use crate::grammar::sentence::SentenceReader;
use crate::grammar::when::{Found, When};

/// Years by which the Buddhist era is ahead.
const BUDDHA: i32 = 543;

/// Reads "in 2019" and "1914–18", and no other four digits.
pub(super) fn bare_year(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
    // "1990s" and "1990er" are decades.
    let is_alone = reader.text(start).chars().count() == 4;
    let year = leading_year(reader, start).filter(|year| is_alone && (1500..2100).contains(year))?;
    let (end, last) = match last_year(reader, start, year) {
        Some(last) => (start + 3, Some(last)),
        None => (start + 1, None),
    };
    let before = start.checked_sub(1).map_or(Meaning::Other, |index| reader.meaning(index));
    let placed = matches!(before, Meaning::BeforeDate | Meaning::Unit(Unit::Year));
    // "the law of 1994", but not "one of 2000 people".
    let after = reader.text(end);
    let noun = after.chars().any(char::is_alphabetic) && !reader.document.classes(end).any(Classes::FUNCTION);
    // "the war of 1914–18 shaped him", and "(1914–18)".
    let law_of = if last.is_some() { before == Meaning::Of || !noun } else { before == Meaning::Of && !noun };
    let when = last.map_or(When::Year(year), |last| When::Years(year, last));
    (placed || law_of).then_some((end, Some(when)))
}

/// Reads the last year of a range: "1914–1918", "1914-18".
fn last_year(reader: &SentenceReader<'_>, start: usize, first: i32) -> Option<i32> {
    let joint = reader.text(start + 1);
    let joined = reader.is_joined(start + 1) && reader.is_joined(start + 2);
    let number = reader.text(start + 2);
    if !joined || joint.is_empty() || !joint.chars().all(text::is_dash) || !matches!(number.len(), 2 | 4) {
        return None;
    }
    // "2024-12-03" is a day.
    if reader.text(start + 3).chars().next().is_some_and(text::is_dash) && reader.is_joined(start + 3) {
        return None;
    }
    let last: i32 = number.parse().ok()?;
    let last = if number.len() == 2 { first - first % 100 + last } else { last };
    (last > first && last < 2100).then_some(last)
}

/// Reads the year at the beginning of a token, behind which a case ending may stand: "2026ko", "2028న".
pub(super) fn leading_year(reader: &SentenceReader<'_>, index: usize) -> Option<i32> {
    let text = ascii_digits(reader.text(index));
    let digits = text.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let ending = text.get(4..)?;
    let may_end =
        ending.chars().all(|each| each.is_alphabetic() || !each.is_ascii()) && ending.chars().count() <= 6;
    let year: i32 = digits.parse().ok().filter(|_| may_end)?;
    let year = if reader.vocabulary.words.buddhist_years && year > 2300 { year - BUDDHA } else { year };
    (1000..2200).contains(&year).then_some(year)
}

pub(super) fn four_digits(text: &str) -> Option<i32> {
    let year = (text.len() == 4).then(|| text.parse::<i32>().ok())??;
    (1000..2200).contains(&year).then_some(year)
}

/// Returns a text with the digits of any script as ASCII digits.
pub(super) fn ascii_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    text.chars().map(|each| numerals::digit(each).map_or(each, |(digit, _)| digit)).collect()
}
