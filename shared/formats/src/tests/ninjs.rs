//! ninjs 3: the members and their types.

use serde_json::json;

use super::articles::{article, json};
use crate::Format;

#[test]
fn an_article_is_a_ninjs_object() {
    let mut full = article(Some("[LOC Łódź] rain"), "[PER Kari Dahl] of [ORG NTB] met [MISC Norwegians].");
    full.article.published_at = Some("2026-05-03T08:00:00+02:00".to_owned());
    full.article.source = Some("The Gazette".to_owned());
    full.article.byline = Some("By A. B.".to_owned());
    full.article.url = Some("https://example.org/a".to_owned());
    let link = |name: &str| json!({"name": name, "rel": "mentions", "uri": "https://sws.geonames.org/7/", "literal": "geonames:7"});
    let schema = "http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json#";
    assert_eq!(
        json(Format::Ninjs, &full),
        json!({
            "uri": "urn:wiredesk:article:a-1",
            "standard": {"name": "ninjs", "version": "3.2", "schema": schema},
            "type": "text",
            "representationType": "full",
            "version": "r1",
            "versionCreated": "2026-05-03T08:00:00+02:00",
            "language": "en",
            "headlines": [{"value": "Łódź rain"}],
            "by": "By A. B.",
            "descriptions": [{"role": "summary", "contentType": "text/plain", "value": "Rain fell."}],
            "bodies": [{"role": "main", "contentType": "text/plain", "charCount": 32,
                        "value": "Kari Dahl of NTB met Norwegians."}],
            "people": [link("Kari Dahl")],
            "organisations": [link("NTB")],
            "places": [link("Łódź")],
            "subjects": [link("Norwegians"), {"name": "rain", "rel": "keyword", "creator": "wiredesk", "relevance": 88}],
            "infoSources": [{"name": "The Gazette"}],
            "altIds": [{"role": "id", "value": "a-1"}, {"role": "url", "value": "https://example.org/a"}],
        })
    );
}

#[test]
fn a_time_that_is_not_a_date_time_of_json_schema_is_left_out() {
    let mut odd = article(None, "Rain.");
    odd.article.published_at = Some("yesterday".to_owned());
    assert_eq!(json(Format::Ninjs, &odd).get("versionCreated"), None);
}
