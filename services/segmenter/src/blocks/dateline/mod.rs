//! The dateline in front of the lead: "PARIS, 3 May (Reuters) -".
//!
//! There are four ways to write one, tried in turn: in brackets (Korean, Japanese and Chinese agencies), in a
//! run that ends with 电 (Chinese), between stops (Russian and Ukrainian), and before a dash, a colon, a bar or
//! a slash (all others).

mod agencies;
mod bracketed;
mod chinese;
mod components;
mod dates;
mod separated;
mod stops;

use text::Span;

use super::cues::BYLINE_WORDS;

pub(super) use agencies::{is_agency, is_agency_name, is_caseless_agency};
pub use components::Dateline;
pub(super) use separated::is_city;

/// The longest dateline, in characters: two places, a date and two papers.
const LONGEST: usize = 110;

/// Finds the dateline that `paragraph` opens with, and its place in the body; `start` is that of the
/// paragraph.
pub(super) fn find(paragraph: &str, start: usize) -> Option<(Span, Dateline)> {
    let head = head(paragraph);
    if head.is_ascii() || !head.contains(text::is_invisible) {
        return find_in(head, head.len() == paragraph.len(), start);
    }
    // What cannot be seen may stand anywhere. The dateline is read without it and then put back into place.
    let visible = Visible::of(head);
    let (span, dateline) = find_in(&visible.text, head.len() == paragraph.len(), 0)?;
    let end = visible.end_of(span.end);
    Some((Span::new(start, start + end), dateline.mapped(|span| visible.span(span).shifted(start))))
}

/// Finds the place that `paragraph` opens with before a stop, if the body names it elsewhere.
pub(super) fn find_named_in(body: &str, paragraph: &str, start: usize) -> Option<(Span, Dateline)> {
    let (end, dateline) = stops::parse_named_in(body, head(paragraph))?;
    Some((Span::new(start, start + end), dateline.shifted(start)))
}

fn find_in(head: &str, is_whole: bool, start: usize) -> Option<(Span, Dateline)> {
    let byline = byline_length(head);
    let behind = head.get(byline..)?;
    let (end, dateline) = bracketed::parse(behind)
        .or_else(|| chinese::parse(behind))
        .or_else(|| stops::parse(behind))
        .or_else(|| separated::parse(behind, is_whole))
        // A reporter's name before a dateline needs an agency or a date behind it.
        .filter(|(_, dateline)| byline == 0 || dateline.source.is_some() || dateline.date.is_some())?;
    let end = byline + Span::new(0, end).of(behind).trim_end().len();
    (end > byline).then(|| (Span::new(start, start + end), dateline.shifted(start + byline)))
}

/// Returns the bytes of `By Jane Doe, ` before a dateline; 0 if the head opens with none.
fn byline_length(head: &str) -> usize {
    let first = head.split_whitespace().next().unwrap_or("");
    if !BYLINE_WORDS.contains_in_any_case(first) {
        return 0;
    }
    let Some(comma) = head.find(", ") else { return 0 };
    let mut names = head.get(first.len()..comma).unwrap_or("").split_whitespace();
    let are_names = names.clone().count() >= 2 && names.all(|name| name.starts_with(char::is_uppercase));
    if are_names { comma + 2 } else { 0 }
}

/// A text without what cannot be seen, and where each of its bytes stands in the original.
struct Visible {
    text: String,
    /// For each byte of the text the byte of the original.
    places: Vec<usize>,
}

impl Visible {
    fn of(original: &str) -> Self {
        let mut visible = Self { text: String::with_capacity(original.len()), places: Vec::new() };
        for (at, character) in original.char_indices().filter(|(_, c)| !text::is_invisible(*c)) {
            visible.text.push(character);
            visible.places.extend(at..at + character.len_utf8());
        }
        visible
    }

    /// Returns the end in the original of what ends at byte `end` of the text.
    fn end_of(&self, end: usize) -> usize {
        end.checked_sub(1).and_then(|last| self.places.get(last)).map_or(0, |last| last + 1)
    }

    fn span(&self, span: Span) -> Span {
        Span::new(self.places.get(span.start).copied().unwrap_or(0), self.end_of(span.end))
    }
}

/// Returns as much of `text` as a dateline may take.
fn head(text: &str) -> &str {
    let is_plain = text.as_bytes().get(..LONGEST).is_some_and(<[u8]>::is_ascii);
    let end = if is_plain { Some(LONGEST) } else { text.char_indices().nth(LONGEST).map(|(end, _)| end) };
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}
