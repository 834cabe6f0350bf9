//! The accurate tier's committed weights: PyTorch's logits for the same sentences, and an article tagged whole.
//!
//! `lab/teacher/teacher.py export … --reference` wrote the logits, in floats and with the weights as the file has them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise, its helpers included"
)]

use std::fs;

use encoder::{Precision, TokenClassifier};
use serde_json::Value;

fn model(precision: Precision) -> TokenClassifier {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/model/accurate-en.safetensors");
    let file = fs::read(path).expect("the weights are part of the project");
    TokenClassifier::read(&file, precision).expect("the weights are whole")
}

/// The words of each sentence.
type Sentences = Vec<Vec<String>>;
/// A row a word, a column a label.
type Logits = Vec<Vec<f32>>;

/// Each document's sentences and the logits of its words.
fn reference() -> Vec<(Sentences, Logits)> {
    let reference = include_str!("../model/accurate-en.reference.json");
    let documents: Vec<Value> = serde_json::from_str(reference).expect("the reference is JSON");
    let read = |document: &Value| {
        let sentences = serde_json::from_value(document["sentences"].clone()).expect("lists of words");
        let logits = serde_json::from_value(document["logits"].clone()).expect("rows of numbers");
        (sentences, logits)
    };
    documents.iter().map(read).collect()
}

fn best(row: &[f32]) -> usize {
    (0..row.len()).fold(0, |best, label| if row[label] > row[best] { label } else { best })
}

#[test]
fn logits_in_floats_are_those_of_pytorch_within_a_ten_thousandth() {
    let model = model(Precision::Float);
    for (sentences, logits) in reference() {
        for (scores, logits) in model.scores(&sentences).iter().zip(&logits) {
            for (score, logit) in scores.iter().zip(logits) {
                assert!((score - logit).abs() < 1e-4, "{score} is not {logit}");
            }
        }
    }
}

#[test]
fn labels_in_bytes_are_those_of_pytorch_for_995_words_of_a_thousand() {
    let model = model(Precision::Int8);
    let (mut equal, mut words) = (0_usize, 0_usize);
    for (sentences, logits) in reference() {
        let scores = model.scores(&sentences);
        assert_eq!(scores.len(), logits.len());
        words += logits.len();
        equal += scores.iter().zip(&logits).filter(|(scores, logits)| best(scores) == best(logits)).count();
    }
    assert!(equal * 1000 >= words * 995, "{equal} of {words} labels are equal");
}
