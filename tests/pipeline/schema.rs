//! The JSON Schemas, which are generated from the types, accept every event of the pipeline.

use jsonschema::Validator;
use messages::{ArticleReceived, ArticleSummarized, EntitiesTagged, Event, LanguageDetected, TextSegmented};
use pipeline_tests::{Annotated, articles};
use schemars::{JsonSchema, schema_for};
use serde_json::{Value, json};

fn validator<E: JsonSchema>() -> Validator {
    jsonschema::validator_for(schema_for!(E).as_value()).expect("schemars makes valid schemas")
}

fn check<E: Event + JsonSchema>(validator: &Validator, event: &E) {
    let event: Value = serde_json::from_slice(&event.encode()).unwrap();
    if let Err(error) = validator.validate(&event) {
        panic!("{} at {}: {error}", E::NAME, error.instance_path());
    }
}

#[test]
fn schemas_accept_every_event_of_every_test_article() {
    let received = validator::<ArticleReceived>();
    let detected = validator::<LanguageDetected>();
    let segmented = validator::<TextSegmented>();
    let tagged = validator::<EntitiesTagged>();
    let summarized = validator::<ArticleSummarized>();
    for annotated in articles().into_iter().map(Annotated::new) {
        check(&received, &annotated.received);
        check(&detected, &annotated.detected);
        check(&segmented, &annotated.segmented);
        check(&tagged, &annotated.tagged);
        check(&summarized, &annotated.summarized);
    }
}

/// Checks a golden event as it is in its file, without decoding it.
fn check_golden<E: Event + JsonSchema>(name: &str) {
    let path = format!("{}/golden/v1/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let golden: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    if let Err(error) = validator::<E>().validate(&golden) {
        panic!("{name} at {}: {error}", error.instance_path());
    }
}

#[test]
fn schemas_accept_golden_events() {
    check_golden::<ArticleReceived>(ArticleReceived::NAME);
    check_golden::<LanguageDetected>(LanguageDetected::NAME);
    check_golden::<TextSegmented>(TextSegmented::NAME);
    check_golden::<EntitiesTagged>(EntitiesTagged::NAME);
    check_golden::<ArticleSummarized>(ArticleSummarized::NAME);
    check_golden::<TextSegmented>("segmented_with_sentence_fields");
}

#[test]
fn schemas_reject_invalid_events() {
    assert!(!validator::<ArticleReceived>().is_valid(&json!({"headline": "No body"})));
    assert!(!validator::<ArticleReceived>().is_valid(&json!({"body": 5})));
    let mut event: Value =
        json!({"schema": messages::SCHEMA, "article": {"body": "Rain."}, "provenance": []});
    assert!(!validator::<LanguageDetected>().is_valid(&event), "without its layer");
    event["language"] = json!({
        "tag": "en", "iso639_3": "eng", "script": "Latn", "confidence": 1, "reliable": true
    });
    assert!(validator::<LanguageDetected>().is_valid(&event));
    event["language"]["confidence"] = json!("high");
    assert!(!validator::<LanguageDetected>().is_valid(&event), "a word for a number");
}
