//! Compiles the tables of given and family names from the `person` providers of PyPI's Faker, some seventy
//! locales.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::ensure;
use entity_tagger::gazetteer::{EntryKind, Gazetteer};

use super::files::{python_tables, write_lines};

const HEADER: &str = "# From the `person` providers of PyPI Faker (MIT, (c) Daniele Faraglia and contributors). Written by `cargo lab compile gazetteers`.\n";

/// Words that are rarely a person's name in news. Names of countries are left out as well.
const OTHERWISE: [&str; 24] = [
    "alabama",
    "asia",
    "berlin",
    "carolina",
    "columbia",
    "dakota",
    "day",
    "de",
    "du",
    "el",
    "he",
    "lake",
    "le",
    "london",
    "milan",
    "must",
    "paris",
    "roma",
    "she",
    "sunday",
    "sydney",
    "van",
    "von",
    "washington",
];
/// Countries whose name is also a person's.
const ALSO_COUNTRIES: [&str; 3] = ["chad", "georgia", "jordan"];

/// Reads Faker in `folder`, writes both tables and returns their numbers of names.
pub(super) fn personal_names(folder: &Path) -> anyhow::Result<(usize, usize)> {
    let variables: BTreeMap<String, Vec<String>> = python_tables("faker", folder)?;
    ensure!(!variables.is_empty(), "no names in `{}`: is this Faker's folder `faker`?", folder.display());
    let (given, family) = sorted(&variables, &Gazetteer::load());
    for (table, names) in [("given_names.txt", &given), ("surnames.txt", &family)] {
        write_lines(table, HEADER, names)?;
    }
    Ok((given.len(), family.len()))
}

/// Returns the given and the family names, by the variables that hold them.
fn sorted(
    variables: &BTreeMap<String, Vec<String>>,
    gazetteer: &Gazetteer,
) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut given, mut family) = (BTreeSet::new(), BTreeSet::new());
    for (variable, strings) in variables.iter().filter(|(variable, _)| variable.contains("name")) {
        let names = if variable.contains("first_") {
            &mut given
        } else if variable.contains("last_") {
            &mut family
        } else {
            continue;
        };
        names.extend(strings.iter().filter_map(|name| entry(name, gazetteer)));
    }
    (given, family)
}

/// Returns a name as the table holds it, in lower case. It must be one word that starts with a capital: in
/// scripts without capitals too many words look like names.
fn entry(name: &str, gazetteer: &Gazetteer) -> Option<String> {
    // The tables have the straight apostrophe.
    let name = name.trim().replace('’', "'");
    let is_word = name.chars().all(|letter| letter.is_alphabetic() || matches!(letter, '-' | '\''));
    let lower = name.to_lowercase();
    let country = gazetteer.entry(&name).is_some_and(|entry| entry.kind == EntryKind::Country);
    let other = OTHERWISE.contains(&lower.as_str()) || (country && !ALSO_COUNTRIES.contains(&lower.as_str()));
    let fits = is_word && name.chars().nth(1).is_some() && name.starts_with(char::is_uppercase);
    (fits && !other).then_some(lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_single_words_with_a_capital_and_not_countries() {
        let variables = r#"{
            "first_names_male": ["Ada", "China", "Ana Maria", "Jordan", "London", "J"],
            "unisex_last_names": ["O’Neil", "田中", "von Ahn", "Ek-Dahl"],
            "last_romanized_names": ["Tanaka"],
            "prefixes": ["Dr."]
        }"#;
        let (given, family) = sorted(&serde_json::from_str(variables).unwrap(), &Gazetteer::load());
        assert_eq!(Vec::from_iter(given), ["ada", "jordan"]);
        assert_eq!(Vec::from_iter(family), ["ek-dahl", "o'neil", "tanaka"]);
    }
}
