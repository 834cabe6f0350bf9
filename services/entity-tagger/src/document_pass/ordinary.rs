//! Leaves out places whose name is an ordinary word, unless the article shows the place: "Essen und Trinken" is
//! no city in an article that has no "in Essen".

use std::collections::HashSet;
use std::ops::Range;

use messages::EntityType;
use text::is_apostrophe;

use super::name::{in_dateline, key};
use crate::document::Document;
use crate::gazetteer::Classes;
use crate::mentions::ScoredSpan;

/// Leaves out every such place with an article before it. The others go as well if no mention shows the place and
/// the article uses the word: with an article, or in a language that has none.
pub(super) fn leave_out(document: &Document<'_>, spans: &mut Vec<ScoredSpan>) {
    let words = document.profile.ordinary_places;
    let is_ordinary = |span: &ScoredSpan| {
        span.entity_type == EntityType::Loc
            && span.tokens.len() == 1
            && words.contains(&document.text(span.tokens.start))
    };
    if words.is_empty() || !spans.iter().any(is_ordinary) {
        return;
    }
    let shown: HashSet<String> = spans
        .iter()
        .filter(|span| is_ordinary(span) && shows_place(document, span))
        .map(|span| key(document, &span.tokens))
        .collect();
    let used: HashSet<String> = (0..document.tokens.len())
        .filter(|index| words.contains(&document.text(*index)))
        .map(|index| index..index + 1)
        .filter(|run| document.profile.words.determiners.is_empty() || has_article(document, run))
        .map(|run| key(document, &run))
        .collect();
    spans.retain(|span| {
        let name = key(document, &span.tokens);
        let is_place = shown.contains(&name) || !used.contains(&name);
        !is_ordinary(span)
            || shows_place(document, span)
            || (is_place && !has_article(document, &span.tokens))
    });
}

/// Reports whether the words around a mention show a place: "in Essen", "Stadt Essen", "Ordu'da", "Ordu Belediyesi",
/// a dateline, a country after a comma.
fn shows_place(document: &Document<'_>, span: &ScoredSpan) -> bool {
    let (start, end) = (span.tokens.start, span.tokens.end);
    let place_word = |index: usize| document.classes(index).any(Classes::PLACE_STRONG | Classes::LOC_LAST);
    let before = start.checked_sub(1).is_some_and(|before| {
        document.classes(before).any(Classes::PLACE_BEFORE | Classes::PLACE_STRONG)
            || document.profile.locatives.contains(&document.text(before))
    });
    let ending = document.text(end).trim_start_matches(is_apostrophe);
    let cased = ending.len() < document.text(end).len() && !ending.is_empty();
    let unit = place_word(end) || document.classes(end).any(Classes::ORG_HEAD);
    in_dateline(document, span) || before || cased || unit
}

/// Leaves out places that are another thing in this article: "Turkey" with gravy is a bird. It stays a place where a
/// mention shows it.
pub(super) fn leave_out_homonyms(document: &Document<'_>, spans: &mut Vec<ScoredSpan>) {
    for (name, others) in document.profile.homonyms {
        let is_homonym = |span: &ScoredSpan| {
            span.entity_type == EntityType::Loc
                && span.tokens.len() == 1
                && document.text(span.tokens.start) == *name
        };
        let is_place = |span: &ScoredSpan| {
            shows_place(document, span) || document.text(span.tokens.end).starts_with(is_apostrophe)
        };
        if spans.iter().any(is_homonym)
            && !spans.iter().any(|span| is_homonym(span) && is_place(span))
            && (0..document.tokens.len()).any(|index| others.contains(&document.text(index)))
        {
            spans.retain(|span| !is_homonym(span));
        }
    }
}

fn has_article(document: &Document<'_>, run: &Range<usize>) -> bool {
    run.start.checked_sub(1).is_some_and(|before| document.classes(before).any(Classes::DETERMINER))
}
