//! The dateline in front of the lead: "PARIS, 3 May (Reuters) -".
//!
//! Three ways to write one, tried in turn: in brackets (Korean, Japanese, Chinese agencies), in a
//! run ended by 电 (Chinese), and before a dash, a colon or a slash (everyone else).

mod agencies;
mod bracketed;
mod chinese;
mod dates;
mod parts;
mod separated;

use text::Span;

/// The parts of a dateline, where they stand in the field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Dateline {
    /// The place: "SEOUL".
    pub place: Option<Span>,
    /// The date: "3 May".
    pub date: Option<Span>,
    /// The agency or paper: "Reuters".
    pub source: Option<Span>,
}

/// The longest dateline, in characters: two places, a date and two papers.
const LONGEST: usize = 110;

pub(super) use agencies::is_agency_name;

/// The dateline that `paragraph` opens with: where it ends, and its parts.
pub(super) fn dateline(body: &str, paragraph: Span) -> Option<(usize, Dateline)> {
    let text = paragraph.of(body);
    let head = head(text);
    let (end, parts) = bracketed::read(head)
        .or_else(|| chinese::read(head))
        .or_else(|| separated::read(head, head.len() == text.len()))?;
    let shifted = |part: Option<Span>| part.map(|span| span.shifted(paragraph.start));
    let parts =
        Dateline { place: shifted(parts.place), date: shifted(parts.date), source: shifted(parts.source) };
    let end = Span::new(0, end).of(text).trim_end().len();
    (end > 0).then_some((paragraph.start + end, parts))
}

/// As much of `text` as a dateline may take.
fn head(text: &str) -> &str {
    let is_plain = text.as_bytes().get(..LONGEST).is_some_and(<[u8]>::is_ascii);
    let end = if is_plain { Some(LONGEST) } else { text.char_indices().nth(LONGEST).map(|(end, _)| end) };
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}
