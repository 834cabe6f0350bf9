//! Properties of amounts in every language of the table of the calendar.

use std::sync::LazyLock;

use messages::Field;
use proptest::prelude::*;
use text::Span;

use super::decimal::Decimal;
use super::vocabulary::Vocabulary;
use super::{Expression, Grammar, table};
use crate::document::{Document, Passage, Placement};
use crate::gazetteer::Gazetteer;
use crate::languages::{CalendarSystem, DateWords, profile};

static GRAMMAR: LazyLock<Grammar> = LazyLock::new(Grammar::load);
static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::load);

/// Returns what the grammar finds in one sentence, with the bytes of each expression.
fn find(language: &str, body: &str, is_sure: bool) -> Vec<(Expression, Span)> {
    let mut document = Document::new("", body, language);
    document.is_language_sure = is_sure;
    let span = Span::new(0, body.len());
    document.push(Passage { field: Field::Body, span, block: 0, placement: Placement::Body }, &GAZETTEER);
    let found = GRAMMAR.find(&document, None);
    found.into_iter().map(|each| (each.clone(), document.locate(&each.tokens).unwrap().1)).collect()
}

/// Returns the magnitudes of a language: those of the table and its own, with their factors.
fn magnitudes(tag: &str) -> Vec<(String, Decimal)> {
    let mut words: Vec<(String, Decimal)> = Vec::new();
    let own = profile(tag).dates.map_or(&[][..], |dates| dates.scales);
    for (list, factor) in own {
        let forms =
            list.split_ascii_whitespace().filter(|form| !form.ends_with('*') && form.chars().count() > 1);
        words.extend(forms.map(|form| (form.replace('_', " "), Decimal::of(*factor).unwrap())));
    }
    for (word, factor) in of_the_table(tag) {
        // The language's own list decides about a word that both have.
        if !words.iter().any(|(known, _)| *known == word.to_lowercase()) {
            words.push((word, factor));
        }
    }
    words
}

/// Returns the magnitudes of a language in the table.
fn of_the_table(tag: &str) -> Vec<(String, Decimal)> {
    let mut words = Vec::new();
    for line in table::rows(tag).lines() {
        let Some(("scale", power, forms)) = table::row(line) else { continue };
        let factor = Decimal::power_of_ten(power.parse().unwrap()).unwrap();
        words.extend(forms.map(|form| (form.to_owned(), factor)));
    }
    words
}

/// Returns what is wrong with a number and a magnitude behind it: it must be multiplied or have no value, and
/// the magnitude must be inside the mention.
fn faults(language: &str, number: u32, word: &str, factor: Decimal) -> Vec<String> {
    let expected = Decimal::read(&number.to_string(), "").unwrap().times(factor);
    let expected = expected.map(|product| format!("EUR {product}"));
    let mut faults = Vec::new();
    for text in [format!("€{number} {word}"), format!("€ {number} {word}."), format!("{number} {word} EUR")]
    {
        let found = find(language, &text, true).into_iter();
        for (found, span) in found.filter(|(found, _)| found.entity_type == messages::EntityType::Money) {
            let is_inside = span.end >= text.find(word).unwrap() + word.len();
            if !is_inside || (found.value.is_some() && found.value != expected) {
                faults.push(format!("{language} {text:?}: {:?} {:?}", span.of(&text), found.value));
            }
        }
    }
    faults
}

/// Returns a 64th of the cases asked for: 4 of 256, and 312 with `PROPTEST_CASES=20000`. Each case reads every
/// magnitude of every language.
fn few_cases() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: (usual.cases / 64).max(1), ..usual }
}

proptest! {
    #![proptest_config(few_cases())]

    #[test]
    fn a_magnitude_of_the_language_multiplies_or_leaves_no_value(number in 1_u32..999) {
        let all = table::tags().flat_map(|tag| {
            magnitudes(tag).into_iter().flat_map(move |(word, factor)| faults(tag, number, &word, factor))
        });
        prop_assert_eq!(all.collect::<Vec<_>>(), Vec::<String>::new());
    }

    #[test]
    fn a_magnitude_of_another_language_multiplies_or_leaves_no_value(number in 1_u32..999, other in 1_usize..100) {
        let tags: Vec<&str> = table::tags().collect();
        let mut all = Vec::new();
        for (at, tag) in tags.iter().enumerate() {
            let reader = tags.get((at + other) % tags.len()).unwrap();
            let own: Vec<String> = magnitudes(reader).into_iter().map(|(word, _)| word.to_lowercase()).collect();
            for (word, factor) in of_the_table(tag) {
                // A word of the reader's language, or a form of it, has the meaning that it has there.
                let lower = word.to_lowercase();
                let begins = |own: &String| own.chars().zip(lower.chars()).take_while(|(one, other)| one == other).count();
                // Words of scripts with capitals are one token in texts of every language.
                let is_cased = |letter: char| letter.is_lowercase() || letter.is_uppercase();
                let is_long = word.chars().count() > 4 && word.chars().all(is_cased);
                if is_long && own.iter().all(|own| *own != lower && begins(own) < 5) {
                    all.extend(faults(reader, number, &word, factor));
                }
            }
        }
        prop_assert_eq!(all, Vec::<String>::new());
    }
}

