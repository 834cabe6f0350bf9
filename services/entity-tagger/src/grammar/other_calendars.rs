//! Days of other calendars than the Gregorian one.

use icu_calendar::cal::EthiopianEraStyle;
use icu_calendar::types::Month;
use icu_calendar::{AsCalendar, Date as CalendarDate};
use time::Date;

use crate::languages::CalendarSystem;

/// Months of Adar in a leap year of the Hebrew calendar, behind the twelve of other years.
const ADAR: u8 = 6;
const FIRST_ADAR: u8 = 13;
const SECOND_ADAR: u8 = 14;

/// The number of the Julian day before the first day of the Gregorian calendar, from which the crate counts.
const DAY_ZERO: i64 = 1_721_425;

/// The Gregorian years of which news speaks.
const YEARS: std::ops::Range<i32> = 1000..2200;

/// Returns a day, if there is such a day and all who use the calendar agree on it.
pub(super) fn day(system: CalendarSystem, year: i32, month: u8, day: u8) -> Option<Date> {
    match system {
        CalendarSystem::Persian => {
            CalendarDate::try_new_persian(year, month, day).ok().and_then(|date| gregorian(&date))
        }
        CalendarSystem::Ethiopian => {
            let style = EthiopianEraStyle::AmeteMihret;
            CalendarDate::try_new_ethiopian(style, year, month, day).ok().and_then(|date| gregorian(&date))
        }
        CalendarSystem::Hebrew => hebrew(year, month, day),
        CalendarSystem::Islamic | CalendarSystem::Nepali => None,
    }
}

/// Returns the first and last day of a month.
pub(super) fn month(system: CalendarSystem, year: i32, month: u8) -> Option<(Date, Date)> {
    let first = day(system, year, month, 1)?;
    let last = (28..=31).rev().find_map(|last| day(system, year, month, last));
    Some((first, last?))
}

/// Returns the first and last day of a year.
pub(super) fn year(system: CalendarSystem, year: i32) -> Option<(Date, Date)> {
    Some((day(system, year, 1, 1)?, day(system, year + 1, 1, 1)?.previous_day()?))
}

/// Returns the years that may hold a day of the Gregorian year, and one on either side.
pub(super) fn years_near(system: CalendarSystem, gregorian: i32) -> std::ops::RangeInclusive<i32> {
    let first = match system {
        CalendarSystem::Persian => gregorian - 622,
        CalendarSystem::Ethiopian => gregorian - 8,
        CalendarSystem::Hebrew => gregorian + 3760,
        CalendarSystem::Islamic | CalendarSystem::Nepali => gregorian,
    };
    first - 1..=first + 2
}

/// Returns a day of the Hebrew calendar. A leap year has two months of Adar, and "Adar" alone may be either.
fn hebrew(year: i32, month: u8, day: u8) -> Option<Date> {
    let is_leap = CalendarDate::try_new_hebrew_v2(year, Month::leap(5), 1).is_ok();
    let month = match (month, is_leap) {
        (FIRST_ADAR, true) => Month::leap(5),
        (SECOND_ADAR, true) | (ADAR, false) => Month::new(ADAR),
        (ADAR | FIRST_ADAR | SECOND_ADAR, _) => return None,
        (month, _) => Month::new(month),
    };
    CalendarDate::try_new_hebrew_v2(year, month, day).ok().and_then(|date| gregorian(&date))
}

fn gregorian<C: AsCalendar>(date: &CalendarDate<C>) -> Option<Date> {
    let day = date.to_rata_die().to_i64_date() + DAY_ZERO;
    let day = Date::from_julian_day(i32::try_from(day).ok()?).ok()?;
    YEARS.contains(&day.year()).then_some(day)
}

/// Marks behind the letter of a number.
const GERESH: [char; 3] = ['\'', '׳', '’'];
/// Marks before the last of several letters of a number.
const GERSHAYIM: [char; 3] = ['"', '״', '”'];

