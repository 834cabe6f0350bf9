//! The accurate tier's committed model against PyTorch, and a whole article tagged with it.
//!
//! `lab/teacher/teacher.py export … --reference` wrote PyTorch's logits, in floats and with the weights
//! rounded as in the file.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at the first surprise, its helpers included"
)]

use std::sync::Arc;

use encoder::{Precision, TokenClassifier, Word};
use entity_tagger::EntityTagger;
use entity_tagger::gazetteer::Gazetteer;
use entity_tagger::mentions::{AccurateModel, TrainedModel};
use messages::{EntitiesTagged, Event, Stage, TextSegmented};
use serde_json::{Value, json};

fn model(precision: Precision) -> TokenClassifier {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/model/accurate");
    TokenClassifier::open(folder.as_ref(), precision).expect("the model is part of the repository")
}

/// A document of the reference: its sentences, start and end of each word in code points, and the logits of
/// each word.
struct Document {
    sentences: Vec<String>,
    words: Vec<Vec<[usize; 2]>>,
    logits: Vec<Vec<f32>>,
}

impl Document {
    fn words(&self) -> Vec<Vec<Word<'_>>> {
        self.sentences.iter().zip(&self.words).map(|(text, places)| words(text, places)).collect()
    }
}

fn words<'t>(text: &'t str, places: &[[usize; 2]]) -> Vec<Word<'t>> {
    let byte = |point: usize| text.char_indices().nth(point).map_or(text.len(), |(at, _)| at);
    let word = |[start, end]: &[usize; 2]| {
        let (start, end) = (byte(*start), byte(*end));
        Word { text: &text[start..end], spaced: text[..start].ends_with(' ') || start == 0 }
    };
    places.iter().map(word).collect()
}

fn reference() -> Vec<Document> {
    let reference = include_str!("../model/accurate.reference.json");
    let documents: Vec<Value> = serde_json::from_str(reference).expect("the reference is JSON");
    let read = |document: &Value| Document {
        sentences: serde_json::from_value(document["sentences"].clone()).expect("texts"),
        words: serde_json::from_value(document["words"].clone()).expect("pairs of numbers"),
        logits: serde_json::from_value(document["logits"].clone()).expect("rows of numbers"),
    };
    documents.iter().map(read).collect()
}

/// Returns the index of the largest logit.
fn best(row: &[f32]) -> usize {
    (0..row.len()).fold(0, |best, label| if row[label] > row[best] { label } else { best })
}

#[test]
fn logits_in_floats_differ_from_pytorch_by_less_than_a_thousandth() {
    let model = model(Precision::Float);
    for document in reference() {
        let logits = model.logits(&document.words());
        assert_eq!(logits.len(), document.logits.len());
        for (ours, theirs) in logits.iter().flatten().zip(document.logits.iter().flatten()) {
            assert!((ours - theirs).abs() < 1e-3, "{ours} is not {theirs}");
        }
    }
}

/// Returns how many labels of 1,000 words must be equal in int8.
///
/// Without AVX-512 VNNI, sums of products could overflow, so activations have 127 levels and not 255.
fn least_equal_labels() -> usize {
    #[cfg(target_arch = "x86_64")]
    if !is_x86_feature_detected!("avx512vnni") {
        return 990;
    }
    995
}

