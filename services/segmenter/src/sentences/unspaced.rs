//! Clauses of the scripts without spaces between words that have no sentence rules here.
//!
//! Burmese and Khmer end sentences with marks of their own. Thai and Lao have none: a space parts
//! clauses and names alike, so what comes out is finer than sentences, and provenance says so.

use super::Rules;

/// Where stretches end.
pub(super) fn ends(text: &str, rules: &Rules) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut characters = text.char_indices().peekable();
    let mut before = None;
    while let Some((position, character)) = characters.next() {
        let after = characters.peek().map(|(_, next)| *next);
        if character.is_whitespace() && rules.parts_at_spaces() {
            if before.is_some_and(text::is_without_spaces) && after.is_some_and(text::is_without_spaces) {
                ends.push(position);
            }
        } else if rules.is_mark(character)
            && character != '.'
            && !after.is_some_and(|next| rules.is_mark(next))
        {
            ends.push(position + character.len_utf8());
        }
        before = Some(character);
    }
    ends
}
