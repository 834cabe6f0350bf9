//! Splits a span that holds two names: two persons with "and" between them, or a place and the person who
//! holds office there.

use std::ops::Range;

use messages::EntityType;
use text::{Shape, TokenKind};

use crate::document::Document;
use crate::gazetteer::{Classes, Gazetteer};
use crate::languages::common::AND;
use crate::mentions::ScoredSpan;

/// Splits a span that holds two names, and returns any other as it is.
pub(super) fn split(document: &Document<'_>, gazetteer: &Gazetteer, span: ScoredSpan) -> Vec<ScoredSpan> {
    if let Some(and) = between_persons(document, &span) {
        let first = ScoredSpan { tokens: span.tokens.start..and, ..span.clone() };
        return vec![first, ScoredSpan { tokens: and + 1..span.tokens.end, ..span }];
    }
    if let Some(person) = behind_portfolio(document, &span) {
        return vec![ScoredSpan { tokens: person, entity_type: EntityType::Per, ..span }];
    }
    let Some((place, person)) = in_office(document, gazetteer, &span) else { return vec![span] };
    let named = |tokens: Range<usize>, entity_type| ScoredSpan { tokens, entity_type, score: span.score };
    vec![named(place, EntityType::Loc), named(person, EntityType::Per)]
}

/// Words of the longest span that may be a place and a person.
const LONGEST: usize = 9;

/// Returns the word between two persons of two words or more: "Juan López y Pedro Ruiz", but not "José Ortega
/// y Gasset".
fn between_persons(document: &Document<'_>, span: &ScoredSpan) -> Option<usize> {
    let tokens = &span.tokens;
    if span.entity_type != EntityType::Per || tokens.len() < 5 {
        return None;
    }
    (tokens.start + 2..tokens.end - 2).find(|index| {
        let is_small = document.token(*index).is_some_and(|token| token.shape == Shape::Lower);
        is_small && AND.contains(&document.text(*index)) && is_given(document, index + 1)
    })
}

/// Returns the place and the person of "Burmistrz Gdańska Jan Kowal", "Gubernur Jakarta Arif Baswara" and
/// "Ankara Belediye Başkanı Ali Kaya". The title may be before the span or in it.
fn in_office(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    span: &ScoredSpan,
) -> Option<(Range<usize>, Range<usize>)> {
    let Range { start, end } = span.tokens;
    let may_be = matches!(span.entity_type, EntityType::Per | EntityType::Org | EntityType::Loc);
    if !may_be
        || !(3..=LONGEST).contains(&span.tokens.len())
        || gazetteer.entry(&document.name(&span.tokens)).is_some()
    {
        return None;
    }
    let is_title = |index: usize| document.classes(index).any(Classes::TITLE);
    if let Some(title) = (start + 1..end - 1).find(|index| is_title(*index))
        && is_person(document, title + 1..end)
    {
        let place = place_at(document, gazetteer, start..title)?;
        return Some((place, title + 1..end));
    }
    let inside = is_title(start) && !is_given(document, start);
    let sentence = document.sentence_of(start)?;
    let before = |back: usize| {
        start.checked_sub(back).is_some_and(|before| sentence.tokens.contains(&before) && is_title(before))
    };
    // "Кметът на София": a preposition may stand between office and place.
    let small = |index: usize| document.token(index).is_some_and(|token| token.shape == Shape::Lower);
    let titled = inside || before(1) || (before(2) && small(start - 1));
    let first = start + usize::from(inside);
    let place = place_at(document, gazetteer, first..end).or_else(|| {
        // A name that the tables do not know is a place if it can be no part of a person's.
        let other = Classes::GIVEN | Classes::SURNAME | Classes::FAMILY_FIRST | Classes::ORG_HEAD;
        (!document.classes(first).any(other | Classes::PARTICLE)).then_some(first..first + 1)
    });
    let place = place.filter(|_| titled)?;
    let person = place.end..end;
    // Behind a place of the tables, two words of a person's name need not be in the tables.
    let known = gazetteer.entry(&document.name(&place)).is_some_and(|entry| entry.kind.is_place());
    let family_first = document.classes(person.start).any(Classes::FAMILY_FIRST) && person.len() <= 4;
    let is_person = is_person(document, person.clone())
        || (known && family_first && person.len() > 1)
        || (known && person.len() == 2 && person.clone().all(|index| is_capital(document, index)));
    is_person.then_some((place, person))
}

/// Returns the person of "minister for Women and Equalities Philippa Rudge". What is between office and person is
/// no name.
fn behind_portfolio(document: &Document<'_>, span: &ScoredSpan) -> Option<Range<usize>> {
    let Range { start, end } = span.tokens;
    let sentence = document.sentence_of(start)?;
    let office = start.checked_sub(2).filter(|office| sentence.tokens.contains(office))?;
    let is_joined = document.token(start - 1).is_some_and(|token| token.shape == Shape::Lower);
    let may_be = span.entity_type == EntityType::Org && span.tokens.len() <= LONGEST;
    if !may_be || !is_joined || !document.classes(office).any(Classes::TITLE) {
        return None;
    }
    (start + 1..end - 1).map(|first| first..end).find(|run| is_person(document, run.clone()))
}

/// Words of the longest place that is looked up before a person.
const LONGEST_PLACE: usize = 5;

/// Returns the longest place of the tables that begins a run.
fn place_at(document: &Document<'_>, gazetteer: &Gazetteer, run: Range<usize>) -> Option<Range<usize>> {
    let ends = (run.start + 1..=run.end.min(run.start + LONGEST_PLACE)).rev();
    ends.map(|end| run.start..end)
        .find(|name| gazetteer.entry(&document.name(name)).is_some_and(|entry| entry.kind.is_place()))
}

/// Reports whether a run is a given name and one to three other capitalized words.
fn is_person(document: &Document<'_>, run: Range<usize>) -> bool {
    (2..=4).contains(&run.len())
        && is_given(document, run.start)
        && run.clone().all(|index| is_capital(document, index))
}

fn is_capital(document: &Document<'_>, index: usize) -> bool {
    document.token(index).is_some_and(|token| {
        token.kind == TokenKind::Word && !matches!(token.shape, Shape::Lower | Shape::Caseless)
    })
}

fn is_given(document: &Document<'_>, index: usize) -> bool {
    document.classes(index).any(Classes::GIVEN)
}
