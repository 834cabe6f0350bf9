//! Bylines that only their place shows: names, roles, newsrooms and photographers between headline and lead.

use messages::BlockKind;

use super::block::Block;
use super::heading::{Heading, MOST_OF_PAGE, is_around_text};
use super::paragraph::Paragraph;
use super::{authors, byline, caseless_names, credit_lines, name_lines, sign_off, signature};

/// The widest line below a byline that is a role or a paper because the time follows, in columns.
const WIDEST_ABOVE_TIME: usize = 48;

/// The widest role or paper above a name, in columns.
const WIDEST_ABOVE_NAME: usize = 32;

impl Heading<'_, '_> {
    /// Reports whether the line below `head` is a byline only because of its place: a name, a role or a newsroom
    /// between headline and lead.
    pub(super) fn is_byline_below(&self, head: &[Block]) -> bool {
        let index = head.len();
        let Some(line) = self.bare(index) else { return false };
        let is_named = head.last().is_some_and(|block| block.kind == BlockKind::Byline);
        let is_below_address = || self.is_below_address(head);
        if (is_named || is_below_address()) && self.is_photographer(index) {
            return true;
        }
        // `Mara Kvist/TT` would be a credit anywhere else.
        if self.is_credit_below_caption(head) {
            return false;
        }
        if self.story.get(index).is_some_and(Paragraph::is_caption) && !authors::names_author(line) {
            return false;
        }
        let mut kinds = head.iter().rev().take(MOST_OF_PAGE).map(|block| block.kind);
        match kinds.find(|kind| !is_around_text(*kind)) {
            Some(BlockKind::Byline) => {
                is_named
                    && (self.is_role(index) || self.is_above_time(index))
                    && self.lead_below(index).is_some()
            }
            None if !self.is_headline_given() => false,
            _ => {
                (byline::is_newsroom(line) || self.names_author(index) || self.is_above_name(index))
                    && self.lead_below(index).is_some()
            }
        }
    }

    /// Reports whether the last lines of `head` are a byline and the mail address of the reporter.
    fn is_below_address(&self, head: &[Block]) -> bool {
        let address = head.len().checked_sub(1).and_then(|address| self.bare(address));
        address.is_some_and(|address| sign_off::is_address(address.text))
            && head.iter().rev().nth(1).is_some_and(|block| block.kind == BlockKind::Byline)
    }

    /// Reports whether the line at `index` names the author. `有料記事` is a note of the page and has the length of a
    /// name.
    fn names_author(&self, index: usize) -> bool {
        self.bare(index).is_some_and(|line| {
            authors::names_author(line)
                && !(self.is_furniture(index)
                    && caseless_names::is_bare_name_without_case(line)
                    && !signature::is_agency(line))
        })
    }

    /// Reports whether the line at `index`, below a byline, is a role, a newsroom or a further name.
    fn is_role(&self, index: usize) -> bool {
        let Some(line) = self.bare(index) else { return false };
        let is_below_bare_name =
            || index.checked_sub(1).and_then(|name| self.bare(name)).is_some_and(name_lines::is_bare_name);
        signature::says_role(line)
            || byline::is_newsroom(line)
            || name_lines::is_bare_name(line)
            || (!self.is_furniture(index) && is_below_bare_name() && signature::is_role(line))
    }

    /// Reports whether the line at `index`, below a byline, is the photographer of the story: `Foto: Per Holm`. The
    /// credit of a picture without a caption often names an agency.
    fn is_photographer(&self, index: usize) -> bool {
        self.bare(index).is_some_and(credit_lines::names_photographer) && self.lead_below(index).is_some()
    }

    /// Reports whether the line at `index`, below a byline, is a short line that no rule knows above the time: a
    /// paper, a role, a place.
    fn is_above_time(&self, index: usize) -> bool {
        !self.is_furniture(index)
            && self.is_furniture(index + 1)
            && !self.is_above_credit(index)
            && self.bare(index).is_some_and(|line| {
                line.columns <= WIDEST_ABOVE_TIME
                    && !line.ends_like_sentence
                    && line.text.starts_with(char::is_alphabetic)
                    && !line.text.ends_with([':', '：'])
            })
    }

    /// Reports whether the line at `index` is a role or a paper directly above a name, which the time or a further
    /// name follows: `Journalist`, and below it `Tor Lien`.
    fn is_above_name(&self, index: usize) -> bool {
        const MOST_WORDS: usize = 3;
        let is_author = |index: usize| {
            !self.is_furniture(index)
                && (self.is_byline(index) || self.bare(index).is_some_and(authors::names_author))
        };
        !self.is_furniture(index)
            && self.bare(index).is_some_and(|line| {
                line.columns <= WIDEST_ABOVE_NAME
                    && !line.ends_like_sentence
                    && line.text.starts_with(char::is_alphabetic)
                    && line.text.split_whitespace().nth(MOST_WORDS).is_none()
            })
            && is_author(index + 1)
            && (self.is_furniture(index + 2) || is_author(index + 2))
    }

    /// Reports whether the line below `head` is the credit of the picture whose caption is above it.
    pub(super) fn is_credit_below_caption(&self, head: &[Block]) -> bool {
        let above = head.len().checked_sub(1).and_then(|above| self.bare(above));
        head.last().is_some_and(|block| block.kind == BlockKind::Caption)
            && above
                .zip(self.bare(head.len()))
                .is_some_and(|(above, line)| credit_lines::is_above_credit(above, line))
    }
}
