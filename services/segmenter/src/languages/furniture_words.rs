//! The words of the page around a story.

use super::words::Words;

/// Words of what a page sets above a story, below it and between its paragraphs: share buttons, offers, links,
/// times.
///
/// Spelling does not matter: `blocks/folding.rs` makes capitals, apostrophes and vowel marks equal. A number is
/// `#`.
#[derive(Debug)]
pub(crate) struct FurnitureWords {
    /// Whole lines: `advertisement`, `# min read`.
    pub(crate) lines: Words,
    /// Whole lines above a list of links: `most read`. The titles below such a line belong to it.
    pub(crate) link_headings: Words,
    /// Whole lines above the summary of a story, whose lines are the entries of a list: `key points`.
    pub(crate) summary_headings: Words,
    /// Openings of short lines: `sign up for`.
    pub(crate) openings: Words,
    /// Openings of notes that may be as long as a paragraph: `editor's note`.
    pub(crate) notes: Words,
    /// Phrases inside short lines: `our newsletter`.
    pub(crate) phrases: Words,
    /// Phrases that reserve rights: `all rights reserved`.
    pub(crate) rights: Words,
    /// Words of share buttons: `share`, `print`.
    pub(crate) share_words: Words,
    /// Words between the words of share buttons: `on`.
    pub(crate) share_connectors: Words,
    /// Verbs of a line that asks readers to follow or to write, where a platform or an address follows:
    /// `Follow Jane Doe on X`.
    pub(crate) follow_words: Words,
    /// Platforms where stories are shared: `facebook`.
    pub(crate) platforms: Words,
    /// Words of a line that says only when: `ago`, `updated`. Months and weekdays are among those of datelines.
    pub(crate) clock_words: Words,
}

impl FurnitureWords {
    /// Empty lists.
    pub(super) const NONE: Self = Self {
        lines: &[],
        link_headings: &[],
        summary_headings: &[],
        openings: &[],
        notes: &[],
        phrases: &[],
        rights: &[],
        share_words: &[],
        share_connectors: &[],
        clock_words: &[],
        follow_words: &[],
        platforms: &[],
    };
}
