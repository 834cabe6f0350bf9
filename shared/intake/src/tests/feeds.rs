use super::shown;
use crate::{DocumentFormat, document, feed};

fn check(feed: &str, expected: &[&str]) {
    assert_eq!(shown(document(DocumentFormat::Feed, feed.as_bytes())), expected);
}

#[test]
fn rss_has_an_article_for_each_item() {
    check(
        r#"<?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel><title>القاهرة اليوم</title><language>ar</language>
          <item><title>مطر &amp;amp; برد</title><link>https://example.org/1</link><guid isPermaLink="false">g-1</guid>
            <pubDate>Sun, 03 May 2026 08:00:00 +0200</pubDate><dc:creator>هدى</dc:creator>
            <description>Teaser.</description>
            <content:encoded><![CDATA[<p>هطل <b>المطر</b>.</p><p>ثم البرد.</p>]]></content:encoded></item>
          <item><title>No text</title><link>https://example.org/2</link></item>
          <item><description>&lt;p&gt;Rain 🌧&lt;/p&gt;</description></item>
        </channel></rss>"#,
        &[
            "[0]: id=g-1 | headline=مطر & برد | byline=هدى | body=هطل المطر.\n\nثم البرد. | source=القاهرة اليوم | \
             url=https://example.org/1 | published_at=2026-05-03T06:00:00+00:00 | language=ar | source_format=rss",
            "[1]: has no text: the entry has neither content nor a description",
            "[2]: body=Rain 🌧 | source=القاهرة اليوم | language=ar | source_format=rss",
        ],
    );
}

#[test]
fn atom_has_an_article_for_each_entry() {
    check(
        r#"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja"><title>函館新聞</title><id>f</id><updated>2026-05-03T00:00:00Z</updated>
          <entry><id>urn:1</id><title type="html">大雪 &amp;lt;速報&amp;gt;</title><updated>2026-05-03T01:00:00Z</updated>
            <author><name>佐藤</name></author><link href="https://example.jp/1"/>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>雪。</p><p>𠮷野家。</p></div></content></entry></feed>"#,
        &["[0]: id=urn:1 | headline=大雪 <速報> | byline=佐藤 | body=雪。\n\n𠮷野家。 | source=函館新聞 | \
           url=https://example.jp/1 | published_at=2026-05-03T01:00:00+00:00 | language=ja | source_format=atom"],
    );
}

#[test]
fn json_feed_has_an_article_for_each_item() {
    check(
        r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Blatt", "items": [
            {"id": "1", "url": "https://example.de/1", "title": "Regen", "content_text": "Es regnet.",
             "date_published": "2026-05-03T08:00:00+02:00"},
            {"id": "2", "content_html": "<p>Schnee &amp; Eis</p>"}]}"#,
        &[
            "[0]: id=1 | headline=Regen | body=Es regnet. | source=Blatt | url=https://example.de/1 | \
             published_at=2026-05-03T06:00:00+00:00 | source_format=json_feed",
            "[1]: id=2 | body=Schnee & Eis | source=Blatt | source_format=json_feed",
        ],
    );
}

#[test]
fn plain_text_in_a_feed_is_not_read_as_html() {
    check(
        r#"{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "content_text": "A & B.\n\nC < D"}]}"#,
        &["[0]: id=1 | body=A & B.\n\nC < D | source=T | source_format=json_feed"],
    );
}

#[test]
fn a_feed_in_another_encoding_is_decoded() {
    let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><rss version='2.0'><channel><item><description>Caf\xe9</description></item></channel></rss>";
    assert_eq!(shown(document(DocumentFormat::Feed, latin)), ["[0]: body=Café | source_format=rss"]);
}

#[test]
fn a_feed_that_cannot_be_read_is_one_error_without_its_text() {
    check("<html>secret</html>", &[": not readable as a feed: neither RSS, Atom nor JSON Feed"]);
    check("{\"secret", &[": not readable as a feed: invalid JSON in line 1 column 8"]);
}

/// Checks which page of an RSS item has its whole text.
fn check_page(item: &str, expected: Option<&str>) {
    let document = format!(
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>\
         <item><title>Rain</title>{item}</item></channel></rss>"
    );
    let entries = feed(document.as_bytes()).unwrap();
    assert_eq!(entries[0].page.as_deref(), expected, "{item}");
}

#[test]
fn an_entry_with_only_a_teaser_names_the_page_with_the_whole_text() {
    let link = "<link>https://example.org/1</link>";
    let page = Some("https://example.org/1");
    check_page(&format!("{link}<description>It rains.</description>"), page);
    check_page(&format!("{link}<description>{}</description>", "雨".repeat(1_000)), page);
    check_page(&format!("{link}<description>{}</description>", "雨".repeat(1_001)), None);
    check_page(&format!("{link}<content:encoded>It rains.</content:encoded>"), None);
    check_page(&format!("{link}<content:encoded> </content:encoded><description>It</description>"), page);
    check_page(link, page);
    check_page("<description>It rains.</description>", None);
    check_page("<link>mailto:desk@example.org</link><description>It rains.</description>", None);
}

#[test]
fn an_entry_without_text_has_no_body() {
    let document = "<rss version='2.0'><channel><item><title>Rain</title></item></channel></rss>";
    let entries = feed(document.as_bytes()).unwrap();
    assert_eq!(entries[0].article.get("body"), None);
    assert_eq!(entries[0].article["headline"], "Rain");
}
