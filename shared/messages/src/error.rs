//! Why an input can never succeed. Such an input is set aside with its reason, not retried.

use thiserror::Error;

/// A payload that is not the event its subject promises.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DecodeError {
    /// Not JSON at all.
    #[error("not valid JSON: {0}")]
    InvalidJson(String),
    /// JSON, but not an article.
    #[error("not an article: {0}")]
    InvalidArticle(String),
    /// No `body` member: the one that is required.
    #[error("not an article: it has no `body`")]
    MissingBody,
    /// A `body` without a single visible character.
    #[error("the article's `body` is empty")]
    EmptyBody,
    /// JSON, but not the event expected here.
    #[error("not the expected event: {0}")]
    InvalidEvent(String),
    /// An event of another schema version.
    #[error("schema `{0}` is not one this version reads (it reads `{expected}`)", expected = crate::SCHEMA)]
    UnsupportedSchema(String),
}

impl DecodeError {
    /// The reason as a subject token and label: lower-case words joined by underscores.
    pub fn code(&self) -> &'static str {
        match self {
            Self::InvalidJson(_) => "invalid_json",
            Self::InvalidArticle(_) => "invalid_article",
            Self::MissingBody => "missing_body",
            Self::EmptyBody => "empty_body",
            Self::InvalidEvent(_) => "invalid_event",
            Self::UnsupportedSchema(_) => "unsupported_schema",
        }
    }

    pub(crate) fn invalid_json(error: &serde_json::Error) -> Self {
        Self::InvalidJson(without_quotations(error))
    }

    pub(crate) fn invalid_article(error: &serde_json::Error) -> Self {
        Self::InvalidArticle(without_quotations(error))
    }

    pub(crate) fn invalid_event(error: &serde_json::Error) -> Self {
        Self::InvalidEvent(without_quotations(error))
    }
}

/// serde's words without what they quote from the input: errors are logged, article text is not.
fn without_quotations(error: &serde_json::Error) -> String {
    let words = error.to_string();
    match (words.split_once('"'), words.rsplit_once('"')) {
        (Some((before, _)), Some((_, after))) => format!("{before}…{after}"),
        _ => words,
    }
}

/// A stage's word that it can never process this event.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct Rejection {
    /// The reason as a subject token and label: lower-case words joined by underscores.
    pub code: &'static str,
    /// The reason as a sentence for a person, without article text.
    pub message: String,
}

impl Rejection {
    /// A rejection with its code and sentence.
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}
