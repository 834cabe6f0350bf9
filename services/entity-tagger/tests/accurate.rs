//! The accurate tier's committed model against PyTorch, and a whole article tagged with it.
//!
//! `lab/teacher/teacher.py export … --reference` wrote PyTorch's logits, in floats and with the weights
//! rounded as in the file.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise, its helpers included"
)]

use encoder::{Precision, TokenClassifier, Word};
use entity_tagger::EntityTagger;
use messages::{EntitiesTagged, Event, Stage, TextSegmented};
use serde_json::{Value, json};

fn model(precision: Precision) -> TokenClassifier {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/model/accurate-en");
    TokenClassifier::open(folder.as_ref(), precision).expect("the model is part of the repository")
}

/// The words of each sentence of a document.
type Sentences = Vec<Vec<String>>;

fn as_words(sentences: &Sentences) -> Vec<Vec<Word<'_>>> {
    sentences.iter().map(|words| words.iter().map(|text| Word::after_space(text)).collect()).collect()
}

/// One row for each word, one column for each label.
type Logits = Vec<Vec<f32>>;

/// Returns the sentences of each document and the logits of its words.
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

/// Returns the index of the largest logit.
fn best(row: &[f32]) -> usize {
    (0..row.len()).fold(0, |best, label| if row[label] > row[best] { label } else { best })
}

#[test]
fn logits_in_floats_differ_from_pytorch_by_less_than_a_ten_thousandth() {
    let model = model(Precision::Float);
    for (sentences, logits) in reference() {
        for (ours, theirs) in model.logits(&as_words(&sentences)).iter().zip(&logits) {
            for (ours, theirs) in ours.iter().zip(theirs) {
                assert!((ours - theirs).abs() < 1e-4, "{ours} is not {theirs}");
            }
        }
    }
}

#[test]
fn labels_in_int8_equal_those_of_pytorch_for_995_words_of_1000() {
    let model = model(Precision::Int8);
    let (mut equal, mut words) = (0_usize, 0_usize);
    for (sentences, logits) in reference() {
        let scores = model.logits(&as_words(&sentences));
        assert_eq!(scores.len(), logits.len());
        words += logits.len();
        equal += scores.iter().zip(&logits).filter(|(scores, logits)| best(scores) == best(logits)).count();
    }
    assert!(equal * 1000 >= words * 995, "{equal} of {words} labels are equal");
}

/// Creates an article with a headline and a dateline.
fn article(language: &str) -> TextSegmented {
    let headline = "Meridal to buy shipyard from Kongsberg";
    let body = "OSLO, May 3 - Meridal Holdings said it would buy the yard. Chief executive Sunniva Grieg-Taha met workers in Bergen.";
    let [dateline, first, end] = [14, body.find(" Chief").expect("the body has it"), body.len()];
    let event = json!({
        "schema": "wiredesk.article/1",
        "article": {"id": "a", "revision": "r", "headline": headline, "body": body},
        "language": {"tag": language, "iso639_3": "und", "script": "Latn", "confidence": 1.0, "reliable": true},
        "segments": {
            "blocks": [
                {"kind": "headline", "field": "headline", "start": 0, "end": headline.len()},
                {"kind": "dateline", "start": 0, "end": dateline - 1,
                    "dateline": {"place": {"start": 0, "end": 4, "text": "OSLO"}}},
                {"kind": "paragraph", "start": dateline, "end": end}],
            "sentences": [
                {"field": "headline", "start": 0, "end": headline.len(), "block": 0},
                {"start": dateline, "end": first, "block": 2},
                {"start": first + 1, "end": end, "block": 2}]},
        "provenance": [],
    });
    TextSegmented::decode(&serde_json::to_vec(&event).expect("JSON")).expect("an event")
}

#[test]
fn a_whole_article_is_tagged_and_provenance_names_the_model() {
    let tagger = EntityTagger::accurate(model(Precision::Int8));
    let event: EntitiesTagged = tagger.process(article("en")).expect("it is tagged");
    let event: Value = serde_json::from_slice(&event.encode()).expect("JSON");
    let mentions = event["entities"]["mentions"].as_array().expect("mentions");
    let found = |text: &str, kind: &str| {
        mentions.iter().any(|mention| mention["text"] == text && mention["type"] == kind)
    };
    for (text, kind) in
        [("OSLO", "LOC"), ("Meridal Holdings", "ORG"), ("Sunniva Grieg-Taha", "PER"), ("Bergen", "LOC")]
    {
        assert!(found(text, kind), "{text} in {mentions:#?}");
    }
    let provenance = &event["provenance"][0];
    assert!(provenance["model"].as_str().expect("a model").starts_with("minilm-en-"), "{provenance}");
    assert!(!provenance.to_string().contains("fast_tier_for_language"));
    let german: EntitiesTagged = tagger.process(article("de")).expect("it is tagged");
    assert!(String::from_utf8_lossy(&german.encode()).contains("fast_tier_for_language"));
}
