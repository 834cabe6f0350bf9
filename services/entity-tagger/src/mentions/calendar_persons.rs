//! Persons whose given name is a month's or a weekday's: "Actor June Harlan died".

use std::ops::Range;

use messages::EntityType;
use text::{Shape, TokenKind};

use super::model::ScoredSpan;
use crate::document::{Casing, Document, Sentence};
use crate::gazetteer::Classes;
use crate::languages::PersonWords;

/// The score of such a person. Set by hand: the words around the name show it.
const SCORE: f64 = 0.8;

/// Returns the persons that the grammar would read as a date. A role comes before the name, or the name begins the
/// sentence and a verb of persons follows.
pub(crate) fn calendar_persons(document: &Document<'_>) -> Vec<ScoredSpan> {
    let Some(words) = document.profile.person_words else { return Vec::new() };
    let sentences = document.sentences.iter().filter(|sentence| sentence.casing == Casing::Sentence);
    sentences
        .flat_map(|sentence| {
            let names = sentence.tokens.clone().filter(|index| is_person(document, words, sentence, *index));
            names.map(|index| index..index + 2)
        })
        .map(|tokens: Range<usize>| ScoredSpan { tokens, entity_type: EntityType::Per, score: SCORE })
        .collect()
}

fn is_person(document: &Document<'_>, words: &PersonWords, sentence: &Sentence, index: usize) -> bool {
    if !words.calendar_given_names.contains(&document.text(index)) {
        return false;
    }
    let is_capitalised = |index: usize| {
        sentence.tokens.contains(&index)
            && document.token(index).is_some_and(|token| {
                token.kind == TokenKind::Word && token.shape == Shape::Title && token.spaced
            })
    };
    let surname = is_capitalised(index + 1)
        && !is_capitalised(index + 2)
        && !document.classes(index + 1).any(Classes::FUNCTION | Classes::CALENDAR);
    let is_common = document.classes(index + 1).any(Classes::NOT_PERSONAL);
    let is_known = document.classes(index + 1).any(Classes::SURNAME);
    // "Stone" and "Winters" are words, but also surnames.
    if !surname || is_common && !is_known {
        return false;
    }
    let before = |back: usize| index.checked_sub(back).filter(|before| sentence.tokens.contains(before));
    let is_role = |before: usize| {
        document.classes(before).any(Classes::ROLE | Classes::TITLE)
            || words.roles.contains(&document.text(before))
    };
    // "the judge, April Stone, spoke".
    let described = before(2).is_some_and(|role| document.text(role + 1) == "," && is_role(role))
        && document.text(index + 2) == ",";
    let acts = index == sentence.tokens.start
        && !is_common
        && sentence.tokens.contains(&(index + 2))
        && [words.verbs, words.calendar_verbs].iter().any(|verbs| verbs.contains(&document.text(index + 2)));
    // "He thanked April Winters": no date stands right behind a verb, and no date is followed by a surname.
    let is_object = words.verbs_with_persons.contains(&before(1).map_or("", |verb| document.text(verb)));
    before(1).is_some_and(is_role) || described || acts || (is_known && is_object)
}
