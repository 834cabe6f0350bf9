use super::shown;
use crate::{DocumentFormat, document, recognized_ninjs};

fn check(item: &str, expected: &[&str]) {
    assert_eq!(shown(document(DocumentFormat::Ninjs, item.as_bytes())), expected);
}

#[test]
fn version_1_has_bodies_by_name() {
    check(
        r#"{"uri": "tag:example.org,2026:1", "type": "text", "versioncreated": "2026-05-03T08:00:00Z", "language": "no",
            "headline": "Regn i Oslo", "byline": "Kari Dahl", "body_xhtml": "<p>Det regner.</p><p>Fortsatt.</p>",
            "infosource": [{"name": "NTB"}], "copyrightholder": "x"}"#,
        &["[]: id=tag:example.org,2026:1 | headline=Regn i Oslo | byline=Kari Dahl | \
           body=Det regner.\n\nFortsatt. | source=NTB | published_at=2026-05-03T08:00:00Z | language=no | \
           source_format=ninjs"
            .replace("[]", "")
            .as_str()],
    );
}

#[test]
fn versions_2_and_3_have_lists_and_plain_text_is_preferred() {
    let item = |created: &str, kind: &str| {
        format!(
            r#"{{"uri": "https://example.org/1", "{created}": "2026-05-03T08:00:00Z",
                "headlines": [{{"role": "short", "value": "R"}}, {{"role": "main", "value": "Rain"}}],
                "bodies": [{{"{kind}": "text/html", "value": "<p>HTML</p>"}}, {{"{kind}": "text/plain", "value": "1 < 2 <b>"}}],
                "by": "A. B."}}"#
        )
    };
    let expected = ": id=https://example.org/1 | headline=Rain | byline=A. B. | body=1 < 2 <b> | \
                    url=https://example.org/1 | published_at=2026-05-03T08:00:00Z | source_format=ninjs";
    check(&item("versioncreated", "contenttype"), &[expected]);
    check(&item("versionCreated", "contentType"), &[expected]);
}

#[test]
fn a_body_without_a_value_is_passed_over() {
    let bodies = r#"[{"contentType": "text/plain"}, {"value": "<p>Rain.</p>"}]"#;
    check(
        &format!(r#"{{"uri": "tag:1", "bodies": {bodies}}}"#),
        &[": id=tag:1 | body=Rain. | source_format=ninjs"],
    );
    check(
        r#"{"uri": "tag:1", "bodies": [{"value": 7}], "body_text": "Rain."}"#,
        &[": id=tag:1 | body=Rain. | source_format=ninjs"],
    );
}

#[test]
fn lines_have_an_article_for_each_object() {
    let line = |number: u8| format!(r#"{{"uri": "tag:{number}", "body_text": "Rain."}}"#);
    check(
        &format!("\u{feff}{}\n{}\n", line(1), line(2)),
        &[
            "[0]: id=tag:1 | body=Rain. | source_format=ninjs",
            "[1]: id=tag:2 | body=Rain. | source_format=ninjs",
        ],
    );
}

#[test]
fn an_array_has_an_article_for_each_object() {
    check(
        r#"[{"uri": "a", "body_text": "Rain."}, {"uri": "b", "type": "picture"}, 7]"#,
        &[
            "[0]: id=a | body=Rain. | source_format=ninjs",
            "[1]: has no text: the item has no body",
            "[2]: not readable as ninjs: not a JSON object",
        ],
    );
    check("{", &[": not readable as ninjs: invalid JSON in line 1 column 1"]);
}

#[test]
fn an_article_of_the_wire_format_is_not_ninjs() {
    assert_eq!(recognized_ninjs(br#"{"uri": "a", "body": "x", "body_text": "y"}"#), None);
    assert_eq!(recognized_ninjs(br#"{"body_text": "y"}"#), None);
    assert_eq!(recognized_ninjs(br#"{"uri": "a", "body": "x"}"#), None);
    assert!(recognized_ninjs(br#"{"uri": "a", "body_text": "y"}"#).unwrap().is_ok());
}
