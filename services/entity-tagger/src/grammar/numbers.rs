//! Numbers with their magnitude, in digits and words, and ranges of two.

use std::fmt;

use super::currencies::short_magnitude;
use super::decimal::Decimal;
use super::magnitudes::Factor;
use super::meaning::Meaning;
use super::numerals::{self, Numeral};
use super::sentence::{Place, SentenceReader, is_range_dash};

/// What a number is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Value {
    One(Decimal),
    /// From one number to another.
    Range(Decimal, Decimal),
    /// A number that cannot be read whole.
    Open,
}

impl Value {
    /// Changes both ends of a range, or the one number.
    pub(super) fn map(self, change: impl Fn(Decimal) -> Option<Decimal>) -> Self {
        match self {
            Self::One(number) => change(number).map_or(Self::Open, Self::One),
            Self::Range(from, to) => match (change(from), change(to)) {
                (Some(from), Some(to)) => Self::Range(from, to),
                _ => Self::Open,
            },
            Self::Open => Self::Open,
        }
    }

    /// Writes the value, unless it is open.
    pub(super) fn text(self) -> Option<String> {
        (self != Self::Open).then(|| self.to_string())
    }

    /// Returns the number, unless it is open or a range.
    pub(super) fn one(self) -> Option<Decimal> {
        if let Self::One(number) = self { Some(number) } else { None }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(number) => number.fmt(formatter),
            Self::Range(from, to) => write!(formatter, "{from}/{to}"),
            Self::Open => Ok(()),
        }
    }
}

/// A number that was read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    /// Where it ends.
    pub(super) place: Place,
    pub(super) value: Value,
    /// Whether a magnitude is part of it.
    pub(super) is_scaled: bool,
}

/// Reads the number that begins at a token, with its sign and magnitude: "-3.5 million", "3 to 5 thousand".
pub(super) fn number(reader: &SentenceReader<'_>, start: usize) -> Option<Number> {
    let first = start + usize::from(is_minus(reader, start));
    let one = figure(reader, first)?;
    let number = match range_end(reader, first, one.place) {
        Some(other) => Number { value: between(one.value, other.value), ..other },
        None => one,
    };
    let number = scaled(reader, number);
    Some(if first == start {
        number
    } else {
        Number { value: number.value.map(|number| Some(number.negated())), ..number }
    })
}

/// Makes a range, if its ends are in order.
pub(super) fn between(one: Value, other: Value) -> Value {
    match (one.one(), other.one()) {
        (Some(from), Some(to)) if from.is_less_than(to) => Value::Range(from, to),
        _ => Value::Open,
    }
}

/// Reports whether a token is a minus before a number: "-3.5", "−2.1", "minus 12".
fn is_minus(reader: &SentenceReader<'_>, index: usize) -> bool {
    let text = reader.text(index);
    let is_sign = !text.is_empty() && text.chars().all(|sign| matches!(sign, '-' | '−' | '–' | '－'));
    let opens = index == reader.first
        || !reader.is_joined(index)
        || reader.text(index - 1).chars().all(text::is_opening_mark);
    let number_follows = reader.begins_with_digit(index + 1);
    (is_sign && opens && number_follows && reader.is_joined(index + 1))
        || (number_follows && reader.meaning(index) == Meaning::Minus)
}

/// Returns the second number of a range whose first is from `start` to `place`: "-2", "to 5", "and 5" after
/// "between 3".
fn range_end(reader: &SentenceReader<'_>, start: usize, place: Place) -> Option<Number> {
    let joint = place.index;
    if place.byte > 0 || !reader.begins_with_digit(joint + 1) {
        return None;
    }
    let (between, and) = reader.vocabulary.words.between;
    let opened = start > reader.first && reader.text(start - 1).to_lowercase() == between;
    let is_joint = reader.is_range_joint(joint) || (opened && reader.text(joint) == and);
    if !is_joint {
        return None;
    }
    // In "5 -3 degrees" the dash is a minus.
    let is_dash = reader.text(joint).chars().all(is_range_dash);
    if is_dash && reader.is_joined(joint) != reader.is_joined(joint + 1) {
        return None;
    }
    figure(reader, joint + 1)
}

/// Reads digits or number words, without a magnitude.
pub(super) fn figure(reader: &SentenceReader<'_>, start: usize) -> Option<Number> {
    if reader.begins_with_digit(start) {
        return digits(reader, start);
    }
    let (index, number) = words(reader, start)?;
    Some(Number { place: Place::at(index), value: Value::One(number), is_scaled: false })
}

/// The most groups behind the first that are read. More digits than those are no value.
const MOST_GROUPS: usize = 12;

