//! Compiles the words of dates, amounts and units in all languages from the Unicode CLDR in PyPI's `babel`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use language_detector::KnownLanguage;
use serde_json::{Map, Value};

use super::files::{python_tables, write};

const HEADER: &str = "# Words of dates, amounts and units by language. Source: Unicode CLDR by way of PyPI babel, licence Unicode-3.0.
# Written by `cargo lab compile calendar`. `[tag]` begins a language. A row: kind, key, forms.
";

/// Currencies in use, with those that the euro replaced and that news still names (ISO 4217).
const CURRENCIES: &str = "
    AED AFN ALL AMD AOA ARS AUD AZN BAM BDT BGN BHD BIF BND BOB BRL BWP BYN CAD CDF CHF CLP CNY COP CRC CUP
    CZK DEM DJF DKK DOP DZD EGP ERN ETB EUR FJD FRF GBP GEL GHS GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS
    INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD
    MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON
    RSD RUB RWF SAR SBD SCR SDG SEK SGD SLE SOS SRD SSP SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX
    USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
";

/// CLDR's units with the sign that a value gets.
const UNITS: [(&str, &str); 34] = [
    ("length-kilometer", "km"),
    ("length-meter", "m"),
    ("length-centimeter", "cm"),
    ("length-millimeter", "mm"),
    ("length-mile", "mi"),
    ("length-yard", "yd"),
    ("length-foot", "ft"),
    ("length-inch", "in"),
    ("length-nautical-mile", "nmi"),
    ("mass-tonne", "t"),
    ("mass-kilogram", "kg"),
    ("mass-gram", "g"),
    ("mass-pound", "lb"),
    ("mass-ounce", "oz"),
    ("area-square-kilometer", "km²"),
    ("area-square-meter", "m²"),
    ("area-square-mile", "mi²"),
    ("area-hectare", "ha"),
    ("area-acre", "acre"),
    ("volume-cubic-meter", "m³"),
    ("volume-liter", "l"),
    ("volume-gallon", "gal"),
    ("volume-barrel", "bbl"),
    ("temperature-celsius", "°C"),
    ("temperature-fahrenheit", "°F"),
    ("angle-degree", "°"),
    ("power-kilowatt", "kW"),
    ("power-megawatt", "MW"),
    ("power-gigawatt", "GW"),
    ("energy-kilowatt-hour", "kWh"),
    ("speed-kilometer-per-hour", "km/h"),
    ("speed-meter-per-second", "m/s"),
    ("speed-mile-per-hour", "mph"),
    ("concentr-percent", "%"),
];

/// CLDR's fields of a span of time, with the name in the table.
const SPANS: [(&str, &str); 4] = [("day", "day"), ("week", "week"), ("month", "month"), ("year", "year")];

/// CLDR's fields of the weekdays, counted from Monday.
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Rows of one language in the order of the table, each with its forms.
type Rows = Vec<(String, BTreeSet<String>)>;

/// Reads the package in `folder`, writes the table and returns its number of languages.
pub(super) fn calendar(folder: &Path) -> anyhow::Result<usize> {
    let locales: BTreeMap<String, Value> = python_tables("cldr", folder)?;
    let (text, count) = table(&locales);
    write("calendar.tsv", &text)?;
    Ok(count)
}

/// Returns the table, and its number of languages: those that the detector names and whose months CLDR knows.
fn table(locales: &BTreeMap<String, Value>) -> (String, usize) {
    let mut languages: BTreeMap<&str, Rows> = BTreeMap::new();
    for (locale, data) in locales {
        let Some(language) = KnownLanguage::from_tag(locale) else { continue };
        if !at(data, &["months", "format", "wide"]).is_null() {
            languages.insert(language.tag, rows(data));
        }
    }
    // Bokmål and Nynorsk refer to the data of `no`, which the detector calls `nb`.
    if let Some(norwegian) = languages.get("nb").cloned() {
        languages.entry("nn").or_insert(norwegian);
    }
    let common = common(&languages);
    languages.insert(messages::UNDETERMINED, common);
    let mut text = HEADER.to_owned();
    for (tag, rows) in &languages {
        text.extend(["[", tag, "]\n"]);
        for (key, forms) in rows.iter().filter(|(_, forms)| !forms.is_empty()) {
            let forms: Vec<&str> = forms.iter().map(String::as_str).collect();
            text.extend([key.as_str(), "\t", &forms.join("\t"), "\n"]);
        }
    }
    (text, languages.len() - 1)
}

