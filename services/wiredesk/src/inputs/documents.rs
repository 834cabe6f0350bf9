//! Articles from feeds, agency formats, tables and web pages, which `shared/intake` reads.

use std::{
    io::{BufRead, Read},
    iter,
};

use intake::{DocumentFormat, Record};
use serde_json::Value;

use super::{
    input::{Articles, Input, InputError},
    read,
};

/// Reads a document of a known format as a whole.
pub(super) fn document(name: String, reader: impl Read + Send + 'static, format: DocumentFormat) -> Articles {
    lazily(name, reader, move |name, bytes| inputs(name, intake::document(format, &bytes)))
}

/// Reads a web page or an XML document, whose root element names its format.
pub(super) fn xml(name: String, reader: impl Read + Send + 'static) -> Articles {
    lazily(name, reader, |name, bytes| match DocumentFormat::of_markup(&bytes) {
        Some(format) => inputs(name, intake::document(format, &bytes)),
        None => InputError::UnknownXml.at(name),
    })
}

/// Reads a web page or an XML document of a known format, and anything else as one text.
pub(super) fn xml_or_text(name: String, reader: impl Read + Send + 'static) -> Articles {
    lazily(name, reader, |name, bytes| match DocumentFormat::of_markup(&bytes) {
        Some(format) => inputs(name, intake::document(format, &bytes)),
        None => read::text(name, std::io::Cursor::new(bytes)),
    })
}

/// Reads the rows of a table one at a time.
pub(super) fn table(name: String, reader: impl BufRead + Send + 'static) -> Articles {
    // Lazy, so that a source that has not started yet does not block the other inputs.
    Box::new(iter::once_with(move || inputs(name, intake::table(reader))).flatten())
}

/// Reads the pages of a web archive one at a time.
pub(super) fn archive(name: String, reader: impl BufRead + Send + 'static) -> Articles {
    Box::new(iter::once_with(move || inputs(name, intake::archive(reader))).flatten())
}

/// Returns the articles of a JSON document that is a feed or ninjs, or `None` for any other.
pub(super) fn json(name: &str, document: &[u8]) -> Option<Articles> {
    let object = serde_json::from_slice(document).ok()?;
    let format = DocumentFormat::of_json(&object)?;
    Some(inputs(name.to_owned(), intake::document(format, document)))
}

/// Returns the articles of a JSON Feed on one line, or `None` for any other line.
pub(super) fn json_feed(name: &str, line: &[u8]) -> Option<Articles> {
    let object = serde_json::from_slice(line).ok()?;
    let is_feed = DocumentFormat::of_json(&object) == Some(DocumentFormat::Feed);
    is_feed.then(|| inputs(name.to_owned(), intake::document(DocumentFormat::Feed, line)))
}

/// Converts the ninjs objects among JSON objects, and leaves the others as they are.
pub(super) fn recognized(articles: Articles) -> Articles {
    Box::new(articles.map(|Input { origin, payload }| {
        let payload = payload.and_then(|json| match intake::recognized_ninjs(&json) {
            Some(article) => article.map(json_bytes).map_err(InputError::from),
            None => Ok(json),
        });
        Input { origin, payload }
    }))
}

/// Reads all of a source, when its first article is asked for.
fn lazily(
    name: String,
    reader: impl Read + Send + 'static,
    articles: impl FnOnce(String, Vec<u8>) -> Articles + Send + 'static,
) -> Articles {
    let all = iter::once_with(move || match read::whole(reader) {
        Ok(Some(bytes)) => articles(name, bytes),
        Ok(None) => InputError::DocumentTooLarge.at(name),
        Err(error) => InputError::from(error).at(name),
    });
    Box::new(all.flatten())
}

fn inputs(name: String, records: impl IntoIterator<Item = Record, IntoIter: Send + 'static>) -> Articles {
    Box::new(records.into_iter().map(move |Record { place, article }| Input {
        origin: format!("{name}{place}"),
        payload: article.map(json_bytes).map_err(InputError::from),
    }))
}

fn json_bytes(article: serde_json::Map<String, Value>) -> Vec<u8> {
    Value::Object(article).to_string().into_bytes()
}
