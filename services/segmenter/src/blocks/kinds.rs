//! The kinds of the paragraphs of a story: text, sub-headings, entries of lists, captions, pull quotes,
//! furniture.
//!
//! Each kind needs a sign. A paragraph without one is a paragraph of text.

use messages::BlockKind;

use super::paragraph::Paragraph;
use super::{list_items, placed_captions, pull_quotes, subheadings};

/// Returns the kind of each paragraph of `story`; `are_furniture` says which are furniture.
pub(super) fn kinds(body: &str, story: &[Paragraph<'_>], are_furniture: &[bool]) -> Vec<BlockKind> {
    let kind = |(paragraph, is_furniture): (&Paragraph<'_>, &bool)| match is_furniture {
        true => BlockKind::Furniture,
        false if paragraph.is_caption_in_story() => BlockKind::Caption,
        false => BlockKind::Paragraph,
    };
    let mut kinds: Vec<BlockKind> = story.iter().zip(are_furniture).map(kind).collect();
    for index in 1..story.len() {
        let Some([above, below]) = story.get(index - 1..=index) else { continue };
        if kinds.get(index - 1..=index) == Some(&[BlockKind::Paragraph, BlockKind::Caption])
            && placed_captions::is_above_credit(&above.bare, &below.bare)
        {
            kinds.splice(index - 1..index, [BlockKind::Caption]);
        }
    }
    for ((kind, is_item), paragraph) in kinds.iter_mut().zip(list_items::are_items(story)).zip(story) {
        // `▲` opens captions and, in lines that stand together, the entries of a list.
        let is_paragraph = *kind == BlockKind::Paragraph;
        if is_item && (is_paragraph || (*kind == BlockKind::Caption && paragraph.is_caption_by_sign_alone()))
        {
            *kind = BlockKind::Item;
        }
    }
    pull_quotes::mark(body, story, &mut kinds);
    // Each sub-heading changes what is above the next line, so they are found in order.
    for index in 0..story.len() {
        if subheadings::is_subheading(story, &kinds, index) {
            kinds.splice(index..=index, [BlockKind::Subheading]);
        }
    }
    kinds
}
