//! The checks on each request, before its handler.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};
use runtime::clock;

use super::{
    access::Access,
    caller::{Caller, Refusal},
    tokens::Role,
};
use crate::problem::Problem;

/// Finds out who sends the request, and passes it on with the [`Caller`].
pub(crate) async fn check(State(access): State<Arc<Access>>, mut request: Request, next: Next) -> Response {
    let found = Caller::of(&access, request.method(), request.headers(), clock::unix_seconds());
    let caller = match found {
        Ok(caller) => caller,
        Err(refusal) => return refuse(refusal, request.uri().path()),
    };
    let cookie = caller.cookie.as_deref().and_then(|value| access.cookie(value));
    request.extensions_mut().insert(caller);
    let mut response = next.run(request).await;
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Refuses callers with less than this role.
pub(crate) async fn require(State(role): State<Role>, request: Request, next: Next) -> Response {
    let caller = request.extensions().get::<Caller>();
    if caller.is_some_and(|caller| caller.role >= role) {
        return next.run(request).await;
    }
    refuse(Refusal::Role(role), request.uri().path())
}

/// Keeps answers out of caches unless they say otherwise.
pub(crate) async fn without_cache(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

fn refuse(refusal: Refusal, path: &str) -> Response {
    let (status, code, message) = match refusal {
        Refusal::Unknown if !path.starts_with("/api/") => return Redirect::to("/login").into_response(),
        Refusal::Unknown => (
            StatusCode::UNAUTHORIZED,
            "unauthorized",
            "send a token of the console: `Authorization: Bearer TOKEN`".to_owned(),
        ),
        Refusal::WrongToken => {
            (StatusCode::UNAUTHORIZED, "unauthorized", "the console does not know this token".to_owned())
        }
        Refusal::ForeignName => (
            StatusCode::MISDIRECTED_REQUEST,
            "foreign_host",
            "without tokens the console answers only under `localhost`, an address, or a name without a dot"
                .to_owned(),
        ),
        Refusal::ForeignSite => (
            StatusCode::FORBIDDEN,
            "foreign_site",
            "another site made the browser send this request".to_owned(),
        ),
        Refusal::Role(role) => {
            (StatusCode::FORBIDDEN, "forbidden", format!("this needs a token with the role `{role}`"))
        }
    };
    let mut response = Problem::new(status, code, message).into_response();
    if status == StatusCode::UNAUTHORIZED {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}
