//! Times as web pages write them.
//!
//! Only forms that mean the same in every language are read: those of ISO 8601 and RFC 2822, and dates in
//! digits whose order is certain. Where the month is a word, the page says the date in a machine's form, too.

use time::{Date, Month};

use crate::dates;

/// The longest text that is looked at for a date, in bytes.
const LONGEST: usize = 400;

/// Words in front of a time that is before noon or after it, in Korean, Chinese and Japanese.
const FORENOON: [&str; 3] = ["오전", "上午", "午前"];
const AFTERNOON: [&str; 3] = ["오후", "下午", "午後"];

/// Returns a time that is stated for machines, in RFC 3339. A time without a zone counts as UTC.
pub(super) fn moment(text: &str) -> Option<String> {
    let text = text.trim();
    dates::rfc3339(text).or_else(|| dates::rfc3339(&with_colon(text)?)).or_else(|| in_text(text))
}

/// Writes the offset at the end as RFC 3339 does: `+02:00` for `+0200` and `+02`, and `T` before the time.
fn with_colon(text: &str) -> Option<String> {
    let sign = text.rfind(['+', '-']).filter(|sign| *sign > "2026-01-01".len())?;
    let (time, offset) = text.split_at_checked(sign)?;
    let digits: String = offset.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = digits.split_at_checked(2)?;
    let minutes = if minutes.is_empty() { "00" } else { minutes };
    let sign = offset.get(..1)?;
    let time = time.trim_end().replacen(' ', "T", 1);
    // RFC 3339 has seconds.
    let seconds = if time.matches(':').count() == 1 { ":00" } else { "" };
    Some(format!("{time}{seconds}{sign}{hours}:{minutes}"))
}

/// Returns the first date in a text that is shown to readers, with the time behind it, as UTC.
pub(super) fn in_text(text: &str) -> Option<String> {
    let numbers = numbers(text.get(..text.floor_char_boundary(LONGEST)).unwrap_or_default());
    let (at, date) = (0..numbers.len()).find_map(|at| Some((at, date(numbers.get(at..at + 3)?)?)))?;
    let behind = numbers.get(at + 2).map_or("", |day| day.behind);
    let says = |words: [&str; 3]| words.iter().any(|word| behind.contains(word));
    let half = if says(AFTERNOON) { Some(12) } else { says(FORENOON).then_some(0) };
    let time = numbers.get(at + 3..).and_then(|numbers| time(numbers, half));
    let time = time.unwrap_or_else(|| "00:00".to_owned());
    dates::rfc3339(&format!("{date}T{time}"))
}

/// A number of a text, with the text behind it up to the next number.
struct Number<'t> {
    value: u32,
    digits: usize,
    behind: &'t str,
}

fn numbers(text: &str) -> Vec<Number<'_>> {
    let mut numbers = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|digit: char| digit.is_ascii_digit()) {
        let from = rest.get(start..).unwrap_or_default();
        let digits = from.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) = from.split_at_checked(digits).unwrap_or((from, ""));
        let end = after.find(|digit: char| digit.is_ascii_digit()).unwrap_or(after.len());
        let behind = after.get(..end).unwrap_or_default();
        numbers.push(Number { value: number.parse().unwrap_or(u32::MAX), digits, behind });
        rest = after;
    }
    numbers
}

/// Returns the date that three numbers write: year, month and day, or day, month and year with full stops.
fn date(numbers: &[Number<'_>]) -> Option<Date> {
    let [first, second, third] = numbers else { return None };
    let separator = first.behind.trim();
    let is_separator = matches!(separator, "-" | "/" | "." | "年" | "년");
    let is_second = second.behind.trim() == separator || matches!(second.behind.trim(), "月" | "월");
    if !is_separator || !is_second {
        return None;
    }
    let (year, month, day) = if first.digits == 4 {
        (first.value, second.value, third.value)
    } else if third.digits == 4 && (separator == "." || first.value > 12) {
        (third.value, second.value, first.value)
    } else {
        return None;
    };
    let year = i32::try_from(year).ok().filter(|year| (1990..=2100).contains(year))?;
    Date::from_calendar_date(year, Month::try_from(u8::try_from(month).ok()?).ok()?, u8::try_from(day).ok()?)
        .ok()
}

/// Returns the time that the next numbers write: `14:30`, `14.30`, `14時30分`, `14시 30분`. `half` is the hour at which
/// the half of the day begins that the text names.
fn time(numbers: &[Number<'_>], half: Option<u32>) -> Option<String> {
    let [hours, minutes, ..] = numbers else { return None };
    let is_time = matches!(hours.behind.trim(), ":" | "." | "時" | "时" | "시" | "点");
    let is_valid = hours.value < 24 && minutes.value < 60 && minutes.digits == 2;
    let hour = half.filter(|_| hours.value <= 12).map_or(hours.value, |half| hours.value % 12 + half);
    (is_time && is_valid).then(|| format!("{hour:02}:{:02}", minutes.value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_for_machines_keep_their_offset() {
        for (text, expected) in [
            ("2026-05-03T08:00:00+02:00", "2026-05-03T08:00:00+02:00"),
            ("2026-05-03T08:00:00+0200", "2026-05-03T08:00:00+02:00"),
            ("2026-05-03T08:00:00.000-0330", "2026-05-03T08:00:00.000-03:30"),
            ("2026-05-03 08:00:00 +0900", "2026-05-03T08:00:00+09:00"),
            ("2026-05-03T08:00+09", "2026-05-03T08:00:00+09:00"),
            ("Sun, 03 May 2026 08:00:00 GMT", "2026-05-03T08:00:00Z"),
            ("2026-05-03", "2026-05-03T00:00:00Z"),
            ("20260503", ""),
            ("soon", ""),
        ] {
            assert_eq!(moment(text).unwrap_or_default(), expected, "{text}");
        }
    }

    #[test]
    fn dates_for_readers_are_read_if_their_order_is_certain() {
        for (text, expected) in [
            ("03.05.2026, 14:30 Uhr", "2026-05-03T14:30:00Z"),
            ("Stand: 3. 5. 2026", "2026-05-03T00:00:00Z"),
            ("2026年5月3日 14時05分", "2026-05-03T14:05:00Z"),
            ("입력 2026.05.03. 오후 2:05", "2026-05-03T14:05:00Z"),
            ("입력 2026.05.03. 오전 12:05", "2026-05-03T00:05:00Z"),
            ("入力 2026年5月3日 午後0時05分", "2026-05-03T12:05:00Z"),
            ("2026년 5월 3일", "2026-05-03T00:00:00Z"),
            ("25/12/2026 09:00", "2026-12-25T09:00:00Z"),
            ("03/05/2026", ""),
            ("31.02.2026", ""),
            ("Nr. 3 of 2026", ""),
            ("1.2.3", ""),
        ] {
            assert_eq!(in_text(text).unwrap_or_default(), expected, "{text}");
        }
    }
}
