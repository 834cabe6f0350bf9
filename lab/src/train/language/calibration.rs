//! Fits the settings of the model on documents that its weights were not trained on.

use std::collections::{BTreeMap, BTreeSet};

use language_detector::{
    LanguageDetector,
    model::{Model, Settings, TrainedGroup, encode},
};

use crate::{
    corpus::ntrex::{Document, Length},
    languages::whatlang_knows,
    metrics::matching::ratio,
};

/// Largest share of wrong answers among the reliable ones, over the languages that whatlang knows.
const MOST_WRONG: f64 = 0.001;

/// Largest share over all languages, of which more are close relatives.
const MOST_WRONG_OF_ALL: f64 = 0.0015;

/// Northern Sotho. Its translation differs from its other texts (any model takes half of it for Sotho), so it
/// would lower the confidence in all other languages.
const LEFT_OUT: &str = "nso";

/// A text that occurs in this many languages was not translated. Fewer may be close relatives that share a
/// text.
const MOST_LANGUAGES_OF_A_TEXT: usize = 4;

/// Lengths of text to calibrate the confidence on.
const LENGTHS: [Length; 3] = [Length::Headline, Length::Short, Length::Lead];

/// Returns the texts with their languages. Text that was not translated, such as a French quotation, is left
/// out, because it is not in the language of its document.
pub(super) fn texts(documents: &[Document]) -> Vec<(&str, String)> {
    let texts: Vec<(&str, String)> = documents
        .iter()
        .filter(|document| document.language != LEFT_OUT)
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

/// An answer on a calibration text.
struct Judged {
    confidence: f64,
    /// Confidence in the most likely close relative of the answer; 0 if there is none.
    in_a_relative: f64,
    right: bool,
    /// Whether whatlang knows the language of the text.
    counts: bool,
    fits: bool,
}

/// Chooses the temperature and the weight of whatlang's vote by the likelihood of the confidence, and then
/// the confidence that keeps wrong answers rare.
pub(super) fn settings(groups: &[TrainedGroup], documents: &[Document]) -> Settings {
    let mut model = Model::decode(encode(groups, Settings::default()).into()).unwrap_or_default();
    let texts = texts(documents);
    let mut best = (f64::MAX, Settings::default());
    for inverse_temperature in [0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1] {
        for trigram_vote in [0.5, 1.0, 1.5, 2.0] {
            let settings = Settings {
                inverse_temperature,
                trigram_vote,
                min_confidence: 0.0,
                max_rival_confidence: 1.0,
            };
            model.settings = settings;
            let loss = loss(&judge(&model, &texts));
            if loss < best.0 {
                best = (loss, settings);
            }
        }
    }
    model.settings = best.1;
    let judged: Vec<Judged> = judge(&model, &texts).into_iter().filter(|answer| answer.fits).collect();
    reliable_above(&judged, best.1)
}

fn judge(model: &Model, texts: &[(&str, String)]) -> Vec<Judged> {
    let detector = LanguageDetector::with_model(model.clone());
    let answer = |(gold, text): &(&str, String)| {
        let found = detector.detect(text, "", None);
        let best = found.candidates.first();
        let relatives =
            found.candidates.iter().skip(1).filter(|other| {
                best.is_some_and(|best| best.language.is_easily_mistaken_for(other.language))
            });
        Judged {
            confidence: best.map_or(0.0, |best| best.confidence),
            in_a_relative: relatives.map(|other| other.confidence).fold(0.0, f64::max),
            right: best.is_some_and(|best| best.language.iso639_3 == *gold),
            counts: whatlang_knows(gold),
            fits: found.reliable,
        }
    };
    texts.iter().map(answer).collect()
}

/// Returns the mean negative log-likelihood that the answers are right.
fn loss(judged: &[Judged]) -> f64 {
    let surprise = |answer: &Judged| {
        let confidence = answer.confidence.clamp(1e-4, 1.0 - 1e-4);
        -(if answer.right { confidence } else { 1.0 - confidence }).ln()
    };
    judged.iter().map(surprise).sum::<f64>() / judged.len().max(1) as f64
}

/// Adds what is called reliable: as much as keeps wrong answers rare.
///
/// Close relatives are confused far more often than other languages, so they have their own limit.
fn reliable_above(judged: &[Judged], settings: Settings) -> Settings {
    let wrong = |least: f64, most: f64, counts: fn(&Judged) -> bool| {
        let reliable = judged
            .iter()
            .filter(|answer| counts(answer) && answer.confidence >= least && answer.in_a_relative <= most);
        let (all, wrong) =
            reliable.fold((0, 0), |(all, wrong), answer| (all + 1, wrong + usize::from(!answer.right)));
        ratio(wrong, all)
    };
    let is_rare = |least: f64, most: f64| {
        wrong(least, most, |answer| answer.counts) <= MOST_WRONG
            && wrong(least, most, |_| true) <= MOST_WRONG_OF_ALL
    };
    // In steps of half a percent. An answer with less than 80 % confidence is never called reliable.
    let confidences = (160..200).map(|step| f64::from(step) / 200.0);
    let least = confidences.into_iter().find(|least| is_rare(*least, 0.0)).unwrap_or(0.995);
    let relatives = [0.2, 0.15, 0.1, 0.075, 0.05, 0.035, 0.02];
    let most = relatives.into_iter().find(|most| is_rare(least, *most)).unwrap_or(0.0);
    Settings { min_confidence: least as f32, max_rival_confidence: most as f32, ..settings }
}
