//! Dates whose month has its name: "24 April 2019", "April 24", "2026. november 25."

use super::years::{ascii_digits, four_digits, leading_year};
use crate::grammar::meaning::{Meaning, Unit};
use crate::grammar::sentence::SentenceReader;
use crate::grammar::when::{Direction, Found, When};

/// Reads "2026. november 25.", "2026. XI. 25.", "2026 m. spalio 25", "2026ko azaroaren 25ean".
pub(super) fn year_first(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
    let year = leading_year(reader, start)?;
    let words = reader.vocabulary.words;
    let mut after = start + 1;
    after +=
        usize::from(words.year_word.split(' ').any(|word| !word.is_empty() && reader.text(after) == word));
    after += usize::from(reader.text(after) == ".");
    let has_stop = reader.text(after - 1) == ".";
    let (month, end) =
        month_name(reader, after).or_else(|| roman_month(reader, after).filter(|_| has_stop))?;
    // English has no such order: "in 2026 May resigned".
    if words.day_follows_month {
        return None;
    }
    let number = ascii_digits(reader.text(end));
    let digits = number.split(|each: char| !each.is_ascii_digit()).next().unwrap_or_default();
    // "2026 októberében 3,5 százalékkal" has no day.
    let is_amount = number.get(digits.len()..).is_some_and(|rest| rest.starts_with(['.', ',']));
    match day(digits).filter(|_| !is_amount) {
        Some(first) => {
            let (end, last) = range(reader, end + 1);
            Some((end, days(Some(year), month, first, last)))
        }
        None => Some((end, Some(When::Month { year: Some(year), month }))),
    }
}

/// Reads "24 April 2019", "24. April", "1er mai", "24 de abril de 2019", "26-27 April".
pub(super) fn day_first(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
    let first = day(reader.text(start))?;
    let (mut index, last) = range(reader, start + 1);
    if reader.text(index) == "." {
        index += 1;
    }
    if reader.meaning(index) == Meaning::Of {
        index += 1;
    }
    let is_roman = |(_, end): &(u8, usize)| four_digits(reader.text(*end)).is_some();
    let (month, after) = month_name(reader, index).or_else(|| roman_month(reader, index).filter(is_roman))?;
    let stop = usize::from(reader.text(after) == "." && four_digits(reader.text(after + 1)).is_some());
    let comma = usize::from(reader.text(after) == "," && reader.vocabulary.words.day_follows_month);
    let (end, year) = year(reader, after + stop.max(comma));
    let end = if year.is_some() { end } else { after };
    Some((end, days(year, month, first, last)))
}

/// Reads "April 24", "April 26-27, 2019", "April 2019", "April".
pub(super) fn month_first(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
    let (month, name_end) = month_name(reader, start)?;
    let after = name_end + usize::from(reader.text(name_end) == ".");
    let words = reader.vocabulary.words;
    if let Some(first) = day(reader.text(after)).filter(|_| words.day_follows_month) {
        let (index, last) = range(reader, after + 1);
        let comma = usize::from(reader.text(index) == ",");
        let (end, year) = year(reader, index + comma);
        let end = if year.is_some() { end } else { index };
        return Some((end, days(year, month, first, last)));
    }
    if let Some(first) = inflected_day(reader, name_end).filter(|_| words.year_month_day) {
        return Some((name_end + 1, days(None, month, first, None)));
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
    let direction = Direction::of(reader.meaning(name_end)).filter(|found| *found != Direction::This);
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

fn days(year: Option<i32>, month: u8, first: u8, last: Option<u8>) -> Option<When> {
    match last {
        Some(last) => (last > first).then_some(When::Days { year, month, first, last }),
        None => Some(When::Day { year, month, day: first }),
    }
}

/// Returns the month whose name begins at a token, in full or cut short, and where it ends.
pub(super) fn month_name(reader: &SentenceReader<'_>, index: usize) -> Option<(u8, usize)> {
    match reader.term(index) {
        (Meaning::Month(month) | Meaning::ShortMonth(month), end) => Some((month, end)),
        _ => None,
    }
}

/// Reads a day of the month in digits, with or without an ordinal ending.
pub(super) fn day(text: &str) -> Option<u8> {
    let text = ascii_digits(text);
    let digits = text.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h', 'e', 'º', 'ª']);
    let number: u8 = (digits.len() <= 2).then(|| digits.parse().ok())??;
    (1..=31).contains(&number).then_some(number)
}

/// Reads a day of the month that has a case ending or a word for the day behind it: "25-én", "25ean", "25 d." Without
/// them a number behind a month may count something else: "novemberben 25 ember".
fn inflected_day(reader: &SentenceReader<'_>, index: usize) -> Option<u8> {
    const LONGEST_ENDING: usize = 4;
    let text = ascii_digits(reader.text(index));
    let digits = text.split(|each: char| !each.is_ascii_digit()).next().unwrap_or_default();
    let is_ending = |text: &str| {
        (1..=LONGEST_ENDING).contains(&text.chars().count()) && text.chars().all(char::is_lowercase)
    };
    let next = reader.text(index + 1);
    let is_inflected = is_ending(text.get(digits.len()..).unwrap_or_default())
        || (!next.is_empty()
            && next.chars().all(text::is_dash)
            && reader.is_joined(index + 1)
            && reader.is_joined(index + 2)
            && is_ending(reader.text(index + 2)));
    let is_counted = next == "d" || reader.meaning(index + 1) == Meaning::Unit(Unit::Day);
    day(digits).filter(|_| is_inflected || (is_counted && digits.len() == text.len()))
}

/// Reads "-27" or "to 27" after the first day.
fn range(reader: &SentenceReader<'_>, index: usize) -> (usize, Option<u8>) {
    // "3. do 9. lipnja": the stops belong to the days.
    let joint = index + usize::from(reader.text(index) == "." && reader.is_range_joint(index + 1));
    if reader.is_range_joint(joint)
        && let Some(last) = day(reader.text(joint + 1))
    {
        return (joint + 2, Some(last));
    }
    (index, None)
}

/// Reads a month in Roman numerals between day and year: "3.VI.2027", "3 VI 2027". Returns where it ends, with
/// its stop.
fn roman_month(reader: &SentenceReader<'_>, index: usize) -> Option<(u8, usize)> {
    const MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let text = reader.text(index);
    let month = MONTHS.iter().position(|month| *month == text.trim_end_matches('.'))?;
    let stop = usize::from(reader.text(index + 1) == ".");
    Some((u8::try_from(month).ok()? + 1, index + 1 + stop))
}

/// Reads a year after a month, with "de" before it in Spanish and Portuguese.
fn year(reader: &SentenceReader<'_>, index: usize) -> (usize, Option<i32>) {
    let index_of_year = if reader.meaning(index) == Meaning::Of { index + 1 } else { index };
    match leading_year(reader, index_of_year) {
        Some(year) => (index_of_year + 1, Some(year)),
        None => (index, None),
    }
}
