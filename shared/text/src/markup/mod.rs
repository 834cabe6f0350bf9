//! HTML that was left in a text: tags, comments and character references, each with its span.
//!
//! Feeds deliver fragments, and every annotation points into the text as it was delivered. So the scanner
//! builds no tree, repairs nothing and copies nothing. It reports what an HTML tokenizer would take for
//! markup, with these limits:
//!
//! - A tag ends at the next `>`, even inside an attribute, and holds no `<`. It has at most 4,000 bytes.
//! - A comment ends at the next `-->` and may hold tags. Without an end in the next 64 KiB it is text.
//! - A character reference needs its semicolon and has at most 12 bytes.
//!
//! The scan takes time linear in the text, whatever the text holds.

mod references;
mod searches;

use memchr::memchr2;

use crate::Span;
use searches::Search;

/// Longest tag or declaration, in bytes. A longer one is text.
///
/// Inline styles and `data:` attributes of real pages reach a few thousand bytes.
const LONGEST_TAG: usize = 4_000;

/// A piece of markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Markup<'t> {
    /// The bytes from `<` to `>`, or from `&` to `;`.
    pub span: Span,
    /// The kind of markup.
    pub kind: MarkupKind<'t>,
}

/// The kinds of markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkupKind<'t> {
    /// A tag that opens an element, or an empty element such as `<br/>`, with the element's name as written.
    OpeningTag(&'t str),
    /// A tag that closes an element, with the element's name as written.
    ClosingTag(&'t str),
    /// A comment with its content.
    Comment,
    /// A declaration or processing instruction: `<!DOCTYPE html>`, `<?xml version="1.0"?>`.
    Declaration,
    /// A character reference with its character; `None` if its name is unknown or its number is not a
    /// character.
    Reference(Option<char>),
}

/// Returns a scanner that reports the markup of `text` in order.
///
/// ```
/// # use wiredesk_text as text;
/// use text::markup::{self, MarkupKind};
///
/// let text = "<p>Rain &amp; snow<!-- ad --></p>";
/// let found: Vec<_> = markup::scan(text).map(|markup| (markup.span.of(text), markup.kind)).collect();
/// assert_eq!(found, [
///     ("<p>", MarkupKind::OpeningTag("p")),
///     ("&amp;", MarkupKind::Reference(Some('&'))),
///     ("<!-- ad -->", MarkupKind::Comment),
///     ("</p>", MarkupKind::ClosingTag("p")),
/// ]);
/// ```
pub fn scan(text: &str) -> Scanner<'_> {
    Scanner {
        text,
        position: 0,
        comment_ends: Search::new("-->"),
        script_ends: Search::new("</script"),
        style_ends: Search::new("</style"),
    }
}

/// Finds the markup of one text, either in order (as an iterator) or at given positions.
#[derive(Debug, Clone)]
pub struct Scanner<'t> {
    text: &'t str,
    /// The byte at which the iterator goes on.
    position: usize,
    comment_ends: Search,
    script_ends: Search,
    style_ends: Search,
}

impl<'t> Scanner<'t> {
    /// Returns the markup that begins at byte `start`, if any does.
    pub fn at(&mut self, start: usize) -> Option<Markup<'t>> {
        let rest = self.text.get(start..)?;
        let (length, kind) = match rest.as_bytes() {
            [b'&', ..] => references::reference(rest)
                .map(|(character, length)| (length, MarkupKind::Reference(character)))?,
            [b'<', b'!', b'-', b'-', ..] => {
                // HTML lets `<!-->` close itself, so the search begins with the hyphens.
                let end = self.comment_ends.find(self.text, start + "<!".len())?;
                (end + "-->".len() - start, MarkupKind::Comment)
            }
            [b'<', b'!' | b'?', first, ..] if first.is_ascii_alphabetic() || *first == b'[' => {
                (tag_length(rest)?, MarkupKind::Declaration)
            }
            [b'<', b'/', first, ..] if first.is_ascii_alphabetic() => {
                let length = tag_length(rest)?;
                (length, MarkupKind::ClosingTag(name(rest, "</".len(), length)))
            }
            [b'<', first, ..] if first.is_ascii_alphabetic() => {
                let length = tag_length(rest)?;
                (length, MarkupKind::OpeningTag(name(rest, "<".len(), length)))
            }
            _ => return None,
        };
        Some(Markup { span: Span::new(start, start + length), kind })
    }

    /// Returns the content of the `script` or `style` element that `opening` opens, up to its closing tag.
    ///
    /// Such content is code and holds no markup. Returns `None` for other markup, and for an element that
    /// does not end in the next 64 KiB.
    pub fn code_after(&mut self, opening: &Markup<'t>) -> Option<Span> {
        let MarkupKind::OpeningTag(name) = opening.kind else { return None };
        let search = match name {
            _ if name.eq_ignore_ascii_case("script") => &mut self.script_ends,
            _ if name.eq_ignore_ascii_case("style") => &mut self.style_ends,
            _ => return None,
        };
        let end = search.find(self.text, opening.span.end)?;
        Some(Span::new(opening.span.end, end))
    }
}

impl<'t> Iterator for Scanner<'t> {
    type Item = Markup<'t>;

    fn next(&mut self) -> Option<Markup<'t>> {
        loop {
            let rest = self.text.as_bytes().get(self.position..)?;
            let start = self.position + memchr2(b'<', b'&', rest)?;
            let markup = self.at(start);
            self.position = markup.map_or(start + 1, |markup| markup.span.end);
            if markup.is_some() {
                return markup;
            }
        }
    }
}

/// Returns the length in bytes of the tag at the start of `rest`, which begins with `<`.
///
/// The search stops at the next `<`. That bounds the work: no byte is looked at for two tags.
fn tag_length(rest: &str) -> Option<usize> {
    let inside = rest.as_bytes().get(1..)?;
    let inside = inside.get(..LONGEST_TAG).unwrap_or(inside);
    let end = memchr2(b'<', b'>', inside)?;
    (inside.get(end) == Some(&b'>')).then_some(end + "<>".len())
}

/// Returns the element's name, which begins at byte `start` of a tag of `length` bytes.
fn name(rest: &str, start: usize, length: usize) -> &str {
    let inside = rest.get(start..length).unwrap_or("");
    let end =
        inside.find(|character: char| character.is_ascii_whitespace() || matches!(character, '/' | '>'));
    inside.get(..end.unwrap_or(inside.len())).unwrap_or("")
}

#[cfg(test)]
mod tests;
