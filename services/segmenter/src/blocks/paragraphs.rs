//! Lines to paragraphs.
//!
//! Blank lines separate paragraphs. A single line break separates them too, unless the text is wrapped by
//! hand at some width. Then a line is broken where its next word would not have fitted. Tags left in the text
//! separate paragraphs as they do on a page.

use text::Span;

use super::line::{Line, columns};
use super::paragraph::Paragraph;
use super::{byline, tags};

/// The widest line of a text wrapped by hand, in columns. Mail and wire text wrap at 60 to 80.
const WIDEST_WRAP: usize = 100;

/// The narrowest width of wrapped prose, in columns. If all lines are narrower, the text is verse or a list.
const NARROWEST_WRAP: usize = 40;

/// The columns by which a wrapped line may be broken early: some editors even out their lines.
const RAGGED: usize = 8;

/// Splits `body` into paragraphs, without the white space around them.
pub(super) fn paragraphs(body: &str) -> Vec<Paragraph<'_>> {
    let breaks = tags::breaks(body);
    let lines = source_lines(body, &breaks);
    let spans = unwrapped(&lines);
    let spans = if breaks.is_empty() { spans } else { tags::joined(body, spans) };
    let mut lines = lines.iter().peekable();
    let paragraph = |span: Span| {
        // Most paragraphs are one line, which has been measured.
        while lines.next_if(|line| line.span.start < span.start).is_some() {}
        let measured = lines.peek().filter(|line| line.span == span).map(|line| line.line);
        Paragraph::new(span, measured.unwrap_or_else(|| Line::measure(span.of(body))))
    };
    spans.into_iter().map(paragraph).collect()
}

/// Joins the lines of wrapped paragraphs. Returns the span of each paragraph.
fn unwrapped(lines: &[SourceLine<'_>]) -> Vec<Span> {
    let width = wrap_width(lines);
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut previous: Option<&SourceLine<'_>> = None;
    for line in lines {
        previous = if line.span.is_empty() {
            None
        } else {
            let goes_on = previous.zip(width).is_some_and(|(before, width)| is_wrapped(before, line, width));
            match paragraphs.last_mut() {
                Some(paragraph) if goes_on => paragraph.end = line.span.end,
                _ => paragraphs.push(line.span),
            }
            Some(line)
        };
    }
    paragraphs
}

/// A line between two line breaks or tags.
#[derive(Debug)]
struct SourceLine<'b> {
    /// Its place in the body, without the white space around it; empty for a blank line.
    span: Span,
    line: Line<'b>,
    /// The white space before it, in bytes.
    indent: usize,
    /// Whether a tag separates it from what comes before it.
    is_after_tag: bool,
}

fn source_lines<'b>(body: &'b str, breaks: &[usize]) -> Vec<SourceLine<'b>> {
    let mut lines = Vec::with_capacity(16);
    let mut breaks = breaks.iter().copied().peekable();
    let (mut start, mut is_after_tag) = (0, false);
    let source_line = |start, end, is_after_tag| {
        let span = Span::new(start, end).trimmed(body);
        SourceLine { span, line: Line::measure(span.of(body)), indent: span.start - start, is_after_tag }
    };
    for end in line_breaks(body).chain([body.len()]) {
        // Between carriage return and line feed there is no line.
        let is_inside_break = end > 0
            && start == end
            && body.as_bytes().get(end) == Some(&b'\n')
            && body.as_bytes().get(end - 1) == Some(&b'\r');
        if !is_inside_break {
            while let Some(at) = breaks.next_if(|at| *at <= end) {
                let line = source_line(start, at, is_after_tag);
                if !line.span.is_empty() {
                    lines.push(line);
                }
                (start, is_after_tag) = (at, true);
            }
            let line = source_line(start, end, is_after_tag);
            is_after_tag &= line.span.is_empty();
            lines.push(line);
        }
        start = end + body.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    lines
}

/// Returns the byte positions of line breaks.
fn line_breaks(body: &str) -> impl Iterator<Item = usize> + '_ {
    let mut from = 0;
    let found = std::iter::from_fn(move || {
        let at = from + first_of_break(body.as_bytes().get(from..)?)?;
        from = at + 1;
        Some(at)
    });
    found.filter(|at| body.get(*at..).is_some_and(|rest| rest.starts_with(is_line_break)))
}

/// Returns the place of the first byte that a line break may begin with.
fn first_of_break(bytes: &[u8]) -> Option<usize> {
    const CHUNK: usize = 16;
    let begins = |byte: &u8| matches!(byte, b'\n'..=b'\r' | 0xc2 | 0xe2);
    // In this form, without an early exit, the compiler tests all bytes of a chunk at once.
    let is_free =
        |chunk: &&[u8; CHUNK]| chunk.iter().fold(0, |found, byte| found | u8::from(begins(byte))) == 0;
    let free = bytes.as_chunks().0.iter().take_while(is_free).count() * CHUNK;
    Some(free + bytes.get(free..)?.iter().position(begins)?)
}

fn is_line_break(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Returns the width at which the body is wrapped, in columns; `None` if it is not.
fn wrap_width(lines: &[SourceLine<'_>]) -> Option<usize> {
    // A long address cannot be wrapped and says nothing about the width.
    let says_width =
        |line: &&SourceLine<'_>| line.line.columns <= WIDEST_WRAP || line.line.text.contains(' ');
    let widest = lines.iter().filter(says_width).map(|line| line.line.columns).max()?;
    if !(NARROWEST_WRAP..=WIDEST_WRAP).contains(&widest) {
        return None;
    }
    let (mut neighbours, mut wrapped) = (0_usize, 0_usize);
    for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
        if !line.span.is_empty() && !next.span.is_empty() {
            neighbours += 1;
            wrapped += usize::from(is_wrapped(line, next, widest));
        }
    }
    // Half of the breaks must be wraps: in a list of short lines a few look like one.
    (wrapped > 0 && wrapped * 2 >= neighbours).then_some(widest)
}

/// Reports whether `line` was broken only because it was full, so that `next` continues it.
fn is_wrapped(line: &SourceLine<'_>, next: &SourceLine<'_>, width: usize) -> bool {
    let following = next.line.text;
    let first_word = following.split_whitespace().next().unwrap_or("");
    // In a script without spaces a single wide character would have fitted.
    let is_unspaced = following.chars().next().is_some_and(text::is_without_spaces);
    let needed = if is_unspaced { 2 } else { 1 + columns(first_word) };
    let tolerance = if line.line.ends_like_sentence { 0 } else { RAGGED };
    !next.is_after_tag
        && line.line.columns + needed + tolerance > width
        && next.indent <= line.indent
        && !is_list_entry(following)
        && !byline::is_byline(&next.line)
}

/// Reports whether a line opens with a bullet, or with a date or a time as the lines of a timeline do:
/// `11/12/12 - Council wants more`, `2012: Council wants more`.
fn is_list_entry(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or("");
    let behind = line.get(word.len()..).unwrap_or("").trim_start();
    let is_dated = word.starts_with(|c: char| c.is_ascii_digit())
        && word
            .trim_end_matches(':')
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'/' | b'.' | b'-' | b':'))
        && word.len() >= 4
        && (word.ends_with(':') || behind.starts_with(text::is_dash));
    if is_dated {
        return true;
    }
    let mut characters = line.chars();
    let bullet = characters.next().is_some_and(|mark| matches!(mark, '•' | '*' | '·' | '-' | '–' | '—'));
    bullet && characters.next().is_some_and(char::is_whitespace)
}
