//! Fits what is not a weight on documents that the weights were not trained on.

use std::collections::{BTreeMap, BTreeSet};

use language_detector::{
    LanguageDetector, clean,
    model::{Features, Model, Settings, TrainedGroup, encode},
};
use messages::UNDETERMINED;
use text::{dominant_script, script_code};

use crate::{
    corpus::ntrex::{Document, Length},
    languages::whatlang_knows,
    metrics::matching::ratio,
};

/// Most wrong answers among the reliable ones, over the languages that whatlang knows.
const MOST_WRONG: f64 = 0.001;

/// Least familiarity that is called reliable. Chosen on the held-out documents, by models without every fourth
/// language of the Latin script, and again without those one further on: lower, and languages without a
/// relative in the model pass for one that is there; higher, and headlines are no longer covered.
const LEAST_FAMILIARITY: f32 = 0.58;

/// The same, for what longer texts are asked more: their mean weight scatters less.
const FAMILIARITY_GROWTH: f32 = 0.09;

/// Its translation is at odds with its other texts (half of it reads as Sotho to the model whatever it is trained on),
/// so it would teach a doubt that no other language needs.
const LEFT_ASIDE: &str = "nso";

/// A text found in so many languages was translated into none of them; close relatives may share one.
const MOST_LANGUAGES_OF_A_TEXT: usize = 4;

/// Lengths that confidence has to be right at.
const LENGTHS: [Length; 3] = [Length::Headline, Length::Short, Length::Lead];

/// Measures how high the mean weight of a feature is in texts of each language.
pub(super) fn expect(groups: &mut [TrainedGroup], documents: &[Document]) {
    for group in groups {
        let width = group.languages.len();
        let mut sums = vec![(0.0_f32, 0_usize); width];
        for document in documents {
            let Some(column) = group.languages.iter().position(|code| *code == document.language) else {
                continue;
            };
            for text in LENGTHS.iter().flat_map(|length| document.texts(*length)) {
                let words = clean(&text, usize::MAX);
                if dominant_script(&words).is_some_and(|script| script_code(script) == group.script)
                    && let Some(sum) = sums.get_mut(column)
                {
                    sum.0 += mean_weight(group, column, &words);
                    sum.1 += 1;
                }
            }
        }
        let means: Vec<Option<f32>> =
            sums.iter().map(|(sum, count)| (*count > 0).then(|| sum / *count as f32)).collect();
        let known: Vec<f32> = means.iter().flatten().copied().collect();
        // A language without calibration documents is expected to be like the others of its script.
        let average = known.iter().sum::<f32>() / known.len().max(1) as f32;
        group.expected = means.into_iter().map(|mean| mean.unwrap_or(average)).collect();
    }
}

fn mean_weight(group: &TrainedGroup, column: usize, words: &str) -> f32 {
    let mut features = Features::default();
    features.read(words, group.size);
    let width = group.languages.len();
    let weight = |bucket: &u32| group.weights.get(*bucket as usize * width + column).copied().unwrap_or(0.0);
    let sum: f32 = features.buckets.iter().map(weight).sum();
    sum / features.buckets.len().max(1) as f32
}

/// The texts with their languages. What stands untranslated in several languages, such as a French quotation, is
/// not in the language of its document and left out.
fn texts(documents: &[Document]) -> Vec<(&str, String)> {
    let texts: Vec<(&str, String)> = documents
        .iter()
        .filter(|document| document.language != LEFT_ASIDE)
        .flat_map(|document| {
            let texts = LENGTHS.iter().flat_map(|length| document.texts(*length));
            texts.map(|text| (document.language.as_str(), text))
        })
        .collect();
    let mut languages: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (language, text) in &texts {
        languages.entry(text).or_default().insert(language);
    }
    let untranslated: BTreeSet<String> = languages
        .into_iter()
        .filter(|(_, languages)| languages.len() >= MOST_LANGUAGES_OF_A_TEXT)
        .map(|(text, _)| text.to_owned())
        .collect();
    texts.into_iter().filter(|(_, text)| !untranslated.contains(text)).collect()
}

/// One answer on a calibration text.
struct Judged {
    confidence: f64,
    right: bool,
    counts: bool,
    familiar: bool,
}

/// Chooses how sharp probabilities are and what whatlang's vote is worth by the likelihood of the confidence, then
/// the least confidence that keeps wrong answers rare.
pub(super) fn settings(groups: &[TrainedGroup], documents: &[Document]) -> Settings {
    let mut model = Model::decode(encode(groups, Settings::default()).into()).unwrap_or_default();
    let texts = texts(documents);
    let mut best = (f64::MAX, Settings::default());
    for sharpness in [0.6, 0.7, 0.8, 0.9, 1.0, 1.1] {
        for vote in [0.0, 0.5, 1.0, 1.5, 2.0] {
            let settings = Settings {
                sharpness,
                vote,
                least_confidence: 0.0,
                least_familiarity: LEAST_FAMILIARITY,
                familiarity_growth: FAMILIARITY_GROWTH,
            };
            model.settings = settings;
            let loss = loss(&judge(&model, &texts));
            if loss < best.0 {
                best = (loss, settings);
            }
        }
    }
    model.settings = best.1;
    let judged = judge(&model, &texts);
    Settings { least_confidence: least_confidence(&judged), ..best.1 }
}

fn judge(model: &Model, texts: &[(&str, String)]) -> Vec<Judged> {
    let detector = LanguageDetector::with_model(model.clone());
    let answer = |(gold, text): &(&str, String)| {
        let found = detector.detect(text, "", None);
        let best = found.candidates.first();
        let named = best.map_or(UNDETERMINED, |best| best.language.iso639_3);
        Judged {
            confidence: best.map_or(0.0, |best| best.confidence),
            right: named == *gold,
            counts: whatlang_knows(gold),
            familiar: found.reliable,
        }
    };
    texts.iter().map(answer).collect()
}

/// Mean negative log-likelihood of "this answer is right".
fn loss(judged: &[Judged]) -> f64 {
    let surprise = |answer: &Judged| {
        let confidence = answer.confidence.clamp(1e-4, 1.0 - 1e-4);
        -(if answer.right { confidence } else { 1.0 - confidence }).ln()
    };
    judged.iter().map(surprise).sum::<f64>() / judged.len().max(1) as f64
}

fn least_confidence(judged: &[Judged]) -> f32 {
    let wrong = |least: f64| {
        let reliable =
            judged.iter().filter(|answer| answer.counts && answer.familiar && answer.confidence >= least);
        let (all, wrong) =
            reliable.fold((0, 0), |(all, wrong), answer| (all + 1, wrong + usize::from(!answer.right)));
        ratio(wrong, all)
    };
    let steps = (180..200).map(|step| f64::from(step) / 200.0);
    steps.into_iter().find(|least| wrong(*least) <= MOST_WRONG).unwrap_or(0.995) as f32
}
