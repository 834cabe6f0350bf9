//! Compiles the table of companies in large stock indices from PyPI's pytickersymbols.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use entity_tagger::gazetteer::{Classes, Gazetteer};
use serde::Deserialize;

use super::files::{python_tables, write_lines};

const HEADER: &str = "# Companies of large stock indices, by way of PyPI pytickersymbols (MIT, (c) SlashGordon). Written by `cargo lab compile gazetteers`.\n";

/// An index of small companies, which news rarely mentions.
const SMALL: &str = "S&P 600";

/// Last words of a registered name that news leaves out, and the signs between them.
const LEGAL_FORMS: [&str; 35] = [
    "inc.",
    "inc",
    "incorporated",
    "corp.",
    "corp",
    "corporation",
    "company",
    "co.",
    "co",
    "ltd.",
    "ltd",
    "limited",
    "plc",
    "p.l.c.",
    "s.a.",
    "sa",
    "s.p.a.",
    "spa",
    "ag",
    "se",
    "nv",
    "n.v.",
    "ab",
    "asa",
    "oyj",
    "a/s",
    "kgaa",
    "&",
    "reit",
    "group",
    "holdings",
    "holding",
    "trust",
    "international",
    "and",
];

/// Companies whose name is also a word or a place that the tables do not list.
const WORDS: [&str; 17] = [
    "Alphabet",
    "Booking",
    "Canon",
    "Carnival",
    "Compass",
    "Disco",
    "Dover",
    "Hexagon",
    "Indus",
    "Kingfisher",
    "Lennox",
    "Meiji",
    "Mosaic",
    "Olympus",
    "Persimmon",
    "Tapestry",
    "Toto",
];

/// A stock index, as the package lists it.
#[derive(Debug, Deserialize)]
struct Index {
    name: String,
    companies: Vec<Company>,
}

#[derive(Debug, Deserialize)]
struct Company {
    name: String,
    symbol: Option<String>,
}

/// Reads the package in `folder`, writes the table and returns its number of names.
pub(super) fn companies(folder: &Path) -> anyhow::Result<usize> {
    let gazetteer = Gazetteer::load();
    let indices: BTreeMap<String, Index> = python_tables("symbols", folder)?;
    let names: BTreeSet<String> =
        registered(indices).iter().filter_map(|name| entry(name, &gazetteer)).collect();
    write_lines("companies.tsv", HEADER, &names)?;
    Ok(names.len())
}

/// Returns the registered names of the companies with a symbol, except those in the index of small ones.
fn registered(indices: BTreeMap<String, Index>) -> Vec<String> {
    let large = indices.into_values().filter(|index| index.name != SMALL);
    let companies = large.flat_map(|index| index.companies);
    companies.filter(|company| company.symbol.is_some()).map(|company| company.name).collect()
}

/// Returns the name as news writes it. A name that is also a word, a person's name or a place keeps its legal
/// form.
fn entry(registered: &str, gazetteer: &Gazetteer) -> Option<String> {
    let whole = registered.split(" (").next()?.trim().trim_start_matches("The ");
    let mut words: Vec<&str> = whole.split_whitespace().collect();
    let mut short = words.clone();
    while short.len() > 1 && short.last().is_some_and(|last| is_legal_form(last)) {
        short.pop();
    }
    if is_clear(&short, gazetteer) {
        words = short;
    }
    let name = words.join(" ").replace(',', "");
    let name = without_share_class(&name).to_owned();
    is_clear(&words, gazetteer).then_some(name)
}

/// Removes the class of shares that the package appends to some names: "KalmarB".
fn without_share_class(name: &str) -> &str {
    let front = name.strip_suffix(['A', 'B', 'C']).filter(|front| front.ends_with(char::is_lowercase));
    front.unwrap_or(name)
}

fn is_legal_form(word: &str) -> bool {
    LEGAL_FORMS.contains(&word.trim_end_matches(',').to_lowercase().as_str())
}

/// Reports whether the words together name nothing else.
fn is_clear(words: &[&str], gazetteer: &Gazetteer) -> bool {
    let name = words.join(" ");
    let elsewhere = gazetteer.entry(&name).is_some_and(|entry| !entry.kind.is_organisation());
    let word = name.trim_end_matches(',');
    let others = Classes::COMMON
        | Classes::GIVEN
        | Classes::SURNAME
        | Classes::FAMILY_FIRST
        | Classes::FUNCTION
        | Classes::ORG_HEAD;
    let known = || gazetteer.classes(word).any(others) || WORDS.contains(&word);
    // Names of up to three letters, such as BD, can mean too many things.
    let is_word = words.len() == 1 && (word.chars().count() < 4 || known());
    !elsewhere && !is_word && word.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(registered: &str, expected: Option<&str>) {
        assert_eq!(entry(registered, &Gazetteer::load()).as_deref(), expected, "{registered}");
    }

    #[test]
    fn names_lose_their_legal_form_unless_they_need_it() {
        check("Netflix, Inc.", Some("Netflix"));
        check("The Goldman Sachs Group, Inc.", Some("Goldman Sachs"));
        check("Viasat (American company)", Some("Viasat"));
        check("Target Corporation", Some("Target Corporation"));
        check("Carnival Corporation", Some("Carnival Corporation"));
        check("KalmarB", Some("Kalmar"));
        check("Paris", None);
        check("BD", None);
    }

    #[test]
    fn companies_without_a_symbol_and_small_ones_are_left_out() {
        let indices = r#"{"AEX": {"name": "AEX", "companies": [{"name": "Adyen", "symbol": "A"}, {"name": "Argan"}]},
                          "S&P 600": {"name": "S&P 600", "companies": [{"name": "Little Ones", "symbol": "B"}]}}"#;
        assert_eq!(registered(serde_json::from_str(indices).unwrap()), ["Adyen"]);
    }
}
