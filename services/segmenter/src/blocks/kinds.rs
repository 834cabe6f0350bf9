//! The kinds of the paragraphs of a story: text, sub-headings, entries of lists, captions, pull quotes,
//! furniture.
//!
//! Each kind needs a sign. A paragraph without one is a paragraph of text.

use messages::BlockKind;

use super::line::Line;
use super::paragraph::Paragraph;
use super::{credit_lines, list_items, people, pull_quotes, subheadings};

/// Returns the kind of each paragraph of `story`, which `above` stands above; `are_furniture` says which are furniture.
pub(super) fn kinds(
    body: &str,
    above: Option<&Paragraph<'_>>,
    story: &[Paragraph<'_>],
    are_furniture: &[bool],
) -> Vec<BlockKind> {
    let kind = |(paragraph, is_furniture): (&Paragraph<'_>, &bool)| match is_furniture {
        true => BlockKind::Furniture,
        false if paragraph.is_caption_in_story() => BlockKind::Caption,
        false => BlockKind::Paragraph,
    };
    let mut kinds: Vec<BlockKind> = story.iter().zip(are_furniture).map(kind).collect();
    mark_above_credits(story, &mut kinds);
    people::mark(body, story, &mut kinds);
    for ((kind, is_item), paragraph) in kinds.iter_mut().zip(list_items::are_items(story)).zip(story) {
        // `▲` opens captions and, in lines that stand together, the entries of a list.
        let is_paragraph = *kind == BlockKind::Paragraph;
        if is_item && (is_paragraph || (*kind == BlockKind::Caption && paragraph.is_caption_by_sign_alone()))
        {
            *kind = BlockKind::Item;
        }
    }
    list_items::mark_summary(above, story, &mut kinds);
    list_items::mark_labelled(story, &mut kinds);
    pull_quotes::mark(body, story, &mut kinds);
    // Each sub-heading changes what is above the next line, so they are found in order.
    for index in 0..story.len() {
        if subheadings::is_subheading(story, &kinds, index) {
            kinds.splice(index..=index, [BlockKind::Subheading]);
        }
    }
    kinds
}

/// Marks the lines above the credit of their picture as captions, and with them the credits.
fn mark_above_credits(story: &[Paragraph<'_>], kinds: &mut [BlockKind]) {
    for index in 1..story.len() {
        let Some([above, below]) = story.get(index - 1..=index) else { continue };
        let Some([kind_above, kind_below]) = kinds.get_mut(index - 1..=index) else { continue };
        if *kind_above == BlockKind::Paragraph
            && credit_lines::is_above_credit(&above.bare, &below.bare)
            && may_be_credit(*kind_below, &below.bare)
        {
            (*kind_above, *kind_below) = (BlockKind::Caption, BlockKind::Caption);
        }
    }
}

/// Reports whether a line of this kind may be the credit of a picture.
fn may_be_credit(kind: BlockKind, line: &Line<'_>) -> bool {
    match kind {
        BlockKind::Caption => true,
        BlockKind::Furniture => credit_lines::may_be_credit(line),
        _ => credit_lines::is_organization(line),
    }
}
