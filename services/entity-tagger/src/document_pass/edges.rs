//! Where a name begins and ends, whatever the model said: no article in front, no title, no stop behind.

use std::collections::HashSet;
use std::ops::Range;

use messages::EntityType;
use text::{Shape, TokenKind};

use crate::clusters::is_state;
use crate::document::{Casing, Document, Part};
use crate::gazetteer::{Classes, EntryKind, Gazetteer};
use crate::mentions::ScoredSpan;

/// Titles that stand before a person and inside no other name.
const HONORIFICS: [&str; 10] = ["Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Prof.", "Sir"];

/// Legal forms and kin that are written behind "&".
const PARTNERS: [&str; 9] =
    ["Sons", "Son", "Partners", "Co", "Co.", "Company", "Brothers", "Bros.", "Associates"];

/// Sets the edges of every name right; one that holds two names falls apart.
pub(super) fn mend(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    spans: Vec<ScoredSpan>,
) -> Vec<ScoredSpan> {
    let surnames: HashSet<String> = spans
        .iter()
        .filter(|span| span.entity_type == EntityType::Per && span.tokens.len() > 1)
        .map(|span| document.name(&(span.tokens.end - 1..span.tokens.end)))
        .collect();
    let mut mended = Vec::with_capacity(spans.len());
    for span in spans {
        let dateline =
            document.sentence_of(span.tokens.start).is_some_and(|sentence| sentence.part == Part::Dateline);
        if dateline {
            mended.push(span);
            continue;
        }
        for mut part in parts(document, span) {
            trim(document, gazetteer, &surnames, &mut part);
            extend(document, &mut part);
            complete(document, gazetteer, &mut part);
            if !part.tokens.is_empty() && !is_portfolio(document, &part.tokens) {
                mended.push(part);
            }
        }
    }
    mended
}

/// "State" of "Secretary of State": an ordinary word that a title goes on with is no name.
fn is_portfolio(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let title = tokens.start.checked_sub(2).is_some_and(|title| document.classes(title).any(Classes::TITLE));
    tokens.len() == 1
        && title
        && document.text(tokens.start - 1) == "of"
        && document.classes(tokens.start).any(Classes::COMMON)
}

/// "People's Front of Ms Almeida" holds a person; "Rovers stun Town" two clubs.
fn parts(document: &Document<'_>, span: ScoredSpan) -> Vec<ScoredSpan> {
    let inner = span.tokens.start + 1..span.tokens.end.saturating_sub(1);
    for index in inner {
        let text = document.text(index);
        let honorific = HONORIFICS.contains(&text);
        if !honorific && !is_ordinary(document, index) {
            continue;
        }
        let (mut end, mut first) = (index, index + 1);
        while end > span.tokens.start + 1 && is_small(document, end - 1) {
            end -= 1;
        }
        while first + 1 < span.tokens.end && is_small(document, first) {
            first += 1;
        }
        let entity_type = if honorific { EntityType::Per } else { span.entity_type };
        let front = ScoredSpan { tokens: span.tokens.start..end, ..span.clone() };
        let back = ScoredSpan { tokens: first..span.tokens.end, entity_type, ..span };
        return vec![front, back];
    }
    vec![span]
}

/// A word in lower case that no name has inside, in an English sentence where capitals tell.
fn is_ordinary(document: &Document<'_>, index: usize) -> bool {
    let classes = document.classes(index);
    let inside = Classes::FUNCTION | Classes::PARTICLE | Classes::ORG_PARTICLE | Classes::DETERMINER;
    document.language == "en"
        && document.token(index).is_some_and(|token| {
            token.shape == Shape::Lower
                && token.kind == TokenKind::Word
                && token.spaced
                && token.span.len() > 2
        })
        && document.text(index).chars().all(char::is_alphabetic)
        && !classes.any(inside)
}

fn is_small(document: &Document<'_>, index: usize) -> bool {
    document.token(index).is_some_and(|token| token.kind == TokenKind::Word && token.shape == Shape::Lower)
        || matches!(document.text(index), ",")
}

