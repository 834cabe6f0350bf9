//! Joins the names on both sides of an ampersand to the name of a firm: "Marks & Spencer", "C&A".

use std::ops::Range;

use messages::EntityType;
use text::{Shape, TokenKind};

use crate::document::{Casing, Document, Placement};
use crate::gazetteer::{Classes, Gazetteer};
use crate::languages::common::{FIRM_KINDS, NO_FIRMS};
use crate::mentions::ScoredSpan;
use crate::name_forms::normalised;

/// The score of a firm that its form shows.
const SCORE: f64 = 0.8;

/// Tokens of the longest firm that is joined further. Law firms name up to six partners.
const LONGEST: usize = 12;

/// Joins the spans on both sides of each ampersand, and adds a span where there is none. The spans are in reading
/// order.
pub(super) fn join(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    spans: Vec<ScoredSpan>,
) -> Vec<ScoredSpan> {
    let mut joined: Vec<ScoredSpan> = Vec::with_capacity(spans.len());
    let mut spans = spans.into_iter().peekable();
    for ampersand in (1..document.tokens.len()).filter(|index| joins(document, *index)) {
        while let Some(span) = spans.next_if(|span| span.tokens.end < ampersand) {
            joined.push(span);
        }
        let ends_long_name = |span: &ScoredSpan| span.tokens.end >= ampersand && span.tokens.len() >= LONGEST;
        if joined.last().is_some_and(ends_long_name) {
            continue;
        }
        let before = joined.pop_if(|span| span.tokens.end >= ampersand);
        let mut firm = before.unwrap_or(ScoredSpan {
            tokens: ampersand - 1..ampersand,
            entity_type: EntityType::Org,
            score: SCORE,
        });
        while let Some(span) = spans.next_if(|span| span.tokens.start <= ampersand + 1) {
            firm.tokens = firm.tokens.start.min(span.tokens.start)..firm.tokens.end.max(span.tokens.end);
            firm.score = firm.score.max(span.score);
        }
        firm.tokens.end = firm.tokens.end.max(ampersand + 2);
        firm.entity_type =
            if is_place(document, gazetteer, &firm.tokens) { EntityType::Loc } else { EntityType::Org };
        if firm.tokens.len() > 3 && FIRM_KINDS.contains(&document.text(firm.tokens.start)) {
            firm.tokens.start += 1;
        }
        joined.push(firm);
    }
    joined.extend(spans);
    joined
}

/// Reports whether the tables have the name as a place: "Turks & Caicos Islands".
fn is_place(document: &Document<'_>, gazetteer: &Gazetteer, run: &Range<usize>) -> bool {
    let name = document.name(run);
    let entry = gazetteer.entry(&name).or_else(|| gazetteer.entry(&name.replace('&', "and")));
    entry.is_some_and(|entry| entry.kind.is_place())
}

/// Reports whether a token is an ampersand between two words of a firm's name.
fn joins(document: &Document<'_>, index: usize) -> bool {
    let text = document.text(index);
    if !text.starts_with('&') || normalised(text) != "&" {
        return false;
    }
    let Some(sentence) = document.sentence_of(index) else { return false };
    let partners = [index - 1, index + 1];
    let is_partner = |index: &usize| {
        sentence.tokens.contains(index)
            && document.token(*index).is_some_and(|token| {
                token.kind == TokenKind::Word && !matches!(token.shape, Shape::Lower | Shape::Caseless)
            })
    };
    // "Health & Safety" is no firm, and in capitals any two words could be one.
    let ordinary = partners.iter().all(|index| document.classes(*index).any(Classes::COMMON));
    sentence.casing != Casing::Upper
        && sentence.placement != Placement::Dateline
        && partners.iter().all(is_partner)
        && !ordinary
        && !NO_FIRMS.contains(&name(document, index - 1..index + 2).as_str())
}

/// Returns the text of a run without spaces.
fn name(document: &Document<'_>, run: Range<usize>) -> String {
    run.map(|index| normalised(document.text(index))).collect()
}

#[cfg(test)]
mod tests {
    use messages::Field;
    use text::Span;

    use super::*;
    use crate::document::Passage;

    #[test]
    fn a_long_list_with_ampersands_is_not_one_firm() {
        let (gazetteer, body) = (Gazetteer::load(), ["Morgan & Pell"; 300].join(" & "));
        let mut document = Document::new("", &body, "en");
        let span = Span::new(0, body.len());
        document.push(Passage { field: Field::Body, span, block: 0, placement: Placement::Body }, &gazetteer);
        let firms = join(&document, &gazetteer, Vec::new());
        assert_eq!(firms.len(), 600_usize.div_ceil(7));
        assert_eq!(firms.iter().map(|firm| firm.tokens.len()).max(), Some(LONGEST + 1));
        // A name that the model found is not made longer, and is looked up only once.
        let all = ScoredSpan { tokens: 0..document.tokens.len(), entity_type: EntityType::Per, score: 0.9 };
        let firms = join(&document, &gazetteer, vec![all]);
        assert_eq!(firms.len(), 1);
        assert_eq!(firms.first().map(|firm| firm.tokens.clone()), Some(0..document.tokens.len()));
    }
}
