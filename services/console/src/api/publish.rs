//! `POST /api/articles`: stores articles before it answers.

mod lines;
mod stored;
mod wait;

use std::{sync::Arc, time::Duration};

use axum::{
    Json,
    body::Bytes,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use messages::subjects::Lane;
use runtime::settings::duration;
use serde::Deserialize;
use serde_json::json;

pub(crate) use self::stored::store;
use self::{stored::answer, wait::Waiter};
use crate::{extract::Checked, problem::Problem, stages, state::Shared};

/// The size of the largest request, in bytes: many articles at once.
pub(crate) const MOST_BYTES: usize = 64 * 1024 * 1024;
/// How long a request may wait for the enriched article.
const LONGEST_WAIT: Duration = Duration::from_mins(1);

/// The parameters.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Options {
    lane: String,
    wait: String,
}

/// The form of a request's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// One article as JSON.
    Json,
    /// One article as JSON a line.
    Lines,
    /// The text of one article.
    Text,
}

impl Form {
    /// Reads the content type.
    ///
    /// # Errors
    ///
    /// When the console does not take it.
    pub(super) fn of(headers: &HeaderMap) -> Result<Self, Problem> {
        let given =
            headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let mut parts = given.split(';').map(|part| part.trim().to_ascii_lowercase());
        let name = parts.next().unwrap_or_default();
        let is_utf8 = |part: String| {
            part.strip_prefix("charset=")
                .is_none_or(|charset| matches!(charset.trim_matches('"'), "utf-8" | "utf8"))
        };
        let form = match name.as_str() {
            "application/json" => Some(Self::Json),
            "application/x-ndjson" | "application/jsonl" | "application/x-jsonlines" => Some(Self::Lines),
            "text/plain" => Some(Self::Text),
            _ => None,
        };
        form.filter(|_| parts.all(is_utf8)).ok_or_else(|| {
            let message = "send `application/json`, `application/x-ndjson` or `text/plain`, in UTF-8";
            Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", message)
        })
    }
}

/// Returns one article as JSON.
///
/// # Errors
///
/// When there are several, or a text is not UTF-8.
pub(super) fn article_json(form: Form, body: &Bytes) -> Result<Bytes, Problem> {
    match form {
        Form::Json => Ok(body.clone()),
        Form::Lines => Err(Problem::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "unsupported_media_type",
            "send one article: `application/json` or `text/plain`",
        )),
        Form::Text => match std::str::from_utf8(body) {
            Ok(text) => Ok(json!({"body": text}).to_string().into()),
            Err(_) => {
                Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "invalid_text", "the text is not UTF-8"))
            }
        },
    }
}

/// Publishes what the request has.
pub(crate) async fn publish(
    State(shared): State<Arc<Shared>>,
    Checked(Query(options)): Checked<Query<Options>>,
    headers: HeaderMap,
    Checked(body): Checked<Bytes>,
) -> Result<Response, Problem> {
    let form = Form::of(&headers)?;
    let lane = lane(&options.lane)?;
    let wait = longest_wait(&options.wait)?;
    let publisher = shared.bus()?.publisher(lane).await?;
    if form == Form::Lines {
        if wait.is_some() {
            return Err(Problem::invalid("wait", "wait: only for one article"));
        }
        return lines::publish(&shared, &publisher, &body).await;
    }
    let event = stages::received(&article_json(form, &body)?)?;
    let waiter = wait.map(|wait| Waiter::new(&shared, &event.article, wait));
    let stored = store(&shared, &publisher, &event).await?;
    let enriched = match waiter {
        Some(waiter) => waiter.enriched(&shared).await?,
        None => None,
    };
    Ok(match enriched {
        Some(payload) => ([(header::CONTENT_TYPE, "application/json")], payload).into_response(),
        None => (StatusCode::ACCEPTED, Json(answer(&event, stored))).into_response(),
    })
}

fn lane(name: &str) -> Result<Lane, Problem> {
    let lane = if name.is_empty() {
        Some(Lane::Live)
    } else {
        Lane::ALL.into_iter().find(|lane| lane.as_str() == name)
    };
    lane.ok_or_else(|| Problem::invalid("lane", "lane: use `live` or `backfill`"))
}

fn longest_wait(text: &str) -> Result<Option<Duration>, Problem> {
    if text.is_empty() {
        return Ok(None);
    }
    match duration(text) {
        Ok(wait) if wait <= LONGEST_WAIT => Ok(Some(wait)),
        Ok(_) => Err(Problem::invalid("wait", "wait: at most 60s")),
        Err(error) => Err(Problem::invalid("wait", format!("wait: {error}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(content_type: &str) -> Result<Form, StatusCode> {
        let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, content_type.parse().unwrap())]);
        Form::of(&headers).map_err(|problem| problem.status())
    }

    #[test]
    fn the_content_type_tells_the_form() {
        let unsupported = Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        for (given, expected) in [
            ("application/json", Ok(Form::Json)),
            ("Application/JSON; charset=UTF-8", Ok(Form::Json)),
            ("application/x-ndjson", Ok(Form::Lines)),
            ("text/plain;charset=\"utf-8\"", Ok(Form::Text)),
            ("text/plain; charset=latin1", unsupported),
            ("text/html", unsupported),
            ("", unsupported),
        ] {
            assert_eq!(form(given), expected, "{given}");
        }
    }

    #[test]
    fn a_text_becomes_the_body_of_an_article() {
        let json = article_json(Form::Text, &Bytes::from("Rain \"fell\".\n")).unwrap();
        assert_eq!(stages::received(&json).unwrap().article.body, "Rain \"fell\".\n");
        assert!(article_json(Form::Text, &Bytes::from_static(b"\xff")).is_err());
    }

    #[test]
    fn a_wait_has_a_limit() {
        assert_eq!(longest_wait("10s"), Ok(Some(Duration::from_secs(10))));
        assert_eq!(longest_wait(""), Ok(None));
        for wrong in ["2m", "soon"] {
            assert!(longest_wait(wrong).unwrap_err().message().starts_with("wait: "), "{wrong}");
        }
    }
}
