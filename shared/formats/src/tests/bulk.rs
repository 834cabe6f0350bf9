//! The lines for OpenSearch.

use serde_json::{Value, json};

use super::articles::{TEXTS, article, utf16, written};
use crate::{Format, OffsetUnit};

#[test]
fn an_article_is_an_action_and_a_document() {
    for text in TEXTS {
        let article = article(Some("a\nb"), text);
        let lines = written(Format::Bulk, &article, OffsetUnit::Utf16);
        let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let [action, document] = lines.as_slice() else { panic!("two lines: {lines:?}") };
        assert_eq!(*action, json!({"index": {"_id": "a-1"}}));
        assert_eq!(document["offsets"], "utf16");
        for mention in document["mentions"].as_array().unwrap() {
            let slice = utf16(&article.article.body, &mention["start"], &mention["end"]);
            assert_eq!(slice, mention["text"].as_str().unwrap());
        }
    }
}

#[test]
fn names_are_listed_by_type() {
    let lines = written(Format::Bulk, &article(None, "[LOC Oslo], [ORG NTB]"), OffsetUnit::CodePoints);
    let document: Value = serde_json::from_str(lines.lines().nth(1).unwrap()).unwrap();
    assert_eq!((&document["places"], &document["organisations"]), (&json!(["Oslo"]), &json!(["NTB"])));
    assert_eq!(document.get("offsets"), None);
    assert_eq!(document["keywords"], json!(["rain"]));
}
