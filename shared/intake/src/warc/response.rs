//! The HTTP response in a record.

use std::io::{self, BufRead, Read};

use serde_json::{Map, Value};

use super::{
    coding,
    head::{FORMAT, Head},
};
use crate::{
    page::{self, PageHints},
    record::{LARGEST_PAGE, RecordError},
};

/// The article of a page, or why it has none.
pub(super) type Article = Result<Map<String, Value>, RecordError>;

/// Reads a response. Returns `None` if it is not a successful one with a web page.
pub(super) fn article(block: &mut impl BufRead, url: Option<&str>) -> io::Result<Option<Article>> {
    let head = Head::read(block)?;
    let is_successful = head.first_line.split_ascii_whitespace().nth(1) == Some("200");
    let kind = head.get("content-type").unwrap_or_default().to_ascii_lowercase();
    let is_html = kind.starts_with("text/html") || kind.starts_with("application/xhtml+xml");
    if !is_successful || !(is_html || kind.is_empty()) {
        return Ok(None);
    }
    let mut body = Vec::new();
    block.take(LARGEST_PAGE + 1).read_to_end(&mut body)?;
    let article = match coding::decoded(body, &head) {
        Ok(page) if kind.is_empty() && !page::is_page(&page) => return Ok(None),
        Ok(page) => page::page(&page, PageHints { charset: charset(&kind), url }, "warc"),
        Err(reason) => Err(RecordError::malformed(FORMAT, reason)),
    };
    Ok(Some(article))
}

/// Returns the encoding in a content type: `text/html; charset=utf-8`.
fn charset(kind: &str) -> Option<&str> {
    let (_, charset) = kind.split_once("charset=")?;
    let charset = charset.trim_start_matches(['"', '\'']);
    charset.split(['"', '\'', ';', ' ', ',']).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_encoding_stands_in_the_content_type() {
        for (kind, expected) in [
            ("text/html; charset=utf-8", Some("utf-8")),
            ("text/html;charset=\"big5\"; x=y", Some("big5")),
            ("text/html", None),
        ] {
            assert_eq!(charset(kind), expected, "{kind}");
        }
    }
}
