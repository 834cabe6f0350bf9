//! Places of one name told apart by what stands behind their comma: "London, Ontario" and "London, England".

use messages::EntityType;

use super::{Group, Grouping};
use crate::document::Document;
use crate::gazetteer::{EntryKind, Gazetteer};
use crate::mentions::ScoredSpan;

/// Splits a place that the article puts in two countries or states; a bare mention goes with the one named last before it.
pub(super) fn split(
    grouping: &mut Grouping<'_>,
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    names: &[ScoredSpan],
) {
    let qualifiers: Vec<Option<String>> =
        (0..names.len()).map(|mention| qualifier(document, gazetteer, names, mention)).collect();
    for index in 0..grouping.groups.len() {
        let Some(group) = grouping.groups.get(index).filter(|group| group.entity_type == EntityType::Loc)
        else {
            continue;
        };
        let of = |mention: &usize| qualifiers.get(*mention).and_then(Option::as_deref);
        let mut kinds: Vec<&str> = Vec::new();
        for qualifier in group.mentions.iter().filter_map(of) {
            if !kinds.contains(&qualifier) && kinds.len() < 4 {
                kinds.push(qualifier);
            }
        }
        if kinds.len() < 2 {
            continue;
        }
        let first = grouping.groups.len();
        let (name, entry) = (group.name.clone(), group.entry);
        let mut current = 0;
        let mut parts: Vec<Vec<usize>> = vec![Vec::new(); kinds.len()];
        for mention in &group.mentions {
            let own = of(mention).and_then(|qualifier| kinds.iter().position(|kind| *kind == qualifier));
            current = own.unwrap_or(current);
            if let Some(part) = parts.get_mut(current) {
                part.push(*mention);
            }
        }
        // Only where the qualifier is the entry's country is it known which one is meant.
        let entries: Vec<_> = kinds
            .iter()
            .map(|kind| {
                entry.filter(|entry| {
                    entry.country.is_some()
                        && gazetteer.entry(kind).and_then(|of| of.country) == entry.country
                })
            })
            .collect();
        for (number, (mentions, entry)) in parts.into_iter().zip(entries).enumerate() {
            for mention in &mentions {
                if let Some(of) = grouping.of_mention.get_mut(*mention) {
                    *of = first + number;
                }
            }
            grouping.into.push(first + number);
            grouping.groups.push(Group {
                name: name.clone(),
                entity_type: EntityType::Loc,
                mentions,
                entry,
                acronym: None,
            });
        }
    }
}

/// The country, state or region behind the comma of a place that is none itself.
pub(super) fn qualifier(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    names: &[ScoredSpan],
    mention: usize,
) -> Option<String> {
    let (place, behind) = (names.get(mention)?, names.get(mention + 1)?);
    let beside = document.text(place.tokens.end) == "," && behind.tokens.start == place.tokens.end + 1;
    let both = [place, behind].iter().all(|span| span.entity_type == EntityType::Loc);
    let name = document.name(&behind.tokens);
    let region = super::links::is_state(&name)
        || gazetteer
            .entry(&name)
            .is_some_and(|entry| matches!(entry.kind, EntryKind::Country | EntryKind::Place));
    (beside && both && region).then_some(name)
}
