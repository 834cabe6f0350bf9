//! What the API answers if something is wrong: `{"error": {"code": …, "message": …}}`.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use runtime::{
    broker::PublishError,
    bus::{BusError, ReadError},
    causes::with_causes,
    obstacle::Obstacle,
};
use serde::Serialize;
use serde_json::json;

use crate::stages::StageFailure;

/// The seconds after which a client may try again.
const RETRY_AFTER: &str = "5";

/// Something that is wrong with a request, or in the way of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Problem {
    status: StatusCode,
    body: Box<Body>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Body {
    code: String,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<String>,
}

impl Problem {
    /// Creates a problem from a code for programs and a sentence for people.
    pub(crate) fn new(status: StatusCode, code: &str, message: impl Into<String>) -> Self {
        let body = Body { code: code.to_owned(), message: message.into(), field: None, stage: None };
        Self { status, body: Box::new(body) }
    }

    /// What was asked for does not exist.
    pub(crate) fn not_found(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", message)
    }

    /// A parameter cannot be read.
    pub(crate) fn invalid(field: &str, message: impl Into<String>) -> Self {
        let mut problem = Self::new(StatusCode::BAD_REQUEST, "invalid_parameter", message);
        problem.body.field = Some(field.to_owned());
        problem
    }

    /// NATS is away.
    pub(crate) fn away() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "nats_away",
            "the console has no connection to NATS; try again",
        )
    }

    /// Too many requests of this kind are being answered.
    pub(crate) fn busy(what: &str) -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, "busy", format!("too many {what} at once; try again"))
    }

    /// Returns the status.
    pub(crate) fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the sentence for people.
    pub(crate) fn message(&self) -> &str {
        &self.body.message
    }

    /// Returns the member `error` of the answer.
    pub(crate) fn error(&self) -> serde_json::Value {
        json!(*self.body)
    }
}

/// An input that can never be processed.
impl From<StageFailure> for Problem {
    fn from(failure: StageFailure) -> Self {
        let mut problem = Self::new(StatusCode::UNPROCESSABLE_ENTITY, failure.code, &failure.message);
        problem.body.field = wrong_field(failure.code, &failure.message).map(str::to_owned);
        problem.body.stage = Some(failure.stage.to_string());
        problem
    }
}

impl From<BusError> for Problem {
    fn from(error: BusError) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "nats", with_causes(&error))
    }
}

impl From<ReadError> for Problem {
    fn from(error: ReadError) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "nats", with_causes(&error))
    }
}

impl From<PublishError> for Problem {
    fn from(error: PublishError) -> Self {
        match &error {
            PublishError::TooLarge(_) => {
                Self::new(StatusCode::PAYLOAD_TOO_LARGE, "too_large", with_causes(&error))
            }
            PublishError::Unavailable(
                Obstacle::StreamFull | Obstacle::DeadLettersFull | Obstacle::DiskFull,
                _,
            ) => {
                let message = "the stream is full; try again when articles were processed or have expired";
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "stream_full", message)
            }
            PublishError::Unavailable(obstacle, _) => {
                Self::new(StatusCode::SERVICE_UNAVAILABLE, obstacle.code(), with_causes(&error))
            }
        }
    }
}

/// Returns the member of an article that is wrong.
fn wrong_field<'m>(code: &str, message: &'m str) -> Option<&'m str> {
    match code {
        "missing_body" | "empty_body" => Some("body"),
        "invalid_article" => {
            let (field, _) = message.strip_prefix("not an article: ")?.split_once(": ")?;
            field.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_').then_some(field)
        }
        _ => None,
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(json!({"error": *self.body}))).into_response();
        if matches!(self.status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS) {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static(RETRY_AFTER));
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(article: &str) -> Option<String> {
        Problem::from(crate::stages::received(article.as_bytes()).unwrap_err()).body.field
    }

    #[test]
    fn a_problem_with_an_article_names_the_member() {
        for (article, expected) in [
            (r#"{"body":" "}"#, Some("body")),
            ("{}", Some("body")),
            (r#"{"body":"Rain.","published_at":7}"#, Some("published_at")),
            ("[]", None),
            ("{", None),
        ] {
            assert_eq!(field(article).as_deref(), expected, "{article}");
        }
    }

    #[test]
    fn a_full_stream_asks_to_try_again() {
        let full = PublishError::Unavailable(Obstacle::StreamFull, "full".into());
        let response = Problem::from(full).into_response();
        assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert!(response.headers().contains_key(header::RETRY_AFTER));
    }
}
