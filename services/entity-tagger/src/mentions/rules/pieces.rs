//! Cuts a run of capitalised words into names, titles and what is neither.

use std::ops::Range;

use messages::EntityType;
use text::Shape;

use super::hits::Hit;
use super::{View, evidence};
use crate::gazetteer::{Classes, EntryKind};
use crate::mentions::ScoredSpan;

/// Cuts from the front, one piece at a time.
pub(super) fn cut(view: &View<'_>, run: Range<usize>, spans: &mut Vec<ScoredSpan>) {
    let mut rest = run;
    while !rest.is_empty() {
        let start = skip_ordinary(view, &rest);
        if start > rest.start {
            rest.start = start;
            continue;
        }
        let next = match view.hits.at(rest.start).copied() {
            Some(hit) if hit.end <= rest.end => known(view, &hit, &rest, spans),
            _ => unknown(view, &rest, spans),
        };
        rest.start = next.max(rest.start + 1);
    }
}

/// Past words that have a capital only because they come first, and articles and marks.
fn skip_ordinary(view: &View<'_>, run: &Range<usize>) -> usize {
    let index = run.start;
    let (Some(token), classes) = (view.document.token(index), view.document.classes(index)) else {
        return index;
    };
    if view.hits.at(index).is_some_and(|hit| hit.end > index + 1 || hit.entry.kind == EntryKind::Nationality)
    {
        return index;
    }
    let joins = token.shape == Shape::Caseless || classes.any(Classes::DETERMINER | Classes::JOINS_ORG);
    if joins && view.hits.at(index).is_none() {
        return index + 1;
    }
    if run.len() == 1 && is_ordinary_alone(view, index) {
        return index + 1;
    }
    if !token.initial || view.hits.at(index).is_some_and(|hit| hit.stands_alone(view)) {
        return index;
    }
    // "Geophysicist Sigrun Haraldsdottir": the name begins with the given name.
    let next = view.document.classes(index + 1);
    let personal = Classes::GIVEN | Classes::SURNAME | Classes::FAMILY_FIRST;
    if run.len() > 2 && next.any(Classes::GIVEN) && !next.any(Classes::COMMON) && !classes.any(personal) {
        return index + 1;
    }
    // "Yağmur İspanya'da": a place behind the first word begins a name of its own.
    let place_next = view.hits.at(index + 1).is_some_and(|hit| hit.entry.kind.is_place());
    if place_next
        && run.len() == 2
        && !view.has_word_list()
        && !classes.any(personal | Classes::LOC_FIRST | Classes::ORG_FIRST | Classes::DIRECTION)
    {
        return index + 1;
    }
    // "Экспедиция Лимнологического института": the first word of a sentence and an adjective.
    if run.len() == 2 && !classes.any(personal) && !next.any(personal) && is_slavic_adjective(view, index + 1)
    {
        return index + 1;
    }
    let named = classes.any(Classes::GIVEN | Classes::FAMILY_FIRST) && run.len() > 1;
    let function = classes.any(Classes::FUNCTION);
    let ordinary = classes.any(Classes::COMMON) || view.seen_in_lower_case(index);
    let capital_elsewhere = view.capitalised.contains(view.document.text(index));
    let part_of_name =
        run.len() > 1 && (has_head(view, run) || classes.any(Classes::TITLE | Classes::TITLE_MODIFIER));
    // Only English has a list of ordinary words: elsewhere a single unknown word needs a second witness.
    let witnessed = capital_elsewhere || classes.any(Classes::GIVEN | Classes::SURNAME);
    if run.len() == 1 && !witnessed && view.document.language != "en" {
        return index + 1;
    }
    if (function && !named) || (ordinary && !named && !part_of_name && !capital_elsewhere) {
        return index + 1;
    }
    index
}

