//! Times of day.

use super::decimal::Decimal;
use super::meaning::Meaning;
use super::numerals;
use super::sentence::SentenceReader;
use crate::languages::NIGHT;

/// Where a time ends, and `hh:mm` if the text says which half of the day it is in.
type Found = (usize, Option<String>);

/// Reads the time that begins at a token.
pub(super) fn time(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
    match reader.term(start) {
        (Meaning::HalfTo, end) => return half(reader, end, -1),
        // In many languages the word is also a number: "halv tre", "halv million".
        (Meaning::Number(Decimal::HALF), end) if is_half_to(reader, start) => return half(reader, end, -1),
        (Meaning::HalfPast, end) => return half(reader, end, 0),
        // "午後3時半", "오후 3시".
        (Meaning::DayPart(part), end) => {
            let (end, clock, _) = signed_clock(reader, end)?;
            return Some((end, in_part(clock, part)));
        }
        // "Klockan 15.30", "alle ore 8 di sera", but not "iki saat 15 dakika".
        (Meaning::ClockBefore, index) => {
            let before = start.checked_sub(1).filter(|before| *before >= reader.first);
            let is_span = before.is_some_and(|before| {
                reader.begins_with_digit(before) || matches!(reader.meaning(before), Meaning::Number(_))
            });
            let (end, clock, _) = clock(reader, index).filter(|_| !is_span)?;
            let whole = || (end, Some(value(clock.hour, clock.minute)));
            return Some(part_behind(reader, end, clock).unwrap_or_else(whole));
        }
        (Meaning::Opener, end) => {
            let hour = reader.vocabulary.named_time(reader.text(start))?;
            return Some((end, Some(value(hour, 0))));
        }
        _ if !reader.begins_with_digit(start) => return hour_and_half(reader, start),
        _ => {}
    }
    if let Some((end, clock, is_clear)) = signed_clock(reader, start) {
        // "3時" is in either half of the day.
        return is_clear.then(|| (end, (clock.hour > 12).then(|| value(clock.hour, clock.minute))));
    }
    let (end, clock, is_clear) = clock(reader, start)?;
    behind_digits(reader, end, clock)
        .or_else(|| is_clear.then(|| (end, Some(value(clock.hour, clock.minute)))))
        .or_else(|| hour_and_half(reader, start))
}

/// An hour and a minute.
#[derive(Debug, Clone, Copy)]
struct Clock {
    hour: u8,
    minute: u8,
}

/// Reads what makes digits a time: "p.m.", "in the afternoon", "o'clock", "heures 30".
fn behind_digits(reader: &SentenceReader<'_>, mut end: usize, clock: Clock) -> Option<Found> {
    let Clock { hour, minute } = clock;
    let half = reader.text(end).replace('.', "").to_lowercase();
    match half.as_str() {
        "am" | "pm" if hour <= 12 && hour > 0 => {
            let hours = if half == "pm" { 12 } else { 0 };
            // The stop after "3 a.m" is part of the token, or ends the sentence.
            return Some((end + 1, Some(value(hour % 12 + hours, minute))));
        }
        _ => {}
    }
    // "Tiga hari 2 malam" are two nights.
    let is_count = reader.term(end) == (Meaning::DayPart(NIGHT), end + 1);
    if let Some(found) = part_behind(reader, end, clock).filter(|_| !is_count) {
        return Some(found);
    }
    if reader.meaning(end) != Meaning::Clock {
        return None;
    }
    end += 1;
    if let (Meaning::AndHalf, after) = reader.term(end) {
        return Some(with_part(reader, after, Clock { hour, minute: 30 }));
    }
    if let Some(minutes) = two_digits(reader.text(end)).filter(|minutes| *minutes < 60 && minute == 0) {
        return Some((end + 1, Some(value(hour, minutes))));
    }
    Some((end, Some(value(hour, minute))))
}

/// Reads the hour of "halb drei" (`hours` is -1) or "half past two".
fn half(reader: &SentenceReader<'_>, index: usize, hours: i8) -> Option<Found> {
    let (hour, after) = hour(reader, index)?;
    let hour = (hour + 24).checked_add_signed(hours)? % 24;
    // "Halb eins" is half past twelve.
    let hour = if hour == 0 && hours < 0 { 12 } else { hour };
    Some(with_part(reader, after, Clock { hour, minute: 30 }))
}

/// Reads "las tres y media de la tarde". Only a part of the day makes it a time: "two and a half" is a number.
fn hour_and_half(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
    let (hour, index) = hour(reader, start)?;
    let (Meaning::AndHalf, after) = reader.term(index) else { return None };
    let (Meaning::DayPart(_), _) = reader.term(after) else { return None };
    Some(with_part(reader, after, Clock { hour, minute: 30 }))
}

/// Adds the part of the day behind a time. Without it, an hour up to twelve has no value.
fn with_part(reader: &SentenceReader<'_>, index: usize, clock: Clock) -> Found {
    let index = index + usize::from(reader.meaning(index) == Meaning::Clock);
    let without = || (index, (clock.hour > 12).then(|| value(clock.hour, clock.minute)));
    part_behind(reader, index, clock).unwrap_or_else(without)
}

