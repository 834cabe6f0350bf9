//! Clauses of languages that write without spaces between words and have no sentence rules here.
//!
//! Burmese and Khmer end sentences with marks. Thai and Lao have no such marks. There a space separates
//! clauses, and also names, so the result is finer than sentences. `provenance` says so.

use super::rules::Rules;

/// Returns the ends of clauses, in bytes.
pub(super) fn ends(text: &str, rules: &Rules) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut characters = text.char_indices().peekable();
    let mut before = None;
    while let Some((position, character)) = characters.next() {
        let after = characters.peek().map(|(_, next)| *next);
        if character.is_whitespace() && rules.splits_at_spaces() {
            // A space next to a number or a Latin word separates no clauses.
            if before.is_some_and(text::is_without_spaces) && after.is_some_and(text::is_without_spaces) {
                ends.push(position);
            }
        } else if rules.is_mark(character)
            // A stop occurs in numbers and foreign abbreviations.
            && character != '.'
            && !after.is_some_and(|next| rules.is_mark(next))
        {
            ends.push(position + character.len_utf8());
        }
        before = Some(character);
    }
    ends
}
