//! Tags that were left in a body: where they separate paragraphs.
//!
//! The text is never rewritten, so a tag stays in the paragraph that it opens or closes.

use text::Span;
use text::markup::{MarkupKind, scan};

/// Elements that are paragraphs.
#[rustfmt::skip] // Rows of words, not one word a line.
const BLOCK_ELEMENTS: &[&str] = &[
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "section", "article", "table", "tr",
    "figure", "figcaption", "pre", "header", "footer",
];

/// Elements that break a line where they occur.
const BREAKING_ELEMENTS: &[&str] = &["br", "hr"];

/// Returns the byte positions at which tags separate paragraphs, in order: before a block opens, after a
/// block closes, and after a line break.
///
/// A body in which nothing closes or breaks has none. There `<p>` may be anything.
pub(super) fn breaks(body: &str) -> Vec<usize> {
    let is_one_of = |elements: &[&str], name: &str| elements.iter().any(|one| one.eq_ignore_ascii_case(name));
    let (mut scanner, mut breaks, mut is_markup) = (scan(body), Vec::new(), false);
    // Tags inside a comment count too, so comments are not skipped.
    for (start, _) in body.match_indices('<').filter(|(start, _)| !may_be_comment(body, *start)) {
        let Some(tag) = scanner.at(start) else { continue };
        let (MarkupKind::OpeningTag(name) | MarkupKind::ClosingTag(name)) = tag.kind else { continue };
        let closes_block = matches!(tag.kind, MarkupKind::ClosingTag(_)) && is_one_of(BLOCK_ELEMENTS, name);
        if closes_block || is_one_of(BREAKING_ELEMENTS, name) {
            is_markup = true;
            breaks.push(tag.span.end);
        } else if is_one_of(BLOCK_ELEMENTS, name) {
            breaks.push(tag.span.start);
        }
    }
    if is_markup { breaks } else { Vec::new() }
}

/// Joins paragraphs of tags alone to the text that they open or close.
pub(super) fn joined(body: &str, paragraphs: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    let mut opening = None;
    for paragraph in paragraphs {
        let text = paragraph.of(body);
        let is_bare = without_leading_tags(text).is_empty();
        let opens = is_bare && !["</", "<!", "<br", "<hr"].iter().any(|sign| text.starts_with(sign));
        match joined.last_mut() {
            _ if opens => opening = opening.or(Some(paragraph.start)),
            Some(last) if is_bare && opening.is_none() => last.end = paragraph.end,
            _ => joined.push(Span::new(opening.take().unwrap_or(paragraph.start), paragraph.end)),
        }
    }
    // Tags at the very end open nothing.
    if let Some(start) = opening {
        match joined.last_mut() {
            Some(last) => last.end = body.trim_end().len(),
            None => joined.push(Span::new(start, body.trim_end().len())),
        }
    }
    joined
}

/// Removes the tags and comments that `text` opens with.
pub(super) fn without_leading_tags(text: &str) -> &str {
    let mut rest = text;
    while let Some(length) = tag_length(rest) {
        rest = rest.get(length..).unwrap_or("").trim_start();
    }
    rest
}

/// Removes the tags that `text` ends with.
pub(super) fn without_closing_tags(text: &str) -> &str {
    let mut rest = text;
    while let Some(start) = rest.ends_with('>').then(|| rest.rfind('<')).flatten() {
        let Some((before, tag)) = rest.split_at_checked(start) else { break };
        if tag_length(tag) != Some(tag.len()) {
            break;
        }
        rest = before.trim_end();
    }
    rest
}

/// Reports whether a comment may begin at byte `start`.
fn may_be_comment(body: &str, start: usize) -> bool {
    body.as_bytes().get(start + 1) == Some(&b'!')
}

/// Returns the bytes of the tag or comment at the start of `text`.
fn tag_length(text: &str) -> Option<usize> {
    // Most text has none, and needs no scanner.
    let markup = text.starts_with('<').then(|| scan(text).at(0)).flatten()?;
    let is_tag = match markup.kind {
        MarkupKind::OpeningTag(_) | MarkupKind::ClosingTag(_) => true,
        // A comment that holds `<` or `>` counts as text of its paragraph.
        MarkupKind::Comment => {
            let inside = markup.span.of(text).strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
            inside.is_some_and(|inside| !inside.contains(['<', '>']))
        }
        MarkupKind::Declaration | MarkupKind::Reference(_) => false,
    };
    is_tag.then_some(markup.span.len())
}
