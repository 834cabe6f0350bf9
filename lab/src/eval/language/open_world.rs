//! Languages that the model does not know: what it makes of them.

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

pub(super) const NOTE: &str = "Two further models, trained and calibrated like the shipped one but without some languages of the Latin \
script, read held-out texts in those. Every answer but “und” is wrong then; reliable: the share that is called so all the same. With a \
relative: languages of which a close relative stayed in the model (Croatian without Bosnian, Nynorsk without Bokmål), against which only \
speaks how much of a text the relative has met in texts of its own. Covered: the share of texts in the other languages of the same script that is called reliable. Percent.";

/// Left out together: far from what stays.
const DISTANT: &[&str] = &[
    "cym", "sqi", "hun", "vie", "hau", "mlt", "tgl", "eus", "lit", "som", "yor", "tur", "uzb", "isl", "fao",
    "aze", "tuk",
];

/// Left out together: each with a relative that stays.
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

/// The most frequent reliable answers: `afr as nld 12, nno as nob 7`.
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
