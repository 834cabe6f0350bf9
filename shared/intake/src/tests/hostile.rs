//! Input that nobody meant well.

use std::io::Cursor;

use proptest::prelude::*;

use crate::{DocumentFormat, archive, document, is_archive, is_header, recognized_ninjs, table};

/// Reads bytes in every way that the command line could. Each article that comes out has a body.
pub(crate) fn read_in_every_way(bytes: &[u8]) {
    for format in [DocumentFormat::Feed, DocumentFormat::Ninjs, DocumentFormat::Newsml, DocumentFormat::Page]
    {
        for record in document(format, bytes) {
            assert!(
                record.article.is_err() || record.article.is_ok_and(|article| article["body"].is_string())
            );
        }
    }
    for record in table(Cursor::new(bytes.to_vec())).chain(archive(Cursor::new(bytes.to_vec()))) {
        assert!(record.article.is_err() || record.article.is_ok_and(|article| article["body"].is_string()));
    }
    is_archive(bytes);
    DocumentFormat::of_markup(bytes);
    recognized_ninjs(bytes);
    is_header(&String::from_utf8_lossy(bytes));
}

#[test]
fn deep_and_broken_documents_are_errors() {
    let deep = |open: &str, close: &str, count: usize| [open.repeat(count), close.repeat(count)].concat();
    for bytes in [
        deep("<feed>", "</feed>", 200_000),
        deep("<rss version='2.0'><channel><item>", "", 50_000),
        format!("<newsItem>{}</newsItem>", deep("<a>", "</a>", 200_000)),
        deep("[", "]", 200_000),
        format!("{{\"version\":\"https://jsonfeed.org/version/1\",\"items\":{}", deep("[", "]", 200_000)),
        "<rss version='2.0'><channel><item><description>".to_owned() + &"&lt;p".repeat(100_000),
        "\u{0}".repeat(10_000),
    ] {
        read_in_every_way(bytes.as_bytes());
    }
}

/// Pages that make a careless reader slow, one in a line: its name, and its parts with how often each is repeated,
/// such as `3×<p>`. Parts with `*` fill the page. `LONG` is a text of 4,000 letters.
const HOSTILE_PAGES: &str = include_str!("hostile_pages.tsv");

/// Makes a page of a line of [`HOSTILE_PAGES`].
fn hostile_page(line: &str, size: usize) -> String {
    let parts = || line.split('\t').skip(1).filter_map(|part| part.split_once('×'));
    let share = size / parts().filter(|(count, _)| *count == "*").count().max(1);
    let repeated = |(count, text): (&str, &str)| {
        let text = text.replace("LONG", &"a".repeat(4000));
        text.repeat(count.parse().unwrap_or(share / text.len()))
    };
    parts().map(repeated).collect()
}

#[test]
fn no_page_takes_more_than_linear_time() {
    // Quadratic work on half a megabyte takes minutes in a test build.
    for line in HOSTILE_PAGES.lines() {
        let page = hostile_page(line, 500_000);
        assert!(page.len() > 250_000, "{line}");
        let records = document(DocumentFormat::Page, page.as_bytes());
        assert_eq!(records.len(), 1, "{line}");
        let is_ordinary = line.starts_with("an ordinary page");
        let has_body = records[0].article.as_ref().map(|article| article["body"].is_string());
        assert!(has_body.unwrap_or(!is_ordinary), "{line}");
    }
}

/// Pieces of documents, which random order makes almost valid.
fn documents() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::sample::select(vec![
        "<rss version='2.0'>",
        "<channel>",
        "<item>",
        "</item>",
        "<title>",
        "</title>",
        "<description>",
        "</description>",
        "<pubDate>",
        "</pubDate>",
        "<feed xmlns='http://www.w3.org/2005/Atom'>",
        "<entry>",
        "</entry>",
        "<content type='xhtml'>",
        "</content>",
        "<link href='x'/>",
        "<guid>",
        "&#xD800;",
        "&lt;",
        "&x;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<!DOCTYPE x [",
        "<newsItem guid='1'>",
        "<contentSet>",
        "<inlineXML>",
        "<p>",
        "</p>",
        "</newsItem>",
        "é",
        "🌧",
        "\u{0}",
        " ",
        "\n",
        "\"",
        ",",
        "id,body\n",
        "{\"uri\":\"a\",",
        "\"bodies\":[",
        "{\"value\":\"x\"}",
        "]}",
        "{",
        "}",
        "\"version\":\"https://jsonfeed.org/version/1\"",
        "\"items\":[",
        "<media:group xmlns:media='http://search.yahoo.com/mrss/'>",
        "<media:thumbnail/>",
        "<itunes:duration>",
        "1:2:3:4",
        "<html>",
        "<meta charset=gbk>",
        "<h1>",
        "<div class='story-body'>",
        "</div>",
        "<table><tr><td>",
        "<time datetime='2026-05-03'>",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",",
        "\"articleBody\":\"",
        "</script>",
        "It rained all day in Oslo, and the river rose by a metre. People carried their furniture up.",
        "WARC/1.0\r\nWARC-Type: response\r\n",
        "Content-Length: 90\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
    ]);
    let text = prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat().into_bytes());
    prop_oneof![text, prop::collection::vec(any::<u8>(), 0..200)]
}

proptest! {
    #[test]
    fn no_document_makes_a_reader_fail(bytes in documents()) {
        read_in_every_way(&bytes);
    }
}
