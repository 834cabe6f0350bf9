//! A paragraph of the body, as every rule for blocks reads it.

use std::cell::OnceCell;

use text::Span;

use super::dateline::{self, Dateline};
use super::line::Line;
use super::{byline, captions, credit_lines, credits, placed_captions, tags};

/// A paragraph with what the rules ask about it. Nothing is computed twice.
#[derive(Debug)]
pub(super) struct Paragraph<'b> {
    /// Its place in the body, without white space around it.
    pub(super) span: Span,
    /// The text as it is in the body, tags included.
    pub(super) line: Line<'b>,
    /// The text after the tags that it opens with.
    pub(super) after_tags: &'b str,
    /// The text without the tags around it.
    pub(super) bare: Line<'b>,
    /// The dateline that it opens with, parsed on first use: few paragraphs are asked.
    dateline: OnceCell<Option<(Span, Dateline)>>,
    /// Whether it is a caption or a byline, found on first use.
    is_caption: OnceCell<bool>,
    is_byline: OnceCell<bool>,
}

impl<'b> Paragraph<'b> {
    /// Reads the paragraph at `span`, whose text has been measured as `line`.
    pub(super) fn new(span: Span, line: Line<'b>) -> Self {
        let after_tags = tags::without_leading_tags(line.text);
        let bare = tags::without_closing_tags(after_tags);
        // Most paragraphs have no tags.
        let bare = if bare.len() == line.text.len() { line } else { Line::measure(bare) };
        Self {
            span,
            line,
            after_tags,
            bare,
            dateline: OnceCell::new(),
            is_caption: OnceCell::new(),
            is_byline: OnceCell::new(),
        }
    }

    /// Reports whether the paragraph is a byline.
    pub(super) fn is_byline(&self) -> bool {
        *self.is_byline.get_or_init(|| byline::is_byline(&self.bare))
    }

    /// Reports whether the paragraph is a line under a picture.
    pub(super) fn is_caption(&self) -> bool {
        *self.is_caption.get_or_init(|| captions::is_caption(&self.bare))
    }

    /// Reports whether the sign that the paragraph opens with is all that makes it a line under a picture: `▲`.
    pub(super) fn is_caption_by_sign_alone(&self) -> bool {
        let behind = self.bare.text.trim_start_matches(['▲', '△', ' ']);
        behind.len() < self.bare.text.len() && !captions::is_caption(&Line::measure(behind))
    }

    /// Reports whether the paragraph is a line under a picture, if it comes below the headline.
    pub(super) fn is_caption_in_story(&self) -> bool {
        self.is_caption()
            || credits::is_agency_credit(&self.bare)
            || credit_lines::is_bracketed_credit(&self.bare)
            || placed_captions::is_caption_below_headline(&self.bare)
    }

    /// Reports whether the paragraph is a line under a picture, if it comes between headline and lead.
    pub(super) fn is_caption_above_lead(&self) -> bool {
        self.is_caption_in_story() || placed_captions::is_caption_above_lead(&self.bare)
    }

    /// Returns the dateline that the paragraph opens with, and its place in the body.
    pub(super) fn dateline(&self) -> Option<(Span, Dateline)> {
        *self.dateline.get_or_init(|| dateline::find(self.line.text, self.span.start))
    }
}
