//! One article as it was read, or why it could not be read.

use serde_json::{Map, Value};
use thiserror::Error;

/// One article of a document or a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// The place in the document: `[3]` for the fourth element, `:12` for line 12. Empty if the document is
    /// one article.
    pub place: String,
    /// The article as a JSON object.
    pub article: Result<Map<String, Value>, RecordError>,
}

/// The reason why an article cannot be read. It never holds text of the article.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RecordError {
    /// The document does not follow its format.
    #[error("not readable as {format}: {reason}")]
    Malformed {
        /// The format that it was read as.
        format: &'static str,
        /// What is wrong and where.
        reason: String,
    },
    /// The record is valid, but has no text.
    #[error("has no text: {0}")]
    NoText(&'static str),
    /// The record is longer than any article.
    #[error("larger than {} MiB: not one article", LARGEST_RECORD / (1024 * 1024))]
    TooLarge,
    /// A web page that is larger than any article.
    #[error("larger than {} MiB: not one page", LARGEST_PAGE / (1024 * 1024))]
    PageTooLarge,
}

/// The largest row of a table, in bytes.
pub(crate) const LARGEST_RECORD: u64 = 64 * 1024 * 1024;
/// The largest web page, in bytes. Pages that were saved with their pictures inside are the largest.
pub(crate) const LARGEST_PAGE: u64 = 16 * 1024 * 1024;

impl RecordError {
    pub(crate) fn malformed(format: &'static str, reason: impl Into<String>) -> Self {
        Self::Malformed { format, reason: reason.into() }
    }

    /// Returns the reason as a label of lower-case words joined by underscores.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed { .. } => "malformed",
            Self::NoText(_) => "no_text",
            Self::TooLarge | Self::PageTooLarge => "too_large",
        }
    }
}
