//! The blocks of a body, put together.

use messages::BlockKind;
use text::Span;

use super::block::Block;
use super::dateline::Dateline;
use super::paragraph::Paragraph;
use super::paragraphs::paragraphs;
use super::{byline, furniture, headline, kinds, trailer};

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
    let are_furniture = furniture::are_furniture(&paragraphs);
    let (story, below) = paragraphs.split_at(trailer::story_length(&paragraphs, &are_furniture));
    let mut blocks = Heading { story, are_furniture: &are_furniture, fields }.blocks();
    let told = story.get(blocks.len()..).unwrap_or_default();
    let kinds = kinds::kinds(body, told, are_furniture.get(blocks.len()..).unwrap_or_default());
    blocks.reserve(paragraphs.len());
    let lead = kinds.iter().position(|kind| *kind == BlockKind::Paragraph);
    for (index, (paragraph, kind)) in told.iter().zip(&kinds).enumerate() {
        if *kind == BlockKind::Paragraph {
            let dateline = dateline_of(body, paragraph, lead == Some(index));
            push_paragraph(body, paragraph, dateline, index + 1 == told.len(), &mut blocks);
        } else {
            blocks.push(Block::new(*kind, paragraph.span));
        }
    }
    blocks.extend(below.iter().map(|paragraph| Block::new(BlockKind::Trailer, paragraph.span)));
    blocks
}

/// The lines before the lead.
#[derive(Debug, Clone, Copy)]
struct Heading<'p, 'b> {
    story: &'p [Paragraph<'b>],
    /// Whether each paragraph is furniture.
    are_furniture: &'p [bool],
    fields: ArticleFields<'p>,
}

impl<'b> Heading<'_, 'b> {
    /// Returns the headline and the bylines before the lead, with what the page sets around them, one block for
    /// each paragraph.
    fn blocks(self) -> Vec<Block> {
        let mut head = Vec::new();
        self.skip_page(&mut head);
        let first = head.len();
        if self.story.get(first).is_some_and(|line| self.is_headline(line, first)) {
            self.push(&mut head, BlockKind::Headline);
        } else if let Some(names) = self.names_under(first) {
            self.push(&mut head, BlockKind::Headline);
            while head.len() <= names {
                self.skip_page(&mut head);
                self.push(&mut head, BlockKind::Byline);
            }
        }
        loop {
            self.skip_page(&mut head);
            // An article of nothing but names keeps its last paragraph as text.
            let is_last = head.len() + 1 == self.story.len();
            let next = self.story.get(head.len()).filter(|_| !is_last);
            if !next.is_some_and(|next| byline::is_byline(&next.bare, self.fields.byline)) {
                return head;
            }
            self.push(&mut head, BlockKind::Byline);
        }
    }

    fn is_headline(&self, line: &Paragraph<'b>, index: usize) -> bool {
        let is_text = |index: &usize| {
            !self.is_furniture(*index)
                && self.story.get(*index).is_some_and(|paragraph| !paragraph.is_caption())
        };
        let below = (index + 1..self.story.len()).find(is_text).and_then(|below| self.story.get(below));
        headline::is_headline(line, below, self.fields.headline)
    }

    /// Returns the last line of a byline that is a bare name, perhaps with a role below it, if the line at `first` is a
    /// headline over it and a lead comes below.
    fn names_under(&self, first: usize) -> Option<usize> {
        if self.fields.headline.is_some_and(|headline| !headline.trim().is_empty()) {
            return None;
        }
        let is_text = |index: &usize| {
            !self.is_furniture(*index) && self.story.get(*index).is_some_and(|line| !line.is_caption())
        };
        let mut below = (first + 1..self.story.len()).filter(is_text);
        let bare = |index: usize| self.story.get(index).map(|paragraph| &paragraph.bare);
        let (name, next) = (below.next()?, below.next()?);
        let last = if bare(next).is_some_and(byline::is_role) { next } else { name };
        let lead = if last == next { below.next()? } else { next };
        headline::is_headline_over_name(bare(first)?, bare(name)?, bare(lead)?).then_some(last)
    }

    fn is_furniture(&self, index: usize) -> bool {
        self.are_furniture.get(index).copied().unwrap_or(false)
    }

    /// Adds the furniture that comes next, and the captions unless nothing comes after them.
    fn skip_page(&self, head: &mut Vec<Block>) {
        while let Some(next) = self.story.get(head.len()) {
            let has_more = head.len() + 1 < self.story.len();
            if self.is_furniture(head.len()) {
                self.push(head, BlockKind::Furniture);
            } else if has_more && next.is_caption() {
                self.push(head, BlockKind::Caption);
            } else {
                return;
            }
        }
    }

    /// Adds the next paragraph.
    fn push(&self, head: &mut Vec<Block>, kind: BlockKind) {
        head.extend(self.story.get(head.len()).map(|paragraph| Block::new(kind, paragraph.span)));
    }
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
    paragraph.dateline().filter(|(_, dateline)| is_lead || is_confirmed(dateline))
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
