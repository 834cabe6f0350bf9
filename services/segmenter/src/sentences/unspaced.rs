//! Sentences of languages that write without spaces between words.
//!
//! Burmese and Khmer end sentences with marks. Thai and Lao have no such marks: a space follows a sentence, but
//! also a clause or a name. A model judges the spaces, and without one each space between two letters ends a
//! clause. Some Lao newspapers set full stops, which then are the only ends. `provenance` says that there are
//! no rules.

use super::rules::Rules;

/// The fewest letters before a full stop that ends a sentence. Fewer are an abbreviation.
const FEWEST_LETTERS: usize = 3;

/// Returns the ends of sentences that marks show, in bytes.
pub(crate) fn marked_ends(text: &str, rules: &Rules) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut letters = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((position, character)) = characters.next() {
        let after = characters.peek().map(|(_, next)| *next);
        let is_end = match character {
            // A stop occurs in numbers and foreign abbreviations.
            '.' => rules.has_stops() && letters >= FEWEST_LETTERS && after.is_none_or(ends_word),
            _ => rules.is_mark(character) && !after.is_some_and(|next| rules.is_mark(next)),
        };
        if is_end {
            let end = position + character.len_utf8();
            ends.push(end + closing_length(text.get(end..).unwrap_or_default()));
        }
        letters = if text::is_without_spaces(character) { letters + 1 } else { 0 };
    }
    ends
}

/// Returns the bytes of the marks that close a quotation right after its sentence.
fn closing_length(rest: &str) -> usize {
    let behind = rest.trim_start_matches(text::is_closing_mark);
    // Before a letter the mark opens the next quotation.
    if behind.starts_with(text::is_without_spaces) { 0 } else { rest.len() - behind.len() }
}

fn ends_word(next: char) -> bool {
    next.is_whitespace() || text::is_closing_mark(next)
}

/// Reports whether spaces may end sentences of `text`, whose ends by marks are `marked`.
pub(crate) fn splits_at_spaces(text: &str, rules: &Rules, marked: &[usize]) -> bool {
    let has_stops = || marked.iter().any(|end| text.get(..*end).is_some_and(|before| before.ends_with('.')));
    rules.splits_at_spaces() && !has_stops()
}

/// Adds the ends of clauses: spaces between two letters of a script without spaces.
pub(super) fn with_clauses(text: &str, mut ends: Vec<usize>) -> Vec<usize> {
    let mut characters = text.char_indices().peekable();
    let mut before = None;
    while let Some((position, character)) = characters.next() {
        // A space next to a number or a Latin word separates no clauses.
        let is_letter = |neighbour: Option<char>| neighbour.is_some_and(text::is_without_spaces);
        if character.is_whitespace()
            && is_letter(before)
            && is_letter(characters.peek().map(|(_, next)| *next))
        {
            ends.push(position);
        }
        before = Some(character);
    }
    ends.sort_unstable();
    ends.dedup();
    ends
}
