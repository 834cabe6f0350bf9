//! Folders in Hugging Face layout, held against what transformers computes. `folders/make.py` wrote them.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise, its helpers included"
)]

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use encoder::Precision;
use encoder::huggingface::{LabelTable, Model, Parts, Word};
use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders").join(name)
}

fn open(name: &str, precision: Precision) -> Model {
    Model::open(&folder(name), &LabelTable::new(), precision).expect("the folder is whole")
}

fn words(text: &str) -> Vec<Word<'_>> {
    text.split_whitespace().map(|text| Word { text, spaced: true }).collect()
}

struct Document {
    text: String,
    pieces: Vec<u32>,
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

/// Every word's logits are those of one of the reference's pieces, in order, within `bound`.
fn check(name: &str) {
    let model = open(name, Precision::Float);
    for document in documents(name) {
        let words = words(&document.text);
        assert_eq!(
            model.pieces(&[words.as_slice()]),
            document.pieces,
            "{name}: pieces of {:?}",
            document.text
        );
        let scores = model.scores(&[words.as_slice()]);
        assert_eq!(scores.len(), words.len());
        let mut rows = document.logits.iter();
        for (word, scores) in words.iter().zip(scores).filter(|(_, scores)| !scores.is_empty()) {
            let near =
                |row: &&Vec<f32>| row.iter().zip(&scores).all(|(logit, score)| (logit - score).abs() < 1e-4);
            assert!(rows.any(|row| near(&row)), "{name}: logits of {word:?} in {:?}", document.text);
        }
    }
}

#[test]
fn bert_has_the_pieces_and_logits_of_transformers() {
    check("bert");
}

#[test]
fn distilbert_has_the_pieces_and_logits_of_transformers() {
    check("distilbert");
}

#[test]
fn roberta_has_the_pieces_and_logits_of_transformers() {
    check("roberta");
}

#[test]
fn xlm_roberta_has_the_pieces_and_logits_of_transformers() {
    check("xlm-roberta");
}

const ALL: [&str; 4] = ["bert", "distilbert", "roberta", "xlm-roberta"];

#[test]
fn logits_in_bytes_stay_near() {
    // Random weights of 32 dimensions: rougher than a trained network.
    for name in ALL {
        let (float, bytes) = (open(name, Precision::Float), open(name, Precision::Int8));
        assert_ne!(float.name(), bytes.name());
        for document in documents(name) {
            let words = words(&document.text);
            let pairs = float.scores(&[words.as_slice()]).into_iter().zip(bytes.scores(&[words.as_slice()]));
            let apart =
                pairs.flat_map(|(float, bytes)| float.into_iter().zip(bytes).map(|(a, b)| (a - b).abs()));
            let most = apart.fold(0.0, f32::max);
            assert!(most < 0.35, "{name}: off by {most}");
        }
    }
}

#[test]
fn a_long_text_has_a_row_for_every_word_however_long_its_sentences() {
    let sentence = words("Wolfgang Müller met Sofia O'Brien in New York on Monday");
    for name in ALL {
        let model = open(name, Precision::Float);
        let many = vec![sentence.clone(); 60];
        let scores = model.scores(&many);
        assert_eq!(scores.len(), 60 * sentence.len());
        assert!(scores.iter().all(|row| row.len() == 9), "{name}");
        let endless = vec![sentence.repeat(60)];
        assert!(model.scores(&endless).iter().all(|row| row.len() == 9), "{name}");
        assert_eq!(model.names(&many).len(), 60);
    }
}

#[test]
fn words_without_white_space_between_are_read_as_they_stand() {
    let apart = [("O", true), ("'", false), ("Brien", false), ("'s", false), ("dog", true), (".", false)];
    let apart: Vec<Word<'_>> = apart.into_iter().map(|(text, spaced)| Word { text, spaced }).collect();
    for name in ALL {
        let model = open(name, Precision::Float);
        assert_eq!(model.pieces(&[apart.as_slice()]), model.pieces(&[words("O'Brien's dog.")]), "{name}");
        assert_eq!(model.scores(&[apart.as_slice()]).len(), 6);
    }
}

#[test]
fn nothing_gives_nothing() {
    let model = open("bert", Precision::Float);
    assert!(model.names::<Vec<Word<'_>>>(&[]).is_empty());
    assert_eq!(model.names(&[Vec::new(), words("Oslo"), words("\u{200b}")]).len(), 3);
}

/// A copy of a folder, to be broken.
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
    let error =
        Model::open(copy.path(), &LabelTable::new(), Precision::Float).expect_err("it is broken").to_string();
    for part in expected {
        assert!(error.contains(part), "{error:?} does not say {part:?}");
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

#[test]
fn a_missing_file_is_named_with_what_to_do() {
    let missing =
        Model::open(Path::new("no/such"), &LabelTable::new(), Precision::Float).expect_err("it is missing");
    assert_eq!(
        missing.to_string(),
        "config.json: there is no such folder; give the folder that has config.json, tokenizer.json and model.safetensors"
    );
    let gone = |file: &'static str| move |folder: &Path| fs::remove_file(folder.join(file)).expect("removed");
    check_refused("bert", gone("config.json"), &["config.json: no such file", "copy it from"]);
    check_refused("bert", gone("model.safetensors"), &["model.safetensors: no such file"]);
    let old = |folder: &Path| rename(folder, "model.safetensors", "pytorch_model.bin");
    check_refused(
        "bert",
        old,
        &["only pytorch_model.bin", "AutoModelForTokenClassification", "save_pretrained"],
    );
    let parts = |folder: &Path| rename(folder, "model.safetensors", "model.safetensors.index.json");
    check_refused("bert", parts, &["in several parts", "max_shard_size=\"100GB\")"]);
    let old = |folder: &Path| rename(folder, "tokenizer.json", "vocab.txt");
    check_refused("bert", old, &["tokenizer.json: missing", "AutoTokenizer.from_pretrained"]);
}

#[test]
fn files_that_do_not_go_together_are_named() {
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
    check_refused("xlm-roberta", other, &["tokenizer.json: has pieces up to number 419, the network 273"]);
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
    check_refused("bert", short, &["model.safetensors: not in the layout of safetensors, or cut short"]);
}

#[test]
fn labels_that_say_nothing_need_a_table_and_take_it_from_the_folder_or_a_setting() {
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
        &["config.json: none of the labels O, LABEL_1, 2", "--model-labels LABEL_1=B-PER"],
    );
    let copy = copy("bert");
    all(copy.path());
    let setting = LabelTable::from([("LABEL_1".to_owned(), "B-PER".to_owned())]);
    let by_setting = Model::open(copy.path(), &setting, Precision::Float).expect("the setting says it");
    fs::write(copy.path().join("wiredesk-labels.json"), r#"{"LABEL_1": "B-PER"}"#).expect("written");
    let by_folder =
        Model::open(copy.path(), &LabelTable::new(), Precision::Float).expect("the folder says it");
    assert_eq!(by_setting.name(), by_folder.name());
    fs::write(copy.path().join("wiredesk-labels.json"), "PER").expect("written");
    let error = Model::open(copy.path(), &setting, Precision::Float).expect_err("the table is broken");
    assert!(error.to_string().starts_with("wiredesk-labels.json: not a JSON object"), "{error}");
}

fn parts(name: &str) -> Parts<Cursor<Vec<u8>>> {
    let file = |file: &str| fs::read(folder(name).join(file)).expect("a file");
    Parts {
        name: name.to_owned(),
        config: file("config.json"),
        tokenizer: file("tokenizer.json"),
        weights: Cursor::new(file("model.safetensors")),
        labels: LabelTable::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_changed_bytes_make_reading_or_using_a_folder_panic(
        which in 0..4_usize, file in 0..3_usize, at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>(),
    ) {
        let mut parts = parts(ALL[which]);
        let bytes = match file {
            0 => &mut parts.config,
            1 => &mut parts.tokenizer,
            _ => parts.weights.get_mut(),
        };
        // Of the weights mostly the header, where the structure is.
        let at = at.index(bytes.len().min(8_000));
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        if let Ok(model) = Model::read(parts, Precision::Float) {
            model.names(&[words("Wolfgang Müller met ½ O'Brien 東京都")]);
        }
    }

    #[test]
    fn any_text_is_read_and_names_lie_inside_its_sentences(
        which in 0..4_usize, sentences in prop::collection::vec(prop::collection::vec((any::<String>(), any::<bool>()), 0..9), 0..4),
    ) {
        let model = open(ALL[which], Precision::Float);
        let sentences: Vec<Vec<Word<'_>>> = sentences
            .iter()
            .map(|words| words.iter().map(|(text, spaced)| Word { text, spaced: *spaced }).collect())
            .collect();
        for (sentence, names) in sentences.iter().zip(model.names(&sentences)) {
            let mut end = 0;
            for name in names {
                prop_assert!(name.words.start >= end && name.words.end <= sentence.len() && !name.words.is_empty());
                prop_assert!((0.0..=1.0).contains(&name.score));
                end = name.words.end;
            }
        }
    }
}
