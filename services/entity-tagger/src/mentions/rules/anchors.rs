//! Names where capitals show nothing, so that each name needs an anchor.

use std::ops::Range;

use messages::EntityType;
use text::Shape;

use super::context::RuleContext;
use crate::document::{Casing, Sentence};
use crate::gazetteer::{Classes, EntryKind};
use crate::languages::{common, ko};
use crate::mentions::model::ScoredSpan;

/// Words that a surname may have after its given name.
const SURNAME_WORDS: usize = 2;

/// Finds gazetteer entries, given names and titles with a surname, companies with a legal form, and acronyms.
pub(super) fn find(context: &RuleContext<'_>, sentence: &Sentence, spans: &mut Vec<ScoredSpan>) {
    let mut index = sentence.tokens.start;
    while index < sentence.tokens.end {
        let found = person(context, sentence, index)
            .or_else(|| entry(context, index))
            .or_else(|| company(context, sentence, index))
            .or_else(|| acronym(context, sentence, index));
        match found {
            Some(span) => {
                index = span.tokens.end.max(index + 1);
                spans.push(span);
            }
            None => index += 1,
        }
    }
}

fn span(tokens: Range<usize>, entity_type: EntityType, score: f64) -> ScoredSpan {
    ScoredSpan { tokens, entity_type, score }
}

fn entry(context: &RuleContext<'_>, index: usize) -> Option<ScoredSpan> {
    let hit = context.hits.at(index).filter(|hit| hit.stands_alone(context.document))?;
    let (entity_type, score) = hit.verdict();
    Some(span(hit.start..hit.end, entity_type, score))
}

/// Finds "Olaf Scholz", "Kanzler Scholz", "Ursula von der Leyen".
fn person(context: &RuleContext<'_>, sentence: &Sentence, index: usize) -> Option<ScoredSpan> {
    let classes = context.document.classes(index);
    if !context.is_capital(index) || context.hits.at(index).is_some_and(|hit| hit.end > index + 1) {
        return None;
    }
    let mut end = index + 1;
    // "Will" and "May" are given names, but begin a name less often than they are function words.
    let given = classes.any(Classes::GIVEN) && !classes.any(Classes::FUNCTION | Classes::TITLE);
    let family = classes.any(Classes::FAMILY_FIRST) && !classes.any(Classes::FUNCTION);
    let titled = index > sentence.tokens.start
        && context.document.classes(index - 1).any(Classes::TITLE)
        && context.is_capital(index - 1)
        && context.is_spaced(index);
    if !(given || family || titled) || classes.any(Classes::TITLE | Classes::ORG_HEAD) {
        return None;
    }
    for _ in 0..SURNAME_WORDS {
        end = surname(context, sentence, end).unwrap_or(end);
    }
    let full = end > index + 1;
    let known = (index + 1..end).any(|word| context.document.classes(word).any(Classes::SURNAME));
    // A title alone is enough. Without one, a surname of the lists makes a name likely, an unknown one less
    // so.
    match (titled, full, known) {
        (true, _, _) if context.hits.at(index).is_none() => Some(span(index..end, EntityType::Per, 0.9)),
        (_, true, true) => Some(span(index..end, EntityType::Per, 0.85)),
        (_, true, false) if given && !classes.any(Classes::COMMON) => {
            Some(span(index..end, EntityType::Per, 0.6))
        }
        _ => None,
    }
}

/// Returns the token after one more word of a surname, with the particles before it.
fn surname(context: &RuleContext<'_>, sentence: &Sentence, from: usize) -> Option<usize> {
    let mut index = from;
    while context.document.classes(index).any(Classes::PARTICLE)
        && !context.is_capital(index)
        && index < from + 3
    {
        index += 1;
    }
    let hyphen =
        context.document.text(index) == "-" && !context.is_spaced(index) && !context.is_spaced(index + 1);
    if hyphen {
        return (index + 1 < sentence.tokens.end
            && context.document.text(index + 1).chars().all(char::is_alphabetic))
        .then_some(index + 2);
    }
    let classes = context.document.classes(index);
    let ordinary =
        Classes::COMMON | Classes::FUNCTION | Classes::TITLE | Classes::CALENDAR | Classes::ORG_HEAD;
    // Many surnames are also names of cities, but few are names of countries and regions.
    let place = context.hits.at(index).is_some_and(|hit| hit.entry.kind != EntryKind::City);
    let named = classes.any(Classes::SURNAME | Classes::GIVEN) || !classes.any(ordinary);
    (index < sentence.tokens.end && context.is_capital(index) && context.is_spaced(index) && named && !place)
        .then_some(index + 1)
}

/// Finds "Muster Technik GmbH".
fn company(context: &RuleContext<'_>, sentence: &Sentence, index: usize) -> Option<ScoredSpan> {
    if sentence.casing == Casing::Upper
        || !context.is_capital(index)
        || context.document.classes(index).any(Classes::FUNCTION)
        || is_kind_of_company(context, index)
    {
        return None;
    }
    // Longer names would take in the nouns before the company's name, which have capitals in German.
    let end = (index + 1..(index + 4).min(sentence.tokens.end))
        .take_while(|word| context.is_capital(*word) && context.is_spaced(*word))
        .find(|word| {
            common::LEGAL_FORMS.contains(&context.document.text(*word))
                && context.document.classes(*word).any(Classes::ORG_SUFFIX)
        })?;
    Some(span(index..end + 1, EntityType::Org, 0.85))
}

/// Reports whether a noun after an article says what kind of company follows: "der Betreiber Muster Wind AG".
fn is_kind_of_company(context: &RuleContext<'_>, index: usize) -> bool {
    let Some(kinds) = context.profile.company_kinds else { return false };
    let word = context.document.text(index);
    let article = index.checked_sub(1).map_or("", |before| context.document.text(before));
    kinds.endings.iter().any(|ending| word.ends_with(ending))
        && kinds.articles.contains(&article)
        && context.is_capital(index + 1)
        && context.is_capital(index + 2)
}

/// Finds two to six capitals in a sentence that is not all in capitals.
fn acronym(context: &RuleContext<'_>, sentence: &Sentence, index: usize) -> Option<ScoredSpan> {
    let token = context.document.token(index)?;
    let upper = token.shape == Shape::Upper && (2..=6).contains(&token.span.len());
    let counted = index.checked_sub(1).is_some_and(|before| {
        let count = context.document.text(before);
        // "753만 TEU": a unit after its number.
        count.contains(|character: char| character.is_ascii_digit()) || count.ends_with(ko::NUMBER_ENDINGS)
    });
    let plain = !counted && context.document.text(index).bytes().all(|byte| byte.is_ascii_uppercase());
    (upper && plain && sentence.casing != Casing::Upper)
        .then(|| span(index..index + 1, EntityType::Org, 0.55))
}
