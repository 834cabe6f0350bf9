//! Corrects where a name begins and ends: it has no article and no title before it, and no stop after it.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use foldhash::fast::RandomState;
use messages::EntityType;
use text::{Shape, TokenKind, is_apostrophe};

use super::glued;
use crate::document::{Casing, Document, Placement};
use crate::gazetteer::{Classes, EntryKind, Gazetteer, state_code};
use crate::languages::{self, common};
use crate::mentions::ScoredSpan;
use crate::name_forms::normalised;

/// The last words of the article's full names of persons.
type Surnames<'t> = HashSet<Cow<'t, str>, RandomState>;

/// Corrects the edges of every name, and splits a span that holds two names.
pub(super) fn mend(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    spans: Vec<ScoredSpan>,
) -> Vec<ScoredSpan> {
    let surnames: Surnames<'_> = spans
        .iter()
        .filter(|span| span.entity_type == EntityType::Per && span.tokens.len() > 1)
        .map(|span| document.name(&(span.tokens.end - 1..span.tokens.end)))
        .collect();
    let mut mended = Vec::with_capacity(spans.len());
    for span in spans {
        let dateline = document
            .sentence_of(span.tokens.start)
            .is_some_and(|sentence| sentence.placement == Placement::Dateline);
        // The segmenter found the edges of names in a dateline.
        if dateline {
            mended.push(span);
            continue;
        }
        let names = split(document, span).into_iter();
        for mut name in names.flat_map(|name| glued::split(document, gazetteer, name)) {
            trim(document, gazetteer, &surnames, &mut name);
            extend(document, &mut name);
            complete(document, gazetteer, &mut name);
            if !name.tokens.is_empty() && !is_portfolio(document, &name.tokens) {
                mended.push(name);
            }
        }
    }
    mended
}

/// Reports whether a word belongs to a title and is not a name: "State" of "Secretary of State".
fn is_portfolio(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let title = tokens.start.checked_sub(2).is_some_and(|title| document.classes(title).any(Classes::TITLE));
    tokens.len() == 1
        && title
        && document.text(tokens.start - 1) == "of"
        && document.classes(tokens.start).any(Classes::COMMON)
}

/// Splits a span that holds two names: "People's Front of Ms Almeida" holds a person, "Rovers stun Town" two
/// clubs.
fn split(document: &Document<'_>, span: ScoredSpan) -> Vec<ScoredSpan> {
    // A name has at least one token on each side of the word that divides it.
    let inner = span.tokens.start + 1..span.tokens.end.saturating_sub(1);
    for index in inner {
        let text = document.text(index);
        let honorific = languages::divides_names(text);
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
        // A person follows an honorific, whatever the first name is.
        let entity_type = if honorific { EntityType::Per } else { span.entity_type };
        let front = ScoredSpan { tokens: span.tokens.start..end, ..span.clone() };
        let back = ScoredSpan { tokens: first..span.tokens.end, entity_type, ..span };
        return vec![front, back];
    }
    vec![span]
}

/// Reports whether a token is a word in lower case that is inside no name, in a language where such words
/// are known.
fn is_ordinary(document: &Document<'_>, index: usize) -> bool {
    let classes = document.classes(index);
    let inside = Classes::FUNCTION | Classes::PARTICLE | Classes::ORG_PARTICLE | Classes::DETERMINER;
    document.profile.lower_case_divides_names
        && document.token(index).is_some_and(|token| {
            token.shape == Shape::Lower
                && token.kind == TokenKind::Word
                && token.spaced
                && token.span.len() > 2
        })
        && document.text(index).chars().all(char::is_alphabetic)
        && !classes.any(inside)
}

/// Reports whether a token is a word in lower case or a comma.
fn is_small(document: &Document<'_>, index: usize) -> bool {
    document.token(index).is_some_and(|token| token.kind == TokenKind::Word && token.shape == Shape::Lower)
        || matches!(document.text(index), ",")
}

/// Takes stops off the end of a name, and articles and titles off its front.
fn trim(document: &Document<'_>, gazetteer: &Gazetteer, surnames: &Surnames<'_>, span: &mut ScoredSpan) {
    let tokens = &mut span.tokens;
    // "Tenn." keeps its stop.
    let state = |index: usize| {
        let name = document.text(index);
        document.text(index + 1) == "." && state_code(name).is_some() && gazetteer.entry(name).is_none()
    };
    let abbreviates = |index: usize| !document.profile.stops_end_sentences && document.text(index) == ".";
    while tokens.len() > 1
        && is_stop(document.text(tokens.end - 1))
        && !state(tokens.end - 2)
        && !abbreviates(tokens.end - 1)
    {
        tokens.end -= 1;
    }
    // "AA muhabirine": a word in lower case behind a name of the tables.
    while tokens.len() > 1
        && span.entity_type == EntityType::Org
        && document.token(tokens.end - 1).is_some_and(|token| token.shape == Shape::Lower && token.spaced)
        && gazetteer
            .entry(&document.name(&(tokens.start..tokens.end - 1)))
            .is_some_and(|entry| entry.kind == EntryKind::Agency)
    {
        tokens.end -= 1;
    }
    if tokens.len() > 1
        && span.entity_type == EntityType::Org
        && common::FIRM_KINDS.contains(&document.text(tokens.start))
        && gazetteer.entry(&document.name(tokens)).is_none()
    {
        tokens.start += 1;
    }
    while tokens.len() > 1 && is_outside(document, gazetteer, surnames, tokens.clone(), span.entity_type) {
        tokens.start += 1;
        if span.entity_type == EntityType::Org && document.classes(tokens.start - 1).any(Classes::TITLE) {
            span.entity_type = EntityType::Per;
        }
    }
}

