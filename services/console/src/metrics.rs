//! `/metrics`, and the counting of answers.

use std::{
    fmt::{Display, Write},
    sync::{Arc, atomic::Ordering::Relaxed},
};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};

use crate::state::Shared;

/// Counts the answer to each request.
pub(crate) async fn count(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    shared.counts.answered(response.status().as_u16());
    response
}

/// Answers `/metrics` in the text format of Prometheus.
pub(crate) async fn metrics(State(shared): State<Arc<Shared>>) -> String {
    let (articles, bytes) = {
        let index = shared.index();
        (index.len(), index.bytes())
    };
    let (done, total) = shared.progress.counts();
    let mut text = String::new();
    let mut put = |name: &str, kind: &str, help: &str, value: &dyn Display| {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}\n{name} {value}");
    };
    put("wiredesk_console_articles", "gauge", "Articles in the index", &articles);
    put("wiredesk_console_index_bytes", "gauge", "Size of the index", &bytes);
    put("wiredesk_console_messages_read", "gauge", "Stored messages read since the start", &done);
    put("wiredesk_console_messages_to_read", "gauge", "Messages that were stored at the start", &total);
    put("wiredesk_console_connected", "gauge", "1 while NATS answers", &i64::from(shared.away().is_none()));
    put(
        "wiredesk_console_event_readers",
        "gauge",
        "Readers of server-sent events",
        &shared.counts.readers.load(Relaxed),
    );
    put(
        "wiredesk_console_published_total",
        "counter",
        "Articles published",
        &shared.counts.published.load(Relaxed),
    );
    text += "# HELP wiredesk_console_answers_total Answers by status\n# TYPE wiredesk_console_answers_total counter\n";
    for (class, answers) in (1..).zip(shared.counts.answers()) {
        let _ = writeln!(text, "wiredesk_console_answers_total{{status=\"{class}xx\"}} {answers}");
    }
    text
}
