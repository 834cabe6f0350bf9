//! The structure of an article: its blocks, found before any sentence.
//!
//! Every visible character of the body lies in exactly one block; between blocks there is only
//! white space.

mod byline;
mod cues;
mod dateline;
mod headline;
mod markup;
mod paragraphs;
mod parts;
mod sign_off;
mod trailer;

use messages::BlockKind;
use text::Span;

pub use dateline::Dateline;

/// One structural part of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
    /// The parts of a dateline, where the block is one.
    pub dateline: Option<Dateline>,
}

/// What the publisher sent beside the body; a body that repeats it is recognised by it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known<'a> {
    pub(crate) headline: Option<&'a str>,
    pub(crate) byline: Option<&'a str>,
}

impl Block {
    pub(crate) fn new(kind: BlockKind, span: Span) -> Self {
        Self { kind, span, dateline: None }
    }
}

/// The blocks of `body`, in order.
pub(crate) fn blocks(body: &str, known: Known<'_>) -> Vec<Block> {
    let paragraphs = paragraphs::paragraphs(body);
    let story = trailer::story(body, &paragraphs);
    let (head, rest) = (heading(body, story, known), paragraphs.get(story.len()..).unwrap_or_default());
    let told = story.get(head.len()..).unwrap_or_default();
    let kinds = parts::kinds(body, told);
    let lead = kinds.iter().position(|kind| *kind == BlockKind::Paragraph);
    let mut blocks = head;
    blocks.reserve(paragraphs.len());
    for (index, (paragraph, kind)) in told.iter().zip(&kinds).enumerate() {
        if *kind == BlockKind::Paragraph {
            push_paragraph(body, *paragraph, lead == Some(index), index + 1 == told.len(), &mut blocks);
        } else {
            blocks.push(Block::new(*kind, *paragraph));
        }
    }
    blocks.extend(rest.iter().map(|paragraph| Block::new(BlockKind::Trailer, *paragraph)));
    blocks
}

/// The headline and bylines before the lead: one block for each paragraph they take.
fn heading(body: &str, story: &[Span], known: Known<'_>) -> Vec<Block> {
    let mut head = Vec::new();
    let mut paragraphs = story.iter().copied().peekable();
    if let Some(first) = paragraphs.peek().copied()
        && headline::is_headline(body, first, below_headline(body, story), known.headline)
    {
        head.push(Block::new(BlockKind::Headline, first));
        paragraphs.next();
    }
    while let Some(next) =
        paragraphs.next_if(|next| byline::is_byline(markup::without_tags(next.of(body)), known.byline))
    {
        // An article of nothing but names keeps its last paragraph as text.
        if paragraphs.peek().is_none() {
            break;
        }
        head.push(Block::new(BlockKind::Byline, next));
    }
    head
}

/// The paragraph under the first, a caption aside.
fn below_headline(body: &str, story: &[Span]) -> Option<Span> {
    story
        .iter()
        .skip(1)
        .copied()
        .find(|paragraph| !parts::is_caption(markup::without_tags(paragraph.of(body))))
}

/// A paragraph, with the dateline before it where it is the lead and the credit in brackets behind
/// it where it is the last.
fn push_paragraph(body: &str, paragraph: Span, is_lead: bool, is_last: bool, blocks: &mut Vec<Block>) {
    let mut rest = paragraph;
    if is_lead && let Some((end, parts)) = dateline::dateline(body, paragraph) {
        let span = Span::new(paragraph.start, end);
        blocks.push(Block { kind: BlockKind::Dateline, span, dateline: Some(parts) });
        rest = Span::new(end, paragraph.end).trimmed(body);
    }
    let credit = if is_last { trailer::closing_credit(body, rest) } else { None };
    let told = credit.map_or(rest, |credit| Span::new(rest.start, credit.start).trimmed(body));
    let parts = [(BlockKind::Paragraph, Some(told)), (BlockKind::Trailer, credit)];
    for (kind, span) in parts {
        if let Some(span) = span.filter(|span| !span.is_empty()) {
            blocks.push(Block::new(kind, span));
        }
    }
}

/// As far as columns are counted.
const MOST_COLUMNS: usize = 400;

/// Bytes looked at together where a text is ASCII.
const CHUNK: usize = 16;

/// Columns a text takes, counted up to 400 characters: ideographs, kana and Hangul take two.
fn columns(text: &str) -> usize {
    // Most lines are ASCII, a column a byte, and so is most of the others.
    let most = text.len().min(MOST_COLUMNS);
    if text.as_bytes().get(..most).is_some_and(<[u8]>::is_ascii) {
        return most;
    }
    let (mut columns, mut characters, mut rest) = (0, 0, text);
    while characters < MOST_COLUMNS {
        let plain = rest.split_at_checked(CHUNK).filter(|(chunk, _)| chunk.is_ascii());
        if let Some((_, behind)) = plain {
            (columns, characters, rest) = (columns + CHUNK, characters + CHUNK, behind);
        } else {
            let mut behind = rest.chars();
            let Some(character) = behind.next() else { break };
            columns += 1 + usize::from(character >= '\u{1100}' && is_wide(character));
            (characters, rest) = (characters + 1, behind.as_str());
        }
    }
    columns
}

fn is_wide(character: char) -> bool {
    matches!(character, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}')
}

/// Whether a text ends like a sentence: a terminal mark, perhaps with closing marks behind it.
fn ends_like_sentence(text: &str) -> bool {
    text.chars()
        .rev()
        .take(8)
        .find(|character| !text::is_closing_mark(*character))
        .is_some_and(text::is_sentence_terminal)
}

/// Whether `line` begins with one of `openings`, in any capitals, as whole words.
fn opens_with(line: &str, openings: &[&str]) -> bool {
    let head = || line.chars().take(48).flat_map(char::to_lowercase);
    let Some(first) = head().next() else { return false };
    let mut first_bytes = [0; 4];
    let first_byte = first.encode_utf8(&mut first_bytes).bytes().next();
    // The first bytes differ most times, and nothing is spelt out for it.
    openings.iter().filter(|opening| opening.bytes().next() == first_byte).any(|opening| {
        let mut head = head();
        let ends_plainly =
            opening.ends_with(|last: char| !last.is_alphabetic() || text::is_without_spaces(last));
        opening.chars().all(|expected| head.next() == Some(expected))
            && (ends_plainly || !head.next().is_some_and(char::is_alphanumeric))
    })
}
