//! What words mean to the grammar.

use super::decimal::Decimal;

/// What a word means to the grammar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Meaning {
    /// 1 to 12.
    Month(u8),
    /// A month cut short, which is a word of its own without a day: "mar", "set".
    ShortMonth(u8),
    /// Days since Monday.
    Weekday(u8),
    /// Days since Monday, and weeks from this one: "в прошлую среду".
    WeekdayOf(u8, i64),
    /// Days from today.
    Day(i64),
    /// A day counted from another day of the text.
    OtherDay,
    /// A month of the language's other calendar, counted from one.
    OtherMonth(u8),
    /// The name of an era: the year before its first one, and its last year.
    Era(i32, i32),
    /// Units from this one: "next week" in one phrase.
    Period(Unit, i64),
    Next,
    Last,
    This,
    Unit(Unit),
    Number(Decimal),
    /// "And a half", behind a number.
    AndHalf,
    /// "Minus", before a number.
    Minus,
    Scale(Decimal),
    /// A magnitude that is not the same in all languages, in a text whose language is not known.
    OpenScale,
    /// ISO 4217 code; empty where several countries share the word.
    Currency(&'static str),
    /// A hundredth of a currency.
    Minor(&'static str),
    /// The name of the unit in a value.
    Measure(&'static str),
    Percent,
    /// A word for percent before the number: Turkish "yüzde 5".
    PercentBefore,
    Per,
    Of,
    /// "First" and so on before a weekday: "the first Monday of May".
    Ordinal(i8),
    /// "In the afternoon" behind an hour; the hour at which it begins.
    DayPart(u8),
    Edge,
    Clock,
    /// "Klockan", before an hour.
    ClockBefore,
    /// Half an hour before the hour that follows.
    HalfTo,
    /// Half an hour after the hour that follows.
    HalfPast,
    /// A preposition of a date.
    BeforeDate,
    /// The first word of a phrase, and nothing by itself.
    Head,
    /// A word that opens an expression as it is written: "US" of "US$5", "noon".
    Opener,
    /// An article before "end" and the like, as it is written.
    EdgeArticle,
    /// Nothing to the grammar.
    Other,
}

impl Meaning {
    /// Reports whether only this form of a word has the meaning, so that another form may have more.
    pub(super) fn is_of_form(self) -> bool {
        matches!(self, Self::Other | Self::Head | Self::Opener | Self::EdgeArticle)
    }

    /// Reports whether no date, time or amount begins with such a word alone.
    pub(super) fn begins_nothing(self) -> bool {
        matches!(
            self,
            Self::Head
                | Self::Other
                | Self::Of
                | Self::Per
                | Self::BeforeDate
                | Self::AndHalf
                | Self::Scale(_)
                | Self::OpenScale
                | Self::Measure(_)
                | Self::Minor(_)
                | Self::Clock
        )
    }
}

/// A unit of the calendar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// Which side of the day of publication a date lies on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
}

/// The words of a phrase after the first, in lower case, and what the phrase means.
pub(super) type Phrase = (Box<[Box<str>]>, Meaning);

/// The stem of a word that takes endings, and what the word means.
pub(super) type Stem = (Box<str>, Meaning);

/// Where a word stands around a span of time: "in three days", "three days ago".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    /// Before the number; whether it puts the span into the past.
    Before(bool),
    /// Behind the unit.
    After(bool),
}

/// The tokens of a phrase around a span of time after the first, in lower case.
pub(super) type AroundPhrase = (Box<[Box<str>]>, Around);

/// Characters of the beginning by which stems are filed.
pub(super) const STEM_KEY: usize = 3;
