//! Joins full names of persons with the surnames or given names that stand for them.
//!
//! A bare name joins a full name that contains it: as the family name, or else as the given name, or else as
//! another part. Of several full names, these rules choose one, in this order:
//!
//! 1. Prefer the person whose titles, roles and gender fit the words before the bare name best: "Mrs.
//!    Keller", "Mayor Keller".
//! 2. Avoid a person named in full earlier in the same sentence. A writer would not repeat the surname so
//!    soon.
//! 3. Prefer the person named in full last in the same paragraph.
//! 4. Prefer the person named in full most often in the article.
//! 5. Prefer the person named first.
//!
//! Two different full names join only if one adds middle names, shortens the first name to its initial, or
//! puts the family name first.

use std::collections::{BTreeMap, HashMap};

use messages::EntityType;

use super::descriptions::{Description, descriptions, read_before};
use super::grouping::{CANDIDATES, Group, Grouping};
use super::inflected::personal_stem;
use crate::document::Document;
use crate::gazetteer::{Classes, Gazetteer};
use crate::languages::Declension;
use crate::languages::common::{FAMILY_ARTICLES, GENERATIONS};
use crate::mentions::ScoredSpan;

/// Joins the groups of full names, then each bare mention with its full name.
pub(super) fn join(
    grouping: &mut Grouping<'_>,
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    names: &[ScoredSpan],
) {
    join_full_names(grouping, gazetteer);
    let index = Index::new(grouping, gazetteer, document.profile.declension);
    let described = descriptions(grouping, document, names);
    let where_named = Introductions::new(grouping, document, names);
    let mut chosen_for = Vec::new();
    for (mention, span) in names.iter().enumerate() {
        let group = grouping.group_of.get(mention).copied().unwrap_or_default();
        let Some(bare) = grouping.groups.get(group).filter(|group| group.entity_type == EntityType::Per)
        else {
            continue;
        };
        let Some(candidates) = index.candidates(bare) else { continue };
        let mut described_as = Description::default();
        read_before(document, span.tokens.start, &mut described_as);
        let fit = |candidate: &usize| described.get(candidate).map_or(0, |person| described_as.fit(person));
        let best = candidates.iter().map(fit).max().unwrap_or_default();
        let fitting: Vec<usize> =
            candidates.iter().copied().filter(|candidate| fit(candidate) == best).collect();
        chosen_for.extend(
            where_named.choose(&fitting, document, span.tokens.start).map(|chosen| (mention, chosen)),
        );
    }
    for (mention, chosen) in chosen_for {
        if let Some(of) = grouping.group_of.get_mut(mention) {
            *of = chosen;
        }
    }
}

/// Joins "Barack Hussein Obama" with "Barack Obama", "J. Keller" with "John Keller", "Sato Kenji" with "Kenji
/// Sato".
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
        // Western media turn "Sato Kenji" around, so both orders of two words are one person.
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
            // "J. Keller" may be John or James Keller, so it joins neither.
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

/// Reports whether two full names with one last word can be one person's: the first names are equal or one is
/// the other's initial, and the middle names agree if both have some.
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

/// Reports whether two full names agree and also have the same first name in full.
fn same_ends(grouping: &Grouping<'_>, one: usize, other: usize) -> bool {
    let (one, other) = (grouping.groups.get(one), grouping.groups.get(other));
    let first = |group: &Group<'_>| group.words().next().map(str::to_owned);
    one.zip(other).is_some_and(|(one, other)| first(one) == first(other) && agree(one, other))
}

/// Full names by the bare names that may stand for them.
#[derive(Debug, Default)]
struct Index {
    families: HashMap<String, Vec<usize>>,
    givens: HashMap<String, Vec<usize>>,
    /// "von der Leyen" of "Ursula von der Leyen", "Sánchez" of "Pedro Sánchez Pérez".
    parts: HashMap<String, Vec<usize>>,
    /// Family names without their case ending, in languages where names have cases.
    stems: HashMap<String, Vec<usize>>,
}

impl Index {
    fn new(grouping: &Grouping<'_>, gazetteer: &Gazetteer, declension: Declension) -> Self {
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
            if matches!(declension, Declension::Endings(_)) {
                add(&mut index.stems, &[personal_stem(family)], root);
            }
            if let Some(bare) = FAMILY_ARTICLES.iter().find_map(|article| family.strip_prefix(*article)) {
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

    /// Returns whom a bare name may stand for: by family name, or else by given name, or else by a part of
    /// the name. A full name stands for itself.
    fn candidates(&self, bare: &Group<'_>) -> Option<&[usize]> {
        let maps = [&self.families, &self.givens, &self.parts];
        let bare_words = bare.name.contains(' ');
        let maps = if bare_words { maps.get(2..) } else { maps.get(..) };
        let found = maps.unwrap_or_default().iter().find_map(|map| map.get(&bare.name));
        let stem = || self.stems.get(personal_stem(&bare.name)).filter(|_| !bare_words);
        found.or_else(stem).map(Vec::as_slice)
    }
}

/// Words inside a name that are indexed. It bounds the work on very long names.
const LONGEST: usize = 6;

/// Where each person is named in full: the first token of each mention, in order.
struct Introductions {
    starts: HashMap<usize, Vec<usize>>,
}

impl Introductions {
    fn new(grouping: &Grouping<'_>, document: &Document<'_>, names: &[ScoredSpan]) -> Self {
        let mut starts: HashMap<usize, Vec<usize>> = HashMap::new();
        for (mention, span) in names.iter().enumerate() {
            let full = span.entity_type == EntityType::Per && document.name(&span.tokens).contains(' ');
            if let Some(group) = grouping.group_of.get(mention).filter(|_| full) {
                starts.entry(grouping.root(*group)).or_default().push(span.tokens.start);
            }
        }
        Self { starts }
    }

    /// Chooses one of several persons for a bare name, by rules 2 to 5.
    fn choose(&self, candidates: &[usize], document: &Document<'_>, bare: usize) -> Option<usize> {
        let block =
            |token: usize| document.sentence_of(token).map(|sentence| (sentence.field, sentence.block));
        let sentence = |token: usize| document.token(token).map(|token| token.sentence);
        // The last full name before the bare name, if there is one.
        let latest = |candidate: usize| {
            let starts = self.starts.get(&candidate)?;
            starts.get(starts.partition_point(|start| *start < bare).checked_sub(1)?).copied()
        };
        let same_sentence =
            |candidate: &&usize| latest(**candidate).is_some_and(|start| sentence(start) == sentence(bare));
        let others: Vec<usize> =
            candidates.iter().filter(|candidate| !same_sentence(candidate)).copied().collect();
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
        // `max_by_key` keeps the last one on a tie, so look from the end.
        candidates.iter().rev().max_by_key(|candidate| count(candidate)).copied()
    }
}
