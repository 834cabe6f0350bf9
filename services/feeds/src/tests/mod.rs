mod claim;
mod fetch;
mod items;
mod list;
mod memory;
mod page;
mod server;

use std::time::Duration;

use messages::subjects::Lane;
use url::Url;

use crate::list::Feed;

/// A feed of the tests, polled every ten minutes.
fn feed() -> Feed {
    Feed {
        name: "gazette".to_owned(),
        url: Url::parse("https://example.org/feed.xml").unwrap(),
        source: None,
        lane: Lane::Live,
        every: Duration::from_mins(10),
        pages: true,
    }
}

/// An RSS document with one item for each of `items`: its guid and its text, newest first.
fn rss(items: &[(&str, &str)]) -> String {
    let item = |(guid, text): &(&str, &str)| {
        format!("<item><guid>{guid}</guid><title>News</title><description>{text}</description></item>")
    };
    let items = items.iter().map(item).collect::<Vec<_>>().concat();
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Gazette</title>{items}</channel></rss>"
    )
}
