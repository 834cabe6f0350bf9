//! The lines before the lead: the headline and the bylines, with what the page sets around them.

use messages::BlockKind;

use super::article_fields::ArticleFields;
use super::block::Block;
use super::line::Line;
use super::paragraph::Paragraph;
use super::{authors, byline, headline};

/// The most lines above the headline that name a section.
const MOST_KICKERS: usize = 2;

/// The most such lines if the page shows around them: a menu with one entry a line.
const MOST_MENU_LINES: usize = 8;

/// The most lines between a name and the lead: roles, further names, and what no rule knows.
const MOST_ABOVE_LEAD: usize = 5;

/// The widest such line, in columns.
const WIDEST_ABOVE_LEAD: usize = 80;

/// The widest place or role below a name, in columns.
const WIDEST_PLACE: usize = 40;

/// The most decks between headline and lead.
const MOST_DECKS: usize = 2;

/// The widest deck, in columns.
const WIDEST_DECK: usize = 240;

/// The most lines of the page that are searched for text. It bounds the work.
pub(super) const MOST_OF_PAGE: usize = 64;

/// The lines before the lead.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heading<'p, 'b> {
    pub(super) story: &'p [Paragraph<'b>],
    /// Whether each paragraph is furniture.
    pub(super) are_furniture: &'p [bool],
    pub(super) fields: ArticleFields<'p>,
}

