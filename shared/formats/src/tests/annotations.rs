//! Web Annotation: both selectors select the mention.

use serde_json::{Value, json};

use super::articles::{TEXTS, article, code_points, json, utf16, written};
use crate::{Format, OffsetUnit};

fn check(collection: &Value, field: &str, slice: fn(&str, &Value, &Value) -> String) {
    let items = collection["first"]["items"].as_array().unwrap();
    assert_eq!(collection["total"], items.len());
    for annotation in items {
        let [position, quote] = annotation["target"]["selector"].as_array().unwrap().as_slice() else {
            panic!("two selectors: {annotation}");
        };
        let exact = quote["exact"].as_str().unwrap();
        assert_eq!(slice(field, &position["start"], &position["end"]), exact);
        let around = [&quote["prefix"], &quote["exact"], &quote["suffix"]].map(|part| part.as_str().unwrap());
        assert!(field.contains(&around.concat()), "{around:?}");
    }
}

#[test]
fn both_selectors_select_the_mention() {
    for text in TEXTS {
        let article = article(None, &text.repeat(3));
        check(&json(Format::Annotations, &article), &article.article.body, code_points);
        let line = written(Format::Annotations, &article, OffsetUnit::Utf16);
        check(&serde_json::from_str(&line).unwrap(), &article.article.body, utf16);
    }
}

#[test]
fn an_annotation_has_type_link_target_and_scope() {
    let mut published = article(Some("[LOC Oslo] rain"), "It rains.");
    published.article.url = Some("https://example.org/a".to_owned());
    published.article.id = "a 1".to_owned();
    let collection = json(Format::Annotations, &published);
    assert_eq!(
        collection["first"]["items"][0],
        json!({
            "id": "urn:wiredesk:article:a%201:annotations:0",
            "type": "Annotation",
            "motivation": "tagging",
            "body": [
                {"type": "TextualBody", "purpose": "tagging", "value": "LOC"},
                {"type": "SpecificResource", "purpose": "identifying", "source": "https://sws.geonames.org/7/"}
            ],
            "target": {
                "type": "SpecificResource",
                "source": {"id": "urn:wiredesk:article:a%201:r1:headline", "type": "Text", "format": "text/plain",
                           "language": "en"},
                "scope": "https://example.org/a",
                "selector": [
                    {"type": "TextPositionSelector", "start": 0, "end": 4},
                    {"type": "TextQuoteSelector", "exact": "Oslo", "prefix": "", "suffix": " rain"}
                ]
            }
        })
    );
}
