//! What a number counts: a currency, hundredths of one, percent, a unit of measure.

use messages::EntityType;

use super::money::{money, sign_of_next};
use crate::grammar::decimal::Decimal;
use crate::grammar::meaning::Meaning;
use crate::grammar::numbers::{Number, Value};
use crate::grammar::sentence::{Place, SentenceReader};
use crate::languages::common;

/// What a number counts.
pub(super) enum Kind {
    Money(&'static str),
    Minor(&'static str),
    Percent,
    Measure(&'static str),
}

impl Kind {
    pub(super) fn entity_type(&self) -> EntityType {
        match self {
            Self::Money(_) | Self::Minor(_) => EntityType::Money,
            Self::Percent => EntityType::Percent,
            Self::Measure(_) => EntityType::Quantity,
        }
    }

    pub(super) fn value(&self, number: Value) -> Option<String> {
        match self {
            Self::Money(code) => money(code, number),
            Self::Minor(code) => money(code, number.map(|number| Some(number.hundredth()))),
            Self::Percent => number.text(),
            Self::Measure(unit) => number.text().map(|number| format!("{number} {unit}")),
        }
    }
}

/// Reads what stands behind a number: currency, percent or unit. Returns where it ends.
pub(super) fn unit(reader: &SentenceReader<'_>, found: &Number) -> Option<(usize, Kind)> {
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

/// Reads "Swiss francs" or "de pesos mexicanos" after a number. Returns where it ends and the ISO 4217 code.
fn national(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, &'static str)> {
    let start = start + usize::from(reader.meaning(start) == Meaning::Of);
    let (first, second) = (reader.text(start), reader.text(start + 1));
    if first.is_empty() || second.is_empty() {
        return None;
    }
    let known = &reader.common.national_currencies;
    Some((start + 2, known.code(&first.to_lowercase(), &second.to_lowercase())?))
}
