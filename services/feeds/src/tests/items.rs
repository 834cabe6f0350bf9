//! The articles of documents.

use proptest::prelude::*;

use super::{feed, rss};
use crate::{items::read, list::Feed};

fn ids(document: &str) -> Vec<String> {
    let items = read(&feed(), document).unwrap().items;
    items.iter().map(|item| item.article().unwrap().article.id).collect()
}

#[test]
fn items_come_oldest_first_and_short_ids_belong_to_their_feed() {
    let document = rss(&[("https://example.org/2", "Snow."), ("1", "Rain."), ("urn:x:0", "Sun.")]);
    assert_eq!(ids(&document), ["urn:x:0", "https://example.org/feed.xml#1", "https://example.org/2"]);
}

#[test]
fn the_source_is_that_of_the_list_or_the_title_of_the_feed() {
    let document = rss(&[("1", "Rain.")]);
    let source = |feed: &Feed| read(feed, &document).unwrap().items[0].article().unwrap().article.source;
    assert_eq!(source(&feed()).as_deref(), Some("Gazette"));
    let named = Feed { source: Some("The Gazette".to_owned()), ..feed() };
    assert_eq!(source(&named).as_deref(), Some("The Gazette"));
}

#[test]
fn a_corrected_item_has_another_key_and_an_item_that_occurs_twice_counts_once() {
    let key = |text: &str| read(&feed(), &rss(&[("1", text)])).unwrap().items.remove(0).key;
    assert_eq!(key("Rain."), key("Rain."));
    assert_ne!(key("Rain."), key("Snow."));
    assert_eq!(ids(&rss(&[("1", "Rain."), ("1", "Rain.")])).len(), 1);
}

#[test]
fn an_item_without_text_is_skipped_and_what_is_no_feed_is_an_error() {
    let found = read(&feed(), &rss(&[("1", ""), ("2", "Rain.")])).unwrap();
    assert_eq!((found.items.len(), found.skipped), (1, 1));
    for document in ["", "<html><body>Moved</body></html>", "{}", "<rss"] {
        assert!(read(&feed(), document).is_err(), "{document}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in ".{0,200}", item in ".{0,60}") {
        let _ = read(&feed(), &text);
        let _ = read(&feed(), &rss(&[("1", &item)]));
    }
}
