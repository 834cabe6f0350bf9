//! The countries and states that an article names. They show which of several places with one name is meant.

use messages::EntityType;

use super::grouping::Grouping;
use crate::document::Document;
use crate::gazetteer::{EntryKind, Gazetteer, is_state_and_country, state_code};
use crate::mentions::ScoredSpan;

/// The home country of the states in the tables.
const STATES_OF: &str = "US";

/// The countries and states of an article. Each list is short, and in the order of the article.
#[derive(Debug, Default)]
pub(super) struct Regions<'g> {
    /// Countries that the article names, or whose people it names. A name that a state shares is not among them.
    countries: Vec<&'g str>,
    /// Postal codes of the states of the United States that it names.
    states: Vec<&'static str>,
    /// Country and key of each city and town that it names and that has no large namesake abroad.
    cities: Vec<(&'g str, &'g str)>,
}

impl<'g> Regions<'g> {
    pub(super) fn of(
        grouping: &Grouping<'g>,
        document: &Document<'_>,
        gazetteer: &'g Gazetteer,
        names: &[ScoredSpan],
    ) -> Self {
        let mut regions = Self::default();
        for group in &grouping.groups {
            match group.entry.map(|entry| (entry, entry.kind)) {
                Some((entry, EntryKind::Country | EntryKind::Nationality)) => {
                    let of_people = |mention: &usize| {
                        names.get(*mention).is_some_and(|name| name.entity_type == EntityType::Misc)
                    };
                    if !is_state_and_country(&group.name) || group.mentions.iter().any(of_people) {
                        regions.countries.extend(entry.country);
                    }
                }
                Some((entry, EntryKind::City)) => regions.cities.extend(entry.country.zip(entry.geonames)),
                Some((entry, EntryKind::Place)) => {
                    regions.states.extend(state_code(entry.name));
                    let of = gazetteer.country_of_region(entry.name, document.profile);
                    regions.countries.extend(of);
                }
                None if group.entity_type == EntityType::Loc => {
                    let first = group.mentions.first().and_then(|mention| names.get(*mention));
                    regions
                        .cities
                        .extend(first.and_then(|name| only_town(gazetteer, &document.name(&name.tokens))));
                }
                _ => {}
            }
        }
        regions
    }

    /// Reports whether the article names a country.
    pub(super) fn names(&self, country: &str) -> bool {
        self.countries.contains(&country)
    }

    /// Reports whether the article names a state of the United States by its code.
    pub(super) fn names_state(&self, state: &str) -> bool {
        self.states.contains(&state)
    }

    /// Reports whether the article names a city of a country that has not this key.
    pub(super) fn names_city_of(&self, country: &str, other_than: &str) -> bool {
        self.cities.iter().any(|(of, key)| *of == country && *key != other_than)
    }

    /// Reports whether the article names the United States, or a state or a city of them.
    pub(super) fn is_american(&self) -> bool {
        self.names(STATES_OF) || !self.states.is_empty() || self.names_city_of(STATES_OF, "")
    }

    /// Reports whether the article names another country.
    pub(super) fn names_other_than(&self, country: &str) -> bool {
        self.countries.iter().any(|named| *named != country)
    }
}

/// Returns country and id of the towns of a name, if all are in one country.
fn only_town<'g>(gazetteer: &'g Gazetteer, name: &str) -> Option<(&'g str, &'g str)> {
    let mut towns = gazetteer.towns(name);
    let largest = towns.next()?;
    towns.all(|town| town.country == largest.country).then_some((largest.country, largest.geonames))
}
