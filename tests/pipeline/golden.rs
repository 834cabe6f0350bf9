//! Events of the first version. Every later version reads them, and passes on members that it does not know.

use messages::{
    ArticleLinked, ArticleReceived, ArticleSummarized, EntitiesTagged, EntityType, Event, Field,
    LanguageDetected, Stage, TextSegmented,
};
use serde_json::Value;

/// Reads an event of `tests/golden/v1`, which was written by hand. Members named `x_…` belong to no version.
fn golden(name: &str) -> Value {
    let path = format!("{}/golden/v1/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let json = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_slice(&json).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn decoded<E: Event>() -> E {
    decoded_from(E::NAME)
}

fn decoded_from<E: Event>(name: &str) -> E {
    let golden = golden(name).to_string();
    E::decode(golden.as_bytes()).unwrap_or_else(|error| panic!("{name}.json: {error}"))
}

fn encoded<E: Event>(event: &E) -> Value {
    serde_json::from_slice(&event.encode()).expect("an event is JSON")
}

/// Checks that an event is the same JSON after decoding and encoding, with all members `x_…`.
fn check<E: Event>() {
    assert_eq!(encoded(&decoded::<E>()), golden(E::NAME));
}

#[test]
fn detected_stays_readable() {
    check::<LanguageDetected>();
}

#[test]
fn segmented_stays_readable() {
    check::<TextSegmented>();
}

#[test]
fn tagged_stays_readable() {
    check::<EntitiesTagged>();
}

#[test]
fn summarized_stays_readable() {
    check::<ArticleSummarized>();
}

#[test]
fn linked_stays_readable() {
    check::<ArticleLinked>();
}

/// Checks that headline sentences mean the same with and without `field`, which was added after the first
/// version.
#[test]
fn a_headline_sentence_is_read_with_and_without_its_field() {
    for name in ["segmented", "segmented_with_sentence_fields"] {
        let event: TextSegmented = decoded_from(name);
        assert_eq!(encoded(&event), golden(name));
        let fields: Vec<Field> =
            event.segments.sentences.iter().map(|sentence| event.segments.field_of(sentence)).collect();
        assert_eq!(fields.first(), Some(&Field::Headline), "{name}");
        assert!(fields[1..].iter().all(|field| *field == Field::Body), "{name}");
    }
}

/// Checks that the publisher's JSON gets an id and a revision, and keeps everything else. Both must never
/// change, because streams and readers identify articles by them.
#[test]
fn received_stays_readable() {
    let mut written = encoded(&decoded::<ArticleReceived>());
    let members = written.as_object_mut().unwrap();
    assert_eq!(members.remove("id").unwrap(), "c370ff6ecbaf50c8fc2eb1bc94b1c210");
    assert_eq!(members.remove("revision").unwrap(), "c370ff6ecbaf50c8");
    assert_eq!(written, golden("received"));
}

#[test]
fn a_type_of_a_later_version_is_read_as_other_and_keeps_its_name() {
    let event: EntitiesTagged = decoded();
    assert_eq!(event.entities.mentions[2].entity_type, EntityType::Other);
    assert_eq!(encoded(&event)["entities"]["mentions"][2]["type"], "X_VESSEL");
}

/// Checks that a stage adds its layer and its line of provenance, and passes on everything else unchanged.
fn check_passed_on<S: Stage>(stage: &S, layer: &str) {
    let mut written = encoded(&stage.process(decoded::<S::Input>()).expect("a golden event is processed"));
    let provenance = written["provenance"].as_array_mut().unwrap();
    let last = provenance.pop().unwrap();
    assert_eq!(last["stage"], stage.identity().stage.as_str());
    written.as_object_mut().unwrap().remove(layer).expect("the stage adds its layer");
    assert_eq!(written, golden(S::Input::NAME));
}

#[test]
fn the_segmenter_passes_on_unknown_members() {
    check_passed_on(&segmenter::Segmenter::new(), "segments");
}

#[test]
fn the_entity_tagger_passes_on_unknown_members() {
    check_passed_on(&entity_tagger::EntityTagger::new(), "entities");
}

#[test]
fn the_summarizer_passes_on_unknown_members() {
    check_passed_on(&summarizer::Summarizer::default(), "summary");
}

#[test]
fn the_language_detector_passes_on_unknown_members() {
    let event = language_detector::LanguageDetector::new().process(decoded()).unwrap();
    assert_eq!(encoded(&event)["article"], encoded(&decoded::<ArticleReceived>()));
}
