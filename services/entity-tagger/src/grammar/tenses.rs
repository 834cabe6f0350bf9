//! Whether the words around a date put it before or after the day of publication.

use super::meaning::Tense;
use super::sentence::SentenceReader;
use super::vocabulary::Present;
use crate::document::Placement;
use crate::gazetteer::Classes;
use crate::languages::Arranged;

/// Tokens that are read before a date: about a clause.
const BEFORE: usize = 12;
/// Tokens that are read after a date: "Am Freitag wird", "On Friday she will".
const AFTER: usize = 3;

/// Returns the tense of the nearest verb or preposition before a date, or else of the nearest after it in the
/// same clause. Without either, a verb in the present tense puts the date ahead.
pub(super) fn tense(reader: &SentenceReader<'_>, start: usize, end: usize) -> Option<Tense> {
    let first = start.saturating_sub(BEFORE).max(reader.first);
    let before = || (first..start).rev().take_while(|index| !ends_clause(reader.text(*index)));
    let subordinators = reader.vocabulary.words.subordinators;
    if let Some(opening) = before().find(|index| subordinators.contains(&reader.text(*index))) {
        // "Er sagte, dass er am Freitag reise": the clause has its own verb, at its end.
        let own = || (opening + 1..start).rev();
        let behind = || (end..end + AFTER).take_while(|index| reader.text(*index) != ",");
        let tense = nearest(reader, own()).or_else(|| nearest(reader, behind()));
        if let Some(tense) = tense.or_else(|| present(reader, own().chain(behind()))) {
            return Some(tense);
        }
    }
    let found = nearest(reader, before());
    // "hopes to reconnect all of them by Thursday", but "had fled by Thursday".
    if found.is_none() && start > reader.first && reader.text(start - 1) == "by" {
        return Some(Tense::Future);
    }
    let clause = |index: &usize| !ends_clause(reader.text(*index)) && reader.text(*index) != "and";
    let found = found.or_else(|| nearest(reader, (end..end + AFTER).take_while(clause)));
    found.or_else(|| present(reader, before().chain((end..end + AFTER).take_while(clause))))
}

/// Returns the future if one of the words is a verb in the present tense of what is arranged. In a headline
/// the present tense reports what is past.
fn present(reader: &SentenceReader<'_>, mut indexes: impl Iterator<Item = usize>) -> Option<Tense> {
    if !reader.vocabulary.knows_tenses() {
        return None;
    }
    let is_verb = |index: usize| match reader.vocabulary.present(reader.text(index)) {
        Some(Present::Singular) => {
            index == reader.first || !reader.document.classes(index - 1).any(Classes::DETERMINER)
        }
        Some(Present::Plural) => {
            let before = if index > reader.first { reader.text(index - 1) } else { "" };
            before.ends_with('s') && before.chars().all(char::is_alphabetic)
        }
        Some(Present::Arranged) | None => false,
    };
    let sentence = reader.document.sentence_of(reader.first)?;
    (sentence.placement != Placement::Headline && indexes.any(is_verb)).then_some(Tense::Future)
}

fn nearest(reader: &SentenceReader<'_>, mut indexes: impl Iterator<Item = usize>) -> Option<Tense> {
    indexes.find_map(|index| {
        if is_arranged(reader, index) {
            return Some(Tense::Future);
        }
        // In "to be released Friday" the participle is not a past tense.
        let passive = index > reader.first && matches!(reader.text(index - 1), "be" | "get");
        // Behind the end of the sentence the verb of the next one stands.
        let is_inside = !reader.text(index).is_empty();
        let saying =
            (is_inside && reader.document.classes(index).any(Classes::SAYING)).then_some(Tense::Past);
        reader
            .vocabulary
            .tense(reader.text(index))
            .or(saying)
            .filter(|tense| if *tense == Tense::Future { !is_noun(reader, index) } else { !passive })
    })
}

/// Reports whether a token is a noun: it stands between an article and a small word, as in "approved the plan on
/// Monday".
fn is_noun(reader: &SentenceReader<'_>, index: usize) -> bool {
    let is = |index: usize, class: Classes| reader.document.classes(index).any(class);
    index > reader.first && is(index - 1, Classes::DETERMINER) && is(index + 1, Classes::FUNCTION)
}

/// Reports whether a token speaks of what is arranged: "is to meet", "the forum ends", and in a headline "to
/// vote".
fn is_arranged(reader: &SentenceReader<'_>, index: usize) -> bool {
    let Some(arranged) = reader.vocabulary.words.arranged.filter(|_| index > reader.first) else {
        return false;
    };
    let Arranged { infinitive, auxiliaries, pronouns, .. } = arranged;
    let (text, before) = (reader.text(index), reader.text(index - 1));
    let sentence = reader.document.sentence_of(index);
    if sentence.is_some_and(|sentence| sentence.placement == Placement::Headline) {
        // A present tense in a headline reports what is past, so only the infinitive counts.
        return infinitive.contains(&text) && reader.text(index + 1).chars().all(char::is_alphabetic);
    }
    if infinitive.first() == Some(&text) {
        return auxiliaries.contains(&before);
    }
    if reader.vocabulary.present(text) != Some(Present::Arranged) {
        return false;
    }
    // "won 54 votes" and "the runs" have no verbs.
    let is_noun = reader.document.classes(index - 1).any(Classes::DETERMINER) && !pronouns.contains(&before);
    before.chars().all(char::is_alphabetic) && !is_noun
}

fn ends_clause(text: &str) -> bool {
    matches!(text, ";" | ":")
}
