//! The type that the words around a name show: "Quorra, a maker of meters", "the mining firm Andina", "the
//! town of Hull".

use messages::EntityType;

use crate::document::{Casing, Document};
use crate::gazetteer::{Classes, Gazetteer};
use crate::languages::{self, TypeWords};
use crate::mentions::ScoredSpan;

/// Words between "a" and the noun of an apposition: "a family-owned mining company".
const APPOSITION: usize = 5;

/// Returns the type that the words around a name show. Honorifics count in every language, the rest needs the
/// language's type words.
pub(super) fn type_around(document: &Document<'_>, span: &ScoredSpan) -> Option<EntityType> {
    let sentence = document.sentence_of(span.tokens.start)?;
    if sentence.casing != Casing::Sentence {
        return None;
    }
    if follows_honorific(document, span) || speaks(document, span) {
        return Some(EntityType::Per);
    }
    let words = document.profile.type_words?;
    let text = |index: usize| if sentence.tokens.contains(&index) { document.text(index) } else { "" };
    if let Some(place) = form_of_place(document, span, words) {
        return Some(place);
    }
    let before = |back: usize| span.tokens.start.checked_sub(back).map_or("", text);
    if words.places.contains(&before(2)) && before(1) == words.of {
        return Some(EntityType::Loc);
    }
    let is_held = words.holdings.contains(&before(2)) && words.held_in.contains(&before(1));
    if words.organisations.contains(&before(1)) && before(2) != words.of
        || is_held
        || text(span.tokens.end) == words.shares
    {
        return Some(EntityType::Org);
    }
    apposition(document, span.tokens.end, words, &text)
}

/// Reports whether a word comes before a name that only persons have: "Frau Bremen".
pub(super) fn follows_honorific(document: &Document<'_>, span: &ScoredSpan) -> bool {
    let before = span.tokens.start.checked_sub(1).filter(|before| same_sentence(document, *before, span));
    before.is_some_and(|before| languages::shows_person(document.text(before)))
}

/// Reports whether a name is the town of an office: "burgemeester van Breda", "o tribunal de Braga". Models take it for
/// a person of that title.
pub(super) fn is_town_of_office(document: &Document<'_>, gazetteer: &Gazetteer, span: &ScoredSpan) -> bool {
    let Some(title) = span.tokens.start.checked_sub(2).filter(|title| same_sentence(document, *title, span))
    else {
        return false;
    };
    let name = document.name(&span.tokens);
    document.profile.office_joints.contains(&document.text(title + 1))
        && document.classes(title).any(Classes::TITLE | Classes::ORG_HEAD | Classes::ORG_FIRST)
        && (gazetteer.towns(&name).next().is_some()
            || gazetteer.entry(&name).is_some_and(|entry| entry.kind.is_place()))
}

/// Marks towns that stand before the comma of their region or country: "San José, Costa Rica". Models take some of them
/// for persons.
pub(super) fn mark_towns_of_regions(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    names: &mut [ScoredSpan],
) {
    for place in 1..names.len() {
        let [.., name, region] = names.get_mut(..=place).unwrap_or_default() else { continue };
        let is_pair = name.entity_type != EntityType::Loc
            && region.entity_type == EntityType::Loc
            && name.tokens.end + 1 == region.tokens.start
            && document.text(name.tokens.end) == ",";
        if is_pair && is_town_in(document, gazetteer, name, region) {
            name.entity_type = EntityType::Loc;
        }
    }
}

/// Reports whether a town of this name lies in the region or country.
fn is_town_in(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    name: &ScoredSpan,
    region: &ScoredSpan,
) -> bool {
    let (state, country) = gazetteer.region(&document.name(&region.tokens), document.profile);
    let name = document.name(&name.tokens);
    let mut towns = gazetteer.towns(&name);
    towns.any(|town| state.is_some_and(|state| town.state == state) || country == Some(town.country))
}

fn same_sentence(document: &Document<'_>, token: usize, span: &ScoredSpan) -> bool {
    document.sentence_of(span.tokens.start).is_some_and(|sentence| sentence.tokens.contains(&token))
}

/// Recognises "Mount Agung" and "Downing Street" by their form.
fn form_of_place(document: &Document<'_>, span: &ScoredSpan, words: &TypeWords) -> Option<EntityType> {
    let (first, last) = (document.text(span.tokens.start), document.text(span.tokens.end - 1));
    let front = words.place_first.contains(&first) && span.entity_type != EntityType::Misc;
    let back = words.place_last.contains(&last) && span.entity_type == EntityType::Per;
    (span.tokens.len() > 1 && (front || back)).then_some(EntityType::Loc)
}

/// Recognises a person who speaks: "said Amélia Prates". The name is a given name and a word that ends no
/// other name.
fn speaks(document: &Document<'_>, span: &ScoredSpan) -> bool {
    let (first, last) = (span.tokens.start, span.tokens.end - 1);
    let other =
        Classes::ORG_HEAD | Classes::ORG_SUFFIX | Classes::LOC_LAST | Classes::MISC_LAST | Classes::COMMON;
    let saying = |index: usize| document.classes(index).any(Classes::SAYING);
    span.tokens.len() == 2
        && matches!(span.entity_type, EntityType::Org | EntityType::Misc)
        && document.classes(first).any(Classes::GIVEN)
        && !document.classes(last).any(other)
        && (saying(span.tokens.end) || first.checked_sub(1).is_some_and(saying))
}

/// Reads ", a maker of meters,". The noun before "of", "in", "that" or a mark shows the type.
fn apposition<'t>(
    document: &Document<'_>,
    end: usize,
    words: &TypeWords,
    text: &impl Fn(usize) -> &'t str,
) -> Option<EntityType> {
    if text(end) != "," || !words.articles.contains(&text(end + 1)) {
        return None;
    }
    let first = end + 2;
    let ends = |index: &usize| {
        let word = text(*index);
        word.is_empty()
            || !word.chars().any(char::is_alphabetic)
            || document.classes(*index).any(Classes::FUNCTION)
    };
    let behind = (first..=first + APPOSITION).find(ends)?;
    let head = behind.checked_sub(1).filter(|head| *head >= first).map_or("", text);
    if words.organisations.contains(&head) {
        return Some(EntityType::Org);
    }
    words.places.contains(&head).then_some(EntityType::Loc)
}

/// Reports whether the second of two names is in brackets and one is the initials of the other: "African
/// Union (AU)", "MSF (Doctors of the Sea)".
pub(super) fn is_acronym_in_brackets(
    document: &Document<'_>,
    first: &ScoredSpan,
    second: &ScoredSpan,
) -> bool {
    let in_brackets = document.text(first.tokens.end) == "("
        && first.tokens.end + 1 == second.tokens.start
        && document.text(second.tokens.end) == ")";
    in_brackets && (abbreviates(document, first, second) || abbreviates(document, second, first))
}

/// Reports whether `short` is the initials of `long`.
fn abbreviates(document: &Document<'_>, short: &ScoredSpan, long: &ScoredSpan) -> bool {
    let initials = long.tokens.clone().filter(|index| document.text(*index).starts_with(char::is_uppercase));
    let initials: String = initials.filter_map(|index| document.text(index).chars().next()).collect();
    let capitals: String =
        document.name(&short.tokens).chars().filter(|character| character.is_uppercase()).collect();
    short.tokens.len() == 1 && long.tokens.len() > 1 && capitals.chars().count() >= 2 && capitals == initials
}
