//! Finds names again where capitals show nothing, and countries and peoples that the model missed.

use std::borrow::Cow;
use std::ops::Range;

use messages::EntityType;
use text::{Shape, TokenKind};

use super::name::{
    NameMap, after_place_word, in_dateline, key, short_form, telling_words, without_legal_form,
};
use super::uncovered;
use super::votes::{Votes, winner};
use crate::document::{Casing, Document, Placement};
use crate::gazetteer::{Classes, EntryKind, Gazetteer};
use crate::languages::common::PARTISANS;
use crate::mentions::ScoredSpan;
use crate::name_forms::title_case;

/// The score that a name needs to be found elsewhere.
const SURE: f64 = 0.6;

/// Tokens of the longest name that is found again.
const LONGEST: usize = 8;

/// Returns the names in the tokens that no span covers yet.
pub(super) fn find(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    spans: &[ScoredSpan],
    votes: &NameMap<Votes>,
) -> Vec<ScoredSpan> {
    let known = known_names(document, gazetteer, spans, votes);
    uncovered::names(document.tokens.len(), spans, |index, limit| {
        let listed = || listed_at(document, gazetteer, index).map(|span| as_person(document, votes, span));
        known_at(document, &known, index, limit).or_else(listed)
    })
}

/// Makes a country the person whose surname it is in this article, unless a word such as "in" is before it: after "Camila
/// Granada", "Granada" is she.
fn as_person(document: &Document<'_>, votes: &NameMap<Votes>, mut span: ScoredSpan) -> ScoredSpan {
    let supported = votes.get(&key(document, &span.tokens)).and_then(winner);
    if supported.is_some_and(|(winner, _)| winner == EntityType::Per) && !after_place_word(document, &span) {
        span.entity_type = EntityType::Per;
    }
    span
}

/// The names to look for.
struct KnownNames {
    types: NameMap<EntityType>,
    /// Tokens of the longest name that begins with a word.
    longest: NameMap<usize>,
}

/// Collects the sure names and the words that may stand for them.
fn known_names(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    spans: &[ScoredSpan],
    votes: &NameMap<Votes>,
) -> KnownNames {
    let mut known = KnownNames { types: NameMap::default(), longest: NameMap::default() };
    for span in spans.iter().filter(|span| span.score >= SURE && span.tokens.len() <= LONGEST) {
        let mut runs = vec![span.tokens.clone()];
        if span.entity_type == EntityType::Per {
            runs.extend(telling_words(document, &span.tokens).map(|index| index..index + 1));
        }
        if span.entity_type == EntityType::Org {
            runs.extend(without_legal_form(document, span));
            runs.extend(
                short_form(document, gazetteer, span).map(|_| span.tokens.start..span.tokens.start + 1),
            );
        }
        // A dateline has its place in capitals.
        if in_dateline(document, span) {
            let name = title_case(&document.name(&span.tokens));
            let first = name.split(' ').next().unwrap_or_default().to_owned();
            let longest = known.longest.entry(first).or_default();
            *longest = span.tokens.len().max(*longest);
            known.types.entry(name).or_insert(span.entity_type);
        }
        for run in runs {
            let name = document.name(&run);
            // A word that is also ordinary, or another name of the tables, would be found in wrong places.
            let ordinary =
                document.classes(run.start).any(Classes::COMMON | Classes::FUNCTION) && run.len() == 1;
            let other = run.len() == 1 && span.tokens.len() > 1 && gazetteer.entry(&name).is_some();
            if ordinary || other || name.len() < 3 {
                continue;
            }
            let entity_type = votes
                .get(&key(document, &run))
                .and_then(winner)
                .map_or(span.entity_type, |(winner, _)| winner);
            let first = document.name(&(run.start..run.start + 1)).into_owned();
            let longest = known.longest.entry(first).or_default();
            *longest = run.len().max(*longest);
            known.types.entry(name.into_owned()).or_insert(entity_type);
        }
    }
    known
}