/// Completes a place to the longest country that begins with it: "Trinidad" to "Trinidad and Tobago"; and the name of
/// an organisation that begins with an elided article: "L'Oréal".
fn complete(document: &Document<'_>, gazetteer: &Gazetteer, span: &mut ScoredSpan) {
    if let Some(article) = elided_article(document, gazetteer, &span.tokens) {
        span.tokens.start = article;
        span.entity_type = EntityType::Org;
    }
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

/// Returns the elided article before a run with which the tables have an organisation.
fn elided_article(document: &Document<'_>, gazetteer: &Gazetteer, run: &Range<usize>) -> Option<usize> {
    let article = run.start.checked_sub(1)?;
    let is_joined = document.token(run.start).is_some_and(|token| !token.spaced);
    let is_listed = || {
        let entry = gazetteer.entry(&document.name(&(article..run.end)));
        entry.is_some_and(|entry| entry.kind.is_organisation())
    };
    (is_joined && document.text(article).ends_with(is_apostrophe) && is_listed()).then_some(article)
}

fn is_stop(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|character| matches!(character, '.' | ',' | ';' | ':' | '!' | '?' | '”' | '"' | '…'))
}

/// Reports whether the first token of a run is outside the name.
fn is_outside(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    surnames: &Surnames<'_>,
    tokens: Range<usize>,
    entity_type: EntityType,
) -> bool {
    let first = document.text(tokens.start);
    let determiner = document.classes(tokens.start).any(Classes::DETERMINER);
    let Some(token) = document.token(tokens.start) else { return false };
    // Shorter determiners may be particles of the name: "La" and "El".
    if determiner && token.shape == Shape::Lower && token.span.len() > 2 {
        return true;
    }
    // Inside a sentence, "The" belongs to the name: "of The Guardian".
    if first == "The" && token.initial {
        return gazetteer.entry(&document.name(&tokens)).is_none() && entity_type != EntityType::Misc;
    }
    // "Justice Eleanor Rusk", but not "Justice Department".
    let title =
        document.classes(tokens.start).any(Classes::TITLE) && document.profile.titles_stand_outside_names;
    let rest = tokens.start + 1..tokens.end;
    // A given name with more words, or a surname that the article has in full, shows a person.
    let named = (document.classes(rest.start).any(Classes::GIVEN) && rest.len() > 1)
        || (rest.len() == 1 && surnames.contains(&document.name(&rest)));
    title
        && matches!(entity_type, EntityType::Per | EntityType::Org)
        && (named || languages::divides_names(first))
}

/// Extends a name by "The" before it, and by "& Sons" or the given name of a Korean surname after it.
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
    // "ffoulkes-Hart": no name begins inside a word.
    let is_hyphen = |index: usize| {
        document.text(index) == "-" && document.token(index).is_some_and(|token| !token.spaced)
    };
    if is_hyphen(span.tokens.start) && span.tokens.start > sentence.tokens.start {
        span.tokens.start -= 1;
    }
    if has_first_surname(document, span)
        && is_hyphenated_given_name(document, span.tokens.start + 1, sentence.tokens.end)
    {
        span.tokens.end = span.tokens.end.max(span.tokens.start + 4);
    }
    let after = span.tokens.end;
    if normalised(document.text(after)) == "&"
        && common::PARTNERS.contains(&document.text(after + 1))
        && sentence.tokens.contains(&(after + 1))
    {
        span.tokens.end += 2;
        span.entity_type = EntityType::Org;
    }
}

/// Reports whether a person's name begins with a surname that stands before given names: "Park".
fn has_first_surname(document: &Document<'_>, span: &ScoredSpan) -> bool {
    span.entity_type == EntityType::Per && document.classes(span.tokens.start).any(Classes::FAMILY_FIRST)
}

/// Reports whether the three tokens from `start` are a given name of two syllables: "Won-gon".
fn is_hyphenated_given_name(document: &Document<'_>, start: usize, end: usize) -> bool {
    let syllable = |index: usize, shape: Shape, spaced: bool| {
        document
            .token(index)
            .is_some_and(|token| token.shape == shape && token.spaced == spaced && token.span.len() <= 6)
    };
    start + 3 <= end
        && syllable(start, Shape::Title, true)
        && document.text(start + 1) == "-"
        && syllable(start + 2, Shape::Lower, false)
}