/// Single words with a capital that are no names: "Maar", one letter, "ministro da Agricultura",
/// an adjective in front of its noun.
fn is_ordinary_alone(view: &View<'_>, index: usize) -> bool {
    let (text, classes) = (view.document.text(index), view.document.classes(index));
    let named = classes.any(Classes::GIVEN | Classes::SURNAME);
    let upper = view.document.token(index).is_some_and(|token| token.shape == Shape::Upper);
    let known = view.hits.at(index).is_some();
    let function = classes.any(Classes::FUNCTION) && !named && !upper && !known;
    let letter = text.chars().count() == 1;
    let country = view.hits.at(index).is_some_and(|hit| hit.entry.kind == EntryKind::Country);
    let adjective = !named && !known && is_slavic_adjective(view, index);
    function || letter || (!country && is_portfolio(view, index)) || adjective
}

/// "ministra del Interior", "Minister van Infrastructuur": what a minister is minister of.
fn is_portfolio(view: &View<'_>, index: usize) -> bool {
    let small = Classes::DETERMINER | Classes::PARTICLE | Classes::ORG_PARTICLE | Classes::FUNCTION;
    let joined = (1..=2).take_while(|back| {
        index
            .checked_sub(*back)
            .is_some_and(|before| view.document.classes(before).any(small) && !view.is_capital(before))
    });
    let Some(office) = index.checked_sub(joined.count() + 1).filter(|office| office + 1 < index) else {
        return false;
    };
    let office = view.document.text(office).to_lowercase();
    !view.has_word_list() && office.starts_with("minist")
}

/// "Европейский банк", "Головного вокзалу": the ending of an adjective, and a noun behind it.
fn is_slavic_adjective(view: &View<'_>, index: usize) -> bool {
    const ENDINGS: [&str; 18] = [
        "ый", "ий", "ій", "ая", "яя", "ое", "ее", "ого", "его", "ому", "ему", "ой", "ом", "ым", "им", "ска",
        "ski", "skie",
    ];
    let noun =
        view.document.token(index + 1).is_some_and(|token| token.shape == Shape::Lower && token.spaced);
    let text = view.document.text(index);
    noun && matches!(view.document.language, "ru" | "uk" | "bg" | "sr" | "pl")
        && text.chars().count() >= 5
        && !view.document.classes(index + 1).any(Classes::FUNCTION | Classes::SAYING)
        && ENDINGS.iter().any(|ending| text.ends_with(ending))
}

/// Whether the last word of the run says what kind of thing it names.
fn has_head(view: &View<'_>, run: &Range<usize>) -> bool {
    view.document
        .classes(run.end - 1)
        .any(Classes::ORG_HEAD | Classes::ORG_SUFFIX | Classes::LOC_LAST | Classes::MISC_LAST)
}

/// The run begins with a name of the gazetteer.
fn known(view: &View<'_>, hit: &Hit<'_>, run: &Range<usize>, spans: &mut Vec<ScoredSpan>) -> usize {
    let (entity_type, score) = hit.verdict();
    let whole = ScoredSpan { tokens: run.clone(), entity_type, score };
    let alone = ScoredSpan { tokens: hit.start..hit.end, entity_type, score };
    if hit.end == run.end {
        spans.push(if hit.end == hit.start + 1 { weighed(view, whole, hit) } else { whole });
        return run.end;
    }
    let next = view.document.classes(hit.end);
    let names_person = Classes::TITLE | Classes::TITLE_MODIFIER | Classes::GIVEN;
    let owner_of_rest = has_head(view, run) && !next.any(Classes::TITLE);
    let splits = match hit.entry.kind {
        EntryKind::Nationality => true,
        _ if owner_of_rest => false,
        EntryKind::Organisation | EntryKind::Agency => true,
        _ => {
            let first_is_given = hit.end == hit.start + 1
                && hit.entry.kind == EntryKind::City
                && !next.any(Classes::TITLE | Classes::TITLE_MODIFIER)
                && view.document.classes(hit.start).any(Classes::GIVEN)
                && view.hits.at(hit.end).is_none();
            !first_is_given
                && (next.any(names_person) || view.hits.at(hit.end).is_some() || !view.is_spaced(hit.end))
        }
    };
    if splits {
        spans.push(alone);
        return hit.end;
    }
    let (entity_type, score) = evidence::judge(view, run, false);
    spans.push(ScoredSpan { tokens: run.clone(), entity_type, score });
    run.end
}

