//! What the whole article says about each name: one name, one type, found everywhere.
//!
//! `teams` tells clubs from their cities, `edges` says where names begin and end, `evidence` what the words around them say of their type, `again` finds sure names once more.

mod again;
mod edges;
mod evidence;
mod teams;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use messages::EntityType;
use text::Shape;

use crate::document::{Document, Part};
use crate::folding::folded;
use crate::gazetteer::{Classes, EntryKind, Gazetteer};
use crate::mentions::{SHIP_PREFIXES, ScoredSpan};

/// How much of a person's evidence passes on to each word of the name.
const INHERITED: f64 = 0.9;
/// How much of an organisation's evidence passes on to its first word, which may stand for it.
const SHORTENED: f64 = 0.5;
/// The weight of a table that lists the name as an organisation's.
const LISTED: f64 = 0.8;
/// The weight of a dateline's place.
const CERTAIN: f64 = 3.0;
/// The weight of words around a name that say what it is: more than one sure mention.
const SAID: f64 = 1.2;

/// The weight of each type for one name.
type Votes = [f64; 4];

const TYPES: [EntityType; 4] = [EntityType::Per, EntityType::Org, EntityType::Loc, EntityType::Misc];

/// Gives every name the type the article as a whole speaks for, and finds sure names again where
/// capitals are no evidence: at the start of a sentence, in headlines.
pub(crate) fn unify(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    spans: Vec<ScoredSpan>,
) -> Vec<ScoredSpan> {
    let mut spans = edges::mend(document, gazetteer, spans);
    let Evidence { votes, of_two } = evidence(document, gazetteer, &spans);
    for span in &mut spans {
        leave_number_out(document, &votes, span);
        let name = key(document, &span.tokens);
        if of_two.contains(&name) {
            span.entity_type =
                if behind_place_word(document, span) { EntityType::Loc } else { EntityType::Per };
            continue;
        }
        if let Some(certain) = certain(document, gazetteer, span) {
            span.entity_type = certain;
            continue;
        }
        // A name of the tables is what it is, unless the rules had reason to differ.
        let listed = gazetteer.entry(&document.name(&span.tokens)).is_some() && span.score >= 0.85;
        if let Some((winner, share)) = votes.get(&name).and_then(winner).filter(|_| !listed)
            && winner != span.entity_type
        {
            span.entity_type = winner;
            span.score = span.score.max(0.5 + 0.4 * share).min(0.9);
        }
    }
    let again = again::find(document, gazetteer, &spans, &votes);
    spans.extend(again);
    spans.sort_by_key(|span| span.tokens.start);
    teams::name(document, gazetteer, &mut spans);
    spans
}

/// The name as votes are cast for it: whatever its case and the marks on its letters.
fn key(document: &Document<'_>, tokens: &Range<usize>) -> String {
    folded(&document.name(tokens))
}

/// "the 14th People's Congress" where the article also speaks of the People's Congress.
fn leave_number_out(document: &Document<'_>, votes: &HashMap<String, Votes>, span: &mut ScoredSpan) {
    let numbered = document.text(span.tokens.start).starts_with(|first: char| first.is_ascii_digit());
    let rest = span.tokens.start + 1..span.tokens.end;
    if numbered && rest.len() > 1 && votes.contains_key(&key(document, &rest)) {
        span.tokens = rest;
    }
}

fn behind_place_word(document: &Document<'_>, span: &ScoredSpan) -> bool {
    let before = span.tokens.start.checked_sub(1);
    in_dateline(document, span)
        || before.is_some_and(|before| document.classes(before).any(Classes::PLACE_BEFORE))
}

fn in_dateline(document: &Document<'_>, span: &ScoredSpan) -> bool {
    document.sentence_of(span.tokens.start).is_some_and(|sentence| sentence.part == Part::Dateline)
}

fn place_of(entity_type: EntityType) -> Option<usize> {
    TYPES.iter().position(|listed| *listed == entity_type)
}