proptest! {
    #[test]
    fn long_numbers_and_mixed_digits_have_no_value(language in prop::sample::select(vec!["en", "de", "hi", "ar", "ja", "und"]), length in 30_usize..500) {
        for text in [
            format!("$ {}", "9".repeat(length)),
            format!("{} euros", "9".repeat(length)),
            format!("$9{} trillion", "9".repeat(length)),
            "$1٢3 million".to_owned(),
            "5५ %".to_owned(),
        ] {
            for (found, _) in find(language, &text, true) {
                prop_assert_eq!(found.value, None, "{} in {}", text, language);
            }
        }
    }
}

#[test]
fn the_seeds_of_the_fuzzer_hold_nothing_that_has_a_value() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/seeds/tag");
    let (mut seeds, mut faults) = (0, Vec::new());
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        // The name begins with the language.
        let name = entry.file_name().into_string().unwrap();
        let text = std::fs::read_to_string(entry.path()).unwrap();
        seeds += 1;
        for (found, span) in find(name.split('.').next().unwrap(), &text, true) {
            faults.extend(found.value.map(|value| format!("{name}: {:?} is {value}", span.of(&text))));
        }
    }
    assert_eq!(faults, Vec::<String>::new());
    assert!(seeds > 10, "{seeds} seeds");
}

/// Bytes of the table of the calendar that the binary may have.
const MOST_PACKED: usize = 1_500_000;

#[test]
fn the_packed_table_is_small() {
    let packed: usize = table::tags().filter_map(table::packed).map(<[u8]>::len).sum();
    println!("the table of the calendar has {packed} bytes in the binary");
    assert!((100_000..MOST_PACKED).contains(&packed), "{packed} bytes");
}

#[test]
fn what_cannot_be_read_whole_keeps_its_span() {
    let long = format!("$ {}", "9".repeat(400));
    let found = find("en", &long, true);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].0.value.as_ref(), found[0].1.len()), (None, long.len()));
    let found = find("en", "9999999999999999 trillion dollars", true);
    assert_eq!((found[0].0.value.as_ref(), found[0].1.len()), (None, 33));
}

#[test]
fn in_a_doubtful_language_only_what_is_common_has_a_value() {
    let value = |text| find("de", text, false).first().and_then(|(found, _)| found.value.clone());
    assert_eq!(value("€1.200"), None);
    assert_eq!(value("€1.200,50").as_deref(), Some("EUR 1200.5"));
    assert_eq!(value("€5 Millionen").as_deref(), Some("EUR 5000000"));
    assert_eq!(value("€5 billion"), None);
}

#[test]
fn the_table_has_every_language_that_has_words_of_its_own_or_a_model() {
    assert!(table::tags().count() > 100);
    for language in ["en", "de", "fr", "es", "pt", "hr", "sv"] {
        assert!(GRAMMAR.knows(language) && !table::rows(language).is_empty(), "{language}");
    }
}

/// Returns the row of a language in the table of `docs/dates-and-amounts.md`.
fn row(tag: &str) -> String {
    let yes = |holds: bool| if holds { "yes" } else { "" };
    let known = profile(tag);
    let decimal = if Vocabulary::new(tag, known).marks.decimal_comma { "comma" } else { "point" };
    let own = known.dates;
    let has = |wanted: fn(&DateWords) -> bool| yes(own.is_some_and(wanted));
    let calendar = own.map_or("", |words| match words.other_calendar.map(|calendar| calendar.system) {
        Some(CalendarSystem::Persian) => "solar",
        Some(CalendarSystem::Hebrew) => "Hebrew",
        Some(CalendarSystem::Ethiopian) => "Ethiopian",
        Some(CalendarSystem::Islamic) => "Islamic",
        Some(CalendarSystem::Nepali) => "Nepali",
        None if words.buddhist_years => "Buddhist",
        None if !words.eras.is_empty() => "eras",
        None => "",
    });
    let cells = [
        &format!("`{tag}`"),
        decimal,
        yes(own.is_some()),
        has(|words| !(words.last.is_empty() && words.ago.is_empty() && words.ago_before.is_empty())),
        has(|words| !words.present.is_empty()),
        has(|words| !(words.half_to.is_empty() && words.and_half.is_empty()) || words.clock_signs.is_some()),
        calendar,
    ];
    format!("| {} |", cells.join(" | "))
}

#[test]
fn the_page_about_dates_has_a_row_for_each_language() {
    let page = include_str!("../../../../docs/dates-and-amounts.md");
    let rows: Vec<String> = table::tags().filter(|tag| *tag != table::COMMON).map(row).collect();
    assert!(page.contains(&rows.join("\n")), "the table of languages must be:\n{}", rows.join("\n"));
}
