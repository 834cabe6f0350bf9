//! Markup that was left in a body: where its tags part paragraphs.
//!
//! The text is never rewritten, so a tag stays in the paragraph it opens or closes.

use text::Span;

/// The longest tag or comment that is read, in bytes; bounds the work for each `<`.
const LONGEST_TAG: usize = 500;

/// Elements that stand as paragraphs of their own.
#[rustfmt::skip] // Rows of words, not one word a line.
const BLOCK_ELEMENTS: &[&str] = &[
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "section", "article", "table", "tr",
    "figure", "figcaption", "pre", "header", "footer",
];

/// Elements that break a line where they stand.
const BREAKING_ELEMENTS: [&str; 2] = ["br", "hr"];

/// Where tags part paragraphs, in order: before a block opens, after one that closes and after a break.
/// None where nothing is closed or broken, for then `<p>` may be anything.
pub(super) fn breaks(body: &str) -> Vec<usize> {
    let (mut breaks, mut is_evident) = (Vec::new(), false);
    for (start, _) in body.match_indices('<') {
        let Some(tag) = body.get(start..).and_then(Tag::read) else { continue };
        let is_block = BLOCK_ELEMENTS.iter().any(|element| element.eq_ignore_ascii_case(tag.name));
        let is_break = BREAKING_ELEMENTS.iter().any(|element| element.eq_ignore_ascii_case(tag.name));
        is_evident |= is_break || (is_block && tag.closes);
        if is_break || (is_block && tag.closes) {
            breaks.push(start + tag.length);
        } else if is_block {
            breaks.push(start);
        }
    }
    if is_evident { breaks } else { Vec::new() }
}

/// The paragraphs, with those of tags alone joined to the text that they open or close.
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
    // Tags at the very end that open nothing.
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
    while let Some(tag) = Tag::read(rest) {
        rest = rest.get(tag.length..).unwrap_or("").trim_start();
    }
    rest
}

/// Removes the tags that `text` ends with.
pub(super) fn without_closing_tags(text: &str) -> &str {
    let mut rest = text;
    while let Some(open) = rest.ends_with('>').then(|| tail(rest).rfind('<')).flatten() {
        let at = rest.len() - tail(rest).len() + open;
        let is_tag =
            rest.get(at..).is_some_and(|tag| Tag::read(tag).is_some_and(|read| read.length == tag.len()));
        let Some(before) = rest.get(..at).filter(|_| is_tag) else { break };
        rest = before.trim_end();
    }
    rest
}

/// As much of the end of `text` as a tag may take.
fn tail(text: &str) -> &str {
    text.get(text.ceil_char_boundary(text.len().saturating_sub(LONGEST_TAG))..).unwrap_or(text)
}

/// A tag or comment at the head of a text.
struct Tag<'t> {
    /// Its element; empty for a comment.
    name: &'t str,
    closes: bool,
    length: usize,
}

impl<'t> Tag<'t> {
    fn read(text: &'t str) -> Option<Self> {
        let inside = text.strip_prefix('<')?;
        let end = head(inside).find(['<', '>'])?;
        let (content, closing) = inside.split_at_checked(end)?;
        let length = end + "<>".len();
        if content.starts_with("!--") {
            let is_comment = content.ends_with("--") && closing.starts_with('>');
            return is_comment.then_some(Self { name: "", closes: false, length });
        }
        let named = content.strip_prefix('/').unwrap_or(content);
        let is_named = named.starts_with(|first: char| first.is_ascii_alphabetic());
        let name = named.get(..named.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count())?;
        let closes = named.len() < content.len();
        (is_named && closing.starts_with('>')).then_some(Self { name, closes, length })
    }
}

/// As much of `text` as a tag may take.
fn head(text: &str) -> &str {
    text.get(..text.floor_char_boundary(LONGEST_TAG)).unwrap_or(text)
}
