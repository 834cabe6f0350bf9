//! Errors that mean an input can never succeed. Such an input becomes a dead letter and is not retried.

use thiserror::Error;

use crate::{DeadReason, schema::SCHEMA};

/// A payload that is not the event that its subject promises.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DecodeError {
    /// The payload is not JSON. Holds the parser's message.
    #[error("not valid JSON: {0}")]
    InvalidJson(String),
    /// The payload is JSON, but not an article. Holds the parser's message.
    #[error("not an article: {0}")]
    InvalidArticle(String),
    /// The article lacks `body`, the one required member.
    #[error("not an article: it has no `body`")]
    MissingBody,
    /// The article's `body` has no visible character.
    #[error("the article's `body` is empty")]
    EmptyBody,
    /// The payload is JSON, but not the expected event. Holds the parser's message.
    #[error("not the expected event: {0}")]
    InvalidEvent(String),
    /// The event has another schema version, given here.
    #[error("unsupported schema `{0}`: this version reads `{expected}`", expected = SCHEMA)]
    UnsupportedSchema(String),
}

impl DecodeError {
    /// Returns the reason with which the payload becomes a dead letter.
    pub fn reason(&self) -> DeadReason {
        match self {
            Self::InvalidJson(_) => DeadReason::InvalidJson,
            Self::InvalidArticle(_) => DeadReason::InvalidArticle,
            Self::MissingBody => DeadReason::MissingBody,
            Self::EmptyBody => DeadReason::EmptyBody,
            Self::InvalidEvent(_) => DeadReason::InvalidEvent,
            Self::UnsupportedSchema(_) => DeadReason::UnsupportedSchema,
        }
    }

    /// Returns the code of the reason.
    pub fn code(&self) -> &'static str {
        self.reason().code()
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

/// Returns serde's message without what it quotes from the input. Errors are logged, and article text must
/// not be.
fn without_quotations(error: &serde_json::Error) -> String {
    let message = error.to_string();
    match (message.split_once('"'), message.rsplit_once('"')) {
        (Some((before, _)), Some((_, after))) => format!("{before}…{after}"),
        _ => message,
    }
}

/// A stage's report that it can never process an event. The article becomes a dead letter with
/// [`DeadReason::Rejected`].
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{message}")]
pub struct Rejection {
    /// The explanation for people, without article text.
    pub message: String,
}

impl Rejection {
    /// Creates a rejection from an explanation without article text.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}
