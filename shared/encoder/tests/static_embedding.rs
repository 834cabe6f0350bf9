//! The table of `lab/teacher/table.py` against numpy.
//!
//! `lab/teacher/table.py --tiny` wrote the folder `static` and its reference.

#![allow(clippy::expect_used, reason = "a test may stop at the first surprise, its helpers included")]

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use encoder::{FolderError, ModelFiles, StaticEmbedding};
use serde::Deserialize;

#[derive(Deserialize)]
struct Reference {
    text: String,
    language: String,
    vector: Vec<f32>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/folders/static")
}

fn open() -> StaticEmbedding {
    StaticEmbedding::open(&folder()).expect("the folder is complete")
}

fn cosine(one: &[f32], other: &[f32]) -> f32 {
    one.iter().zip(other).map(|(one, other)| one * other).sum()
}

#[test]
fn vectors_are_those_of_numpy() {
    let references: Vec<Reference> =
        serde_json::from_str(include_str!("folders/static/reference.json")).expect("the reference is JSON");
    let embedding = open();
    for Reference { text, language, vector } in references {
        let found = embedding.vector(&text, &language).expect("the text has known subwords");
        let near = found.iter().zip(&vector).all(|(one, other)| (one - other).abs() < 1e-3);
        assert!(near, "{text} {language}: {found:?} {vector:?}");
    }
}

#[test]
fn a_vector_has_the_length_one_and_does_not_depend_on_repetitions() {
    let embedding = open();
    let vector = |text: &str| embedding.vector(text, "en").expect("the text has known subwords");
    let once = vector("Rain fell.");
    assert!((cosine(&once, &once) - 1.0).abs() < 1e-5);
    assert_eq!(once, vector("Rain fell. Rain fell. fell. Rain"));
}

#[test]
fn a_language_without_a_mean_has_that_of_the_others() {
    let embedding = open();
    assert_eq!(embedding.vector("Rain", "xx"), embedding.vector("Rain", "und"));
    assert_ne!(embedding.vector("Rain", "en"), embedding.vector("Rain", "und"));
    assert_eq!(embedding.languages().collect::<Vec<_>>(), ["en"]);
}

#[test]
fn a_text_without_words_has_no_vector() {
    assert_eq!(open().vector(" \n", "en"), None);
}

/// Opens the folder with one file changed.
fn changed(change: impl FnOnce(&mut ModelFiles<Cursor<Vec<u8>>>)) -> Result<StaticEmbedding, FolderError> {
    let read = |name: &str| fs::read(folder().join(name)).expect("the file is there");
    let mut files = ModelFiles {
        name: "static".to_owned(),
        config: read("config.json"),
        tokenizer: read("tokenizer.json"),
        weights: Cursor::new(read("model.safetensors")),
        labels: None,
    };
    change(&mut files);
    StaticEmbedding::read(&mut files)
}

#[test]
fn the_name_tells_tables_apart() {
    let name = |table: Result<StaticEmbedding, FolderError>| table.expect("it is complete").name().to_owned();
    let (one, other) = (name(Ok(open())), name(changed(|files| files.config.push(b' '))));
    assert!(one.starts_with("tiny@") && other.starts_with("tiny@") && one != other, "{one} {other}");
}

#[test]
fn files_that_do_not_match_are_refused_with_a_remedy() {
    let message = |change: fn(&mut ModelFiles<Cursor<Vec<u8>>>)| {
        changed(change).expect_err("it does not match").to_string()
    };
    let bert = message(|files| {
        files.config = br#"{"model_type":"bert","dimensions":8,"subwords":9,"languages":[]}"#.to_vec();
    });
    assert!(bert.contains("give the folder of a table of vectors"), "{bert}");
    let small = message(|files| {
        files.config = br#"{"model_type":"static","dimensions":8,"subwords":9,"languages":[]}"#.to_vec();
    });
    assert!(small.contains("take both files from one folder"), "{small}");
    let cut = message(|files| files.weights.get_mut().truncate(1000));
    assert!(cut.contains("truncated"), "{cut}");
}
