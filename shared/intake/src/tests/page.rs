use super::shown;
use crate::{DocumentFormat, PageHints, RecordError, document, is_page, page};

fn check(html: &str, expected: &str) {
    assert_eq!(shown(document(DocumentFormat::Page, html.as_bytes())), [expected]);
}

/// A paragraph that is long enough to be a story.
const RAIN: &str =
    "It rained all day in Oslo, and the river rose by a metre. People carried their furniture up the stairs.";
const SNOW: &str = "In the night the rain turned to snow, the weather service said, and the trains stopped.";

#[test]
fn a_page_is_an_article_with_what_it_says_about_itself() {
    check(
        &format!(
            r#"<!DOCTYPE html><html lang="en-GB"><head><title>Rain | Gazette</title>
            <link rel="canonical" href="https://example.org/rain"><meta property="og:site_name" content="Gazette">
            <meta name="author" content="Ida Holm"><meta property="article:published_time" content="2026-05-03T08:00:00+0200">
            </head><body><nav><a href="/">Home</a></nav><article><h1>Rain</h1><p>By Ida Holm</p><p>{RAIN}</p>
            <figure><img src="r"><figcaption>The river on Monday, seen from the old bridge.</figcaption></figure>
            <h2>Then snow</h2><p>{SNOW}</p></article><footer>All rights reserved.</footer></body></html>"#
        ),
        &format!(
            ": headline=Rain | byline=Ida Holm | body={RAIN}\n\nThen snow\n\n{SNOW} | source=Gazette | \
             url=https://example.org/rain | published_at=2026-05-03T08:00:00+02:00 | language=en-GB | source_format=html"
        ),
    );
}

#[test]
fn the_body_in_json_ld_counts_if_the_page_shows_less() {
    let linked = |body: &str| {
        format!(
            r#"<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Rain &amp; snow","articleBody":"{body}"}}</script>"#
        )
    };
    let expected = format!(": headline=Rain & snow | body={RAIN}\n\n{SNOW} | source_format=html");
    check(&format!("{}<div id=root></div>", linked(&format!("{RAIN}\\n{SNOW}"))), &expected);
    check(&format!("{}<p>{RAIN}", linked(&format!("<p>{RAIN}</p><p>{SNOW}</p>"))), &expected);
    check(&format!("{}<p>{RAIN}<p>{SNOW}", linked(RAIN)), &expected);
}

#[test]
fn what_is_not_the_story_is_left_out() {
    let expected = format!(": body={RAIN}\n\n{SNOW} | source_format=html");
    for furniture in [
        "<div class=newsletter><p>Get the most important stories in your inbox every weekday morning at seven.</p></div>",
        "<div hidden><p>This text is only for programs that search the page, not for its readers.</p></div>",
        "<p><a href=x>Read also: how the town of Drammen became the wettest place in the country</a></p>",
        "<p>Advertisement</p>",
        "<aside><p>The river is 28 kilometres long, and it has flooded the town four times since 1950.</p></aside>",
        "<script>document.write('<p>It rained.</p>')</script>",
    ] {
        check(&format!("<div><p>{RAIN}</p>{furniture}<p>{SNOW}</p></div>"), &expected);
    }
}

#[test]
fn a_frame_that_is_named_for_its_box_is_not_left_out() {
    let expected = format!(": body={RAIN}\n\n{SNOW} | source_format=html");
    for frame in [
        "<div class='premium paywall'>",
        "<form>",
        "<div class='layout-sidebar'>",
        "<body class='comments ads'>",
    ] {
        check(&format!("{frame}<p>{RAIN}</p><p>{SNOW}</p>"), &expected);
    }
}

#[test]
fn a_page_without_a_story_is_an_error() {
    let error = ": has no text: the page shows no article";
    check("", error);
    check("<p>Rain.</p>", error);
    check("<ul><li><a href=1>Rain</a><li><a href=2>Snow</a></ul>", error);
    check("<script>if (true) { }</script>", error);
    check("<frameset><frame src=a></frameset>", error);
}

#[test]
fn hints_count_if_the_page_says_nothing_itself() {
    let hints = PageHints { charset: Some("windows-1251"), url: Some("https://example.org/a") };
    let text = "Дождь шёл в Перми весь день, и река вышла из берегов. Люди носили мебель на второй этаж.";
    let bytes = encoding_rs::WINDOWS_1251.encode(text).0;
    let article = page(&bytes, hints, "warc").unwrap();
    assert_eq!((&article["body"], &article["url"]), (&text.into(), &"https://example.org/a".into()));
    assert_eq!(article["source_format"], "warc");
    let own = format!("<link rel=canonical href=https://example.org/b><p>{RAIN}");
    assert_eq!(page(own.as_bytes(), hints, "warc").unwrap()["url"], "https://example.org/b");
}

#[test]
fn a_page_that_is_too_large_or_has_too_many_elements_is_an_error() {
    let large = vec![b' '; 17 * 1024 * 1024];
    assert_eq!(page(&large, PageHints::default(), "html"), Err(RecordError::PageTooLarge));
    check(&"<b>".repeat(300_000), ": not readable as a web page: more than 200,000 elements");
}

#[test]
fn a_page_is_known_by_its_beginning() {
    for start in [
        "<!DOCTYPE html>",
        "\u{feff}\n<!doctype HTML PUBLIC",
        "<!-- a --><html>",
        "<?xml version='1.0'?><html>",
        "<title>",
    ] {
        assert!(is_page(start.as_bytes()), "{start}");
    }
    let utf16: Vec<u8> = "\u{feff}<html>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(is_page(&utf16));
    let utf16: Vec<u8> = "\u{feff}<html>".encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert!(is_page(&utf16));
    for start in ["", "<p>Rain.</p>", "<rss>", "<?xml version='1.0'?><rss>", "<!-- ", "html"] {
        assert!(!is_page(start.as_bytes()), "{start}");
    }
}
