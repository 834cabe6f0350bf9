//! Entries of lists.

use super::line::Line;
use super::paragraph::Paragraph;

/// The widest entry of a list, in columns. A wider one is a numbered paragraph, and so are its neighbours.
const WIDEST: usize = 120;

/// Reports for each paragraph whether it is an entry of a list.
///
/// A list has two labelled lines in a row at least, and the story has more than a list.
pub(super) fn are_items(story: &[Paragraph<'_>]) -> impl Iterator<Item = bool> {
    let mut labelled: Vec<bool> = story.iter().map(|paragraph| opens_with_label(&paragraph.bare)).collect();
    let count = labelled.iter().filter(|is_labelled| **is_labelled).count();
    let are_wide = || story.iter().zip(&labelled).any(|(entry, label)| *label && entry.bare.columns > WIDEST);
    // A body in which nearly every line has a label is a numbered text, not a story with a list.
    if count < 2 || count * 4 > story.len() * 3 || are_wide() {
        labelled.fill(false);
    }
    (0..labelled.len()).map(move |index| {
        let at = |index: usize| labelled.get(index).copied().unwrap_or(false);
        at(index) && (at(index + 1) || index.checked_sub(1).is_some_and(at))
    })
}

/// Reports whether a line opens with a bullet, a number or a letter: `• `, `- `, `3. `, `b) `, `④`.
fn opens_with_label(line: &Line<'_>) -> bool {
    let line = line.text;
    let mut characters = line.chars();
    let first = characters.next().unwrap_or(' ');
    let behind = characters.as_str();
    match first {
        '•' | '▪' | '■' | '●' | '◦' | '‣' | '▶' | '・' | '➤' | '✔' | '①'..='⑳' => true,
        // Most lines open with a capital, and no label does.
        'A'..='Z' => false,
        '-' | '–' | '—' | '*' | '·' => behind.starts_with(char::is_whitespace),
        _ if opens_with_tight_label(line) => true,
        _ => {
            let label = line.split_whitespace().next().unwrap_or("");
            let counter = label.trim_start_matches('(').trim_end_matches(['.', ')', '、', '）']);
            let is_counter = counter.len() <= 2
                && !counter.is_empty()
                && (counter.bytes().all(|b| b.is_ascii_digit())
                    || (counter.len() == 1 && counter.bytes().all(|b| b.is_ascii_lowercase())));
            is_counter && label.len() > counter.len() && line.len() > label.len()
        }
    }
}

/// Reports whether a line opens with a number directly before an ideograph: `1.夜间`, `一、办公室`, `（二）员工`.
fn opens_with_tight_label(line: &str) -> bool {
    let is_numeral = |c: char| {
        c.is_ascii_digit() || matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
    };
    let (bracketed, inside) = match line.strip_prefix(['（', '(']) {
        Some(inside) => (true, inside),
        None => (false, line),
    };
    let behind = inside.trim_start_matches(is_numeral);
    let numeral = inside.len() - behind.len();
    let mut behind = behind.chars();
    let mark = behind.next();
    let is_mark = match mark {
        Some('）' | ')') => true,
        Some('.' | '．' | '、') => !bracketed,
        _ => false,
    };
    (1..=6).contains(&numeral) && is_mark && behind.next().is_some_and(text::is_without_spaces)
}
