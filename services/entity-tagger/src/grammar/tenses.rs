//! Whether the words around a date put it before or after the day of publication.

use super::sentence::SentenceReader;
use super::vocabulary::Tense;
use crate::document::Placement;
use crate::gazetteer::Classes;
use crate::languages::Arranged;

/// Tokens that are read before a date: about a clause.
const BEFORE: usize = 12;
/// Tokens that are read after a date: "Am Freitag wird", "On Friday she will".
const AFTER: usize = 3;

/// Returns the tense of the nearest verb or preposition before a date, or else of the nearest after it in the
/// same clause.
pub(super) fn tense(reader: &SentenceReader<'_>, start: usize, end: usize) -> Option<Tense> {
    let first = start.saturating_sub(BEFORE).max(reader.first);
    let before = (first..start).rev().take_while(|index| !ends_clause(reader.text(*index)));
    let before = nearest(reader, before);
    // "hopes to reconnect all of them by Thursday", but "had fled by Thursday".
    if before.is_none() && start > reader.first && reader.text(start - 1) == "by" {
        return Some(Tense::Future);
    }
    let clause = |index: &usize| !ends_clause(reader.text(*index)) && reader.text(*index) != "and";
    before.or_else(|| nearest(reader, (end..end + AFTER).take_while(clause)))
}

fn nearest(reader: &SentenceReader<'_>, mut indexes: impl Iterator<Item = usize>) -> Option<Tense> {
    indexes.find_map(|index| {
        if is_arranged(reader, index) {
            return Some(Tense::Future);
        }
        // In "to be released Friday" the participle is not a past tense.
        let passive = index > reader.first && matches!(reader.text(index - 1), "be" | "get");
        let saying = reader.document.classes(index).any(Classes::SAYING).then_some(Tense::Past);
        reader
            .vocabulary
            .tense(reader.text(index))
            .or(saying)
            .filter(|tense| !passive || *tense == Tense::Future)
    })
}

/// Reports whether a token speaks of what is arranged: "is to meet", "the forum ends", and in a headline "to
/// vote".
fn is_arranged(reader: &SentenceReader<'_>, index: usize) -> bool {
    let Some(arranged) = reader.vocabulary.words.arranged.filter(|_| index > reader.first) else {
        return false;
    };
    let Arranged { verbs, infinitive, auxiliaries, pronouns } = arranged;
    let (text, before) = (reader.text(index), reader.text(index - 1));
    let sentence = reader.document.sentence_of(index);
    if sentence.is_some_and(|sentence| sentence.placement == Placement::Headline) {
        // A present tense in a headline reports what is past, so only the infinitive counts.
        return infinitive.contains(&text) && reader.text(index + 1).chars().all(char::is_alphabetic);
    }
    if infinitive.first() == Some(&text) {
        return auxiliaries.contains(&before);
    }
    // "won 54 votes" and "the runs" have no verbs.
    let is_noun = reader.document.classes(index - 1).any(Classes::DETERMINER) && !pronouns.contains(&before);
    verbs.contains(&text) && before.chars().all(char::is_alphabetic) && !is_noun
}

fn ends_clause(text: &str) -> bool {
    matches!(text, ";" | ":")
}
