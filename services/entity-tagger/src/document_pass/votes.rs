//! What the whole article says about the type of each name.

use std::collections::HashSet;

use foldhash::fast::RandomState;
use messages::EntityType;

use super::context;
use super::name::{NameMap, NameSet, in_dateline, key, short_form, telling_words, without_legal_form};
use crate::document::{Casing, Document};
use crate::gazetteer::{Classes, EntryKind, Gazetteer};
use crate::languages::common::SHIP_PREFIXES;
use crate::mentions::ScoredSpan;

// The weights are set by hand. One mention weighs its score squared, so at most 1.

/// The share of a person's score that passes on to each word of the name.
const INHERITED: f64 = 0.9;
/// The share of an organisation's score that passes on to its first word, which may stand for it.
const SHORTENED: f64 = 0.5;
/// The weight of a table that lists the name as an organisation's.
const LISTED: f64 = 0.8;
/// The weight of the place of a dateline: more than any two mentions.
const CERTAIN: f64 = 3.0;
/// The weight of words around a name that show its type: more than one sure mention.
const SHOWN: f64 = 1.2;

/// The weight of each type for one name, in the order of [`EntityType::NAMES`].
pub(super) type Votes = [f64; 4];

/// The evidence of an article.
pub(super) struct Evidence {
    /// The votes by the key of the name.
    pub(super) votes: NameMap<Votes>,
    /// Names of both a place and a person of the article: "LINCOLN, Neb. - Todd Lincoln".
    pub(super) ambiguous: NameSet,
    /// The words of full personal names, with the first token of the first such name. A word that was a place
    /// before is not among them.
    pub(super) persons: NameMap<usize>,
}

/// Counts the votes of every mention for the type of its name and of the names it may be shortened to.
pub(super) fn count(document: &Document<'_>, gazetteer: &Gazetteer, spans: &[ScoredSpan]) -> Evidence {
    let mut votes: NameMap<Votes> = NameMap::default();
    let (mut persons, mut places) = (NameMap::default(), NameSet::default());
    let (mut named, mut places_before) = (NameSet::default(), NameSet::default());
    for (index, span) in spans.iter().enumerate() {
        let name = key(document, &span.tokens);
        // The tables know many organisations that models take for places or works.
        let listed =
            gazetteer.entry(&document.name(&span.tokens)).is_some_and(|entry| entry.kind.is_organisation());
        if listed && span.entity_type != EntityType::Per {
            add(&mut votes, name.clone(), EntityType::Org, LISTED);
        }
        let shown = shown_type(document, gazetteer, spans, index);
        if let Some(shown) = shown {
            add(&mut votes, name.clone(), shown, SHOWN);
        }
        let entity_type = shown.unwrap_or(span.entity_type);
        if in_dateline(document, span) && entity_type == EntityType::Loc {
            places.insert(name.clone());
            add(&mut votes, name.clone(), entity_type, CERTAIN);
        }
        let casing = document.sentence_of(span.tokens.start).map(|sentence| sentence.casing);
        if entity_type == EntityType::Per && span.tokens.len() > 1 && casing != Some(Casing::Upper) {
            for index in telling_words(document, &span.tokens) {
                let word = key(document, &(index..index + 1));
                named.insert(word.clone());
                if !places_before.contains(&word) {
                    persons.entry(word.clone()).or_insert(span.tokens.start);
                }
                add(&mut votes, word, entity_type, INHERITED * span.score);
            }
        }
        if let Some(short) = short_form(document, gazetteer, &ScoredSpan { entity_type, ..span.clone() }) {
            // A short form is more ambiguous than its name, so its vote depends little on the score of one
            // mention.
            add(&mut votes, short, EntityType::Org, SHORTENED * span.score.max(0.8));
        }
        if SHIP_PREFIXES.contains(&document.text(span.tokens.start)) && span.tokens.len() > 1 {
            add(
                &mut votes,
                key(document, &(span.tokens.start + 1..span.tokens.end)),
                EntityType::Misc,
                SHOWN,
            );
        }
        if entity_type == EntityType::Loc {
            places_before.insert(name.clone());
        }
        // Squared, one sure mention outweighs two doubtful ones.
        add(&mut votes, name, span.entity_type, span.score * span.score);
    }
    add_by_short_forms(document, gazetteer, spans, &mut votes);
    let ambiguous = places.into_iter().filter(|place| named.contains(place)).collect();
    Evidence { votes, ambiguous, persons }
}

