//! Money, percentages and measured amounts.

use messages::EntityType;

use super::currencies::{DOLLARS, short_magnitude};
use super::decimal::Decimal;
use super::meaning::Meaning;
use super::numbers::{self, Number, Value, number};
use super::sentence::{Place, SentenceReader};
use crate::languages::{common, profiles};

/// Where an amount ends, its type and its value.
type Amount = (usize, EntityType, Option<String>);

/// Reads the amount that begins at a token.
///
/// "$" alone means US dollars, even in the papers of countries with another dollar. "Pesos" and "shillings"
/// alone are money without a value.
pub(super) fn amount(reader: &SentenceReader<'_>, start: usize) -> Option<Amount> {
    if let Some((code, place)) = currency_in_front(reader, start) {
        return money_after_sign(reader, code, place);
    }
    if let Some(first) = percent_in_front(reader, start) {
        let found = number(reader, first).filter(|found| found.place.byte == 0)?;
        return Some((found.place.index, EntityType::Percent, found.value.text()));
    }
    let found = number(reader, start)?;
    let found = with_letters(reader, found);
    let (end, kind) = unit(reader, &found)?;
    let (entity_type, value) = match kind {
        Kind::Money(code) => (EntityType::Money, money(code, found.value)),
        Kind::Minor(code) => {
            (EntityType::Money, money(code, found.value.map(|number| Some(number.hundredth()))))
        }
        Kind::Percent => (EntityType::Percent, found.value.text()),
        Kind::Measure(unit) => {
            (EntityType::Quantity, found.value.text().map(|number| format!("{number} {unit}")))
        }
    };
    Some((end, entity_type, value))
}

