//! Groups of mentions with the same name, which the rules join further.

use std::collections::HashMap;

use messages::EntityType;

use crate::document::Document;
use crate::gazetteer::{Entry, EntryKind, Gazetteer};
use crate::languages::Profile;
use crate::mentions::ScoredSpan;
use crate::name_forms::{folded, title_case};

/// Full names that one short name is compared with. It keeps the work linear in articles that list thousands
/// of names with one head or surname.
pub(super) const CANDIDATES: usize = 16;

/// Mentions of one name.
#[derive(Debug)]
pub(super) struct Group<'g> {
    /// The name, normalized, in lower case and without marks on its letters.
    pub(super) name: String,
    pub(super) entity_type: EntityType,
    /// Indexes of its mentions, in order.
    pub(super) mentions: Vec<usize>,
    /// The entry of the gazetteer that the name stands for.
    pub(super) entry: Option<&'g Entry>,
    /// The capitals of a name of one word with two or more, in lower case: "bea" of `BEA`, "adb" of `AfDB`.
    pub(super) acronym: Option<String>,
}

impl Group<'_> {
    /// Returns the words of the name. Hyphens divide words, so that "Jong-un" equals "Jong Un".
    pub(super) fn words(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.name.split([' ', '-']).filter(|word| !word.is_empty())
    }
}

/// The groups of an article, each perhaps joined into another.
#[derive(Debug)]
pub(super) struct Grouping<'g> {
    pub(super) groups: Vec<Group<'g>>,
    /// The group of each mention.
    pub(super) group_of: Vec<usize>,
    /// The group that each group was joined into, or itself.
    pub(super) joined_into: Vec<usize>,
}

impl<'g> Grouping<'g> {
    pub(super) fn new(document: &Document<'_>, gazetteer: &'g Gazetteer, names: &[ScoredSpan]) -> Self {
        let mut grouping = Self { groups: Vec::new(), group_of: Vec::new(), joined_into: Vec::new() };
        let mut places: HashMap<(String, EntityType), usize> = HashMap::new();
        for (mention, span) in names.iter().enumerate() {
            let surface = document.name(&span.tokens);
            let entry = entry(gazetteer, &surface, span.entity_type, document.profile);
            let name = comparable(&surface, span.entity_type);
            // A nationality and its country share their entry, although their types differ.
            let key = match entry {
                Some(entry) => (format!("\u{0}{}", entry.key), EntityType::Other),
                None => (name.clone(), span.entity_type),
            };
            let place = *places.entry(key).or_insert_with(|| {
                let entity_type = span.entity_type;
                let acronym = acronym(&surface);
                grouping.groups.push(Group { name, entity_type, mentions: Vec::new(), entry, acronym });
                grouping.joined_into.push(grouping.joined_into.len());
                grouping.groups.len() - 1
            });
            if let Some(group) = grouping.groups.get_mut(place) {
                group.mentions.push(mention);
            }
            grouping.group_of.push(place);
        }
        grouping
    }

    /// Joins two groups. The one that the article names first stays.
    pub(super) fn join(&mut self, group: usize, other: usize) {
        let (group, other) = (self.root(group), self.root(other));
        let (first, later) = (group.min(other), group.max(other));
        if let Some(into) = self.joined_into.get_mut(later) {
            *into = first;
        }
    }

    /// Returns the group that a group was joined into in the end.
    pub(super) fn root(&self, group: usize) -> usize {
        // A join always points to an earlier group, so this ends.
        let mut root = group;
        while let Some(next) = self.joined_into.get(root).copied().filter(|next| *next < root) {
            root = next;
        }
        root
    }
}

/// Returns the entry that a name of this type stands for.
fn entry<'g>(
    gazetteer: &'g Gazetteer,
    name: &str,
    entity_type: EntityType,
    profile: &Profile,
) -> Option<&'g Entry> {
    let plain = without_article(name);
    let found = gazetteer.entry(name).or_else(|| gazetteer.entry(plain));
    let found = found.or_else(|| gazetteer.entry(&title_case(plain)));
    // "Frankreichs": a genitive without an apostrophe.
    let found = found.or_else(|| gazetteer.entry(plain.strip_suffix('s')?));
    let is_place = entity_type == EntityType::Loc;
    let found = found.or_else(|| gazetteer.declined_place(plain, profile).filter(|_| is_place))?;
    let fits = match entity_type {
        EntityType::Loc => found.kind.is_place(),
        EntityType::Org => found.kind.is_organisation(),
        EntityType::Misc => found.kind == EntryKind::Nationality,
        _ => false,
    };
    fits.then_some(found)
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name)
}

/// Returns the form in which names of one type are compared.
fn comparable(name: &str, entity_type: EntityType) -> String {
    let name = if entity_type == EntityType::Org { without_article(name) } else { name };
    folded(name)
}

/// Returns the capitals of a name of one word with two or more, in lower case.
fn acronym(surface: &str) -> Option<String> {
    let capitals: String = surface.chars().filter(|character| character.is_uppercase()).collect();
    (capitals.chars().count() >= 2 && !surface.contains(' ')).then(|| capitals.to_lowercase())
}
