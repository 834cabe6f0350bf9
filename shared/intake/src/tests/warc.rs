use std::io::{Cursor, Read};

use flate2::{Compression, read::GzEncoder};
use proptest::prelude::*;

use crate::{archive, is_archive};

const RAIN: &str =
    "It rained all day in Oslo, and the river rose by a metre. People carried their furniture up the stairs.";

fn record(kind: &str, content: &str) -> String {
    let length = content.len();
    format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: <https://example.org/1>\r\nContent-Length: {length}\r\n\r\n{content}\r\n\r\n"
    )
}

fn response(status: &str, kind: &str) -> String {
    record(
        "response",
        &format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n<html><p>{RAIN}</p></html>"),
    )
}

fn page() -> String {
    response("200 OK", "text/html; charset=utf-8")
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    GzEncoder::new(bytes, Compression::fast()).read_to_end(&mut packed).unwrap();
    packed
}

/// Returns `place ok` or `place error` of each record.
fn read(bytes: Vec<u8>) -> Vec<String> {
    let one = |record: crate::Record| match record.article {
        Ok(article) => {
            assert_eq!(article["body"], RAIN);
            assert_eq!(article["url"], "https://example.org/1");
            format!("{} ok", record.place)
        }
        Err(error) => format!("{} {error}", record.place),
    };
    archive(Cursor::new(bytes)).map(one).collect()
}

#[test]
fn a_response_with_too_long_a_header_is_passed_over() {
    let cookie = "x".repeat(300_000);
    let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nSet-Cookie: {cookie}");
    let long = record("response", &format!("{head}\r\n\r\n<html><p>{RAIN}</p></html>"));
    assert_eq!(read([long.clone(), page()].concat().into()), [format!("@{} ok", long.len())]);
}

#[test]
fn successful_responses_with_a_page_are_read_and_the_rest_is_passed_over() {
    let parts = [
        record("warcinfo", "software: x"),
        record("request", "GET / HTTP/1.1\r\n\r\n"),
        page(),
        response("404 Not Found", "text/html"),
        response("200 OK", "image/png"),
        page(),
    ];
    let offset = |count: usize| parts.iter().take(count).map(String::len).sum::<usize>();
    assert_eq!(read(parts.concat().into()), [format!("@{} ok", offset(2)), format!("@{} ok", offset(5))]);
}

#[test]
fn members_of_gzip_have_their_offset_and_records_inside_one_have_both() {
    let (first, second) = (gzip(page().as_bytes()), gzip(&[page(), page()].concat().into_bytes()));
    let expected =
        ["@0 ok".to_owned(), format!("@{} ok", first.len()), format!("@{}+{} ok", first.len(), page().len())];
    assert_eq!(read([first, second].concat()), expected);
}

#[test]
fn a_damaged_record_is_one_error_and_the_rest_goes_on() {
    let header = "not readable as WARC: no header of a record";
    let broken = "garbage\r\nmore\r\n";
    let at = page().len();
    assert_eq!(
        read([page().as_str(), broken, page().as_str()].concat().into()),
        ["@0 ok".to_owned(), format!("@{at} {header}"), format!("@{} ok", at + broken.len())]
    );
    let without_length = "WARC/1.0\r\nWARC-Type: response\r\n\r\nx\r\n\r\n";
    assert_eq!(
        read([without_length, page().as_str()].concat().into()),
        [
            "@0 not readable as WARC: a record without Content-Length".to_owned(),
            format!("@{} ok", without_length.len())
        ]
    );
    let cut = page().split_at(250).0.to_owned();
    assert_eq!(read(cut.into()), ["@0 not readable as WARC: the file ends inside a record"]);
}

#[test]
fn a_damaged_member_is_one_error_and_the_next_is_found() {
    let member = gzip(page().as_bytes());
    let mut damaged = member.clone();
    damaged[20..60].fill(0xff);
    let found = read([damaged.clone(), member.clone()].concat());
    assert_eq!(
        found,
        ["@0 not readable as WARC: damaged gzip data".to_owned(), format!("@{} ok", member.len())]
    );
    // The checksum at the end does not fit, so the page itself was read.
    let mut wrong_sum = member.clone();
    let at = wrong_sum.len() - 8;
    wrong_sum[at] ^= 1;
    let found = read([wrong_sum, member.clone()].concat());
    assert_eq!((found.len(), found[0].as_str(), &found[2]), (3, "@0 ok", &format!("@{} ok", member.len())));
    let cut = member.split_at(member.len() / 2).0.to_vec();
    assert_eq!(read(cut), ["@0 not readable as WARC: damaged gzip data"]);
}

#[test]
fn chunks_and_content_codings_are_undone() {
    let html = gzip(format!("<html><p>{RAIN}</p></html>").as_bytes());
    let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n";
    let content =
        [head.as_bytes(), format!("{:x}\r\n", html.len()).as_bytes(), &html, b"\r\n0\r\n\r\n"].concat();
    let header = format!(
        "WARC/1.1\r\nwarc-type: response\r\nwarc-target-uri: https://example.org/1\r\ncontent-length: {}\r\n\r\n",
        content.len()
    );
    assert_eq!(read([header.as_bytes(), &content].concat()), ["@0 ok"]);
}

#[test]
fn a_length_beyond_the_file_or_beyond_all_numbers_is_an_error() {
    for length in ["999999999999", "99999999999999999999999", "-1", "x"] {
        let found =
            read(format!("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {length}\r\n\r\nx").into());
        assert_eq!(found.len(), 1, "{length}");
    }
    assert!(read(Vec::new()).is_empty());
}

#[test]
fn an_archive_is_known_by_its_beginning() {
    assert!(is_archive(b"WARC/1.0\r\n") && is_archive(&gzip(page().as_bytes())));
    assert!(!is_archive(b"WAR") && !is_archive(&gzip(b"Rain")) && !is_archive(b"\x1f\x8b"));
}

proptest! {
    #[test]
    fn damage_in_the_text_of_a_page_costs_no_other_page(from_end in 10usize..100, byte in any::<u8>()) {
        let mut first = page().into_bytes();
        let length = first.len();
        first[length - from_end] = byte;
        prop_assert!(read_any([first, page().into(), page().into()].concat()) >= 2);
    }

    #[test]
    fn damage_in_a_member_does_not_make_the_reader_fail(at in 0usize..2000, byte in any::<u8>()) {
        let mut first = gzip(page().as_bytes());
        let length = first.len();
        first[at % length] = byte;
        prop_assert!(read_any([first, gzip(page().as_bytes())].concat()) <= 2);
    }

    #[test]
    fn no_bytes_make_the_reader_fail(bytes in prop::collection::vec(any::<u8>(), 0..300), start in 0usize..3) {
        let prefix: &[u8] = [&b""[..], b"WARC/1.0\r\nContent-Length: 5\r\n", &[0x1f, 0x8b, 8, 0]][start];
        read_any([prefix, &bytes].concat());
    }
}

/// Reads everything and returns the number of articles.
fn read_any(bytes: Vec<u8>) -> usize {
    archive(Cursor::new(bytes)).filter(|record| record.article.is_ok()).count()
}
