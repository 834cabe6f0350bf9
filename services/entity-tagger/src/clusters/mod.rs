//! Which mentions refer to the same entity.
//!
//! Names that are equal but for case, apostrophes, stops and marks on letters are one group; groups are then joined by
//! what kind of name they are: entries of the gazetteer by their key, persons in `persons`, organisations in `organisations`, case forms in
//! `inflected`; `namesakes` tells places of one name apart.

mod descriptions;
mod inflected;
mod links;
mod namesakes;
mod naming;
mod organisations;
mod persons;

use std::collections::HashMap;

use messages::EntityType;

use crate::document::Document;
use crate::gazetteer::{Entry, Gazetteer};
use crate::mentions::ScoredSpan;

pub(crate) use links::is_state;
pub use naming::{Cluster, clusters};

/// Full names that a short one is tried against; keeps articles linear that list thousands of one head or surname.
const CANDIDATES: usize = 16;

/// Mentions of one name.
#[derive(Debug)]
struct Group<'g> {
    /// The name, normalised, in lower case and without marks on its letters.
    name: String,
    entity_type: EntityType,
    /// Indexes of its mentions, in order.
    mentions: Vec<usize>,
    entry: Option<&'g Entry>,
    /// Its capitals in lower case, of a name of one word with two or more: "bea" of `BEA`, "adb" of `AfDB`.
    acronym: Option<String>,
}

impl Group<'_> {
    /// The words of the name; hyphens divide, so that `Jong-un` and `Jong Un` are the same.
    fn words(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.name.split([' ', '-']).filter(|word| !word.is_empty())
    }
}

/// For each mention the group it belongs to; groups may have been joined into others.
#[derive(Debug)]
struct Grouping<'g> {
    groups: Vec<Group<'g>>,
    /// The group each mention belongs to.
    of_mention: Vec<usize>,
    /// The group each group was joined into; itself where it was not.
    into: Vec<usize>,
}

impl<'g> Grouping<'g> {
    fn new(document: &Document<'_>, gazetteer: &'g Gazetteer, names: &[ScoredSpan]) -> Self {
        let mut grouping = Self { groups: Vec::new(), of_mention: Vec::new(), into: Vec::new() };
        let mut places: HashMap<(String, EntityType), usize> = HashMap::new();
        for (mention, span) in names.iter().enumerate() {
            let surface = document.name(&span.tokens);
            let entry = entry(gazetteer, &surface, span.entity_type);
            let name = comparable(&surface, span.entity_type);
            // Nationality and country share their entry, whatever their types.
            let key = match entry {
                Some(entry) => (format!("\u{0}{}", entry.key), EntityType::Other),
                None => (name.clone(), span.entity_type),
            };
            let place = *places.entry(key).or_insert_with(|| {
                let entity_type = span.entity_type;
                let acronym = acronym(&surface);
                grouping.groups.push(Group { name, entity_type, mentions: Vec::new(), entry, acronym });
                grouping.into.push(grouping.into.len());
                grouping.groups.len() - 1
            });
            if let Some(group) = grouping.groups.get_mut(place) {
                group.mentions.push(mention);
            }
            grouping.of_mention.push(place);
        }
        grouping
    }

    fn join(&mut self, group: usize, other: usize) {
        let (group, other) = (self.root(group), self.root(other));
        // The group introduced first stays.
        let (first, later) = (group.min(other), group.max(other));
        if let Some(into) = self.into.get_mut(later) {
            *into = first;
        }
    }

    /// Joins always point to an earlier group, so this ends.
    fn root(&self, group: usize) -> usize {
        let mut root = group;
        while let Some(next) = self.into.get(root).copied().filter(|next| *next < root) {
            root = next;
        }
        root
    }
}

/// The entry that a name of this type stands for.
fn entry<'g>(gazetteer: &'g Gazetteer, name: &str, entity_type: EntityType) -> Option<&'g Entry> {
    let plain = without_article(name);
    let found = gazetteer.entry(name).or_else(|| gazetteer.entry(plain));
    let found = found.or_else(|| gazetteer.entry(&title_case(plain)));
    let found = found.or_else(|| gazetteer.entry(plain.strip_suffix('s')?))?;
    let fits = match entity_type {
        EntityType::Loc => found.kind.is_place(),
        EntityType::Org => found.kind.is_organisation(),
        EntityType::Misc => found.kind == crate::gazetteer::EntryKind::Nationality,
        _ => false,
    };
    fits.then_some(found)
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name)
}

fn comparable(name: &str, entity_type: EntityType) -> String {
    let name = if entity_type == EntityType::Org { without_article(name) } else { name };
    crate::folding::folded(name)
}

fn acronym(surface: &str) -> Option<String> {
    let capitals: String = surface.chars().filter(|character| character.is_uppercase()).collect();
    (capitals.chars().count() >= 2 && !surface.contains(' ')).then(|| capitals.to_lowercase())
}

fn title_case(name: &str) -> String {
    let mut words = Vec::new();
    for word in name.split(' ') {
        let mut characters = word.chars();
        let first = characters.next();
        words.push(first.into_iter().chain(characters.flat_map(char::to_lowercase)).collect::<String>());
    }
    words.join(" ")
}
