//! The page behind an entry that has only a teaser.

use intake::PageHints;
use serde_json::{Map, Value};
use url::Url;

use crate::{charset::charset, fetch::Document};

/// What the member `source_format` says of a text that comes from a page.
const FORMAT: &str = "html";

/// Reads the article of a page that was fetched from `url`. It takes milliseconds, for a large page up to seconds.
///
/// # Errors
///
/// The reason why it has none.
pub fn read(document: &Document, url: &Url) -> Result<Map<String, Value>, String> {
    let kind = document.content_type.as_deref().unwrap_or_default().to_ascii_lowercase();
    let is_page = match kind.as_str() {
        "" => intake::is_page(&document.body),
        kind => kind.starts_with("text/html") || kind.starts_with("application/xhtml+xml"),
    };
    if !is_page {
        return Err("not a web page".to_owned());
    }
    let charset = charset(&kind).map(encoding_rs::Encoding::name);
    let hints = PageHints { charset, url: Some(url.as_str()) };
    intake::page(&document.body, hints, FORMAT).map_err(|error| error.to_string())
}
