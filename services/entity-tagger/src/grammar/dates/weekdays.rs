//! Weekdays: "Monday", "next Monday", "the first Monday of May".

use super::named::{day_first, month_first, month_name};
use super::relative::relative;
use crate::gazetteer::Classes;
use crate::grammar::meaning::{Meaning, Unit};
use crate::grammar::sentence::SentenceReader;
use crate::grammar::when::{Direction, Found, MonthOf, When};

/// Reads "Monday", "Monday, April 22", "next Monday".
pub(super) fn weekday(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
    let words = reader.vocabulary.words;
    let direction = match Direction::of(reader.meaning(start)) {
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
    let after = Direction::of(reader.meaning(index + 1)).filter(|_| direction.is_none());
    let end = index + 1 + usize::from(after.is_some());
    Some((end, Some(When::Weekday { day, direction: direction.or(after) })))
}

/// Reads "first Monday of May", "premier mercredi du mois prochain".
pub(super) fn nth_weekday(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
    let number = match reader.meaning(start) {
        Meaning::Ordinal(number) => number,
        Meaning::Last => -1,
        _ => return None,
    };
    let (weekday, mut index) = weekday_name(reader, start + 1)?;
    // "Last Friday" alone is the one before the day of publication.
    if number < 0 && reader.meaning(index) != Meaning::Of {
        return None;
    }
    let joints = (index..index + 2).take_while(|index| {
        let is_joint =
            reader.meaning(*index) == Meaning::Of || reader.document.classes(*index).any(Classes::FUNCTION);
        // "May" is a function word, too.
        is_joint && month_name(reader, *index).is_none()
    });
    // "The last Monday of this month": "this" is a function word, too.
    index += joints.take_while(|index| Direction::of(reader.meaning(*index)).is_none()).count();
    let (end, when) = relative(reader, index).or_else(|| month_first(reader, index))?;
    let month = match when {
        Some(When::Unit { unit: Unit::Month, direction }) => MonthOf::This(direction),
        Some(When::Month { year, month }) => MonthOf::Named(year, month),
        _ => return None,
    };
    Some((end, Some(When::NthWeekday { number, weekday, month })))
}

/// Reads the name of a weekday. Returns the day and where the name ends: "segunda-feira" is three tokens, and
/// "segunda" alone is not a weekday.
fn weekday_name(reader: &SentenceReader<'_>, index: usize) -> Option<(u8, usize)> {
    let (Meaning::Weekday(day), end) = reader.term(index) else { return None };
    // Saturday and Sunday have no second part.
    let Some(ending) = reader.vocabulary.words.weekday_ending.filter(|_| day < 5) else {
        return Some((day, end));
    };
    let whole = reader.text(index + 1) == "-" && reader.text(index + 2).eq_ignore_ascii_case(ending);
    whole.then_some((day, index + 3))
}
