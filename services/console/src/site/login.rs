//! The page on which a person enters a token, for a session in the browser.

use std::sync::Arc;

use axum::{
    Extension, Form,
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use runtime::clock;
use serde::Deserialize;

use crate::{
    extract::Checked,
    pages::login as page,
    security::{Access, is_of_another_site},
};

pub(crate) async fn login() -> Html<String> {
    Html(page::page(false).into_string())
}

/// What the form sends.
#[derive(Deserialize)]
pub(crate) struct Entry {
    token: String,
}

/// Opens a session for a token.
pub(crate) async fn enter(
    Extension(access): Extension<Arc<Access>>,
    headers: HeaderMap,
    Checked(Form(entry)): Checked<Form<Entry>>,
) -> Response {
    let role = access.tokens.as_ref().and_then(|tokens| tokens.role(entry.token.trim()));
    let role = role.filter(|_| !is_of_another_site(&headers));
    let cookie = role.and_then(|role| access.sessions.open(role, clock::unix_seconds()).ok());
    match cookie.and_then(|cookie| access.cookie(&cookie)) {
        Some(cookie) => ([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response(),
        None => (StatusCode::UNAUTHORIZED, Html(page::page(true).into_string())).into_response(),
    }
}
