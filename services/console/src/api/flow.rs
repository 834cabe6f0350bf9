//! `GET /api/flow`, and whether the console is ready.

use std::sync::{Arc, PoisonError};

use axum::{Json, extract::State, http::StatusCode};
use runtime::clock;

use crate::{figures::Flow, problem::Problem, state::Shared};

/// Answers with the figures of the pipeline.
pub(crate) async fn flow(State(shared): State<Arc<Shared>>) -> Result<Json<Flow>, Problem> {
    if let Some(lost) = shared.away() {
        let message = format!("NATS is away since {}: {}", lost.since, lost.why);
        return Err(Problem::new(StatusCode::SERVICE_UNAVAILABLE, "nats_away", message));
    }
    figures(&shared).map(Json).ok_or_else(|| {
        Problem::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "no_figures_yet",
            "the first figures come in a moment; try again",
        )
    })
}

/// Returns the figures of the pipeline, if there are any yet.
pub(crate) fn figures(shared: &Shared) -> Option<Flow> {
    let now = i64::try_from(clock::now().unix_timestamp_nanos()).unwrap_or_default();
    shared.figures.read().unwrap_or_else(PoisonError::into_inner).flow(now)
}

/// Answers whether the console shows the present.
pub(crate) async fn ready(State(shared): State<Arc<Shared>>) -> (StatusCode, String) {
    let (done, total) = shared.progress.counts();
    match shared.away() {
        Some(lost) => {
            (StatusCode::SERVICE_UNAVAILABLE, format!("NATS is away since {}: {}\n", lost.since, lost.why))
        }
        None if !shared.progress.is_ready() => {
            (StatusCode::SERVICE_UNAVAILABLE, format!("reading the streams: {done} of {total} messages\n"))
        }
        None => (StatusCode::OK, "ok\n".to_owned()),
    }
}
