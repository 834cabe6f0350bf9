//! A date as the text gives it.

use super::meaning::{Meaning, Unit};
use crate::languages::CalendarSystem;

/// Where a date ends, and what it names if that is clear.
pub(super) type Found = (usize, Option<When>);

/// The direction from the day of publication.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Direction {
    Next,
    /// Into next week, as in English "next Wednesday".
    NextWeek,
    Last,
    This,
}

impl Direction {
    /// Returns the direction that a word names.
    pub(super) fn of(word: Meaning) -> Option<Self> {
        match word {
            Meaning::Next => Some(Self::Next),
            Meaning::Last => Some(Self::Last),
            Meaning::This => Some(Self::This),
            _ => None,
        }
    }
}

/// A date as the text gives it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum When {
    Day {
        year: Option<i32>,
        month: u8,
        day: u8,
    },
    Days {
        year: Option<i32>,
        month: u8,
        first: u8,
        last: u8,
    },
    Month {
        year: Option<i32>,
        month: u8,
    },
    Year(i32),
    Years(i32, i32),
    /// The first, second or last such weekday of a month. `weekday` counts from Monday.
    NthWeekday {
        number: i8,
        weekday: u8,
        month: MonthOf,
    },
    /// A weekday of this, the last or the next week. `day` counts from Monday.
    WeekdayOf {
        day: u8,
        weeks: i64,
    },
    /// The same where weeks begin on Monday and a weekday belongs to its week.
    WeekdayInWeek {
        day: u8,
        weeks: i64,
    },
    /// Units from the one of publication.
    Shifted {
        unit: Unit,
        offset: i64,
    },
    /// `day` counts from Monday.
    Weekday {
        day: u8,
        direction: Option<Direction>,
    },
    NamedMonth {
        month: u8,
        direction: Direction,
    },
    /// A month of the last or next year.
    MonthOfYear {
        month: u8,
        direction: Direction,
    },
    /// Days from the day of publication.
    Offset(i64),
    Unit {
        unit: Unit,
        direction: Direction,
    },
    Ago {
        unit: Unit,
        count: i64,
    },
    /// A day of another calendar.
    OtherDay {
        system: CalendarSystem,
        year: Option<i32>,
        month: u8,
        day: u8,
    },
    OtherMonth {
        system: CalendarSystem,
        year: Option<i32>,
        month: u8,
    },
    OtherYear {
        system: CalendarSystem,
        year: i32,
    },
}

/// The month of a weekday.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum MonthOf {
    This(Direction),
    Named(Option<i32>, u8),
}

impl When {
    /// Reports whether the tense around the date decides which day it is.
    pub(super) fn needs_tense(self) -> bool {
        match self {
            Self::Day { year, .. }
            | Self::Days { year, .. }
            | Self::Month { year, .. }
            | Self::NthWeekday { month: MonthOf::Named(year, _), .. } => year.is_none(),
            Self::Weekday { direction, .. } => direction.is_none(),
            Self::Ago { .. } => true,
            _ => false,
        }
    }
}
