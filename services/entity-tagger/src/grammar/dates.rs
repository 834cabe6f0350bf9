//! The forms a date takes in running text.

use std::borrow::Cow;

use super::calendar::{Direction, MonthOf, When};
use super::decimal::Decimal;
use super::meaning::{Around, Meaning, Unit};
use super::numbers;
use super::numerals;
use super::sentence::SentenceReader;
use crate::gazetteer::Classes;

/// Reads the date that begins at a token. Returns where it ends, and what it names if that is clear.
pub(super) fn date(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    numeric(reader, start)
        .or_else(|| year_first(reader, start))
        .or_else(|| day_first(reader, start))
        .or_else(|| month_first(reader, start))
        .or_else(|| nth_weekday(reader, start))
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
    ideographic(reader, start).or_else(|| hangul(reader, start)).or_else(|| in_digits(reader, start))
}

/// Reads "2026년 11월 25일".
fn hangul(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    // A particle may follow: "15일까지".
    let part = |index: usize, sign: &str| reader.text(index).split_once(sign)?.0.parse::<i32>().ok();
    let year = part(start, "년").filter(|year| (1000..2200).contains(year));
    let index = start + usize::from(year.is_some());
    let Some(month) = part(index, "월") else { return year.map(|year| (index, Some(When::Year(year)))) };
    match part(index + 1, "일") {
        Some(day) => Some((index + 2, Some(When::Day { year, month: small(month)?, day: small(day)? }))),
        None => Some((index + 1, Some(When::Month { year, month: small(month)? }))),
    }
}

/// Reads "25 tháng 11 năm 2026" and "tháng 11".
fn in_digits(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let words = reader.vocabulary.words;
    if words.month_word.is_empty() {
        return None;
    }
    let is = |index: usize, word: &str| !word.is_empty() && reader.text(index).to_lowercase() == word;
    let first = day(reader.text(start)).filter(|_| is(start + 1, words.month_word));
    let index = start + usize::from(first.is_some());
    if !is(index, words.month_word) {
        return None;
    }
    let month = day(reader.text(index + 1)).filter(|month| *month <= 12)?;
    // "25/11/2026" and "tháng 11-2026".
    let joint = usize::from(is(index + 2, words.year_word) || matches!(reader.text(index + 2), "/" | "-"));
    let year = four_digits(reader.text(index + 2 + joint));
    let end = if year.is_some() { index + 3 + joint } else { index + 2 };
    Some(match first {
        Some(day) => (end, Some(When::Day { year, month, day })),
        None => (end, Some(When::Month { year, month })),
    })
}

/// Reads "2026. november 25.", "2026 m. spalio 25", "2026ko azaroaren 25ean".
fn year_first(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let year = leading_year(reader, start)?;
    let words = reader.vocabulary.words;
    let mut after = start + 1;
    after += usize::from(!words.year_word.is_empty() && reader.text(after) == words.year_word);
    after += usize::from(reader.text(after) == ".");
    let (month, end) = month_name(reader, after)?;
    // English has no such order: "in 2026 May resigned".
    if words.day_follows_month {
        return None;
    }
    let number = ascii_digits(reader.text(end));
    let digits = number.split(|each: char| !each.is_ascii_digit()).next().unwrap_or_default();
    // "2026 októberében 3,5 százalékkal" has no day.
    let is_amount = number.get(digits.len()..).is_some_and(|rest| rest.starts_with(['.', ',']));
    match day(digits).filter(|_| !is_amount) {
        Some(day) => Some((end + 1, Some(When::Day { year: Some(year), month, day }))),
        None => Some((end, Some(When::Month { year: Some(year), month }))),
    }
}

/// Reads the year at the beginning of a token, behind which a case ending may stand: "2026ko", "2028న".
fn leading_year(reader: &SentenceReader<'_>, index: usize) -> Option<i32> {
    let text = ascii_digits(reader.text(index));
    let digits = text.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let ending = text.get(4..)?;
    let may_end =
        ending.chars().all(|each| each.is_alphabetic() || !each.is_ascii()) && ending.chars().count() <= 6;
    let year: i32 = digits.parse().ok().filter(|_| may_end)?;
    let year = if reader.vocabulary.words.buddhist_years && year > 2300 { year - BUDDHA } else { year };
    (1000..2200).contains(&year).then_some(year)
}

