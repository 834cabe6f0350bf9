//! Furniture: what the page sets above a story and between its paragraphs.
//!
//! A line is furniture by its words, which the files of the languages list, or by its shape
//! (`furniture_shapes`). A wide paragraph is furniture only if it opens like a note of the page.

use super::cues::{
    CAPTION_OPENINGS, CREDIT_OPENINGS, FURNITURE_LINES, FURNITURE_NOTES, FURNITURE_OPENINGS,
    FURNITURE_PHRASES, LINK_HEADINGS,
};
use super::folding::{fold, without_marks};
use super::furniture_shapes as shapes;
use super::line::{Line, MOST_COLUMNS};
use super::paragraph::Paragraph;
use super::rights::{self, Rights};
use super::telling;
use super::{byline, credits, pull_quotes};

/// The widest short line, in columns: two sentences of an offer.
const WIDEST_SHORT: usize = 160;

/// The widest line that a phrase inside makes furniture, in columns.
const WIDEST_WITH_PHRASE: usize = 140;

/// The widest credit, in columns.
const WIDEST_CREDIT: usize = 80;

/// The characters of a wider paragraph that are read: the opening of a note.
const LONGEST_OPENING: usize = 64;

/// The longest label before an opening, in bytes: `UPDATE (5 p.m.): This story has been updated`.
const LONGEST_LABEL: usize = 32;

/// The most titles below the heading of a list of links.
const MOST_LINKS: usize = 6;

/// The widest title of a linked story, in columns.
const WIDEST_LINK: usize = 120;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// Text of the story, or of a kind that other rules find.
    Story,
    /// Furniture.
    Furniture,
    /// The heading of a list of links.
    LinkHeading,
}

/// Reports for each paragraph whether it is furniture.
pub(super) fn are_furniture(paragraphs: &[Paragraph<'_>]) -> Vec<bool> {
    let mut are_furniture = Vec::with_capacity(paragraphs.len());
    // The titles that may still follow below a heading, and whether the story has begun.
    let (mut links, mut has_begun) = (0, false);
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let line = &paragraph.bare;
        let reading = read(line);
        let is_subheading =
            || paragraphs.get(index + 1).is_some_and(|below| pull_quotes::is_heading_over(line, &below.bare));
        let is_title =
            links > 0 && has_begun && is_title(line) && !paragraph.is_caption() && !is_subheading();
        links = match reading {
            Reading::LinkHeading => MOST_LINKS,
            Reading::Furniture => links,
            Reading::Story if is_title => links - 1,
            Reading::Story => 0,
        };
        has_begun |= reading == Reading::Story && line.ends_like_sentence;
        are_furniture.push(reading != Reading::Story || is_title);
    }
    mark_rows(paragraphs, &mut are_furniture);
    are_furniture
}

/// Reports whether a line below the heading of a list of links may be a title of one.
fn is_title(line: &Line<'_>) -> bool {
    let is_question = || line.text.ends_with(['?', '؟', '？']) && !telling::opens_with_quotation(line.text);
    line.columns <= WIDEST_LINK && (!line.ends_like_sentence || is_question())
}

/// Marks the rows of tables: lines of numbers that stand together.
fn mark_rows(paragraphs: &[Paragraph<'_>], are_furniture: &mut [bool]) {
    let mut before = false;
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let is_row = shapes::is_row_of_numbers(&paragraph.bare);
        if is_row && before {
            for mark in are_furniture.iter_mut().take(index + 1).skip(index - 1) {
                *mark = true;
            }
        }
        before = is_row;
    }
}

/// Reports whether a line is the heading of a list of links: `Most read`.
pub(super) fn is_link_heading(line: &Line<'_>) -> bool {
    line.columns <= WIDEST_SHORT && LINK_HEADINGS.contains(without_marks(&fold(line.text, WIDEST_SHORT)))
}

/// Reports whether a line asks readers to follow somebody or to write.
pub(super) fn asks_to_follow(line: &Line<'_>) -> bool {
    line.columns <= WIDEST_SHORT && shapes::asks_to_follow(&fold(line.text, WIDEST_SHORT))
}

/// The first byte of `：`, which folding makes a colon.
const WIDE_COLON: u8 = 0xef;

/// Reports whether a label and a colon may open a line: `UPDATE: …`
fn has_label(line: &str) -> bool {
    line.bytes().take(LONGEST_LABEL).any(|byte| matches!(byte, b':' | WIDE_COLON))
}

fn read(line: &Line<'_>) -> Reading {
    if line.columns >= MOST_COLUMNS {
        return Reading::Story;
    }
    let is_short = line.columns <= WIDEST_SHORT;
    // Most paragraphs are wide and open like no note.
    let bare = line.text.trim_start_matches(|c: char| !c.is_alphanumeric());
    if !is_short && !FURNITURE_NOTES.may_open(bare) && !has_label(bare) {
        return Reading::Story;
    }
    let folded = fold(line.text, if is_short { WIDEST_SHORT } else { LONGEST_OPENING });
    let plain = without_marks(&folded);
    if is_short && LINK_HEADINGS.contains(plain) {
        return Reading::LinkHeading;
    }
    let opening = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    // A line under a picture has a kind of its own.
    if CAPTION_OPENINGS.open_folded(opening) {
        return Reading::Story;
    }
    let opens = |opening: &str| {
        FURNITURE_NOTES.open_folded(opening) || (is_short && FURNITURE_OPENINGS.open_folded(opening))
    };
    // `Edited by Jane Doe` above the story. A byline is found by its own rules.
    let is_credit = || {
        line.columns <= WIDEST_CREDIT
            && !line.ends_like_sentence
            && CREDIT_OPENINGS.open_folded(opening)
            && !byline::is_byline(line)
    };
    // `Imagen de la plaza. / ANA LÓPEZ` is a line under a picture.
    let is_by_words = || {
        (opens(opening) || behind_label(opening).is_some_and(opens))
            && !byline::is_byline(line)
            && !credits::ends_with_credit(line.text)
    };
    let is_by_phrase = || {
        FURNITURE_LINES.contains(plain)
            || behind_long_number(plain).is_some_and(|plain| FURNITURE_LINES.contains(&plain))
            || (line.columns <= WIDEST_WITH_PHRASE
                && !telling::opens_with_quotation(&folded)
                && FURNITURE_PHRASES.are_in(&folded))
            || rights::are_reserved_by_sign(&folded)
    };
    let is_told = || {
        line.ends_like_sentence
            && (telling::is_told(line)
                || matches!(rights::read_folded(&folded, line), Rights::Told | Rights::Continued))
    };
    if (is_by_words() || (is_short && (is_credit() || is_by_phrase() || shapes::is_furniture(line, &folded))))
        && !is_told()
    {
        Reading::Furniture
    } else {
        Reading::Story
    }
}

/// Returns a folded line that opens with the groups of a long number, `1.203 views`, with one sign for the number.
fn behind_long_number(plain: &str) -> Option<String> {
    if !plain.starts_with('#') {
        return None;
    }
    let behind = plain.trim_start_matches(['#', '.', ',', ' ', '\'']);
    let number = plain.strip_suffix(behind).filter(|number| number.matches('#').count() > 1)?;
    Some(if number.ends_with(' ') { format!("# {behind}") } else { format!("#{behind}") })
}

/// Returns what comes behind a label and its colon: `this story …` of `update: this story …`.
fn behind_label(opening: &str) -> Option<&str> {
    let (label, behind) = opening.split_once(':')?;
    (label.len() <= LONGEST_LABEL).then(|| behind.trim_start())
}
