//! Cities that stand for their club in a report of a match: "Leeds beat Hull 2-1".

use std::collections::HashSet;

use messages::EntityType;

use super::key;
use crate::document::{Document, Part, Sentence};
use crate::gazetteer::{EntryKind, Gazetteer};
use crate::mentions::ScoredSpan;

/// Verbs between two sides.
const VERBS: [&str; 34] = [
    "beat", "beats", "defeat", "defeats", "defeated", "drew", "draw", "lost", "lose", "thrashed", "thrash",
    "edged", "edge", "stunned", "stun", "held", "hold", "host", "hosted", "trounced", "overcame", "crushed",
    "routed", "lead", "led", "won", "win", "downed", "meet", "face", "play", "sink", "sank", "upset",
];

/// Words in front of the other side.
const AGAINST: [&str; 7] = ["against", "over", "past", "to", "with", "at", "between"];

/// Makes clubs of the cities and persons that play; a country's team stays the country.
pub(super) fn name(document: &Document<'_>, gazetteer: &Gazetteer, spans: &mut [ScoredSpan]) {
    let reports: Vec<bool> =
        document.sentences.iter().map(|sentence| has_score(document, sentence)).collect();
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
        let headline =
            document.sentence_of(span.tokens.start).is_some_and(|sentence| sentence.part == Part::Headline);
        if teams.contains(&key(document, &span.tokens)) && (headline || plays(document, span)) {
            span.entity_type = EntityType::Org;
        }
    }
}

fn may_play(document: &Document<'_>, gazetteer: &Gazetteer, span: &ScoredSpan) -> bool {
    let part = document.sentence_of(span.tokens.start).map(|sentence| sentence.part);
    let country = gazetteer
        .entry(&document.name(&span.tokens))
        .is_some_and(|entry| matches!(entry.kind, EntryKind::Country | EntryKind::Nationality));
    span.entity_type == EntityType::Loc && part != Some(Part::Dateline) && !country
}

/// Right in front of a verb between two sides, or right behind one.
fn plays(document: &Document<'_>, span: &ScoredSpan) -> bool {
    let before = |back: usize| span.tokens.start.checked_sub(back).map_or("", |index| document.text(index));
    let is_score = |index: usize| score_at(document, index);
    let behind_score = span.tokens.start.checked_sub(4).is_some_and(is_score) && AGAINST.contains(&before(1));
    VERBS.contains(&document.text(span.tokens.end)) || VERBS.contains(&before(1)) || behind_score
}

fn has_score(document: &Document<'_>, sentence: &Sentence) -> bool {
    sentence.tokens.clone().any(|index| score_at(document, index))
}

/// "2-1": two small numbers and a dash, written together.
fn score_at(document: &Document<'_>, index: usize) -> bool {
    let small = |index: usize| {
        let text = document.text(index);
        (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let dash = document.text(index + 1);
    let joined = |index: usize| document.token(index).is_some_and(|token| !token.spaced);
    let is_dash = !dash.is_empty() && (dash == ":" || dash.chars().all(text::is_dash));
    small(index) && is_dash && small(index + 2) && joined(index + 1) && joined(index + 2)
}
