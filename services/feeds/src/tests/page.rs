//! Entries with a teaser, and their pages.

use messages::Article;
use url::Url;

use super::feed;
use crate::{
    fetch::Document,
    items::{Item, read},
    list::Feed,
    page,
};

const STORY: &str = "It rained all night in Lisbon, and the river left its bed before dawn.";
const MORE: &str = "The trams stood still until noon, when the sun came back over the city.";

/// An RSS item with a link and, if it is not empty, a description.
fn item(feed: &Feed, description: &str) -> Option<Item> {
    let description = match description {
        "" => String::new(),
        text => format!("<description>{text}</description>"),
    };
    let document = format!(
        "<rss version='2.0'><channel><title>Gazette</title><item><title>Rain</title>\
         <link>https://example.org/1</link>{description}</item></channel></rss>"
    );
    read(feed, &document).unwrap().items.pop()
}

fn document(content_type: &str) -> Document {
    let page = format!(
        "<!doctype html><html lang=pt><head><title>Rain in Lisbon - Gazette</title>\
         <meta name=author content='Ana Reis'></head>\
         <body><article><h1>Rain in Lisbon</h1><p>{STORY}</p><p>{MORE}</p></article></body></html>"
    );
    Document { body: page.into(), content_type: Some(content_type.to_owned()), ..Document::default() }
}

fn with_page(item: &Item) -> Article {
    let url = Url::parse("https://www.example.org/rain").unwrap();
    let page = page::read(&document("text/html; charset=utf-8"), &url).unwrap();
    item.with_page(page).unwrap().article
}

#[test]
fn the_page_gives_the_text_and_what_the_feed_does_not_say() {
    let item = item(&feed(), "It rained.").unwrap();
    assert_eq!(item.page.as_ref().unwrap().as_str(), "https://example.org/1");
    let (teaser, whole) = (item.article().unwrap().article, with_page(&item));
    assert_eq!(teaser.body, "It rained.");
    assert_eq!(whole.body, format!("{STORY}\n\n{MORE}"));
    assert_eq!((&whole.id, &whole.headline), (&teaser.id, &teaser.headline));
    assert_eq!(whole.source, teaser.source);
    assert_eq!(whole.url.as_deref(), Some("https://example.org/1"));
    assert_eq!((whole.byline.as_deref(), whole.language.as_deref()), (Some("Ana Reis"), Some("pt")));
    let sent = serde_json::to_value(&whole).unwrap();
    assert_eq!(sent["source_format"], "html");
}

#[test]
fn an_entry_without_text_is_an_article_only_with_its_page() {
    let item = item(&feed(), "").unwrap();
    assert!(item.article().is_none());
    assert_eq!(with_page(&item).body, format!("{STORY}\n\n{MORE}"));
}

#[test]
fn a_page_with_less_text_than_the_feed_is_not_taken() {
    let description = format!("{STORY} {MORE} {STORY}");
    let item = item(&feed(), &description).unwrap();
    assert_eq!(with_page(&item).body, description);
}

#[test]
fn a_list_can_forbid_pages() {
    let feed = Feed { pages: false, ..feed() };
    assert!(item(&feed, "It rained.").unwrap().page.is_none());
    assert!(item(&feed, "").is_none());
}

#[test]
fn a_corrected_teaser_has_another_key() {
    let key = |description| item(&feed(), description).unwrap().key;
    assert_eq!(key("It rained."), key("It rained."));
    assert_ne!(key("It rained."), key("It snowed."));
    assert_ne!(key("It rained."), key(""));
}

#[test]
fn what_is_no_web_page_is_refused() {
    let url = Url::parse("https://example.org/1").unwrap();
    for kind in ["application/pdf", "image/png", "application/json"] {
        assert_eq!(page::read(&document(kind), &url).unwrap_err(), "not a web page");
    }
    let empty = Document { content_type: Some("text/html".to_owned()), ..Document::default() };
    assert!(page::read(&empty, &url).is_err());
    let unnamed = Document { content_type: None, ..document("") };
    assert!(page::read(&unnamed, &url).is_ok());
}
