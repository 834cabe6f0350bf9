//! The routes of the console, with the checks and limits around them.

use std::{sync::Arc, time::Duration};

use axum::{
    Extension, Router,
    extract::DefaultBodyLimit,
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::{from_fn, from_fn_with_state},
    routing::{get, post},
};
use tower_http::{
    compression::CompressionLayer,
    set_header::SetResponseHeaderLayer,
    timeout::{RequestBodyTimeoutLayer, TimeoutLayer},
};

use crate::{
    api, assets, metrics,
    problem::Problem,
    security::{self, Access, Role},
    site,
    state::Shared,
};

/// The size of the largest request that is not a list of articles, in bytes. An article has less than 1 MiB.
const MOST_BYTES: usize = 4 * 1024 * 1024;
/// The size of the largest form of the login, in bytes: anybody may send one.
const MOST_LOGIN_BYTES: usize = 4_096;
/// How long an answer may take. A publisher may wait a minute for the enriched article.
const ANSWER: Duration = Duration::from_secs(75);
/// How long a client may pause while it sends the body of a request.
const BODY: Duration = Duration::from_secs(15);
/// What a page may load and where it may send forms: only from and to the console. No script inside a page runs.
const CONTENT_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Returns all routes.
pub(crate) fn router(shared: Arc<Shared>, access: Access) -> Router {
    let access = Arc::new(access);
    let guarded = reading()
        .merge(publishing().route_layer(from_fn_with_state(Role::Publisher, security::require)))
        .merge(operating().route_layer(from_fn_with_state(Role::Operator, security::require)))
        .fallback(missing)
        .layer(from_fn_with_state(Arc::clone(&access), security::check));
    let open = Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(api::ready))
        .route("/metrics", get(metrics::metrics))
        .route("/assets/{name}", get(assets::serve))
        .route("/login", get(site::login).post(site::enter))
        .layer(DefaultBodyLimit::max(MOST_LOGIN_BYTES))
        .layer(Extension(access));
    let header = |name: HeaderName, value| {
        SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
    };
    guarded
        .merge(open)
        .method_not_allowed_fallback(not_allowed)
        .layer(from_fn_with_state(Arc::clone(&shared), metrics::count))
        .layer(from_fn(security::without_cache))
        .layer(header(header::CONTENT_SECURITY_POLICY, CONTENT_POLICY))
        .layer(header(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(header(header::REFERRER_POLICY, "no-referrer"))
        .layer(header(header::X_FRAME_OPTIONS, "DENY"))
        .layer(CompressionLayer::new())
        .layer(RequestBodyTimeoutLayer::new(BODY))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, ANSWER))
        .with_state(shared)
}

/// What a reader may do.
fn reading() -> Router<Arc<Shared>> {
    Router::new()
        .route("/", get(site::flow))
        .route("/articles", get(site::articles))
        .route("/articles/{id}", get(site::article))
        .route("/dead", get(site::letters))
        .route("/dead/confirm", get(site::confirm))
        .route("/dead/{sequence}", get(site::letter))
        .route("/stories", get(site::stories))
        .route("/stories/{id}", get(site::story))
        .route("/alerts", get(site::alerts))
        .route("/try", get(site::empty).post(site::annotate))
        .route("/api/articles", get(api::list))
        .route("/api/articles/{id}", get(api::article))
        .route("/api/articles/{id}/timeline", get(api::timeline))
        .route("/api/events", get(api::events))
        .route("/api/stories", get(api::stories))
        .route("/api/stories/{id}", get(api::story))
        .route("/api/stories/{id}/articles", get(api::story_articles))
        .route("/api/alerts", get(api::alerts))
        .route("/api/annotate", post(api::annotate))
        .route("/api/flow", get(api::flow))
        .route("/api/dead", get(api::letters))
        .route("/api/dead/{sequence}", get(api::letter))
        .route("/api/schema/{event}", get(api::schema))
        .route("/api/openapi.json", get(api::openapi))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
}

/// What a publisher may do, too.
fn publishing() -> Router<Arc<Shared>> {
    let page = Router::new().route("/articles", post(site::publish)).layer(DefaultBodyLimit::max(MOST_BYTES));
    let many = post(api::publish).layer(DefaultBodyLimit::max(api::MOST_BYTES));
    Router::new().route("/api/articles", many).merge(page)
}

/// What an operator may do, too.
fn operating() -> Router<Arc<Shared>> {
    Router::new()
        .route("/dead/act", post(site::act))
        .route("/dead/{sequence}", post(site::repair))
        .route("/api/dead/replay", post(api::replay_letters))
        .route("/api/dead/drop", post(api::drop_letters))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
}

async fn missing() -> Problem {
    Problem::not_found("there is nothing at this address; /api/openapi.json lists what there is")
}

async fn not_allowed() -> Problem {
    let message = "this address does not take this method; the header `Allow` lists those that it takes";
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", message)
}

#[cfg(test)]
mod tests;
