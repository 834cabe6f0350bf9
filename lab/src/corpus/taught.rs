//! Reads text that the accurate tier's network has labelled, for the fast tier to learn from: one JSON object
//! per document.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io::BufRead as _, io::BufReader};

use anyhow::Context as _;
use messages::EntityType;
use serde::{Deserialize, Serialize};
use text::Span;

/// A document with the teacher's label probabilities for its tokens.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TaughtDocument {
    /// Source of the text. Each source has its own weight in training.
    pub source: String,
    /// Tag of its language.
    pub language: String,
    /// Text of the document.
    pub text: String,
    /// Sentences, as byte offsets.
    pub sentences: Vec<(usize, usize)>,
    /// Probabilities for the tokens that may be in a name, in order. All other tokens are outside.
    pub beliefs: Vec<Belief>,
    /// Names in the corpus' own annotation, if the text is from a corpus. They are not part of the file.
    #[serde(skip)]
    pub names: Option<Vec<(Span, EntityType)>>,
}

/// The probabilities of labels at one token.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Belief {
    /// Byte offset of the token's first byte.
    pub start: usize,
    /// Byte offset after the token's last byte.
    pub end: usize,
    /// Probability of each likely label: `O`, `B-PER`, `I-PER`, …
    pub labels: BTreeMap<String, f32>,
}

/// Lower probabilities are left out, to keep the file small.
const UNLIKELY: f32 = 0.005;

impl Belief {
    /// Converts a network's scores, one for each label. Returns `None` if the token is outside beyond doubt.
    pub fn of(span: Span, labels: &[String], scores: &[f32]) -> Option<Self> {
        let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let weights: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
        let total: f32 = weights.iter().sum();
        let likely = labels.iter().zip(weights).filter_map(|(label, weight)| {
            let probability = weight / total;
            (probability >= UNLIKELY).then(|| (label.clone(), (probability * 1e3).round() / 1e3))
        });
        let labels: BTreeMap<String, f32> = likely.collect();
        let outside = labels.len() == 1 && labels.contains_key("O");
        (!outside).then_some(Self { start: span.start, end: span.end, labels })
    }
}

/// Reads the documents of a file.
pub fn read(path: &Path) -> anyhow::Result<Vec<TaughtDocument>> {
    let file = fs::File::open(path).with_context(|| {
        format!("cannot read `{}`: give a file that `cargo lab label` has written", path.display())
    })?;
    let lines = BufReader::new(file).lines().enumerate();
    let read = |(number, line): (usize, std::io::Result<String>)| {
        serde_json::from_str(&line?).with_context(|| format!("`{}`, line {}", path.display(), number + 1))
    };
    lines.map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn belief(scores: [f32; 3]) -> Option<Belief> {
        Belief::of(Span::new(0, 4), &["O", "B-LOC", "I-LOC"].map(str::to_owned), &scores)
    }

    #[test]
    fn a_token_that_is_outside_beyond_doubt_is_left_out() {
        assert_eq!(belief([9.0, 0.0, 0.0]), None);
    }

    #[test]
    fn only_likely_labels_are_kept() {
        let labels = belief([1.0, 1.0, -9.0]).unwrap().labels;
        assert_eq!(labels, [("B-LOC".to_owned(), 0.5), ("O".to_owned(), 0.5)].into());
    }

    #[test]
    fn an_invalid_line_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("taught.jsonl");
        let whole = serde_json::to_string(&TaughtDocument::default()).unwrap();
        fs::write(&path, format!("{whole}\n{{\n")).unwrap();
        assert!(read(&path).unwrap_err().to_string().ends_with("line 2"));
        fs::write(&path, format!("{whole}\n")).unwrap();
        assert_eq!(read(&path).unwrap(), [TaughtDocument::default()]);
    }
}
