//! Errors that mean an input can never succeed. Such an input becomes a dead letter and is not retried.

use thiserror::Error;

use crate::{DeadReason, schema::SCHEMA};

/// How deep an article may be nested, its own braces included. Readers in other languages have limits from a few
/// hundred on, and later events nest the article once more.
pub(crate) const MOST_NESTED: usize = 64;
/// The error for a member that is nested deeper, as serde reports it.
pub(crate) const TOO_DEEP: &str = "nested too deep";

/// A payload that is not the event that its subject promises.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DecodeError {
    /// The payload is not JSON. Holds the parser's message.
    #[error("not valid JSON: {0}")]
    InvalidJson(String),
    /// The article is nested deeper than 64 levels.
    #[error("the article is nested deeper than {most} levels", most = MOST_NESTED)]
    TooDeep,
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
            Self::TooDeep => DeadReason::TooDeep,
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
        Self::InvalidJson(with_position(error))
    }

    /// Explains why the payload, which is valid JSON, is not an article.
    pub(crate) fn invalid_article(error: &serde_json::Error) -> Self {
        match in_words(error) {
            words if words == TOO_DEEP => Self::TooDeep,
            words if words == "missing field `body`" => Self::MissingBody,
            _ => Self::InvalidArticle(with_position(error)),
        }
    }

    /// Explains why the payload, which is valid JSON, is not the expected event.
    pub(crate) fn invalid_event(error: &serde_json::Error) -> Self {
        if in_words(error) == TOO_DEEP { Self::TooDeep } else { Self::InvalidEvent(with_position(error)) }
    }
}

/// Returns what serde reports, with the position. Does not quote the input.
fn with_position(error: &serde_json::Error) -> String {
    match error.line() {
        0 => in_words(error),
        line => format!("{} at line {line} column {}", in_words(error), error.column()),
    }
}

/// Returns what serde reports, without what it quotes from the input. Errors are logged, and article text must
/// not be.
pub(crate) fn in_words(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let words = match error.line() {
        0 => message.as_str(),
        _ => message.rsplit_once(" at line ").map_or(message.as_str(), |(words, _)| words),
    };
    let mistake = words.strip_prefix("invalid type: ").or_else(|| words.strip_prefix("invalid value: "));
    if let Some((found, expected)) = mistake.and_then(|mistake| mistake.rsplit_once(", expected ")) {
        // The value follows the kind in quotation marks or backticks: "integer `7`".
        let kind = found.split(['`', '"']).next().unwrap_or_default().trim_end();
        return format!("expected {expected}, found {kind}");
    }
    if let Some((_, expected)) = words.strip_prefix("unknown variant `").and_then(|it| it.rsplit_once("`, "))
    {
        return format!("unknown variant, {expected}");
    }
    match (words.split_once('"'), words.rsplit_once('"')) {
        (Some((before, _)), Some((_, after))) => format!("{before}…{after}"),
        _ => words.to_owned(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_in_words_quotes_no_value() {
        let words = |json: &str| in_words(&serde_json::from_str::<Vec<u8>>(json).unwrap_err());
        assert_eq!(words(r#"["secret, expected "]"#), "expected u8, found string");
        assert_eq!(words("[-77]"), "expected u8, found integer");
        assert_eq!(words(r#"{"secret":1}"#), "expected a sequence, found map");
    }
}
