//! Web pages: one article for a page.

mod blocks;
mod charset;
mod headline;
mod letters;
mod linked_data;
mod metadata;
mod published;
mod roles;
mod story;
mod tags;
mod tree;

use serde_json::{Map, Value};

use crate::{
    draft::{Draft, web_address},
    plain,
    record::{LARGEST_PAGE, Record, RecordError},
};
use metadata::Metadata;
use tree::Tree;

/// The name of the format in errors.
const FORMAT: &str = "a web page";
/// Where the text of a page belongs.
const TEXT: &str = "the page shows no article";
/// The bytes in which a page names its elements.
const START: usize = 4096;

/// What is known about a page from elsewhere.
#[derive(Debug, Default, Clone, Copy)]
pub struct PageHints<'h> {
    /// The encoding that the HTTP header names.
    pub charset: Option<&'h str>,
    /// The address that the page was fetched from. It counts if the page names none.
    pub url: Option<&'h str>,
}

/// Reads the article of a web page. `source_format` says what was read.
///
/// # Errors
///
/// When the page has no running text, or is too large.
pub fn page(
    page: &[u8],
    hints: PageHints<'_>,
    source_format: &str,
) -> Result<Map<String, Value>, RecordError> {
    if page.len() as u64 > LARGEST_PAGE {
        return Err(RecordError::PageTooLarge);
    }
    let text = charset::decoded(page, hints.charset);
    let tree =
        Tree::read(&text).ok_or_else(|| RecordError::malformed(FORMAT, "more than 200,000 elements"))?;
    let metadata = Metadata::read(&tree);
    let headline = headline::headline(&tree, &metadata);
    let byline = metadata.byline();
    let story =
        story::story(&tree, headline.element, &[&headline.text, byline.as_deref().unwrap_or_default()]);
    let draft = Draft {
        headline: Some(headline.text),
        byline,
        body: Some(fuller(story, metadata.linked.text("articleBody"))),
        source: metadata.source(),
        url: metadata.url().or_else(|| hints.url.and_then(web_address)),
        published_at: metadata.published_at(headline.element),
        language: metadata.language(),
        ..Draft::default()
    };
    draft.finish(source_format, TEXT)
}

/// Reads a file that is one page.
pub(crate) fn read(document: &[u8]) -> Vec<Record> {
    vec![Record { place: String::new(), article: page(document, PageHints::default(), "html") }]
}

/// Reports whether a document is a web page: it begins with the doctype of HTML or with an element that only
/// whole pages have. A fragment such as `<p>…</p>` is none.
pub fn is_page(document: &[u8]) -> bool {
    let start = document.get(..START.min(document.len())).unwrap_or_default();
    // A page in UTF-16 has a zero in each of these letters.
    let start: Vec<u8> = start.iter().filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
    let marks: [&[u8]; 3] = [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"];
    let mut rest = marks.iter().find_map(|mark| start.strip_prefix(*mark)).unwrap_or(&start);
    loop {
        rest = rest.trim_ascii_start();
        let end: &[u8] = match rest {
            [b'<', b'!', b'-', b'-', ..] => b"-->",
            [b'<', b'?', ..] => b"?>",
            _ => break,
        };
        let Some(at) = memchr::memmem::find(rest, end) else { return false };
        rest = rest.get(at + end.len()..).unwrap_or_default();
    }
    let starts: [&[u8]; 5] = [b"<!doctype html", b"<html", b"<head", b"<title", b"<body"];
    starts.iter().any(|start| rest.starts_with(start))
}

/// Returns the text that was found in the page, or the text in its JSON-LD if much of that was not found.
fn fuller(found: String, stated: Option<String>) -> String {
    let Some(stated) = stated else { return found };
    let stated = if stated.contains("</") {
        plain::from_html(&stated)
    } else {
        with_paragraphs(&plain::unescaped(&stated))
    };
    let is_much_longer = blocks::weight(&stated) * 3 > blocks::weight(&found) * 4;
    if is_much_longer { stated } else { found }
}

/// Puts an empty line between lines that are paragraphs.
fn with_paragraphs(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n\n")
}
