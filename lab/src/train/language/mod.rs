//! Trains the model of the language detector.

mod calibration;
mod coverage;
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
    ntrex::{self, Document, Split},
};

/// Path of the model, from the project's root.
const FILE: &str = "services/language-detector/model/languages.bin";

/// Trains the model, writes its file and prints its size.
pub fn run(corpora: &Corpora) -> anyhow::Result<()> {
    let scripts = texts::read(corpora)?;
    let file = file(&scripts, &calibration_documents(corpora)?)?;
    std::fs::write(Path::new(FILE), &file).with_context(|| format!("cannot write `{FILE}`"))?;
    writeln!(io::stdout().lock(), "{FILE}: {} bytes", file.len())?;
    Ok(())
}

/// Trains a model that lacks the languages in `without`, to measure what it answers for unknown languages.
pub(crate) fn model_without(corpora: &Corpora, without: &[&str]) -> anyhow::Result<Model> {
    let mut scripts = texts::read(corpora)?;
    for texts in scripts.values_mut() {
        texts.retain(|language, _| !without.contains(&language.as_str()));
    }
    scripts.retain(|_, texts| texts.len() > 1);
    let mut documents = calibration_documents(corpora)?;
    documents.retain(|document| !without.contains(&document.language.as_str()));
    Model::decode(file(&scripts, &documents)?.into()).context("the model just written cannot be read")
}

fn calibration_documents(corpora: &Corpora) -> anyhow::Result<Vec<Document>> {
    let mut documents = ntrex::read(&corpora.text("language/ntrex_dev.tsv")?)?;
    documents.retain(|document| document.split() == Split::Calibration);
    Ok(documents)
}

fn file(scripts: &BTreeMap<&'static str, Texts>, calibration: &[Document]) -> anyhow::Result<Vec<u8>> {
    let mut groups = train(scripts)?;
    coverage::learn(&mut groups, scripts, &calibration::texts(calibration));
    let settings = calibration::settings(&groups, calibration);
    for group in &groups {
        let (script, languages) = (&group.script, group.languages.len());
        writeln!(io::stderr().lock(), "{script}: {languages} languages, {} buckets", group.size)?;
    }
    writeln!(io::stderr().lock(), "{settings:?}")?;
    Ok(encode(&groups, settings))
}

/// Trains all groups. Latin, the largest, has its own thread.
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

/// Returns the number of buckets of a script: about the number of informative n-grams in its texts, and 10 MB
/// for all.
fn size(script: &str) -> u32 {
    match script {
        "Latn" => 86_016,
        "Cyrl" | "Hani" => 32_768,
        "Arab" | "Deva" => 16_384,
        _ => 4_096,
    }
}
