//! Cuts a run of capitalized words into names, titles and other words.

use std::ops::Range;

use messages::EntityType;
use text::Shape;

use super::context::RuleContext;
use super::evidence;
use super::hits::Hit;
use crate::gazetteer::{Classes, EntryKind};
use crate::mentions::model::ScoredSpan;

/// Cuts from the front, one name at a time.
pub(super) fn cut(context: &RuleContext<'_>, run: Range<usize>, spans: &mut Vec<ScoredSpan>) {
    let mut rest = run;
    while !rest.is_empty() {
        let start = skip_ordinary(context, &rest);
        if start > rest.start {
            rest.start = start;
            continue;
        }
        let next = match context.hits.at(rest.start).copied() {
            Some(hit) if hit.end <= rest.end => known(context, &hit, &rest, spans),
            _ => unknown(context, &rest, spans),
        };
        rest.start = next.max(rest.start + 1);
    }
}

/// Returns the first token after words that have a capital only because they come first, and after articles
/// and marks.
fn skip_ordinary(context: &RuleContext<'_>, run: &Range<usize>) -> usize {
    let index = run.start;
    let (Some(token), classes) = (context.document.token(index), context.document.classes(index)) else {
        return index;
    };
    if context
        .hits
        .at(index)
        .is_some_and(|hit| hit.end > index + 1 || hit.entry.kind == EntryKind::Nationality)
    {
        return index;
    }
    // "The Guardian" keeps its article only if the gazetteer has it.
    let joins = token.shape == Shape::Caseless || classes.any(Classes::DETERMINER | Classes::JOINS_ORG);
    if joins && context.hits.at(index).is_none() {
        return index + 1;
    }
    if run.len() == 1 && is_ordinary_alone(context, index) {
        return index + 1;
    }
    if !token.initial || context.hits.at(index).is_some_and(|hit| hit.stands_alone(context.document)) {
        return index;
    }
    // "Geophysicist Sigrun Haraldsdottir": the name begins with the given name.
    let next = context.document.classes(index + 1);
    let personal = Classes::GIVEN | Classes::SURNAME | Classes::FAMILY_FIRST;
    if run.len() > 2 && next.any(Classes::GIVEN) && !next.any(Classes::COMMON) && !classes.any(personal) {
        return index + 1;
    }
    // "Yağmur İspanya'da": a place after the first word begins another name.
    let place_next = context.hits.at(index + 1).is_some_and(|hit| hit.entry.kind.is_place());
    if place_next
        && run.len() == 2
        && !context.profile.lists_ordinary_words()
        && !classes.any(personal | Classes::LOC_FIRST | Classes::ORG_FIRST | Classes::DIRECTION)
    {
        return index + 1;
    }
    // "Экспедиция Лимнологического института": the first word of a sentence and an adjective.
    if run.len() == 2 && !classes.any(personal) && !next.any(personal) && is_adjective(context, index + 1) {
        return index + 1;
    }
    // The first word of a sentence has a capital anyway, so it needs evidence that it belongs to the name.
    let named = classes.any(Classes::GIVEN | Classes::FAMILY_FIRST) && run.len() > 1;
    let function = classes.any(Classes::FUNCTION);
    let ordinary = classes.any(Classes::COMMON) || context.seen_in_lower_case(index);
    let capital_elsewhere = context.capitalised.contains(context.document.text(index));
    let part_of_name =
        run.len() > 1 && (has_head(context, run) || classes.any(Classes::TITLE | Classes::TITLE_MODIFIER));
    // Without a list of ordinary words, a single unknown word needs more evidence than its capital.
    let confirmed = capital_elsewhere || classes.any(Classes::GIVEN | Classes::SURNAME);
    if run.len() == 1 && !confirmed && !context.profile.lists_ordinary_words() {
        return index + 1;
    }
    if (function && !named) || (ordinary && !named && !part_of_name && !capital_elsewhere) {
        return index + 1;
    }
    index
}

