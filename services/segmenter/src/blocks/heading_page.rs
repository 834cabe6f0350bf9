//! What a page sets between the headline, the bylines and the lead: furniture, and lines under pictures.

use messages::BlockKind;

use super::block::Block;
use super::heading::{Heading, is_around_text};
use super::line::{Line, ends_without_stops};
use super::paragraph::Paragraph;
use super::{credit_lines, list_items};

/// The widest line under a picture without a credit, in columns.
const WIDEST_CAPTION: usize = 160;

impl Heading<'_, '_> {
    /// Returns what a line without a stop is that no rule knows and that stands below the time, or another part of the
    /// page, and above the lead: a short one is a button, a wider one is the line under the picture.
    pub(super) fn kind_below_furniture(&self, head: &[Block]) -> Option<BlockKind> {
        let index = head.len();
        let line = self.bare(index)?;
        let above = head.last().filter(|block| is_around_text(block.kind))?;
        let is_below_headline = head.iter().any(|block| block.kind == BlockKind::Headline);
        let is_summary = above.kind == BlockKind::Furniture
            && index
                .checked_sub(1)
                .and_then(|above| self.bare(above))
                .is_some_and(list_items::is_summary_heading);
        let is_known = is_summary
            || line.ends_like_sentence
            || line.text.ends_with([',', ':', ';'])
            || ends_without_stops(line.text)
            || line.columns > WIDEST_CAPTION
            || !line.text.starts_with(|c: char| c.is_alphanumeric() || text::is_opening_mark(c))
            || list_items::opens_with_label(line)
            || self.story.get(index).is_none_or(|line| line.dateline().is_some());
        if !is_below_headline || is_known || self.lead_below(index).is_none() {
            return None;
        }
        Some(if is_button(line) { BlockKind::Furniture } else { BlockKind::Caption })
    }

    /// Reports whether the line at `index`, below the headline, is a line under a picture.
    pub(super) fn is_caption(&self, index: usize) -> bool {
        self.story.get(index).is_some_and(Paragraph::is_caption_above_lead) || self.is_above_credit(index)
    }

    /// Reports whether the line at `index` is above the credit of its picture.
    pub(super) fn is_above_credit(&self, index: usize) -> bool {
        !self.is_byline(index)
            && !self.is_byline(index + 1)
            && (!self.is_furniture(index + 1)
                || self.bare(index + 1).is_some_and(credit_lines::may_be_credit))
            && self
                .bare(index)
                .zip(self.bare(index + 1))
                .is_some_and(|(line, below)| credit_lines::is_above_credit(line, below))
    }

    /// Reports whether the line below the time, or another part of the page, is a sentence above the credit of its
    /// picture. Directly below the headline it would be the deck.
    fn is_sentence_above_credit(&self, head: &[Block]) -> bool {
        let index = head.len();
        head.last().is_some_and(|block| is_around_text(block.kind))
            && self.bare(index).is_some_and(|line| line.columns <= WIDEST_CAPTION && line.ends_like_sentence)
            && self.bare(index + 1).is_some_and(credit_lines::is_credit)
            && self.lead_below(index + 1).is_some()
    }

    /// Adds the furniture that comes next, and the captions unless nothing comes after them.
    pub(super) fn skip_page(&self, head: &mut Vec<Block>) {
        // Above the headline an agency in brackets may close the headline itself. Below it an agency or a role is a
        // byline, which would be furniture anywhere else.
        let is_below = head.iter().any(|block| block.kind == BlockKind::Headline);
        while let Some(next) = self.story.get(head.len()) {
            let index = head.len();
            if is_below && (self.is_byline(index) || self.is_byline_below(head)) {
                return;
            }
            let is_credit = is_below && self.is_credit_below_caption(head);
            let is_caption = is_credit
                || next.is_caption()
                || (is_below && (self.is_caption(index) || self.is_sentence_above_credit(head)));
            if self.is_furniture(index) && !is_credit {
                self.push(head, BlockKind::Furniture);
            } else if index + 1 < self.story.len() && is_caption {
                self.push(head, BlockKind::Caption);
            } else {
                return;
            }
        }
    }
}

/// Reports whether a line is short enough for a button. Chinese and Japanese set no spaces.
fn is_button(line: &Line<'_>) -> bool {
    const WIDEST: usize = 32;
    const WIDEST_OF_WORDS: usize = 22;
    const WIDEST_UNSPACED: usize = 16;
    const MOST_WORDS: usize = 3;
    if line.text.contains(text::is_without_spaces) {
        return line.columns <= WIDEST_UNSPACED;
    }
    line.columns <= WIDEST_OF_WORDS
        || (line.columns <= WIDEST && line.text.split_whitespace().nth(MOST_WORDS).is_none())
}
