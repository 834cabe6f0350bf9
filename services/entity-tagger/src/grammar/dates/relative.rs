//! Dates counted from the day of publication: "yesterday", "next week", "three days ago".

use super::in_digits;
use super::named::month_first;
use super::years::four_digits;
use crate::grammar::decimal::Decimal;
use crate::grammar::meaning::{Around, Meaning, Unit};
use crate::grammar::numbers;
use crate::grammar::sentence::SentenceReader;
use crate::grammar::when::{Direction, Found, When};

/// Reads "yesterday", "next week", "la semaine prochaine", "last April".
pub(super) fn relative(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
    match reader.term(start) {
        (Meaning::Day(offset), end) if !is_part_of_day(reader, start) => {
            return Some((end, Some(When::Offset(offset))));
        }
        // Its value depends on another date of the text.
        (Meaning::OtherDay, end) => return Some((end, None)),
        (Meaning::Period(unit, offset), end) => {
            return month_of_year(reader, unit, offset, end)
                .or(Some((end, Some(When::Shifted { unit, offset }))));
        }
        (Meaning::WeekdayOf(day, weeks), end) => {
            let of_week = reader.vocabulary.words.weekdays_of_weeks;
            let when =
                if of_week { When::WeekdayInWeek { day, weeks } } else { When::WeekdayOf { day, weeks } };
            return Some((end, Some(when)));
        }
        _ => {}
    }
    if let Some(direction) = Direction::of(reader.meaning(start)) {
        return match reader.meaning(start + 1) {
            Meaning::Unit(unit) if unit != Unit::Day => {
                Some((start + 2, Some(When::Unit { unit, direction })))
            }
            Meaning::Month(month) => Some((start + 2, Some(When::NamedMonth { month, direction }))),
            _ => None,
        };
    }
    let Meaning::Unit(unit) = reader.meaning(start) else { return None };
    let direction = Direction::of(reader.meaning(start + 1)).filter(|_| unit != Unit::Day)?;
    Some((start + 2, Some(When::Unit { unit, direction })))
}

/// Reads the month behind a year that is counted from this one: "내년 3월", "来年4月".
fn month_of_year(reader: &SentenceReader<'_>, unit: Unit, offset: i64, month: usize) -> Option<Found> {
    let direction = match offset {
        -1 => Direction::Last,
        0 => Direction::This,
        1 => Direction::Next,
        _ => return None,
    };
    let (end, when) = in_digits::numeric(reader, month).filter(|_| unit == Unit::Year)?;
    let Some(When::Month { year: None, month }) = when else { return None };
    Some((end, Some(When::MonthOfYear { month, direction })))
}

/// Reads "three days ago", "vor drei Tagen", "il y a trois jours", "in three days".
pub(super) fn distance(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
    let before = reader.around(start, |around| match around {
        Around::Before(is_past) => Some(is_past),
        Around::After(_) => None,
    });
    if reader.vocabulary.words.number_follows
        && let Some(found) = unit_first(reader, start)
    {
        return Some(found);
    }
    let first = before.map_or(start, |(_, end)| end);
    let numbers::Number { place, value, .. } = numbers::number(reader, first)?;
    let index = place.index;
    let Meaning::Unit(unit) = reader.meaning(index) else { return None };
    let after = reader.around(index + 1, |around| match around {
        Around::After(is_past) => Some(is_past),
        Around::Before(_) => None,
    });
    let (is_past, end) = after.or(before.map(|(is_past, _)| (is_past, index + 1)))?;
    Some((end, ago(unit, value, is_past)))
}

/// Reads "siku tatu zilizopita", with the number behind the unit.
fn unit_first(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
    let Meaning::Unit(unit) = reader.meaning(start) else { return None };
    let numbers::Number { place, value, .. } = numbers::number(reader, start + 1)?;
    let (is_past, end) = reader.around(place.index, |around| match around {
        Around::After(is_past) => Some(is_past),
        Around::Before(_) => None,
    })?;
    Some((end, ago(unit, value, is_past)))
}

fn ago(unit: Unit, value: numbers::Value, is_past: bool) -> Option<When> {
    let count = value.one().and_then(Decimal::count)?;
    Some(When::Ago { unit, count: if is_past { count } else { -count } })
}

/// Reads "the end of this year", "early April". The value is that of the whole year or month.
pub(super) fn edge(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
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

/// Reports whether a word for a day is a part of another day here: "por la mañana", "am Morgen".
fn is_part_of_day(reader: &SentenceReader<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).map_or("", |before| reader.text(before));
    reader.vocabulary.words.part_of_day_after.iter().any(|word| before.eq_ignore_ascii_case(word))
}
