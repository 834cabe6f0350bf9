//! The blocks of a body, put together.

use messages::BlockKind;
use text::Span;

use super::block::Block;
use super::paragraph::Paragraph;
use super::paragraphs::paragraphs;
use super::{byline, captions, headline, kinds, trailer};

/// The headline and byline that the publisher sent as fields of their own. A body that repeats them is
/// recognized by them.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ArticleFields<'a> {
    pub(crate) headline: Option<&'a str>,
    pub(crate) byline: Option<&'a str>,
}

/// Returns the blocks of `body` in order.
pub(crate) fn blocks(body: &str, fields: ArticleFields<'_>) -> Vec<Block> {
    let paragraphs = paragraphs(body);
    let (story, below) = paragraphs.split_at(trailer::story_length(&paragraphs));
    let mut blocks = heading(story, fields);
    blocks.reserve(paragraphs.len());
    let told = story.get(blocks.len()..).unwrap_or_default();
    let kinds = kinds::kinds(body, told);
    let lead = kinds.iter().position(|kind| *kind == BlockKind::Paragraph);
    for (index, (paragraph, kind)) in told.iter().zip(&kinds).enumerate() {
        if *kind == BlockKind::Paragraph {
            push_paragraph(body, paragraph, lead == Some(index), index + 1 == told.len(), &mut blocks);
        } else {
            blocks.push(Block::new(*kind, paragraph.span));
        }
    }
    blocks.extend(below.iter().map(|paragraph| Block::new(BlockKind::Trailer, paragraph.span)));
    blocks
}

/// Returns the headline and the bylines before the lead, one block for each paragraph.
fn heading(story: &[Paragraph<'_>], fields: ArticleFields<'_>) -> Vec<Block> {
    let mut head = Vec::new();
    let mut paragraphs = story.iter().peekable();
    if let Some(first) = paragraphs.peek().copied()
        && headline::is_headline(first, below_headline(story), fields.headline)
    {
        head.push(Block::new(BlockKind::Headline, first.span));
        paragraphs.next();
    }
    while let Some(next) = paragraphs.next_if(|next| byline::is_byline(&next.bare, fields.byline)) {
        // An article of nothing but names keeps its last paragraph as text.
        if paragraphs.peek().is_none() {
            break;
        }
        head.push(Block::new(BlockKind::Byline, next.span));
    }
    head
}

/// Returns the paragraph under the first, skipping captions.
fn below_headline<'p, 'b>(story: &'p [Paragraph<'b>]) -> Option<&'p Paragraph<'b>> {
    story.iter().skip(1).find(|paragraph| !captions::is_caption(&paragraph.bare))
}

/// Adds a paragraph, with the dateline before it if it is the lead and the credit after it if it is the
/// last.
fn push_paragraph(
    body: &str,
    paragraph: &Paragraph<'_>,
    is_lead: bool,
    is_last: bool,
    blocks: &mut Vec<Block>,
) {
    let mut rest = paragraph.span;
    if is_lead && let Some((span, dateline)) = paragraph.dateline() {
        blocks.push(Block { kind: BlockKind::Dateline, span, dateline: Some(dateline) });
        rest = Span::new(span.end, rest.end).trimmed(body);
    }
    let credit = if is_last { trailer::closing_credit(body, rest) } else { None };
    let told = credit.map_or(rest, |credit| Span::new(rest.start, credit.start).trimmed(body));
    for (kind, span) in [(BlockKind::Paragraph, Some(told)), (BlockKind::Trailer, credit)] {
        if let Some(span) = span.filter(|span| !span.is_empty()) {
            blocks.push(Block::new(kind, span));
        }
    }
}
