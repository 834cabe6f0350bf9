//! Ids of places elsewhere: countries always, towns where it is clear which one is meant.

use std::collections::{BTreeMap, BTreeSet};

use crate::gazetteer::{Entry, EntryKind, Gazetteer, Town};

/// A town of this many thousand inhabitants is meant by its name alone.
const LARGE: u32 = 500;
/// A town weighs as much as its inhabitants, and so many times as much if its country is named in the article.
const COUNTRY_NAMED: f64 = 10.0;
/// How many times as heavy as its next namesake the town meant must be: the root of ten.
const AHEAD: f64 = 3.162_277_66;
/// Confidence where a country bears the name of a state of the United States, which the tables do not weigh against it.
const STATE_OR_COUNTRY: f64 = 0.5;

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

/// Ids of an entity elsewhere.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Links {
    /// By scheme: `iso3166`, `geonames`.
    pub ids: BTreeMap<String, String>,
    /// The share of the weight of all bearers of the name that is this one's, 0 to 1; none without ids.
    pub confidence: Option<f64>,
}

/// The links of an entity that the tables know.
pub(super) fn links(
    gazetteer: &Gazetteer,
    name: &str,
    is_place: bool,
    entry: Option<&Entry>,
    context: &Context<'_>,
) -> Links {
    match entry {
        Some(entry) if matches!(entry.kind, EntryKind::Country | EntryKind::Nationality) => {
            let ids = [("iso3166", entry.country), ("geonames", entry.geonames)];
            let of_two = entry.kind == EntryKind::Country && is_state(name);
            Links::of(&ids, if of_two { STATE_OR_COUNTRY } else { 1.0 })
        }
        Some(Entry { kind: EntryKind::City, .. }) | None if is_place => {
            let meant = town(gazetteer, name, entry, context);
            meant.map(|(id, sure)| Links::of(&[("geonames", Some(id))], sure)).unwrap_or_default()
        }
        _ => Links::default(),
    }
}

impl Links {
    fn of(ids: &[(&str, Option<&str>)], confidence: f64) -> Self {
        let known = ids.iter().filter_map(|(scheme, id)| Some(((*scheme).to_owned(), (*id)?.to_owned())));
        let ids: BTreeMap<String, String> = known.collect();
        let confidence = (!ids.is_empty()).then(|| (confidence.clamp(0.0, 1.0) * 1000.0).round() / 1000.0);
        Self { ids, confidence }
    }
}

/// The one town of its name that is meant, where one is well ahead of its namesakes, and its share of the weight of all.
fn town<'g>(
    gazetteer: &'g Gazetteer,
    name: &str,
    entry: Option<&'g Entry>,
    context: &Context<'_>,
) -> Option<(&'g str, f64)> {
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

/// Thousands, at least one.
fn inhabitants(town: &Town<'_>) -> f64 {
    f64::from(town.population.max(1))
}

/// Whether a name is that of a state, or what the agencies shorten it to.
pub(crate) fn is_state(name: &str) -> bool {
    STATES.iter().any(|(state, _)| *state == name)
}

/// The largest in the state or country that is named behind the comma, and its share of the weight of all of its name there.
fn behind_comma<'g>(gazetteer: &Gazetteer, towns: &[Town<'g>], qualifier: &str) -> Option<(&'g str, f64)> {
    let state = STATES.iter().find(|(name, _)| *name == qualifier).map(|(_, state)| *state);
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
