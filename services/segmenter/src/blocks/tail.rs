//! What a page shows below the last sentence of a story although no rule knows it: tags, links, headings.

use super::line::{Line, ends_like_sentence, ends_without_stops};
use super::paragraph::Paragraph;
use super::{headline, list_items};

/// The widest line below a notice that may be a link or a name rather than a paragraph, in columns.
pub(super) const WIDEST_LINK: usize = 120;

/// The fewest lines that show that the text is a page: furniture, and the lines of the tail. In a text without
/// furniture a short last line may belong to the story.
const FEWEST_OF_PAGE: usize = 3;

/// The most lines of the tail.
const MOST_LINES: usize = 24;

/// The widest line of the tail, in columns.
const WIDEST: usize = 80;

/// Returns the first paragraph of the trailer, which begins at `first` or ends the text: behind the last sentence of a
/// page there are only lines of the page.
pub(super) fn first_of_tail(paragraphs: &[Paragraph<'_>], are_furniture: &[bool], first: usize) -> usize {
    let story = paragraphs.get(..first).unwrap_or_default();
    let furniture = are_furniture.iter().take(first).filter(|is_furniture| **is_furniture).count();
    if furniture == 0 {
        return first;
    }
    let is_of_page =
        |(paragraph, is_furniture): &(&Paragraph<'_>, &bool)| **is_furniture || is_tail(paragraph);
    let tail = story.iter().zip(are_furniture).rev().take(MOST_LINES).take_while(is_of_page).count();
    let start = first - tail;
    let is_below_sentence = || {
        start.checked_sub(1).and_then(|last| story.get(last)).is_some_and(|last| last.bare.ends_like_sentence)
    };
    let is_new = || are_furniture.iter().take(first).skip(start).any(|is_furniture| !is_furniture);
    let is_page = furniture + tail >= FEWEST_OF_PAGE;
    if is_page && is_below_sentence() && is_new() { start } else { first }
}

/// Reports whether a paragraph is a short line without a stop that is neither a caption nor the entry of a list.
fn is_tail(paragraph: &Paragraph<'_>) -> bool {
    let line = &paragraph.bare;
    line.columns <= WIDEST
        && is_link(line)
        && !ends_without_stops(line.text)
        && !paragraph.is_caption_in_story()
        && !list_items::opens_with_label(line)
        && !has_sentence(line.text)
}

/// Reports whether a line is a sentence and then brackets, which may say who wrote it.
fn has_sentence(line: &str) -> bool {
    let before = line.strip_suffix(')').and_then(|line| line.rsplit_once('('));
    before.is_some_and(|(before, _)| ends_like_sentence(before.trim_end()))
}

/// Reports whether a line may come below `Read more:`.
pub(super) fn is_link(line: &Line<'_>) -> bool {
    // Thai sets no stops, and a wide line is text.
    line.columns <= WIDEST_LINK && !line.ends_like_sentence && !headline::is_lead(line)
}