/// Reads a number in Hebrew letters: `כ"ה` is 25, `תשפ"ז` is 787, `ה'` is 5. The letters stand from the largest
/// down. Without a mark they are an ordinary word.
pub(super) fn hebrew_number(word: &str) -> Option<i32> {
    let (front, last) = match word.strip_suffix(GERESH) {
        Some(letters) => (letters, ""),
        None => word
            .rsplit_once(GERSHAYIM)
            .filter(|(front, last)| !front.is_empty() && last.chars().count() == 1)?,
    };
    letters_sum(front.chars().chain(last.chars()))
}

fn letters_sum(letters: impl Iterator<Item = char>) -> Option<i32> {
    let (mut number, mut last) = (0, i32::MAX);
    for letter in letters {
        let value = hebrew_letter(letter)?;
        if value > last {
            return None;
        }
        (number, last) = (number + value, value);
    }
    (number > 0).then_some(number)
}

fn hebrew_letter(letter: char) -> Option<i32> {
    const LETTERS: [char; 22] = [
        'א', 'ב', 'ג', 'ד', 'ה', 'ו', 'ז', 'ח', 'ט', 'י', 'כ', 'ל', 'מ', 'נ', 'ס', 'ע', 'פ', 'צ', 'ק', 'ר',
        'ש', 'ת',
    ];
    let at = LETTERS.iter().position(|known| *known == letter)?;
    let digit = i32::try_from(at % 9).ok()? + 1;
    Some(digit * [1, 10, 100].get(at / 9)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The days are those of the official calendars of Iran, Israel and Ethiopia.
    #[test]
    fn days_are_converted() {
        let check = |system, year, month, number, expected: &str| {
            let found = day(system, year, month, number).map(|day| day.to_string());
            assert_eq!(found.as_deref().unwrap_or("none"), expected, "{system:?} {year}-{month}-{number}");
        };
        check(CalendarSystem::Persian, 1405, 1, 1, "2026-03-21");
        check(CalendarSystem::Persian, 1403, 12, 30, "2025-03-20");
        check(CalendarSystem::Persian, 1404, 12, 30, "none");
        check(CalendarSystem::Persian, 1357, 11, 22, "1979-02-11");
        check(CalendarSystem::Hebrew, 5708, 8, 5, "1948-05-14");
        check(CalendarSystem::Hebrew, 5787, 4, 25, "2027-01-04");
        check(CalendarSystem::Hebrew, 5787, 13, 10, "2027-02-17");
        check(CalendarSystem::Hebrew, 5787, 14, 10, "2027-03-19");
        check(CalendarSystem::Hebrew, 5787, 6, 10, "none");
        check(CalendarSystem::Hebrew, 5786, 6, 14, "2026-03-03");
        check(CalendarSystem::Ethiopian, 2019, 3, 16, "2026-11-25");
        check(CalendarSystem::Ethiopian, 2000, 1, 1, "2007-09-12");
        check(CalendarSystem::Islamic, 1447, 9, 1, "none");
    }

    #[test]
    fn months_and_years_are_from_their_first_to_their_last_day() {
        let shown = |(first, last): (Date, Date)| format!("{first}/{last}");
        assert_eq!(month(CalendarSystem::Persian, 1405, 10).map(shown).unwrap(), "2026-12-22/2027-01-20");
        assert_eq!(year(CalendarSystem::Persian, 1404).map(shown).unwrap(), "2025-03-21/2026-03-20");
    }

    #[test]
    fn hebrew_letters_are_numbers() {
        for (word, number) in [
            ("כ\"ה", Some(25)),
            ("ט״ו", Some(15)),
            ("תשפ\"ז", Some(787)),
            ("ה'", Some(5)),
            ("ט״", None),
            ("\"ט", None),
            ("שלום", None),
            ("הדג", None),
            ("יב", None),
            ("ח\"כ", None),
            ("'", None),
            ("a", None),
        ] {
            assert_eq!(hebrew_number(word), number, "{word}");
        }
    }
}
