//! Full names and the surnames or given names that stand for them later.
//!
//! A bare name goes to a full name that has it as its family name, or failing that as its given name or another part of it:
//!
//! 0. to one whose titles, roles and sex fit what stands in front of it best: "Mrs. Keller", "Mayor Keller";
//! 1. never to one in the same sentence before it, where another is left: who has just been named in
//!    full is not named by the surname in the same breath;
//! 2. to the one named in full earlier in the same paragraph, the latest of these;
//! 3. else to the one named in full most often in the article;
//! 4. of equals, to the one introduced first.
//!
//! Two different full names are never joined, except where one only adds names in the middle, shortens the first to
//! its initial, or writes the family name first.

use std::collections::{BTreeMap, HashMap};

use messages::EntityType;

use super::descriptions::{Description, descriptions, in_front};
use super::{CANDIDATES, Group, Grouping};
use crate::document::Document;
use crate::gazetteer::{Classes, Gazetteer};
use crate::mentions::ScoredSpan;

/// Joins the groups of persons, then sends each bare mention to its full name.
pub(super) fn join(
    grouping: &mut Grouping<'_>,
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    names: &[ScoredSpan],
) {
    join_full_names(grouping, gazetteer);
    let index = Index::new(grouping, gazetteer);
    let described = descriptions(grouping, document, names);
    let where_named = Introductions::new(grouping, document, names);
    let mut chosen_for = Vec::new();
    for (mention, span) in names.iter().enumerate() {
        let group = grouping.of_mention.get(mention).copied().unwrap_or_default();
        let Some(bare) = grouping.groups.get(group).filter(|group| group.entity_type == EntityType::Per)
        else {
            continue;
        };
        let Some(candidates) = index.candidates(bare) else { continue };
        let mut asked = Description::default();
        in_front(document, span.tokens.start, &mut asked);
        let fit = |candidate: &usize| described.get(candidate).map_or(0, |person| asked.fit(person));
        let best = candidates.iter().map(fit).max().unwrap_or_default();
        let fitting: Vec<usize> =
            candidates.iter().copied().filter(|candidate| fit(candidate) == best).collect();
        chosen_for.extend(
            where_named.choose(&fitting, document, span.tokens.start).map(|chosen| (mention, chosen)),
        );
    }
    for (mention, chosen) in chosen_for {
        if let Some(of) = grouping.of_mention.get_mut(mention) {
            *of = chosen;
        }
    }
}

/// Joins "Barack Hussein Obama" with "Barack Obama", "J. Keller" with "John Keller", "Sato Kenji" with "Kenji Sato".
fn join_full_names(grouping: &mut Grouping<'_>, gazetteer: &Gazetteer) {
    let mut by_last: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut by_words: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut joins = Vec::new();
    for (index, group) in grouping.groups.iter().enumerate() {
        let words: Vec<&str> = group.words().collect();
        if group.entity_type != EntityType::Per || words.len() < 2 {
            continue;
        }
        let listed = by_last.entry(words.last().copied().unwrap_or_default().to_owned()).or_default();
        if listed.len() < CANDIDATES {
            listed.push(index);
        }
        let either_first = words.iter().any(|word| gazetteer.classes(word).any(Classes::FAMILY_FIRST));
        if words.len() == 2 && either_first {
            let mut sorted: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            sorted.sort_unstable();
            let known = *by_words.entry(sorted).or_insert(index);
            joins.push((known, index));
        }
    }
    for same_last in by_last.into_values() {
        for (place, index) in same_last.iter().enumerate().skip(1) {
            let agrees = |other: &&usize| {
                let (one, other) = (grouping.groups.get(**other), grouping.groups.get(*index));
                one.zip(other).is_some_and(|(one, other)| agree(one, other))
            };
            let mut earlier = same_last.iter().take(place).filter(agrees);
            // "J. Keller" beside John and James is nobody's.
            if let (Some(first), None) = (earlier.next(), earlier.next()) {
                joins.push((*first, *index));
            } else if let Some(same) =
                same_last.iter().take(place).find(|other| same_ends(grouping, **other, *index))
            {
                joins.push((*same, *index));
            }
        }
    }
    for (first, other) in joins {
        grouping.join(first, other);
    }
}