/// Finds the longest known name that begins at a token.
fn known_at(document: &Document<'_>, known: &KnownNames, index: usize, limit: usize) -> Option<ScoredSpan> {
    let token =
        document.token(index).filter(|token| !matches!(token.shape, Shape::Lower | Shape::Caseless))?;
    let sentence = document
        .sentences
        .get(token.sentence)
        .filter(|sentence| sentence.placement != Placement::Dateline)?;
    let upper = sentence.casing == Casing::Upper;
    let recased = |run: &Range<usize>| {
        let name = document.name(run);
        if upper { Cow::Owned(title_case(&name)) } else { name }
    };
    let longest = *known.longest.get(recased(&(index..index + 1)).as_ref())?;
    (1..=longest).rev().find_map(|length| {
        let run = index..index + length;
        // Stops normalize to nothing, so a run with a stop at its end would have the same form.
        let ends = document.token(run.end - 1).is_some_and(|token| token.kind != TokenKind::Punctuation);
        if run.end > limit.min(sentence.tokens.end) || !ends {
            return None;
        }
        let entity_type = *known.types.get(recased(&run).as_ref())?;
        Some(ScoredSpan { tokens: run, entity_type, score: 0.7 })
    })
}

/// Finds a country or a people in one word, between words in lower case: "a German-led mission".
fn listed_at(document: &Document<'_>, gazetteer: &Gazetteer, index: usize) -> Option<ScoredSpan> {
    let sentence = document.sentence_of(index)?;
    let capital = |index: usize| {
        sentence.tokens.contains(&index)
            && document
                .token(index)
                .is_some_and(|token| !matches!(token.shape, Shape::Lower | Shape::Caseless))
            && document.text(index).starts_with(char::is_uppercase)
    };
    let country_in_capitals = document.token(index).is_some_and(|token| token.shape == Shape::Upper);
    // "Jordan" and "German" are also personal names.
    let doubtful = Classes::GIVEN | Classes::SURNAME;
    let casing = matches!(sentence.placement, Placement::Lead | Placement::Body)
        && sentence.casing == Casing::Sentence;
    if !casing || !capital(index) || document.profile.capitalises_nouns {
        return None;
    }
    // Next to another capitalized word, the country is part of a longer name, unless a title follows.
    let titled = document.classes(index + 1).any(Classes::TITLE | Classes::TITLE_MODIFIER);
    let before =
        index.checked_sub(1).filter(|before| document.token(*before).is_some_and(|token| !token.initial));
    if before.is_some_and(capital) || (capital(index + 1) && !titled) {
        return None;
    }
    let personal = document.classes(index).any(doubtful);
    if let Some(town) = town_at(document, gazetteer, index) {
        return Some(town);
    }
    if PARTISANS.contains(&document.text(index)) {
        return Some(ScoredSpan { tokens: index..index + 1, entity_type: EntityType::Misc, score: 0.7 });
    }
    let entity_type = match gazetteer.entry(&document.name(&(index..index + 1)))?.kind {
        EntryKind::Nationality if !personal || document.text(index + 1) == "-" => EntityType::Misc,
        EntryKind::Country if !personal || country_in_capitals => EntityType::Loc,
        _ => return None,
    };
    Some(ScoredSpan { tokens: index..index + 1, entity_type, score: 0.7 })
}

/// Finds a town in one word after "in" or "near", if the word means nothing else.
fn town_at(document: &Document<'_>, gazetteer: &Gazetteer, index: usize) -> Option<ScoredSpan> {
    let placed =
        index.checked_sub(1).is_some_and(|before| document.classes(before).any(Classes::PLACE_BEFORE));
    let other = Classes::GIVEN
        | Classes::SURNAME
        | Classes::COMMON
        | Classes::FUNCTION
        | Classes::CALENDAR
        | Classes::TITLE;
    let alone = placed && !document.classes(index).any(other) && document.token(index)?.shape == Shape::Title;
    let town = alone && gazetteer.towns(document.text(index)).next().is_some();
    town.then_some(ScoredSpan { tokens: index..index + 1, entity_type: EntityType::Loc, score: 0.6 })
}
