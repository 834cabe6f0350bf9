//! The forms of a name that the pass compares, and the words of a name that may stand for it.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use foldhash::fast::RandomState;
use messages::EntityType;
use text::Shape;

use crate::document::{Document, Placement};
use crate::gazetteer::{Classes, Gazetteer};
use crate::mentions::ScoredSpan;
use crate::name_forms::folded;

/// What an article has of each name, by a form of the name. The seed of the hash changes no result.
pub(super) type NameMap<V> = HashMap<String, V, RandomState>;

/// A set of names.
pub(super) type NameSet = HashSet<String, RandomState>;

/// Returns the form of a name by which votes are counted: in lower case and without marks on its letters.
pub(super) fn key(document: &Document<'_>, tokens: &Range<usize>) -> String {
    folded(&document.name(tokens))
}

/// Reports whether a name is in a dateline.
pub(super) fn in_dateline(document: &Document<'_>, span: &ScoredSpan) -> bool {
    document.sentence_of(span.tokens.start).is_some_and(|sentence| sentence.placement == Placement::Dateline)
}

/// Reports whether a name is in a dateline or after a word such as "in".
pub(super) fn after_place_word(document: &Document<'_>, span: &ScoredSpan) -> bool {
    let before = span.tokens.start.checked_sub(1);
    in_dateline(document, span)
        || before.is_some_and(|before| document.classes(before).any(Classes::PLACE_BEFORE))
}

/// Returns the words of a name that may stand for it: capitalized, and longer than an initial.
pub(super) fn telling_words<'s>(
    document: &'s Document<'_>,
    span: &Range<usize>,
) -> impl Iterator<Item = usize> + 's {
    span.clone().filter(|index| {
        document.token(*index).is_some_and(|token| token.shape != Shape::Lower && token.span.len() > 2)
            && !document.classes(*index).any(Classes::PARTICLE | Classes::FUNCTION)
    })
}

/// Returns the first word of an organisation's name if it means nothing else: "Halden" of "Halden Motors".
pub(super) fn short_form(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    span: &ScoredSpan,
) -> Option<String> {
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

/// Returns a name without its legal form, if it has one: "Celtic Crossings" of "Celtic Crossings Ltd."
pub(super) fn without_legal_form(document: &Document<'_>, span: &ScoredSpan) -> Option<Range<usize>> {
    let last = span.tokens.end.checked_sub(1).filter(|last| *last > span.tokens.start)?;
    let legal = document.classes(last).any(Classes::ORG_SUFFIX)
        && document.token(last).is_some_and(|token| token.shape != Shape::Lower);
    legal.then_some(span.tokens.start..last)
}
