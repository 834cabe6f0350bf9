//! Names where capitals are no evidence: each needs an anchor.

use std::ops::Range;

use messages::EntityType;
use text::Shape;

use super::View;
use crate::document::{Casing, Sentence};
use crate::gazetteer::{Classes, EntryKind};
use crate::mentions::ScoredSpan;

/// Words a surname may have behind its given name.
const SURNAME_WORDS: usize = 2;

/// Gazetteer entries, given name with surname, title with surname, legal forms, acronyms.
pub(super) fn find(view: &View<'_>, sentence: &Sentence, spans: &mut Vec<ScoredSpan>) {
    let mut index = sentence.tokens.start;
    while index < sentence.tokens.end {
        let found = person(view, sentence, index)
            .or_else(|| entry(view, index))
            .or_else(|| company(view, sentence, index))
            .or_else(|| acronym(view, sentence, index));
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

fn entry(view: &View<'_>, index: usize) -> Option<ScoredSpan> {
    let hit = view.hits.at(index).filter(|hit| hit.stands_alone(view))?;
    let (entity_type, score) = hit.verdict();
    Some(span(hit.start..hit.end, entity_type, score))
}

/// "Olaf Scholz", "Kanzler Scholz", "Ursula von der Leyen".
fn person(view: &View<'_>, sentence: &Sentence, index: usize) -> Option<ScoredSpan> {
    let classes = view.document.classes(index);
    if !view.is_capital(index) || view.hits.at(index).is_some_and(|hit| hit.end > index + 1) {
        return None;
    }
    let mut end = index + 1;
    let given = classes.any(Classes::GIVEN) && !classes.any(Classes::FUNCTION | Classes::TITLE);
    let family = classes.any(Classes::FAMILY_FIRST) && !classes.any(Classes::FUNCTION);
    let titled = index > sentence.tokens.start
        && view.document.classes(index - 1).any(Classes::TITLE)
        && view.is_capital(index - 1)
        && view.is_spaced(index);
    if !(given || family || titled) || classes.any(Classes::TITLE | Classes::ORG_HEAD) {
        return None;
    }
    for _ in 0..SURNAME_WORDS {
        end = surname(view, sentence, end).unwrap_or(end);
    }
    let full = end > index + 1;
    let known = (index + 1..end).any(|word| view.document.classes(word).any(Classes::SURNAME));
    match (titled, full, known) {
        (true, _, _) if view.hits.at(index).is_none() => Some(span(index..end, EntityType::Per, 0.9)),
        (_, true, true) => Some(span(index..end, EntityType::Per, 0.85)),
        (_, true, false) if given && !classes.any(Classes::COMMON) => {
            Some(span(index..end, EntityType::Per, 0.6))
        }
        _ => None,
    }
}

/// Past one more word of a surname, with the particles in front of it.
fn surname(view: &View<'_>, sentence: &Sentence, from: usize) -> Option<usize> {
    let mut index = from;
    while view.document.classes(index).any(Classes::PARTICLE) && !view.is_capital(index) && index < from + 3 {
        index += 1;
    }
    let hyphen = view.document.text(index) == "-" && !view.is_spaced(index) && !view.is_spaced(index + 1);
    if hyphen {
        return (index + 1 < sentence.tokens.end
            && view.document.text(index + 1).chars().all(char::is_alphabetic))
        .then_some(index + 2);
    }
    let classes = view.document.classes(index);
    let ordinary =
        Classes::COMMON | Classes::FUNCTION | Classes::TITLE | Classes::CALENDAR | Classes::ORG_HEAD;
    let place = view.hits.at(index).is_some_and(|hit| hit.entry.kind != EntryKind::City);
    let named = classes.any(Classes::SURNAME | Classes::GIVEN) || !classes.any(ordinary);
    (index < sentence.tokens.end && view.is_capital(index) && view.is_spaced(index) && named && !place)
        .then_some(index + 1)
}

/// `Muster Technik GmbH`.
fn company(view: &View<'_>, sentence: &Sentence, index: usize) -> Option<ScoredSpan> {
    if sentence.casing == Casing::Upper
        || !view.is_capital(index)
        || view.document.classes(index).any(Classes::FUNCTION)
        || is_kind_of_company(view, index)
    {
        return None;
    }
    let end = (index + 1..(index + 4).min(sentence.tokens.end))
        .take_while(|word| view.is_capital(*word) && view.is_spaced(*word))
        .find(|word| {
            let legal = matches!(
                view.document.text(*word),
                "AG" | "GmbH" | "SE" | "KG" | "Inc." | "Ltd." | "Inc" | "Ltd" | "plc"
            );
            legal && view.document.classes(*word).any(Classes::ORG_SUFFIX)
        })?;
    Some(span(index..end + 1, EntityType::Org, 0.85))
}

/// "der Betreiber Muster Wind AG": a noun behind its article says what the company is.
fn is_kind_of_company(view: &View<'_>, index: usize) -> bool {
    let word = view.document.text(index);
    let kind = ["er", "konzern", "firma", "unternehmen"].iter().any(|ending| word.ends_with(ending));
    let article = index.checked_sub(1).map_or("", |before| view.document.text(before));
    kind && matches!(article, "der" | "Der" | "dem" | "den" | "vom" | "beim" | "die" | "Die" | "das" | "Das")
        && view.is_capital(index + 1)
        && view.is_capital(index + 2)
}

/// Two to six capitals in a sentence that is not all capitals.
fn acronym(view: &View<'_>, sentence: &Sentence, index: usize) -> Option<ScoredSpan> {
    let token = view.document.token(index)?;
    let upper = token.shape == Shape::Upper && (2..=6).contains(&token.span.len());
    let counted = index.checked_sub(1).is_some_and(|before| {
        let count = view.document.text(before);
        count.contains(|character: char| character.is_ascii_digit()) || count.ends_with(['만', '억', '천'])
    });
    let plain = !counted && view.document.text(index).bytes().all(|byte| byte.is_ascii_uppercase());
    (upper && plain && sentence.casing != Casing::Upper && view.document.language != "und")
        .then(|| span(index..index + 1, EntityType::Org, 0.55))
}
