//! Ids of places in other data sets: of every country, and of a town if it is clear which one is meant.

use std::collections::{BTreeMap, BTreeSet};

use crate::gazetteer::{Entry, EntryKind, Gazetteer, Town, state_code};

/// Inhabitants in thousands from which a town is meant by its name alone.
const LARGE: u32 = 500;
/// A town weighs as much as its inhabitants, times this factor if the article names its country.
const COUNTRY_NAMED: f64 = 10.0;
/// The factor by which the meant town must outweigh its next namesake: the root of ten, half of
/// [`COUNTRY_NAMED`] on a log scale.
const AHEAD: f64 = 3.162_277_66;
/// Confidence in a country that shares its name with a state of the United States, such as Georgia. The
/// tables cannot weigh the two.
const STATE_OR_COUNTRY: f64 = 0.5;

/// What the article says about a place in addition to its name.
#[derive(Debug)]
pub(super) struct Context<'c> {
    /// Countries that the article names.
    pub(super) countries: &'c BTreeSet<&'c str>,
    /// The state or country after the place's comma.
    pub(super) qualifier: Option<String>,
}

/// Ids of an entity in other data sets.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Links {
    /// The ids by scheme: `iso3166`, `geonames`.
    pub ids: BTreeMap<String, String>,
    /// This entity's share of the weight of all entities with its name, 0 to 1; none without ids.
    pub confidence: Option<f64>,
}

/// Returns the links of an entity that the tables know.
pub(super) fn links(
    gazetteer: &Gazetteer,
    name: &str,
    is_place: bool,
    entry: Option<&Entry>,
    context: &Context<'_>,
) -> Links {
    let in_state = context.qualifier.as_deref().is_some_and(|qualifier| state_code(qualifier).is_some());
    match entry {
        // "Lebanon, Pennsylvania" is a town.
        Some(Entry { kind: EntryKind::Country, .. }) if in_state => {
            let meant = town(gazetteer, name, None, context);
            meant.map(|(id, sure)| Links::new(&[("geonames", Some(id))], sure)).unwrap_or_default()
        }
        Some(entry) if matches!(entry.kind, EntryKind::Country | EntryKind::Nationality) => {
            let ids = [("iso3166", entry.country), ("geonames", entry.geonames)];
            let of_two = entry.kind == EntryKind::Country && state_code(name).is_some();
            Links::new(&ids, if of_two { STATE_OR_COUNTRY } else { 1.0 })
        }
        Some(Entry { kind: EntryKind::City, .. }) | None if is_place => {
            let meant = town(gazetteer, name, entry, context);
            meant.map(|(id, sure)| Links::new(&[("geonames", Some(id))], sure)).unwrap_or_default()
        }
        _ => Links::default(),
    }
}

impl Links {
    fn new(ids: &[(&str, Option<&str>)], confidence: f64) -> Self {
        let known = ids.iter().filter_map(|(scheme, id)| Some(((*scheme).to_owned(), (*id)?.to_owned())));
        let ids: BTreeMap<String, String> = known.collect();
        let confidence = (!ids.is_empty()).then(|| (confidence.clamp(0.0, 1.0) * 1000.0).round() / 1000.0);
        Self { ids, confidence }
    }
}

/// Returns the id of the town that is meant, if it clearly outweighs its namesakes, and its share of the
/// weight of all.
fn town<'g>(
    gazetteer: &'g Gazetteer,
    name: &str,
    entry: Option<&'g Entry>,
    context: &Context<'_>,
) -> Option<(&'g str, f64)> {
    let mut towns: Vec<Town<'g>> = gazetteer.towns(name).collect();
    if let Some(Entry { geonames: Some(geonames), country: Some(country), population, name: own, .. }) = entry
    {
        // The town may be listed under its own name only: "Köln" for "Cologne".
        towns.extend(gazetteer.towns(own).filter(|town| own != &name && town.geonames == *geonames));
        if !towns.iter().any(|town| town.geonames == *geonames) {
            towns.push(Town { country, state: "", population: *population, geonames });
        }
    }
    // "London, Ontario": the text itself says which one.
    if let Some(qualifier) = &context.qualifier {
        return qualified_town(gazetteer, &towns, qualifier);
    }
    let weight = |town: &Town<'_>| {
        let named = context.countries.contains(town.country);
        inhabitants(town) * if named { COUNTRY_NAMED } else { 1.0 }
    };
    towns.sort_by(|one, other| weight(other).total_cmp(&weight(one)));
    let (best, next) = (towns.first()?, towns.get(1));
    let clear = next.is_none_or(|next| weight(best) >= AHEAD * weight(next));
    let known = best.population >= LARGE || context.countries.contains(best.country);
    let all: f64 = towns.iter().map(weight).sum();
    (clear && known).then_some((best.geonames, weight(best) / all))
}

/// Returns inhabitants in thousands, at least one.
fn inhabitants(town: &Town<'_>) -> f64 {
    f64::from(town.population.max(1))
}

/// Returns the id of the largest town in the state or country after the comma, and its share of the weight of
/// all its namesakes there.
fn qualified_town<'g>(gazetteer: &Gazetteer, towns: &[Town<'g>], qualifier: &str) -> Option<(&'g str, f64)> {
    let state = state_code(qualifier);
    let country = gazetteer
        .entry(qualifier)
        .filter(|entry| entry.kind == EntryKind::Country)
        .and_then(|entry| entry.country);
    let of_state = towns.iter().filter(|town| state.is_some_and(|state| town.state == state));
    let of_country = towns.iter().filter(|town| country.is_some_and(|country| town.country == country));
    largest(of_state).or_else(|| largest(of_country))
}

fn largest<'t, 'g: 't>(towns: impl Iterator<Item = &'t Town<'g>>) -> Option<(&'g str, f64)> {
    let towns: Vec<&Town<'g>> = towns.collect();
    let all: f64 = towns.iter().map(|town| inhabitants(town)).sum();
    let best = towns.iter().max_by_key(|town| town.population)?;
    Some((best.geonames, inhabitants(best) / all))
}