/// Reads digits. Groups may be divided by spaces: "1 250 000,50".
fn digits(reader: &SentenceReader<'_>, start: usize) -> Option<Number> {
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
    let first = word(start)?;
    if is_inside_number_words(reader, start) {
        return None;
    }
    let (mut index, mut number) = (start + 1, first);
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

/// Multiplies a number by the magnitudes behind it, and adds the smaller numbers behind those: "3兆2000億",
/// "2 crore 50 lakh".
pub(super) fn scaled(reader: &SentenceReader<'_>, number: Number) -> Number {
    let Some((mut number, mut factor)) = multiplied(reader, number) else { return number };
    for _ in 0..MOST_PARTS {
        let Some(part) = next_part(reader, number.place) else { break };
        let joined = reader.is_joined(part.place.index) || part.place.byte > 0;
        let (part, smaller) = match multiplied(reader, part) {
            Some((part, smaller)) => (part, smaller),
            // "2万5000円": the last part has no magnitude.
            None if joined => (part, Decimal::ONE),
            None => break,
        };
        let sum = match (number.value.one(), part.value.one()) {
            (Some(one), Some(other)) if other.is_less_than(factor) => one.plus(other),
            _ => None,
        };
        number = Number { value: sum.map_or(Value::Open, Value::One), ..part };
        number.is_scaled = true;
        factor = smaller;
    }
    number
}

/// Parts of the longest sum: trillions, hundreds of millions, tens of thousands, units.
const MOST_PARTS: usize = 4;

/// Returns the figure of digits right behind a magnitude.
fn next_part(reader: &SentenceReader<'_>, place: Place) -> Option<Number> {
    let word = reader.text(place.index);
    if place.byte == 0 {
        let near = reader.begins_with_digit(place.index) && place.index > reader.first;
        return near.then(|| digits(reader, place.index))?;
    }
    let rest = word.get(place.byte..)?;
    let length = numerals::length(rest);
    let Numeral::Number(number) = numerals::read(rest.get(..length)?, reader.marks)? else {
        return None;
    };
    let byte = place.byte + length;
    let place = if byte < word.len() { Place { byte, ..place } } else { Place::at(place.index + 1) };
    Some(Number { place, value: Value::One(number), is_scaled: false })
}

/// Multiplies a number by the magnitudes right behind it. Returns `None` if there are none.
fn multiplied(reader: &SentenceReader<'_>, mut number: Number) -> Option<(Number, Decimal)> {
    let mut factor = None;
    // "Lakh crore", "mil millones", "thousand billion".
    for _ in 0..3 {
        let Some((place, next)) = magnitude(reader, number.place) else { break };
        number.place = place;
        let product = next.and_then(|next| factor.unwrap_or(Decimal::ONE).times(next));
        let Some(product) = product else {
            return Some((Number { value: Value::Open, is_scaled: true, ..number }, Decimal::ONE));
        };
        factor = Some(product);
    }
    let factor = factor?;
    let value = number.value.map(|one| one.times(factor));
    Some((Number { value, is_scaled: true, ..number }, factor))
}

/// Reads a magnitude. Its factor is `None` if it is not known which it is.
fn magnitude(reader: &SentenceReader<'_>, place: Place) -> Option<(Place, Option<Decimal>)> {
    let place = if place.byte == 0 { Place::at(after_space_entity(reader, place.index)) } else { place };
    let (meaning, end) = reader.term_at(place);
    let factor = match meaning {
        Meaning::Scale(_) if reader.is_open_magnitude(reader.text(place.index)) => None,
        Meaning::Scale(factor) => Some(factor),
        Meaning::OpenScale => None,
        Meaning::Other | Meaning::Head => {
            let word = reader.text(place.index).get(place.byte..)?;
            let is_word = word.chars().next().is_some_and(char::is_alphabetic);
            // "Mr." is a title with its stop in other texts, and a billion in Turkish ones.
            match reader.vocabulary.meaning(word.trim_end_matches('.')) {
                Meaning::Scale(factor) => Some(factor),
                _ => match is_word.then(|| reader.foreign_magnitude(word))?? {
                    Factor::Known(factor) => Some(factor),
                    Factor::Open => None,
                },
            }
        }
        _ => return None,
    };
    // "2,4 Mio. Euro": the stop belongs to the magnitude.
    let index = end.index;
    let stop = end.byte == 0 && reader.text(index) == "." && reader.is_joined(index);
    let goes_on = || {
        matches!(
            reader.term(index + 1).0,
            Meaning::Currency(_)
                | Meaning::Minor(_)
                | Meaning::Measure(_)
                | Meaning::Percent
                | Meaning::Scale(_)
        )
    };
    Some((if stop && goes_on() { Place::at(index + 1) } else { end }, factor))
}

/// Returns the token after a no-break space that a feed left in the text as `&nbsp;`.
fn after_space_entity(reader: &SentenceReader<'_>, index: usize) -> usize {
    let is_entity =
        reader.text(index) == "&" && reader.text(index + 1) == "nbsp" && reader.text(index + 2) == ";";
    if is_entity { index + 3 } else { index }
}