/// Reads the part of the day behind a time of a clock of twelve hours: "di sera".
fn part_behind(reader: &SentenceReader<'_>, index: usize, clock: Clock) -> Option<Found> {
    let (Meaning::DayPart(part), end) = reader.term(index) else { return None };
    (clock.hour <= 12).then(|| (end, in_part(clock, part)))
}

/// Returns a time of a clock of twelve hours in a part of the day that begins at the hour `part`: the first one
/// from then on. Twelve in the evening is midnight, and twelve in the afternoon is noon, so it has no value.
fn in_part(Clock { hour, minute }: Clock, part: u8) -> Option<String> {
    match hour {
        12 if part == 12 => None,
        0..=12 => Some(value((part + (hour + 24 - part) % 12) % 24, minute)),
        _ => Some(value(hour, minute)),
    }
}

/// Reports whether a word means half an hour before the hour that follows.
fn is_half_to(reader: &SentenceReader<'_>, index: usize) -> bool {
    let word = reader.text(index).to_lowercase();
    reader.vocabulary.words.half_to.split_ascii_whitespace().any(|known| known == word)
}

/// Returns the hour in digits or words at a token, and where it ends.
fn hour(reader: &SentenceReader<'_>, index: usize) -> Option<(u8, usize)> {
    let hour = match reader.meaning(index) {
        Meaning::Number(number) => number.count()?,
        _ => reader.text(index).parse().ok()?,
    };
    u8::try_from(hour).ok().filter(|hour| (1..=24).contains(hour)).map(|hour| (hour, index + 1))
}

/// Reads hours and minutes with their signs: "3時半", "15点30分", "3시 30분에". Digits and signs are one token or
/// two.
///
/// Says also whether it can only be a time: 3点 is also three points.
fn signed_clock(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Clock, bool)> {
    let [hours, doubtful_hours, minutes, halves] = reader.vocabulary.words.clock_signs?;
    let clear = signed(reader, start, hours);
    let is_clear = clear.is_some();
    let (hour, rest, end) = clear.or_else(|| signed(reader, start, doubtful_hours))?;
    if hour > 24 || !may_follow(rest) {
        return None;
    }
    if rest.is_empty() {
        let text = reader.text(end);
        if halves.iter().any(|half| text.strip_prefix(half).is_some_and(may_follow)) {
            return Some((end + 1, Clock { hour, minute: 30 }, true));
        }
        if let Some((minute, rest, end)) = signed(reader, end, minutes)
            && may_follow(rest)
        {
            return (minute < 60).then_some((end, Clock { hour, minute }, true));
        }
    }
    Some((end, Clock { hour, minute: 0 }, is_clear))
}

/// Reports whether a particle, and no longer word, is behind a sign: "3시간" is a span of three hours.
fn may_follow(rest: &str) -> bool {
    !rest.starts_with('간')
}

/// Reads digits and a sign behind them. Returns the number, the rest of the sign's token, and where that ends.
fn signed<'r>(reader: &SentenceReader<'r>, start: usize, signs: &[&str]) -> Option<(u8, &'r str, usize)> {
    let text = reader.text(start);
    let length = numerals::length(text);
    let number: u8 = text.get(..length)?.parse().ok()?;
    let (sign, end) = if length < text.len() {
        (text.get(length..)?, start + 1)
    } else {
        (reader.text(start + 1), start + 2)
    };
    let rest = signs.iter().find_map(|known| sign.strip_prefix(known))?;
    // "3時間" is a span of three hours.
    let is_span = rest.is_empty() && reader.is_joined(end) && matches!(reader.text(end), "間" | "间");
    (!is_span).then_some((number, rest, end))
}

/// Reads "15", "15:30", "15.30" or "15h30". Returns where it ends, the time, and whether it can only be a time.
fn clock(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, Clock, bool)> {
    let text = reader.text(start);
    if let Some((hour, minute)) = text.split_once(['h', 'H']) {
        let minute = if minute.is_empty() { 0 } else { two_digits(minute)? };
        return valid(hour.parse().ok()?, minute).map(|clock| (start + 1, clock, true));
    }
    if let Some((hour, minute)) = text.split_once('.') {
        return valid(hour.parse().ok()?, two_digits(minute)?).map(|clock| (start + 1, clock, false));
    }
    let hour: u8 = text.parse().ok()?;
    let joined = reader.text(start + 1) == ":" && reader.is_joined(start + 1) && reader.is_joined(start + 2);
    if let Some(minute) = two_digits(reader.text(start + 2)).filter(|_| joined) {
        let more = reader.text(start + 3) == ":" && reader.is_joined(start + 3);
        return valid(hour, minute).map(|clock| (start + 3, clock, !more));
    }
    valid(hour, 0).map(|clock| (start + 1, clock, false))
}

fn valid(hour: u8, minute: u8) -> Option<Clock> {
    (hour <= 24 && minute < 60).then_some(Clock { hour, minute })
}

fn two_digits(text: &str) -> Option<u8> {
    (text.len() == 2).then(|| text.parse().ok())?
}

fn value(hour: u8, minute: u8) -> String {
    format!("{hour:02}:{minute:02}")
}
