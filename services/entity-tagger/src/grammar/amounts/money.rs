//! Sums of money whose currency stands before the number: "$5 million", "Sfr20m", "US$5-US$7bn".

use crate::grammar::currencies::{self, DOLLARS, short_magnitude};
use crate::grammar::decimal::Decimal;
use crate::grammar::meaning::Meaning;
use crate::grammar::numbers::{self, Number, Value, number};
use crate::grammar::sentence::{Place, SentenceReader, is_range_dash};

/// Reads the sum after a currency: "5 million", "101.2bn", "1-2 million".
pub(super) fn sum(reader: &SentenceReader<'_>, code: &str, place: Place) -> Option<(usize, Option<String>)> {
    let found = if place.byte == 0 { number(reader, place.index)? } else { inside(reader, place)? };
    let found = short(reader, range(reader, code, short(reader, found)));
    // "$5 million dollars", "Rs 5 crore rupees".
    let end = match reader.term_at(found.place) {
        (Meaning::Currency(again), after) if again == code && !reader.text(found.place.index).is_empty() => {
            let is_next = found.place.byte == 0 && sign_of_next(reader, found.place.index);
            if is_next { found.place } else { after }
        }
        _ => found.place,
    };
    let rest = reader.text(end.index).get(end.byte..).unwrap_or_default();
    if end.byte > 0 && rest.is_ascii() {
        return None;
    }
    Some((end.end(), money(code, found.value)))
}

/// Reads the number behind the letters of a currency in one token: "Sfr20m", "N40bn".
fn inside(reader: &SentenceReader<'_>, place: Place) -> Option<Number> {
    let found = numbers::digits_inside(reader, place)?;
    Some(if found.place.byte == 0 { numbers::scaled(reader, found) } else { found })
}

/// Reads a magnitude of one or two letters on the number: "$5m", "€1.5bn", or "CHF 20 m".
fn short(reader: &SentenceReader<'_>, found: Number) -> Number {
    let Place { index, byte } = found.place;
    let letters = reader.text(index).get(byte..).unwrap_or_default();
    let Some(power) = short_magnitude(letters).filter(|_| !found.is_scaled) else { return found };
    // A letter behind a space is another word: "$5 a day", "$5 B".
    if byte == 0 && letters.len() < 2 {
        return found;
    }
    let value = found.value.map(|number| number.times(Decimal::power_of_ten(power)?));
    Number { place: Place::at(index + 1), value, is_scaled: true }
}

/// Reads the other end of a range that repeats the sign: "$5-$10 million". If only the second end has a
/// magnitude, it counts for both.
fn range(reader: &SentenceReader<'_>, code: &str, found: Number) -> Number {
    let joint = found.place.index;
    let is_dash = found.place.byte == 0
        && !reader.text(joint).is_empty()
        && reader.text(joint).chars().all(is_range_dash);
    if found.is_scaled || !is_dash {
        return found;
    }
    let Some((_, second)) = currency_in_front(reader, joint + 1).filter(|(other, _)| *other == code) else {
        return found;
    };
    let Some(figure) = numbers::figure(reader, second.index).filter(|_| second.byte == 0) else {
        return found;
    };
    let other = short(reader, numbers::scaled(reader, figure));
    match (numbers::between(found.value, figure.value), figure.value.one(), other.value.one()) {
        (Value::Range(from, to), Some(plain), Some(scaled)) if plain != scaled => {
            let whole =
                short(reader, numbers::scaled(reader, Number { value: Value::Range(from, to), ..figure }));
            Number { place: other.place, ..whole }
        }
        _ => found,
    }
}

/// Reads a currency sign, code or abbreviation before a number: "$", "US$", "EUR", "Rs.". Returns the code
/// and where the number begins.
pub(super) fn currency_in_front(reader: &SentenceReader<'_>, start: usize) -> Option<(&'static str, Place)> {
    let text = reader.text(start);
    if text.is_empty() {
        return None;
    }
    let dollar = |index: usize| reader.text(index) == "$" && reader.is_joined(index);
    let letters = DOLLARS.iter().find(|(letters, _)| *letters == text);
    if let Some((_, code)) = letters.filter(|_| dollar(start + 1)) {
        return Some((*code, Place::at(start + 2)));
    }
    if let Some(code) = abbreviation(reader, text) {
        let stop = usize::from(reader.text(start + 1) == "." && reader.is_joined(start + 1));
        let next = start + 1 + stop;
        return reader.begins_with_digit(next).then(|| (code, Place::at(next)));
    }
    // "Sfr20m", "N40bn", "EUR5m": letters and digits in one token.
    if let Some(byte) = text.find(|each: char| each.is_ascii_digit()).filter(|byte| *byte > 0) {
        let letters = text.get(..byte)?;
        let iso = || currencies::codes().find(|code| *code == letters);
        return Some((abbreviation(reader, letters).or_else(iso)?, Place { index: start, byte }));
    }
    let (Meaning::Currency(code), end) = reader.term(start) else { return None };
    // "EUR 5" and "€5" are amounts, but "euro 5" is not. "Kč" and "zł" are signs with small letters.
    let sign = text.chars().all(|character| !character.is_alphabetic() || character.is_uppercase());
    let known = currencies::SIGNS.iter().any(|(sign, _)| *sign == text);
    // "A$5" names the currency of Australia, and "a $5 note" does not.
    if !is_sign(text) && is_sign(reader.text(end - 1)) && !reader.is_joined(end - 1) {
        return None;
    }
    ((sign || known) && !code.is_empty() && reader.begins_with_digit(end)).then_some((code, Place::at(end)))
}

/// Returns the code of an abbreviation of the language before a number: "Rs", "Sfr".
pub(super) fn abbreviation(reader: &SentenceReader<'_>, text: &str) -> Option<&'static str> {
    let known = reader.vocabulary.words.before_number.iter();
    known.copied().find(|(form, _)| *form == text).map(|(_, code)| code)
}

fn is_sign(text: &str) -> bool {
    !text.chars().any(char::is_alphabetic)
}

/// Reports whether a currency sign belongs to the number after it: "a $410 million loan".
pub(super) fn sign_of_next(reader: &SentenceReader<'_>, sign: usize) -> bool {
    is_sign(reader.text(sign)) && reader.is_joined(sign + 1) && reader.begins_with_digit(sign + 1)
}

/// Reads a short magnitude before a sign: "20 M€", "1,3 Md€", "250k€", "5 M$".
pub(super) fn with_letters(reader: &SentenceReader<'_>, found: Number) -> Number {
    let Place { index, byte } = found.place;
    let letters = reader.text(index).get(byte..).unwrap_or_default();
    let sign = |index: usize| {
        is_sign(reader.text(index))
            && matches!(reader.meaning(index), Meaning::Currency(_))
            && !sign_of_next(reader, index)
    };
    let Some(power) = short_magnitude(letters).filter(|_| sign(index + 1)) else { return found };
    let value = found.value.map(|number| number.times(Decimal::power_of_ten(power)?));
    Number { place: Place::at(index + 1), value, is_scaled: true }
}

pub(super) fn money(code: &str, value: Value) -> Option<String> {
    let number = value.text().filter(|_| !code.is_empty())?;
    Some(format!("{code} {number}"))
}
