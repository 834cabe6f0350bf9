//! CSV. `tests/formats/check.py` reads it with Python's `csv`.

use super::articles::{article, written};
use crate::{Format, OffsetUnit};

#[test]
fn a_row_has_the_columns_of_the_header() {
    let mut full = article(None, "🌧 in [LOC Oslo] on [DATE 3 May].");
    full.article.url = Some("https://example.org/?a=1,2".to_owned());
    full.entities.as_mut().unwrap().mentions[1].value = Some("2026-05-03".to_owned());
    insta::assert_snapshot!(written(Format::Csv, &full, OffsetUnit::CodePoints), @r#"
    a-1,r1,"https://example.org/?a=1,2",,en,body,5,9,Oslo,LOC,,0.5,0,Oslo,0.5,geonames:7
    a-1,r1,"https://example.org/?a=1,2",,en,body,13,18,3 May,DATE,2026-05-03,0.5,,,,
    "#);
    assert_eq!(Format::Csv.before().split(',').count(), 16);
    assert!(written(Format::Csv, &full, OffsetUnit::Utf16).contains("body,6,10,Oslo"));
}

#[test]
fn separators_quotation_marks_and_line_breaks_are_quoted() {
    let quoted = written(Format::Csv, &article(None, "[ORG \"A, b\"\nc]"), OffsetUnit::CodePoints);
    assert!(quoted.contains(",\"\"\"A, b\"\"\nc\",ORG,"), "{quoted}");
}
