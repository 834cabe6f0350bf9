//! Trains the model of the language detector.

mod acquaintance;
mod calibration;
mod softmax;
mod texts;

use std::{
    collections::BTreeMap,
    io::{self, Write as _},
    path::Path,
    thread,
};

use anyhow::Context as _;
use language_detector::model::{Model, TrainedGroup, encode};

use self::texts::Texts;
use crate::corpus::{
    Corpora,
    ntrex::{self, Document, Part},
};

/// The shipped file.
const FILE: &str = "services/language-detector/model/languages.bin";

/// Trains, writes the model file and says what became of it.
pub fn run(corpora: &Corpora) -> anyhow::Result<()> {
    let scripts = texts::read(corpora)?;
    let file = file(&scripts, &calibration_documents(corpora)?)?;
    std::fs::write(Path::new(FILE), &file).with_context(|| format!("cannot write `{FILE}`"))?;
    writeln!(io::stdout().lock(), "{FILE}: {} bytes", file.len())?;
    Ok(())
}

/// The model of all languages but those `without`, for measuring how it takes a language that it does not know.
pub(crate) fn model_without(corpora: &Corpora, without: &[&str]) -> anyhow::Result<Model> {
    let mut scripts = texts::read(corpora)?;
    for texts in scripts.values_mut() {
        texts.retain(|language, _| !without.contains(&language.as_str()));
    }
    scripts.retain(|_, texts| texts.len() > 1);
    let mut documents = calibration_documents(corpora)?;
    documents.retain(|document| !without.contains(&document.language.as_str()));
    Model::decode(file(&scripts, &documents)?.into()).context("the model written cannot be read")
}

fn calibration_documents(corpora: &Corpora) -> anyhow::Result<Vec<Document>> {
    let mut documents = ntrex::read(&corpora.text("language/ntrex_dev.tsv")?)?;
    documents.retain(|document| document.part() == Part::Calibration);
    Ok(documents)
}

fn file(scripts: &BTreeMap<&'static str, Texts>, calibration: &[Document]) -> anyhow::Result<Vec<u8>> {
    let mut groups = train(scripts)?;
    acquaintance::learn(&mut groups, scripts, &calibration::texts(calibration));
    let settings = calibration::settings(&groups, calibration);
    for group in &groups {
        let (script, languages) = (&group.script, group.languages.len());
        writeln!(io::stderr().lock(), "{script}: {languages} languages, {} buckets", group.size)?;
    }
    writeln!(io::stderr().lock(), "{settings:?}")?;
    Ok(encode(&groups, settings))
}

/// Trains the groups; the largest on a thread of its own.
fn train(scripts: &BTreeMap<&'static str, Texts>) -> anyhow::Result<Vec<TrainedGroup>> {
    let (latin, others): (Vec<_>, Vec<_>) = scripts.iter().partition(|(script, _)| **script == "Latn");
    let all = |scripts: Vec<(&&str, &Texts)>| -> Vec<TrainedGroup> {
        scripts.into_iter().map(|(script, texts)| softmax::train(script, texts, size(script))).collect()
    };
    let trained = thread::scope(|scope| {
        let latin = scope.spawn(|| all(latin));
        let mut groups = all(others);
        groups.extend(latin.join().ok()?);
        Some(groups)
    });
    trained.context("training ended early")
}

/// Buckets of a group: about as many as its texts have telling n-grams, all together within 10 MB.
fn size(script: &str) -> u32 {
    match script {
        "Latn" => 86_016,
        "Cyrl" | "Hani" => 32_768,
        "Arab" | "Deva" => 16_384,
        _ => 4_096,
    }
}
