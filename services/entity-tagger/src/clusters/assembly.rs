//! Assembles the entities: their mentions, fullest name, type and links.

use std::collections::HashMap;

use messages::EntityType;

use super::grouping::{Group, Grouping};
use super::links::Links;
use super::place_context::Context;
use super::regions::Regions;
use super::{inflected, links, namesakes, organisations, persons};
use crate::document::{Casing, Document, Placement};
use crate::gazetteer::{Classes, Entry, Gazetteer, is_state_and_country};
use crate::mentions::ScoredSpan;

/// Mentions of one entity.
#[derive(Debug, Clone)]
pub struct Cluster {
    /// Its fullest name in the article.
    pub name: String,
    /// Its type.
    pub entity_type: EntityType,
    /// Indexes of its mentions, in order.
    pub mentions: Vec<usize>,
    /// Its ids in other data sets.
    pub links: Links,
}

/// Groups names, given in reading order, into entities in the order of their first mention.
pub fn clusters(document: &Document<'_>, gazetteer: &Gazetteer, names: &[ScoredSpan]) -> Vec<Cluster> {
    let mut grouping = Grouping::new(document, gazetteer, names);
    join_equal_names(&mut grouping);
    namesakes::split(&mut grouping, document, gazetteer, names);
    organisations::join(&mut grouping, document, gazetteer, names);
    inflected::join(&mut grouping, document.profile.declension);
    inflected::join_persons(&mut grouping, document.profile.declension);
    persons::join(&mut grouping, document, gazetteer, names);
    let regions = Regions::of(&grouping, document, gazetteer, names);
    let mut places: HashMap<usize, usize> = HashMap::new();
    let mut members: Vec<(Vec<usize>, Option<&Group<'_>>)> = Vec::new();
    for (mention, group) in grouping.group_of.iter().enumerate() {
        let root = grouping.root(*group);
        let place = *places.entry(root).or_insert_with(|| {
            members.push((Vec::new(), grouping.groups.get(root)));
            members.len() - 1
        });
        if let Some((mentions, _)) = members.get_mut(place) {
            mentions.push(mention);
        }
    }
    let cluster = |(mentions, group): (Vec<usize>, Option<&Group<'_>>)| {
        let entry = group.and_then(|group| group.entry);
        let (name, entity_type) = name_of(document, names, &mentions, entry);
        let links = if entry.is_some() || entity_type == EntityType::Loc {
            let context = context(document, gazetteer, names, &mentions, group, &regions);
            links::links(gazetteer, &name, entity_type == EntityType::Loc, entry, &context)
        } else {
            Links::default()
        };
        Cluster { name, entity_type, mentions, links }
    };
    members.into_iter().map(cluster).collect()
}

/// Returns what the article says about a place in addition to its name.
fn context<'c>(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    names: &[ScoredSpan],
    mentions: &[usize],
    group: Option<&Group<'_>>,
    regions: &'c Regions<'c>,
) -> Context<'c> {
    let spans = || mentions.iter().filter_map(|mention| names.get(*mention));
    let has_article = |span: &ScoredSpan| {
        let before = span.tokens.start.checked_sub(1);
        before.is_some_and(|before| document.classes(before).any(Classes::DETERMINER))
    };
    let stands_as_place = |span: &ScoredSpan| {
        let placement = document.sentence_of(span.tokens.start).map(|sentence| sentence.placement);
        let before = span.tokens.start.checked_sub(1);
        placement == Some(Placement::Dateline)
            || before.is_some_and(|before| {
                let (word, profile) = (document.text(before).to_lowercase(), document.profile);
                document.classes(before).any(Classes::PLACE_BEFORE)
                    || profile.office_joints.iter().chain(profile.locatives).any(|known| *known == word)
            })
    };
    Context {
        regions,
        profile: document.profile,
        qualifier: mentions
            .iter()
            .find_map(|mention| namesakes::qualifier(document, gazetteer, names, *mention)),
        bracketed: spans().find_map(|span| bracketed(document, span)),
        adjective: spans().find_map(|span| namesakes::adjective(document, span)),
        is_state_and_country: group.is_some_and(|group| is_state_and_country(&group.name)),
        names_people: spans().any(|span| span.entity_type == EntityType::Misc),
        stands_as_place: spans().any(stands_as_place),
        has_article: spans().any(has_article),
    }
}

/// Returns the word in brackets after a name.
fn bracketed(document: &Document<'_>, span: &ScoredSpan) -> Option<String> {
    let [open, word, close] = [0, 1, 2].map(|place| document.text(span.tokens.end + place));
    (open == "(" && close == ")").then(|| word.to_owned())
}

/// Joins a place or organisation of the tables with its name in another spelling: "São Tomé" and "Sao Tome".
fn join_equal_names(grouping: &mut Grouping<'_>) {
    let mut first: HashMap<(String, EntityType), usize> = HashMap::new();
    let mut joins = Vec::new();
    for (index, group) in grouping.groups.iter().enumerate() {
        if matches!(group.entity_type, EntityType::Loc | EntityType::Org) {
            joins.push((*first.entry((group.name.clone(), group.entity_type)).or_insert(index), index));
        }
    }
    for (first, index) in joins {
        grouping.join(first, index);
    }
}

/// What makes one mention a better name than another: no nationality, more words, a form as it is written, more bytes.
type Rank = (bool, usize, bool, usize);

/// Returns the longest name and its type. On a tie the first one wins, and a country's name comes before its
/// people's.
fn name_of(
    document: &Document<'_>,
    names: &[ScoredSpan],
    mentions: &[usize],
    entry: Option<&Entry>,
) -> (String, EntityType) {
    let mut best: Option<(Rank, &ScoredSpan)> = None;
    for span in mentions.iter().filter_map(|mention| names.get(*mention)) {
        let length = document.locate(&span.tokens).map_or(0, |(_, span)| span.len());
        // A headline in capitals has no name as it is written.
        let casing = document.sentence_of(span.tokens.start).map(|sentence| sentence.casing);
        let is_written = casing != Some(Casing::Upper);
        let rank = (span.entity_type != EntityType::Misc, span.tokens.len(), is_written, length);
        if best.is_none_or(|(known, _)| rank > known) {
            best = Some((rank, span));
        }
    }
    let Some((_, span)) = best else { return (String::new(), EntityType::Misc) };
    let surface = document.locate(&span.tokens).map_or("", |(field, span)| span.of(document.field(field)));
    let is_upper = surface.chars().count() > 4 && !surface.chars().any(char::is_lowercase);
    let cased = surface.chars().any(char::is_uppercase);
    let name = match entry {
        // A dateline is in capitals: the name of "SEOUL" is Seoul.
        Some(entry) if is_upper && cased && entry.kind.is_place() => entry.name.to_owned(),
        _ => surface.split_whitespace().collect::<Vec<_>>().join(" "),
    };
    (name, span.entity_type)
}
