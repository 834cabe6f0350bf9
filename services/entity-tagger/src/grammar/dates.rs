//! The forms a date takes in running text.

use super::calendar::{Direction, When};
use super::vocabulary::{Unit, Word};
use super::{Reader, numbers};
use crate::gazetteer::Classes;

/// The date that begins at a token: where it ends and, where it names a day or stretch, which.
pub(super) fn date(reader: &Reader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    numeric(reader, start)
        .or_else(|| day_first(reader, start))
        .or_else(|| month_first(reader, start))
        .or_else(|| weekday(reader, start))
        .or_else(|| edge(reader, start))
        .or_else(|| relative(reader, start))
        .or_else(|| distance(reader, start))
        .or_else(|| bare_year(reader, start))
}

/// `2019-04-24`, `24.04.2019`, `24/04/2019`, `2019年4月24日`.
fn numeric(reader: &Reader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let joined = |sign: &str| {
        reader.text(start + 1) == sign
            && reader.text(start + 3) == sign
            && (start + 1..start + 5).all(|index| reader.is_joined(index))
    };
    let part = |index: usize| reader.text(index).parse::<i32>().ok();
    let found = |end, year, month, day| Some((end, Some(When::Day { year: Some(year), month, day })));
    if joined("-") && reader.text(start).len() == 4 {
        return found(start + 5, part(start)?, small(part(start + 2)?)?, small(part(start + 4)?)?);
    }
    // Month or day first is anyone's guess in English.
    if joined("/") && reader.text(start + 4).len() == 4 {
        let value = found(start + 5, part(start + 4)?, small(part(start + 2)?)?, small(part(start)?)?);
        return if reader.vocabulary.table.language == "en" { Some((start + 5, None)) } else { value };
    }
    if let Some((day, rest)) = reader.text(start).split_once('.')
        && let Some((month, year)) = rest.split_once('.')
        && year.len() == 4
    {
        return found(start + 1, year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    }
    ideographic(reader, start)
}

fn ideographic(reader: &Reader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let (mut index, mut year) = (start, None);
    let part = |index: usize, sign: &str| {
        (reader.text(index + 1) == sign).then(|| reader.text(index).parse::<i32>().ok())?
    };
    if let Some(number) = part(index, "年") {
        year = Some(number);
        index += 2;
    }
    let Some(month) = part(index, "月") else {
        return year.filter(|year| (1000..2200).contains(year)).map(|year| (index, Some(When::Year(year))));
    };
    index += 2;
    match part(index, "日").or_else(|| part(index, "号")) {
        Some(day) => Some((index + 2, Some(When::Day { year, month: small(month)?, day: small(day)? }))),
        None => Some((index, Some(When::Month { year, month: small(month)? }))),
    }
}

fn small(number: i32) -> Option<u8> {
    u8::try_from(number).ok()
}

/// "24 April 2019", "24. April", "1er mai", "24 de abril de 2019", "26-27 April".
fn day_first(reader: &Reader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let first = day(reader.text(start))?;
    let (mut index, last) = range(reader, start + 1);
    if reader.text(index) == "." {
        index += 1;
    }
    if reader.word(index) == Word::Of {
        index += 1;
    }
    let Word::Month(month) = reader.word(index) else { return None };
    let (end, year) = year(reader, index + 1);
    Some((end, Some(days(year, month, first, last))))
}

/// "April 24", "April 26-27, 2019", "April 2019", "April".
fn month_first(reader: &Reader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let Word::Month(month) = reader.word(start) else { return None };
    let after = if reader.text(start + 1) == "." { start + 2 } else { start + 1 };
    let english = reader.vocabulary.table.language == "en";
    if let Some(first) = day(reader.text(after)).filter(|_| english) {
        let (index, last) = range(reader, after + 1);
        let comma = usize::from(reader.text(index) == ",");
        let (end, year) = year(reader, index + comma);
        let end = if year.is_some() { end } else { index };
        return Some((end, Some(days(year, month, first, last))));
    }
    let (end, year) = year(reader, after);
    if year.is_some() {
        return Some((end, Some(When::Month { year, month })));
    }
    // "May" is a verb and a name, "mars" a planet: a bare month needs a preposition.
    let previous = start.checked_sub(1).map_or(Word::Other, |index| reader.word(index));
    let doubtful = matches!(reader.text(start), "May" | "March" | "Mai" | "mars" | "Mars" | "August" | "Jan");
    let placed = matches!(previous, Word::BeforeDate | Word::Of);
    (placed || !doubtful).then_some((start + 1, Some(When::Month { year: None, month })))
}

fn days(year: Option<i32>, month: u8, first: u8, last: Option<u8>) -> When {
    match last {
        Some(last) if last > first => When::Days { year, month, first, last },
        _ => When::Day { year, month, day: first },
    }
}

/// A day of the month in digits, with its ordinal ending.
fn day(text: &str) -> Option<u8> {
    let digits = text.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h', 'e', 'º', 'ª']);
    let number: u8 = (digits.len() <= 2).then(|| digits.parse().ok())??;
    (1..=31).contains(&number).then_some(number)
}

/// "-27" behind the first day.
fn range(reader: &Reader<'_>, index: usize) -> (usize, Option<u8>) {
    if reader.text(index).chars().all(text::is_dash)
        && !reader.text(index).is_empty()
        && let Some(last) = day(reader.text(index + 1))
    {
        return (index + 2, Some(last));
    }
    (index, None)
}

/// A year behind a month, with "de" in front of it in Spanish and Portuguese.
fn year(reader: &Reader<'_>, index: usize) -> (usize, Option<i32>) {
    let index_of_year = if reader.word(index) == Word::Of { index + 1 } else { index };
    match four_digits(reader.text(index_of_year)) {
        Some(year) => (index_of_year + 1, Some(year)),
        None => (index, None),
    }
}

fn four_digits(text: &str) -> Option<i32> {
    let year = (text.len() == 4).then(|| text.parse::<i32>().ok())??;
    (1000..2200).contains(&year).then_some(year)
}

/// "Monday", "Monday, April 22", "next Monday".
fn weekday(reader: &Reader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let direction = match reader.text(start) {
        "next" | "Next" => Some(Direction::NextWeeks),
        _ => direction(reader.word(start)),
    };
    let index = start + usize::from(direction.is_some());
    let (day, behind_day) = weekday_name(reader, index)?;
    let index = behind_day - 1;
    let after = index + 1 + usize::from(reader.text(index + 1) == ",");
    let the =
        after + usize::from(reader.vocabulary.table.language != "en" && reader.word(after) == Word::This);
    if direction.is_none()
        && let Some(found) = day_first(reader, the).or_else(|| month_first(reader, the))
    {
        return Some(found);
    }
    // "lundi dernier", "el lunes pasado".
    let behind = self::direction(reader.word(index + 1)).filter(|_| direction.is_none());
    let end = index + 1 + usize::from(behind.is_some());
    Some((end, Some(When::Weekday { day, direction: direction.or(behind) })))
}

/// The day's name and where it ends; "segunda-feira" is three tokens, and "segunda" alone is no day.
fn weekday_name(reader: &Reader<'_>, index: usize) -> Option<(u8, usize)> {
    let Word::Weekday(day) = reader.word(index) else { return None };
    if reader.vocabulary.table.language != "pt" || day >= 5 {
        return Some((day, index + 1));
    }
    let whole = reader.text(index + 1) == "-" && reader.text(index + 2).eq_ignore_ascii_case("feira");
    whole.then_some((day, index + 3))
}

fn direction(word: Word) -> Option<Direction> {
    match word {
        Word::Next => Some(Direction::Next),
        Word::Last => Some(Direction::Last),
        Word::This => Some(Direction::This),
        _ => None,
    }
}

/// "the end of this year", "early April": the value is that of the whole stretch.
fn edge(reader: &Reader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let english_the = matches!(reader.text(start), "the" | "The") && reader.word(start + 1) == Word::Edge;
    let index = start + usize::from(english_the);
    if reader.word(index) != Word::Edge {
        return None;
    }
    let next = index + 1 + usize::from(reader.word(index + 1) == Word::Of);
    relative(reader, next)
        .or_else(|| month_first(reader, next))
        .or_else(|| four_digits(reader.text(next)).map(|year| (next + 1, Some(When::Year(year)))))
}

/// "yesterday", "next week", "la semaine prochaine", "last April".
fn relative(reader: &Reader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    if let Word::Day(offset) = reader.word(start) {
        return Some((start + 1, Some(When::Offset(offset))));
    }
    if let Some(direction) = direction(reader.word(start)) {
        return match reader.word(start + 1) {
            Word::Unit(unit) if unit != Unit::Day => Some((start + 2, Some(When::Unit { unit, direction }))),
            Word::Month(month) => Some((start + 2, Some(When::NamedMonth { month, direction }))),
            _ => None,
        };
    }
    let Word::Unit(unit) = reader.word(start) else { return None };
    let direction = direction(reader.word(start + 1)).filter(|_| unit != Unit::Day)?;
    Some((start + 2, Some(When::Unit { unit, direction })))
}

/// "three days ago", "vor drei Tagen", "il y a trois jours".
fn distance(reader: &Reader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let front = reader.word(start) == Word::AgoBefore;
    let french = usize::from(front && reader.text(start + 1) == "a");
    let first = start + usize::from(front) + french;
    let (index, count) = numbers::number(reader, first)?;
    let Word::Unit(unit) = reader.word(index) else { return None };
    let behind = reader.word(index + 1) == Word::Ago;
    if !front && !behind {
        return None;
    }
    let count = (count.fract() == 0.0 && count < 10_000.0).then_some(count as i64);
    let when = count.map(|count| When::Ago { unit, count });
    Some((index + 1 + usize::from(behind), when))
}

/// "in 2019", and no other four digits.
fn bare_year(reader: &Reader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let year = four_digits(reader.text(start)).filter(|year| (1500..2100).contains(year))?;
    let before = start.checked_sub(1).map_or(Word::Other, |index| reader.word(index));
    let placed = matches!(before, Word::BeforeDate | Word::Unit(Unit::Year));
    // "the law of 1994", but not "one of 2000 people".
    let behind = reader.text(start + 1);
    let noun =
        behind.chars().any(char::is_alphabetic) && !reader.document.classes(start + 1).any(Classes::FUNCTION);
    let law_of = before == Word::Of && !noun;
    (placed || law_of).then_some((start + 1, Some(When::Year(year))))
}
