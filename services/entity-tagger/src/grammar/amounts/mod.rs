//! Money, percentages and measured amounts.

mod money;
mod units;

use messages::EntityType;

use self::money::{abbreviation, currency_in_front, sum, with_letters};
use self::units::{Kind, unit};
use super::decimal::Decimal;
use super::meaning::Meaning;
use super::numbers::number;
use super::sentence::SentenceReader;

/// Where an amount ends, its type and its value.
type Amount = (usize, EntityType, Option<String>);

/// Reads the amount that begins at a token.
///
/// "$" alone means US dollars, even in the papers of countries with another dollar. "Pesos" and "shillings"
/// alone are money without a value.
pub(super) fn amount(reader: &SentenceReader<'_>, start: usize) -> Option<Amount> {
    if let Some((code, place)) = currency_in_front(reader, start) {
        return sum(reader, code, place).map(|(end, value)| (end, EntityType::Money, value));
    }
    if let Some(first) = percent_in_front(reader, start) {
        let found = number(reader, first).filter(|found| found.place.byte == 0)?;
        return Some((found.place.index, EntityType::Percent, found.value.text()));
    }
    if let Some(found) = before_number(reader, start) {
        return Some(found);
    }
    let found = number(reader, start)?;
    let found = with_letters(reader, found);
    let (end, kind) = unit(reader, &found)?;
    Some((end, kind.entity_type(), kind.value(found.value)))
}

/// Reads what a number counts before the number, in a language that puts it there: "dola milioni 5", "kilomita
/// 12".
fn before_number(reader: &SentenceReader<'_>, start: usize) -> Option<Amount> {
    if !reader.vocabulary.words.number_follows {
        return None;
    }
    let (kind, after) = match reader.term(start) {
        (Meaning::Currency(code), end) => (Kind::Money(code), end),
        (Meaning::Measure(unit), end) => (Kind::Measure(unit), end),
        // "KSh milioni 500".
        (Meaning::Opener, end) => (Kind::Money(abbreviation(reader, reader.text(start))?), end),
        _ => return None,
    };
    let (factor, first) = match reader.term(after) {
        (Meaning::Scale(factor), end) => (factor, end),
        _ => (Decimal::ONE, after),
    };
    let found = number(reader, first).filter(|_| reader.begins_with_digit(first))?;
    // "Dola milioni 5 bilioni" is nothing that anybody writes.
    let is_clear = found.place.byte == 0 && !(found.is_scaled && factor != Decimal::ONE);
    let value = found.value.map(|number| number.times(factor).filter(|_| is_clear));
    Some((found.place.end(), kind.entity_type(), kind.value(value)))
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

/// Reports whether a percent sign follows a number without a space, so that it belongs to that number.
fn ends_number(reader: &SentenceReader<'_>, sign: usize) -> bool {
    let before = sign.checked_sub(1).map_or("", |index| reader.text(index));
    reader.is_joined(sign) && before.ends_with(|character: char| character.is_numeric())
}
