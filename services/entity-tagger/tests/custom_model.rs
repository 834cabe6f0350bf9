//! A model from a folder, whole articles through the stage: every mention verifiable, whatever the text.
#![allow(clippy::expect_used, reason = "a test may stop at the first surprise, its helpers included")]

use std::path::Path;

use encoder::{LabelTable, NameRecognizer, Precision};
use entity_tagger::EntityTagger;
use entity_tagger::mentions::ModelLanguages;
use messages::{EntitiesTagged, Event, Stage, TextSegmented};
use serde_json::{Value, json};

fn tagger(name: &str, languages: ModelLanguages) -> EntityTagger {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/encoder/tests/folders").join(name);
    let recognizer = NameRecognizer::open(&folder, &LabelTable::new(), Precision::Float);
    EntityTagger::custom(recognizer.expect("the folder is complete"), languages)
}

/// An article of one paragraph, which is one sentence.
fn tagged(tagger: &EntityTagger, language: &str, body: &str) -> Value {
    let length = body.chars().count();
    let event = json!({
        "schema": "wiredesk.article/1",
        "article": {"id": "a", "revision": "r", "body": body},
        "language": {"tag": language, "iso639_3": "und", "script": "Latn", "confidence": 1.0, "reliable": true},
        "segments": {"blocks": [{"kind": "paragraph", "start": 0, "end": length}],
            "sentences": [{"start": 0, "end": length, "block": 0}]},
        "provenance": [],
    });
    let event = TextSegmented::decode(&serde_json::to_vec(&event).expect("JSON")).expect("an event");
    let event: EntitiesTagged = tagger.process(event).expect("it is tagged");
    serde_json::from_slice(&event.encode()).expect("JSON")
}

fn limits(event: &Value) -> String {
    event.pointer("/provenance/0/limits").map(Value::to_string).unwrap_or_default()
}

#[test]
fn every_mention_of_a_long_article_carries_its_text_and_its_offsets_are_exact() {
    let sentence =
        "Zoë O\u{2019}Brien 🙂 et le ministre Müller\u{a0}(CDU) à l\u{2019}Élysée: 東京, İstanbul & co. ";
    let body = sentence.repeat(120);
    let points: Vec<char> = body.chars().collect();
    for name in ["bert", "distilbert", "roberta", "xlm-roberta"] {
        let event = tagged(&tagger(name, ModelLanguages::All), "fr", &body);
        let mentions = event.pointer("/entities/mentions").and_then(Value::as_array).expect("mentions");
        assert!(!mentions.is_empty(), "{name}: random weights find something");
        let at =
            |mention: &Value, end: &str| mention.get(end).and_then(Value::as_u64).expect("a place") as usize;
        for mention in mentions {
            let covered: String =
                points.get(at(mention, "start")..at(mention, "end")).expect("a span").iter().collect();
            assert_eq!(mention.get("text").and_then(Value::as_str), Some(covered.as_str()), "{name}");
        }
        let last = mentions.iter().map(|mention| at(mention, "end")).max().expect("a mention");
        assert!(
            last > points.len() - 200,
            "{name}: {last} of {}, the end of the article is read, too",
            points.len()
        );
    }
}

#[test]
fn a_language_that_the_model_is_not_for_gets_the_fast_tier_and_provenance_says_so() {
    let only = tagger("bert", ModelLanguages::Only(vec!["de".to_owned()]));
    assert!(limits(&tagged(&only, "en", "Oslo is wet.")).contains("fast_tier_for_language"));
    assert!(!limits(&tagged(&only, "de", "Oslo ist nass.")).contains("fast_tier_for_language"));
    let all = tagger("bert", ModelLanguages::All);
    for language in ["tr", "und", "ja"] {
        let limits = limits(&tagged(&all, language, "Oslo."));
        assert!(!limits.contains("names_by") && !limits.contains("fast_tier"), "{language}: {limits}");
    }
}
