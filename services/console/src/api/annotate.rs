//! `POST /api/annotate`: the four stages in this process. Nothing is stored.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::{Query, State},
    http::HeaderMap,
    response::Response,
};

use super::{
    exchange::Wanted,
    publish::{Form, article_json},
};
use crate::{extract::Checked, problem::Problem, state::Shared};

/// Answers with the enriched article, in a format of another program if one is asked for.
pub(crate) async fn annotate(
    State(shared): State<Arc<Shared>>,
    Checked(Query(wanted)): Checked<Query<Wanted>>,
    headers: HeaderMap,
    Checked(body): Checked<Bytes>,
) -> Result<Response, Problem> {
    let exchange = wanted.exchange()?;
    let payload = article_json(Form::of(&headers)?, &body)?;
    let enriched = shared.on_a_thread(move |stages| stages.annotate(&payload)).await??;
    exchange.answer(enriched.into())
}