/// Returns the magnitudes that have one meaning in all languages, and those that have several.
fn common(languages: &BTreeMap<&str, Rows>) -> Rows {
    let mut powers: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (key, words) in languages.values().flatten() {
        let Some(power) = key.strip_prefix("scale\t") else { continue };
        for word in words.iter().filter(|word| word.chars().count() > 2 && !word.contains(' ')) {
            powers.entry(word.to_lowercase()).or_default().insert(power);
        }
    }
    let mut rows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (word, powers) in powers {
        let key = match powers.first() {
            Some(power) if powers.len() == 1 => format!("scale\t{power}"),
            _ => "open_scale\t".to_owned(),
        };
        rows.entry(key).or_default().insert(word);
    }
    rows.into_iter().collect()
}

fn rows(data: &Value) -> Rows {
    let mut rows = Rows::new();
    let mut add = |key: String, forms: Vec<String>| {
        let forms = forms.into_iter().map(|form| form.trim().to_owned());
        rows.push((key, forms.filter(|form| !form.is_empty() && !form.contains(['\t', '\n'])).collect()));
    };
    add("mark\tdecimal".to_owned(), vec![decimal_mark(data).to_owned()]);
    for (kind, table, width, numbers) in [
        ("month", "months", "wide", 1..=12),
        ("short_month", "months", "abbreviated", 1..=12),
        ("weekday", "days", "wide", 0..=6),
    ] {
        for number in numbers {
            add(format!("{kind}\t{number}"), calendar_names(data, table, width, number));
        }
    }
    for (power, forms) in scales(data) {
        add(format!("scale\t{power}"), forms.into_iter().collect());
    }
    let mut currencies: BTreeMap<String, usize> = BTreeMap::new();
    for code in CURRENCIES.split_ascii_whitespace() {
        let names: BTreeSet<String> = currency_names(data, code).into_iter().collect();
        for name in names {
            *currencies.entry(name).or_default() += 1;
        }
    }
    for code in CURRENCIES.split_ascii_whitespace() {
        // A name of two currencies names neither.
        let mut names = currency_names(data, code);
        names.retain(|name| currencies.get(name) == Some(&1));
        add(format!("currency\t{code}"), names);
        let sign = at(data, &["currency_symbols", code]).as_str().map(plain);
        add(format!("sign\t{code}"), sign.into_iter().filter(|sign| sign != code).collect());
    }
    for (unit, sign) in UNITS {
        add(format!("unit\t{sign}"), unit_names(at(data, &["unit_patterns", unit])));
    }
    for (field, name) in SPANS {
        let entry = at(data, &["date_fields", field]);
        for (offset, words) in object(at(entry, &["relative"])) {
            add(format!("relative\t{name} {offset}"), texts(words));
        }
        add(format!("span\t{name}"), unit_names(at(data, &["unit_patterns", &format!("duration-{field}")])));
        for direction in ["past", "future"] {
            add(format!("{direction}\t{name}"), texts(at(entry, &[direction])));
        }
    }
    for (number, field) in WEEKDAYS.iter().enumerate() {
        for (offset, words) in object(at(data, &["date_fields", field, "relative"])) {
            add(format!("relative\tweekday{number} {offset}"), texts(words));
        }
    }
    rows
}

/// Returns the sign between whole and fraction.
fn decimal_mark(data: &Value) -> &str {
    let system = at(data, &["default_numbering_system"]).as_str().unwrap_or("latn");
    let of = |system| at(data, &["number_symbols", system, "decimal"]).as_str();
    of("latn").or_else(|| of(system)).unwrap_or(".")
}

/// Returns the names of a month or weekday in one width. Numbers, as in "1月", are no names.
fn calendar_names(data: &Value, table: &str, width: &str, number: u8) -> Vec<String> {
    let name = |context| at(data, &[table, context, width, &number.to_string()]).as_str();
    let forms = ["format", "stand-alone"].into_iter().filter_map(name);
    let forms = forms.map(|form| plain(form).trim_end_matches('.').to_lowercase());
    forms.filter(|form| form.chars().count() > 1 && !form.contains(char::is_numeric)).collect()
}

