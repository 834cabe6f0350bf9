//! What is asked for, what a server may answer, and why there may be no answer. Pure.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use url::Url;

use super::{LARGEST_DOCUMENT, LARGEST_SENT, MOST_REDIRECTS};
use crate::charset;

/// What a server said to recognize an unchanged document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Validators {
    /// The header `ETag`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// The header `Last-Modified`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<String>,
}

/// The answer to one request.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// The document did not change.
    Unchanged,
    /// The document.
    Document(Document),
    /// It is at another address.
    Moved(Url),
}

/// A document as it was sent, decompressed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its bytes.
    pub body: Vec<u8>,
    /// The header `Content-Type`.
    pub content_type: Option<String>,
    /// What to send with the next request.
    pub validators: Validators,
}

impl Document {
    /// Returns the text of a feed or of rules in UTF-8.
    pub fn text(&self) -> String {
        charset::utf8(&self.body, self.content_type.as_deref())
    }
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A feed, or the rules of a host.
    Feed,
    /// A web page.
    Page,
}

impl Wanted {
    /// Returns the value of the header `Accept`.
    pub(super) fn accept(self) -> &'static str {
        match self {
            Self::Feed => "application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5",
            Self::Page => "text/html, application/xhtml+xml, */*;q=0.5",
        }
    }
}

/// The reason why there is no answer.
#[derive(Debug, Error)]
pub enum FetchError {
    /// The host is in a private network.
    #[error("the host has a private, loopback or link-local address: allow it with --allow-private")]
    Private,
    /// `robots.txt` does not allow the request.
    #[error("the robots.txt of the host does not allow it")]
    Disallowed,
    /// `robots.txt` cannot be read now, so nothing is allowed.
    #[error("the robots.txt of the host cannot be read")]
    NoRules,
    /// The request took too long.
    #[error("no complete answer in time")]
    TimedOut,
    /// The document is too large.
    #[error("the document is larger than {} MiB, or {} MiB when decompressed", LARGEST_SENT >> 20, LARGEST_DOCUMENT >> 20)]
    TooLarge,
    /// There are too many redirects, or one leads nowhere.
    #[error("more than {MOST_REDIRECTS} redirects, or one without an address of the web")]
    Redirects,
    /// The server refused the request.
    #[error("the server answered with status {status}")]
    Status {
        /// The status.
        status: u16,
        /// What it asked for in `Retry-After`.
        retry_after: Option<Duration>,
    },
    /// The server could not be reached, or broke off.
    #[error("no complete answer: {0}")]
    Broken(String),
    /// The document is not compressed as the server says, or no feed.
    #[error("not readable: {0}")]
    Unreadable(String),
}

impl FetchError {
    /// Returns the reason as a label of lower-case words joined by underscores.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Private => "private_address",
            Self::Disallowed => "robots",
            Self::NoRules => "no_rules",
            Self::TimedOut => "timed_out",
            Self::TooLarge => "too_large",
            Self::Redirects => "redirects",
            Self::Status { status: 410, .. } => "gone",
            Self::Status { .. } => "status",
            Self::Broken(_) => "broken",
            Self::Unreadable(_) => "unreadable",
        }
    }

    /// Reports whether the same request may succeed soon.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::NoRules | Self::TimedOut | Self::Broken(_) => true,
            Self::Status { status, .. } => matches!(status, 408 | 425 | 429 | 500..),
            Self::Private | Self::Disallowed | Self::TooLarge | Self::Redirects | Self::Unreadable(_) => {
                false
            }
        }
    }
}
