//! The JSON Schemas, which are generated from the types, accept every event of the pipeline.

use jsonschema::Validator;
use messages::{ArticleReceived, ArticleSummarized, EntitiesTagged, Event, LanguageDetected, TextSegmented};
use pipeline_tests::{Annotated, Binaries, Process, articles};
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

/// Returns the document that is committed for clients.
fn asyncapi() -> Value {
    let path = format!("{}/../docs/asyncapi.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn the_asyncapi_document_is_what_the_program_prints() {
    let mut command = Binaries::built().command("wiredesk");
    command.args(["schema", "--asyncapi"]);
    let (status, printed, complaint) = Process::run(command);
    assert!(status.success(), "{complaint}");
    let printed: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(asyncapi(), printed, "run `wiredesk schema --asyncapi > docs/asyncapi.json`");
}

#[test]
fn the_schemas_of_the_asyncapi_document_accept_the_events_on_their_subjects() {
    let document = asyncapi();
    let annotated = Annotated::new(articles().swap_remove(0));
    for (event, payload, wrong) in [
        (ArticleReceived::NAME, annotated.received.encode(), &annotated.detected.encode()),
        (LanguageDetected::NAME, annotated.detected.encode(), &annotated.received.encode()),
        (TextSegmented::NAME, annotated.segmented.encode(), &annotated.detected.encode()),
        (EntitiesTagged::NAME, annotated.tagged.encode(), &annotated.segmented.encode()),
        (ArticleSummarized::NAME, annotated.summarized.encode(), &annotated.tagged.encode()),
    ] {
        // The payload's schema with the document's other schemas beside it, where its references point.
        let mut schema = document["components"]["messages"][event]["payload"].clone();
        schema["components"] = json!({"schemas": document["components"]["schemas"]});
        if let Some(reference) = schema.as_object_mut().unwrap().remove("$ref") {
            // A validator of draft 7 ignores the members beside a `$ref`.
            schema["allOf"] = json!([{"$ref": reference}]);
        }
        schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
        let validator = jsonschema::validator_for(&schema).unwrap();
        let read = |payload: &[u8]| -> Value { serde_json::from_slice(payload).unwrap() };
        if let Err(error) = validator.validate(&read(&payload)) {
            panic!("{event} at {}: {error}", error.instance_path());
        }
        assert!(!validator.is_valid(&read(wrong)), "{event} is distinguished from the event before it");
    }
}
