//! Events with offsets in UTF-16.

use serde_json::{Value, json};

use super::articles::utf16;
use crate::with_utf16_offsets;

#[test]
fn every_span_is_converted_in_its_field() {
    let event = json!({
        "schema": "wiredesk.article/1",
        "article": {"id": "a-1", "revision": "r", "headline": "🌧🌧 Oslo", "body": "𠮷野家 Oslo."},
        "language": {"tag": "en", "iso639_3": "eng", "script": "Latn", "confidence": 1, "reliable": true,
                     "paragraphs": [{"start": 4, "end": 8, "tag": "en", "confidence": 1}]},
        "segments": {
            "blocks": [
                {"kind": "headline", "field": "headline", "start": 0, "end": 7},
                {"kind": "dateline", "start": 4, "end": 8,
                 "dateline": {"place": {"start": 4, "end": 8, "text": "Oslo"}}}
            ],
            "sentences": [{"start": 3, "end": 7, "block": 0}, {"start": 4, "end": 9, "block": 1}],
            "tokens": [{"field": "headline", "start": 3, "end": 7}]
        },
        "entities": {"mentions": [{"start": 4, "end": 99, "text": "Oslo", "type": "LOC", "score": 1}], "entities": []},
        "later": {"start": 1, "end": 2}
    });
    let converted: Value =
        serde_json::from_slice(&with_utf16_offsets(event.to_string().as_bytes()).unwrap()).unwrap();
    let (headline, body) = ("🌧🌧 Oslo", "𠮷野家 Oslo.");
    let slice = |text: &str, pointer: &str| {
        let span = converted.pointer(pointer).unwrap();
        utf16(text, &span["start"], &span["end"])
    };
    assert_eq!(slice(body, "/language/paragraphs/0"), "Oslo");
    assert_eq!(slice(headline, "/segments/blocks/0"), headline);
    assert_eq!(slice(body, "/segments/blocks/1/dateline/place"), "Oslo");
    assert_eq!(slice(headline, "/segments/sentences/0"), "Oslo");
    assert_eq!(slice(body, "/segments/sentences/1"), "Oslo.");
    assert_eq!(slice(headline, "/segments/tokens/0"), "Oslo");
    assert_eq!(converted["offsets"], "utf16");
    // A span that does not fit is removed, and what this version does not know stays.
    assert_eq!(converted["entities"]["mentions"][0], json!({"text": "Oslo", "type": "LOC", "score": 1}));
    assert_eq!(converted["later"], event["later"]);
}

#[test]
fn what_is_not_an_event_is_not_converted() {
    assert_eq!(with_utf16_offsets(b"[1]"), None);
    assert_eq!(with_utf16_offsets(br#"{"id": "a", "body": "x"}"#), None);
}
