//! Corrects a name by the full form that the article has elsewhere: the particles of "Ms van der Meer" by "Ursula
//! van der Meer", and "TESSA WYND RESIGNS" in capitals by "Tessa Wynd".

use std::ops::Range;

use messages::EntityType;
use text::{Shape, TokenKind};

use super::name::{NameMap, NameSet, key};
use super::uncovered;
use crate::document::{Casing, Document};
use crate::mentions::ScoredSpan;

/// Tokens of the longest name that is compared.
const LONGEST: usize = 8;

/// The score of a surname that its full name shows.
const SCORE: f64 = 0.7;

/// Corrects every name by the full names in sentences where capitals show names, and adds the surnames with
/// particles that no span has: "ten Have" of "Bas ten Have".
pub(super) fn complete(document: &Document<'_>, spans: &mut Vec<ScoredSpan>) {
    let full = FullNames::of(document, spans);
    if full.types.is_empty() {
        return;
    }
    let mut free = 0;
    for span in spans.iter_mut() {
        if span.entity_type == EntityType::Per {
            full.take_particles(document, span, free);
        }
        let casing = document.sentence_of(span.tokens.start).map(|sentence| sentence.casing);
        if casing == Some(Casing::Upper) {
            full.cut(document, span);
        }
        free = span.tokens.end;
    }
    let missing = full.missing(document, spans);
    if !missing.is_empty() {
        spans.extend(missing);
        spans.sort_by_key(|span| span.tokens.start);
    }
}

/// The names of two words or more.
struct FullNames {
    types: NameMap<EntityType>,
    /// The ends of personal names, from the second word on.
    ends: NameSet,
}

impl FullNames {
    fn of(document: &Document<'_>, spans: &[ScoredSpan]) -> Self {
        let mut full = Self { types: NameMap::default(), ends: NameSet::default() };
        for span in spans.iter().filter(|span| (2..=LONGEST).contains(&span.tokens.len())) {
            let casing = document.sentence_of(span.tokens.start).map(|sentence| sentence.casing);
            if casing != Some(Casing::Sentence) {
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
        if self.ends.is_empty() || !is_lower(start) || is_lower(start + 1) && is_lower(start + 2) {
            return None;
        }
        let end = (start + 1..start + 3).find(|index| !is_lower(*index))? + 1;
        let sentence = document.sentence_of(start)?.tokens.end;
        (end <= limit.min(sentence) && self.ends.contains(&key(document, &(start..end)))).then_some(end)
    }

    /// Cuts a span in capitals to the longest full name in it.
    fn cut(&self, document: &Document<'_>, span: &mut ScoredSpan) {
        let Range { start, end } = span.tokens;
        if span.tokens.len() > LONGEST {
            return;
        }
        let mut runs = (2..=end - start)
            .rev()
            .flat_map(|length| (start..=end - length).map(move |start| start..start + length));
        let found = runs.find_map(|run| Some((self.types.get(&key(document, &run))?, run)));
        if let Some((entity_type, run)) = found {
            span.tokens = run;
            span.entity_type = *entity_type;
        }
    }
}

fn is_word(document: &Document<'_>, index: usize) -> bool {
    document.token(index).is_some_and(|token| token.kind == TokenKind::Word)
}
