//! Ids of places in other data sets: of countries, and of a town if it is clear which one is meant.

use std::collections::BTreeMap;

use super::regions::Regions;
use crate::gazetteer::{Entry, EntryKind, Gazetteer, Town, state_code};

/// Inhabitants in thousands from which a town is meant by its name alone.
const LARGE: u32 = 500;
/// A town weighs as much as its inhabitants, times this factor if the article names its country.
const COUNTRY_NAMED: f64 = 10.0;
/// The factor if the article names another city of its country: the root of ten, half of [`COUNTRY_NAMED`] on a log
/// scale.
const CITY_NAMED: f64 = 3.162_277_66;
/// The factor if the article names its state of the United States. A state is much smaller than a country, so it says
/// more.
const STATE_NAMED: f64 = 100.0;
/// The factor by which the meant town must outweigh its next namesake: the root of ten.
const AHEAD: f64 = 3.162_277_66;
/// Inhabitants in thousands from which a town may be meant by the name of a country: "Salvador" in Brazil.
const RIVAL: u32 = 100;
/// Confidence in a country that shares its name with a state, if the article names its people or one of its cities.
const CITY_OF_COUNTRY: f64 = 0.9;
/// Confidence in such a country if the article only names other countries.
const AMONG_COUNTRIES: f64 = 0.7;

/// What the article says about a place in addition to its name.
#[derive(Debug)]
pub(super) struct Context<'c> {
    /// Countries and states that the article names.
    pub(super) regions: &'c Regions<'c>,
    /// The state or country after the place's comma.
    pub(super) qualifier: Option<String>,
    /// The code of the country or state of the adjective before the place: "US-TX" of "im texanischen Paris".
    pub(super) adjective: Option<&'static str>,
    /// Whether a state and a country share the name.
    pub(super) is_state_and_country: bool,
    /// Whether the article also has the name of the country's people.
    pub(super) names_people: bool,
    /// Whether an article comes before the name, as before a country's name in some languages.
    pub(super) has_article: bool,
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
    let in_state =
        context.qualifier.as_deref().is_some_and(|qualifier| region(gazetteer, qualifier).0.is_some());
    let of_town = |meant: Option<(&str, f64)>| {
        meant.map(|(id, sure)| Links::new(&[("geonames", Some(id))], sure)).unwrap_or_default()
    };
    match entry {
        // "Lebanon, Pennsylvania" is a town.
        Some(Entry { kind: EntryKind::Country, .. }) if in_state => {
            of_town(town(gazetteer, name, None, context))
        }
        Some(entry) if matches!(entry.kind, EntryKind::Country | EntryKind::Nationality) => {
            if let Some(rival) = rival(gazetteer, name, entry, context) {
                return of_town(Some(rival));
            }
            let ids = [("iso3166", entry.country), ("geonames", entry.geonames)];
            country_confidence(entry, context).map(|sure| Links::new(&ids, sure)).unwrap_or_default()
        }
        // "Cambridge, Massachusetts": the tables have the name as another place.
        Some(Entry { kind: EntryKind::Place, .. }) if is_place && context.qualifier.is_some() => {
            of_town(town(gazetteer, name, None, context))
        }
        Some(Entry { kind: EntryKind::City, .. }) | None if is_place => {
            of_town(town(gazetteer, name, entry, context))
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

/// Returns how sure it is that a country's name means the country; none without evidence for a name that a state
/// shares.
fn country_confidence(entry: &Entry, context: &Context<'_>) -> Option<f64> {
    if entry.kind == EntryKind::Nationality || !context.is_state_and_country {
        return Some(1.0);
    }
    let country = entry.country.unwrap_or_default();
    if context.names_people || context.regions.names_city_of(country, "") {
        return Some(CITY_OF_COUNTRY);
    }
    let abroad = context.regions.names_other_than(country) && !context.regions.is_american();
    abroad.then_some(AMONG_COUNTRIES)
}

/// Returns the town that is meant by a country's name in an article about the town's country: "Salvador" in Brazil is
/// not El Salvador.
fn rival<'g>(
    gazetteer: &'g Gazetteer,
    name: &str,
    entry: &Entry,
    context: &Context<'_>,
) -> Option<(&'g str, f64)> {
    if entry.kind != EntryKind::Country || context.has_article {
        return None;
    }
    let largest = gazetteer.towns(name).next().filter(|town| town.population >= RIVAL)?;
    let is_abroad = Some(largest.country) != entry.country;
    (is_abroad && context.regions.names(largest.country)).then_some((largest.geonames, CITY_OF_COUNTRY))
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
        let (state, country) = region(gazetteer, qualifier);
        let of_state = towns.iter().filter(|town| state.is_some_and(|state| town.state == state));
        let of_country = towns.iter().filter(|town| country.is_some_and(|country| town.country == country));
        return largest(of_state).or_else(|| largest(of_country));
    }
    if let Some(code) = context.adjective {
        let (country, state) = code.split_once('-').unwrap_or((code, ""));
        let is_there =
            |town: &&Town<'_>| town.country == country && (state.is_empty() || town.state == state);
        return largest(towns.iter().filter(is_there));
    }
    outstanding(towns, context.regions)
}

/// Returns the town that clearly outweighs all others by its inhabitants and by what the article names.
fn outstanding<'g>(mut towns: Vec<Town<'g>>, regions: &Regions<'_>) -> Option<(&'g str, f64)> {
    let factor = |is_named: bool, factor: f64| if is_named { factor } else { 1.0 };
    let evidence = |town: &Town<'_>| {
        factor(regions.names(town.country), COUNTRY_NAMED)
            * factor(regions.names_city_of(town.country, town.geonames), CITY_NAMED)
            * factor(regions.names_state(town.state), STATE_NAMED)
    };
    let weight = |town: &Town<'_>| inhabitants(town) * evidence(town);
    towns.sort_by(|one, other| weight(other).total_cmp(&weight(one)));
    let (best, next) = (towns.first()?, towns.get(1));
    let clear = next.is_none_or(|next| weight(best) >= AHEAD * weight(next));
    let known = best.population >= LARGE || evidence(best) > 1.0;
    let all: f64 = towns.iter().map(weight).sum();
    (clear && known).then_some((best.geonames, weight(best) / all))
}

/// Returns inhabitants in thousands, at least one.
fn inhabitants(town: &Town<'_>) -> f64 {
    f64::from(town.population.max(1))
}

/// Returns the postal code of the state of a name, and the code of the country of a name.
fn region<'g>(gazetteer: &'g Gazetteer, name: &str) -> (Option<&'static str>, Option<&'g str>) {
    let entry = gazetteer.entry(name);
    let of_kind = |kind: EntryKind| entry.filter(|entry| entry.kind == kind);
    let state = state_code(name).or_else(|| state_code(of_kind(EntryKind::Place)?.name));
    (state, of_kind(EntryKind::Country).and_then(|entry| entry.country))
}

/// Returns the id of the largest town, and its share of the inhabitants of all.
fn largest<'t, 'g: 't>(towns: impl Iterator<Item = &'t Town<'g>>) -> Option<(&'g str, f64)> {
    let towns: Vec<&Town<'g>> = towns.collect();
    let all: f64 = towns.iter().map(|town| inhabitants(town)).sum();
    let best = towns.iter().max_by_key(|town| town.population)?;
    Some((best.geonames, inhabitants(best) / all))
}
