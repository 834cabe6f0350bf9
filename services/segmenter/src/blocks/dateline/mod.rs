//! The dateline in front of the lead: "PARIS, 3 May (Reuters) -".
//!
//! There are three ways to write one, tried in turn: in brackets (Korean, Japanese and Chinese agencies), in
//! a run that ends with 电 (Chinese), and before a dash, a colon or a slash (all others).

mod agencies;
mod bracketed;
mod chinese;
mod components;
mod dates;
mod separated;

use text::Span;

pub(super) use agencies::is_agency_name;
pub use components::Dateline;

/// The longest dateline, in characters: two places, a date and two papers.
const LONGEST: usize = 110;

/// Finds the dateline that `paragraph` opens with, and its place in the body; `start` is that of the
/// paragraph.
pub(super) fn find(paragraph: &str, start: usize) -> Option<(Span, Dateline)> {
    let head = head(paragraph);
    let (end, dateline) = bracketed::parse(head)
        .or_else(|| chinese::parse(head))
        .or_else(|| separated::parse(head, head.len() == paragraph.len()))?;
    let end = Span::new(0, end).of(paragraph).trim_end().len();
    (end > 0).then(|| (Span::new(start, start + end), dateline.shifted(start)))
}

/// Returns as much of `text` as a dateline may take.
fn head(text: &str) -> &str {
    let is_plain = text.as_bytes().get(..LONGEST).is_some_and(<[u8]>::is_ascii);
    let end = if is_plain { Some(LONGEST) } else { text.char_indices().nth(LONGEST).map(|(end, _)| end) };
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}
