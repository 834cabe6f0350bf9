//! Documents that are read as a whole.

use serde_json::{Map, Value};

use crate::{encoding, feeds, newsml, ninjs, page, record::Record, xml};

/// A format of documents that are read as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentFormat {
    /// RSS, Atom or JSON Feed.
    Feed,
    /// IPTC ninjs, one object or an array.
    Ninjs,
    /// IPTC NewsML-G2, a `newsItem` or a `newsMessage`.
    Newsml,
    /// A web page.
    Page,
}

impl DocumentFormat {
    /// Recognizes a web page by its beginning, and an XML document by its root element.
    pub fn of_markup(document: &[u8]) -> Option<Self> {
        if page::is_page(document) {
            return Some(Self::Page);
        }
        match xml::root_name(&encoding::decoded(document)?)?.as_str() {
            "rss" | "RDF" | "feed" | "entry" => Some(Self::Feed),
            "newsItem" | "newsMessage" => Some(Self::Newsml),
            _ => None,
        }
    }

    /// Recognizes a JSON object: JSON Feed by its version, ninjs by its URI and body.
    pub fn of_json(object: &Map<String, Value>) -> Option<Self> {
        let version = object.get("version").and_then(Value::as_str).unwrap_or_default();
        if version.starts_with("https://jsonfeed.org/version/") {
            return Some(Self::Feed);
        }
        ninjs::is_ninjs(object).then_some(Self::Ninjs)
    }
}

/// Reads all articles of a document.
pub fn document(format: DocumentFormat, document: &[u8]) -> Vec<Record> {
    match format {
        DocumentFormat::Feed => feeds::read(document),
        DocumentFormat::Ninjs => ninjs::read(document),
        DocumentFormat::Newsml => newsml::read(document),
        DocumentFormat::Page => page::read(document),
    }
}
