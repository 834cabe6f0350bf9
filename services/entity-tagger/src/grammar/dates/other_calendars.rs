//! Dates of the calendar that a language uses beside the Gregorian one: "۱۲ آبان ۱۴۰۵".

use super::years::ascii_digits;
use crate::grammar::meaning::{Meaning, Unit};
use crate::grammar::other_calendars::hebrew_number;
use crate::grammar::sentence::SentenceReader;
use crate::grammar::when::{Found, When};
use crate::languages::{CalendarSystem, OtherCalendar};

/// Reads a day, month or year of the language's other calendar.
pub(super) fn date(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
    let calendar = reader.vocabulary.words.other_calendar?;
    day_first(reader, calendar, start)
        .or_else(|| month_first(reader, calendar, start))
        .or_else(|| bare_year(reader, calendar, start))
}

/// Reads "۱۲ آبان ۱۴۰۵" and `כ"ה בטבת תשפ"ז`.
fn day_first(reader: &SentenceReader<'_>, calendar: &OtherCalendar, start: usize) -> Option<Found> {
    let day = day(reader, calendar, start)?;
    let index = start + 1 + usize::from(reader.meaning(start + 1) == Meaning::Of);
    let (month, after) = month(reader, index)?;
    let (year, end) = year(reader, calendar, after);
    // "3 صفر" is also the result of a match.
    let is_doubtful = calendar.system == CalendarSystem::Islamic && year.is_none();
    (!is_doubtful).then(|| (end, Some(when(calendar, year, month, Some(day)))))
}

/// Reads "آبان ۱۴۰۵", and "መስከረም 1 ቀን 2019" in a calendar with the day behind the month. A month alone is
/// often another word.
fn month_first(reader: &SentenceReader<'_>, calendar: &OtherCalendar, start: usize) -> Option<Found> {
    let (month, mut after) = month(reader, start)?;
    let has_day_behind = matches!(calendar.system, CalendarSystem::Ethiopian | CalendarSystem::Nepali);
    let day = day(reader, calendar, after).filter(|_| has_day_behind);
    if day.is_some() {
        after += 1;
        after += usize::from(matches!(reader.meaning(after), Meaning::Unit(Unit::Day)));
    }
    let (year, end) = year(reader, calendar, after);
    (day.is_some() || year.is_some()).then(|| (end, Some(when(calendar, year, month, day))))
}

/// Reads "سال ۱۴۰۴": digits that are a year of this calendar, unless the text puts them into the Gregorian one.
fn bare_year(reader: &SentenceReader<'_>, calendar: &OtherCalendar, start: usize) -> Option<Found> {
    let year = four_digits(reader, start).filter(|year| calendar.years.contains(year))?;
    let before = start.checked_sub(1).filter(|before| *before >= reader.first);
    let is_placed = before.is_some_and(|before| {
        matches!(reader.meaning(before), Meaning::BeforeDate | Meaning::Of | Meaning::Unit(Unit::Year))
    });
    let is_gregorian = |index: usize| calendar.gregorian.contains(&reader.text(index));
    let is_other = is_placed && !is_gregorian(start + 1) && !before.is_some_and(is_gregorian);
    is_other.then_some((start + 1, Some(When::OtherYear { system: calendar.system, year })))
}

fn when(calendar: &OtherCalendar, year: Option<i32>, month: u8, day: Option<u8>) -> When {
    let system = calendar.system;
    match day {
        Some(day) => When::OtherDay { system, year, month, day },
        None => When::OtherMonth { system, year, month },
    }
}

fn month(reader: &SentenceReader<'_>, index: usize) -> Option<(u8, usize)> {
    match reader.term(index) {
        (Meaning::OtherMonth(month), end) => Some((month, end)),
        _ => None,
    }
}

fn day(reader: &SentenceReader<'_>, calendar: &OtherCalendar, index: usize) -> Option<u8> {
    let text = reader.text(index);
    let number = if calendar.system == CalendarSystem::Hebrew {
        // A preposition is written onto the letters.
        hebrew_number(text).or_else(|| hebrew_number(text.strip_prefix(['ב', 'ל', 'מ'])?))
    } else {
        ascii_digits(text).parse().ok()
    };
    u8::try_from(number?).ok().filter(|day| (1..=32).contains(day))
}

/// Returns the year at a token, and where it ends with the sign of its era.
fn year(reader: &SentenceReader<'_>, calendar: &OtherCalendar, index: usize) -> (Option<i32>, usize) {
    let year = if calendar.system == CalendarSystem::Hebrew {
        hebrew_year(reader.text(index))
    } else {
        let joint = usize::from(matches!(reader.meaning(index), Meaning::Of | Meaning::Unit(Unit::Year)));
        return four_digits(reader, index + joint)
            .map_or((None, index), |year| (Some(year), index + joint + 1));
    };
    (year, index + usize::from(year.is_some()))
}

/// Reads `תשפ"ז`, `התשפ"ז` and `ה'תשפ"ז`. The thousands are left out, and mostly the letter for five thousand
/// is, too.
fn hebrew_year(word: &str) -> Option<i32> {
    let without_thousands = || word.strip_prefix('ה').map(|rest| rest.trim_start_matches(['\'', '׳', '’']));
    let year = hebrew_number(word).or_else(|| hebrew_number(without_thousands()?))?;
    (400..1000).contains(&year).then_some(5000 + year)
}

fn four_digits(reader: &SentenceReader<'_>, index: usize) -> Option<i32> {
    let digits = ascii_digits(reader.text(index));
    (digits.len() == 4).then(|| digits.parse().ok())?
}
