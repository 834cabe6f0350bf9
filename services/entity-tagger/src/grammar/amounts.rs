//! Money, percentages and measured amounts.

use messages::EntityType;

use super::languages::NATIONAL;
use super::numbers::{self, number, plain};
use super::{Reader, vocabulary::Word};

/// The amount that begins at a token: where it ends, its type, its value.
///
/// A bare "$" is read as US dollars, also in papers of countries that have a dollar of their own;
/// "pesos" or "shillings" alone are money without a value.
pub(super) fn amount(reader: &Reader<'_>, start: usize) -> Option<(usize, EntityType, Option<String>)> {
    if let Some((code, first)) = currency_in_front(reader, start) {
        let (end, value) = sum(reader, first)?;
        return Some((end, EntityType::Money, money(code, value)));
    }
    // "%22", as Turkish writes it.
    if reader.word(start) == Word::Percent {
        let joined = reader.is_joined(start + 1) && !ends_number(reader, start);
        let (end, value) = number(reader, start + 1).filter(|_| joined)?;
        return Some((end, EntityType::Percent, Some(plain(value))));
    }
    let (end, value) = number(reader, start)?;
    if let Some((end, code)) = national(reader, end) {
        return Some((end, EntityType::Money, money(code, value)));
    }
    match reader.word(end) {
        // "a $410 million loan": the sign belongs to the number behind it.
        Word::Currency(_) if sign_of_next(reader, end) => None,
        Word::Currency(code) => Some((end + 1, EntityType::Money, money(code, value))),
        Word::Percent => Some((end + 1, EntityType::Percent, Some(plain(value)))),
        Word::Per if is_hundred(reader.text(end + 1)) => {
            Some((end + 2, EntityType::Percent, Some(plain(value))))
        }
        Word::Of => match reader.word(end + 1) {
            Word::Currency(code) if value >= 1e6 => Some((end + 2, EntityType::Money, money(code, value))),
            _ => None,
        },
        Word::Measure(unit) => {
            Some((end + 1, EntityType::Quantity, Some(format!("{} {unit}", plain(value)))))
        }
        _ if reader.text(end) == "US" && reader.word(end + 1) == Word::Currency("USD") => {
            Some((end + 2, EntityType::Money, money("USD", value)))
        }
        _ => None,
    }
}

/// "Swiss francs", "de pesos mexicanos" behind a number: where it ends and the code.
fn national(reader: &Reader<'_>, start: usize) -> Option<(usize, &'static str)> {
    let start = start + usize::from(reader.word(start) == Word::Of);
    let (first, second) = (reader.text(start), reader.text(start + 1));
    let adjective = |word: &str, adjective: &str| {
        // Most words are told apart by their length already.
        word.len() == adjective.len() && word.to_lowercase() == adjective
    };
    let is_pair = |country: &str, currency: &str| {
        let named = |word: &str| word.to_lowercase().starts_with(currency);
        (adjective(first, country) && named(second)) || (adjective(second, country) && named(first))
    };
    let found = NATIONAL.iter().find(|(country, currency, _)| is_pair(country, currency))?;
    Some((start + 2, found.2))
}

fn money(code: &str, value: f64) -> Option<String> {
    (!code.is_empty()).then(|| format!("{code} {}", plain(value)))
}

/// "per cent", "por ciento", "pour cent", "por cento".
fn is_hundred(word: &str) -> bool {
    matches!(word, "cent" | "ciento" | "cien" | "cento")
}

fn ends_number(reader: &Reader<'_>, sign: usize) -> bool {
    let before = sign.checked_sub(1).map_or("", |index| reader.text(index));
    reader.is_joined(sign) && before.ends_with(|character: char| character.is_numeric())
}

/// Whether a currency sign is written onto the number behind it.
fn sign_of_next(reader: &Reader<'_>, sign: usize) -> bool {
    let is_sign = !reader.text(sign).chars().any(char::is_alphabetic);
    is_sign && reader.is_joined(sign + 1) && numbers::begins_number(reader.text(sign + 1))
}

/// A number behind a currency, where the scale may be short and joined: "101.2bn", "3.5M".
fn sum(reader: &Reader<'_>, start: usize) -> Option<(usize, f64)> {
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
    let value = numbers::digits(digits, reader.vocabulary.table.decimal_comma)?;
    Some((start + 1, value * scale))
}

/// A currency sign or code in front of a number: "$", "US$", "EUR". Where the number begins.
fn currency_in_front(reader: &Reader<'_>, start: usize) -> Option<(&'static str, usize)> {
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
    match reader.word(start) {
        Word::Currency(code) => {
            // "euro 5" is no amount, "EUR 5" and "€5" are.
            let sign = reader.text(start).chars().all(|character| !character.is_lowercase());
            (sign && !code.is_empty()).then_some((code, start + 1))
        }
        _ => None,
    }
}
