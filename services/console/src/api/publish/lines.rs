//! Many articles in one request, one a line. One line of the answer says what became of each.

use axum::{
    body::Bytes,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt, stream};
use runtime::bus::Publisher;
use serde_json::json;

use super::stored::{answer, store};
use crate::{problem::Problem, stages, state::Shared};

/// How many articles wait for their confirmation at once.
const IN_FLIGHT: usize = 256;
/// How many articles a request may have.
const MOST_LINES: usize = 100_000;

/// What became of one line.
struct Line {
    text: String,
    status: StatusCode,
}

/// Publishes an article for each line that is not empty.
///
/// The status is 202 if an article was stored. If none was, it is that of the first line.
pub(super) async fn publish(
    shared: &Shared,
    publisher: &Publisher,
    body: &Bytes,
) -> Result<Response, Problem> {
    let lines = lines(body);
    if lines.len() > MOST_LINES {
        let message = format!("a request may have {MOST_LINES} articles");
        return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too_many_lines", message));
    }
    let lines = stream::iter(lines);
    let lines =
        lines.map(|(number, line)| async move { publish_line(shared, publisher, number, &line).await });
    let done: Vec<Line> = lines.buffered(IN_FLIGHT).collect().await;
    let is_stored = done.is_empty() || done.iter().any(|line| line.status == StatusCode::ACCEPTED);
    let first = done.first().map_or(StatusCode::ACCEPTED, |line| line.status);
    let status = if is_stored { StatusCode::ACCEPTED } else { first };
    let text: String = done.into_iter().map(|line| line.text).collect();
    Ok((status, [(header::CONTENT_TYPE, "application/x-ndjson")], text).into_response())
}

async fn publish_line(shared: &Shared, publisher: &Publisher, number: usize, line: &[u8]) -> Line {
    let stored = async {
        let event = stages::received(line)?;
        let stored = store(shared, publisher, &event).await?;
        Ok::<_, Problem>(answer(&event, stored))
    };
    match stored.await {
        Ok(answer) => Line { text: format!("{answer}\n"), status: StatusCode::ACCEPTED },
        Err(problem) => {
            let text = format!("{}\n", json!({"line": number, "error": problem.error()}));
            Line { text, status: problem.status() }
        }
    }
}

/// Returns the lines that are not empty, with their numbers from one on.
fn lines(body: &Bytes) -> Vec<(usize, Bytes)> {
    let lines = (1..).zip(body.split(|byte| *byte == b'\n'));
    let filled = lines.filter(|(_, line)| !line.trim_ascii().is_empty());
    filled.map(|(number, line)| (number, body.slice_ref(line))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lines_are_left_out_and_counted() {
        let found = lines(&Bytes::from_static(b"{}\r\n\n  \n[]"));
        assert_eq!(found, [(1, Bytes::from_static(b"{}\r")), (4, Bytes::from_static(b"[]"))]);
        assert_eq!(lines(&Bytes::new()), []);
    }
}
