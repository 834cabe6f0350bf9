//! `GET /api/articles`, one article, and its way through the stages.

use std::{num::NonZeroU64, sync::Arc, time::Duration};

use axum::{
    Json,
    extract::{Path, Query, State},
    http::{HeaderValue, header},
    response::Response,
};
use messages::StageName;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{exchange::Wanted, parameters::Selection};
use crate::{
    extract::Checked,
    index::{Index, Kind, revision_number},
    problem::Problem,
    state::Shared,
};

/// How long an event that was just stored may take to the index.
const PATIENCE: Duration = Duration::from_millis(250);

/// Answers with a page of the articles that match, newest first.
pub(crate) async fn list(
    State(shared): State<Arc<Shared>>,
    Checked(Query(selection)): Checked<Query<Selection>>,
) -> Result<Json<Value>, Problem> {
    let filter = selection.filter()?;
    let cursor = selection.place()?;
    let index = shared.index();
    let (rows, next) = index.rows(&filter, cursor.as_ref(), selection.page());
    let next = next.map(|cursor| cursor.to_string());
    Ok(Json(json!({"articles": rows, "next": next, "known": index.len()})))
}

/// Which version of an article is wanted.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Version {
    revision: String,
    stage: String,
    #[serde(flatten)]
    wanted: Wanted,
}

/// Answers with an event about an article, as it is stored or in a format of another program.
pub(crate) async fn article(
    State(shared): State<Arc<Shared>>,
    Checked(Path(id)): Checked<Path<String>>,
    Checked(Query(version)): Checked<Query<Version>>,
) -> Result<Response, Problem> {
    let kind = match version.stage.as_str() {
        "" => Kind::Summarized,
        stage if stage == StageName::Link.as_str() => Kind::Linked,
        name => {
            let stage: Result<StageName, _> = name.parse();
            let stage = stage.map_err(|error| Problem::invalid("stage", error.to_string()))?;
            let missing =
                || Problem::invalid("stage", format!("the console does not read what `{stage}` makes"));
            Kind::made_by(stage).ok_or_else(missing)?
        }
    };
    let revision = revision(&version.revision)?;
    let exchange = version.wanted.exchange()?;
    let sequence = shared.indexed(PATIENCE, |index| index.newest(&id, kind, revision)).await;
    let Some(sequence) = sequence else { return Err(missing(&shared, &id, kind)) };
    let event = shared.bus()?.stored_event(kind.as_str(), sequence).await?;
    let event =
        event.ok_or_else(|| Problem::not_found("the stream no longer has this version of the article"))?;
    let mut response = exchange.answer(event.payload)?;
    let tag = HeaderValue::try_from(format!("\"{sequence}{}\"", exchange.tag()));
    response.headers_mut().extend(tag.ok().map(|tag| (header::ETAG, tag)));
    Ok(response)
}

/// Reads the parameter `revision`.
pub(crate) fn revision(text: &str) -> Result<Option<NonZeroU64>, Problem> {
    if text.is_empty() {
        return Ok(None);
    }
    let revision = revision_number(text);
    revision.map(Some).ok_or_else(|| Problem::invalid("revision", "revision: write 16 hexadecimal digits"))
}

/// Explains why there is no such version of an article.
pub(crate) fn missing(shared: &Shared, id: &str, kind: Kind) -> Problem {
    match shared.index().row(id) {
        None if !shared.progress.is_ready() => Problem::new(
            axum::http::StatusCode::SERVICE_UNAVAILABLE,
            "reading",
            "the console still reads the streams; try again",
        ),
        None => Problem::not_found(
            "the index has no article with this id: it has not arrived, or is older than those that the index \
             keeps; `wiredesk trace` without `--console` reads the streams",
        ),
        Some(row) => match row.dead {
            Some(dead) => Problem::not_found(format!(
                "the article became a dead letter in stage `{}`: {} (number {})",
                dead.stage, dead.reason, dead.sequence
            )),
            None => {
                Problem::not_found(format!("the article is `{}`, not yet `{}`", row.state, kind.as_str()))
            }
        },
    }
}

/// Answers with the way of an article through the stages.
pub(crate) async fn timeline(
    State(shared): State<Arc<Shared>>,
    Checked(Path(id)): Checked<Path<String>>,
) -> Result<Json<Value>, Problem> {
    let steps = |index: &Index| Some(index.timeline(&id)).filter(|steps| !steps.is_empty());
    let steps = shared.indexed(PATIENCE, steps).await;
    let steps = steps.ok_or_else(|| missing(&shared, &id, Kind::Received))?;
    Ok(Json(json!({"article": id, "steps": steps})))
}
