//! Resolves a date, counted from the day of publication.

use std::ops::RangeInclusive;

use time::format_description::well_known::Rfc3339;
use time::{Date, Duration, Month, OffsetDateTime, Weekday};

use super::expression::Expression;
use super::meaning::{Tense, Unit};
use super::other_calendars;
use super::when::{Direction, MonthOf, When};
use crate::languages::CalendarSystem;

/// Returns the day of publication in its own time zone: of an RFC 3339 time, of a date alone, or of a time
/// with another form of offset, or with none.
///
/// ```
/// use entity_tagger::grammar::published_on;
///
/// let day = |text| published_on(Some(text)).map(|day| day.to_string());
/// assert_eq!(day("2026-11-25T23:30:00-05:00").as_deref(), Some("2026-11-25"));
/// assert_eq!(day("2026-11-25").as_deref(), Some("2026-11-25"));
/// assert_eq!(day("2026-11-25 08:00 +0100").as_deref(), Some("2026-11-25"));
/// assert_eq!(day("last Tuesday"), None);
/// ```
pub fn published_on(published_at: Option<&str>) -> Option<Date> {
    let text = published_at?.trim();
    if let Ok(time) = OffsetDateTime::parse(text, &Rfc3339) {
        return Some(time.date());
    }
    let (day, rest) = (text.get(..10)?, text.get(10..)?);
    let mut parts = day.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let is_date = year.len() == 4 && month.len() == 2 && (rest.is_empty() || rest.starts_with(['T', ' ']));
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok().filter(|_| is_date)
}

/// What resolves a date without a year or a direction.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    /// The day of publication.
    pub(super) published: Option<Date>,
    /// The tense of the words around it.
    pub(super) tense: Option<Tense>,
    /// Whether the tenses of the language are known.
    pub(super) knows_tenses: bool,
    /// The first day of the range that the date ends: "March 2 to October 30".
    pub(super) not_before: Option<Date>,
}

/// Days after which a date is no longer recent. A sentence about the future may still name a recent one.
const RECENT: i64 = 31;

/// Returns the ISO 8601 form, or `None` if the day of publication is needed and not known, or if there is no
/// such day.
pub(super) fn resolve(when: When, context: Context) -> Option<String> {
    let published = context.published;
    match when {
        When::Day { year, month, day } => Some(iso(calendar_day(year, month, day, context)?)),
        When::Days { year, month, first, last } => {
            let from = calendar_day(year, month, first, context)?;
            let to = calendar_day(Some(from.year()), month, last, context)?;
            Some(format!("{}/{}", iso(from), iso(to)))
        }
        When::Month { year, month } => {
            let year = match year {
                Some(year) => year,
                None => year_of_month(month, published?, context.tense),
            };
            (1..=12).contains(&month).then(|| format!("{year:04}-{month:02}"))
        }
        When::Year(year) => Some(format!("{year:04}")),
        When::Years(first, last) => Some(format!("{first:04}/{last:04}")),
        When::NthWeekday { number, weekday, month } => nth_weekday(number, weekday, month, context).map(iso),
        When::WeekdayOf { day, weeks } => {
            let direction = match weeks {
                0 => Direction::This,
                1 => Direction::Next,
                _ => Direction::Last,
            };
            Some(iso(self::weekday(day, Some(direction), context, published?)?))
        }
        When::WeekdayInWeek { day, weeks } => {
            let published = published?;
            let today = i64::from(published.weekday().number_days_from_monday());
            Some(iso(published.checked_add(Duration::days(7 * weeks + i64::from(day) - today))?))
        }
        When::Shifted { unit, offset } => shifted(unit, offset, published?),
        When::Weekday { day, direction } => Some(iso(weekday(day, direction, context, published?)?)),
        When::NamedMonth { month, direction } => named_month(month, direction, published?),
        When::MonthOfYear { month, direction } => {
            let year = i64::from(published?.year()) + steps(direction);
            (1..=12).contains(&month).then(|| format!("{year:04}-{month:02}"))
        }
        When::Offset(days) => Some(iso(published?.checked_add(Duration::days(days))?)),
        When::Unit { unit, direction } => shifted(unit, steps(direction), published?),
        When::Ago { unit: Unit::Week, count } => Some(iso(published?.checked_sub(Duration::weeks(count))?)),
        When::Ago { unit, count } => shifted(unit, -count, published?),
        When::OtherDay { system, year, month, day } => {
            let days = years_of(system, year, published)?
                .filter_map(|year| other_calendars::day(system, year, month, day));
            let is_near = |day: &Date| year.is_some() || distance(*day, published) <= FARTHEST;
            nearest(days, published).filter(is_near).map(iso)
        }
        When::OtherMonth { system, year, month } => {
            let months = years_of(system, year, published)?
                .filter_map(|year| other_calendars::month(system, year, month));
            let (first, last) = months.min_by_key(|(first, _)| distance(*first, published))?;
            Some(format!("{}/{}", iso(first), iso(last)))
        }
        When::OtherYear { system, year } => {
            let (first, last) = other_calendars::year(system, year)?;
            Some(format!("{}/{}", iso(first), iso(last)))
        }
    }
}

