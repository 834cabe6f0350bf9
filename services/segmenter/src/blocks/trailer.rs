//! Where the story ends and credits and notices begin.

use text::Span;

use super::cues::{CREDIT_OPENINGS, END_MARKS, TRAILER_OPENINGS};
use super::{columns, ends_like_sentence, markup, opens_with, sign_off};

/// The widest notice, in columns (the count stops at 400): longer ones are paragraphs of the story.
const WIDEST: usize = 399;

/// The widest line below a cue that may be a link or a name rather than a paragraph.
const WIDEST_LINK: usize = 120;

/// Most such lines: a list of related stories, not a story told in short lines.
const MOST_LINKS: usize = 12;

/// Most sign-offs: `EFE`, and the initials below it.
const MOST_SIGN_OFFS: usize = 3;

/// The paragraphs of the story: those before the trailer, and never none of several.
pub(super) fn story<'p>(body: &str, paragraphs: &'p [Span]) -> &'p [Span] {
    let (mut first, mut links, mut sign_offs) = (paragraphs.len(), 0, 0);
    for (index, paragraph) in paragraphs.iter().enumerate().skip(1).rev() {
        let line = paragraph.of(body);
        // A sign-off stands last in the story, whatever notices follow it.
        let may_sign = first == index + 1 && links == 0 && sign_offs < MOST_SIGN_OFFS;
        if is_notice(line) {
            first = index;
        } else if may_sign && sign_off::is_sign_off(line) {
            (first, sign_offs) = (index, sign_offs + 1);
        } else if links < MOST_LINKS && is_link(line) {
            links += 1;
        } else {
            break;
        }
    }
    let marked = paragraphs.iter().skip(1).position(|paragraph| is_end_mark(paragraph.of(body)));
    let end = marked.map_or(first, |position| first.min(position + 1));
    paragraphs.get(..end).unwrap_or(paragraphs)
}

/// What closes the last paragraph on the same line: `(Reporting by …; Editing by …)`, `(PAP)`, `EFE`, `（完）`.
pub(super) fn closing_credit(body: &str, paragraph: Span) -> Option<Span> {
    let text = paragraph.of(body);
    let is_bracketed = text.trim_end_matches('.').ends_with([')', '）', ']', '】']);
    let credit = if is_bracketed {
        text.get(text.rfind(['(', '（', '[', '【'])?..)?
    } else {
        text.split_whitespace().next_back()?
    };
    let told = text.strip_suffix(credit)?;
    let inside = credit.trim_start_matches(['(', '（', '[']);
    let is_credit = text.ends_with([')', '）', ']']) && opens_with(inside, CREDIT_OPENINGS);
    let is_signed =
        ends_like_sentence(told.trim_end()) && (is_end_mark(credit) || sign_off::is_agency_alone(credit));
    (columns(credit) <= WIDEST && (is_credit || is_signed))
        .then(|| Span::new(paragraph.end - credit.len(), paragraph.end))
}

fn is_notice(line: &str) -> bool {
    let inside = markup::without_leading_tags(line).trim_start_matches(|mark: char| {
        text::is_opening_mark(mark)
            || text::is_dash(mark)
            || mark.is_whitespace()
            || matches!(mark, '*' | '<')
    });
    columns(line) <= WIDEST
        && (is_end_mark(line)
            || sign_off::is_address(line)
            || opens_with(inside, CREDIT_OPENINGS)
            || opens_with(inside, TRAILER_OPENINGS))
}

/// `ENDS`, `###`, `-30-`: what stands below it is no longer the story.
fn is_end_mark(line: &str) -> bool {
    END_MARKS.contains(&line)
}

/// A line that may stand below `Read more:`.
fn is_link(line: &str) -> bool {
    columns(line) <= WIDEST_LINK && !ends_like_sentence(line)
}
