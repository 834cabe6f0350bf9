//! Currencies that several countries share, with the adjective of a country: "Swiss francs".

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::languages::profiles;

/// Adjectives of countries of all languages, with the beginnings of their currencies' names and the ISO 4217
/// codes.
#[derive(Debug)]
pub(super) struct NationalCurrencies(HashMap<&'static str, Vec<(&'static str, &'static str)>, FixedState>);

impl NationalCurrencies {
    pub(super) fn load() -> Self {
        let mut known: HashMap<_, Vec<_>, _> = HashMap::default();
        let lists = profiles().filter_map(|profile| profile.dates).map(|words| words.national_currencies);
        for (adjective, currency, code) in lists.flatten() {
            known.entry(*adjective).or_default().push((*currency, *code));
        }
        Self(known)
    }

    /// Returns the code of a currency with an adjective, both in lower case, in this order or the other.
    pub(super) fn code(&self, one: &str, other: &str) -> Option<&'static str> {
        let named = |adjective: &str, name: &str| {
            let currencies = self.0.get(adjective)?;
            currencies.iter().find(|(currency, _)| name.starts_with(currency)).map(|(_, code)| *code)
        };
        named(one, other).or_else(|| named(other, one))
    }
}