/// What speaks for which type of each name.
struct Evidence {
    votes: HashMap<String, Votes>,
    /// Names of a place and of a person of the same article: "LINCOLN, Neb. - Todd Lincoln".
    of_two: HashSet<String>,
}

fn evidence(document: &Document<'_>, gazetteer: &Gazetteer, spans: &[ScoredSpan]) -> Evidence {
    let mut votes: HashMap<String, Votes> = HashMap::new();
    let (mut persons, mut places) = (HashSet::new(), HashSet::new());
    for (index, span) in spans.iter().enumerate() {
        let name = key(document, &span.tokens);
        let listed =
            gazetteer.entry(&document.name(&span.tokens)).is_some_and(|entry| entry.kind.is_organisation());
        if listed && span.entity_type != EntityType::Per {
            add(&mut votes, name.clone(), EntityType::Org, LISTED);
        }
        let said = said(document, gazetteer, spans, index);
        if let Some(said) = said {
            add(&mut votes, name.clone(), said, SAID);
        }
        let entity_type = said.unwrap_or(span.entity_type);
        if in_dateline(document, span) && entity_type == EntityType::Loc {
            places.insert(name.clone());
            add(&mut votes, name.clone(), entity_type, CERTAIN);
        }
        if entity_type == EntityType::Per && span.tokens.len() > 1 {
            for index in words(document, &span.tokens) {
                let word = key(document, &(index..index + 1));
                persons.insert(word.clone());
                add(&mut votes, word, entity_type, INHERITED * span.score);
            }
        }
        if let Some(short) = short_form(document, gazetteer, &ScoredSpan { entity_type, ..span.clone() }) {
            add(&mut votes, short, EntityType::Org, SHORTENED * span.score.max(0.8));
        }
        if SHIP_PREFIXES.contains(&document.text(span.tokens.start)) && span.tokens.len() > 1 {
            add(&mut votes, key(document, &(span.tokens.start + 1..span.tokens.end)), EntityType::Misc, SAID);
        }
        add(&mut votes, name, span.entity_type, span.score * span.score);
    }
    by_their_short_forms(document, gazetteer, spans, &mut votes);
    Evidence { votes, of_two: persons.intersection(&places).cloned().collect() }
}

fn add(votes: &mut HashMap<String, Votes>, name: String, entity_type: EntityType, weight: f64) {
    let Some(place) = place_of(entity_type) else { return };
    if let Some(vote) = votes.entry(name).or_default().get_mut(place) {
        *vote += weight;
    }
}

/// What the tables know better than any model: a people, an organisation of several words.
fn certain(document: &Document<'_>, gazetteer: &Gazetteer, span: &ScoredSpan) -> Option<EntityType> {
    let entry = gazetteer.entry(&document.name(&span.tokens))?;
    let several = span.tokens.len() > 1 && span.entity_type != EntityType::Misc;
    match entry.kind {
        EntryKind::Nationality if span.entity_type != EntityType::Per => Some(EntityType::Misc),
        kind if kind.is_organisation() && several => Some(EntityType::Org),
        _ => None,
    }
}

/// What the form of a name, or the words around it, say it is.
fn said(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    spans: &[ScoredSpan],
    index: usize,
) -> Option<EntityType> {
    let span = spans.get(index)?;
    let entry = |span: &ScoredSpan| gazetteer.entry(&document.name(&span.tokens));
    if let Some(certain) = certain(document, gazetteer, span) {
        return Some(certain);
    }
    if without_legal_form(document, span).is_some() {
        return Some(EntityType::Org);
    }
    let pair = [index.checked_sub(1).and_then(|before| spans.get(before)).map(|before| (before, span))]
        .into_iter()
        .chain([spans.get(index + 1).map(|behind| (span, behind))])
        .flatten()
        .any(|(first, second)| {
            evidence::is_acronym_in_brackets(document, first, second)
                && [first, second].iter().any(|span| span.entity_type == EntityType::Org)
                && ![first, second].iter().any(|span| entry(span).is_some_and(|entry| entry.kind.is_place()))
        });
    if pair { Some(EntityType::Org) } else { evidence::type_around(document, span) }
}

