//! Names in a dateline, from the spans that the segmenter found.

use std::ops::Range;

use messages::EntityType;
use text::{Shape, Span};

use super::model::ScoredSpan;
use crate::document::{Document, Placement};

/// The place and the source of a dateline, in bytes of its field.
#[derive(Debug, Clone, Copy, Default)]
pub struct DatelineSpans {
    /// Index of its block.
    pub block: usize,
    /// The place.
    pub place: Option<Span>,
    /// The agencies or papers.
    pub source: Option<Span>,
}

/// Returns the names of the datelines. The place is a LOC, and so is a country or state after its comma. Each
/// agency is an ORG, also of two that share a slash.
pub fn dateline_names(document: &Document<'_>, datelines: &[DatelineSpans]) -> Vec<ScoredSpan> {
    let mut names = Vec::new();
    for dateline in datelines {
        let sentence = document
            .sentences
            .iter()
            .find(|sentence| sentence.placement == Placement::Dateline && sentence.block == dateline.block);
        let Some(sentence) = sentence else { continue };
        for (span, entity_type) in [(dateline.place, EntityType::Loc), (dateline.source, EntityType::Org)] {
            let Some(span) = span else { continue };
            push_names(document, sentence.tokens.clone(), span, entity_type, &mut names);
        }
    }
    names
}

/// The score of a name in a dateline. Set by hand: its place shows its type.
const SCORE: f64 = 0.95;

/// Adds the names of `span` between commas, brackets and slashes.
fn push_names(
    document: &Document<'_>,
    tokens: Range<usize>,
    span: Span,
    entity_type: EntityType,
    names: &mut Vec<ScoredSpan>,
) {
    let mut run: Option<Range<usize>> = None;
    let mut first = true;
    let mut push = |run: Range<usize>| {
        // In a script without capitals, the words after a comma may be the date.
        let has_case = document.token(run.start).is_some_and(|token| token.shape != Shape::Caseless);
        if first || has_case {
            names.push(ScoredSpan { tokens: run, entity_type, score: SCORE });
        }
        first = false;
    };
    for index in tokens {
        let inside = document.token(index).is_some_and(|token| span.contains(token.span));
        let divides = match document.text(index) {
            "/" | "|" | ";" => true,
            "," | "(" | ")" => entity_type == EntityType::Loc,
            _ => false,
        };
        if inside && !divides {
            run = Some(run.map_or(index, |run| run.start)..index + 1);
        } else if let Some(run) = run.take() {
            push(run);
        }
    }
    if let Some(run) = run {
        push(run);
    }
}
