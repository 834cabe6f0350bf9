//! Numbers with their magnitude, in digits and words, and ranges of two.

mod figures;
mod magnitude;
mod value;

pub(super) use figures::{digits_inside, figure};
pub(super) use magnitude::scaled;
pub(super) use value::{Number, Value, between};

use super::meaning::Meaning;
use super::sentence::{Place, SentenceReader, is_range_dash};

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
    // "Two to three million": both ends are in words.
    let in_words = || {
        matches!(reader.meaning(start), Meaning::Number(_))
            && matches!(reader.meaning(joint + 1), Meaning::Number(_))
    };
    if place.byte > 0 || !(reader.begins_with_digit(joint + 1) || in_words()) {
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
