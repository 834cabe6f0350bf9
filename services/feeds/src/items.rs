//! The articles of a feed's document.

use std::collections::BTreeSet;

use messages::{ArticleReceived, Event, headers};
use serde_json::{Map, Value};
use url::Url;

use crate::{
    hash::hash,
    list::{Feed, web_address},
};

/// One entry of a feed that is an article.
#[derive(Debug, Clone)]
pub struct Item {
    /// The key that tells whether it was seen. A corrected entry has another one.
    pub key: String,
    /// The page with the whole text, if the entry has only a teaser or no text.
    pub page: Option<Url>,
    /// The members of the article as the feed has them.
    members: Map<String, Value>,
}

/// What a document holds.
#[derive(Debug, Default)]
pub struct Items {
    /// The articles, oldest first: feeds list the newest first.
    pub items: Vec<Item>,
    /// The number of entries that are no article, for example because they have neither text nor a page.
    pub skipped: usize,
}

/// Reads a document. Returns the reason if it is no feed.
///
/// # Errors
///
/// When the document is neither RSS, Atom nor JSON Feed.
pub fn read(feed: &Feed, document: &str) -> Result<Items, String> {
    let mut read = Items::default();
    let mut keys = BTreeSet::new();
    for entry in intake::feed(document.as_bytes()).map_err(|error| error.to_string())? {
        let page = entry.page.filter(|_| feed.pages).and_then(|page| web_address(&page));
        match item(feed, entry.article, page) {
            Some(item) if keys.insert(item.key.clone()) => read.items.push(item),
            Some(_) => {}
            None => read.skipped += 1,
        }
    }
    read.items.reverse();
    Ok(read)
}

fn item(feed: &Feed, mut members: Map<String, Value>, page: Option<Url>) -> Option<Item> {
    if let Some(id) = members.get("id").and_then(Value::as_str).filter(|id| !is_global(id)) {
        let id = format!("{}#{id}", feed.url);
        members.insert("id".to_owned(), id.into());
    }
    if let Some(source) = &feed.source {
        members.insert("source".to_owned(), source.as_str().into());
    }
    let key = match decoded(&members) {
        Some(article) => hash(&headers::received_message_id(&article.article), 16),
        None if page.is_some() && !members.contains_key("body") => {
            hash(&Value::Object(members.clone()).to_string(), 16)
        }
        None => return None,
    };
    Some(Item { key, page, members })
}

impl Item {
    /// Returns the article as the feed has it, or `None` if the entry has no text.
    pub fn article(&self) -> Option<ArticleReceived> {
        decoded(&self.members)
    }

    /// Returns the article with the text of its page, unless the feed has as much. What else the feed says holds.
    pub fn with_page(&self, mut page: Map<String, Value>) -> Option<ArticleReceived> {
        if length(&page) <= length(&self.members) {
            return self.article();
        }
        let mut members = self.members.clone();
        for name in ["body", "source_format"] {
            members.extend(page.remove_entry(name));
        }
        for (name, value) in page {
            // The address of an entry may be one that redirects to the page. It stays, as its id does.
            members.entry(name).or_insert(value);
        }
        decoded(&members)
    }
}

/// Returns the length of the text in bytes.
fn length(members: &Map<String, Value>) -> usize {
    members.get("body").and_then(Value::as_str).map_or(0, str::len)
}

fn decoded(members: &Map<String, Value>) -> Option<ArticleReceived> {
    ArticleReceived::decode(&serde_json::to_vec(members).ok()?).ok()
}

/// Reports whether an id is one of the whole world, such as an address. Others, such as `17`, occur in many feeds.
fn is_global(id: &str) -> bool {
    Url::parse(id).is_ok()
}