/// Reports whether a single word with a capital is not a name: "Maar", one letter, the "Agricultura" of
/// "ministro da Agricultura", an adjective before its noun.
fn is_ordinary_alone(context: &RuleContext<'_>, index: usize) -> bool {
    let (text, classes) = (context.document.text(index), context.document.classes(index));
    let named = classes.any(Classes::GIVEN | Classes::SURNAME);
    let upper = context.document.token(index).is_some_and(|token| token.shape == Shape::Upper);
    let known = context.hits.at(index).is_some();
    let function = classes.any(Classes::FUNCTION) && !named && !upper && !known;
    let letter = text.chars().count() == 1;
    let country = context.hits.at(index).is_some_and(|hit| hit.entry.kind == EntryKind::Country);
    let adjective = !named && !known && is_adjective(context, index);
    function || letter || (!country && is_portfolio(context, index)) || adjective
}

/// Reports whether a word is the portfolio of a minister: "ministra del Interior", "Minister van
/// Infrastructuur".
fn is_portfolio(context: &RuleContext<'_>, index: usize) -> bool {
    let small = Classes::DETERMINER | Classes::PARTICLE | Classes::ORG_PARTICLE | Classes::FUNCTION;
    let joined = (1..=2).take_while(|back| {
        index
            .checked_sub(*back)
            .is_some_and(|before| context.document.classes(before).any(small) && !context.is_capital(before))
    });
    let Some(office) = index.checked_sub(joined.count() + 1).filter(|office| office + 1 < index) else {
        return false;
    };
    let office = context.document.text(office).to_lowercase();
    !context.profile.lists_ordinary_words() && office.starts_with("minist")
}

/// Reports whether a word has the ending of an adjective, and a noun follows: "Европейский банк", "Головного
/// вокзалу".
fn is_adjective(context: &RuleContext<'_>, index: usize) -> bool {
    let noun =
        context.document.token(index + 1).is_some_and(|token| token.shape == Shape::Lower && token.spaced);
    let text = context.document.text(index);
    noun && text.chars().count() >= 5
        && !context.document.classes(index + 1).any(Classes::FUNCTION | Classes::SAYING)
        && context.profile.adjective_endings.iter().any(|ending| text.ends_with(ending))
}

/// Reports whether the last word of the run says what kind of thing it names: "Bank", "River".
fn has_head(context: &RuleContext<'_>, run: &Range<usize>) -> bool {
    context
        .document
        .classes(run.end - 1)
        .any(Classes::ORG_HEAD | Classes::ORG_SUFFIX | Classes::LOC_LAST | Classes::MISC_LAST)
}

/// Takes the first name off a run that begins with a name of the gazetteer. Returns where the rest begins.
fn known(context: &RuleContext<'_>, hit: &Hit<'_>, run: &Range<usize>, spans: &mut Vec<ScoredSpan>) -> usize {
    let (entity_type, score) = hit.verdict();
    let whole = ScoredSpan { tokens: run.clone(), entity_type, score };
    let alone = ScoredSpan { tokens: hit.start..hit.end, entity_type, score };
    if hit.end == run.end {
        spans.push(if hit.end == hit.start + 1 { weighed(context, whole, hit) } else { whole });
        return run.end;
    }
    let next = context.document.classes(hit.end);
    let names_person = Classes::TITLE | Classes::TITLE_MODIFIER | Classes::GIVEN;
    let owner_of_rest = has_head(context, run) && !next.any(Classes::TITLE);
    // "South Korean President Kim" is two names, "South Korean Navy" and "Oslo University" are one.
    let splits = match hit.entry.kind {
        EntryKind::Nationality => true,
        _ if owner_of_rest => false,
        EntryKind::Organisation | EntryKind::Agency => true,
        _ => {
            // "Sydney Pollack": the name of a city is also a given name, and no title or other name follows.
            let first_is_given = hit.end == hit.start + 1
                && hit.entry.kind == EntryKind::City
                && !next.any(Classes::TITLE | Classes::TITLE_MODIFIER)
                && context.document.classes(hit.start).any(Classes::GIVEN)
                && context.hits.at(hit.end).is_none();
            !first_is_given
                && (next.any(names_person)
                    || context.hits.at(hit.end).is_some()
                    || !context.is_spaced(hit.end))
        }
    };
    if splits {
        spans.push(alone);
        return hit.end;
    }
    let (entity_type, score) = evidence::judge(context, run, false);
    spans.push(ScoredSpan { tokens: run.clone(), entity_type, score });
    run.end
}

