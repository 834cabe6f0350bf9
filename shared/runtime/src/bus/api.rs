//! Requests to the JetStream API whose refusals keep the server's error code.

use async_nats::jetstream::{self, context::RequestErrorKind, response::Response};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;
use thiserror::Error;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::client::Bus;
use crate::causes::Cause;

/// The reason why a request to the JetStream API failed.
#[derive(Debug, Error)]
pub(super) enum ApiError {
    /// The server refused it.
    #[error("{0}")]
    Refused(jetstream::Error),
    /// Nobody listens on the subjects of the API, which are given here.
    #[error("nobody answers on `{0}`")]
    NoJetStream(String),
    /// No answer came in time, or it cannot be read.
    #[error("no answer to the request")]
    Unanswered(#[source] Cause),
}

impl ApiError {
    /// Reports whether the stream or consumer that was asked for does not exist.
    pub(super) fn is_not_found(&self) -> bool {
        matches!(self, Self::Refused(error) if error.code() == 404)
    }
}

impl Bus {
    /// Sends a request without content to the JetStream API and reads the answer. `request` is the end of its
    /// subject: `STREAM.INFO.ARTICLES_DEAD`.
    pub(super) async fn ask<T: DeserializeOwned>(&self, request: String) -> Result<T, ApiError> {
        // Some requests refuse `null`, which is how the client library writes nothing.
        self.api(request, &json!({})).await
    }

    /// Returns the server's time, which it reports with the information on a stream.
    pub(super) async fn server_time(&self, stream: &str) -> Option<OffsetDateTime> {
        let answer: serde_json::Value = self.ask(format!("STREAM.INFO.{stream}")).await.ok()?;
        OffsetDateTime::parse(answer.get("ts")?.as_str()?, &Rfc3339).ok()
    }

    /// Sends a request to the JetStream API and reads the answer. `request` is the end of its subject.
    pub(super) async fn api<T: DeserializeOwned>(
        &self,
        request: String,
        payload: &(impl Serialize + ?Sized + Sync),
    ) -> Result<T, ApiError> {
        match self.context.request(request, payload).await {
            Ok(Response::Ok(answer)) => Ok(answer),
            Ok(Response::Err { error }) => Err(ApiError::Refused(error)),
            Err(error) if error.kind() == RequestErrorKind::NoResponders => {
                Err(ApiError::NoJetStream(self.settings.api.to_string()))
            }
            Err(error) => Err(ApiError::Unanswered(error.into())),
        }
    }
}