/// "Bram Wouters" is a person where "Wouters" is one and "Bram" a given name; "Garuda Indonesia" an organisation where "Garuda" is.
fn by_their_short_forms(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    spans: &[ScoredSpan],
    votes: &mut HashMap<String, Votes>,
) {
    let alone = spans.iter().filter(|span| span.tokens.len() == 1 && span.score >= 0.5);
    let alone: HashSet<(String, EntityType)> =
        alone.map(|span| (key(document, &span.tokens), span.entity_type)).collect();
    for span in spans.iter().filter(|span| span.tokens.len() > 1) {
        let word = |index: usize| key(document, &(index..index + 1));
        let given = document.classes(span.tokens.start).any(Classes::GIVEN);
        let person = given && alone.contains(&(word(span.tokens.end - 1), EntityType::Per));
        let as_org = ScoredSpan { entity_type: EntityType::Org, ..span.clone() };
        let short = short_form(document, gazetteer, &as_org).filter(|_| !given);
        let org = short.is_some_and(|short| alone.contains(&(short, EntityType::Org)));
        if span.entity_type != EntityType::Per && person {
            add(votes, key(document, &span.tokens), EntityType::Per, SAID);
        } else if span.entity_type == EntityType::Loc && org {
            add(votes, key(document, &span.tokens), EntityType::Org, SAID);
        }
    }
}

/// The words of a name that may stand for it: capitalised, not an initial.
fn words<'s>(document: &'s Document<'_>, span: &Range<usize>) -> impl Iterator<Item = usize> + 's {
    span.clone().filter(|index| {
        document.token(*index).is_some_and(|token| token.shape != Shape::Lower && token.span.len() > 2)
            && !document.classes(*index).any(Classes::PARTICLE | Classes::FUNCTION)
    })
}

/// "Halden" of "Halden Motors": the first word of an organisation's name, where it means nothing else.
fn short_form(document: &Document<'_>, gazetteer: &Gazetteer, span: &ScoredSpan) -> Option<String> {
    let first = span.tokens.start..span.tokens.start + 1;
    let other = Classes::GIVEN
        | Classes::COMMON
        | Classes::FUNCTION
        | Classes::TITLE
        | Classes::ORG_HEAD
        | Classes::ORG_FIRST
        | Classes::DIRECTION
        | Classes::MISC_WORD
        | Classes::LOC_FIRST
        | Classes::DETERMINER;
    let own = span.entity_type == EntityType::Org
        && span.tokens.len() > 1
        && !document.classes(first.start).any(other);
    let name = document.name(&first);
    (own && name.len() > 2 && gazetteer.entry(&name).is_none()).then(|| key(document, &first))
}

/// The heaviest type and its share; the first listed of equals.
fn winner(votes: &Votes) -> Option<(EntityType, f64)> {
    let total: f64 = votes.iter().sum();
    let mut best: Option<(EntityType, f64)> = None;
    for (weight, entity_type) in votes.iter().zip(TYPES) {
        if *weight > best.map_or(0.0, |(_, weight)| weight) {
            best = Some((entity_type, *weight));
        }
    }
    best.map(|(entity_type, weight)| (entity_type, weight / total))
}

/// "Celtic Crossings" of "Celtic Crossings Ltd."
fn without_legal_form(document: &Document<'_>, span: &ScoredSpan) -> Option<Range<usize>> {
    let last = span.tokens.end.checked_sub(1).filter(|last| *last > span.tokens.start)?;
    let legal = document.classes(last).any(Classes::ORG_SUFFIX)
        && document.token(last).is_some_and(|token| token.shape != Shape::Lower);
    legal.then_some(span.tokens.start..last)
}

/// `KIM JONG-UN` as `Kim Jong-Un` is no help; only the first letter of each spaced word stays large.
fn title_case(name: &str) -> String {
    let mut initial = true;
    name.chars()
        .flat_map(|character| {
            let large = initial;
            initial = character == ' ';
            let lower = (!large).then(|| character.to_lowercase());
            lower.into_iter().flatten().chain(large.then_some(character))
        })
        .collect()
}
