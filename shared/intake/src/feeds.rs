//! RSS, Atom and JSON Feed, one article for each entry.

use std::panic::{AssertUnwindSafe, catch_unwind};

use feed_rs::{
    model::{Entry, Feed, FeedType, Link, Text},
    parser::{Builder, ParseErrorKind, ParseFeedError},
};
use serde_json::{Map, Value};

use crate::{
    draft::{Draft, web_address},
    plain,
    record::{Record, RecordError},
};

/// The name of the format in errors.
const FORMAT: &str = "a feed";
/// Where the text of an entry belongs.
const TEXT: &str = "the entry has neither content nor a description";
/// The longest description that counts as a teaser, in characters. Teasers of news sites have up to 500. A whole story
/// is shorter only in flashes, whose pages say no more.
const LONGEST_TEASER: usize = 1_000;

/// One entry of a feed.
#[derive(Debug, Clone, PartialEq)]
pub struct FeedEntry {
    /// The members of its article. There is no `body` if the entry has no text.
    pub article: Map<String, Value>,
    /// The address of the page with the whole text, if the entry has only a teaser or no text.
    pub page: Option<String>,
}

/// Reads the entries of RSS, Atom or JSON Feed, as [`crate::document`] does, and says which have only a teaser.
///
/// # Errors
///
/// When the document is no feed.
pub fn feed(document: &[u8]) -> Result<Vec<FeedEntry>, RecordError> {
    let feed = parsed(document)?;
    Ok(feed.entries.iter().map(|entry| read_entry(&feed, entry)).collect())
}

/// Reads all entries that have text.
pub(crate) fn read(document: &[u8]) -> Vec<Record> {
    let record = |(index, entry): (usize, FeedEntry)| Record {
        place: format!("[{index}]"),
        article: if entry.article.contains_key("body") {
            Ok(entry.article)
        } else {
            Err(RecordError::NoText(TEXT))
        },
    };
    match feed(document) {
        Ok(entries) => entries.into_iter().enumerate().map(record).collect(),
        Err(error) => vec![Record { place: String::new(), article: Err(error) }],
    }
}

/// Parses a feed. A panic in the parser costs this document only.
fn parsed(document: &[u8]) -> Result<Feed, RecordError> {
    let parse = || {
        // An entry without an id takes its address. Without an address the id is derived from the content; the
        // parser's own would be random.
        let id = |links: &[Link], _: &Option<Text>, _: Option<&str>| {
            links.first().map(|link| link.href.clone()).unwrap_or_default()
        };
        Builder::new().id_generator(id).sanitize_content(false).build().parse(document)
    };
    match catch_unwind(AssertUnwindSafe(parse)) {
        Ok(parsed) => parsed.map_err(|error| RecordError::malformed(FORMAT, reason(&error))),
        Err(_) => Err(RecordError::malformed(FORMAT, "the parser failed")),
    }
}

/// Describes an error without text of the document.
fn reason(error: &ParseFeedError) -> String {
    match error {
        ParseFeedError::ParseError(ParseErrorKind::NoFeedRoot) => {
            "neither RSS, Atom nor JSON Feed".to_owned()
        }
        ParseFeedError::ParseError(
            ParseErrorKind::UnknownMimeType { position, .. }
            | ParseErrorKind::MissingContent { position, .. }
            | ParseErrorKind::UnknownEnumVariant { position, .. }
            | ParseErrorKind::IllegalState { position, .. },
        ) => format!("invalid element at byte {position}"),
        ParseFeedError::JsonSerde(error) => {
            format!("invalid JSON in line {} column {}", error.line(), error.column())
        }
        ParseFeedError::JsonUnsupportedVersion(_) => "unknown version of JSON Feed".to_owned(),
        ParseFeedError::IoError(_) | ParseFeedError::XmlReader(_) => "not well-formed".to_owned(),
    }
}

fn read_entry(feed: &Feed, entry: &Entry) -> FeedEntry {
    let content = entry.content.as_ref().and_then(|content| {
        let body = content.body.as_deref()?;
        let is_plain = content.content_type.as_str().starts_with("text/plain");
        Some(if is_plain { body.trim().to_owned() } else { plain::from_html(body) })
    });
    let summary = entry.summary.as_ref().map(|summary| plain::from_html(&summary.content));
    let authors: Vec<&str> = entry.authors.iter().filter_map(|author| author.name.as_deref()).collect();
    let link = entry.links.iter().find(|link| link.rel.as_deref().is_none_or(|rel| rel == "alternate"));
    let url = link.and_then(|link| web_address(&link.href)).or_else(|| web_address(&entry.id));
    let content = content.filter(|text| !text.is_empty());
    let is_whole = content.is_some()
        || summary.as_ref().is_some_and(|summary| summary.chars().nth(LONGEST_TEASER).is_some());
    let page = url.clone().filter(|_| !is_whole);
    let time = entry.published.or(entry.updated);
    let headline = |title: &Text| plain::line_from_html(&title.content);
    let draft = Draft {
        id: Some(entry.id.clone()),
        headline: entry.title.as_ref().map(headline),
        byline: Some(authors.join(", ")),
        body: content.or(summary),
        source: feed.title.as_ref().map(headline),
        url,
        published_at: time.map(|time| time.to_rfc3339()),
        language: entry.language.clone().or_else(|| feed.language.clone()),
        ..Draft::default()
    };
    FeedEntry { article: draft.members(name(&feed.feed_type)), page }
}

fn name(feed_type: &FeedType) -> &'static str {
    match feed_type {
        FeedType::Atom => "atom",
        FeedType::JSON => "json_feed",
        FeedType::RSS0 | FeedType::RSS1 | FeedType::RSS2 => "rss",
    }
}