/// Weighs a single word of the gazetteer against the words around it: "Jordan said" may be a person.
fn weighed(context: &RuleContext<'_>, span: ScoredSpan, hit: &Hit<'_>) -> ScoredSpan {
    let classes = context.document.classes(hit.start);
    // A city of a million is meant even where its name is also a personal name.
    let doubtful = matches!(hit.entry.kind, EntryKind::City | EntryKind::Country | EntryKind::Place)
        && classes.any(Classes::GIVEN | Classes::SURNAME)
        && hit.entry.population < 1_000;
    if !doubtful {
        return span;
    }
    let (entity_type, score) = evidence::judge(context, &span.tokens, false);
    if entity_type == EntityType::Per && score >= 0.7 {
        ScoredSpan { entity_type, score, ..span }
    } else {
        span
    }
}

/// Takes the first name off a run that begins with a title or an unknown word. Returns where the rest begins.
fn unknown(context: &RuleContext<'_>, run: &Range<usize>, spans: &mut Vec<ScoredSpan>) -> usize {
    let person = after_title(context, run);
    if person > run.start {
        // "General Assembly", "Queen Mary University": the title is part of another name.
        let other_name = has_head(context, run) && person + 1 >= run.end;
        if !other_name {
            if person < run.end {
                let end = boundary(context, person..run.end);
                spans.push(ScoredSpan { tokens: person..end, entity_type: EntityType::Per, score: 0.92 });
                return end;
            }
            return run.end;
        }
    }
    let end = if has_head(context, run) { run.end } else { boundary(context, run.clone()) };
    let run = run.start..end;
    let (entity_type, score) = evidence::judge(context, &run, false);
    if score >= evidence::THRESHOLD {
        spans.push(ScoredSpan { tokens: run, entity_type, score });
    }
    end
}

/// Returns the token after the title at the front: "Prime Minister", "Secretary of State", "Dr.".
fn after_title(context: &RuleContext<'_>, run: &Range<usize>) -> usize {
    let (mut index, mut last_title) = (run.start, run.start);
    while index < run.end {
        let classes = context.document.classes(index);
        if classes.any(Classes::TITLE) {
            last_title = index + 1;
        } else if !classes.any(Classes::TITLE_MODIFIER) {
            break;
        }
        index += 1;
    }
    // "Secretary of State Jane Doe": the run begins after the "of".
    let behind_of = run.start >= 2
        && context.document.classes(run.start - 1).any(Classes::ORG_PARTICLE)
        && context.document.classes(run.start - 2).any(Classes::TITLE)
        && context.document.classes(run.start).any(Classes::TITLE_MODIFIER);
    if behind_of { run.start + 1 } else { last_title }
}

/// Returns where another name or title begins inside the run, or else its end.
fn boundary(context: &RuleContext<'_>, run: Range<usize>) -> usize {
    let title = Classes::TITLE | Classes::DETERMINER;
    (run.start + 1..run.end)
        .find(|index| {
            let joined = context
                .document
                .classes(index - 1)
                .any(Classes::PARTICLE | Classes::ORG_PARTICLE | Classes::JOINS_ORG)
                || !context.is_spaced(*index);
            let classes = context.document.classes(*index);
            let office = classes.any(Classes::TITLE_MODIFIER)
                && context.document.classes(index + 1).any(Classes::TITLE)
                && index + 2 < run.end;
            let titled = (classes.any(title) || office) && context.is_capital(*index) && index + 1 < run.end;
            let nationality =
                context.hits.at(*index).is_some_and(|hit| hit.entry.kind == EntryKind::Nationality);
            // "академик РАН А. П. Орлов": initials after an acronym begin a name.
            let acronym = context.document.token(index - 1).is_some_and(|token| token.shape == Shape::Upper)
                && (2..=5).contains(&context.document.text(index - 1).chars().count())
                && !context.document.text(index - 1).contains('.')
                && is_initial(context.document.text(*index));
            !joined && (titled || nationality || acronym)
        })
        .unwrap_or(run.end)
}

/// Reports whether a token is one capital and a stop.
fn is_initial(text: &str) -> bool {
    text.chars().count() == 2 && text.ends_with('.') && text.starts_with(char::is_uppercase)
}
