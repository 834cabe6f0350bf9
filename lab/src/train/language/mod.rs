//! Trains the model of the language detector.

mod random;
mod softmax;
mod texts;

use std::{collections::BTreeMap, path::Path, thread};

use anyhow::Context as _;
use language_detector::model::{Settings, TrainedGroup, encode};

use self::texts::Texts;
use crate::corpus::Corpora;

/// The shipped file.
const FILE: &str = "services/language-detector/model/languages.bin";

/// Trains, writes the model file and says what became of it.
pub fn run(corpora: &Corpora) -> anyhow::Result<()> {
    let scripts = texts::read(corpora)?;
    let groups = train(&scripts)?;
    let settings = Settings { sharpness: 1.0, least_reliable: 0.95 };
    let file = encode(&groups, settings);
    std::fs::write(Path::new(FILE), &file).with_context(|| format!("cannot write `{FILE}`"))?;
    Ok(())
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
        "Latn" => 98_304,
        "Cyrl" | "Hani" => 32_768,
        "Arab" | "Deva" => 16_384,
        _ => 4_096,
    }
}
