//! Companies of the large stock indices, from PyPI's pytickersymbols.

use std::collections::BTreeSet;
use std::path::Path;

use entity_tagger::gazetteer::{Classes, Gazetteer};

use super::{python, read, write_lines};

const HEADER: &str = "# Companies of large stock indices, by way of PyPI pytickersymbols (MIT, (c) SlashGordon). Written by `cargo lab compile gazetteers`.\n";

/// An index of small companies, which news hardly name.
const SMALL: &str = "S&P 600";

/// Ends of a registered name that news leave out, and marks between them.
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

/// Companies whose name is a word or a place that the tables do not know as one.
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

/// Reads `indices_data.py` of the package's folder and writes the table; says how many names it has.
pub(super) fn companies(folder: &Path) -> anyhow::Result<usize> {
    let gazetteer = Gazetteer::load();
    let source = read(&folder.join("indices_data.py"))?;
    let names: BTreeSet<String> =
        registered(&source).iter().filter_map(|name| entry(name, &gazetteer)).collect();
    write_lines("companies.tsv", HEADER, &names)?;
    Ok(names.len())
}

/// The names as the package has them: `{'AEX': {'name': 'AEX', 'companies': [{'name': 'Adyen', 'symbol': …`.
fn registered(source: &str) -> Vec<String> {
    let (mut names, mut is_small) = (Vec::new(), false);
    for three in python::strings(source).windows(3) {
        match three {
            [key, name, next] if key == "name" && next == "companies" => is_small = name == SMALL,
            [key, name, next] if key == "name" && next == "symbol" && !is_small => names.push(name.clone()),
            _ => {}
        }
    }
    names
}

/// The name as news have it. One that is a word, a person's name or a place by itself keeps its legal form.
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

/// "KalmarB": the package writes the class of shares onto some names.
fn without_share_class(name: &str) -> &str {
    let front = name.strip_suffix(['A', 'B', 'C']).filter(|front| front.ends_with(char::is_lowercase));
    front.unwrap_or(name)
}

fn is_legal_form(word: &str) -> bool {
    LEGAL_FORMS.contains(&word.trim_end_matches(',').to_lowercase().as_str())
}

/// Whether the words together name nothing else.
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
    fn companies_of_the_index_of_small_ones_are_left_out() {
        let source = "INDICES = {'AEX': {'name': 'AEX', 'companies': [{'name': 'Adyen', 'symbol': 'A'}]}, \
                      'S&P 600': {'name': 'S&P 600', 'companies': [{'name': 'Little Ones', 'symbol': 'B'}]}}";
        assert_eq!(registered(source), ["Adyen"]);
    }
}