/// Whether two full names of one last word can be one person's: first names equal or one the other's initial, and
/// names in the middle the same where both have some.
fn agree(one: &Group<'_>, other: &Group<'_>) -> bool {
    let words = |group: &Group<'_>| group.words().map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (words(one), words(other));
    let stands_for =
        |short: &str, long: &str| short == long || (short.chars().count() == 1 && long.starts_with(short));
    let either = |one: &str, other: &str| stands_for(one, other) || stands_for(other, one);
    let (Some(first), Some(second)) = (one.first(), other.first()) else { return false };
    let middle = |words: &[String]| words.get(1..words.len() - 1).unwrap_or_default().to_vec();
    let (inner, inner_of_other) = (middle(&one), middle(&other));
    let middles = inner.is_empty()
        || inner_of_other.is_empty()
        || (inner.len() == inner_of_other.len()
            && inner.iter().zip(&inner_of_other).all(|(one, other)| either(one, other)));
    either(first, second) && middles
}

fn same_ends(grouping: &Grouping<'_>, one: usize, other: usize) -> bool {
    let (one, other) = (grouping.groups.get(one), grouping.groups.get(other));
    let first = |group: &Group<'_>| group.words().next().map(str::to_owned);
    one.zip(other).is_some_and(|(one, other)| first(one) == first(other) && agree(one, other))
}

/// Endings of names that are no part of the family's.
const GENERATIONS: [&str; 7] = ["jr", "sr", "ii", "iii", "iv", "filho", "junior"];

/// Full names by what may stand for them.
#[derive(Debug, Default)]
struct Index {
    families: HashMap<String, Vec<usize>>,
    givens: HashMap<String, Vec<usize>>,
    /// "von der Leyen" of "Ursula von der Leyen", "Sánchez" of "Pedro Sánchez Pérez".
    parts: HashMap<String, Vec<usize>>,
}

impl Index {
    fn new(grouping: &Grouping<'_>, gazetteer: &Gazetteer) -> Self {
        let mut index = Self::default();
        let add = |map: &mut HashMap<String, Vec<usize>>, words: &[&str], group: usize| {
            let listed = map.entry(words.join(" ")).or_default();
            if listed.len() < CANDIDATES && !listed.contains(&group) {
                listed.push(group);
            }
        };
        for (place, group) in grouping.groups.iter().enumerate() {
            let mut words: Vec<&str> = group.name.split(' ').collect();
            while words.len() > 2 && words.last().is_some_and(|last| GENERATIONS.contains(last)) {
                words.pop();
            }
            let (EntityType::Per, [first, inner @ .., last]) = (group.entity_type, words.as_slice()) else {
                continue;
            };
            let root = grouping.root(place);
            let family_first = gazetteer.classes(first).any(Classes::FAMILY_FIRST);
            let (family, given) = if family_first { (first, last) } else { (last, first) };
            add(&mut index.families, &[family], root);
            add(&mut index.givens, &[given], root);
            if let Some(bare) = ["el-", "al-"].iter().find_map(|article| family.strip_prefix(article)) {
                add(&mut index.families, &[bare], root);
            }
            for (number, name) in inner.iter().enumerate().take(LONGEST) {
                let rest = words.get(number + 1..).unwrap_or_default();
                add(&mut index.parts, rest, root);
                add(&mut index.parts, words.get(..number + 2).unwrap_or_default(), root);
                if name.chars().count() > 2 && !gazetteer.classes(name).any(Classes::PARTICLE) {
                    add(&mut index.parts, &[name], root);
                }
            }
        }
        index
    }

    /// Whom a name may stand for: by family name, else by given name, else by a part of the name. A full name stands for itself.
    fn candidates(&self, bare: &Group<'_>) -> Option<&[usize]> {
        let maps = [&self.families, &self.givens, &self.parts];
        let bare_words = bare.name.contains(' ');
        let maps = if bare_words { maps.get(2..) } else { maps.get(..) };
        maps.unwrap_or_default().iter().find_map(|map| map.get(&bare.name)).map(Vec::as_slice)
    }
}

/// Words inside a name that may stand for it.
const LONGEST: usize = 6;

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
