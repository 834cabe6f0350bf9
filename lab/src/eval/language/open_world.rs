//! Evaluates models that lack some languages on texts in these languages.

use std::{cmp::Reverse, collections::BTreeMap};

use lab_report::{Table, percent};
use language_detector::LanguageDetector;

use super::systems::System;
use crate::{
    corpus::{
        Corpora,
        ntrex::{Document, Length},
    },
    metrics::classification::{self, Answer},
    train::language::model_without,
};

pub(super) const NOTE: &str = "Two more models, trained and calibrated as the shipped one but without some languages in Latin script, read held-out texts in \
these languages. Every answer but “und” is wrong. Reliable: the share of answers that are called reliable although they are \
wrong. Related: languages with a close relative in the model (Croatian without Bosnian, Nynorsk without Bokmål); only the \
coverage of the relative's n-grams can prevent a wrong answer. Covered: the share of texts in the other languages of the same \
script that is called reliable. Percent.";

/// Languages left out together that have no relative in the model.
const DISTANT: &[&str] = &[
    "cym", "sqi", "hun", "vie", "hau", "mlt", "tgl", "eus", "lit", "som", "yor", "tur", "uzb", "isl", "fao",
    "aze", "tuk",
];

/// Languages left out together that have a relative in the model.
const RELATED: &[&str] = &["bos", "msa", "nno", "glg", "slk", "xho", "nso", "fao", "afr"];

pub(super) fn table(corpora: &Corpora, documents: &[Document]) -> anyhow::Result<Table> {
    let mut table =
        Table::new(&["left out", "length", "texts", "reliable", "covered", "most often taken for"]);
    for (name, without) in [("distant", DISTANT), ("related", RELATED)] {
        let detector = LanguageDetector::with_model(model_without(corpora, without)?);
        for length in [Length::Headline, Length::Short, Length::Lead, Length::Article] {
            let mut unknown = Vec::new();
            let mut known = Vec::new();
            for document in documents {
                let answers =
                    if without.contains(&document.language.as_str()) { &mut unknown } else { &mut known };
                for text in document.texts(length) {
                    answers.push(System::Detector(&detector).answer(&text, &document.language));
                }
            }
            table.row([
                name.to_owned(),
                length.as_str().to_owned(),
                unknown.len().to_string(),
                format!("{:.2}", 100.0 * classification::wrong_yet_reliable(&unknown)),
                percent(classification::coverage(&known)),
                taken_for(&unknown),
            ]);
        }
    }
    Ok(table)
}

/// Lists the most frequent reliable answers: `afr as nld 12, nno as nob 7`.
fn taken_for(answers: &[Answer]) -> String {
    let mut taken: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for answer in answers.iter().filter(|answer| answer.reliable) {
        *taken.entry((&answer.gold, &answer.predicted)).or_default() += 1;
    }
    let mut taken: Vec<_> = taken.into_iter().collect();
    taken.sort_by_key(|&(_, count)| Reverse(count));
    let named =
        taken.iter().take(4).map(|((gold, predicted), count)| format!("{gold} as {predicted} {count}"));
    named.collect::<Vec<_>>().join(", ")
}
