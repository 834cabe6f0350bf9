//! Ids of places elsewhere: countries always, towns where it is clear which one is meant.

use std::collections::{BTreeMap, BTreeSet};

use crate::gazetteer::{Entry, EntryKind, Gazetteer, Town};

/// A town of this many thousand inhabitants is meant by its name alone.
const LARGE: u32 = 500;
/// What it adds to a town that its country is named in the article: as much as being ten times as large.
const COUNTRY_NAMED: f64 = 1.0;
/// How far the town meant must be before its next namesake, in powers of ten of inhabitants.
const AHEAD: f64 = 0.5;

/// States of the United States by their names and what the agencies shorten them to.
const STATES: [(&str, &str); 91] = [
    ("Alabama", "AL"),
    ("Ala", "AL"),
    ("Alaska", "AK"),
    ("Arizona", "AZ"),
    ("Ariz", "AZ"),
    ("Arkansas", "AR"),
    ("Ark", "AR"),
    ("California", "CA"),
    ("Calif", "CA"),
    ("Colorado", "CO"),
    ("Colo", "CO"),
    ("Connecticut", "CT"),
    ("Conn", "CT"),
    ("Delaware", "DE"),
    ("Del", "DE"),
    ("Florida", "FL"),
    ("Fla", "FL"),
    ("Georgia", "GA"),
    ("Ga", "GA"),
    ("Hawaii", "HI"),
    ("Idaho", "ID"),
    ("Illinois", "IL"),
    ("Ill", "IL"),
    ("Indiana", "IN"),
    ("Ind", "IN"),
    ("Iowa", "IA"),
    ("Kansas", "KS"),
    ("Kan", "KS"),
    ("Kentucky", "KY"),
    ("Ky", "KY"),
    ("Louisiana", "LA"),
    ("La", "LA"),
    ("Maine", "ME"),
    ("Maryland", "MD"),
    ("Md", "MD"),
    ("Massachusetts", "MA"),
    ("Mass", "MA"),
    ("Michigan", "MI"),
    ("Mich", "MI"),
    ("Minnesota", "MN"),
    ("Minn", "MN"),
    ("Mississippi", "MS"),
    ("Miss", "MS"),
    ("Missouri", "MO"),
    ("Mo", "MO"),
    ("Montana", "MT"),
    ("Mont", "MT"),
    ("Nebraska", "NE"),
    ("Neb", "NE"),
    ("Nevada", "NV"),
    ("Nev", "NV"),
    ("New Hampshire", "NH"),
    ("NH", "NH"),
    ("New Jersey", "NJ"),
    ("NJ", "NJ"),
    ("New Mexico", "NM"),
    ("NM", "NM"),
    ("New York", "NY"),
    ("NY", "NY"),
    ("North Carolina", "NC"),
    ("NC", "NC"),
    ("North Dakota", "ND"),
    ("ND", "ND"),
    ("Ohio", "OH"),
    ("Oklahoma", "OK"),
    ("Okla", "OK"),
    ("Oregon", "OR"),
    ("Ore", "OR"),
    ("Pennsylvania", "PA"),
    ("Pa", "PA"),
    ("Rhode Island", "RI"),
    ("RI", "RI"),
    ("South Carolina", "SC"),
    ("SC", "SC"),
    ("South Dakota", "SD"),
    ("SD", "SD"),
    ("Tennessee", "TN"),
    ("Tenn", "TN"),
    ("Texas", "TX"),
    ("Utah", "UT"),
    ("Vermont", "VT"),
    ("Vt", "VT"),
    ("Virginia", "VA"),
    ("Va", "VA"),
    ("Washington", "WA"),
    ("Wash", "WA"),
    ("West Virginia", "WV"),
    ("W Va", "WV"),
    ("Wisconsin", "WI"),
    ("Wis", "WI"),
    ("Wyoming", "WY"),
];

/// What is known of a place beside its name.
#[derive(Debug)]
pub(super) struct Context<'c> {
    /// Countries that the article names.
    pub(super) countries: &'c BTreeSet<&'c str>,
    /// What stands behind the place's comma.
    pub(super) qualifier: Option<String>,
}

/// The links of an entity that the tables know.
pub(super) fn links(
    gazetteer: &Gazetteer,
    name: &str,
    is_place: bool,
    entry: Option<&Entry>,
    context: &Context<'_>,
) -> BTreeMap<String, String> {
    let mut links = BTreeMap::new();
    let mut add = |scheme: &str, id: Option<&str>| {
        if let Some(id) = id {
            links.insert(scheme.to_owned(), id.to_owned());
        }
    };
    match entry.map(|entry| entry.kind) {
        Some(EntryKind::Country | EntryKind::Nationality) => {
            add("iso3166", entry.and_then(|entry| entry.country));
            add("geonames", entry.and_then(|entry| entry.geonames));
        }
        Some(EntryKind::City) | None if is_place => add("geonames", town(gazetteer, name, entry, context)),
        _ => {}
    }
    links
}

/// The one town of its name that is meant, where one is well ahead of its namesakes.
fn town<'g>(
    gazetteer: &'g Gazetteer,
    name: &str,
    entry: Option<&'g Entry>,
    context: &Context<'_>,
) -> Option<&'g str> {
    let mut towns: Vec<Town<'g>> = gazetteer.towns(name).collect();
    if let Some(Entry { geonames: Some(geonames), country: Some(country), population, name: own, .. }) = entry
    {
        towns.extend(gazetteer.towns(own).filter(|town| own != &name && town.geonames == *geonames));
        if !towns.iter().any(|town| town.geonames == *geonames) {
            towns.push(Town { country, state: "", population: *population, geonames });
        }
    }
    if let Some(qualifier) = &context.qualifier {
        return behind_comma(gazetteer, &towns, qualifier);
    }
    let score = |town: &Town<'_>| {
        let named = context.countries.contains(town.country);
        f64::from(town.population.max(1)).log10() + if named { COUNTRY_NAMED } else { 0.0 }
    };
    towns.sort_by(|one, other| score(other).total_cmp(&score(one)));
    let (best, next) = (towns.first()?, towns.get(1));
    let clear = next.is_none_or(|next| score(best) - score(next) >= AHEAD);
    let known = best.population >= LARGE || context.countries.contains(best.country);
    (clear && known).then_some(best.geonames)
}

/// Whether a name is that of a state, or what the agencies shorten it to.
pub(crate) fn is_state(name: &str) -> bool {
    STATES.iter().any(|(state, _)| *state == name)
}

/// The largest in the state or country that is named behind the comma.
fn behind_comma<'g>(gazetteer: &Gazetteer, towns: &[Town<'g>], qualifier: &str) -> Option<&'g str> {
    let state = STATES.iter().find(|(name, _)| *name == qualifier).map(|(_, state)| *state);
    let of_state = towns.iter().filter(|town| state.is_some_and(|state| town.state == state));
    let country = gazetteer
        .entry(qualifier)
        .filter(|entry| entry.kind == EntryKind::Country)
        .and_then(|entry| entry.country);
    let of_country = towns.iter().filter(|town| country.is_some_and(|country| town.country == country));
    of_state
        .max_by_key(|town| town.population)
        .or_else(|| of_country.max_by_key(|town| town.population))
        .map(|town| town.geonames)
}
