//! Whether the words around a date put it before or after the day of publication.

use super::{Reader, vocabulary::Tense};
use crate::document::Part;
use crate::gazetteer::Classes;

/// How many tokens in front of a date are read: about a clause.
const BEFORE: usize = 12;
/// How many behind it: "Am Freitag wird", "On Friday she will".
const BEHIND: usize = 3;

/// English verbs in the present that speak of what is arranged: "the forum ends on Saturday".
const ARRANGED: [&str; 20] = [
    "begins", "starts", "opens", "ends", "closes", "votes", "meets", "plays", "faces", "returns", "expires",
    "resumes", "leaves", "takes", "hosts", "speaks", "flies", "arrives", "runs", "holds",
];

/// What the nearest verb or preposition in front speaks for, or else the nearest behind in the same clause.
pub(super) fn tense(reader: &Reader<'_>, start: usize, end: usize) -> Option<Tense> {
    let first = start.saturating_sub(BEFORE).max(reader.first);
    let before = (first..start).rev().take_while(|index| !ends_clause(reader.text(*index)));
    let before = nearest(reader, before);
    // "hopes to reconnect all of them by Thursday", but "had fled by Thursday".
    if before.is_none() && start > reader.first && reader.text(start - 1) == "by" {
        return Some(Tense::Future);
    }
    let clause = |index: &usize| !ends_clause(reader.text(*index)) && reader.text(*index) != "and";
    before.or_else(|| nearest(reader, (end..end + BEHIND).take_while(clause)))
}

fn nearest(reader: &Reader<'_>, mut indexes: impl Iterator<Item = usize>) -> Option<Tense> {
    indexes.find_map(|index| {
        if is_arranged(reader, index) {
            return Some(Tense::Future);
        }
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

/// "is to meet", "the forum ends"; in a headline "to vote".
fn is_arranged(reader: &Reader<'_>, index: usize) -> bool {
    if reader.vocabulary.table.language != "en" || index == reader.first {
        return false;
    }
    let before = reader.text(index - 1);
    let in_headline =
        reader.document.sentence_of(index).is_some_and(|sentence| sentence.part == Part::Headline);
    match reader.text(index) {
        "to" | "TO" | "To" if in_headline => reader.text(index + 1).chars().all(char::is_alphabetic),
        "to" => matches!(before, "is" | "are"),
        // "won 54 votes", "the runs": no verbs. A present tense in a headline tells of what is past.
        verb if !in_headline && ARRANGED.contains(&verb) => {
            let noun = reader.document.classes(index - 1).any(Classes::DETERMINER);
            before.chars().all(char::is_alphabetic) && (!noun || matches!(before, "that" | "it"))
        }
        _ => false,
    }
}

fn ends_clause(text: &str) -> bool {
    matches!(text, ";" | ":")
}
