//! Folders in Hugging Face layout against the library transformers. `folders/make.py` wrote them and their
//! references.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise, its helpers included"
)]

use std::error::Error;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use encoder::{FolderError, LabelTable, ModelFiles, NameRecognizer, Precision, TokenClassifier, Word};
use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders").join(name)
}

fn open(name: &str, precision: Precision) -> NameRecognizer {
    NameRecognizer::open(&folder(name), &LabelTable::new(), precision).expect("the folder is complete")
}

fn classifier(name: &str, precision: Precision) -> TokenClassifier {
    TokenClassifier::open(&folder(name), precision).expect("the folder is complete")
}

fn words(text: &str) -> Vec<Word<'_>> {
    text.split_whitespace().map(Word::after_space).collect()
}

fn ids(classifier: &TokenClassifier, sentence: &[Word<'_>]) -> Vec<u32> {
    classifier.inputs(&[sentence]).iter().map(|input| input.id).collect()
}

/// A text of the reference.
struct Document {
    text: String,
    /// The ids of its subwords, with those that open and close the window.
    pieces: Vec<u32>,
    /// The logits of each subword of the text.
    logits: Vec<Vec<f32>>,
}

fn documents(name: &str) -> Vec<Document> {
    let reference = fs::read(folder(name).join("reference.json")).expect("the reference is there");
    let documents: Vec<Value> = serde_json::from_slice(&reference).expect("the reference is JSON");
    let read = |document: &Value| Document {
        text: document["text"].as_str().expect("a text").to_owned(),
        pieces: serde_json::from_value(document["pieces"].clone()).expect("numbers"),
        logits: serde_json::from_value(document["logits"].clone()).expect("rows of numbers"),
    };
    documents.iter().map(read).collect()
}

/// Checks that every word has the logits of one of the reference's subwords, in order, within a ten
/// thousandth.
fn check(name: &str) {
    let classifier = classifier(name, Precision::Float);
    for document in documents(name) {
        let (words, text) = (words(&document.text), &document.text);
        assert_eq!(ids(&classifier, &words), document.pieces, "{name}: subwords of {text:?}");
        let logits = classifier.logits(&[words.as_slice()]);
        assert_eq!(logits.len(), words.len());
        let mut rows = document.logits.iter();
        for (word, ours) in words.iter().zip(logits).filter(|(_, ours)| !ours.is_empty()) {
            let is_near =
                |row: &&Vec<f32>| row.iter().zip(&ours).all(|(theirs, ours)| (theirs - ours).abs() < 1e-4);
            assert!(rows.any(|row| is_near(&row)), "{name}: logits of {word:?} in {text:?}");
        }
    }
}

#[test]
fn bert_has_the_subwords_and_logits_of_transformers() {
    check("bert");
}

#[test]
fn distilbert_has_the_subwords_and_logits_of_transformers() {
    check("distilbert");
}

#[test]
fn roberta_has_the_subwords_and_logits_of_transformers() {
    check("roberta");
}

#[test]
fn xlm_roberta_has_the_subwords_and_logits_of_transformers() {
    check("xlm-roberta");
}

const ALL: [&str; 4] = ["bert", "distilbert", "roberta", "xlm-roberta"];

#[test]
fn logits_in_int8_differ_little() {
    // Random weights of 32 dimensions are rougher than those of a trained network.
    for name in ALL {
        let (float, int8) = (open(name, Precision::Float), open(name, Precision::Int8));
        assert_ne!(float.identity(), int8.identity());
        for document in documents(name) {
            let words = words(&document.text);
            let float = float.classifier().logits(&[words.as_slice()]);
            let int8 = int8.classifier().logits(&[words.as_slice()]);
            let pairs = float.iter().flatten().zip(int8.iter().flatten());
            let largest = pairs.map(|(float, int8)| (float - int8).abs()).fold(0.0, f32::max);
            assert!(largest < 0.35, "{name}: off by {largest}");
        }
    }
}

#[test]
fn every_word_of_a_long_text_has_logits() {
    let sentence = words("Wolfgang Müller met Sofia O'Brien in New York on Monday");
    for name in ALL {
        let recognizer = open(name, Precision::Float);
        let many = vec![sentence.clone(); 60];
        let logits = recognizer.classifier().logits(&many);
        assert_eq!(logits.len(), 60 * sentence.len());
        assert!(logits.iter().all(|row| row.len() == 9), "{name}");
        let endless = vec![sentence.repeat(60)];
        assert!(recognizer.classifier().logits(&endless).iter().all(|row| row.len() == 9), "{name}");
        assert_eq!(recognizer.names(&many).len(), 60);
    }
}

#[test]
fn words_without_white_space_between_them_are_tokenized_together() {
    let split = [("O", true), ("'", false), ("Brien", false), ("'s", false), ("dog", true), (".", false)];
    let split: Vec<Word<'_>> = split.into_iter().map(|(text, spaced)| Word { text, spaced }).collect();
    for name in ALL {
        let classifier = classifier(name, Precision::Float);
        assert_eq!(ids(&classifier, &split), ids(&classifier, &words("O'Brien's dog.")), "{name}");
        assert_eq!(classifier.logits(&[split.as_slice()]).len(), 6);
    }
}

#[test]
fn an_empty_text_has_no_names() {
    let recognizer = open("bert", Precision::Float);
    assert!(recognizer.names::<Vec<Word<'_>>>(&[]).is_empty());
    assert_eq!(recognizer.names(&[Vec::new(), words("Oslo"), words("\u{200b}")]).len(), 3);
}

/// Copies a folder, so that a test can break it.
fn copy(name: &str) -> TempDir {
    let copy = tempfile::tempdir().expect("a folder");
    for file in ["config.json", "tokenizer.json", "model.safetensors"] {
        fs::copy(folder(name).join(file), copy.path().join(file)).expect("a copy");
    }
    copy
}

fn check_refused(name: &str, change: impl Fn(&Path), expected: &[&str]) {
    let copy = copy(name);
    change(copy.path());
    let error = NameRecognizer::open(copy.path(), &LabelTable::new(), Precision::Float);
    let error = error.expect_err("it is broken").to_string();
    for text in expected {
        assert!(error.contains(text), "{text:?} is missing in {error:?}");
    }
}

fn replace(folder: &Path, file: &str, from: &str, to: &str) {
    let text = fs::read_to_string(folder.join(file)).expect("a text");
    assert!(text.contains(from), "{file} has no {from:?}");
    fs::write(folder.join(file), text.replace(from, to)).expect("written");
}

fn rename(folder: &Path, from: &str, to: &str) {
    fs::rename(folder.join(from), folder.join(to)).expect("renamed");
}

fn open_error(path: &Path) -> FolderError {
    TokenClassifier::open(path, Precision::Float).expect_err("it is not a folder of a model")
}

#[test]
fn rejects_a_missing_file_with_a_remedy() {
    let give = "give the folder that has config.json, tokenizer.json and model.safetensors";
    let missing = open_error(Path::new("no/such"));
    assert_eq!(missing.to_string(), format!("config.json: there is no such folder; {give}"));
    assert!(missing.source().is_some(), "the error keeps its cause");
    let file = open_error(&folder("bert").join("config.json"));
    assert_eq!(file.to_string(), format!("config.json: the path is a file, not a folder; {give}"));
    let gone = |file: &'static str| move |folder: &Path| fs::remove_file(folder.join(file)).expect("removed");
    check_refused("bert", gone("config.json"), &["config.json: no such file", "copy it from"]);
    check_refused("bert", gone("model.safetensors"), &["model.safetensors: no such file"]);
    let old = |folder: &Path| rename(folder, "model.safetensors", "pytorch_model.bin");
    check_refused(
        "bert",
        old,
        &["only pytorch_model.bin", "AutoModelForTokenClassification", "save_pretrained"],
    );
    let split = |folder: &Path| rename(folder, "model.safetensors", "model.safetensors.index.json");
    check_refused("bert", split, &["in several files", "max_shard_size=\"100GB\")"]);
    let old = |folder: &Path| rename(folder, "tokenizer.json", "vocab.txt");
    check_refused("bert", old, &["tokenizer.json: missing", "AutoTokenizer.from_pretrained"]);
}

#[test]
fn rejects_files_of_different_models() {
    let resized = |folder: &Path| {
        replace(folder, "config.json", "\"intermediate_size\": 48", "\"intermediate_size\": 49");
    };
    check_refused(
        "bert",
        resized,
        &["bert.encoder.layer.0.intermediate.dense.weight", "[48, 32]", "[49, 32]"],
    );
    let deeper = |folder: &Path| replace(folder, "config.json", "\"n_layers\": 2", "\"n_layers\": 3");
    check_refused("distilbert", deeper, &["no tensor `distilbert.transformer.layer.2"]);
    let other = |folder: &Path| {
        fs::copy(self::folder("roberta").join("tokenizer.json"), folder.join("tokenizer.json"))
            .expect("a copy");
    };
    check_refused("xlm-roberta", other, &["tokenizer.json: has ids up to 419, but the network has 273"]);
    let base = |folder: &Path| {
        let file = fs::read(folder.join("model.safetensors")).expect("weights");
        let at = file.windows(10).position(|window| window == b"classifier").expect("it has one");
        let mut file = file;
        file[at..at + 10].copy_from_slice(b"classifies");
        let rest = &mut file[at + 10..];
        if let Some(next) = rest.windows(10).position(|window| window == b"classifier") {
            rest[next..next + 10].copy_from_slice(b"classifies");
        }
        fs::write(folder.join("model.safetensors"), file).expect("written");
    };
    check_refused("bert", base, &["has no `classifier.weight`", "fine-tuned for NER"]);
    let short = |folder: &Path| {
        let file = fs::read(folder.join("model.safetensors")).expect("weights");
        fs::write(folder.join("model.safetensors"), &file[..file.len() / 2]).expect("written");
    };
    check_refused("bert", short, &["model.safetensors: not in safetensors format, or truncated"]);
}

#[test]
fn the_meanings_of_labels_come_from_the_folder_or_a_setting() {
    let nameless = |folder: &Path| replace(folder, "config.json", "B-PER", "LABEL_1");
    let all = |folder: &Path| {
        nameless(folder);
        for (from, to) in [("I-PER", "2"), ("B-ORG", "3"), ("I-ORG", "4"), ("B-LOC", "5"), ("I-LOC", "6")] {
            replace(folder, "config.json", from, to);
        }
        replace(folder, "config.json", "MISC", "ADJ");
    };
    check_refused(
        "bert",
        all,
        &[
            "config.json: no label means a person, organisation or place: O, LABEL_1, 2",
            "--model-labels LABEL_1=B-PER",
        ],
    );
    let copy = copy("bert");
    all(copy.path());
    let setting = LabelTable::from([("LABEL_1".to_owned(), "B-PER".to_owned())]);
    let open = |table: &LabelTable| NameRecognizer::open(copy.path(), table, Precision::Float);
    let by_setting = open(&setting).expect("the setting has the meaning");
    fs::write(copy.path().join("wiredesk-labels.json"), r#"{"LABEL_1": "B-PER"}"#).expect("written");
    let by_folder = open(&LabelTable::new()).expect("the folder has the meaning");
    assert_eq!(by_setting.identity(), by_folder.identity());
    fs::write(copy.path().join("wiredesk-labels.json"), "PER").expect("written");
    let error = open(&setting).expect_err("the table is broken");
    assert!(error.to_string().starts_with("wiredesk-labels.json: not a JSON object"), "{error}");
}

fn files(name: &str) -> ModelFiles<Cursor<Vec<u8>>> {
    let file = |file: &str| fs::read(folder(name).join(file)).expect("a file");
    ModelFiles {
        name: name.to_owned(),
        config: file("config.json"),
        tokenizer: file("tokenizer.json"),
        weights: Cursor::new(file("model.safetensors")),
        labels: None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_changed_byte_of_a_file_causes_a_panic(
        which in 0..5_usize, file in 0..3_usize, at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>(),
    ) {
        let mut files = files(["bert", "distilbert", "roberta", "xlm-roberta", "runs"][which]);
        let bytes = match file {
            0 => &mut files.config,
            1 => &mut files.tokenizer,
            _ => files.weights.get_mut(),
        };
        // The structure of the weights is in their header, which is shorter than this.
        let at = at.index(bytes.len().min(8_000));
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        if let Ok(recognizer) = NameRecognizer::read(files, &LabelTable::new(), Precision::Float) {
            recognizer.names(&[words("Wolfgang Müller met ½ O'Brien 東京都")]);
        }
    }

    #[test]
    fn names_are_inside_the_sentences_of_any_text(
        which in 0..4_usize, sentences in prop::collection::vec(prop::collection::vec((any::<String>(), any::<bool>()), 0..9), 0..4),
    ) {
        let recognizer = open(ALL[which], Precision::Float);
        let sentences: Vec<Vec<Word<'_>>> = sentences
            .iter()
            .map(|words| words.iter().map(|(text, spaced)| Word { text, spaced: *spaced }).collect())
            .collect();
        for (sentence, names) in sentences.iter().zip(recognizer.names(&sentences)) {
            let mut end = 0;
            for name in names {
                prop_assert!(name.words.start >= end && name.words.end <= sentence.len() && !name.words.is_empty());
                prop_assert!((0.0..=1.0).contains(&name.score));
                end = name.words.end;
            }
        }
    }
}
