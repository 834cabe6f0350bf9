//! One article as it was read, or why it could not be read.

use std::iter;

use thiserror::Error;

/// The largest text or line that is read as one article, in bytes. News is a few kilobytes long; the limit
/// keeps a binary file or an endless line from filling the memory.
pub(super) const LARGEST_ARTICLE: u64 = 64 * 1024 * 1024;

/// The content of one article, and where it comes from.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Input {
    /// The place it was read from: `file.jsonl:12`, `story.txt`, `feed.xml[3]`, `-:3`.
    pub(crate) origin: String,
    /// The article's JSON object, not parsed yet.
    pub(crate) payload: Result<Vec<u8>, InputError>,
}

/// The articles of one source, each read when it is needed.
pub(super) type Articles = Box<dyn Iterator<Item = Input> + Send>;

/// The reason why an article cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(crate) enum InputError {
    /// The error of the operating system.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// The offset of the first byte that is not UTF-8.
    #[error("not UTF-8 text: the byte at offset {0} is not valid")]
    InvalidUtf8(usize),
    /// Longer than any article.
    #[error("larger than {} MiB: not one article", LARGEST_ARTICLE / (1024 * 1024))]
    TooLarge,
    /// A document with many articles that is too large to be read as a whole.
    #[error("larger than {} MiB: split the document", LARGEST_ARTICLE / (1024 * 1024))]
    DocumentTooLarge,
    /// An XML file of an unknown format.
    #[error("neither RSS, Atom, NewsML-G2 nor a web page; for plain text use --input text")]
    UnknownXml,
    /// The error of a feed, an agency format or a table.
    #[error(transparent)]
    Record(#[from] intake::RecordError),
}

impl InputError {
    /// Returns the reason as a label of lower-case words joined by underscores.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::InvalidUtf8(_) => "invalid_utf8",
            Self::TooLarge | Self::DocumentTooLarge => "too_large",
            Self::UnknownXml => "unknown_xml",
            Self::Record(error) => error.code(),
        }
    }

    /// Returns a source that yields this error as its only input.
    pub(super) fn at(self, origin: String) -> Articles {
        Box::new(iter::once(Input { origin, payload: Err(self) }))
    }
}

impl From<std::io::Error> for InputError {
    fn from(error: std::io::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}
