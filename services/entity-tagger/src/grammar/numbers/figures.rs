//! Digits and number words, without a magnitude.

use super::value::{Number, Value};
use crate::grammar::currencies::short_magnitude;
use crate::grammar::decimal::Decimal;
use crate::grammar::meaning::Meaning;
use crate::grammar::numerals::{self, Numeral};
use crate::grammar::sentence::{Place, SentenceReader};

/// The most groups behind the first that are read. More digits than those are no value.
const MOST_GROUPS: usize = 12;

/// Reads digits or number words, without a magnitude.
pub(in crate::grammar) fn figure(reader: &SentenceReader<'_>, start: usize) -> Option<Number> {
    if reader.begins_with_digit(start) {
        return digits(reader, start);
    }
    let (index, number) = words(reader, start)?;
    Some(Number { place: Place::at(index), value: Value::One(number), is_scaled: false })
}

/// Reads the digits that begin inside a token: "20" of "Sfr20m", "5000" of "2万5000円".
pub(in crate::grammar) fn digits_inside(reader: &SentenceReader<'_>, place: Place) -> Option<Number> {
    let word = reader.text(place.index);
    let digits = word.get(place.byte..)?;
    let length = numerals::length(digits);
    let value = match numerals::read(digits.get(..length)?, reader.marks)? {
        Numeral::Number(number) => Value::One(number),
        Numeral::Open => Value::Open,
    };
    let byte = place.byte + length;
    let place = if byte < word.len() { Place { byte, ..place } } else { Place::at(place.index + 1) };
    Some(Number { place, value, is_scaled: false })
}

/// Reads digits. Groups may be divided by spaces: "1 250 000,50".
pub(super) fn digits(reader: &SentenceReader<'_>, start: usize) -> Option<Number> {
    let text = reader.text(start);
    let length = numerals::length(text);
    let mut whole = text.get(..length)?.to_owned();
    let mut place =
        if length < text.len() { Place { index: start, byte: length } } else { Place::at(start + 1) };
    let opens_groups = place.byte == 0 && is_group(&whole, 1..=3) && !whole.starts_with('0');
    for _ in 0..MOST_GROUPS {
        if !opens_groups || place.byte > 0 || !reader.follows_one_space(place.index) {
            break;
        }
        let next = reader.text(place.index);
        let length = numerals::length(next);
        let group = next.get(..length).unwrap_or_default();
        let head = group.split(['.', ',', '٫']).next().unwrap_or_default();
        // A tail of letters belongs to another word: "5 000th".
        if !is_group(head, 3..=3) || (length < next.len() && !is_amount_tail(reader, next, length)) {
            break;
        }
        whole.push_str(group);
        place = if length < next.len() {
            Place { index: place.index, byte: length }
        } else {
            Place::at(place.index + 1)
        };
        if head.len() < group.len() {
            break;
        }
    }
    let value = match numerals::read(&whole, reader.marks)? {
        Numeral::Number(number) => Value::One(number),
        Numeral::Open => Value::Open,
    };
    // "2,5 and a half" is nothing, but "2 and a half" is a number.
    let (meaning, end) = if place.byte == 0 { reader.term(place.index) } else { (Meaning::Other, 0) };
    if meaning == Meaning::AndHalf {
        let value = value.map(|number| number.plus(Decimal::HALF));
        return Some(Number { place: Place::at(end), value, is_scaled: false });
    }
    Some(Number { place, value, is_scaled: false })
}

/// Reports whether the letters behind digits in a token are a magnitude or unit: "000M€".
fn is_amount_tail(reader: &SentenceReader<'_>, word: &str, length: usize) -> bool {
    let tail = word.get(length..).unwrap_or_default();
    short_magnitude(tail).is_some()
        || matches!(
            reader.vocabulary.meaning(tail),
            Meaning::Scale(_) | Meaning::Currency(_) | Meaning::Measure(_) | Meaning::Percent
        )
}

fn is_group(text: &str, lengths: std::ops::RangeInclusive<usize>) -> bool {
    lengths.contains(&text.chars().count()) && text.chars().all(|each| numerals::digit(each).is_some())
}

/// Reads number words: "two", "twenty-five", "two hundred and fifty". Part of a longer number that is not
/// known has no value, and is not read: "(quatre-)vingts", "(treinta y) cinco".
fn words(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Decimal)> {
    let word = |index: usize| match reader.meaning(index) {
        Meaning::Number(number) => Some(number),
        _ => None,
    };
    let (Meaning::Number(first), after) = reader.term(start) else { return None };
    if is_inside_number_words(reader, start) {
        return None;
    }
    let (mut index, mut number) = (after, first);
    // "Half a million" is half of a million.
    let is_fraction = number.is_less_than(Decimal::ONE);
    if is_fraction && word(index) == Some(Decimal::ONE) {
        return Some((index + 1, number));
    }
    while let Some((next, end)) = continued(reader, index, &word) {
        let count = (number.count(), next.count());
        number = match count {
            (Some(one @ 20..=90), Some(1..=9)) if one % 10 == 0 => number.plus(next)?,
            (Some(1..=9), Some(100)) => number.times(next)?,
            (Some(one), Some(1..=99)) if one >= 100 && one % 100 == 0 => number.plus(next)?,
            _ => break,
        };
        index = end;
    }
    let (meaning, end) = reader.term(index);
    if meaning == Meaning::AndHalf {
        return Some((end, number.plus(Decimal::HALF)?));
    }
    Some((index, number))
}

/// Returns the next word of a number, after a hyphen, an "and" or nothing, and where it ends.
fn continued(
    reader: &SentenceReader<'_>,
    index: usize,
    word: &impl Fn(usize) -> Option<Decimal>,
) -> Option<(Decimal, usize)> {
    let hyphen = reader.text(index).chars().all(text::is_dash) && reader.is_joined(index);
    let joins = (!reader.text(index).is_empty() && hyphen) || reader.text(index) == "and";
    let at = index + usize::from(joins);
    word(at).map(|number| (number, at + 1))
}

/// Reports whether a number word goes on with a number that begins before it.
fn is_inside_number_words(reader: &SentenceReader<'_>, start: usize) -> bool {
    let Some(before) = start.checked_sub(1).filter(|before| *before >= reader.first) else { return false };
    let joint = reader.text(before);
    if reader.is_joined(start) && joint.chars().all(text::is_dash) {
        return true;
    }
    let is_number = |index: usize| match reader.meaning(index) {
        // An article is a number only before a unit: "a five million dollar house".
        Meaning::Number(number) => number != Decimal::ONE,
        _ => reader.begins_with_digit(index),
    };
    let is_short = joint.chars().count() <= 3 && joint.chars().all(char::is_alphabetic);
    is_number(before)
        || (is_short
            && before > reader.first
            && matches!(reader.meaning(before - 1), Meaning::Number(number) if number != Decimal::ONE))
}