/// A single word of the gazetteer against what stands around it: "Jordan said" may be a person.
fn weighed(view: &View<'_>, span: ScoredSpan, hit: &Hit<'_>) -> ScoredSpan {
    let classes = view.document.classes(hit.start);
    let doubtful = matches!(hit.entry.kind, EntryKind::City | EntryKind::Country | EntryKind::Place)
        && classes.any(Classes::GIVEN | Classes::SURNAME)
        && hit.entry.population < 1_000;
    if !doubtful {
        return span;
    }
    let (entity_type, score) = evidence::judge(view, &span.tokens, false);
    if entity_type == EntityType::Per && score >= 0.7 {
        ScoredSpan { entity_type, score, ..span }
    } else {
        span
    }
}

/// The run begins with a title or a word no table knows.
fn unknown(view: &View<'_>, run: &Range<usize>, spans: &mut Vec<ScoredSpan>) -> usize {
    let person = after_title(view, run);
    if person > run.start {
        // "General Assembly", "Queen Mary University": the title is part of another name.
        let other_name = has_head(view, run) && person + 1 >= run.end;
        if !other_name {
            if person < run.end {
                let end = boundary(view, person..run.end);
                spans.push(ScoredSpan { tokens: person..end, entity_type: EntityType::Per, score: 0.92 });
                return end;
            }
            return run.end;
        }
    }
    let end = if has_head(view, run) { run.end } else { boundary(view, run.clone()) };
    let run = run.start..end;
    let (entity_type, score) = evidence::judge(view, &run, false);
    if score >= evidence::THRESHOLD {
        spans.push(ScoredSpan { tokens: run, entity_type, score });
    }
    end
}

/// Past the title at the front: "Prime Minister", "Secretary of State", "Dr.".
fn after_title(view: &View<'_>, run: &Range<usize>) -> usize {
    let (mut index, mut last_title) = (run.start, run.start);
    while index < run.end {
        let classes = view.document.classes(index);
        if classes.any(Classes::TITLE) {
            last_title = index + 1;
        } else if !classes.any(Classes::TITLE_MODIFIER) {
            break;
        }
        index += 1;
    }
    // "Secretary of State Jane Doe": the run begins behind the "of".
    let behind_of = run.start >= 2
        && view.document.classes(run.start - 1).any(Classes::ORG_PARTICLE)
        && view.document.classes(run.start - 2).any(Classes::TITLE)
        && view.document.classes(run.start).any(Classes::TITLE_MODIFIER);
    if behind_of { run.start + 1 } else { last_title }
}

/// Where another name or title begins inside the run.
fn boundary(view: &View<'_>, run: Range<usize>) -> usize {
    let title = Classes::TITLE | Classes::DETERMINER;
    (run.start + 1..run.end)
        .find(|index| {
            let joined = view
                .document
                .classes(index - 1)
                .any(Classes::PARTICLE | Classes::ORG_PARTICLE | Classes::JOINS_ORG)
                || !view.is_spaced(*index);
            let classes = view.document.classes(*index);
            let office = classes.any(Classes::TITLE_MODIFIER)
                && view.document.classes(index + 1).any(Classes::TITLE)
                && index + 2 < run.end;
            let titled = (classes.any(title) || office) && view.is_capital(*index) && index + 1 < run.end;
            let nationality =
                view.hits.at(*index).is_some_and(|hit| hit.entry.kind == EntryKind::Nationality);
            // "академик РАН А. П. Орлов": initials behind an acronym begin a name.
            let acronym = view.document.token(index - 1).is_some_and(|token| token.shape == Shape::Upper)
                && (2..=5).contains(&view.document.text(index - 1).chars().count())
                && !view.document.text(index - 1).contains('.')
                && is_initial(view.document.text(*index));
            !joined && (titled || nationality || acronym)
        })
        .unwrap_or(run.end)
}

/// One letter and a stop.
fn is_initial(text: &str) -> bool {
    text.chars().count() == 2 && text.ends_with('.') && text.starts_with(char::is_uppercase)
}