fn add(votes: &mut NameMap<Votes>, name: String, entity_type: EntityType, weight: f64) {
    let position = EntityType::NAMES.iter().position(|listed| *listed == entity_type);
    let Some(position) = position else { return };
    if let Some(vote) = votes.entry(name).or_default().get_mut(position) {
        *vote += weight;
    }
}

/// Returns the type that the tables know better than any model: that of a people, or of an organisation of
/// several words.
pub(super) fn certain_type(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    span: &ScoredSpan,
) -> Option<EntityType> {
    let entry = gazetteer.entry(&document.name(&span.tokens))?;
    // A model may know better where an organisation's name is also a work's: "Rolling Stone".
    let several = span.tokens.len() > 1 && span.entity_type != EntityType::Misc;
    match entry.kind {
        EntryKind::Nationality if span.entity_type != EntityType::Per => Some(EntityType::Misc),
        kind if kind.is_organisation() && several => Some(EntityType::Org),
        _ => None,
    }
}

/// Returns the type that the form of a name, or the words around it, show.
fn shown_type(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    spans: &[ScoredSpan],
    index: usize,
) -> Option<EntityType> {
    let span = spans.get(index)?;
    let entry = |span: &ScoredSpan| gazetteer.entry(&document.name(&span.tokens));
    if let Some(certain) = certain_type(document, gazetteer, span) {
        return Some(certain);
    }
    // "Peso da Régua". Shorter names are also clubs': "San Lorenzo".
    if span.tokens.len() > 2 && span.entity_type == EntityType::Org && entry(span).is_none() {
        let name = document.name(&span.tokens);
        if gazetteer.towns(&name).next().is_some() {
            return Some(EntityType::Loc);
        }
    }
    if without_legal_form(document, span).is_some() {
        return Some(EntityType::Org);
    }
    let pair = [index.checked_sub(1).and_then(|before| spans.get(before)).map(|before| (before, span))]
        .into_iter()
        .chain([spans.get(index + 1).map(|behind| (span, behind))])
        .flatten()
        .any(|(first, second)| {
            context::is_acronym_in_brackets(document, first, second)
                && [first, second].iter().any(|span| span.entity_type == EntityType::Org)
                && ![first, second].iter().any(|span| entry(span).is_some_and(|entry| entry.kind.is_place()))
        });
    if pair { Some(EntityType::Org) } else { context::type_around(document, span) }
}

/// Adds votes for full names by their short forms: "Bram Wouters" is a person if "Wouters" is one and "Bram"
/// a given name, and "Garuda Indonesia" is an organisation if "Garuda" is one.
fn add_by_short_forms(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    spans: &[ScoredSpan],
    votes: &mut NameMap<Votes>,
) {
    // Below one half, the short form is as doubtful as the full name.
    let alone = spans.iter().filter(|span| span.tokens.len() == 1 && span.score >= 0.5);
    let alone: HashSet<(String, EntityType), RandomState> =
        alone.map(|span| (key(document, &span.tokens), span.entity_type)).collect();
    for span in spans.iter().filter(|span| span.tokens.len() > 1) {
        let word = |index: usize| key(document, &(index..index + 1));
        let given = document.classes(span.tokens.start).any(Classes::GIVEN);
        let person = given && alone.contains(&(word(span.tokens.end - 1), EntityType::Per));
        let as_org = ScoredSpan { entity_type: EntityType::Org, ..span.clone() };
        let short = short_form(document, gazetteer, &as_org).filter(|_| !given);
        let org = short.is_some_and(|short| alone.contains(&(short, EntityType::Org)));
        if span.entity_type != EntityType::Per && person {
            add(votes, key(document, &span.tokens), EntityType::Per, SHOWN);
        } else if span.entity_type == EntityType::Loc && org {
            add(votes, key(document, &span.tokens), EntityType::Org, SHOWN);
        }
    }
}

/// Returns the heaviest type and its share of all votes. On a tie the first one wins.
pub(super) fn winner(votes: &Votes) -> Option<(EntityType, f64)> {
    let total: f64 = votes.iter().sum();
    let mut best: Option<(EntityType, f64)> = None;
    for (weight, entity_type) in votes.iter().zip(EntityType::NAMES) {
        if *weight > best.map_or(0.0, |(_, weight)| weight) {
            best = Some((entity_type, *weight));
        }
    }
    best.map(|(entity_type, weight)| (entity_type, weight / total))
}
