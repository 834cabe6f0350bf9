//! The text of an article on its page.

use formats::Enriched;
use proptest::prelude::*;
use serde_json::json;

use super::{
    document::Document,
    fixtures::{event, frame},
};
use crate::pages::article::{self, View};

/// Returns the text of the element with the article's body.
fn shown(event: Enriched) -> String {
    let page = article::page(&frame(), &View::of_text(event, String::new()));
    Document::parse(&page.into_string()).body
}

fn check(body: &str) {
    assert_eq!(shown(event(body)), body);
}

#[test]
fn the_page_holds_the_text_of_the_article() {
    check("Rain fell in Oslo.\n\nIt melted.");
    check("وصل نجيب ساويرس إلى القاهرة اليوم.");
    check("北海道の𠮷野家に大雪。");
    check("👩‍👩‍👧 fled Cafe\u{301} Zürich on 3 May, 🇳🇴.");
    check("a\r\nb\rc <b>&amp;</b>");
}

#[test]
fn an_article_without_layers_is_shown_whole() {
    let event = Enriched::read(br#"{"body": "First.\n\nSecond <b>."}"#).unwrap();
    assert_eq!(shown(event), "First.\n\nSecond <b>.");
}

#[test]
fn a_long_article_is_shown_whole() {
    let sentence = "The council of Bergen met on Tuesday and heard Kari Dahl, who runs the port. ";
    let body = sentence.repeat(200_000 / sentence.len());
    let sentences = body.len() / sentence.len();
    let span = |index: usize, start: usize, end: usize| {
        (index * sentence.len() + start, index * sentence.len() + end)
    };
    let mentions: Vec<_> = (0..sentences)
        .flat_map(|index| [span(index, 15, 21), span(index, 48, 57)])
        .map(|(start, end)| json!({"start": start, "end": end, "text": "x", "type": "LOC", "entity": 0, "score": 0.9}))
        .collect();
    let blocks: Vec<_> = (0..sentences)
        .map(|index| span(index, 0, sentence.len() - 1))
        .map(|(start, end)| json!({"kind": "paragraph", "start": start, "end": end}))
        .collect();
    let event = json!({
        "article": {"id": "long", "revision": "r", "body": body},
        "segments": {"blocks": blocks, "sentences": []},
        "entities": {"mentions": mentions, "entities": [{"name": "Bergen", "type": "LOC", "salience": 1.0, "mentions": 2}]},
    });
    let event = Enriched::read(event.to_string().as_bytes()).unwrap();
    assert_eq!(shown(event), body);
}

proptest! {
    /// The null character is the only one that HTML cannot hold.
    #[test]
    fn the_text_survives_any_body(body in "(\\PC|[<>&\"'\\r\\n\\t é🌧\u{202e}\u{301}\u{1}]){1,80}") {
        prop_assert_eq!(shown(event(&body)), body);
    }
}
