//! Headings between the paragraphs of a story.

use messages::BlockKind;

use super::headline::reads_like_headline;
use super::line::Line;
use super::paragraph::Paragraph;

/// The widest sub-heading, in columns.
const WIDEST: usize = 90;

/// Signs that Korean and Japanese papers set before sub-headings.
const SIGNS: [char; 9] = ['◇', '◆', '■', '□', '●', '○', '▶', '▷', ' '];

/// The narrowest paragraph of text under a sub-heading, in columns.
const NARROWEST_TEXT: usize = 50;

/// The widest heading of an entry in a live ticker, in columns.
const WIDEST_TICKER_HEADING: usize = 160;

/// The most lines of furniture between a heading and its text.
const MOST_FURNITURE: usize = 4;

/// Reports whether a paragraph is a short line without a stop between text and text; `kinds` are those found
/// so far.
pub(super) fn is_subheading(story: &[Paragraph<'_>], kinds: &[BlockKind], index: usize) -> bool {
    let at = |index: usize| Some((story.get(index)?, *kinds.get(index)?));
    let Some((paragraph, BlockKind::Paragraph)) = at(index) else { return false };
    let line = &paragraph.bare;
    if is_ticker_heading(line) {
        return true;
    }
    // Furniture may stand between a heading and its text.
    let is_text = |index: &usize| kinds.get(*index).is_some_and(|kind| *kind != BlockKind::Furniture);
    let next = (index + 1..kinds.len()).take(MOST_FURNITURE + 1).find(is_text);
    let Some((below, kind_below)) = next.and_then(at) else { return false };
    let stands_free = || {
        // Without a stop above, the line may continue the paragraph before it.
        index.checked_sub(1).and_then(at).is_none_or(|(above, kind)| {
            kind != BlockKind::Paragraph || above.bare.ends_like_sentence || ends_with_notice(&above.bare)
        })
    };
    line.columns <= WIDEST
        && line
            .text
            .trim_start_matches(SIGNS)
            .starts_with(|c: char| !c.is_lowercase() && (c.is_alphanumeric() || text::is_opening_mark(c)))
        && reads_like_headline(line)
        && stands_free()
        && has_text_below(line, &below.bare, kind_below)
        && !paragraph.is_byline()
        // Last, because parsing a dateline costs most.
        && paragraph.dateline().is_none()
}

/// Reports whether a line is the heading of an entry in a live ticker: `+++ 10:42 Uhr: Polizei sperrt Platz +++`.
fn is_ticker_heading(line: &Line<'_>) -> bool {
    line.columns <= WIDEST_TICKER_HEADING && line.text.starts_with("++") && line.text.ends_with("++")
}

/// Reports whether a list or a wider paragraph of text follows.
fn has_text_below(line: &Line<'_>, below: &Line<'_>, kind: BlockKind) -> bool {
    match kind {
        BlockKind::Paragraph => {
            (below.columns >= NARROWEST_TEXT || repeats(below, line))
                && below.columns > line.columns
                && below.ends_like_sentence
        }
        BlockKind::Item => true,
        _ => false,
    }
}

/// Reports whether a paragraph repeats the heading above it: `乗客は2倍に` of `駅の乗客は2倍に増えたという。`
fn repeats(below: &Line<'_>, heading: &Line<'_>) -> bool {
    /// In bytes. A shorter heading recurs by chance.
    const SHORTEST: usize = 12;
    heading.text.len() >= SHORTEST && below.text.contains(heading.text)
}

/// Reports whether a bracket or a colon closes the text above.
fn ends_with_notice(line: &Line<'_>) -> bool {
    line.text.ends_with([')', '）', ':', '：'])
}