impl<'b> Heading<'_, 'b> {
    /// Returns the headline and the bylines before the lead, with what the page sets around them, one block for
    /// each paragraph.
    pub(super) fn blocks(self) -> Vec<Block> {
        let mut head = Vec::new();
        self.skip_page(&mut head);
        if let Some(kickers) = self.kickers(head.len()).or_else(|| self.menu_lines(head.len())) {
            for _ in 0..kickers {
                self.push(&mut head, BlockKind::Furniture);
                self.skip_page(&mut head);
            }
            self.push(&mut head, BlockKind::Headline);
        }
        loop {
            self.skip_page(&mut head);
            // An article of nothing but names keeps its last paragraph as text.
            if head.len() + 1 >= self.story.len() {
                return head;
            }
            if self.is_byline(head.len()) || self.is_byline_below(&head) {
                self.push(&mut head, BlockKind::Byline);
            } else if self.is_deck(&head) {
                self.push(&mut head, BlockKind::Paragraph);
            } else if let Some(kind) = self.kind_below_furniture(&head) {
                self.push(&mut head, kind);
            } else {
                return head;
            }
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

    /// Returns how many short lines from `first`, the menu of the page, stand above a headline that only its width
    /// and the page around it show.
    fn menu_lines(&self, first: usize) -> Option<usize> {
        if self.is_headline_given() {
            return None;
        }
        let mut line = first;
        for menu_lines in 0..=MOST_MENU_LINES {
            let bare = self.bare(line)?;
            if !headline::is_kicker(bare) {
                let is_headline = headline::is_long_headline(bare)
                    && self.shows_page(line, menu_lines)
                    && self.lead_below(line).is_some();
                return is_headline.then_some(menu_lines);
            }
            line = self.text_below(line)?;
        }
        None
    }

    /// Reports whether a page shows around the headline at `index`: a menu above it, or a byline, a time or a picture
    /// below it.
    fn shows_page(&self, index: usize, menu_lines: usize) -> bool {
        let above = (0..index).filter(|line| self.is_furniture(*line)).count() + menu_lines;
        let is_of_page = |line: usize| {
            self.is_furniture(line)
                || self.is_byline(line)
                || self.story.get(line).is_some_and(Paragraph::is_caption_above_lead)
        };
        above > 1 || (index + 1..=index + 1 + MOST_DECKS).any(is_of_page)
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

    pub(super) fn is_byline(&self, index: usize) -> bool {
        self.story
            .get(index)
            .is_some_and(|line| line.is_byline() || byline::is_given(&line.bare, self.fields.byline))
    }

    /// Reports whether the line at `first` is a headline over a name, perhaps with a role below it, and a lead.
    fn is_over_name(&self, first: usize) -> bool {
        if self.is_headline_given() {
            return false;
        }
        let over = || {
            let name = self.text_below(first)?;
            let lead = self.lead_below(name)?;
            let is_over =
                headline::is_headline_over_name(self.bare(first)?, self.bare(name)?, self.bare(lead)?);
            Some(
                is_over && !(headline::is_kicker(self.bare(first)?) && self.has_headline_between(name, lead)),
            )
        };
        over().unwrap_or(false)
    }

    /// Reports whether a line between `above` and the lead reads like a headline, so that a short line above it names
    /// a section.
    fn has_headline_between(&self, above: usize, lead: usize) -> bool {
        let is_headline = |index: usize| {
            !self.is_furniture(index)
                && !self.is_caption(index)
                && self.bare(index).is_some_and(|line| {
                    headline::is_long_headline(line)
                        && !headline::is_kicker(line)
                        && !authors::names_author(line)
                })
        };
        (above + 1..lead).any(is_headline)
    }

    /// Reports whether the next line is the deck: what a page sets between headline and byline.
    fn is_deck(&self, head: &[Block]) -> bool {
        const NARROWEST: usize = 25;
        let texts = head.iter().rev().filter(|block| !is_around_text(block.kind));
        let decks = texts.clone().take_while(|block| block.kind == BlockKind::Paragraph).count();
        let is_below_headline =
            texts.clone().nth(decks).is_some_and(|block| block.kind == BlockKind::Headline);
        let index = head.len();
        let is_wide = || {
            self.bare(index).is_some_and(|line| (NARROWEST..=WIDEST_DECK).contains(&line.columns))
                && self.story.get(index).is_some_and(|line| line.dateline().is_none())
        };
        decks < MOST_DECKS && is_below_headline && is_wide() && self.is_over_author(index)
    }

    /// Reports whether the next line of text below `index` is a byline, and the lead comes below that.
    fn is_over_author(&self, index: usize) -> bool {
        let mut below = self.text_below(index);
        while let Some(line) = below.filter(|line| self.is_above_credit(*line)) {
            below = self.text_below(line);
        }
        let Some(below) = below else { return false };
        let Some(line) = self.bare(below) else { return false };
        // A name alone may be anything. Above a time, perhaps with a place or a further name between, it is a byline.
        let is_short = |index: usize| {
            self.bare(index).is_some_and(|next| next.columns <= WIDEST_PLACE && !next.ends_like_sentence)
        };
        let is_named = || {
            authors::names_author(line)
                && (self.is_furniture(below + 1) || (is_short(below + 1) && self.is_furniture(below + 2)))
        };
        (self.is_byline(below) || byline::is_newsroom(line) || is_named()) && self.lead_below(below).is_some()
    }

    /// Returns the lead below the line at `index`, behind names, roles, short lines that no rule knows, and decks.
    pub(super) fn lead_below(&self, index: usize) -> Option<usize> {
        let (mut below, mut decks) = (self.text_below(index)?, 0);
        for _ in 0..MOST_ABOVE_LEAD {
            let line = self.bare(below)?;
            if headline::is_lead(line) || self.is_short_lead(below) {
                return Some(below);
            }
            decks += usize::from(line.columns > WIDEST_ABOVE_LEAD || line.ends_like_sentence);
            if decks > MOST_DECKS || line.columns > WIDEST_DECK {
                return None;
            }
            below = self.text_below(below)?;
        }
        None
    }

    /// Reports whether the line at `index` and the next one are short sentences of a story.
    fn is_short_lead(&self, index: usize) -> bool {
        const NARROWEST: usize = 35;
        let is_sentence = |index: usize| {
            self.bare(index).is_some_and(|line| line.columns >= NARROWEST && line.ends_like_sentence)
        };
        is_sentence(index) && self.text_below(index).is_some_and(is_sentence)
    }

    pub(super) fn is_headline_given(&self) -> bool {
        self.fields.headline.is_some_and(|headline| !headline.trim().is_empty())
    }

    pub(super) fn bare(&self, index: usize) -> Option<&Line<'b>> {
        self.story.get(index).map(|paragraph| &paragraph.bare)
    }

    /// Returns the next line below `index` that is neither furniture nor a caption.
    pub(super) fn text_below(&self, index: usize) -> Option<usize> {
        let is_caption = |index: usize| self.story.get(index).is_some_and(Paragraph::is_caption_above_lead);
        let is_text = |index: &usize| !self.is_furniture(*index) && !is_caption(*index);
        (index + 1..self.story.len()).take(MOST_OF_PAGE).find(is_text)
    }

    fn is_headline(&self, line: &Paragraph<'b>, index: usize) -> bool {
        // Below a headline a newsroom is a byline, although it would be furniture anywhere else.
        let next = self.story.get(index + 1).filter(|next| byline::is_newsroom(&next.bare));
        let below = next.or_else(|| self.text_below(index).and_then(|below| self.story.get(below)));
        headline::is_headline(line, below, self.fields.headline)
    }

    pub(super) fn is_furniture(&self, index: usize) -> bool {
        self.are_furniture.get(index).copied().unwrap_or(false)
            || self.bare(index).is_some_and(|line| headline::is_count_alone(line.text))
    }

    /// Adds the next paragraph.
    pub(super) fn push(&self, head: &mut Vec<Block>, kind: BlockKind) {
        head.extend(self.story.get(head.len()).map(|paragraph| Block::new(kind, paragraph.span)));
    }
}

/// Reports whether a block stands around the text of a page.
pub(super) fn is_around_text(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Furniture | BlockKind::Caption)
}