/// What a number counts.
enum Kind {
    Money(&'static str),
    Minor(&'static str),
    Percent,
    Measure(&'static str),
}

fn money(code: &str, value: Value) -> Option<String> {
    let number = value.text().filter(|_| !code.is_empty())?;
    Some(format!("{code} {number}"))
}

/// Reads what stands behind a number: currency, percent or unit. Returns where it ends.
fn unit(reader: &SentenceReader<'_>, found: &Number) -> Option<(usize, Kind)> {
    let place = found.place;
    if place.byte == 0
        && let Some((end, code)) = national(reader, place.index)
    {
        return Some((end, Kind::Money(code)));
    }
    let (meaning, after) = reader.term_at(place);
    let end = ends(reader, after)?;
    let dollars = || {
        let us = matches!(reader.text(place.index), "US" | "U.S.") && place.byte == 0;
        us && !sign_of_next(reader, place.index + 1)
    };
    match meaning {
        Meaning::Currency(_) if place.byte == 0 && sign_of_next(reader, place.index) => None,
        Meaning::Currency("") if is_yuan(reader, place.index) => Some((end, Kind::Money("CNY"))),
        Meaning::Currency(code) => Some((end, Kind::Money(code))),
        Meaning::Minor(code) if is_minor(reader, found, place) => Some((end, Kind::Minor(code))),
        Meaning::Percent => Some((end, Kind::Percent)),
        Meaning::Per if common::HUNDREDS.contains(&reader.text(place.index + 1)) => {
            Some((place.index + 2, Kind::Percent))
        }
        Meaning::Of if found.is_scaled || !reader.vocabulary.words.of_needs_magnitude => {
            match reader.term(place.index + 1) {
                (Meaning::Currency(code), end) => Some((end, Kind::Money(code))),
                (Meaning::Measure(unit), end) => Some((end, Kind::Measure(unit))),
                _ => None,
            }
        }
        // Lithuanian "2028 m." is a year, and "120 m" a length.
        Meaning::Measure(_)
            if reader.text(place.index) == reader.vocabulary.words.year_word && may_be_year(found.value) =>
        {
            None
        }
        Meaning::Measure(unit) => Some((end, Kind::Measure(unit))),
        // "20.000 US-Dollar", "5 million US dollars".
        _ if dollars() => {
            let hyphen = usize::from(reader.text(place.index + 1) == "-");
            match reader.term(place.index + 1 + hyphen) {
                (Meaning::Currency("USD"), end) => Some((end, Kind::Money("USD"))),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Reports whether a number may be a year.
fn may_be_year(value: Value) -> bool {
    match value {
        Value::One(number) | Value::Range(number, _) => {
            number.count().is_some_and(|year| (1000..2200).contains(&year))
        }
        Value::Open => true,
    }
}

/// Returns where an amount ends. The rest of a token may be a particle of Korean or Japanese, and nothing
/// else.
fn ends(reader: &SentenceReader<'_>, place: Place) -> Option<usize> {
    let rest = reader.text(place.index).get(place.byte..).unwrap_or_default();
    (place.byte == 0 || !rest.is_ascii()).then(|| place.end())
}

/// Reports whether 元 is the yuan: behind a magnitude in simplified characters, which Taiwan and Hong Kong do
/// not write.
fn is_yuan(reader: &SentenceReader<'_>, index: usize) -> bool {
    let is_sign = reader.vocabulary.words.simplified_yuan && reader.text(index) == "元";
    is_sign && index > reader.first && matches!(reader.text(index - 1), "万" | "亿")
}

/// Reports whether "p" and the like are hundredths. A letter is one only on the number, and not in "1080p".
fn is_minor(reader: &SentenceReader<'_>, found: &Number, place: Place) -> bool {
    let rest = reader.text(place.index).get(place.byte..).unwrap_or_default();
    let Some(value) = found.value.one() else { return true };
    // The least height of a video that has a name is 240p.
    let is_price = Decimal::of(240.0).is_some_and(|video| value.is_less_than(video));
    rest.chars().count() > 1 || (place.byte > 0 && is_price && !found.is_scaled)
}

/// Reads a short magnitude before a sign: "20 M€", "1,3 Md€", "250k€", "5 M$".
fn with_letters(reader: &SentenceReader<'_>, found: Number) -> Number {
    let Place { index, byte } = found.place;
    let letters = reader.text(index).get(byte..).unwrap_or_default();
    let sign = |index: usize| {
        let is_sign = !reader.text(index).chars().any(char::is_alphabetic);
        is_sign && matches!(reader.meaning(index), Meaning::Currency(_)) && !sign_of_next(reader, index)
    };
    let Some(power) = short_magnitude(letters).filter(|_| sign(index + 1)) else { return found };
    let value = found.value.map(|number| number.times(Decimal::power_of_ten(power)?));
    Number { place: Place::at(index + 1), value, is_scaled: true, ..found }
}

/// Reads the sum after a currency: "5 million", "101.2bn", "1-2 million".
fn money_after_sign(reader: &SentenceReader<'_>, code: &str, place: Place) -> Option<Amount> {
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
    Some((end.end(), EntityType::Money, money(code, found.value)))
}

/// Reads the number behind the letters of a currency in one token: "Sfr20m", "N40bn".
fn inside(reader: &SentenceReader<'_>, place: Place) -> Option<Number> {
    let word = reader.text(place.index);
    let digits = word.get(place.byte..)?;
    let length = super::numerals::length(digits);
    let value = match super::numerals::read(digits.get(..length)?, reader.marks)? {
        super::numerals::Numeral::Number(number) => Value::One(number),
        super::numerals::Numeral::Open => Value::Open,
    };
    let byte = place.byte + length;
    let place = if byte < word.len() { Place { byte, ..place } } else { Place::at(place.index + 1) };
    let found = Number { place, value, is_scaled: false };
    Some(if place.byte == 0 { numbers::scaled(reader, found) } else { found })
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
    Number { place: Place::at(index + 1), value, is_scaled: true, ..found }
}

/// Reads the other end of a range that repeats the sign: "$5-$10 million". If only the second end has a
/// magnitude, it counts for both.
fn range(reader: &SentenceReader<'_>, code: &str, found: Number) -> Number {
    let joint = found.place.index;
    let is_dash = found.place.byte == 0
        && !reader.text(joint).is_empty()
        && reader.text(joint).chars().all(super::sentence::is_range_dash);
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

/// Returns where the number begins after a percent sign on it ("%22", as Turkish writes it) or a word for
/// percent.
fn percent_in_front(reader: &SentenceReader<'_>, start: usize) -> Option<usize> {
    let (meaning, end) = reader.term(start);
    match meaning {
        Meaning::Percent => {
            let stands_before =
                reader.vocabulary.words.percent_before.split_ascii_whitespace().any(|sign| sign == "%");
            let joined = (reader.is_joined(start + 1) || stands_before) && !ends_number(reader, start);
            (joined && reader.begins_with_digit(start + 1)).then_some(start + 1)
        }
        Meaning::PercentBefore if reader.begins_with_digit(end) => Some(end),
        _ => None,
    }
}

/// Reads "Swiss francs" or "de pesos mexicanos" after a number. Returns where it ends and the ISO 4217 code.
fn national(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, &'static str)> {
    let start = start + usize::from(reader.meaning(start) == Meaning::Of);
    let (first, second) = (reader.text(start), reader.text(start + 1));
    // The length already tells most words apart, so most need no lower-case copy.
    let is = |word: &str, adjective: &str| word.len() == adjective.len() && word.to_lowercase() == adjective;
    let names = |word: &str, currency: &str| word.to_lowercase().starts_with(currency);
    let is_pair = |adjective: &str, currency: &str| {
        (is(first, adjective) && names(second, currency)) || (is(second, adjective) && names(first, currency))
    };
    let mut known =
        profiles().filter_map(|profile| profile.dates).flat_map(|words| words.national_currencies);
    let (.., code) = known.find(|(adjective, currency, _)| is_pair(adjective, currency))?;
    Some((start + 2, *code))
}

/// Reports whether a percent sign follows a number without a space, so that it belongs to that number.
fn ends_number(reader: &SentenceReader<'_>, sign: usize) -> bool {
    let before = sign.checked_sub(1).map_or("", |index| reader.text(index));
    reader.is_joined(sign) && before.ends_with(|character: char| character.is_numeric())
}

/// Reports whether a currency sign belongs to the number after it: "a $410 million loan".
fn sign_of_next(reader: &SentenceReader<'_>, sign: usize) -> bool {
    let is_sign = !reader.text(sign).chars().any(char::is_alphabetic);
    is_sign && reader.is_joined(sign + 1) && reader.begins_with_digit(sign + 1)
}

/// Reads a currency sign, code or abbreviation before a number: "$", "US$", "EUR", "Rs.". Returns the code
/// and where the number begins.
fn currency_in_front(reader: &SentenceReader<'_>, start: usize) -> Option<(&'static str, Place)> {
    let text = reader.text(start);
    if text.is_empty() {
        return None;
    }
    let dollar = |index: usize| reader.text(index) == "$" && reader.is_joined(index);
    let letters = DOLLARS.iter().find(|(letters, _)| *letters == text);
    if let Some((_, code)) = letters.filter(|_| dollar(start + 1)) {
        return Some((*code, Place::at(start + 2)));
    }
    let own = |form: &str| reader.vocabulary.words.before_number.iter().find(|(known, _)| *known == form);
    if let Some((_, code)) = own(text) {
        let stop = usize::from(reader.text(start + 1) == "." && reader.is_joined(start + 1));
        let next = start + 1 + stop;
        return reader.begins_with_digit(next).then(|| (*code, Place::at(next)));
    }
    // "Sfr20m", "N40bn", "EUR5m": letters and digits in one token.
    if let Some(byte) = text.find(|each: char| each.is_ascii_digit()).filter(|byte| *byte > 0) {
        let letters = text.get(..byte)?;
        let code = own(letters).map(|(_, code)| *code);
        let iso = || super::currencies::codes().find(|code| *code == letters);
        return Some((code.or_else(iso)?, Place { index: start, byte }));
    }
    let (Meaning::Currency(code), end) = reader.term(start) else { return None };
    // "EUR 5" and "€5" are amounts, but "euro 5" is not. "Kč" and "zł" are signs with small letters.
    let sign = text.chars().all(|character| !character.is_alphabetic() || character.is_uppercase());
    let known = super::currencies::SIGNS.iter().any(|(sign, _)| *sign == text);
    ((sign || known) && !code.is_empty() && reader.begins_with_digit(end)).then_some((code, Place::at(end)))
}
