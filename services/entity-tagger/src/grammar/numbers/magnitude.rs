//! Magnitudes behind a number: "3.5 million", "3兆2000億", "2 crore 50 lakh".

use super::figures::{digits, digits_inside};
use super::value::{Number, Value};
use crate::grammar::decimal::Decimal;
use crate::grammar::magnitudes::Factor;
use crate::grammar::meaning::Meaning;
use crate::grammar::sentence::{Place, SentenceReader};

/// Parts of the longest sum: trillions, hundreds of millions, tens of thousands, units.
const MOST_PARTS: usize = 4;

/// Multiplies a number by the magnitudes behind it, and adds the smaller numbers behind those: "3兆2000億",
/// "2 crore 50 lakh".
pub(in crate::grammar) fn scaled(reader: &SentenceReader<'_>, number: Number) -> Number {
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

/// Returns the figure of digits right behind a magnitude.
fn next_part(reader: &SentenceReader<'_>, place: Place) -> Option<Number> {
    if place.byte == 0 {
        let near = reader.begins_with_digit(place.index) && place.index > reader.first;
        return near.then(|| digits(reader, place.index))?;
    }
    digits_inside(reader, place).filter(|number| number.value.one().is_some())
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
