//! Dates whose month is a number: `2019-04-24`, `24.04.2019`, `2019年4月24日`.

use super::named::day;
use super::years::four_digits;
use crate::grammar::meaning::Meaning;
use crate::grammar::sentence::SentenceReader;
use crate::grammar::when::{Found, When};

/// Reads `2019-04-24`, `24.04.2019`, `24/04/2019`, `2019年4月24日`.
pub(super) fn numeric(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
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
fn hangul(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
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
fn in_digits(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
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

/// Reads "2019年4月24日", "4月24日至27日", "令和8年5月3日" and "民國115年".
fn ideographic(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
    let part = |index: usize, sign: &str| {
        (reader.text(index + 1) == sign).then(|| reader.text(index).parse::<i32>().ok())?
    };
    let (era, first) = match reader.term(start) {
        (Meaning::Era(before, last), end) => (Some((before, last)), end),
        _ => (None, start),
    };
    // "元年" is the first year of an era.
    let opens_era =
        || (era.is_some() && reader.text(first) == "元" && reader.text(first + 1) == "年").then_some(1);
    let number = part(first, "年").or_else(opens_era);
    let year = number.and_then(|number| match era {
        Some((before, last)) => (1..=last).contains(&number).then_some(before + number),
        None => (1000..2200).contains(&number).then_some(number),
    });
    let index = if number.is_some() { first + 2 } else { start };
    let Some(month) = part(index, "月") else {
        // "5年" alone is a span of time.
        let is_year = year.is_some() || (era.is_some() && number.is_some());
        return is_year.then_some((index, year.map(When::Year)));
    };
    let index = index + 2;
    // "令和99年" names no year.
    let is_known = number.is_none() || year.is_some();
    let month = small(month)?;
    let day = |index: usize| small(part(index, "日").or_else(|| part(index, "号"))?);
    let (end, when) = match (day(index), day(index + 3).filter(|_| reader.is_range_joint(index + 2))) {
        (Some(first), Some(last)) => {
            (index + 5, (last > first).then_some(When::Days { year, month, first, last }))
        }
        (Some(day), None) => (index + 2, Some(When::Day { year, month, day })),
        (None, _) => (index, Some(When::Month { year, month })),
    };
    Some((end, when.filter(|_| is_known)))
}

fn small(number: i32) -> Option<u8> {
    u8::try_from(number).ok()
}
