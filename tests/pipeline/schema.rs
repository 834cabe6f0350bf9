//! The JSON Schemas, made from the types, accept what the pipeline writes.

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
fn every_event_of_every_test_article_fits_its_schema() {
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

/// A golden event as it stands, without a way through the types.
fn check_golden<E: Event + JsonSchema>() {
    let path = format!("{}/golden/v1/{}.json", env!("CARGO_MANIFEST_DIR"), E::NAME);
    let golden: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    if let Err(error) = validator::<E>().validate(&golden) {
        panic!("{} at {}: {error}", E::NAME, error.instance_path());
    }
}

#[test]
fn golden_events_fit_their_schemas() {
    check_golden::<ArticleReceived>();
    check_golden::<LanguageDetected>();
    check_golden::<TextSegmented>();
    check_golden::<EntitiesTagged>();
    check_golden::<ArticleSummarized>();
}

/// The schemas must be able to say no.
#[test]
fn what_is_no_event_does_not_fit() {
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
