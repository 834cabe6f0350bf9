//! The multilingual network of `lab/teacher` against PyTorch: texts tokenized by runs, embeddings in 4 bits,
//! weights in 8 bits.
//!
//! `lab/teacher/teacher.py tiny` wrote the folder `runs` and its reference.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at the first surprise, its helpers included"
)]

use std::path::Path;

use encoder::{Precision, TokenClassifier, Word};
use serde_json::Value;

/// A document of the reference.
struct Document {
    sentences: Vec<String>,
    /// The ids of the subwords, with those that open and close the window.
    pieces: Vec<u32>,
    /// Start and end of each word, in code points.
    words: Vec<Vec<[usize; 2]>>,
    /// The logits of each word.
    logits: Vec<Vec<f32>>,
}

impl Document {
    fn words(&self) -> Vec<Vec<Word<'_>>> {
        self.sentences.iter().zip(&self.words).map(|(text, places)| words(text, places)).collect()
    }
}

fn documents() -> Vec<Document> {
    let reference = include_str!("folders/runs/reference.json");
    let documents: Vec<Value> = serde_json::from_str(reference).expect("the reference is JSON");
    let read = |document: &Value| Document {
        sentences: serde_json::from_value(document["sentences"].clone()).expect("texts"),
        pieces: serde_json::from_value(document["pieces"].clone()).expect("numbers"),
        words: serde_json::from_value(document["words"].clone()).expect("pairs of numbers"),
        logits: serde_json::from_value(document["logits"].clone()).expect("rows of numbers"),
    };
    documents.iter().map(read).collect()
}

fn open(precision: Precision) -> TokenClassifier {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders/runs");
    TokenClassifier::open(&folder, precision).expect("the folder is complete")
}

/// Returns the words of a text at the given code points.
fn words<'t>(text: &'t str, places: &[[usize; 2]]) -> Vec<Word<'t>> {
    let byte = |point: usize| text.char_indices().nth(point).map_or(text.len(), |(at, _)| at);
    let word = |[start, end]: &[usize; 2]| {
        let (start, end) = (byte(*start), byte(*end));
        Word { text: &text[start..end], spaced: text[..start].ends_with(' ') || start == 0 }
    };
    places.iter().map(word).collect()
}

/// Returns the characters of a text as words.
fn characters(text: &str) -> Vec<Word<'_>> {
    let places: Vec<[usize; 2]> = (0..text.chars().count()).map(|at| [at, at + 1]).collect();
    words(text, &places)
}

#[test]
fn texts_in_every_script_have_the_subwords_of_the_teacher() {
    let classifier = open(Precision::Float);
    for document in documents() {
        let ids: Vec<u32> = classifier.inputs(&document.words()).iter().map(|input| input.id).collect();
        assert_eq!(ids, document.pieces, "{:?}", document.sentences);
    }
}

/// Returns the largest difference between our logits and those of the reference, and the largest logit.
fn difference(precision: Precision) -> (f32, f32) {
    let classifier = open(precision);
    let (mut difference, mut largest) = (0.0_f32, 0.0_f32);
    for document in documents() {
        let logits = classifier.logits(&document.words());
        assert_eq!(logits.len(), document.logits.len());
        for (ours, theirs) in logits.iter().flatten().zip(document.logits.iter().flatten()) {
            difference = difference.max((ours - theirs).abs());
            largest = largest.max(theirs.abs());
        }
        assert!(logits.iter().zip(&document.logits).all(|(ours, theirs)| ours.len() == theirs.len()));
    }
    (difference, largest)
}

#[test]
fn logits_in_floats_differ_from_pytorch_by_less_than_a_ten_thousandth() {
    let (difference, largest) = difference(Precision::Float);
    assert!(difference < 1e-4, "off by {difference}, logits reach {largest}");
}

/// Returns how far logits in int8 may be off, as a share of their range.
///
/// Without AVX-512 VNNI, sums of products could overflow, so activations have 127 levels and not 255.
fn tolerance() -> f32 {
    #[cfg(target_arch = "x86_64")]
    if !is_x86_feature_detected!("avx512vnni") {
        return 0.1;
    }
    0.05
}

#[test]
fn logits_in_int8_differ_little_from_pytorch() {
    let (difference, largest) = difference(Precision::Int8);
    assert!(difference < tolerance() * largest, "off by {difference}, logits reach {largest}");
}

#[test]
fn a_character_inside_a_subword_goes_on_with_its_label() {
    let classifier = open(Precision::Float);
    let text = "東京都千代田区";
    let [begins, goes_on] = ["B-LOC", "I-LOC"]
        .map(|wanted| classifier.labels().iter().position(|label| label == wanted).expect("a label"));
    let logits = classifier.logits(&[characters(text)]);
    assert_eq!(logits.len(), 7);
    let inside = |row: &Vec<f32>| row[begins] == f32::NEG_INFINITY;
    assert!(!inside(&logits[0]) && logits.iter().any(inside), "{logits:?}");
    for pair in logits.windows(2).filter(|pair| inside(&pair[1]) && !inside(&pair[0])) {
        let sum = (pair[0][begins].exp() + pair[0][goes_on].exp()).ln();
        assert!((pair[1][goes_on] - sum).abs() < 1e-4, "{pair:?}");
    }
}

#[test]
fn the_division_into_words_does_not_change_the_subwords() {
    let classifier = open(Precision::Float);
    let ids = |words: Vec<Word<'_>>| -> Vec<u32> {
        classifier.inputs(&[words]).iter().map(|input| input.id).collect()
    };
    for text in ["D'Almeida & Sons won't bid", "東京都千代田区", "นายกรัฐมนตรีสมชาย ใจดี"]
    {
        let whole: Vec<Word<'_>> = text.split(' ').map(Word::after_space).collect();
        let filtered = characters(text).into_iter().filter(|word| word.text != " ").collect();
        assert_eq!(ids(whole), ids(filtered), "{text}");
    }
}

#[test]
fn every_word_of_a_long_text_has_logits_that_do_not_depend_on_later_windows() {
    let classifier = open(Precision::Float);
    let sentence: Vec<Word<'_>> = "Okafor said Thursday".split(' ').map(Word::after_space).collect();
    let ids = classifier.inputs(std::slice::from_ref(&sentence)).len() - 2;
    let many = vec![sentence.clone(); 200];
    let logits = classifier.logits(&many);
    assert_eq!(logits.len(), 600);
    assert!(logits.iter().all(|row| row.len() == 9));
    assert_eq!(classifier.logits(&[sentence.repeat(200)]).len(), 600);
    // As many sentences as fill the first window of 126 subwords.
    let first_window = classifier.logits(&many[..126 / ids]);
    assert_eq!(logits[..first_window.len()], first_window[..]);
}

#[test]
fn the_folder_names_the_model_and_its_languages() {
    assert_eq!(open(Precision::Int8).name(), "tiny");
    assert_eq!(open(Precision::Int8).languages(), ["en", "ja", "ko", "th"]);
}
