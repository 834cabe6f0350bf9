//! Which town of a name is meant.

use super::place_context::Context;
use crate::gazetteer::{Entry, EntryKind, Gazetteer, Town};

/// Inhabitants in thousands from which a town is meant by its name alone.
const LARGE: u32 = 500;
/// The same for a town that is spoken of abroad, which other languages have a name of their own for, and for one without
/// namesakes in the tables where a word such as "in" shows that the name is a place's.
const FAMOUS: u32 = 150;
/// A town weighs as much as its inhabitants, times this factor if the article names its country.
const COUNTRY_NAMED: f64 = 10.0;
/// The factor if the article names another city of its country: the root of ten, half of [`COUNTRY_NAMED`] on a log
/// scale.
const CITY_NAMED: f64 = 3.162_277_66;
/// The factor if the article names its state of the United States. A state is much smaller than a country, so it says
/// more.
const STATE_NAMED: f64 = 100.0;
/// The factor if the article is in a language of its country. It says as much as another city of the country.
const AT_HOME: f64 = CITY_NAMED;
/// The factor by which the meant town must outweigh its next namesake: the root of ten.
const AHEAD: f64 = 3.162_277_66;
/// What the namesakes weigh that are too small for the tables: as much as the smallest town there.
const UNLISTED: f64 = 15.0;

/// Returns the id of the town that is meant, if it clearly outweighs its namesakes, and its share of the
/// weight of all.
pub(super) fn town<'g>(
    gazetteer: &'g Gazetteer,
    name: &str,
    entry: Option<&'g Entry>,
    context: &Context<'_>,
) -> Option<(&'g str, f64)> {
    if let Some(word) = &context.bracketed {
        let of_full_name: Vec<Town<'g>> = gazetteer.towns(&format!("{name} ({word})")).collect();
        if let Some(town) = largest(of_full_name.iter()) {
            return Some(town);
        }
    }
    let towns = called(gazetteer, name, entry, context);
    // Other languages have a name for the town, or `places.tsv` gives it an id, as it does to Geneva.
    let is_famous = entry.is_some_and(|entry| {
        entry.geonames.is_some() && (entry.name != name || entry.kind == EntryKind::Place)
    });
    // "London, Ontario": the text itself says which one.
    if let Some(qualifier) = &context.qualifier {
        let (state, country) = gazetteer.region(qualifier, context.profile);
        if state.is_none() && country.is_none() && towns.len() == 1 {
            return outstanding(towns, is_famous, context);
        }
        let others: Vec<Town<'g>> = gazetteer.towns_also_called(name).collect();
        let in_state = |town: &&Town<'_>| state.is_some_and(|state| town.state == state);
        let in_country = |town: &&Town<'_>| country.is_some_and(|country| town.country == country);
        return largest(towns.iter().filter(in_state))
            .or_else(|| largest(towns.iter().filter(in_country)))
            .or_else(|| largest(others.iter().filter(in_state)))
            .or_else(|| largest(others.iter().filter(in_country)));
    }
    if let Some(code) = context.adjective {
        let (country, state) = code.split_once('-').unwrap_or((code, ""));
        let is_there =
            |town: &&Town<'_>| town.country == country && (state.is_empty() || town.state == state);
        return largest(towns.iter().filter(is_there));
    }
    outstanding(towns, is_famous, context)
}

/// Returns every town of a name. If no town and no entry has it, they are the towns that have it in another language or
/// case.
fn called<'g>(
    gazetteer: &'g Gazetteer,
    name: &str,
    entry: Option<&'g Entry>,
    context: &Context<'_>,
) -> Vec<Town<'g>> {
    let mut towns: Vec<Town<'g>> = gazetteer.towns(name).collect();
    let mut add = |town: Town<'g>| {
        if !towns.iter().any(|known| known.geonames == town.geonames) {
            towns.push(town);
        }
    };
    if let Some(Entry { geonames: Some(geonames), country, population, name: own, .. }) = entry {
        // The town may be listed under its own name only: "Köln" for "Cologne".
        // Where the text says which one, it may be any namesake: "Londres, en Ontario".
        let any = context.qualifier.is_some() || context.adjective.is_some();
        gazetteer.towns(own).filter(|town| any || town.geonames == *geonames).for_each(&mut add);
        if let Some(country) = *country {
            add(Town { country, state: "", population: *population, geonames });
        }
    }
    if !towns.is_empty() {
        return towns;
    }
    let others: Vec<Town<'g>> = gazetteer.towns_also_called(name).collect();
    if others.is_empty() { gazetteer.declined_towns(name, context.profile) } else { others }
}

/// Returns the town that clearly outweighs all others by its inhabitants, by what the article names and by its
/// language.
fn outstanding<'g>(
    mut towns: Vec<Town<'g>>,
    is_famous: bool,
    context: &Context<'_>,
) -> Option<(&'g str, f64)> {
    let (regions, home) = (context.regions, context.profile.home_countries);
    let factor = |holds: bool, factor: f64| if holds { factor } else { 1.0 };
    let evidence = |town: &Town<'_>| {
        factor(regions.names(town.country), COUNTRY_NAMED)
            * factor(regions.names_city_of(town.country, town.geonames), CITY_NAMED)
            * factor(regions.names_state(town.state), STATE_NAMED)
            * factor(home.contains(&town.country), AT_HOME)
    };
    let weight = |town: &Town<'_>| inhabitants(town) * evidence(town);
    towns.sort_by(|one, other| weight(other).total_cmp(&weight(one)));
    let (best, next) = (towns.first()?, towns.get(1));
    let clear = next.is_none_or(|next| weight(best) >= AHEAD * weight(next));
    // The language alone is weak evidence: a word such as "in" must show that the name is a place's.
    let is_only = next.is_none() && context.stands_as_place;
    let known = best.population >= if is_famous || is_only { FAMOUS } else { LARGE }
        || evidence(best) > 1.0 && (context.stands_as_place || evidence(best) != AT_HOME);
    let all: f64 = towns.iter().map(weight).sum::<f64>() + UNLISTED;
    (clear && known).then_some((best.geonames, weight(best) / all))
}

/// Returns inhabitants in thousands, at least one.
fn inhabitants(town: &Town<'_>) -> f64 {
    f64::from(town.population.max(1))
}

/// Returns the id of the largest town, and its share of the inhabitants of all.
fn largest<'t, 'g: 't>(towns: impl Iterator<Item = &'t Town<'g>>) -> Option<(&'g str, f64)> {
    let towns: Vec<&Town<'g>> = towns.collect();
    let all: f64 = towns.iter().map(|town| inhabitants(town)).sum();
    let best = towns.iter().max_by_key(|town| town.population)?;
    Some((best.geonames, inhabitants(best) / all))
}
