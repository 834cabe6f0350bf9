//! Corrects a name by the full form that the article has elsewhere: the particles of "Ms van der Meer" by "Ursula
//! van der Meer", and "TESSA WYND RESIGNS" in capitals by "Tessa Wynd".

use std::ops::Range;

use messages::EntityType;
use text::{Shape, TokenKind};

use super::name::{NameMap, NameSet, key};
use super::uncovered;
use crate::document::{Casing, Document, Sentence};
use crate::gazetteer::Classes;
use crate::mentions::ScoredSpan;

/// Tokens of the longest name that is compared.
const LONGEST: usize = 8;

/// Arabic articles before a surname.
const ARTICLES: [&str; 4] = ["al", "el", "Al", "El"];

/// The score of a surname that its full name shows.
const SCORE: f64 = 0.7;

/// Corrects every name by the full names in sentences where capitals show names, and adds the surnames with
/// particles that no span has: "ten Have" of "Bas ten Have".
pub(super) fn complete(document: &Document<'_>, spans: &mut Vec<ScoredSpan>) {
    let full = FullNames::of(document, spans);
    if full.types.is_empty() {
        return;
    }
    full.join_halves(document, spans);
    let mut free = 0;
    for span in spans.iter_mut() {
        if span.entity_type == EntityType::Per {
            full.take_particles(document, span, free);
            take_article(document, span, free);
        }
        free = span.tokens.end;
    }
    full.mend_capitals(document, spans);
    let missing = full.missing(document, spans);
    if !missing.is_empty() {
        spans.extend(missing);
        spans.sort_by_key(|span| span.tokens.start);
    }
}

/// The names of two words or more.
#[derive(Default)]
struct FullNames {
    types: NameMap<EntityType>,
    /// The names of one word.
    words: NameMap<EntityType>,
    /// The ends of personal names, from the second word on.
    ends: NameSet,
}

impl FullNames {
    fn of(document: &Document<'_>, spans: &[ScoredSpan]) -> Self {
        let mut full = Self::default();
        let has_capitals = document.sentences.iter().any(|sentence| sentence.casing == Casing::Upper);
        for span in spans.iter().filter(|span| (1..=LONGEST).contains(&span.tokens.len())) {
            let casing = document.sentence_of(span.tokens.start).map(|sentence| sentence.casing);
            if casing != Some(Casing::Sentence) {
                continue;
            }
            if span.tokens.len() == 1 {
                if has_capitals {
                    full.words.entry(key(document, &span.tokens)).or_insert(span.entity_type);
                }
                continue;
            }
            full.types.entry(key(document, &span.tokens)).or_insert(span.entity_type);
            if span.entity_type == EntityType::Per && span.tokens.len() > 2 {
                let starts = span.tokens.start + 1..span.tokens.end - 1;
                full.ends.extend(starts.map(|start| key(document, &(start..span.tokens.end))));
            }
        }
        full
    }

    /// Joins the halves of a surname that a full name has as a whole: "Sorn und Rudolt" of "Konrad von Sorn und Rudolt".
    fn join_halves(&self, document: &Document<'_>, spans: &mut Vec<ScoredSpan>) {
        spans.dedup_by(|second, first| {
            let gap = second.tokens.start.saturating_sub(first.tokens.end);
            let both = first.tokens.start..second.tokens.end;
            let is_name =
                first.entity_type == EntityType::Per && gap <= 1 && self.ends.contains(&key(document, &both));
            if is_name {
                first.tokens = both;
            }
            is_name
        });
    }

    /// Extends a person to the left over words that a full name has there. `free` is the first token that no
    /// name has.
    fn take_particles(&self, document: &Document<'_>, span: &mut ScoredSpan, free: usize) {
        if self.ends.is_empty() {
            return;
        }
        let Some(sentence) = document.sentence_of(span.tokens.start) else { return };
        let first = sentence.tokens.start.max(free).max(span.tokens.start.saturating_sub(LONGEST));
        let longer = (first..span.tokens.start).find(|start| {
            let run = *start..span.tokens.end;
            self.ends.contains(&key(document, &run)) && run.clone().all(|index| is_word(document, index))
        });
        if let Some(start) = longer {
            span.tokens.start = start;
        }
    }

    /// Returns the surnames with a particle that no span has.
    fn missing(&self, document: &Document<'_>, spans: &[ScoredSpan]) -> Vec<ScoredSpan> {
        uncovered::names(document.tokens.len(), spans, |index, limit| {
            let end = self.surname_at(document, index, limit)?;
            Some(ScoredSpan { tokens: index..end, entity_type: EntityType::Per, score: SCORE })
        })
    }

