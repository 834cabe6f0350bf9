//! Names in a dateline, from the parts that the segmenter found.

use std::ops::Range;

use messages::EntityType;
use text::{Shape, Span};

use super::ScoredSpan;
use crate::document::{Document, Part};

/// A dateline's parts, in bytes of its field.
#[derive(Debug, Clone, Copy, Default)]
pub struct DatelineParts {
    /// Index of its block.
    pub block: usize,
    /// The place.
    pub place: Option<Span>,
    /// The agencies or papers, perhaps more than one.
    pub source: Option<Span>,
}

/// The place is a LOC, and so is the country or state behind its comma; each of the agencies that share a slash is an ORG by itself.
pub fn dateline_names(document: &Document<'_>, datelines: &[DatelineParts]) -> Vec<ScoredSpan> {
    let mut names = Vec::new();
    for parts in datelines {
        let sentence = document
            .sentences
            .iter()
            .find(|sentence| sentence.part == Part::Dateline && sentence.block == parts.block);
        let Some(sentence) = sentence else { continue };
        for (span, entity_type) in [(parts.place, EntityType::Loc), (parts.source, EntityType::Org)] {
            let Some(span) = span else { continue };
            push_parts(document, sentence.tokens.clone(), span, entity_type, &mut names);
        }
    }
    names
}

/// The stretches of `span` between commas, brackets and slashes.
fn push_parts(
    document: &Document<'_>,
    tokens: Range<usize>,
    span: Span,
    entity_type: EntityType,
    names: &mut Vec<ScoredSpan>,
) {
    let mut run: Option<Range<usize>> = None;
    let mut first = true;
    let mut push = |run: Range<usize>| {
        // Without capitals what stands behind a comma may be the date.
        let has_case = document.token(run.start).is_some_and(|token| token.shape != Shape::Caseless);
        if first || has_case {
            names.push(ScoredSpan { tokens: run, entity_type, score: 0.95 });
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
