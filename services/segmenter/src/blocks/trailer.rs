//! The trailer: credits and notices below the story.

use text::Span;

use super::cues::{AUTHOR_PHRASES, CREDIT_OPENINGS, END_MARKS, NOTICE_OPENINGS};
use super::line::{Line, MOST_COLUMNS, columns, ends_like_sentence};
use super::paragraph::Paragraph;
use super::rights::{self, Rights};
use super::{authors, byline, furniture, name_lines, sign_off, signature, tail, telling};

/// The most lines below a notice that may be links: a list of related stories, not a story told in short lines.
const MOST_LINKS: usize = 12;

/// The widest line that names a reporter or a mail address, in columns.
const WIDEST_SIGNATURE: usize = 100;

/// The widest line that says who the author is, in columns.
const WIDEST_AUTHOR_NOTE: usize = 160;

/// The most sign-offs: `EFE`, and the initials below it.
const MOST_SIGN_OFFS: usize = 3;

/// The most paragraphs below the notice of a copyright or a credit that no rule knows.
const MOST_UNKNOWN: usize = 3;

/// The widest such paragraph, in columns.
const WIDEST_UNKNOWN: usize = 240;

/// The narrowest paragraph that is certainly text of the story, in columns.
const NARROWEST_TEXT: usize = 40;

/// Returns how many paragraphs the story has before the trailer; `are_furniture` says which are furniture. The
/// first paragraph always belongs to the story.
pub(super) fn story_length(paragraphs: &[Paragraph<'_>], are_furniture: &[bool]) -> usize {
    let is_text = |paragraph: &Paragraph<'_>| {
        paragraph.line.columns >= NARROWEST_TEXT && !tail::is_link(&paragraph.line)
    };
    let mut found = Found {
        first: paragraphs.len(),
        text: paragraphs.iter().position(is_text).unwrap_or(paragraphs.len()),
        ..Found::default()
    };
    // From the end up, as far as the paragraphs may belong to the trailer.
    for (index, (paragraph, is_furniture)) in paragraphs.iter().zip(are_furniture).enumerate().skip(1).rev() {
        if !found.takes(index, paragraph, *is_furniture) {
            break;
        }
    }
    let marked = paragraphs.iter().skip(1).position(|paragraph| END_MARKS.contains(paragraph.line.text));
    let first = marked.map_or(found.first, |position| found.first.min(position + 1));
    tail::first_of_tail(paragraphs, are_furniture, first)
}

/// What the way up from the end has found.
#[derive(Debug, Default)]
struct Found {
    /// The first paragraph of the trailer.
    first: usize,
    /// The first paragraph that is certainly text of the story.
    text: usize,
    /// Lines above it that may be links, all on the way and since the last notice.
    links: usize,
    links_since: usize,
    sign_offs: usize,
    /// Paragraphs above it that look like text.
    unknown: usize,
}

impl Found {
    /// Takes the next paragraph on the way up. Returns whether those above it may belong to the trailer, too.
    fn takes(&mut self, index: usize, paragraph: &Paragraph<'_>, is_furniture: bool) -> bool {
        // A sign-off comes last in the story, whatever notices follow it.
        let may_sign = self.first == index + 1 && self.links == 0 && self.sign_offs < MOST_SIGN_OFFS;
        let line = &paragraph.line;
        // A reporter may sign below the story, too.
        // A picture credit above text is a caption.
        let is_caption = self.unknown > 0 && paragraph.is_caption();
        let is_notice = (is_notice_line(paragraph) && !is_caption) || (index > self.text && is_signed(&paragraph.bare))
            // A wide line is read only where it may be the last.
            || (self.unknown == 0 && line.columns <= WIDEST_UNKNOWN && may_reserve_rights(line));
        // What looks like text belongs to the trailer only below a line that nothing of a story follows.
        let is_below = |found: &Self| found.unknown == 0 || (index > found.text && closes_story(paragraph));
        // A single button between lines without a stop separates nothing.
        let is_part_of_page = is_furniture
            && (self.links_since == 0
                || furniture::is_link_heading(&paragraph.bare)
                || furniture::asks_to_follow(&paragraph.bare));
        if (is_notice || is_part_of_page) && is_below(self) {
            (self.first, self.links_since, self.unknown) = (index, 0, 0);
        } else if may_sign
            && (sign_off::is_sign_off(line) || (index > self.text && name_lines::is_bare_name(line)))
        {
            (self.first, self.sign_offs) = (index, self.sign_offs + 1);
        } else if is_furniture {
            // It may still stand between two paragraphs of the story.
        } else if self.links < MOST_LINKS && tail::is_link(line) {
            self.links += 1;
            self.links_since += 1;
        } else if self.unknown < MOST_UNKNOWN && line.columns <= WIDEST_UNKNOWN {
            self.unknown += 1;
        } else {
            return false;
        }
        true
    }
}

/// Reports whether nothing of the story follows a line: it reserves rights, or names reporters and editors.
fn closes_story(paragraph: &Paragraph<'_>) -> bool {
    rights::read(&paragraph.bare) == Rights::Reserved
        || CREDIT_OPENINGS.open(opening_of(paragraph.after_tags))
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
fn is_notice_line(paragraph: &Paragraph<'_>) -> bool {
    let line = &paragraph.line;
    let inside = opening_of(paragraph.after_tags);
    line.columns < MOST_COLUMNS
        && (END_MARKS.contains(line.text)
            || sign_off::is_agency_with_initials(line)
            || sign_off::is_address(line.text)
            || CREDIT_OPENINGS.open(inside)
            || (NOTICE_OPENINGS.open(inside)
                && rights::read(line) != Rights::Told
                && !telling::is_told(line)))
}

/// Reports whether a line reserves rights, or a short one seems to.
fn may_reserve_rights(line: &Line<'_>) -> bool {
    match rights::read(line) {
        Rights::Reserved => true,
        Rights::Continued => line.columns <= tail::WIDEST_LINK,
        Rights::Silent | Rights::Told => false,
    }
}

/// Reports whether a line below the story names its reporter or author, or is short and holds a mail address.
fn is_signed(line: &Line<'_>) -> bool {
    let holds_address = || {
        line.text.split_whitespace().any(|word| sign_off::is_address(word.trim_matches(['.', ',', ':', ';'])))
    };
    (line.columns <= WIDEST_AUTHOR_NOTE && says_who_wrote(line.text))
        || line.columns <= WIDEST_SIGNATURE
            && (byline::has_reporter_title(line.text)
                || authors::is_bracketed_name(line)
                || (signature::is_signature(line) && signature::says_role(line))
                || (!line.ends_like_sentence && byline::is_byline(line))
                || holds_address())
}

/// Reports whether a line is a name and then what its bearer does: `Jane Doe is a reporter at the Post.`
fn says_who_wrote(line: &str) -> bool {
    let is_name = |word: &&str| word.starts_with(char::is_uppercase);
    let names = line.split_whitespace().take_while(is_name).count();
    let behind = line.split_whitespace().nth(names).and_then(|word| {
        // `word` lies in `line`.
        line.get(word.as_ptr() as usize - line.as_ptr() as usize..)
    });
    (2..=4).contains(&names) && behind.is_some_and(|behind| AUTHOR_PHRASES.open(behind))
}

/// Removes brackets, dashes and asterisks before the first word.
fn opening_of(text: &str) -> &str {
    text.trim_start_matches(|mark: char| {
        text::is_opening_mark(mark)
            || text::is_dash(mark)
            || mark.is_whitespace()
            || matches!(mark, '*' | '<' | '+' | '•' | '·' | '※' | '▲' | '►' | '▶')
    })
}
