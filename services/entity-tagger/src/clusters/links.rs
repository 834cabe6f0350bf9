//! Ids of places in other data sets: of countries, and of a town if it is clear which one is meant.

use std::collections::BTreeMap;

use super::place_context::Context;
use super::town_choice::town;
use crate::gazetteer::{Entry, EntryKind, Gazetteer};

/// Inhabitants in thousands from which a town may be meant by the name of a country: "Salvador" in Brazil.
const RIVAL: u32 = 100;
/// Confidence in a country that shares its name with a state, if the article names its people or one of its cities.
const CITY_OF_COUNTRY: f64 = 0.9;
/// Confidence in such a country if the article only names other countries.
const AMONG_COUNTRIES: f64 = 0.7;

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
    let in_state = context
        .qualifier
        .as_deref()
        .is_some_and(|qualifier| gazetteer.region(qualifier, context.profile).0.is_some());
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
        // "Cambridge, Massachusetts": the tables have the name as another place. Geneva is a town without being a city
        // of the tables.
        Some(Entry { kind: EntryKind::Place, geonames, .. })
            if is_place && (context.qualifier.is_some() || geonames.is_some()) =>
        {
            of_town(town(gazetteer, name, entry, context))
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