/// Days to the nearest day without a year. The longest years of a calendar, the Hebrew leap years, have 385. A day
/// that is farther away is one that the nearer years do not have, such as the 10th of Adar in a leap year.
const FARTHEST: i64 = 190;

/// Returns the year of another calendar, or those near the day of publication.
fn years_of(
    system: CalendarSystem,
    year: Option<i32>,
    published: Option<Date>,
) -> Option<RangeInclusive<i32>> {
    match year {
        Some(year) => Some(year..=year),
        None => Some(other_calendars::years_near(system, published?.year())),
    }
}

fn nearest(days: impl Iterator<Item = Date>, published: Option<Date>) -> Option<Date> {
    days.min_by_key(|day| distance(*day, published))
}

/// Returns how many days lie between a day and that of publication.
fn distance(day: Date, published: Option<Date>) -> i64 {
    published.map_or(0, |published| (day - published).whole_days().abs())
}

/// Returns the day that an expression names, if it names one.
pub(super) fn day_of(found: &Expression) -> Option<Date> {
    let value = found.value.as_deref().filter(|_| found.entity_type == messages::EntityType::Date)?;
    let mut parts = value.splitn(3, '-');
    let year = parts.next()?.parse().ok()?;
    let month: u8 = parts.next()?.parse().ok()?;
    Date::from_calendar_date(year, Month::try_from(month).ok()?, parts.next()?.parse().ok()?).ok()
}

fn steps(direction: Direction) -> i64 {
    match direction {
        Direction::Next | Direction::NextWeek => 1,
        Direction::Last => -1,
        Direction::This => 0,
    }
}

fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

fn calendar_day(year: Option<i32>, month: u8, day: u8, context: Context) -> Option<Date> {
    match year {
        // There is no year 0.
        Some(year) if year > 0 => Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok(),
        Some(_) => None,
        None => nearest_year(month, day, context),
    }
}

/// Returns the nearest day without a year, because news speaks of days near its own.
///
/// After a word for the future it is the next such day, or a recent one.
fn nearest_year(month: u8, day: u8, context: Context) -> Option<Date> {
    let published = context.published?;
    let month = Month::try_from(month).ok()?;
    let years = published.year() - 1..=published.year() + 1;
    let days = years.filter_map(|year| Date::from_calendar_date(year, month, day).ok());
    let ahead = |date: &Date| (*date - published).whole_days();
    if let Some(start) = context.not_before {
        return days.filter(|date| *date >= start).min();
    }
    if context.tense == Some(Tense::Future) {
        return nearest(days.filter(|date| ahead(date) >= -RECENT), context.published);
    }
    nearest(days, context.published)
}