    /// Returns the end of a surname that begins with a particle at a token.
    fn surname_at(&self, document: &Document<'_>, start: usize, limit: usize) -> Option<usize> {
        let is_lower = |index: usize| document.token(index).is_some_and(|token| token.shape == Shape::Lower);
        // "De Santis" at the start of a sentence.
        let begins = |index: usize| {
            is_lower(index)
                || document
                    .token(index)
                    .is_some_and(|token| token.initial && token.classes.any(Classes::PARTICLE))
        };
        if self.ends.is_empty() || !begins(start) || is_lower(start + 1) && is_lower(start + 2) {
            return None;
        }
        let end = (start + 1..start + 3).find(|index| !is_lower(*index))? + 1;
        let sentence = document.sentence_of(start)?.tokens.end;
        (end <= limit.min(sentence) && self.ends.contains(&key(document, &(start..end)))).then_some(end)
    }

    /// Puts the full names of the article into sentences in capitals, in place of the spans that they overlap. What
    /// is left of a span stays if the article has that name elsewhere: "DI TORINO MARIO" leaves "TORINO".
    fn mend_capitals(&self, document: &Document<'_>, spans: &mut Vec<ScoredSpan>) {
        let capitals = document.sentences.iter().filter(|sentence| sentence.casing == Casing::Upper);
        let found: Vec<ScoredSpan> =
            capitals.flat_map(|sentence| self.in_capitals(document, sentence)).collect();
        if found.is_empty() {
            return;
        }
        let mut left = Vec::new();
        spans.retain(|span| {
            let overlaps = |name: &&ScoredSpan| {
                name.tokens.start < span.tokens.end && span.tokens.start < name.tokens.end
            };
            let Some(name) = found.iter().find(overlaps) else { return true };
            let sides = [span.tokens.start..name.tokens.start, name.tokens.end..span.tokens.end];
            left.extend(sides.into_iter().filter_map(|side| self.left_over(document, side)));
            false
        });
        left.retain(|rest| {
            !spans
                .iter()
                .any(|span| span.tokens.start < rest.tokens.end && rest.tokens.start < span.tokens.end)
        });
        spans.extend(found);
        spans.extend(left);
        spans.sort_by_key(|span| span.tokens.start);
        spans.dedup_by(|later, earlier| later.tokens.start < earlier.tokens.end);
    }

    fn in_capitals(&self, document: &Document<'_>, sentence: &Sentence) -> Vec<ScoredSpan> {
        let mut found = Vec::new();
        let mut index = sentence.tokens.start;
        while index < sentence.tokens.end {
            let longest = sentence.tokens.end.min(index + LONGEST);
            let name = (index + 2..=longest).rev().find_map(|end| {
                let entity_type = *self.types.get(&key(document, &(index..end)))?;
                Some(ScoredSpan { tokens: index..end, entity_type, score: SCORE })
            });
            index = name.as_ref().map_or(index + 1, |name| name.tokens.end);
            found.extend(name);
        }
        found
    }

    /// Returns the name in what is left of a span, without the particles at its edges.
    fn left_over(&self, document: &Document<'_>, mut run: Range<usize>) -> Option<ScoredSpan> {
        let is_small = |index: usize| document.classes(index).any(Classes::PARTICLE | Classes::FUNCTION);
        while !run.is_empty() && is_small(run.start) {
            run.start += 1;
        }
        while !run.is_empty() && is_small(run.end - 1) {
            run.end -= 1;
        }
        let entity_type = *self.words.get(&key(document, &run)).filter(|_| !run.is_empty())?;
        Some(ScoredSpan { tokens: run, entity_type, score: SCORE })
    }
}

/// Extends a person to the left over an Arabic article: "al-Qasim".
fn take_article(document: &Document<'_>, span: &mut ScoredSpan, free: usize) {
    let Some(article) = span.tokens.start.checked_sub(2).filter(|article| *article >= free) else { return };
    let is_joined = document.text(article + 1) == "-"
        && [article + 1, article + 2]
            .iter()
            .all(|index| document.token(*index).is_some_and(|token| !token.spaced));
    if is_joined && ARTICLES.contains(&document.text(article)) {
        span.tokens.start = article;
    }
}

fn is_word(document: &Document<'_>, index: usize) -> bool {
    document.token(index).is_some_and(|token| token.kind == TokenKind::Word)
}
