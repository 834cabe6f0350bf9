//! Money, percentages and measured amounts.

use messages::EntityType;

use super::numbers::{self, number, plain};
use super::sentence::SentenceReader;
use super::vocabulary::Meaning;
use crate::languages::{common, profiles};

/// Returns where the amount that begins at a token ends, its type and its value.
///
/// "$" alone means US dollars, even in the papers of countries with another dollar. "Pesos" and "shillings"
/// alone are money without a value.
pub(super) fn amount(
    reader: &SentenceReader<'_>,
    start: usize,
) -> Option<(usize, EntityType, Option<String>)> {
    if let Some((code, first)) = currency_in_front(reader, start) {
        let (end, value) = sum(reader, first)?;
        return Some((end, EntityType::Money, money(code, value)));
    }
    // "%22", as Turkish writes it.
    if reader.meaning(start) == Meaning::Percent {
        let joined = reader.is_joined(start + 1) && !ends_number(reader, start);
        let (end, value) = number(reader, start + 1).filter(|_| joined)?;
        return Some((end, EntityType::Percent, Some(plain(value))));
    }
    let (end, value) = number(reader, start)?;
    if let Some((end, code)) = national(reader, end) {
        return Some((end, EntityType::Money, money(code, value)));
    }
    match reader.meaning(end) {
        Meaning::Currency(_) if sign_of_next(reader, end) => None,
        Meaning::Currency(code) => Some((end + 1, EntityType::Money, money(code, value))),
        Meaning::Percent => Some((end + 1, EntityType::Percent, Some(plain(value)))),
        Meaning::Per if common::HUNDREDS.contains(&reader.text(end + 1)) => {
            Some((end + 2, EntityType::Percent, Some(plain(value))))
        }
        Meaning::Of => match reader.meaning(end + 1) {
            Meaning::Currency(code) if value >= 1e6 => Some((end + 2, EntityType::Money, money(code, value))),
            _ => None,
        },
        Meaning::Measure(unit) => {
            Some((end + 1, EntityType::Quantity, Some(format!("{} {unit}", plain(value)))))
        }
        _ if reader.text(end) == "US" && reader.meaning(end + 1) == Meaning::Currency("USD") => {
            Some((end + 2, EntityType::Money, money("USD", value)))
        }
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

fn money(code: &str, value: f64) -> Option<String> {
    (!code.is_empty()).then(|| format!("{code} {}", plain(value)))
}

/// Reports whether a percent sign follows a number without a space, so that it belongs to that number.
fn ends_number(reader: &SentenceReader<'_>, sign: usize) -> bool {
    let before = sign.checked_sub(1).map_or("", |index| reader.text(index));
    reader.is_joined(sign) && before.ends_with(|character: char| character.is_numeric())
}

/// Reports whether a currency sign belongs to the number after it: "a $410 million loan".
fn sign_of_next(reader: &SentenceReader<'_>, sign: usize) -> bool {
    let is_sign = !reader.text(sign).chars().any(char::is_alphabetic);
    is_sign && reader.is_joined(sign + 1) && numbers::begins_number(reader.text(sign + 1))
}

/// Reads a number after a currency, where the scale may be short and joined: "101.2bn", "3.5M".
fn sum(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, f64)> {
    let text = reader.text(start);
    let letters = text.trim_start_matches(|character: char| !character.is_alphabetic());
    let scale = match letters.to_lowercase().as_str() {
        "k" => 1e3,
        "m" | "mn" | "mio" => 1e6,
        "b" | "bn" | "mrd" => 1e9,
        "tn" | "trn" => 1e12,
        _ => return number(reader, start),
    };
    let digits = text.strip_suffix(letters)?;
    let value = numbers::digits(digits, reader.vocabulary.words.decimal_comma)?;
    Some((start + 1, value * scale))
}

/// Reads a currency sign or code before a number: "$", "US$", "EUR". Returns the code and where the number
/// begins.
fn currency_in_front(reader: &SentenceReader<'_>, start: usize) -> Option<(&'static str, usize)> {
    let dollar = |index: usize| reader.text(index) == "$" && reader.is_joined(index);
    let prefixed = match reader.text(start) {
        "US" | "U.S." => Some("USD"),
        "A" | "AU" => Some("AUD"),
        "C" | "CA" => Some("CAD"),
        "HK" => Some("HKD"),
        "NZ" => Some("NZD"),
        "R" => Some("BRL"),
        "S" => Some("SGD"),
        _ => None,
    };
    if let Some(code) = prefixed.filter(|_| dollar(start + 1)) {
        return Some((code, start + 2));
    }
    match reader.meaning(start) {
        Meaning::Currency(code) => {
            // "EUR 5" and "€5" are amounts, but "euro 5" is not.
            let sign = reader.text(start).chars().all(|character| !character.is_lowercase());
            (sign && !code.is_empty()).then_some((code, start + 1))
        }
        _ => None,
    }
}
