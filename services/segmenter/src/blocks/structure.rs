//! The blocks of a body, put together.

use messages::BlockKind;
use text::Span;

use super::block::Block;
use super::dateline::Dateline;
use super::line::Line;
use super::paragraph::Paragraph;
use super::paragraphs::paragraphs;
use super::{authors, byline, furniture, headline, kinds, placed_captions, signature, trailer};

/// The most lines above the headline that name a section.
const MOST_KICKERS: usize = 2;

/// The most lines between a name and the lead: roles, further names, and what no rule knows.
const MOST_ABOVE_LEAD: usize = 5;

/// The widest such line, in columns.
const WIDEST_ABOVE_LEAD: usize = 80;

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
        if let Some(kickers) = self.kickers(head.len()) {
            for _ in 0..kickers {
                self.push(&mut head, BlockKind::Furniture);
                self.skip_page(&mut head);
            }
            self.push(&mut head, BlockKind::Headline);
        }
        loop {
            // An agency or a role below a name would be furniture anywhere else.
            if !self.is_byline_below(&head) {
                self.skip_page(&mut head);
            }
            // An article of nothing but names keeps its last paragraph as text.
            let is_last = head.len() + 1 >= self.story.len();
            if is_last || !(self.is_byline(head.len()) || self.is_byline_below(&head)) {
                return head;
            }
            self.push(&mut head, BlockKind::Byline);
        }
    }

    /// Returns how many lines from `first` name the section of the page above the headline, `Politics`, `World /
    /// Asia`; nothing if there is no headline.
    fn kickers(&self, first: usize) -> Option<usize> {
        let mut line = first;
        for kickers in 0..=MOST_KICKERS {
            if self.is_headline_at(line) {
                return Some(kickers);
            }
            self.bare(line).filter(|kicker| !self.is_headline_given() && headline::is_kicker(kicker))?;
            line = self.text_below(line)?;
        }
        None
    }

    fn is_headline_at(&self, index: usize) -> bool {
        self.story.get(index).is_some_and(|line| self.is_headline(line, index))
            || self.is_over_name(index)
            || self.is_over_furniture(index)
    }

    /// Reports whether the line at `index` is a headline directly above furniture, such as the time, and a lead. A
    /// line that no rule knows, such as a caption, may stand between them.
    fn is_over_furniture(&self, index: usize) -> bool {
        !self.is_headline_given()
            && self.is_furniture(index + 1)
            && self.bare(index).is_some_and(headline::is_long_headline)
            && self.lead_below(index).is_some()
    }

    fn is_byline(&self, index: usize) -> bool {
        self.story.get(index).is_some_and(|line| byline::is_byline(&line.bare, self.fields.byline))
    }

    /// Reports whether the line below `head` is a byline only because of its place: a name, a role or a newsroom
    /// between headline and lead.
    fn is_byline_below(&self, head: &[Block]) -> bool {
        let index = head.len();
        let Some(line) = self.bare(index) else { return false };
        // `Mara Kvist/TT` would be a credit anywhere else.
        if self.is_credit_below_caption(head) {
            return false;
        }
        if self.story.get(index).is_some_and(Paragraph::is_caption) && !signature::is_signature(line) {
            return false;
        }
        let kind = head.iter().rev().map(|block| block.kind);
        match kind.clone().find(|kind| !matches!(kind, BlockKind::Furniture | BlockKind::Caption)) {
            Some(BlockKind::Byline) => {
                let is_named = kind.clone().next() == Some(BlockKind::Byline);
                let is_bare = || {
                    index.checked_sub(1).and_then(|name| self.bare(name)).is_some_and(signature::is_bare_name)
                };
                let is_role = signature::says_role(line)
                    || byline::is_newsroom(line)
                    || signature::is_bare_name(line)
                    || (!self.is_furniture(index) && is_bare() && signature::is_role(line));
                is_named && is_role && self.lead_below(index).is_some()
            }
            None if !self.is_headline_given() => false,
            _ => {
                (byline::is_newsroom(line) || authors::names_author(line)) && self.lead_below(index).is_some()
            }
        }
    }

    /// Reports whether the line below `head` is the credit of the picture whose caption is above it.
    fn is_credit_below_caption(&self, head: &[Block]) -> bool {
        let Some((above, line)) =
            head.len().checked_sub(1).and_then(|above| self.bare(above)).zip(self.bare(head.len()))
        else {
            return false;
        };
        head.last().is_some_and(|block| block.kind == BlockKind::Caption)
            && placed_captions::is_above_credit(above, line)
    }

    /// Reports whether the line at `first` is a headline over a name, perhaps with a role below it, and a lead.
    fn is_over_name(&self, first: usize) -> bool {
        if self.is_headline_given() {
            return false;
        }
        let over = || {
            let name = self.text_below(first)?;
            let lead = self.lead_below(name)?;
            Some(headline::is_headline_over_name(self.bare(first)?, self.bare(name)?, self.bare(lead)?))
        };
        over().unwrap_or(false)
    }

    /// Returns the lead below the name at `index`, behind further names, roles and short lines that no rule knows.
    fn lead_below(&self, index: usize) -> Option<usize> {
        let mut below = self.text_below(index)?;
        for _ in 0..MOST_ABOVE_LEAD {
            let line = self.bare(below)?;
            if headline::is_lead(line) {
                return Some(below);
            }
            let may_stand_above = line.columns <= WIDEST_ABOVE_LEAD && !line.ends_like_sentence;
            below = self.text_below(below).filter(|_| may_stand_above)?;
        }
        None
    }

    fn is_headline_given(&self) -> bool {
        self.fields.headline.is_some_and(|headline| !headline.trim().is_empty())
    }

    fn bare(&self, index: usize) -> Option<&Line<'b>> {
        self.story.get(index).map(|paragraph| &paragraph.bare)
    }

    /// Returns the next line below `index` that is neither furniture nor a caption.
    fn text_below(&self, index: usize) -> Option<usize> {
        let is_text = |index: &usize| {
            !self.is_furniture(*index)
                && self.story.get(*index).is_some_and(|paragraph| !paragraph.is_caption_above_lead())
        };
        (index + 1..self.story.len()).find(is_text)
    }

    fn is_headline(&self, line: &Paragraph<'b>, index: usize) -> bool {
        // Below a headline a newsroom is a byline, although it would be furniture anywhere else.
        let next = self.story.get(index + 1).filter(|next| byline::is_newsroom(&next.bare));
        let below = next.or_else(|| self.text_below(index).and_then(|below| self.story.get(below)));
        headline::is_headline(line, below, self.fields.headline)
    }

    fn is_furniture(&self, index: usize) -> bool {
        self.are_furniture.get(index).copied().unwrap_or(false)
    }

    /// Adds the furniture that comes next, and the captions unless nothing comes after them.
    fn skip_page(&self, head: &mut Vec<Block>) {
        while let Some(next) = self.story.get(head.len()) {
            let has_more = head.len() + 1 < self.story.len();
            // Above the headline an agency in brackets may close the headline itself.
            let is_below = head.iter().any(|block| block.kind == BlockKind::Headline);
            let is_above_credit = || {
                self.bare(head.len() + 1)
                    .is_some_and(|below| placed_captions::is_above_credit(&next.bare, below))
            };
            let is_caption =
                next.is_caption() || (is_below && (next.is_caption_above_lead() || is_above_credit()));
            if self.is_furniture(head.len()) {
                self.push(head, BlockKind::Furniture);
            } else if has_more && is_caption {
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
