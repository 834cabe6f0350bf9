//! Full names and the surnames or given names that stand for them later.
//!
//! A bare name goes to a full name that has it as its family name, or failing that as its given name:
//!
//! 1. never to one in the same sentence before it, where another is left: who has just been named in
//!    full is not named by the surname in the same breath;
//! 2. to the one named in full earlier in the same paragraph, the latest of these;
//! 3. else to the one named in full most often in the article;
//! 4. of equals, to the one introduced first.
//!
//! Two different full names are never joined, except where one only adds names in the middle.

use std::collections::HashMap;

use messages::EntityType;

use super::Grouping;
use crate::document::Document;
use crate::gazetteer::{Classes, Gazetteer};
use crate::mentions::ScoredSpan;

/// Full names that a bare name is tried against; keeps articles that list thousands of one surname linear.
const CANDIDATES: usize = 16;

/// Joins the groups of persons, then sends each bare mention to its full name.
pub(super) fn join(
    grouping: &mut Grouping<'_>,
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    names: &[ScoredSpan],
) {
    join_full_names(grouping);
    let (families, givens) = index(grouping, gazetteer);
    let where_named = Introductions::new(grouping, document, names);
    for (mention, span) in names.iter().enumerate() {
        let group = grouping.of_mention.get(mention).copied().unwrap_or_default();
        let Some(bare) = grouping.groups.get(group) else { continue };
        if bare.entity_type != EntityType::Per || bare.name.contains(' ') {
            continue;
        }
        let candidates = families.get(&bare.name).or_else(|| givens.get(&bare.name));
        let Some(candidates) = candidates else { continue };
        let chosen = where_named.choose(candidates, document, span.tokens.start);
        if let (Some(chosen), Some(of)) = (chosen, grouping.of_mention.get_mut(mention)) {
            *of = chosen;
        }
    }
}

/// "Barack Hussein Obama" with "Barack Obama"; the two must share first and last word.
fn join_full_names(grouping: &mut Grouping<'_>) {
    let mut by_ends: HashMap<(String, String), Vec<usize>> = HashMap::new();
    for (index, group) in grouping.groups.iter().enumerate() {
        let words: Vec<&str> = group.words().collect();
        if let (EntityType::Per, [first, .., last]) = (group.entity_type, words.as_slice()) {
            by_ends.entry(((*first).to_owned(), (*last).to_owned())).or_default().push(index);
        }
    }
    let mut joins = Vec::new();
    for same_ends in by_ends.into_values() {
        let Some(first) = same_ends.first().copied() else { continue };
        let middle = |index: usize| {
            let words: Vec<&str> =
                grouping.groups.get(index).map(|group| group.words().collect()).unwrap_or_default();
            words.get(1..words.len() - 1).unwrap_or_default().join(" ")
        };
        let first_middle = middle(first);
        for other in same_ends.into_iter().skip(1) {
            let other_middle = middle(other);
            if first_middle.is_empty() || other_middle.is_empty() || first_middle == other_middle {
                joins.push((first, other));
            }
        }
    }
    // The map's order is not fixed; the joins' order must be.
    joins.sort_unstable();
    for (first, other) in joins {
        grouping.join(first, other);
    }
}

type Index = HashMap<String, Vec<usize>>;

/// Full names by family name and by given name.
fn index(grouping: &Grouping<'_>, gazetteer: &Gazetteer) -> (Index, Index) {
    let (mut families, mut givens): (Index, Index) = (HashMap::new(), HashMap::new());
    let add = |index: &mut Index, word: &str, group: usize| {
        let listed = index.entry(word.to_owned()).or_default();
        if listed.len() < CANDIDATES && !listed.contains(&group) {
            listed.push(group);
        }
    };
    for (place, group) in grouping.groups.iter().enumerate() {
        let words: Vec<&str> = group.name.split(' ').collect();
        let (EntityType::Per, [first, .., last]) = (group.entity_type, words.as_slice()) else { continue };
        let root = grouping.root(place);
        let family_first = gazetteer.classes(first).any(Classes::FAMILY_FIRST);
        add(&mut families, if family_first { first } else { last }, root);
        add(&mut givens, if family_first { last } else { first }, root);
    }
    (families, givens)
}

/// Where each person is named in full: first token of each mention, in order.
struct Introductions {
    starts: HashMap<usize, Vec<usize>>,
}

impl Introductions {
    fn new(grouping: &Grouping<'_>, document: &Document<'_>, names: &[ScoredSpan]) -> Self {
        let mut starts: HashMap<usize, Vec<usize>> = HashMap::new();
        for (mention, span) in names.iter().enumerate() {
            let full = span.entity_type == EntityType::Per && document.name(&span.tokens).contains(' ');
            if let Some(group) = grouping.of_mention.get(mention).filter(|_| full) {
                starts.entry(grouping.root(*group)).or_default().push(span.tokens.start);
            }
        }
        Self { starts }
    }

    fn choose(&self, candidates: &[usize], document: &Document<'_>, bare: usize) -> Option<usize> {
        let block =
            |token: usize| document.sentence_of(token).map(|sentence| (sentence.field, sentence.block));
        let sentence = |token: usize| document.token(token).map(|token| token.sentence);
        // Latest introduction in front of the bare name, if any.
        let latest = |candidate: usize| {
            let starts = self.starts.get(&candidate)?;
            starts.get(starts.partition_point(|start| *start < bare).checked_sub(1)?).copied()
        };
        let same_breath =
            |candidate: &&usize| latest(**candidate).is_some_and(|start| sentence(start) == sentence(bare));
        let others: Vec<usize> =
            candidates.iter().filter(|candidate| !same_breath(candidate)).copied().collect();
        let candidates = if others.is_empty() { candidates } else { &others };
        let nearby = candidates
            .iter()
            .filter_map(|candidate| Some((latest(*candidate)?, *candidate)))
            .filter(|(start, _)| block(*start) == block(bare))
            .max();
        if let Some((_, candidate)) = nearby {
            return Some(candidate);
        }
        let count = |candidate: &usize| self.starts.get(candidate).map_or(0, Vec::len);
        // `max_by_key` keeps the last of equals, so look from the end.
        candidates.iter().rev().max_by_key(|candidate| count(candidate)).copied()
    }
}
