//! The routes without a broker: what they refuse, and that their description is complete.

use std::{
    collections::{BTreeSet, HashMap},
    sync::LazyLock,
};

use axum::{
    body::{Body, to_bytes},
    http::{Method, Request, StatusCode, header},
    response::Response,
};
use runtime::settings::Problems;
use serde_json::Value;
use tower::ServiceExt;

use super::*;
use crate::{index::Limits, security::Sessions, stages::Stages};

const READER: &str = "reader-reader-reader";
const PUBLISHER: &str = "publisher-publisher";
const OPERATOR: &str = "operator-operator";
const FORM: &str = "application/x-www-form-urlencoded";

fn with_access(tokens: Option<String>) -> Router {
    // Building them takes a while, so all tests share them.
    static STAGES: LazyLock<Arc<Stages>> =
        LazyLock::new(|| Arc::new(Stages::from_environment(&HashMap::new(), &mut Problems::default())));
    let shared = Shared::new(Limits { articles: 10, bytes: 1_000_000 }, Arc::clone(&STAGES), 1);
    let tokens = tokens.map(|tokens| tokens.parse().unwrap());
    let sessions = Sessions::new().unwrap();
    let access = Access { tokens, sessions, is_secure: false };
    router(Arc::new(shared), access)
}

fn open() -> Router {
    with_access(None)
}

fn closed() -> Router {
    with_access(Some(format!("reader {READER}\npublisher {PUBLISHER}\noperator {OPERATOR}\n")))
}

fn request(method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(path).header("host", "localhost:8080");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::from(body.to_owned())).unwrap()
}

async fn answer(router: Router, request: Request<Body>) -> Response {
    router.oneshot(request).await.unwrap()
}

async fn text(response: Response) -> String {
    String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap()
}

async fn json(response: Response) -> Value {
    serde_json::from_str(&text(response).await).unwrap()
}

