//! What the whole article says about each name: one name, one type, found everywhere.

use std::collections::HashMap;
use std::ops::Range;

use messages::EntityType;
use text::Shape;

use crate::document::{Casing, Document, Part};
use crate::gazetteer::{Classes, Gazetteer};
use crate::mentions::ScoredSpan;

/// How much of a person's evidence passes on to each word of the name.
const INHERITED: f64 = 0.9;
/// Below this score a name is not looked for elsewhere.
const SURE: f64 = 0.6;

/// The weight of each type for one name.
type Votes = [f64; 4];

const TYPES: [EntityType; 4] = [EntityType::Per, EntityType::Org, EntityType::Loc, EntityType::Misc];

/// Gives every name the type the article as a whole speaks for, and finds sure names again where
/// capitals are no evidence: at the start of a sentence, in headlines.
pub(crate) fn unify(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    mut spans: Vec<ScoredSpan>,
) -> Vec<ScoredSpan> {
    let votes = votes(document, &spans);
    for span in &mut spans {
        leave_number_out(document, &votes, span);
        let name = document.name(&span.tokens);
        // A name of the tables is what it is, unless the rules had reason to differ.
        let listed = gazetteer.entry(&name).is_some() && span.score >= 0.85;
        if let Some((winner, share)) = votes.get(&name).and_then(winner).filter(|_| !listed)
            && winner != span.entity_type
        {
            span.entity_type = winner;
            span.score = span.score.max(0.5 + 0.4 * share).min(0.9);
        }
    }
    let again = find_again(document, gazetteer, &spans, &votes);
    spans.extend(again);
    spans.sort_by_key(|span| span.tokens.start);
    spans
}

/// "the 14th People's Congress" where the article also speaks of the People's Congress.
fn leave_number_out(document: &Document<'_>, votes: &HashMap<String, Votes>, span: &mut ScoredSpan) {
    let numbered = document.text(span.tokens.start).starts_with(|first: char| first.is_ascii_digit());
    let rest = span.tokens.start + 1..span.tokens.end;
    if numbered && rest.len() > 1 && votes.contains_key(&document.name(&rest)) {
        span.tokens = rest;
    }
}

fn place_of(entity_type: EntityType) -> Option<usize> {
    TYPES.iter().position(|listed| *listed == entity_type)
}

fn votes(document: &Document<'_>, spans: &[ScoredSpan]) -> HashMap<String, Votes> {
    let mut votes: HashMap<String, Votes> = HashMap::new();
    for span in spans {
        let Some(place) = place_of(span.entity_type) else { continue };
        add(&mut votes, document.name(&span.tokens), place, span.score * span.score);
        if span.entity_type == EntityType::Per && span.tokens.len() > 1 {
            for index in words(document, &span.tokens) {
                add(&mut votes, document.name(&(index..index + 1)), place, INHERITED * span.score);
            }
        }
    }
    votes
}

fn add(votes: &mut HashMap<String, Votes>, name: String, place: usize, weight: f64) {
    if let Some(vote) = votes.entry(name).or_default().get_mut(place) {
        *vote += weight;
    }
}

/// The words of a name that may stand for it: capitalised, not an initial.
fn words<'s>(document: &'s Document<'_>, span: &Range<usize>) -> impl Iterator<Item = usize> + 's {
    span.clone().filter(|index| {
        document.token(*index).is_some_and(|token| token.shape != Shape::Lower && token.span.len() > 2)
            && !document.classes(*index).any(Classes::PARTICLE | Classes::FUNCTION)
    })
}

/// The heaviest type and its share; the first listed of equals.
fn winner(votes: &Votes) -> Option<(EntityType, f64)> {
    let total: f64 = votes.iter().sum();
    let mut best: Option<(EntityType, f64)> = None;
    for (weight, entity_type) in votes.iter().zip(TYPES) {
        if *weight > best.map_or(0.0, |(_, weight)| weight) {
            best = Some((entity_type, *weight));
        }
    }
    best.map(|(entity_type, weight)| (entity_type, weight / total))
}

