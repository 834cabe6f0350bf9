//! What each language met in its own training texts, and how much of it is met again in others of the
//! language.

use std::collections::{BTreeMap, HashMap};

use language_detector::{
    clean,
    model::{Acquaintance, TrainedGroup, WORD_COUNTS, each_feature, evenness, set_of},
};
use text::{dominant_script, script_code};

use super::texts::Texts;

/// Bytes of a set: a quarter of its bits are set by the languages with most texts.
const BYTES: usize = 12_288;

/// An n-gram met only once is left out: a name or a foreign word.
const LEAST_COUNT: u32 = 2;

/// Share of a language's own texts that are given up as too strange. The more, the fewer of other languages
/// pass and the fewer headlines are covered: at 0.09 one and a half in a hundred fewer, for a fifth fewer
/// that pass.
const GIVEN_UP: f64 = 0.06;

/// Languages with a written relative that neither the model nor its training texts know: Bhojpuri and
/// Maithili beside Hindi and Nepali, Cebuano and Hiligaynon beside Tagalog, Scottish Gaelic beside Irish. Of
/// these more is given up: the slack is that much smaller. They are the ones that relatives passed for most
/// in the texts of `eval language --others`.
const RELATIVES_UNKNOWN: [&str; 9] = ["cat", "gle", "hin", "ita", "nde", "nep", "nld", "spa", "tgl"];
const SLACK_BESIDE_RELATIVES: f32 = 0.6;

/// Chinese characters are one or two to a word; whatever else is written in them counts as Chinese.
const NOT_ASKED: &str = "Hani";

/// Gives each language of `groups` its acquaintance: with `scripts`, the training texts, and with what
/// `texts`, other ones with their languages, hold of it.
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
    for group in groups.iter_mut().filter(|group| group.script != NOT_ASKED) {
        let Some(trained) = scripts.get(group.script.as_str()) else { continue };
        group.acquaintances = trained
            .iter()
            .map(|(language, trained)| {
                let own =
                    cleaned.iter().filter(|(gold, script, _)| gold == language && *script == group.script);
                let mut known =
                    measured(set(trained), &own.map(|(_, _, words)| words.as_str()).collect::<Vec<_>>());
                if RELATIVES_UNKNOWN.contains(&language.as_str()) {
                    known.slack *= SLACK_BESIDE_RELATIVES;
                }
                known
            })
            .collect();
        fill_in(&mut group.acquaintances);
    }
}

fn set(texts: &[String]) -> Vec<u8> {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for text in texts {
        each_feature(text, |hash, counts_for| {
            let is_word = counts_for >= WORD_COUNTS;
            *counts.entry(hash).or_default() += if is_word { LEAST_COUNT } else { 1 };
        });
    }
    set_of(counts.into_iter().filter(|(_, count)| *count >= LEAST_COUNT).map(|(hash, _)| hash), BYTES)
}

/// The acquaintance of a language that met `met`, with what is usual in `texts`; without texts that is left
/// open.
fn measured(met: Vec<u8>, texts: &[&str]) -> Acquaintance {
    let mut acquaintance = Acquaintance { met: met.into(), usual: f32::NAN, slack: f32::NAN };
    if texts.is_empty() {
        return acquaintance;
    }
    let shares: Vec<f32> = texts.iter().map(|text| acquaintance.share(text)).collect();
    let usual = shares.iter().sum::<f32>() / shares.len() as f32;
    let mut short: Vec<f32> =
        shares.iter().zip(texts).map(|(share, text)| (usual - share) * evenness(text)).collect();
    short.sort_by(f32::total_cmp);
    let kept = ((1.0 - GIVEN_UP) * short.len() as f64) as usize;
    acquaintance.usual = usual;
    acquaintance.slack = short.get(kept.min(short.len() - 1)).copied().unwrap_or_default();
    acquaintance
}

/// A language without calibration documents is expected to be like the others of its script.
fn fill_in(acquaintances: &mut [Acquaintance]) {
    let known: Vec<(f32, f32)> = acquaintances
        .iter()
        .filter(|known| !known.usual.is_nan())
        .map(|known| (known.usual, known.slack))
        .collect();
    let count = known.len().max(1) as f32;
    let (usual, slack) = known.iter().fold((0.0, 0.0), |(usual, slack), of| (usual + of.0, slack + of.1));
    for acquaintance in acquaintances.iter_mut().filter(|acquaintance| acquaintance.usual.is_nan()) {
        (acquaintance.usual, acquaintance.slack) = (usual / count, slack / count);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_remembered_at_once_and_an_n_gram_when_it_returns() {
        let share = |text: &str| {
            let met = set(&["brandweer".to_owned()]);
            Acquaintance { met: met.into(), usual: 0.0, slack: 0.0 }.share(text)
        };
        assert!(share("brandweer") < 0.5 && share("brandweer") > 0.2);
        let twice = set(&["brandweer".to_owned(), "brandweer".to_owned()]);
        let twice = Acquaintance { met: twice.into(), usual: 0.0, slack: 0.0 };
        assert!((twice.share("brandweer") - 1.0).abs() < 1e-6);
    }

    #[test]
    fn a_tenth_of_a_language_s_own_texts_may_fall_short() {
        let met = set(&["een".to_owned(), "twee".to_owned()]);
        let strange = ["vier"; 2].into_iter().chain(["een twee"; 18]).collect::<Vec<_>>();
        let acquaintance = measured(met, &strange);
        assert!(acquaintance.fits("een twee") && !acquaintance.fits("vijf zes zeven acht negen tien elf"));
    }
}
