//! The trailer: credits and notices below the story.

use text::Span;

use super::cues::{CREDIT_OPENINGS, END_MARKS, NOTICE_OPENINGS};
use super::line::{Line, MOST_COLUMNS, columns, ends_like_sentence};
use super::paragraph::Paragraph;
use super::sign_off;

/// The widest line below a notice that may be a link or a name rather than a paragraph, in columns.
const WIDEST_LINK: usize = 120;

/// The most such lines: a list of related stories, not a story told in short lines.
const MOST_LINKS: usize = 12;

/// The most sign-offs: `EFE`, and the initials below it.
const MOST_SIGN_OFFS: usize = 3;

/// Returns how many paragraphs the story has before the trailer. The first paragraph always belongs to the
/// story.
pub(super) fn story_length(paragraphs: &[Paragraph<'_>]) -> usize {
    let (mut first, mut links, mut sign_offs) = (paragraphs.len(), 0, 0);
    // From the end up, as far as the paragraphs may belong to the trailer.
    for (index, paragraph) in paragraphs.iter().enumerate().skip(1).rev() {
        // A sign-off comes last in the story, whatever notices follow it.
        let may_sign = first == index + 1 && links == 0 && sign_offs < MOST_SIGN_OFFS;
        if is_notice(paragraph) {
            first = index;
        } else if may_sign && sign_off::is_sign_off(&paragraph.line) {
            (first, sign_offs) = (index, sign_offs + 1);
        } else if links < MOST_LINKS && is_link(&paragraph.line) {
            links += 1;
        } else {
            break;
        }
    }
    let marked = paragraphs.iter().skip(1).position(|paragraph| END_MARKS.contains(paragraph.line.text));
    marked.map_or(first, |position| first.min(position + 1))
}

/// Returns the credit or signature that closes the last paragraph on the same line:
/// `(Reporting by …; Editing by …)`, `(PAP)`, `EFE`, `（完）`.
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
    let is_credit = text.ends_with([')', '）', ']']) && CREDIT_OPENINGS.open(inside);
    // An agency inside a sentence, `So says the agency (AP).`, is not a signature.
    let is_signature = || {
        ends_like_sentence(told.trim_end())
            && (END_MARKS.contains(credit) || sign_off::is_agency_alone(credit))
    };
    (columns(credit) < MOST_COLUMNS && (is_credit || is_signature()))
        .then(|| Span::new(paragraph.end - credit.len(), paragraph.end))
}

/// Reports whether a paragraph is a notice. A wide one is a paragraph of the story.
fn is_notice(paragraph: &Paragraph<'_>) -> bool {
    let line = &paragraph.line;
    let inside = paragraph.after_tags.trim_start_matches(|mark: char| {
        text::is_opening_mark(mark)
            || text::is_dash(mark)
            || mark.is_whitespace()
            || matches!(mark, '*' | '<')
    });
    line.columns < MOST_COLUMNS
        && (END_MARKS.contains(line.text)
            || sign_off::is_address(line.text)
            || CREDIT_OPENINGS.open(inside)
            || NOTICE_OPENINGS.open(inside))
}

/// Reports whether a line may come below `Read more:`.
fn is_link(line: &Line<'_>) -> bool {
    line.columns <= WIDEST_LINK && !line.ends_like_sentence
}
