//! `POST /api/annotate`: the four stages in this process. Nothing is stored.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};

use super::publish::{Form, article_json};
use crate::{extract::Checked, problem::Problem, state::Shared};

/// Answers with the enriched article.
pub(crate) async fn annotate(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    Checked(body): Checked<Bytes>,
) -> Result<Response, Problem> {
    let payload = article_json(Form::of(&headers)?, &body)?;
    let enriched = shared.on_a_thread(move |stages| stages.annotate(&payload)).await??;
    Ok(([(header::CONTENT_TYPE, "application/json")], enriched).into_response())
}
