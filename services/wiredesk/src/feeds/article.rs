//! The article of an item: with the text of its page if the feed has only a teaser.

use std::sync::Arc;

use feeds::{items::Item, list::Feed};
use messages::ArticleReceived;
use tracing::warn;

use super::{host::Hosts, meter};

/// After how many pages in a row that did not come no more pages are asked for in this poll.
const MOST_FAILURES: u32 = 3;

/// What became of an item.
pub(super) enum Made {
    /// The article, with the key of its item.
    Article(String, Box<ArticleReceived>),
    /// The item has no text and never will. Its key.
    Nothing(String),
    /// The item has no text, but its page may come later.
    Later,
}

/// Makes articles of the items of one document.
pub(super) struct Maker {
    hosts: Arc<Hosts>,
    /// The name of the feed.
    feed: String,
    failures: u32,
}

impl Maker {
    pub(super) fn new(hosts: &Arc<Hosts>, feed: &Feed) -> Self {
        Self { hosts: Arc::clone(hosts), feed: feed.name.clone(), failures: 0 }
    }

    /// Makes the article of an item. If its page cannot be read, that is what the feed says.
    pub(super) async fn article(&mut self, item: Item) -> Made {
        let Some(url) = item.page.as_ref().filter(|_| self.failures < MOST_FAILURES) else {
            return as_in_the_feed(item, true);
        };
        match self.hosts.page(url).await {
            Ok(page) => {
                self.failures = 0;
                meter::page(&self.feed, "read");
                match item.with_page(page) {
                    Some(article) => Made::Article(item.key, Box::new(article)),
                    None => as_in_the_feed(item, false),
                }
            }
            Err(error) => {
                self.failures = if error.is_passing() { self.failures + 1 } else { 0 };
                meter::page(&self.feed, error.code());
                let reason = error.to_string();
                warn!(feed = self.feed, code = error.code(), reason, "a page cannot be read");
                as_in_the_feed(item, error.is_passing())
            }
        }
    }
}

fn as_in_the_feed(item: Item, may_come: bool) -> Made {
    match item.article() {
        Some(article) => Made::Article(item.key, Box::new(article)),
        None if may_come => Made::Later,
        None => Made::Nothing(item.key),
    }
}
