//! Whether the words around a date put it before or after the day of publication.

use super::{Reader, vocabulary::Tense};
use crate::gazetteer::Classes;

/// How many tokens in front of a date are read: about a clause.
const BEFORE: usize = 12;
/// How many behind it: "Am Freitag wird", "On Friday she will".
const BEHIND: usize = 3;

/// What the nearest verb or preposition in front speaks for, or else the nearest behind.
pub(super) fn tense(reader: &Reader<'_>, start: usize, end: usize) -> Option<Tense> {
    let first = start.saturating_sub(BEFORE).max(reader.first);
    let before = (first..start).rev().take_while(|index| !ends_clause(reader.text(*index)));
    let behind = (end..end + BEHIND).take_while(|index| !ends_clause(reader.text(*index)));
    nearest(reader, before).or_else(|| nearest(reader, behind))
}

fn nearest(reader: &Reader<'_>, mut indexes: impl Iterator<Item = usize>) -> Option<Tense> {
    indexes.find_map(|index| {
        // "to be released Friday" is no past.
        let passive = index > reader.first && matches!(reader.text(index - 1), "be" | "get");
        let said = reader.document.classes(index).any(Classes::SAYING).then_some(Tense::Past);
        reader
            .vocabulary
            .tense(reader.text(index))
            .or(said)
            .filter(|tense| !passive || *tense == Tense::Future)
    })
}

fn ends_clause(text: &str) -> bool {
    matches!(text, ";" | ":")
}
