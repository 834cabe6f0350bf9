//! Compiles the lexicons of the entity tagger: names of one language, as evidence for its model.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;

use anyhow::ensure;
use entity_tagger::gazetteer::KOREAN_SURNAMES;
use serde::Deserialize;

use super::Packages;
use super::files::{python_tables, read, write};

/// The sections of a lexicon.
type Names = BTreeMap<&'static str, BTreeSet<String>>;

/// Where the names of a language come from.
struct Language {
    tag: &'static str,
    /// The files of the CLDR with the countries, regions and cities in the language.
    cldr: &'static [&'static str],
    /// Countries all of whose towns are listed, by the names that GeoNames has in them.
    home: &'static [&'static str],
    /// The letters of the script that other names of towns are read in, and the least number of inhabitants of these
    /// towns.
    script: Option<(RangeInclusive<char>, u64)>,
    /// The locales of Faker with personal names in the language. Only scripts without capitals and Armenian have them:
    /// the others are in the tables of given and family names.
    faker: &'static [&'static str],
}

const fn latin(tag: &'static str, cldr: &'static [&'static str], home: &'static [&'static str]) -> Language {
    Language { tag, cldr, home, script: None, faker: &[] }
}

/// The languages whose model gains by a lexicon. In ar, fi, hi, id, kk, lv, ne, nn, sk, th, tr and zh no gain beyond chance was found.
#[rustfmt::skip]
const LANGUAGES: &[Language] = &[
    Language { script: Some(('ঀ'..='৿', 0)), faker: &["bn_BD"], ..latin("bn", &["bn"], &[]) },
    latin("et", &["et"], &["EE"]),
    Language { script: Some(('Ա'..='֏', 0)), faker: &["hy_AM"], ..latin("hy", &["hy"], &[]) },
    Language { script: Some(('ァ'..='ヿ', 0)), faker: &["ja_JP"], ..latin("ja", &["ja"], &[]) },
    Language { script: Some(('가'..='힣', 0)), faker: &["ko_KR"], ..latin("ko", &["ko"], &[]) },
    latin("sv", &["sv"], &["SE"]),
    Language { script: Some(('\u{600}'..='\u{6ff}', 20_000)), faker: &["fa_IR", "ar_AA"], ..latin("ur", &["ur"], &[]) },
];

/// Sources, as the first lines of each file name them.
const HEADER: &str = "# Names as evidence for the model of one language: countries, regions and cities of the Unicode CLDR (Unicode-3.0,
# (c) Unicode, Inc.), towns of GeoNames (CC BY 4.0, https://www.geonames.org), personal names of PyPI Faker (MIT, (c) Daniele
# Faraglia and contributors). Written by `cargo lab compile lexicons`; README.md has the sources.
";
const JAPANESE: &str = "# Most names are of the IPA dictionary of MeCab: (c) 2000-2003 Nara Institute of Science and Technology. Its licence
# is in ../licences/ipadic.txt.
";
const KOREAN: &str = "# Most names are of mecab-ko-dic (Apache-2.0, (c) Yongwoon Lee and Yungho Yu). Full names are divided into family and given
# name, foreign names of more than four syllables are left out.
";

#[derive(Debug, Deserialize)]
struct City {
    name: String,
    countrycode: String,
    population: u64,
    #[serde(default)]
    alternatenames: Vec<String>,
}

/// The packages, read.
struct Sources {
    cities: Vec<City>,
    /// Names of places by the name of the CLDR's file.
    places: BTreeMap<String, Vec<String>>,
    /// Given and family names by the locale of Faker.
    persons: BTreeMap<String, [Vec<String>; 2]>,
}

/// Writes the lexicon of each language, and returns their number.
pub(super) fn lexicons(packages: &Packages) -> anyhow::Result<usize> {
    let (Some(geonames), Some(faker), Some(cldr), Some(japanese), Some(korean)) = (
        &packages.geonames,
        &packages.faker,
        &packages.unicode_cldr,
        &packages.ipadic,
        &packages.mecab_ko_dic,
    ) else {
        anyhow::bail!(
            "`compile lexicons` needs all of `--geonames DIR`, `--faker DIR`, `--unicode-cldr DIR`, `--ipadic FILE` and `--mecab-ko-dic FILE`"
        );
    };
    let cities: BTreeMap<String, City> = serde_json::from_str(&read(&geonames.join("cities500.json"))?)?;
    let sources = Sources {
        cities: cities.into_values().collect(),
        places: python_tables("places", cldr)?,
        persons: python_tables("persons", faker)?,
    };
    ensure!(!sources.places.is_empty(), "no places in `{}`: is this the folder `common`?", cldr.display());
    for language in LANGUAGES {
        let mut names = sources.names(language);
        let mut header = HEADER.to_owned();
        if language.tag == "ja" {
            header += JAPANESE;
            add_dictionary(&mut names, japanese, japanese_section)?;
        } else if language.tag == "ko" {
            header += KOREAN;
            add_dictionary(&mut names, korean, korean_section)?;
            divide_full_names(&mut names);
        }
        write(&format!("lexicons/{}.txt", language.tag), &text(&header, &names))?;
    }
    Ok(LANGUAGES.len())
}

impl Sources {
    fn names(&self, language: &Language) -> Names {
        let mut names = Names::new();
        for file in language.cldr {
            let places = self.places.get(*file).into_iter().flatten();
            names.entry("place").or_default().extend(places.filter_map(|place| plain(place)));
        }
        for city in &self.cities {
            let own = Some(&city.name).filter(|_| language.home.contains(&city.countrycode.as_str()));
            let others = city.alternatenames.iter().filter(|name| language.reads(name, city.population));
            names
                .entry("place")
                .or_default()
                .extend(own.into_iter().chain(others).filter_map(|name| plain(name)));
        }
        for [given, family] in language.faker.iter().filter_map(|locale| self.persons.get(*locale)) {
            let other = |name: &&String| !name.is_ascii();
            names
                .entry("given")
                .or_default()
                .extend(given.iter().filter(other).filter_map(|name| plain(name)));
            names
                .entry("surname")
                .or_default()
                .extend(family.iter().filter(other).filter_map(|name| plain(name)));
        }
        names
    }
}

impl Language {
    fn reads(&self, name: &str, population: u64) -> bool {
        let Some((letters, least)) = &self.script else { return false };
        population >= *least && name.starts_with(|letter| letters.contains(&letter))
    }
}

/// Returns a name without what is in brackets behind it, or nothing if that is no name.
fn plain(name: &str) -> Option<String> {
    let name = name.split(['(', '（', '[']).next().unwrap_or_default().trim();
    let fits = name.chars().nth(1).is_some() && !name.contains(['\n', '\t', '#']);
    fits.then(|| name.to_owned())
}

/// Adds the names of a compiled dictionary of MeCab. It has the features of each word as text between zeros.
fn add_dictionary(
    names: &mut Names,
    file: &Path,
    section: impl Fn(&[&str]) -> Option<(&'static str, String)>,
) -> anyhow::Result<()> {
    let bytes = fs::read(file)?;
    let words = bytes.split(|byte| *byte == 0).filter_map(|word| str::from_utf8(word).ok());
    let before = names.values().map(BTreeSet::len).sum::<usize>();
    for word in words {
        if let Some((section, name)) = section(&word.split(',').collect::<Vec<_>>()) {
            names.entry(section).or_default().insert(name);
        }
    }
    let after = names.values().map(BTreeSet::len).sum::<usize>();
    ensure!(after > before, "no names in `{}`: is this the file `sys.dic`?", file.display());
    Ok(())
}

/// Reads a word of the IPA dictionary: 名詞, 固有名詞, kind, part, two of inflection, and the word.
fn japanese_section(features: &[&str]) -> Option<(&'static str, String)> {
    let ["名詞", "固有名詞", kind, part, _, _, name, ..] = features else { return None };
    let section = match (*kind, *part) {
        ("人名", "姓") => "surname",
        ("人名", "名") => "given",
        ("人名", _) => "person",
        ("地域", _) => "place",
        ("組織", _) => "organisation",
        _ => "other",
    };
    let is_long = name.chars().nth(1).is_some() || section == "surname";
    is_long.then(|| (section, (*name).to_owned()))
}

/// Syllables of the longest Korean word for a person. Longer ones are foreign names without their spaces.
const LONGEST_PERSON: usize = 4;
/// Syllables of the longest other Korean name.
const LONGEST_OTHER: usize = 8;

/// Reads a proper noun of mecab-ko-dic: NNP, kind, whether it ends in a consonant, and the word.
fn korean_section(features: &[&str]) -> Option<(&'static str, String)> {
    let ["NNP", kind, _, name, ..] = features else { return None };
    let (section, longest) = match *kind {
        "인명" => ("person", LONGEST_PERSON),
        "지명" => ("place", usize::MAX),
        _ => ("other", LONGEST_OTHER),
    };
    (name.chars().count() <= longest).then(|| (section, (*name).to_owned()))
}

/// Divides Korean full names of three syllables into family and given name.
fn divide_full_names(names: &mut Names) {
    let families: BTreeSet<String> = KOREAN_SURNAMES.chars().map(String::from).collect();
    let Some(persons) = names.get_mut("person") else { return };
    let mut given = BTreeSet::new();
    persons.retain(|name| {
        let (family, rest) = name.split_at(name.chars().next().map_or(0, char::len_utf8));
        let is_full = name.chars().count() == 3 && families.contains(family);
        if is_full {
            given.insert(rest.to_owned());
        }
        !is_full
    });
    names.entry("given").or_default().extend(given);
    names.entry("surname").or_default().extend(families);
}

fn text(header: &str, names: &Names) -> String {
    let sections = names.iter().filter(|(_, names)| !names.is_empty());
    let sections = sections.map(|(section, names)| {
        let lines: Vec<&str> = names.iter().map(String::as_str).collect();
        format!("[{section}]\n{}\n", lines.join("\n"))
    });
    header.to_owned() + &sections.collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_mecab_s_dictionaries_have_their_sections() {
        let japanese = |word: &str| japanese_section(&word.split(',').collect::<Vec<_>>());
        let of = |section, name: &str| Some((section, name.to_owned()));
        assert_eq!(japanese("名詞,固有名詞,人名,姓,*,*,森,モリ,モリ"), of("surname", "森"));
        assert_eq!(japanese("名詞,固有名詞,地域,一般,*,*,横浜,ヨコハマ,ヨコハマ"), of("place", "横浜"));
        assert_eq!(japanese("名詞,固有名詞,地域,一般,*,*,津,ツ,ツ"), None);
        assert_eq!(japanese("名詞,一般,*,*,*,*,雨,アメ,アメ"), None);
        let korean = |word: &str| korean_section(&word.split(',').collect::<Vec<_>>());
        assert_eq!(korean("NNP,지명,T,부산,*,*,*,*"), of("place", "부산"));
        assert_eq!(korean("NNP,인명,T,제이슨도넬리,*,*,*,*"), None);
    }

    #[test]
    fn korean_full_names_are_divided() {
        let persons = ["홍길동", "미첼", "황"].map(str::to_owned);
        let mut names = Names::from([("person", BTreeSet::from(persons))]);
        divide_full_names(&mut names);
        assert_eq!(Vec::from_iter(&names["person"]), ["미첼", "황"]);
        assert_eq!(Vec::from_iter(&names["given"]), ["길동"]);
        assert!(names["surname"].contains("홍"));
    }

    #[test]
    fn a_language_reads_names_in_its_script_and_of_its_countries() {
        let city = |json: &str| serde_json::from_str::<City>(json).unwrap();
        let cities = vec![
            city(r#"{"name": "Tartu", "countrycode": "EE", "population": 91407, "alternatenames": ["তার্তু"]}"#),
            city(
                r#"{"name": "Pune", "countrycode": "IN", "population": 3124458, "alternatenames": ["पुणे", "পুনে"]}"#,
            ),
        ];
        let places = BTreeMap::from([("et".to_owned(), vec!["Holland (Madalmaad)".to_owned()])]);
        let sources = Sources { cities, places, persons: BTreeMap::new() };
        let names = |tag: &str| {
            let language = LANGUAGES.iter().find(|language| language.tag == tag).unwrap();
            Vec::from_iter(sources.names(language).remove("place").unwrap())
        };
        assert_eq!(names("et"), ["Holland", "Tartu"]);
        assert_eq!(names("bn"), ["তার্তু", "পুনে"]);
    }
}
