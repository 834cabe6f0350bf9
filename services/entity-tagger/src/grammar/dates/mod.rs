//! The forms a date takes in running text.

mod in_digits;
mod named;
mod other_calendars;
mod relative;
mod weekdays;
mod years;

use super::sentence::SentenceReader;
use super::when::Found;

/// Reads the date that begins at a token. Returns where it ends, and what it names if that is clear.
pub(super) fn date(reader: &SentenceReader<'_>, start: usize) -> Option<Found> {
    in_digits::numeric(reader, start)
        .or_else(|| other_calendars::date(reader, start))
        .or_else(|| named::year_first(reader, start))
        .or_else(|| named::day_first(reader, start))
        .or_else(|| named::month_first(reader, start))
        .or_else(|| weekdays::nth_weekday(reader, start))
        .or_else(|| weekdays::weekday(reader, start))
        .or_else(|| relative::edge(reader, start))
        .or_else(|| relative::relative(reader, start))
        .or_else(|| relative::distance(reader, start))
        .or_else(|| years::bare_year(reader, start))
}
