//! Lists of feeds.

use std::time::Duration;

use messages::subjects::Lane;
use proptest::prelude::*;

use crate::list::read;

#[test]
fn a_list_in_toml_names_feeds_with_their_settings() {
    let list = "every = \"5m\"\n\n[[feed]]\nurl = \"https://example.org/feed.xml#top\"\n\n[[feed]]\n\
        url = \"https://example.org/old.xml?a=1\"\nname = \"old\"\nsource = \"The Gazette\"\nlane = \"backfill\"\nevery = \"1d\"\npages = false\n";
    let feeds = read(list).unwrap();
    assert_eq!(feeds[0].name, "example.org/feed.xml");
    assert_eq!(feeds[0].url.as_str(), "https://example.org/feed.xml");
    assert_eq!(
        (feeds[0].every, feeds[0].lane, &feeds[0].source),
        (Duration::from_mins(5), Lane::Live, &None)
    );
    assert_eq!((feeds[1].name.as_str(), feeds[1].every), ("old", Duration::from_hours(24)));
    assert!(feeds[0].pages && !feeds[1].pages);
    assert_eq!((feeds[1].lane, feeds[1].source.as_deref()), (Lane::Backfill, Some("The Gazette")));
}

#[test]
fn a_list_in_opml_names_feeds_at_any_depth() {
    let list = "<?xml version=\"1.0\"?><opml version=\"2.0\"><body><outline text=\"News\">\
        <outline type=\"rss\" text=\"A &amp; B\" xmlUrl=\"https://example.org/a?x=1&amp;y=2\"/></outline>\
        <outline xmlUrl=\"https://example.org/b\"/></body></opml>";
    let feeds = read(list).unwrap();
    let found: Vec<(&str, &str)> = feeds.iter().map(|feed| (feed.name.as_str(), feed.url.as_str())).collect();
    assert_eq!(
        found,
        [("A & B", "https://example.org/a?x=1&y=2"), ("example.org/b", "https://example.org/b")]
    );
    assert_eq!(feeds[0].every, Duration::from_mins(10));
}

#[test]
fn a_list_that_cannot_work_says_why() {
    for (list, expected) in [
        ("", "names no feed"),
        ("every = \"10m\"", "names no feed"),
        ("[[feed]]\nurl = \"ftp://example.org\"", "`ftp://example.org` is not an address"),
        ("[[feed]]\nurl = \"https://a.org\"\nevery = \"1s\"", "`every = \"1s\"`"),
        ("[[feed]]\nurl = \"https://a.org\"\nevery = \"8d\"", "`every = \"8d\"`"),
        ("[[feed]]\nurl = \"https://a.org\"\nlane = \"fast\"", "`fast` is neither"),
        ("[[feed]]\nurl = \"https://a.org\"\nlabel = \"x\"", "label"),
        ("[[feed]]\nurl = \"https://a.org\"\n[[feed]]\nurl = \"https://a.org/\"", "occurs twice"),
        ("[[feed", "TOML"),
        ("<rss/>", "it has no element `opml`"),
        ("<opml><body></opml>", "OPML"),
        ("<opml/>", "names no feed"),
    ] {
        let error = read(list).unwrap_err().to_string();
        assert!(error.contains(expected), "{list}: {error}");
    }
}

proptest! {
    #[test]
    fn any_text_is_a_list_or_an_error(text in ".{0,200}", inside in "[<>a-z\"=/ &;\\[\\]\n]{0,80}") {
        let _ = read(&text);
        let _ = read(&inside);
        let _ = read(&format!("<opml><body><outline xmlUrl=\"{inside}\"></body></opml>"));
    }
}
