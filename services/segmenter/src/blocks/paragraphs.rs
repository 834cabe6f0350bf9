//! Lines to paragraphs.
//!
//! Blank lines part paragraphs. A single line break parts them too, unless the text is wrapped by
//! hand at some width: then a line is broken where its next word would not have fitted. Tags left
//! in the text part paragraphs as they do on a page.

use text::{ByteSet, Span};

use super::{byline, columns, ends_like_sentence, markup};

/// The widest line of a text wrapped by hand. Mail and wire text wrap at 60 to 80 columns.
const WIDEST_WRAP: usize = 100;

/// A narrower widest line is verse or a list, not wrapped prose.
const NARROWEST_WRAP: usize = 40;

/// A line broken this many columns early is still a wrapped one: some editors even their lines out.
const RAGGED: usize = 8;

/// The paragraphs of `body`, without the white space around them.
pub(super) fn paragraphs(body: &str) -> Vec<Span> {
    let breaks = markup::breaks(body);
    let lines = lines(body, &breaks);
    let width = wrap_width(body, &lines);
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut previous: Option<Line> = None;
    for line in lines {
        if !line.span.is_empty() {
            let goes_on = match (previous, width) {
                (Some(before), Some(width)) => is_wrapped(body, before, line, width),
                _ => false,
            };
            match paragraphs.last_mut() {
                Some(paragraph) if goes_on => paragraph.end = line.span.end,
                _ => paragraphs.push(line.span),
            }
        }
        previous = (!line.span.is_empty()).then_some(line);
    }
    if breaks.is_empty() { paragraphs } else { markup::joined(body, paragraphs) }
}

/// One line.
#[derive(Debug, Clone, Copy)]
struct Line {
    /// Without the white space around it; empty for a blank line.
    span: Span,
    /// White space before it, in bytes.
    indent: usize,
    /// Whether a tag parts it from what stands before it.
    is_parted: bool,
}

fn lines(body: &str, breaks: &[usize]) -> Vec<Line> {
    let mut lines = Vec::with_capacity(16);
    let mut breaks = breaks.iter().copied().peekable();
    let (mut start, mut is_parted) = (0, false);
    // The break between carriage return and line feed is no line of its own.
    for end in line_breaks(body).chain([body.len()]) {
        let is_inside_break = end > 0
            && start == end
            && body.as_bytes().get(end) == Some(&b'\n')
            && body.as_bytes().get(end - 1) == Some(&b'\r');
        if !is_inside_break {
            while let Some(at) = breaks.next_if(|at| *at <= end) {
                let span = Span::new(start, at).trimmed(body);
                if !span.is_empty() {
                    lines.push(Line { span, indent: span.start - start, is_parted });
                }
                (start, is_parted) = (at, true);
            }
            let span = Span::new(start, end).trimmed(body);
            lines.push(Line { span, indent: span.start - start, is_parted });
            is_parted &= span.is_empty();
        }
        start = end + body.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    lines
}

/// The first bytes of line breaks.
static BREAKS: ByteSet = ByteSet::of(b"\n\r\x0b\x0c\xc2\xe2");

fn line_breaks(body: &str) -> impl Iterator<Item = usize> + '_ {
    let mut from = 0;
    let found = std::iter::from_fn(move || {
        let at = BREAKS.find(body.as_bytes(), from)?;
        from = at + 1;
        Some(at)
    });
    found.filter(|at| body.get(*at..).is_some_and(|rest| rest.starts_with(is_line_break)))
}

fn is_line_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The width the body is wrapped at, if it is.
fn wrap_width(body: &str, lines: &[Line]) -> Option<usize> {
    let texts = lines.iter().map(|line| line.span.of(body));
    // A long address cannot be wrapped and says nothing about the width.
    let widths = texts.filter_map(|line| {
        let columns = columns(line);
        (columns <= WIDEST_WRAP || line.contains(' ')).then_some(columns)
    });
    let widest = widths.max()?;
    if !(NARROWEST_WRAP..=WIDEST_WRAP).contains(&widest) {
        return None;
    }
    let (mut neighbours, mut wrapped) = (0_usize, 0_usize);
    for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
        if !line.span.is_empty() && !next.span.is_empty() {
            neighbours += 1;
            wrapped += usize::from(is_wrapped(body, *line, *next, widest));
        }
    }
    (wrapped > 0 && wrapped * 2 >= neighbours).then_some(widest)
}

/// Whether the break between two lines is only there because the line was full.
fn is_wrapped(body: &str, line: Line, next: Line, width: usize) -> bool {
    let (text, following) = (line.span.of(body), next.span.of(body));
    let first_word = following.split_whitespace().next().unwrap_or("");
    // Where words are not spaced, a single character would have fitted.
    let unspaced = following.chars().next().is_some_and(text::is_without_spaces);
    let needed = if unspaced { 2 } else { 1 + columns(first_word) };
    let slack = if ends_like_sentence(text) { 0 } else { RAGGED };
    !next.is_parted
        && columns(text) + needed + slack > width
        && next.indent <= line.indent
        && !is_list_entry(following)
        && !byline::is_byline(following, None)
}

fn is_list_entry(line: &str) -> bool {
    let mut characters = line.chars();
    let bullet = characters.next().is_some_and(|mark| matches!(mark, '•' | '*' | '·' | '-' | '–' | '—'));
    bullet && characters.next().is_some_and(char::is_whitespace)
}
