//! Separates places of one name by the state or country after their comma: "London, Ontario" and "London,
//! England".

use messages::EntityType;

use super::grouping::{Group, Grouping};
use crate::document::Document;
use crate::gazetteer::{EntryKind, Gazetteer, state_code};
use crate::mentions::ScoredSpan;

/// Splits a place that the article puts in two countries or states. A mention without a comma joins the place
/// that was named last.
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
        let mut regions: Vec<&str> = Vec::new();
        for qualifier in group.mentions.iter().filter_map(of) {
            if !regions.contains(&qualifier) && regions.len() < 4 {
                regions.push(qualifier);
            }
        }
        if regions.len() < 2 {
            continue;
        }
        let first = grouping.groups.len();
        let (name, entry) = (group.name.clone(), group.entry);
        let mut current = 0;
        let mut mentions_in: Vec<Vec<usize>> = vec![Vec::new(); regions.len()];
        for mention in &group.mentions {
            let own =
                of(mention).and_then(|qualifier| regions.iter().position(|region| *region == qualifier));
            current = own.unwrap_or(current);
            if let Some(mentions) = mentions_in.get_mut(current) {
                mentions.push(*mention);
            }
        }
        // The entry is known to be meant only if its country comes after the comma.
        let entries: Vec<_> = regions
            .iter()
            .map(|region| {
                entry.filter(|entry| {
                    entry.country.is_some()
                        && gazetteer.entry(region).and_then(|of| of.country) == entry.country
                })
            })
            .collect();
        for (number, (mentions, entry)) in mentions_in.into_iter().zip(entries).enumerate() {
            for mention in &mentions {
                if let Some(of) = grouping.group_of.get_mut(*mention) {
                    *of = first + number;
                }
            }
            grouping.joined_into.push(first + number);
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

/// Returns the country, state or region after a place: of "London, Ontario", "London (Ontario)", "London in Ontario"
/// and "Londres, dans l’Ontario".
pub(super) fn qualifier(
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    names: &[ScoredSpan],
    mention: usize,
) -> Option<String> {
    let (place, region) = (names.get(mention)?, names.get(mention + 1)?);
    let both = [place, region].iter().all(|span| span.entity_type == EntityType::Loc);
    if !both || region.tokens.start.checked_sub(place.tokens.end)? > JOINT {
        return None;
    }
    let mut between = (place.tokens.end..region.tokens.start).map(|index| document.text(index));
    let profile = document.profile;
    let first = between.next()?;
    let is_joint = |word: &str| profile.region_joints.contains(&word);
    if !matches!(first, "," | "(") && !is_joint(first) {
        return None;
    }
    let rest: Vec<&str> = between.collect();
    if !rest.iter().all(|word| is_joint(word) || profile.region_words.contains(word)) {
        return None;
    }
    let name = document.name(&region.tokens);
    let entry = gazetteer.entry(&name).or_else(|| gazetteer.declined_region(&name, profile));
    let known = state_code(&name).is_some()
        || gazetteer.country_of_region(&name, profile).is_some()
        || entry.is_some_and(|entry| matches!(entry.kind, EntryKind::Country | EntryKind::Place));
    // "Mérida, en Extremadura": a preposition shows a region that the tables do not know.
    let is_shown = entry.is_none() && first == "," && !rest.is_empty();
    (known || is_shown).then(|| name.into_owned())
}

/// Tokens between a place and the region that it is in, at most.
const JOINT: usize = 5;

/// Returns the code of the country or state of the adjective before a place: "US-TX" of "im texanischen Paris".
pub(super) fn adjective(document: &Document<'_>, place: &ScoredSpan) -> Option<&'static str> {
    let adjectives = document.profile.region_adjectives;
    if adjectives.is_empty() || place.entity_type != EntityType::Loc {
        return None;
    }
    let word = document.text(place.tokens.start.checked_sub(1)?);
    let ending =
        |stem: &str| word.strip_prefix(stem).is_some_and(|end| matches!(end, "en" | "e" | "er" | "es"));
    adjectives.iter().find(|(stem, _)| ending(stem)).map(|(_, code)| *code)
}