fn trim(document: &Document<'_>, gazetteer: &Gazetteer, surnames: &HashSet<String>, span: &mut ScoredSpan) {
    let tokens = &mut span.tokens;
    // "Tenn." keeps its stop.
    let state = |index: usize| {
        let name = document.text(index);
        document.text(index + 1) == "." && is_state(name) && gazetteer.entry(name).is_none()
    };
    while tokens.len() > 1 && is_stop(document.text(tokens.end - 1)) && !state(tokens.end - 2) {
        tokens.end -= 1;
    }
    while tokens.len() > 1 && in_front(document, gazetteer, surnames, tokens.clone(), span.entity_type) {
        tokens.start += 1;
        if span.entity_type == EntityType::Org && document.classes(tokens.start - 1).any(Classes::TITLE) {
            span.entity_type = EntityType::Per;
        }
    }
}

/// "Trinidad" to "Trinidad and Tobago": the longest country that begins with a place.
fn complete(document: &Document<'_>, gazetteer: &Gazetteer, span: &mut ScoredSpan) {
    let longest = gazetteer.longest_from(&document.name(&(span.tokens.start..span.tokens.start + 1)));
    let end = document.sentence_of(span.tokens.start).map_or(0, |sentence| sentence.tokens.end);
    let country = |length: &usize| {
        let run = span.tokens.start..span.tokens.start + length;
        let ends = document.token(run.end - 1).is_some_and(|token| token.kind == TokenKind::Word);
        run.end <= end
            && ends
            && gazetteer.entry(&document.name(&run)).is_some_and(|entry| entry.kind == EntryKind::Country)
    };
    let length =
        (span.tokens.len() + 1..=longest).rev().find(country).filter(|_| span.entity_type == EntityType::Loc);
    if let Some(length) = length {
        span.tokens.end = span.tokens.start + length;
    }
}

fn is_stop(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|character| matches!(character, '.' | ',' | ';' | ':' | '!' | '?' | '”' | '"' | '…'))
}

/// Whether the first token of a run is no part of the name.
fn in_front(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    surnames: &HashSet<String>,
    tokens: Range<usize>,
    entity_type: EntityType,
) -> bool {
    let first = document.text(tokens.start);
    let determiner = document.classes(tokens.start).any(Classes::DETERMINER);
    let Some(token) = document.token(tokens.start) else { return false };
    if determiner && token.shape == Shape::Lower && token.span.len() > 2 {
        return true;
    }
    // "The" is part of a name in mid-sentence: "of The Guardian".
    if first == "The" && token.initial {
        return gazetteer.entry(&document.name(&tokens)).is_none() && entity_type != EntityType::Misc;
    }
    // "Justice Eleanor Rusk", but not "Justice Department".
    let title = document.classes(tokens.start).any(Classes::TITLE) && document.language == "en";
    let behind = tokens.start + 1..tokens.end;
    let named = (document.classes(behind.start).any(Classes::GIVEN) && behind.len() > 1)
        || (behind.len() == 1 && surnames.contains(&document.name(&behind)));
    title
        && matches!(entity_type, EntityType::Per | EntityType::Org)
        && (named || HONORIFICS.contains(&first))
}

fn extend(document: &Document<'_>, span: &mut ScoredSpan) {
    let sentence = document.sentence_of(span.tokens.start);
    let Some(sentence) = sentence.filter(|sentence| sentence.casing == Casing::Sentence) else { return };
    let before = span.tokens.start.checked_sub(1).filter(|before| sentence.tokens.contains(before));
    let article = before.is_some_and(|before| {
        document.text(before) == "The" && document.token(before).is_some_and(|token| !token.initial)
    });
    if article && matches!(span.entity_type, EntityType::Org | EntityType::Misc) {
        span.tokens.start -= 1;
    }
    let behind = span.tokens.end;
    if document.text(behind) == "&"
        && PARTNERS.contains(&document.text(behind + 1))
        && sentence.tokens.contains(&(behind + 1))
    {
        span.tokens.end += 2;
        span.entity_type = EntityType::Org;
    }
}
