//! Times of day.

use super::meaning::Meaning;
use super::sentence::SentenceReader;

/// Reads the time that begins at a token. Returns where it ends, and `hh:mm`.
pub(super) fn time(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, String)> {
    let text = reader.text(start);
    if let Some(hour) = reader.vocabulary.named_time(&text.to_lowercase()) {
        return Some((start + 1, value(hour, 0)));
    }
    let (mut end, hour, minute, explicit) = clock(reader, start)?;
    let half = reader.text(end).replace('.', "").to_lowercase();
    match half.as_str() {
        "am" | "pm" if hour <= 12 && hour > 0 => {
            let offset = if half == "pm" { 12 } else { 0 };
            // The stop after "3 a.m" is part of the token, or ends the sentence.
            return Some((end + 1, value(hour % 12 + offset, minute)));
        }
        _ => {}
    }
    if let (Meaning::DayPart(hours), after) = reader.term(end)
        && (1..=12).contains(&hour)
    {
        let hour = if hours == 12 { hour % 12 + 12 } else { hour % 12 };
        return Some((after, value(hour, minute)));
    }
    if reader.meaning(end) == Meaning::Clock {
        end += 1;
        if let Some(minutes) = two_digits(reader.text(end)).filter(|minutes| *minutes < 60 && minute == 0) {
            return Some((end + 1, value(hour, minutes)));
        }
        return Some((end, value(hour, minute)));
    }
    explicit.then(|| (end, value(hour, minute)))
}

/// Reads "15", "15:30", "15.30" or "15h30". Returns where it ends, the hour, the minute, and whether it can
/// only be a time.
fn clock(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, u8, u8, bool)> {
    let text = reader.text(start);
    if let Some((hour, minute)) = text.split_once(['h', 'H']) {
        let minute = if minute.is_empty() { 0 } else { two_digits(minute)? };
        return valid(hour.parse().ok()?, minute).map(|(hour, minute)| (start + 1, hour, minute, true));
    }
    if let Some((hour, minute)) = text.split_once('.') {
        return valid(hour.parse().ok()?, two_digits(minute)?)
            .map(|(hour, minute)| (start + 1, hour, minute, false));
    }
    let hour: u8 = text.parse().ok()?;
    let joined = reader.text(start + 1) == ":" && reader.is_joined(start + 1) && reader.is_joined(start + 2);
    if let Some(minute) = two_digits(reader.text(start + 2)).filter(|_| joined) {
        let more = reader.text(start + 3) == ":" && reader.is_joined(start + 3);
        return valid(hour, minute).map(|(hour, minute)| (start + 3, hour, minute, !more));
    }
    valid(hour, 0).map(|(hour, minute)| (start + 1, hour, minute, false))
}

fn valid(hour: u8, minute: u8) -> Option<(u8, u8)> {
    (hour <= 24 && minute < 60).then_some((hour, minute))
}

fn two_digits(text: &str) -> Option<u8> {
    (text.len() == 2).then(|| text.parse().ok())?
}

fn value(hour: u8, minute: u8) -> String {
    format!("{hour:02}:{minute:02}")
}
