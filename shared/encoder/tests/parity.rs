//! The extensions of `lab/teacher` against PyTorch: 8-bit weights, word shapes and words that are tokenized
//! alone.
//!
//! `lab/teacher/teacher.py tiny` wrote the folder `word-shapes` and its reference.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise, its helpers included"
)]

use std::path::{Path, PathBuf};

use encoder::{Precision, TokenClassifier, Word};
use serde_json::Value;

const REFERENCE: &str = include_str!("folders/word-shapes/reference.json");

/// A document of the reference.
struct Document {
    sentences: Vec<Vec<String>>,
    /// The ids of the subwords of each word.
    pieces: Vec<Vec<u32>>,
    /// The word shapes of the same subwords, by number.
    shapes: Vec<Vec<u8>>,
    /// The logits of each word.
    logits: Vec<Vec<f64>>,
}

fn documents() -> Vec<Document> {
    let documents: Vec<Value> = serde_json::from_str(REFERENCE).expect("the reference is JSON");
    let read = |document: &Value| Document {
        sentences: serde_json::from_value(document["sentences"].clone()).expect("lists of words"),
        pieces: serde_json::from_value(document["pieces"].clone()).expect("lists of numbers"),
        shapes: serde_json::from_value(document["shapes"].clone()).expect("lists of numbers"),
        logits: serde_json::from_value(document["logits"].clone()).expect("rows of numbers"),
    };
    documents.iter().map(read).collect()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders/word-shapes")
}

fn open(precision: Precision) -> TokenClassifier {
    TokenClassifier::open(&folder(), precision).expect("the folder is complete")
}

fn words<S: AsRef<str>>(sentences: &[Vec<S>]) -> Vec<Vec<Word<'_>>> {
    let word = |text| Word::after_space(AsRef::as_ref(text));
    sentences.iter().map(|words| words.iter().map(word).collect()).collect()
}

/// Returns the largest difference between our logits and those of the reference, and the largest logit.
fn difference(precision: Precision) -> (f64, f64) {
    let classifier = open(precision);
    let (mut difference, mut largest) = (0.0_f64, 0.0_f64);
    for document in documents() {
        let logits = classifier.logits(&words(&document.sentences));
        assert_eq!(logits.len(), document.logits.len());
        for (ours, theirs) in logits.iter().zip(&document.logits) {
            assert_eq!(ours.len(), theirs.len());
            for (ours, theirs) in ours.iter().zip(theirs) {
                difference = difference.max((f64::from(*ours) - theirs).abs());
                largest = largest.max(theirs.abs());
            }
        }
    }
    (difference, largest)
}

#[test]
fn words_have_the_subwords_and_shapes_of_the_teacher() {
    let classifier = open(Precision::Float);
    for document in documents() {
        let inputs = classifier.inputs(&words(&document.sentences));
        let found: Vec<(u32, u8)> = inputs.iter().map(|input| (input.id, input.shape as u8)).collect();
        let ids = document.pieces.iter().flatten().copied();
        let expected: Vec<(u32, u8)> = ids.zip(document.shapes.iter().flatten().copied()).collect();
        // The teacher's lists lack the subwords that open and close a window.
        assert_eq!(found[1..found.len() - 1], expected, "{:?}", document.sentences);
    }
}

#[test]
fn logits_in_floats_differ_from_pytorch_by_less_than_a_ten_thousandth() {
    let (difference, largest) = difference(Precision::Float);
    assert!(difference < 1e-4, "off by {difference}, logits reach {largest}");
}

#[test]
fn logits_in_int8_differ_by_less_than_five_percent_of_their_range() {
    // Random weights of 32 dimensions are rougher than those of a trained network, whose labels a test of the
    // tagger compares.
    let (difference, largest) = difference(Precision::Int8);
    assert!(difference < 0.05 * largest, "off by {difference}, logits reach {largest}");
}

#[test]
fn every_word_of_a_long_text_has_logits_that_do_not_depend_on_later_windows() {
    let classifier = open(Precision::Float);
    let sentence: Vec<&str> = "the mayor of oslo said raining".split(' ').collect();
    let many = vec![sentence.clone(); 200];
    let logits = classifier.logits(&words(&many));
    assert_eq!(logits.len(), 1200);
    assert!(logits.iter().all(|row| row.len() == 9));
    let endless = vec![sentence.repeat(200)];
    assert_eq!(classifier.logits(&words(&endless)).len(), 1200);
    // Eighteen sentences of seven subwords fill the first window of 126.
    let first_window = classifier.logits(&words(&many[..18]));
    assert_eq!(logits[..first_window.len()], first_window[..]);
}

#[test]
fn a_word_that_the_tokenizer_drops_is_unknown() {
    let unknown = open(Precision::Float).inputs(&words(&[vec!["\u{200b}"]]));
    assert_eq!((unknown.len(), unknown[1].id), (3, 1));
}

#[test]
fn the_name_is_the_one_in_the_configuration() {
    assert_eq!(open(Precision::Int8).name(), "tiny");
}
