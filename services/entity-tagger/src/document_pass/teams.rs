//! Cities that stand for their club in the report of a match: "Leeds beat Hull 2-1".

use std::collections::HashSet;

use messages::EntityType;
use text::TokenKind;

use super::name::key;
use crate::document::{Document, Placement, Sentence};
use crate::gazetteer::{EntryKind, Gazetteer};
use crate::mentions::ScoredSpan;

/// Makes the cities that play organisations. A country's team stays the country.
pub(super) fn retype(document: &Document<'_>, gazetteer: &Gazetteer, spans: &mut [ScoredSpan]) {
    let reports: Vec<bool> =
        document.sentences.iter().map(|sentence| has_score(document, sentence)).collect();
    // Without a score the article is not a match report, and "Leeds beat" may be about anything.
    if !reports.contains(&true) {
        return;
    }
    let mut teams = HashSet::new();
    for span in spans.iter_mut().filter(|span| may_play(document, gazetteer, span)) {
        let in_report =
            document.token(span.tokens.start).and_then(|token| reports.get(token.sentence)) == Some(&true);
        if in_report && plays(document, span) {
            span.entity_type = EntityType::Org;
            teams.insert(key(document, &span.tokens));
        }
    }
    for span in spans.iter_mut().filter(|span| may_play(document, gazetteer, span)) {
        let headline = document
            .sentence_of(span.tokens.start)
            .is_some_and(|sentence| sentence.placement == Placement::Headline);
        if teams.contains(&key(document, &span.tokens)) && (headline || plays(document, span)) {
            span.entity_type = EntityType::Org;
        }
    }
}

/// Reports whether a name is a place that may have a club.
fn may_play(document: &Document<'_>, gazetteer: &Gazetteer, span: &ScoredSpan) -> bool {
    let placement = document.sentence_of(span.tokens.start).map(|sentence| sentence.placement);
    let country = gazetteer
        .entry(&document.name(&span.tokens))
        .is_some_and(|entry| matches!(entry.kind, EntryKind::Country | EntryKind::Nationality));
    span.entity_type == EntityType::Loc && placement != Some(Placement::Dateline) && !country
}

/// Reports whether a name comes right before or after a verb between two sides, or after a score.
fn plays(document: &Document<'_>, span: &ScoredSpan) -> bool {
    let before = |back: usize| span.tokens.start.checked_sub(back).map_or("", |index| document.text(index));
    let is_score = |index: usize| score_at(document, index);
    let words = document.profile.matches;
    let after_score =
        span.tokens.start.checked_sub(4).is_some_and(is_score) && words.against.contains(&before(1));
    words.verbs.contains(&document.text(span.tokens.end)) || words.verbs.contains(&before(1)) || after_score
}

fn has_score(document: &Document<'_>, sentence: &Sentence) -> bool {
    sentence.tokens.clone().any(|index| score_at(document, index))
}

/// Reports whether a score begins at a token: "2-1", two small numbers and a dash without spaces.
pub(super) fn score_at(document: &Document<'_>, index: usize) -> bool {
    let small = |index: usize| {
        let text = document.text(index);
        (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    // Most tokens are no numbers.
    if document.token(index).is_none_or(|token| token.kind != TokenKind::Number) || !small(index) {
        return false;
    }
    let dash = document.text(index + 1);
    let joined = |index: usize| document.token(index).is_some_and(|token| !token.spaced);
    let is_dash = !dash.is_empty() && (dash == ":" || dash.chars().all(text::is_dash));
    is_dash && small(index + 2) && joined(index + 1) && joined(index + 2)
}