#[test]
fn labels_in_int8_equal_those_of_pytorch() {
    let model = model(Precision::Int8);
    let (mut equal, mut words) = (0_usize, 0_usize);
    for document in reference() {
        let scores = model.logits(&document.words());
        words += scores.len();
        let pairs = scores.iter().zip(&document.logits);
        equal += pairs.filter(|(scores, logits)| best(scores) == best(logits)).count();
    }
    assert!(equal * 1000 >= words * least_equal_labels(), "{equal} of {words} labels are equal");
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

/// Tags an article with the accurate tier, and returns it as JSON.
fn tagged(article: TextSegmented) -> Value {
    tagged_by(&EntityTagger::accurate(model(Precision::Int8)), article)
}

fn tagged_by(tagger: &EntityTagger, article: TextSegmented) -> Value {
    let event: EntitiesTagged = tagger.process(article).expect("it is tagged");
    serde_json::from_slice(&event.encode()).expect("JSON")
}

fn has(event: &Value, text: &str, kind: &str) -> bool {
    let mentions = event["entities"]["mentions"].as_array().expect("mentions");
    mentions.iter().any(|mention| mention["text"] == text && mention["type"] == kind)
}

#[test]
fn a_whole_article_is_tagged_and_provenance_names_the_model() {
    let event = tagged(article("en"));
    for (text, kind) in
        [("OSLO", "LOC"), ("Meridal Holdings", "ORG"), ("Sunniva Grieg-Taha", "PER"), ("Bergen", "LOC")]
    {
        assert!(has(&event, text, kind), "{text} in {event:#}");
    }
    let provenance = &event["provenance"][0];
    assert!(provenance["model"].as_str().expect("a model").starts_with("e5-names-"), "{provenance}");
    assert!(!provenance.to_string().contains("fast_tier_for_language"));
}

#[test]
fn a_language_that_the_model_was_not_made_for_is_tagged_by_the_fast_tier() {
    assert!(tagged(article("cy")).to_string().contains("fast_tier_for_language"));
    assert!(!tagged(article("nl")).to_string().contains("fast_tier_for_language"));
}

#[test]
fn the_fast_model_has_a_say_only_in_languages_with_weights() {
    let alone = || {
        let fast = TrainedModel::new(Arc::new(Gazetteer::load()), vec![]);
        Box::new(AccurateModel::new(model(Precision::Int8), fast))
    };
    let [pool, alone] = [EntityTagger::accurate(model(Precision::Int8)), EntityTagger::with_model(alone())];
    for (language, is_equal) in [("en", false), ("nl", true)] {
        let [pool, alone] = [&pool, &alone].map(|tagger| tagged_by(tagger, article(language)));
        assert_eq!(pool["entities"] == alone["entities"], is_equal, "{language}: {pool:#} {alone:#}");
    }
}

#[test]
fn names_are_found_in_scripts_without_spaces_and_in_languages_without_weights_of_their_own() {
    for (language, script, body, expected) in [
        ("ja", "Jpan", "田中花子さんは東京で会見した。", [("田中花子", "PER"), ("東京", "LOC")]),
        ("zh", "Hant", "王小明週一在台北與記者會面。", [("王小明", "PER"), ("台北", "LOC")]),
        ("ko", "Kore", "김하늘 시장은 서울에서 회견했다.", [("김하늘", "PER"), ("서울", "LOC")]),
        ("cs", "Latn", "Jana Horáková přijela do Brna.", [("Jana Horáková", "PER"), ("Brna", "LOC")]),
        ("uk", "Cyrl", "Олена Ткачук приїхала до Харкова.", [("Олена Ткачук", "PER"), ("Харкова", "LOC")]),
    ] {
        let event = tagged(short(language, script, body));
        for (text, kind) in expected {
            assert!(has(&event, text, kind), "{text} in {event:#}");
        }
    }
}

/// Creates an article of one sentence.
fn short(language: &str, script: &str, body: &str) -> TextSegmented {
    let end = body.chars().count();
    let event = json!({
        "schema": "wiredesk.article/1",
        "article": {"id": "a", "revision": "r", "body": body},
        "language": {"tag": language, "iso639_3": "und", "script": script, "confidence": 1.0, "reliable": true},
        "segments": {
            "blocks": [{"kind": "paragraph", "start": 0, "end": end}],
            "sentences": [{"start": 0, "end": end, "block": 0}]},
        "provenance": [],
    });
    TextSegmented::decode(&serde_json::to_vec(&event).expect("JSON")).expect("an event")
}
