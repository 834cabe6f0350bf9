//! Reads articles from feeds, agency formats, tables and web pages.
//!
//! Each reader turns one document, or one row of a table, into articles as a publisher sends them: JSON
//! objects with a `body`. The member `source_format` says what was read. What cannot be read is a
//! [`RecordError`] at its place, and the rest goes on. Input is never trusted: documents have a size, XML has
//! a depth, entities are not expanded, and no address is fetched.
//!
//! This crate depends on no broker, no command line and no language.
//!
//! ```
//! # use wiredesk_intake as intake;
//! use intake::DocumentFormat;
//!
//! let feed = r#"<rss version="2.0"><channel><title>Gazette</title>
//!   <item><title>Rain</title><link>https://example.org/1</link><description>&lt;p&gt;It rains.&lt;/p&gt;</description></item>
//! </channel></rss>"#;
//! assert_eq!(DocumentFormat::of_markup(feed.as_bytes()), Some(DocumentFormat::Feed));
//! let records = intake::document(DocumentFormat::Feed, feed.as_bytes());
//! let article = records[0].article.as_ref().map_err(Clone::clone)?;
//! assert_eq!((records[0].place.as_str(), &article["body"]), ("[0]", &"It rains.".into()));
//! # Ok::<(), intake::RecordError>(())
//! ```

mod dates;
mod document;
mod draft;
mod encoding;
mod feeds;
mod newsml;
mod ninjs;
mod page;
mod plain;
mod record;
mod table;
mod warc;
mod xml;

#[cfg(test)]
mod tests;

pub use document::{DocumentFormat, document};
pub use feeds::{FeedEntry, feed};
pub use ninjs::recognized as recognized_ninjs;
pub use page::{PageHints, is_page, page};
pub use record::{Record, RecordError};
pub use table::{is_header, table};
pub use warc::{archive, is_archive};
