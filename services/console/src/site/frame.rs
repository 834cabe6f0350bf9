//! What all handlers of pages share: the frame of a page, and the page that says what went wrong.

use axum::{
    http::StatusCode,
    response::{Html, IntoResponse, Response},
};
use maud::Markup;

use crate::{
    pages::{BusState, Frame, Rights, notice},
    problem::Problem,
    security::{Caller, Role},
    state::Shared,
};

/// The answer of a page: the page, or the one that says what went wrong.
pub(super) type Page = Result<Response, Wrong>;

/// The page that says what went wrong.
#[derive(Debug)]
pub(crate) struct Wrong(Box<Response>);

impl IntoResponse for Wrong {
    fn into_response(self) -> Response {
        *self.0
    }
}

/// Returns the frame of a page for this caller.
pub(super) fn frame(shared: &Shared, caller: &Caller) -> Frame {
    Frame {
        csrf: caller.csrf.clone().unwrap_or_default(),
        rights: Rights { publish: caller.role >= Role::Publisher, operate: caller.role >= Role::Operator },
        bus: bus(shared),
    }
}

/// Returns what stands between the page and the present.
fn bus(shared: &Shared) -> BusState {
    if let Some(lost) = shared.away() {
        return BusState::Away { since: lost.since, why: lost.why };
    }
    if shared.progress.is_ready() {
        return BusState::Connected;
    }
    let (done, total) = shared.progress.counts();
    BusState::Reading { done, total }
}

/// Answers with a page.
#[expect(clippy::unnecessary_wraps, reason = "it ends handlers, which may also say what went wrong")]
pub(super) fn shown(page: Markup) -> Page {
    Ok(Html(page.into_string()).into_response())
}

/// Returns the page that says what went wrong.
pub(super) fn wrong(frame: &Frame, problem: &Problem) -> Wrong {
    let title = match problem.status() {
        StatusCode::NOT_FOUND => "Not found",
        StatusCode::SERVICE_UNAVAILABLE => "Not now",
        StatusCode::FORBIDDEN => "Not allowed",
        _ => "That did not work",
    };
    let page = notice::page(frame, title, problem.message());
    Wrong(Box::new((problem.status(), Html(page.into_string())).into_response()))
}

/// Checks that a form of the caller's own session was sent.
///
/// # Errors
///
/// When the token of the form is another one.
pub(super) fn check_form(frame: &Frame, caller: &Caller, token: &str) -> Result<(), Wrong> {
    if caller.sent(token) {
        return Ok(());
    }
    let message = "the form is not one of this session: load the page again and repeat";
    Err(wrong(frame, &Problem::new(StatusCode::FORBIDDEN, "foreign_form", message)))
}
