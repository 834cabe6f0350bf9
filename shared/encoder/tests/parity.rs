//! The network against PyTorch: same pieces, same logits. `lab/teacher/teacher.py tiny` wrote both files.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise, its helpers included"
)]

use encoder::pieces::{Vocabulary, split};
use encoder::{LoadError, Precision, TokenClassifier};
use serde_json::Value;

const WEIGHTS: &[u8] = include_bytes!("tiny.safetensors");
const REFERENCE: &str = include_str!("tiny_reference.json");

struct Document {
    sentences: Vec<Vec<String>>,
    pieces: Vec<Vec<u64>>,
    shapes: Vec<Vec<u64>>,
    logits: Vec<Vec<f64>>,
}

fn list<T>(value: &Value, read: impl Fn(&Value) -> T) -> Vec<T> {
    value.as_array().expect("a list").iter().map(read).collect()
}

fn documents() -> Vec<Document> {
    let documents: Value = serde_json::from_str(REFERENCE).expect("the reference is JSON");
    let numbers = |value: &Value| list(value, |number| number.as_u64().expect("a number"));
    list(&documents, |document| Document {
        sentences: list(&document["sentences"], |words| {
            list(words, |word| word.as_str().expect("a word").to_owned())
        }),
        pieces: list(&document["pieces"], numbers),
        shapes: list(&document["shapes"], numbers),
        logits: list(&document["logits"], |row| list(row, |logit| logit.as_f64().expect("a number"))),
    })
}

/// The largest difference between our logits and the reference's, and how large the latter get.
fn difference(precision: Precision) -> (f64, f64) {
    let classifier = TokenClassifier::read(WEIGHTS, precision).expect("the weight file is whole");
    let (mut difference, mut largest) = (0.0_f64, 0.0_f64);
    for document in documents() {
        let scores = classifier.scores(&document.sentences);
        assert_eq!(scores.len(), document.logits.len());
        for (scores, logits) in scores.iter().zip(&document.logits) {
            assert_eq!(scores.len(), logits.len());
            for (score, logit) in scores.iter().zip(logits) {
                difference = difference.max((f64::from(*score) - logit).abs());
                largest = largest.max(logit.abs());
            }
        }
    }
    (difference, largest)
}

#[test]
fn words_split_into_the_pieces_and_shapes_of_the_teacher() {
    let text = vocabulary_text();
    let vocabulary = Vocabulary::read(&text).expect("the vocabulary is whole");
    for document in documents() {
        let words = document.sentences.iter().flatten();
        for ((word, ids), shapes) in words.zip(&document.pieces).zip(&document.shapes) {
            let pieces = split(word, &vocabulary);
            let found: Vec<(u64, u64)> =
                pieces.iter().map(|piece| (u64::from(piece.id), piece.shape as u64)).collect();
            let expected: Vec<(u64, u64)> = ids.iter().copied().zip(shapes.iter().copied()).collect();
            assert_eq!(found, expected, "pieces of {word:?}");
        }
    }
}

#[test]
fn logits_in_floats_are_those_of_pytorch_within_a_ten_thousandth() {
    let (difference, largest) = difference(Precision::Float);
    assert!(difference < 1e-4, "off by {difference}, logits reach {largest}");
}

#[test]
fn logits_in_bytes_stay_within_five_hundredths_of_their_range() {
    // Random weights of 32 dimensions: rougher than a trained network, whose labels another test compares.
    let (difference, largest) = difference(Precision::Int8);
    assert!(difference < 0.05 * largest, "off by {difference}, logits reach {largest}");
}

#[test]
fn a_long_text_has_scores_for_every_word_and_those_of_its_first_window_do_not_depend_on_the_rest() {
    let classifier = TokenClassifier::read(WEIGHTS, Precision::Float).expect("the weight file is whole");
    let sentence: Vec<&str> = "the mayor of oslo said raining".split(' ').collect();
    let many = vec![sentence.clone(); 200];
    let scores = classifier.scores(&many);
    assert_eq!(scores.len(), 1200);
    assert!(scores.iter().all(|row| row.len() == 9));
    let endless = vec![sentence.repeat(200)];
    assert_eq!(classifier.scores(&endless).len(), 1200);
    // Eighteen sentences of seven pieces fill the first window of 126.
    let alone = classifier.scores(&many[..18]);
    assert_eq!(scores[..alone.len()], alone[..]);
}

#[test]
fn nothing_gives_nothing() {
    let classifier = TokenClassifier::read(WEIGHTS, Precision::Int8).expect("the weight file is whole");
    assert!(classifier.scores::<Vec<&str>, &str>(&[]).is_empty());
    assert_eq!(classifier.scores(&[Vec::<&str>::new(), vec!["oslo"], Vec::new()]).len(), 1);
}

fn check_refused(change: impl Fn(&mut Vec<u8>), expected: &str) {
    let mut file = WEIGHTS.to_vec();
    change(&mut file);
    let error = TokenClassifier::read(&file, Precision::Int8).expect_err("the file was broken on purpose");
    assert!(error.to_string().contains(expected), "{error}");
}

fn replace(file: &mut [u8], from: &str, to: &str) {
    assert_eq!(from.len(), to.len());
    let at = file.windows(from.len()).position(|window| window == from.as_bytes()).expect("the file has it");
    file[at..at + to.len()].copy_from_slice(to.as_bytes());
}

#[test]
fn a_broken_file_is_refused_with_what_is_wrong() {
    check_refused(|file| file.truncate(5), "no header");
    check_refused(|file| file.truncate(60), "the header is not whole");
    check_refused(|file| file.truncate(20_000), "a tensor lies outside the file");
    check_refused(|file| file.fill(0), "not a JSON object");
    check_refused(
        |file| replace(file, "layers.1.mix.weight", "layers.1.mux.weight"),
        "no `layers.1.mix.weight`",
    );
    check_refused(|file| replace(file, "B-MISC", "S-MISC"), "`labels`");
    check_refused(|file| replace(file, "\"heads\":\"4\"", "\"heads\":\"5\""), "a divisor of the hidden size");
    check_refused(|file| replace(file, "[SEP]", "[sep]"), "[SEP]");
    check_refused(|file| replace(file, "\"inner\":\"64\"", "\"inner\":\"32\""), "`layers.0.widen.weight`");
}

#[test]
fn no_single_changed_byte_of_the_header_makes_reading_panic() {
    for at in 0..3000 {
        let mut file = WEIGHTS.to_vec();
        file[at] = file[at].wrapping_add(1);
        let _: Result<TokenClassifier, LoadError> = TokenClassifier::read(&file, Precision::Int8);
    }
}

fn vocabulary_text() -> String {
    let (length, rest) = WEIGHTS.split_first_chunk::<8>().expect("a header");
    let (header, bytes) = rest.split_at(usize::try_from(u64::from_le_bytes(*length)).expect("a length"));
    let header: Value = serde_json::from_slice(header).expect("JSON");
    let place = list(&header["vocabulary"]["data_offsets"], |at| at.as_u64().expect("a place") as usize);
    String::from_utf8(bytes[place[0]..place[1]].to_vec()).expect("text")
}
