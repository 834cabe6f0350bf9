//! Given and family names of some seventy locales, from the `person` providers of PyPI's Faker.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::Context as _;
use entity_tagger::gazetteer::{EntryKind, Gazetteer};

use super::{python, read, write_lines};

const HEADER: &str = "# From the `person` providers of PyPI Faker (MIT, (c) Daniele Faraglia and contributors). Written by `cargo lab compile gazetteers`.\n";

/// Names that are hardly a person's in news, beside those of countries.
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
/// Countries whose name is a person's as well.
const ALSO_COUNTRIES: [&str; 3] = ["chad", "georgia", "jordan"];

/// Reads the folder `faker` and writes both tables; says how many names they have.
pub(super) fn personal_names(folder: &Path) -> anyhow::Result<(usize, usize)> {
    let providers = folder.join("providers/person");
    let listing = fs::read_dir(&providers)
        .with_context(|| format!("cannot read `{}`: is this Faker's folder `faker`?", providers.display()))?;
    let gazetteer = Gazetteer::load();
    let (mut given, mut family) = (BTreeSet::new(), BTreeSet::new());
    for locale in listing {
        let file = locale?.path().join("__init__.py");
        if file.is_file() {
            add(&read(&file)?, &gazetteer, &mut given, &mut family);
        }
    }
    for (table, names) in [("given_names.txt", &given), ("surnames.txt", &family)] {
        write_lines(table, HEADER, names)?;
    }
    Ok((given.len(), family.len()))
}

/// Adds the names of one locale.
fn add(source: &str, gazetteer: &Gazetteer, given: &mut BTreeSet<String>, family: &mut BTreeSet<String>) {
    for (variable, strings) in python::variables(source) {
        let of = |part| variable.contains("name") && variable.contains(part);
        let names = if of("first_") {
            &mut *given
        } else if of("last_") {
            &mut *family
        } else {
            continue;
        };
        names.extend(strings.iter().filter_map(|name| entry(name, gazetteer)));
    }
}

/// A name as the table has it: one word, in lower case, of a script with capitals (in others a capital tells nothing).
fn entry(name: &str, gazetteer: &Gazetteer) -> Option<String> {
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
    fn names_are_single_words_with_a_capital_and_no_country() {
        let source = "class Provider:\n    first_names_male = (\"Ada\", \"China\", \"Ana Maria\", \"Jordan\", \"London\", \"J\")\n    \
                      unisex_last_names: Tuple[str, ...] = (\"O’Neil\", \"田中\", \"von Ahn\", \"Ek-Dahl\")\n    \
                      last_romanized_names = (\"Tanaka\",)\n    prefixes = (\"Dr.\",)\n";
        let (mut given, mut family) = (BTreeSet::new(), BTreeSet::new());
        add(source, &Gazetteer::load(), &mut given, &mut family);
        assert_eq!(Vec::from_iter(given), ["ada", "jordan"]);
        assert_eq!(Vec::from_iter(family), ["ek-dahl", "o'neil", "tanaka"]);
    }
}
