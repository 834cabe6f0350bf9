use std::io::Cursor;

use super::shown;
use crate::{is_header, table};

fn read(text: &[u8]) -> Vec<String> {
    shown(table(Cursor::new(text.to_vec())))
}

#[test]
fn columns_are_members_by_their_names() {
    let text = "\u{FEFF}ID,Title,Text,Publish_Date,desk,lang\r\n\
                1,Rain,\"It, \"\"rains\"\".\nStill.\",2026-05-03,weather,en\r\n\
                2,,雪。,yesterday,,ja\r\n";
    assert_eq!(
        read(text.as_bytes()),
        [
            ":2: id=1 | headline=Rain | body=It, \"rains\".\nStill. | published_at=2026-05-03T00:00:00Z | language=en | \
         source_format=csv | desk=weather",
            ":4: id=2 | body=雪。 | language=ja | source_format=csv | published=yesterday",
        ]
    );
}

#[test]
fn semicolons_and_tabs_separate_too() {
    assert_eq!(
        read(b"url;body\nhttps://example.org;a, b"),
        [":2: body=a, b | url=https://example.org | source_format=csv"]
    );
    assert_eq!(read(b"id\tbody\n7\ta; b, c"), [":2: id=7 | body=a; b, c | source_format=csv"]);
}

#[test]
fn a_row_that_cannot_be_read_is_an_error_and_the_rest_goes_on() {
    assert_eq!(
        read(b"id,body\n1,a,b\n2,\n3,caf\xe9\n4,end\n"),
        [
            ":2: not readable as CSV: 3 cells, and 2 columns",
            ":3: has no text: the column of the body is empty",
            ":4: not readable as CSV: a cell that is not UTF-8: save the table as UTF-8",
            ":5: id=4 | body=end | source_format=csv",
        ]
    );
}

#[test]
fn a_table_without_a_body_is_one_error() {
    let error = read(b"id,name\n1,a\n");
    assert_eq!(error.len(), 1);
    assert!(error[0].starts_with(":1: not readable as CSV: no column for the body"), "{error:?}");
}

#[test]
fn a_first_line_that_is_too_long_for_names_of_columns_is_an_error() {
    let table = format!("body,{}\nRain,1\n", "x".repeat(70_000));
    let error = ":1: not readable as CSV: a first line of more than 64 KiB: it must name the columns";
    assert_eq!(read(table.as_bytes()), [error]);
}

#[test]
fn a_quotation_mark_that_never_closes_is_too_large() {
    let start = Cursor::new(b"id,body\n1,\"".to_vec());
    let endless = std::io::BufReader::new(std::io::Read::chain(start, std::io::repeat(b'x')));
    assert_eq!(shown(table(endless)), [":2: larger than 64 MiB: not one article"]);
}

#[test]
fn a_header_names_several_columns_and_a_body() {
    for line in ["id,body", "\u{FEFF}\"Title\";\"Text\"\r\n", "url\tcontent"] {
        assert!(is_header(line), "{line}");
    }
    for line in ["Rain, he said, is text.", "body", "id,name", "", "It rained, text: yes"] {
        assert!(!is_header(line), "{line}");
    }
}