/// Returns a text with the digits of any script as ASCII digits.
fn ascii_digits(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    text.chars().map(|each| numerals::digit(each).map_or(each, |(digit, _)| digit)).collect()
}

/// Returns the month whose name begins at a token, in full or cut short, and where it ends.
fn month_name(reader: &SentenceReader<'_>, index: usize) -> Option<(u8, usize)> {
    match reader.term(index) {
        (Meaning::Month(month) | Meaning::ShortMonth(month), end) => Some((month, end)),
        _ => None,
    }
}

/// Reads "first Monday of May", "premier mercredi du mois prochain".
fn nth_weekday(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
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
    index += joints.take_while(|index| direction(reader.meaning(*index)).is_none()).count();
    let (end, when) = relative(reader, index).or_else(|| month_first(reader, index))?;
    let month = match when {
        Some(When::Unit { unit: Unit::Month, direction }) => MonthOf::This(direction),
        Some(When::Month { year, month }) => MonthOf::Named(year, month),
        _ => return None,
    };
    Some((end, Some(When::NthWeekday { number, weekday, month })))
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
    // "令和8年" counts the years of an era.
    let is_known = year.is_none_or(|year| (1000..2200).contains(&year));
    let value = |when| is_known.then_some(when);
    match part(index, "日").or_else(|| part(index, "号")) {
        Some(day) => Some((index + 2, value(When::Day { year, month: small(month)?, day: small(day)? }))),
        None => Some((index, value(When::Month { year, month: small(month)? }))),
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
    let (month, after) = month_name(reader, index)?;
    let stop = usize::from(reader.text(after) == "." && four_digits(reader.text(after + 1)).is_some());
    let comma = usize::from(reader.text(after) == "," && reader.vocabulary.words.day_follows_month);
    let (end, year) = year(reader, after + stop.max(comma));
    let end = if year.is_some() { end } else { after };
    Some((end, Some(days(year, month, first, last))))
}

/// Reads "April 24", "April 26-27, 2019", "April 2019", "April".
fn month_first(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let (month, name_end) = month_name(reader, start)?;
    let after = name_end + usize::from(reader.text(name_end) == ".");
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
    // "Viña del Mar": a month cut short needs a day or a year.
    if matches!(reader.term(start), (Meaning::ShortMonth(_), _)) {
        return None;
    }
    // "Marzo scorso", "březen minulého roku": the direction stands behind the month.
    let direction = direction(reader.meaning(name_end)).filter(|found| *found != Direction::This);
    if let Some(direction) = direction.filter(|_| !words.day_follows_month) {
        return Some(match reader.meaning(name_end + 1) {
            Meaning::Unit(Unit::Year) => (name_end + 2, Some(When::MonthOfYear { month, direction })),
            _ => (name_end + 1, Some(When::NamedMonth { month, direction })),
        });
    }
    // "May" is also a verb and a name, "mars" a planet: such a month alone needs a preposition.
    let previous = start.checked_sub(1).map_or(Meaning::Other, |index| reader.meaning(index));
    let doubtful = words.doubtful_months.contains(&reader.text(start)) || !words.bare_months;
    let placed = matches!(previous, Meaning::BeforeDate | Meaning::Of);
    (placed || !doubtful).then_some((name_end, Some(When::Month { year: None, month })))
}

fn days(year: Option<i32>, month: u8, first: u8, last: Option<u8>) -> When {
    match last {
        Some(last) if last > first => When::Days { year, month, first, last },
        _ => When::Day { year, month, day: first },
    }
}

/// Reads a day of the month in digits, with or without an ordinal ending.
fn day(text: &str) -> Option<u8> {
    let text = ascii_digits(text);
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
    match leading_year(reader, index_of_year) {
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
    let (Meaning::Weekday(day), end) = reader.term(index) else { return None };
    // Saturday and Sunday have no second part.
    let Some(ending) = reader.vocabulary.words.weekday_ending.filter(|_| day < 5) else {
        return Some((day, end));
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
    match reader.term(start) {
        (Meaning::Day(offset), end) if !is_part_of_day(reader, start) => {
            return Some((end, Some(When::Offset(offset))));
        }
        (Meaning::Period(unit, offset), end) => return Some((end, Some(When::Shifted { unit, offset }))),
        (Meaning::WeekdayOf(day, weeks), end) => return Some((end, Some(When::WeekdayOf { day, weeks }))),
        _ => {}
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

/// Reports whether a word for a day is a part of another day here: "por la mañana", "am Morgen".
fn is_part_of_day(reader: &SentenceReader<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).map_or("", |before| reader.text(before));
    reader.vocabulary.words.part_of_day_after.iter().any(|word| before.eq_ignore_ascii_case(word))
}

/// Reads "three days ago", "vor drei Tagen", "il y a trois jours", "in three days".
fn distance(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    let before = reader.around(start, |around| match around {
        Around::Before(is_past) => Some(is_past),
        Around::After(_) => None,
    });
    let first = before.map_or(start, |(_, end)| end);
    let numbers::Number { place, value, .. } = numbers::number(reader, first)?;
    let index = place.index;
    let Meaning::Unit(unit) = reader.meaning(index) else { return None };
    let after = reader.around(index + 1, |around| match around {
        Around::After(is_past) => Some(is_past),
        Around::Before(_) => None,
    });
    let (is_past, end) = after.or(before.map(|(is_past, _)| (is_past, index + 1)))?;
    let count = value.one().and_then(Decimal::count);
    let when = count.map(|count| When::Ago { unit, count: if is_past { count } else { -count } });
    Some((end, when))
}

/// Reads "in 2019" and "1914–18", and no other four digits.
fn bare_year(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Option<When>)> {
    // "1990s" and "1990er" are decades.
    let is_alone = reader.text(start).chars().count() == 4;
    let year = leading_year(reader, start).filter(|year| is_alone && (1500..2100).contains(year))?;
    let (end, last) = match last_year(reader, start, year) {
        Some(last) => (start + 3, Some(last)),
        None => (start + 1, None),
    };
    let before = start.checked_sub(1).map_or(Meaning::Other, |index| reader.meaning(index));
    let placed = matches!(before, Meaning::BeforeDate | Meaning::Unit(Unit::Year));
    // "the law of 1994", but not "one of 2000 people".
    let after = reader.text(end);
    let noun = after.chars().any(char::is_alphabetic) && !reader.document.classes(end).any(Classes::FUNCTION);
    // "the war of 1914–18 shaped him", and "(1914–18)".
    let law_of = if last.is_some() { before == Meaning::Of || !noun } else { before == Meaning::Of && !noun };
    let when = last.map_or(When::Year(year), |last| When::Years(year, last));
    (placed || law_of).then_some((end, Some(when)))
}

/// Years by which the Buddhist era is ahead.
const BUDDHA: i32 = 543;

/// Reads the last year of a range: "1914–1918", "1914-18".
fn last_year(reader: &SentenceReader<'_>, start: usize, first: i32) -> Option<i32> {
    let joint = reader.text(start + 1);
    let joined = reader.is_joined(start + 1) && reader.is_joined(start + 2);
    let number = reader.text(start + 2);
    if !joined || joint.is_empty() || !joint.chars().all(text::is_dash) || !matches!(number.len(), 2 | 4) {
        return None;
    }
    // "2024-12-03" is a day.
    if reader.text(start + 3).chars().next().is_some_and(text::is_dash) && reader.is_joined(start + 3) {
        return None;
    }
    let last: i32 = number.parse().ok()?;
    let last = if number.len() == 2 { first - first % 100 + last } else { last };
    (last > first && last < 2100).then_some(last)
}