/// Returns the words for powers of ten, by the power: from "00 lakh" for 1,000,000 that "lakh" is 5.
fn scales(data: &Value) -> BTreeMap<usize, BTreeSet<String>> {
    let mut scales: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for table in ["compact_decimal_formats", "compact_currency_formats"] {
        for patterns in object(at(data, &[table])).flat_map(|(_, plurals)| object(plurals)) {
            for (number, pattern) in object(patterns.1) {
                let Some(pattern) = pattern.as_str() else { continue };
                let zeros = pattern.chars().filter(|each| *each == '0').count();
                let word = plain(pattern.split(';').next().unwrap_or_default());
                let word = word.replace(['0', '\'', '¤'], "").trim().trim_end_matches('.').to_owned();
                // One letter is more often a unit, "5 M" and "5 K": the grammar has rules for those. "kM" reads
                // like a kilometre.
                let is_cased = |each: char| each.is_lowercase() || each.is_uppercase();
                let is_letter = (word.chars().count() < 2 && word.chars().all(is_cased)) || word == "kM";
                if zeros > 0 && !word.is_empty() && !is_letter {
                    scales.entry(number.len() - zeros).or_default().insert(word);
                }
            }
        }
    }
    scales
}

/// Returns the names of a currency in all plural forms, without years: "(1948–1990)".
fn currency_names(data: &Value, code: &str) -> Vec<String> {
    let mut names = texts(at(data, &["currency_names_plural", code]));
    names.extend(texts(at(data, &["currency_names", code])));
    names.retain(|name| name != code && !name.contains(|each: char| each.is_numeric() || each == '('));
    names.iter().map(|name| plain(name).to_lowercase()).collect()
}

/// Returns the words of a unit in all widths and plural forms, without the number.
fn unit_names(patterns: &Value) -> Vec<String> {
    let widths = ["long", "short", "narrow"];
    let all = widths.iter().flat_map(|width| object(at(patterns, &[width])));
    let forms = all.filter(|(plural, _)| *plural != "per").flat_map(|(_, pattern)| texts(pattern));
    // "un kilómetro": the number is in words.
    let forms = forms.filter(|form| form.contains("{0}"));
    forms.map(|form| plain(&form.replace("{0}", "")).trim().trim_end_matches('.').to_owned()).collect()
}

/// Returns a text without the marks of direction, with plain spaces.
fn plain(text: &str) -> String {
    let text: String =
        text.chars().filter(|each| !matches!(each, '\u{200e}' | '\u{200f}' | '\u{61c}')).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns every text in a value.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![plain(text)],
        Value::Object(entries) => entries.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

fn at<'v>(value: &'v Value, path: &[&str]) -> &'v Value {
    path.iter().fold(value, |value, key| value.get(key).unwrap_or(&Value::Null))
}

fn object(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn lines(data: &Value) -> Vec<String> {
        let locales = BTreeMap::from([("nl".to_owned(), data.clone()), ("tlh".to_owned(), data.clone())]);
        let (text, count) = table(&locales);
        assert_eq!(count, 1, "a language that the detector does not name is left out");
        text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
    }

    #[test]
    fn a_language_has_its_words_under_kind_and_key() {
        let data = json!({
            "months": {"format": {"wide": {"3": "maart"}, "abbreviated": {"3": "mrt."}}},
            "number_symbols": {"latn": {"decimal": ","}},
            "compact_decimal_formats": {
                "long": {"other": {"1000": "0 duizend", "10000": "00 duizend"}},
                "short": {"other": {"1000": "0K", "1000000000": "0 mld'.'"}}
            },
            "currency_names_plural": {"USD": {"one": "Amerikaanse dollar"}, "DEM": {"one": "mark (1948)"}},
            "unit_patterns": {"length-kilometer": {"long": {"other": "{0} kilometer", "per": "{0} per kilometer"}}}
        });
        assert_eq!(
            lines(&data),
            [
                "[nl]",
                "mark\tdecimal\t,",
                "month\t3\tmaart",
                "short_month\t3\tmrt",
                "scale\t3\tduizend",
                "scale\t9\tmld",
                "currency\tUSD\tamerikaanse dollar",
                "unit\tkm\tkilometer",
                // The magnitudes that all languages share, for texts whose language is not known.
                "[und]",
                "scale\t3\tduizend",
                "scale\t9\tmld"
            ]
        );
    }

    #[test]
    fn a_magnitude_is_the_number_without_the_digits_of_its_pattern() {
        let data = json!({"compact_decimal_formats": {"long": {"other": {"1000000": "00 लाख", "10000000": "0 करोड़"}}}});
        let found = scales(&data);
        assert_eq!(found.get(&5).map(BTreeSet::len), Some(1));
        assert!(found.get(&7).is_some_and(|words| words.contains("करोड़")));
    }
}
