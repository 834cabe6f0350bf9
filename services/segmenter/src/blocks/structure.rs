//! The blocks of a body, put together.

use messages::BlockKind;
use text::Span;

use super::article_fields::ArticleFields;
use super::block::Block;
use super::dateline::{self, Dateline};
use super::heading::Heading;
use super::paragraph::Paragraph;
use super::paragraphs::paragraphs;
use super::{furniture, headline, kinds, trailer};

/// Returns the blocks of `body` in order.
pub(crate) fn blocks(body: &str, fields: ArticleFields<'_>) -> Vec<Block> {
    let paragraphs = paragraphs(body);
    let are_furniture = furniture::are_furniture(&paragraphs);
    let (story, below) = paragraphs.split_at(trailer::story_length(&paragraphs, &are_furniture));
    let mut blocks = Heading { story, are_furniture: &are_furniture, fields }.blocks();
    let told = story.get(blocks.len()..).unwrap_or_default();
    let above = blocks.len().checked_sub(1).and_then(|above| story.get(above));
    let kinds = kinds::kinds(body, above, told, are_furniture.get(blocks.len()..).unwrap_or_default());
    blocks.reserve(paragraphs.len());
    let lead = lead(told, &kinds);
    for (index, (paragraph, kind)) in told.iter().zip(&kinds).enumerate() {
        if *kind == BlockKind::Paragraph {
            let is_above_lead = || lead.is_some_and(|lead| index < lead) && is_dateline_alone(paragraph);
            let dateline = dateline_of(body, paragraph, lead == Some(index) || is_above_lead());
            push_paragraph(body, paragraph, dateline, index + 1 == told.len(), &mut blocks);
        } else {
            blocks.push(Block::new(*kind, paragraph.span));
        }
    }
    blocks.extend(below.iter().map(|paragraph| Block::new(BlockKind::Trailer, paragraph.span)));
    blocks
}

/// Returns which paragraph is the lead: the first that reads like one, and else the first. A line that no rule knows
/// may stand above it.
fn lead(told: &[Paragraph<'_>], kinds: &[BlockKind]) -> Option<usize> {
    let is_text = |index: &usize| kinds.get(*index) == Some(&BlockKind::Paragraph);
    let reads_like_lead =
        |index: &usize| told.get(*index).is_some_and(|paragraph| headline::is_lead(&paragraph.bare));
    let mut texts = (0..kinds.len()).filter(is_text);
    texts.clone().find(reads_like_lead).or_else(|| texts.next())
}

/// Reports whether a paragraph is a dateline and nothing else: `Malmö (TT)`.
fn is_dateline_alone(paragraph: &Paragraph<'_>) -> bool {
    paragraph.dateline().is_some_and(|(span, _)| span.end >= paragraph.span.end)
}

/// Returns the dateline of a paragraph. A later item of a roundup has one, too, if its place is in capitals and an
/// agency or a date confirms it.
fn dateline_of(body: &str, paragraph: &Paragraph<'_>, is_lead: bool) -> Option<(Span, Dateline)> {
    let mut first = paragraph.line.text.chars().filter(|c| !text::is_invisible(*c));
    // Most paragraphs open with one capital, and need no look at their dateline.
    let mut opens_in_capitals = || (0..3).all(|_| first.next().is_some_and(char::is_uppercase));
    if !is_lead && !opens_in_capitals() {
        return None;
    }
    // A number alone is no date.
    let is_dated = |date: Span| date.of(body).contains(char::is_alphabetic);
    let is_confirmed = |dateline: &Dateline| {
        dateline.place.is_some() && (dateline.source.is_some() || dateline.date.is_some_and(is_dated))
    };
    let found = paragraph.dateline().filter(|(_, dateline)| is_lead || is_confirmed(dateline));
    let named = || dateline::find_named_in(body, paragraph.line.text, paragraph.span.start);
    found.or_else(|| if is_lead { named() } else { None })
}

/// Adds a paragraph, with the dateline before it if it has one and the credit after it if it is the last.
fn push_paragraph(
    body: &str,
    paragraph: &Paragraph<'_>,
    dateline: Option<(Span, Dateline)>,
    is_last: bool,
    blocks: &mut Vec<Block>,
) {
    let mut rest = paragraph.span;
    if let Some((span, dateline)) = dateline {
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