/// The routes, with the methods that each takes.
async fn routes() -> BTreeSet<(String, String)> {
    let source = concat!(include_str!("../router.rs"));
    let paths: BTreeSet<&str> =
        source.split(".route(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let mut routes = BTreeSet::new();
    for path in paths.into_iter().filter(|path| path.starts_with("/api/") || !path.contains('{')) {
        let concrete = path.replace("{id}", "x").replace("{sequence}", "7").replace("{event}", "received");
        let response = answer(open(), request(Method::PUT, &concrete, &[], "")).await;
        let allowed = response.headers().get(header::ALLOW).unwrap().to_str().unwrap().to_lowercase();
        let methods = allowed.split(',').map(str::trim).filter(|method| *method != "head");
        routes.extend(methods.map(|method| (path.to_owned(), method.to_owned())));
    }
    routes
}

#[tokio::test]
async fn the_description_has_exactly_the_routes_of_the_api() {
    let document: Value = serde_json::from_str(api::OPENAPI).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let described: BTreeSet<(String, String)> = paths
        .iter()
        .flat_map(|(path, methods)| {
            methods.as_object().unwrap().keys().map(|method| (path.clone(), method.clone()))
        })
        .collect();
    let routes = routes().await.into_iter().filter(|(path, _)| {
        path.starts_with("/api/") || ["/healthz", "/readyz", "/metrics"].contains(&path.as_str())
    });
    assert_eq!(described, routes.collect());
}

#[tokio::test]
async fn the_process_is_alive_and_not_ready_without_nats() {
    assert_eq!(answer(open(), request(Method::GET, "/healthz", &[], "")).await.status(), StatusCode::OK);
    let ready = answer(open(), request(Method::GET, "/readyz", &[], "")).await;
    assert_eq!(ready.status(), StatusCode::SERVICE_UNAVAILABLE);
    let flow = answer(open(), request(Method::GET, "/api/flow", &[], "")).await;
    assert_eq!(
        (flow.status(), flow.headers()[header::RETRY_AFTER].to_str().unwrap()),
        (StatusCode::SERVICE_UNAVAILABLE, "5")
    );
}

#[tokio::test]
async fn each_role_may_do_only_its_own() {
    let article = r#"{"body":"Rain."}"#;
    let act = r#"{"select":{"sequences":[1]}}"#;
    for (method, path, body, least) in [
        (Method::GET, "/api/articles", "", READER),
        (Method::POST, "/api/annotate", article, READER),
        (Method::POST, "/api/articles", article, PUBLISHER),
        (Method::POST, "/api/dead/replay", act, OPERATOR),
        (Method::POST, "/api/dead/drop", act, OPERATOR),
    ] {
        let status = |token: &str| {
            let bearer = format!("Bearer {token}");
            let headers = [("authorization", bearer.as_str()), ("content-type", "application/json")];
            let request = request(method.clone(), path, &headers, body);
            async { answer(closed(), request).await.status() }
        };
        assert_eq!(status("unknown-unknown-unknown").await, StatusCode::UNAUTHORIZED, "{path}");
        let mut is_enough = false;
        for token in [READER, PUBLISHER, OPERATOR] {
            is_enough |= token == least;
            assert_eq!(status(token).await == StatusCode::FORBIDDEN, !is_enough, "{path} {token}");
        }
    }
}

#[tokio::test]
async fn without_a_token_programs_are_refused_and_people_are_sent_to_the_login() {
    let refused = answer(closed(), request(Method::GET, "/api/articles", &[], "")).await;
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(refused.headers()[header::WWW_AUTHENTICATE], "Bearer");
    assert_eq!(json(refused).await["error"]["code"], "unauthorized");
    let sent = answer(closed(), request(Method::GET, "/articles", &[], "")).await;
    assert_eq!(
        (sent.status(), sent.headers()[header::LOCATION].to_str().unwrap()),
        (StatusCode::SEE_OTHER, "/login")
    );
}

#[tokio::test]
async fn another_site_cannot_use_an_open_console() {
    for headers in [[("sec-fetch-site", "cross-site")], [("origin", "http://evil.example")]] {
        let foreign = request(Method::POST, "/api/annotate", &headers, "Rain.");
        assert_eq!(answer(open(), foreign).await.status(), StatusCode::FORBIDDEN);
    }
    let image = [("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "no-cors")];
    for path in ["/api/articles?q=rain", "/articles?q=rain", "/api/events"] {
        let status = answer(open(), request(Method::GET, path, &image, "")).await.status();
        assert_eq!(status, StatusCode::FORBIDDEN, "{path}");
    }
    let rebound = Request::get("/api/articles").header("host", "evil.example").body(Body::empty()).unwrap();
    assert_eq!(answer(open(), rebound).await.status(), StatusCode::MISDIRECTED_REQUEST);
}

#[tokio::test]
async fn every_answer_tells_the_browser_to_be_careful() {
    for path in ["/api/articles", "/healthz", "/nothing", "/assets/console.css"] {
        let response = answer(open(), request(Method::GET, path, &[], "")).await;
        let policy = response.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned();
        assert!(policy.contains("script-src 'self'") && !policy.contains("unsafe"), "{path}");
        assert_eq!(response.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{path}");
        assert!(response.headers().contains_key(header::CACHE_CONTROL), "{path}");
    }
}

#[tokio::test]
async fn a_text_is_annotated_in_the_console() {
    let headers = [("content-type", "text/plain")];
    let response =
        answer(open(), request(Method::POST, "/api/annotate", &headers, "Snow fell in Oslo.")).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(json(response).await["article"]["body"], "Snow fell in Oslo.");
}

#[tokio::test]
async fn an_annotated_text_comes_in_another_format() {
    let headers = [("content-type", "text/plain")];
    let asked = |path| request(Method::POST, path, &headers, "Snow fell in Oslo.");
    let doc = answer(open(), asked("/api/annotate?format=spacy")).await;
    assert_eq!(json(doc).await["text"], "Snow fell in Oslo.");
    let page = answer(open(), asked("/api/annotate?format=html")).await;
    assert!(page.headers()[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("attachment"));
    let wrong = answer(open(), asked("/api/annotate?format=word")).await;
    assert_eq!(wrong.status(), StatusCode::BAD_REQUEST);
    assert_eq!(json(wrong).await["error"]["field"], "format");
}

#[tokio::test]
async fn a_wrong_article_is_refused_with_the_member() {
    let headers = [("content-type", "application/json")];
    let wrong = request(Method::POST, "/api/annotate", &headers, r#"{"body":"Rain.","headline":7}"#);
    let response = answer(open(), wrong).await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let error = &json(response).await["error"];
    assert_eq!((&error["field"], &error["stage"]), (&"headline".into(), &"detect".into()));
    let unsupported = request(Method::POST, "/api/annotate", &[("content-type", "text/html")], "x");
    assert_eq!(answer(open(), unsupported).await.status(), StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn a_request_that_is_too_large_is_refused() {
    let headers = [("content-type", "text/plain")];
    let large = request(Method::POST, "/api/annotate", &headers, &"x".repeat(MOST_BYTES + 1));
    let refused = answer(open(), large).await;
    assert_eq!(refused.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(json(refused).await["error"]["code"], "too_large");
}

#[tokio::test]
async fn anybody_may_send_the_login_only_little() {
    for (length, expected) in [(4_000, StatusCode::UNAUTHORIZED), (5_000, StatusCode::PAYLOAD_TOO_LARGE)] {
        let form = [("content-type", FORM)];
        let login = request(Method::POST, "/login", &form, &format!("token={}", "x".repeat(length)));
        assert_eq!(answer(closed(), login).await.status(), expected, "{length}");
    }
}

#[tokio::test]
async fn whatever_is_wrong_with_a_request_is_a_problem_with_a_code() {
    let json_type = [("content-type", "application/json")];
    for (method, path, headers, body, status, code) in [
        (Method::GET, "/api/articles?limit=many", &[][..], "", 400, "invalid_request"),
        (Method::GET, "/api/dead?before=x", &[], "", 400, "invalid_request"),
        (Method::GET, "/api/dead/x", &[], "", 400, "invalid_request"),
        (Method::GET, "/api/articles/%FF", &[], "", 400, "invalid_request"),
        (Method::POST, "/api/dead/drop", &json_type, "{", 400, "invalid_request"),
        (Method::POST, "/api/dead/drop", &json_type, r#"{"selekt":{}}"#, 422, "invalid_body"),
        (Method::POST, "/api/dead/drop", &[], "{}", 415, "unsupported_media_type"),
        (Method::DELETE, "/api/articles", &[], "", 405, "method_not_allowed"),
    ] {
        let response = answer(open(), request(method, path, headers, body)).await;
        assert_eq!(response.status().as_u16(), status, "{path}");
        let error = &json(response).await["error"];
        assert_eq!(error["code"], code, "{path}");
        assert!(error["message"].as_str().is_some_and(|message| !message.is_empty()), "{path}");
    }
}

/// Opens a session in an open console. Returns its cookie and the token of its forms.
async fn session(router: &Router) -> (String, String) {
    let page = answer(router.clone(), request(Method::GET, "/try", &[], "")).await;
    let cookie = page.headers()[header::SET_COOKIE].to_str().unwrap();
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let page = text(page).await;
    let (_, after) = page.split_once(r#"name="csrf" value=""#).unwrap();
    (cookie, after.split('"').next().unwrap().to_owned())
}

#[tokio::test]
async fn a_form_of_another_session_changes_nothing() {
    let router = open();
    let (cookie, token) = session(&router).await;
    let (_, foreign) = session(&router).await;
    let headers = [("cookie", cookie.as_str()), ("content-type", FORM)];
    for path in ["/try", "/articles", "/dead/act", "/dead/7"] {
        for (token, is_refused) in [(&token, false), (&foreign, true), (&String::new(), true)] {
            let form = format!("csrf={token}&body=&action=drop&sequence=7");
            let response = answer(router.clone(), request(Method::POST, path, &headers, &form)).await;
            assert_eq!(response.status() == StatusCode::FORBIDDEN, is_refused, "{path} {token}");
        }
    }
}

#[tokio::test]
async fn an_asset_is_sent_once_for_each_version() {
    let first = answer(open(), request(Method::GET, "/assets/console.css", &[], "")).await;
    assert_eq!(first.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
    let tag = first.headers()[header::ETAG].to_str().unwrap().to_owned();
    let again = request(Method::GET, "/assets/console.css", &[("if-none-match", &tag)], "");
    assert_eq!(answer(open(), again).await.status(), StatusCode::NOT_MODIFIED);
    let outside = request(Method::GET, "/assets/..%2Fsrc%2Flib.rs", &[], "");
    assert_eq!(answer(open(), outside).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_schema_of_each_event_is_served() {
    for event in ["received", "detected", "segmented", "tagged", "summarized"] {
        let response = answer(open(), request(Method::GET, &format!("/api/schema/{event}"), &[], "")).await;
        assert!(json(response).await["title"].is_string(), "{event}");
    }
    let unknown = answer(open(), request(Method::GET, "/api/schema/translated", &[], "")).await;
    assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn metrics_count_the_answers() {
    let router = open();
    for _ in 0..2 {
        drop(answer(router.clone(), request(Method::GET, "/nothing", &[], "")).await);
    }
    let metrics = text(answer(router, request(Method::GET, "/metrics", &[], "")).await).await;
    assert!(metrics.contains("wiredesk_console_answers_total{status=\"4xx\"} 2\n"), "{metrics}");
}
