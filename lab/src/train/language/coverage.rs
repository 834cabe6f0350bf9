//! Learns the coverage of each language: the n-grams of its training texts, and the share of them in other
//! texts of the language.

use std::collections::{BTreeMap, HashMap};

use language_detector::{
    clean,
    model::{Coverage, TrainedGroup, WORD_WEIGHT, bit_set, tolerance_divisor, visit_features},
};
use text::{dominant_script, script_code};

use super::texts::Texts;

/// Bytes of a set. The languages with most texts set a quarter of its bits.
const BYTES: usize = 12_288;

/// An n-gram seen only once is left out, because it is probably from a name or a foreign word.
const LEAST_COUNT: u32 = 2;

/// Share of a language's own texts that may fail the test of coverage.
///
/// A higher share rejects more texts of unknown languages, but also more headlines of known ones: at 0.09 a
/// fifth fewer of the former pass, and 1.5 percent fewer of the latter.
const GIVEN_UP: f64 = 0.06;

/// Languages with a similar written language that the model does not know: Bhojpuri and Maithili for Hindi
/// and Nepali, Cebuano and Hiligaynon for Tagalog, Scottish Gaelic for Irish. Their tolerance is multiplied
/// by the factor below. In the texts of `eval language --others`, unknown languages passed for these most
/// often.
const RELATIVES_UNKNOWN: [&str; 9] = ["cat", "gle", "hin", "ita", "nde", "nep", "nld", "spa", "tgl"];
const TOLERANCE_FACTOR: f32 = 0.6;

/// The script without coverage: its words have one or two characters, too few for n-grams.
const WITHOUT_COVERAGE: &str = "Hani";

/// Gives each language of `groups` its coverage.
///
/// `scripts` are the training texts. `texts` are other texts with their languages, which show how much of a
/// text is usually covered.
pub(super) fn learn(
    groups: &mut [TrainedGroup],
    scripts: &BTreeMap<&'static str, Texts>,
    texts: &[(&str, String)],
) {
    let cleaned: Vec<(&str, &str, String)> = texts
        .iter()
        .filter_map(|(language, text)| {
            let words = clean(text, usize::MAX);
            Some((*language, script_code(dominant_script(&words)?), words))
        })
        .collect();
    for group in groups.iter_mut().filter(|group| group.script != WITHOUT_COVERAGE) {
        let Some(trained) = scripts.get(group.script.as_str()) else { continue };
        group.coverages = trained
            .iter()
            .map(|(language, trained)| {
                let own =
                    cleaned.iter().filter(|(gold, script, _)| gold == language && *script == group.script);
                let mut known =
                    measured(set(trained), &own.map(|(_, _, words)| words.as_str()).collect::<Vec<_>>());
                if RELATIVES_UNKNOWN.contains(&language.as_str()) {
                    known.tolerance *= TOLERANCE_FACTOR;
                }
                known
            })
            .collect();
        fill_in(&mut group.coverages);
    }
}

/// Returns the set of the n-grams and words of the training texts.
fn set(texts: &[String]) -> Vec<u8> {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for text in texts {
        visit_features(text, |hash, weight| {
            let is_word = weight >= WORD_WEIGHT;
            *counts.entry(hash).or_default() += if is_word { LEAST_COUNT } else { 1 };
        });
    }
    bit_set(counts.into_iter().filter(|(_, count)| *count >= LEAST_COUNT).map(|(hash, _)| hash), BYTES)
}

/// Measures the expected coverage and the tolerance on `texts`. Without texts both are not a number.
fn measured(seen: Vec<u8>, texts: &[&str]) -> Coverage {
    let mut coverage = Coverage { seen: seen.into(), expected: f32::NAN, tolerance: f32::NAN };
    if texts.is_empty() {
        return coverage;
    }
    let shares: Vec<f32> = texts.iter().map(|text| coverage.share(text)).collect();
    let expected = shares.iter().sum::<f32>() / shares.len() as f32;
    let mut short: Vec<f32> =
        shares.iter().zip(texts).map(|(share, text)| (expected - share) * tolerance_divisor(text)).collect();
    short.sort_by(f32::total_cmp);
    let kept = ((1.0 - GIVEN_UP) * short.len() as f64) as usize;
    coverage.expected = expected;
    coverage.tolerance = short.get(kept.min(short.len() - 1)).copied().unwrap_or_default();
    coverage
}

/// Gives a language without calibration documents the mean of the others of its script.
fn fill_in(coverages: &mut [Coverage]) {
    let known: Vec<(f32, f32)> = coverages
        .iter()
        .filter(|known| !known.expected.is_nan())
        .map(|known| (known.expected, known.tolerance))
        .collect();
    let count = known.len().max(1) as f32;
    let (expected, tolerance) =
        known.iter().fold((0.0, 0.0), |(expected, tolerance), one| (expected + one.0, tolerance + one.1));
    for coverage in coverages.iter_mut().filter(|coverage| coverage.expected.is_nan()) {
        (coverage.expected, coverage.tolerance) = (expected / count, tolerance / count);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remembers_a_word_at_once_and_an_n_gram_seen_twice() {
        let share = |text: &str| {
            let seen = set(&["brandweer".to_owned()]);
            Coverage { seen: seen.into(), expected: 0.0, tolerance: 0.0 }.share(text)
        };
        assert!(share("brandweer") < 0.5 && share("brandweer") > 0.2);
        let twice = set(&["brandweer".to_owned(), "brandweer".to_owned()]);
        let twice = Coverage { seen: twice.into(), expected: 0.0, tolerance: 0.0 };
        assert!((twice.share("brandweer") - 1.0).abs() < 1e-6);
    }

    #[test]
    fn tolerates_most_of_a_language_s_own_texts() {
        let seen = set(&["een".to_owned(), "twee".to_owned()]);
        let strange = ["vier"; 2].into_iter().chain(["een twee"; 18]).collect::<Vec<_>>();
        let coverage = measured(seen, &strange);
        assert!(coverage.admits("een twee") && !coverage.admits("vijf zes zeven acht negen tien elf"));
    }
}
