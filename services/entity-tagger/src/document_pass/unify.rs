//! Gives every name one type and finds it everywhere.

use messages::EntityType;

use super::name::{NameMap, after_place_word, key};
use super::votes::{self, Evidence, Votes, certain_type, winner};
use super::{context, edges, full_names, ordinary, partners, propagate, shown, teams};
use crate::document::Document;
use crate::gazetteer::Gazetteer;
use crate::mentions::ScoredSpan;

/// The score from which a name of the tables keeps its type. The rules give less if the context contradicts
/// the tables.
const SURE: f64 = 0.85;

/// Gives every name the type that the article as a whole supports, and finds sure names again where capitals
/// show nothing: at the start of a sentence and in headlines.
pub(crate) fn unify(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    spans: Vec<ScoredSpan>,
) -> Vec<ScoredSpan> {
    let mut spans = edges::mend(document, gazetteer, spans);
    spans = partners::join(document, gazetteer, spans);
    spans = shown::add(document, gazetteer, spans);
    context::mark_towns_of_regions(document, gazetteer, &mut spans);
    let Evidence { votes, ambiguous, persons } = votes::count(document, gazetteer, &spans);
    for span in &mut spans {
        leave_out_number(document, &votes, span);
        let name = key(document, &span.tokens);
        if ambiguous.contains(&name) {
            span.entity_type =
                if after_place_word(document, span) { EntityType::Loc } else { EntityType::Per };
            continue;
        }
        if span.entity_type == EntityType::Loc && context::follows_honorific(document, span) {
            span.entity_type = EntityType::Per;
            continue;
        }
        if span.entity_type == EntityType::Per && context::is_town_of_office(document, gazetteer, span) {
            span.entity_type = EntityType::Loc;
            continue;
        }
        // "Brandt Meets Xu in Lima": a place of the tables behind a preposition, if no person has the name.
        if span.entity_type == EntityType::Per
            && span.tokens.len() == 1
            && !persons.contains_key(&name)
            && after_place_word(document, span)
            && gazetteer.entry(&document.name(&span.tokens)).is_some_and(|entry| entry.kind.is_place())
        {
            span.entity_type = EntityType::Loc;
            continue;
        }
        if let Some(certain) = certain_type(document, gazetteer, span) {
            span.entity_type = certain;
            continue;
        }
        // After "Malcolm Jordan" came, "Jordan" is no country, unless something like "in" is before it.
        let is_known = persons.get(&name).is_some_and(|first| *first < span.tokens.start);
        if is_known && span.entity_type == EntityType::Loc && !after_place_word(document, span) {
            span.entity_type = EntityType::Per;
            continue;
        }
        // A name of the tables keeps its type, unless the rules found evidence against it.
        let listed = gazetteer.entry(&document.name(&span.tokens)).is_some() && span.score >= SURE;
        if let Some((winner, share)) = votes.get(&name).and_then(winner).filter(|_| !listed)
            && winner != span.entity_type
        {
            span.entity_type = winner;
            span.score = span.score.max(0.5 + 0.4 * share).min(0.9);
        }
    }
    let found = propagate::find(document, gazetteer, &spans, &votes);
    spans.extend(found);
    spans.sort_by_key(|span| span.tokens.start);
    teams::retype(document, gazetteer, &mut spans);
    full_names::complete(document, &mut spans);
    ordinary::leave_out(document, &mut spans);
    ordinary::leave_out_homonyms(document, &mut spans);
    spans
}

/// Leaves out the number of "the 14th People's Congress" if the article also speaks of the People's Congress.
fn leave_out_number(document: &Document<'_>, votes: &NameMap<Votes>, span: &mut ScoredSpan) {
    let numbered = document.text(span.tokens.start).starts_with(|first: char| first.is_ascii_digit());
    let rest = span.tokens.start + 1..span.tokens.end;
    if numbered && rest.len() > 1 && votes.contains_key(&key(document, &rest)) {
        span.tokens = rest;
    }
}
