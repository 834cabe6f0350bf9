//! The forms a date takes in running text.

use super::calendar::{Direction, When};
use super::numbers;
use super::sentence::SentenceReader;
use super::vocabulary::{Meaning, Unit};
use crate::gazetteer::Classes;

/// Reads the date that begins at a token. Returns where it ends, and what it names if that is clear.
pub(super) fn date(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    numeric(reader, start)
        .or_else(|| day_first(reader, start))
        .or_else(|| month_first(reader, start))
        .or_else(|| weekday(reader, start))
        .or_else(|| edge(reader, start))
        .or_else(|| relative(reader, start))
        .or_else(|| distance(reader, start))
        .or_else(|| bare_year(reader, start))
}

/// Reads `2019-04-24`, `24.04.2019`, `24/04/2019`, `2019年4月24日`.
fn numeric(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
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
    if joined("/") && reader.text(start + 4).len() == 4 {
        let value = found(start + 5, part(start + 4)?, small(part(start + 2)?)?, small(part(start)?)?);
        return if reader.vocabulary.words.ambiguous_slashes { Some((start + 5, None)) } else { value };
    }
    if let Some((day, rest)) = reader.text(start).split_once('.')
        && let Some((month, year)) = rest.split_once('.')
        && year.len() == 4
    {
        return found(start + 1, year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    }
    ideographic(reader, start)
}

fn ideographic(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
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

/// Reads "24 April 2019", "24. April", "1er mai", "24 de abril de 2019", "26-27 April".
fn day_first(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let first = day(reader.text(start))?;
    let (mut index, last) = range(reader, start + 1);
    if reader.text(index) == "." {
        index += 1;
    }
    if reader.meaning(index) == Meaning::Of {
        index += 1;
    }
    let Meaning::Month(month) = reader.meaning(index) else { return None };
    let (end, year) = year(reader, index + 1);
    Some((end, Some(days(year, month, first, last))))
}

/// Reads "April 24", "April 26-27, 2019", "April 2019", "April".
fn month_first(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let Meaning::Month(month) = reader.meaning(start) else { return None };
    let after = if reader.text(start + 1) == "." { start + 2 } else { start + 1 };
    let words = reader.vocabulary.words;
    if let Some(first) = day(reader.text(after)).filter(|_| words.day_follows_month) {
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
    // "May" is also a verb and a name, "mars" a planet: such a month alone needs a preposition.
    let previous = start.checked_sub(1).map_or(Meaning::Other, |index| reader.meaning(index));
    let doubtful = words.doubtful_months.contains(&reader.text(start));
    let placed = matches!(previous, Meaning::BeforeDate | Meaning::Of);
    (placed || !doubtful).then_some((start + 1, Some(When::Month { year: None, month })))
}

fn days(year: Option<i32>, month: u8, first: u8, last: Option<u8>) -> When {
    match last {
        Some(last) if last > first => When::Days { year, month, first, last },
        _ => When::Day { year, month, day: first },
    }
}

/// Reads a day of the month in digits, with or without an ordinal ending.
fn day(text: &str) -> Option<u8> {
    let digits = text.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h', 'e', 'º', 'ª']);
    let number: u8 = (digits.len() <= 2).then(|| digits.parse().ok())??;
    (1..=31).contains(&number).then_some(number)
}

/// Reads "-27" after the first day.
fn range(reader: &SentenceReader<'_>, index: usize) -> (usize, Option<u8>) {
    if reader.text(index).chars().all(text::is_dash)
        && !reader.text(index).is_empty()
        && let Some(last) = day(reader.text(index + 1))
    {
        return (index + 2, Some(last));
    }
    (index, None)
}

/// Reads a year after a month, with "de" before it in Spanish and Portuguese.
fn year(reader: &SentenceReader<'_>, index: usize) -> (usize, Option<i32>) {
    let index_of_year = if reader.meaning(index) == Meaning::Of { index + 1 } else { index };
    match four_digits(reader.text(index_of_year)) {
        Some(year) => (index_of_year + 1, Some(year)),
        None => (index, None),
    }
}

fn four_digits(text: &str) -> Option<i32> {
    let year = (text.len() == 4).then(|| text.parse::<i32>().ok())??;
    (1000..2200).contains(&year).then_some(year)
}

/// Reads "Monday", "Monday, April 22", "next Monday".
fn weekday(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let words = reader.vocabulary.words;
    let direction = match direction(reader.meaning(start)) {
        Some(_) if words.next_week.contains(&reader.text(start)) => Some(Direction::NextWeek),
        direction => direction,
    };
    let index = start + usize::from(direction.is_some());
    let (day, after_day) = weekday_name(reader, index)?;
    let index = after_day - 1;
    let after = index + 1 + usize::from(reader.text(index + 1) == ",");
    let date = after + usize::from(words.this_before_day && reader.meaning(after) == Meaning::This);
    if direction.is_none()
        && let Some(found) = day_first(reader, date).or_else(|| month_first(reader, date))
    {
        return Some(found);
    }
    // "lundi dernier", "el lunes pasado".
    let after = self::direction(reader.meaning(index + 1)).filter(|_| direction.is_none());
    let end = index + 1 + usize::from(after.is_some());
    Some((end, Some(When::Weekday { day, direction: direction.or(after) })))
}

/// Reads the name of a weekday. Returns the day and where the name ends: "segunda-feira" is three tokens, and
/// "segunda" alone is not a weekday.
fn weekday_name(reader: &SentenceReader<'_>, index: usize) -> Option<(u8, usize)> {
    let Meaning::Weekday(day) = reader.meaning(index) else { return None };
    // Saturday and Sunday have no second part.
    let Some(ending) = reader.vocabulary.words.weekday_ending.filter(|_| day < 5) else {
        return Some((day, index + 1));
    };
    let whole = reader.text(index + 1) == "-" && reader.text(index + 2).eq_ignore_ascii_case(ending);
    whole.then_some((day, index + 3))
}

fn direction(word: Meaning) -> Option<Direction> {
    match word {
        Meaning::Next => Some(Direction::Next),
        Meaning::Last => Some(Direction::Last),
        Meaning::This => Some(Direction::This),
        _ => None,
    }
}

/// Reads "the end of this year", "early April". The value is that of the whole year or month.
fn edge(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let has_article = reader.vocabulary.words.edge_articles.contains(&reader.text(start))
        && reader.meaning(start + 1) == Meaning::Edge;
    let index = start + usize::from(has_article);
    if reader.meaning(index) != Meaning::Edge {
        return None;
    }
    let next = index + 1 + usize::from(reader.meaning(index + 1) == Meaning::Of);
    relative(reader, next)
        .or_else(|| month_first(reader, next))
        .or_else(|| four_digits(reader.text(next)).map(|year| (next + 1, Some(When::Year(year)))))
}

/// Reads "yesterday", "next week", "la semaine prochaine", "last April".
fn relative(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    if let Meaning::Day(offset) = reader.meaning(start) {
        return Some((start + 1, Some(When::Offset(offset))));
    }
    if let Some(direction) = direction(reader.meaning(start)) {
        return match reader.meaning(start + 1) {
            Meaning::Unit(unit) if unit != Unit::Day => {
                Some((start + 2, Some(When::Unit { unit, direction })))
            }
            Meaning::Month(month) => Some((start + 2, Some(When::NamedMonth { month, direction }))),
            _ => None,
        };
    }
    let Meaning::Unit(unit) = reader.meaning(start) else { return None };
    let direction = direction(reader.meaning(start + 1)).filter(|_| unit != Unit::Day)?;
    Some((start + 2, Some(When::Unit { unit, direction })))
}

/// Reads "three days ago", "vor drei Tagen", "il y a trois jours".
fn distance(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let before = reader.meaning(start) == Meaning::AgoBefore;
    // "il y a": the third word follows the two that the profile lists.
    let third = usize::from(before && reader.text(start + 1) == "a");
    let first = start + usize::from(before) + third;
    let (index, count) = numbers::number(reader, first)?;
    let Meaning::Unit(unit) = reader.meaning(index) else { return None };
    let after = reader.meaning(index + 1) == Meaning::Ago;
    if !before && !after {
        return None;
    }
    let count = (count.fract() == 0.0 && count < 10_000.0).then_some(count as i64);
    let when = count.map(|count| When::Ago { unit, count });
    Some((index + 1 + usize::from(after), when))
}

/// Reads "in 2019", and no other four digits.
fn bare_year(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let year = four_digits(reader.text(start)).filter(|year| (1500..2100).contains(year))?;
    let before = start.checked_sub(1).map_or(Meaning::Other, |index| reader.meaning(index));
    let placed = matches!(before, Meaning::BeforeDate | Meaning::Unit(Unit::Year));
    // "the law of 1994", but not "one of 2000 people".
    let after = reader.text(start + 1);
    let noun =
        after.chars().any(char::is_alphabetic) && !reader.document.classes(start + 1).any(Classes::FUNCTION);
    let law_of = before == Meaning::Of && !noun;
    (placed || law_of).then_some((start + 1, Some(When::Year(year))))
}