/// Known names in the tokens that no span covers yet.
fn find_again(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    spans: &[ScoredSpan],
    votes: &HashMap<String, Votes>,
) -> Vec<ScoredSpan> {
    let known = known_names(document, gazetteer, spans, votes);
    let mut found = Vec::new();
    let mut covered = spans.iter().peekable();
    let mut index = 0;
    while index < document.tokens.len() {
        if let Some(span) = covered.next_if(|span| span.tokens.start <= index) {
            index = index.max(span.tokens.end);
            continue;
        }
        let limit = covered.peek().map_or(document.tokens.len(), |span| span.tokens.start);
        match known_at(document, &known, index, limit) {
            Some(span) => {
                index = span.tokens.end;
                found.push(span);
            }
            None => index += 1,
        }
    }
    found
}

/// Tokens of the longest name that is looked for again.
const LONGEST: usize = 6;

/// The names to look for, with their type, and how long those that begin with a word may be.
struct Known {
    types: HashMap<String, EntityType>,
    longest: HashMap<String, usize>,
}

fn known_names(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    spans: &[ScoredSpan],
    votes: &HashMap<String, Votes>,
) -> Known {
    let mut known = Known { types: HashMap::new(), longest: HashMap::new() };
    for span in spans.iter().filter(|span| span.score >= SURE && span.tokens.len() <= LONGEST) {
        let mut runs = vec![span.tokens.clone()];
        if span.entity_type == EntityType::Per {
            runs.extend(words(document, &span.tokens).map(|index| index..index + 1));
        }
        runs.extend(without_legal_form(document, span));
        for run in runs {
            let name = document.name(&run);
            let ordinary =
                document.classes(run.start).any(Classes::COMMON | Classes::FUNCTION) && run.len() == 1;
            let other = run.len() == 1 && span.tokens.len() > 1 && gazetteer.entry(&name).is_some();
            if ordinary || other || name.len() < 3 {
                continue;
            }
            let entity_type =
                votes.get(&name).and_then(winner).map_or(span.entity_type, |(winner, _)| winner);
            let longest = known.longest.entry(document.name(&(run.start..run.start + 1))).or_default();
            *longest = run.len().max(*longest);
            known.types.entry(name).or_insert(entity_type);
        }
    }
    known
}

/// "Celtic Crossings" of "Celtic Crossings Ltd."
fn without_legal_form(document: &Document<'_>, span: &ScoredSpan) -> Option<Range<usize>> {
    let last = span.tokens.end.checked_sub(1).filter(|last| *last > span.tokens.start)?;
    let legal = span.entity_type == EntityType::Org && document.classes(last).any(Classes::ORG_SUFFIX);
    legal.then_some(span.tokens.start..last)
}

fn known_at(document: &Document<'_>, known: &Known, index: usize, limit: usize) -> Option<ScoredSpan> {
    let token =
        document.token(index).filter(|token| !matches!(token.shape, Shape::Lower | Shape::Caseless))?;
    let sentence =
        document.sentences.get(token.sentence).filter(|sentence| sentence.part != Part::Dateline)?;
    let upper = sentence.casing == Casing::Upper;
    let recased =
        |run: &Range<usize>| if upper { title_case(&document.name(run)) } else { document.name(run) };
    let longest = *known.longest.get(&recased(&(index..index + 1)))?;
    (1..=longest).rev().find_map(|length| {
        let run = index..index + length;
        if run.end > limit.min(sentence.tokens.end) {
            return None;
        }
        let entity_type = *known.types.get(&recased(&run))?;
        Some(ScoredSpan { tokens: run, entity_type, score: 0.7 })
    })
}

/// `KIM JONG-UN` as `Kim Jong-Un` is no help; only the first letter of each spaced word stays large.
fn title_case(name: &str) -> String {
    let mut initial = true;
    name.chars()
        .flat_map(|character| {
            let large = initial;
            initial = character == ' ';
            let lower = (!large).then(|| character.to_lowercase());
            lower.into_iter().flatten().chain(large.then_some(character))
        })
        .collect()
}
