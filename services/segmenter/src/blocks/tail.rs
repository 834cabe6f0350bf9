//! What a page shows below the last sentence of a story although no rule knows it: tags, links, headings.

use super::line::ends_without_stops;
use super::paragraph::Paragraph;
use super::{list_items, trailer};

/// The fewest lines of furniture that show that the text is a page. In a text without them a short last line may
/// belong to the story.
const FEWEST_FURNITURE: usize = 3;

/// The widest line of the tail, in columns.
const WIDEST: usize = 80;

/// Returns the first paragraph of the trailer, which begins at `first` or ends the text: behind the last sentence of a
/// page there are only lines of the page.
pub(super) fn first_of_tail(paragraphs: &[Paragraph<'_>], are_furniture: &[bool], first: usize) -> usize {
    let story = paragraphs.get(..first).unwrap_or_default();
    if are_furniture.iter().take(first).filter(|is_furniture| **is_furniture).count() < FEWEST_FURNITURE {
        return first;
    }
    let is_of_page =
        |(paragraph, is_furniture): &(&Paragraph<'_>, &bool)| **is_furniture || is_tail(paragraph);
    let tail = story.iter().zip(are_furniture).rev().take_while(is_of_page).count();
    let start = first - tail;
    let has_sentence = || start.checked_sub(1).and_then(|last| story.get(last)).is_some_and(is_sentence);
    let is_new = || are_furniture.iter().take(first).skip(start).any(|is_furniture| !is_furniture);
    if has_sentence() && is_new() { start } else { first }
}

/// Reports whether a paragraph is a short line without a stop that is neither a caption nor the entry of a list.
fn is_tail(paragraph: &Paragraph<'_>) -> bool {
    let line = &paragraph.bare;
    line.columns <= WIDEST
        && trailer::is_link(line)
        && !ends_without_stops(line.text)
        && !paragraph.is_caption_in_story()
        && !list_items::opens_with_label(line)
}

/// Reports whether a paragraph is text of the story, and not the headline.
fn is_sentence(paragraph: &Paragraph<'_>) -> bool {
    paragraph.bare.ends_like_sentence
}