/// Returns the year of a month alone. It lies in the past, unless it comes soon or a tense puts it elsewhere.
fn year_of_month(month: u8, published: Date, tense: Option<Tense>) -> i32 {
    let current = i32::from(u8::from(published.month()));
    let ahead = (i32::from(month) - current).rem_euclid(12);
    let forward = match tense {
        Some(tense) => tense == Tense::Future || ahead == 0,
        None => ahead <= NEXT_MONTHS,
    };
    let months = if forward { current + ahead } else { current + ahead - 12 };
    published.year() + (months - 1).div_euclid(12)
}

/// Months ahead that still count as soon: "in May", written in April, is this May. For three months ahead, a
/// writer would say "next".
const NEXT_MONTHS: i32 = 2;

/// Returns the day of a weekday. Without a direction it is the latest one, today included: "said Monday".
/// After a word for the future it is the first one from today: "will meet on Friday".
///
/// In a language whose tenses are not known it is the nearest one.
fn weekday(day: u8, direction: Option<Direction>, context: Context, published: Date) -> Option<Date> {
    let wanted = Weekday::Monday.nth_next(day);
    let today = i64::from(published.weekday().number_days_from_monday());
    let wanted = i64::from(wanted.number_days_from_monday());
    let back = (today - wanted).rem_euclid(7);
    let shift = match direction {
        None if context.tense == Some(Tense::Future) => (wanted - today).rem_euclid(7),
        None if context.tense.is_none() && !context.knows_tenses => (wanted - today + 3).rem_euclid(7) - 3,
        None => -back,
        Some(Direction::Last) => -(if back == 0 { 7 } else { back }),
        Some(Direction::NextWeek) => 7 - today + wanted,
        Some(Direction::Next) => (wanted - today - 1).rem_euclid(7) + 1,
        Some(Direction::This) => wanted - today,
    };
    published.checked_add(Duration::days(shift))
}

/// Returns the first, second or last such weekday of a month.
fn nth_weekday(number: i8, weekday: u8, month: MonthOf, context: Context) -> Option<Date> {
    let (year, month) = match month {
        MonthOf::Named(year, month) => {
            let of = |published| year_of_month(month, published, context.tense);
            (year.or_else(|| context.published.map(of))?, month)
        }
        MonthOf::This(direction) => {
            let published = context.published?;
            let months = i64::from(published.year()) * 12 + i64::from(u8::from(published.month())) - 1;
            let months = months + steps(direction);
            (i32::try_from(months.div_euclid(12)).ok()?, u8::try_from(months.rem_euclid(12) + 1).ok()?)
        }
    };
    let month = Month::try_from(month).ok()?;
    let length = month.length(year);
    let days = (1..=length).filter_map(|day| Date::from_calendar_date(year, month, day).ok());
    let mut fitting = days.filter(|day| day.weekday().number_days_from_monday() == weekday);
    if number < 0 { fitting.next_back() } else { fitting.nth(usize::try_from(number).ok()?.checked_sub(1)?) }
}

fn named_month(month: u8, direction: Direction, published: Date) -> Option<String> {
    let current = u8::from(published.month());
    let year = match direction {
        Direction::This => published.year(),
        Direction::Next | Direction::NextWeek => published.year() + i32::from(month <= current),
        Direction::Last => published.year() - i32::from(month >= current),
    };
    (1..=12).contains(&month).then(|| format!("{year:04}-{month:02}"))
}

fn shifted(unit: Unit, count: i64, published: Date) -> Option<String> {
    match unit {
        Unit::Day => Some(iso(published.checked_add(Duration::days(count))?)),
        Unit::Week => {
            let day = published.checked_add(Duration::weeks(count))?;
            let (year, week, _) = day.to_iso_week_date();
            Some(format!("{year:04}-W{week:02}"))
        }
        Unit::Month => {
            let months =
                i64::from(published.year()) * 12 + i64::from(u8::from(published.month())) - 1 + count;
            Some(format!("{:04}-{:02}", months.div_euclid(12), months.rem_euclid(12) + 1))
        }
        Unit::Year => Some(format!("{:04}", i64::from(published.year()) + count)),
    }
}
