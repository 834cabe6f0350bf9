//! A console as a process, and a client of its API.

use std::{
    io::{BufRead, BufReader, Read},
    process::Command,
};

use pipeline_tests::{Binaries, Process, start_console, wait_until};
use serde_json::Value;
use ureq::{Agent, Body, http::Response};

/// A running console.
pub(crate) struct Console {
    pub(crate) process: Process,
    pub(crate) url: String,
    agent: Agent,
}

impl Console {
    /// Starts a console for the server at `nats`, on a free port.
    pub(crate) fn start(nats: &str) -> Self {
        Self::started(Binaries::built().wiredesk(nats, &["console", "--listen", "127.0.0.1:0"]))
    }

    /// Starts a console with `command`.
    pub(crate) fn started(command: Command) -> Self {
        let (process, url) = start_console(command);
        let agent = Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
        Self { process, url, agent }
    }

    /// Waits until the console has read what is stored.
    pub(crate) fn wait_until_ready(&self) {
        wait_until("a console that is ready", || (self.get("/readyz").0 == 200).then_some(()));
    }

    /// Returns status and body of an answer.
    pub(crate) fn get(&self, path: &str) -> (u16, Value) {
        read(self.agent.get(format!("{}{path}", self.url)).call().expect("the console answers"))
    }

    /// Returns status and body of the answer to a post.
    pub(crate) fn post(&self, path: &str, content_type: &str, body: &str) -> (u16, Value) {
        let request = self.agent.post(format!("{}{path}", self.url)).header("content-type", content_type);
        read(request.send(body).expect("the console answers"))
    }

    /// Posts JSON.
    pub(crate) fn post_json(&self, path: &str, body: &Value) -> (u16, Value) {
        self.post(path, "application/json", &body.to_string())
    }

    /// Publishes an article and returns the enriched one.
    pub(crate) fn enriched(&self, article: &Value) -> Value {
        let (status, enriched) = self.post_json("/api/articles?wait=60s", article);
        assert_eq!(status, 200, "{enriched}");
        enriched
    }

    /// Opens the stream of events after the one with the id `after`.
    pub(crate) fn events(&self, query: &str, after: Option<u64>) -> Events {
        let mut request = self.agent.get(format!("{}/api/events{query}", self.url));
        if let Some(after) = after {
            request = request.header("last-event-id", after.to_string());
        }
        let response = request.call().expect("the console answers");
        assert_eq!(response.status().as_u16(), 200);
        Events { lines: BufReader::new(Box::new(response.into_body().into_reader())) }
    }
}

/// A text that is not JSON becomes a JSON string.
fn read(mut response: Response<Body>) -> (u16, Value) {
    let text = response.body_mut().read_to_string().expect("a whole answer");
    let value = serde_json::from_str(&text).unwrap_or(Value::String(text));
    (response.status().as_u16(), value)
}

/// Server-sent events.
pub(crate) struct Events {
    lines: BufReader<Box<dyn Read + Send>>,
}

impl Events {
    /// Returns the id and the data of the next event.
    pub(crate) fn next(&mut self) -> (u64, Value) {
        let (mut id, mut data) = (None, None);
        loop {
            let mut line = String::new();
            let length = self.lines.read_line(&mut line).expect("the console goes on");
            assert!(length > 0, "the console ended the events");
            match line.trim_end().split_once(": ") {
                Some(("id", value)) => id = value.parse().ok(),
                Some(("data", value)) => data = serde_json::from_str(value).ok(),
                _ => {}
            }
            if line.trim_end().is_empty()
                && let (Some(id), Some(data)) = (id.take(), data.take())
            {
                return (id, data);
            }
        }
    }
}
