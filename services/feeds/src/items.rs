//! The articles of a feed's document.

use std::collections::BTreeSet;

use intake::DocumentFormat;
use messages::{ArticleReceived, Event, headers};
use serde_json::{Map, Value};
use url::Url;

use crate::{hash::hash, list::Feed};

/// One item of a feed as an article.
#[derive(Debug)]
pub struct Item {
    /// The article to publish.
    pub article: ArticleReceived,
    /// The key that tells whether it was seen. A corrected item has another one.
    pub key: String,
}

/// What a document holds.
#[derive(Debug, Default)]
pub struct Document {
    /// The articles, oldest first: feeds list the newest first.
    pub items: Vec<Item>,
    /// The number of entries that are no article, for example because they have no text.
    pub skipped: usize,
}

/// Reads a document. Returns the reason if it is no feed.
///
/// # Errors
///
/// When the document is neither RSS, Atom nor JSON Feed.
pub fn read(feed: &Feed, document: &str) -> Result<Document, String> {
    let mut read = Document::default();
    let mut keys = BTreeSet::new();
    for record in intake::document(DocumentFormat::Feed, document.as_bytes()) {
        let article = match record.article {
            Ok(article) => article,
            Err(error) if record.place.is_empty() => return Err(error.to_string()),
            Err(_) => {
                read.skipped += 1;
                continue;
            }
        };
        match item(feed, article) {
            Some(item) if keys.insert(item.key.clone()) => read.items.push(item),
            Some(_) => {}
            None => read.skipped += 1,
        }
    }
    read.items.reverse();
    Ok(read)
}

fn item(feed: &Feed, mut article: Map<String, Value>) -> Option<Item> {
    if let Some(id) = article.get("id").and_then(Value::as_str).filter(|id| !is_global(id)) {
        let id = format!("{}#{id}", feed.url);
        article.insert("id".to_owned(), id.into());
    }
    if let Some(source) = &feed.source {
        article.insert("source".to_owned(), source.as_str().into());
    }
    let article = ArticleReceived::decode(&serde_json::to_vec(&article).ok()?).ok()?;
    let key = hash(&headers::received_message_id(&article.article), 16);
    Some(Item { article, key })
}

/// Reports whether an id is one of the whole world, such as an address. Others, such as `17`, occur in many feeds.
fn is_global(id: &str) -> bool {
    Url::parse(id).is_ok()
}
