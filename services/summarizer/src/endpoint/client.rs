//! The HTTP client of the endpoint.

use std::{thread, time::Duration};

use runtime::https;
use serde_json::{Value, json};
use ureq::{
    Agent, Body,
    http::{Response, header},
};

use crate::abstractive::{Completion, Failure, Prompt};

/// Largest answer that is read, in bytes. A summary of 200 words takes about 2 KB, and the JSON around it as
/// much again. Models that also send their reasoning send more.
pub(super) const LARGEST_ANSWER: u64 = 256 * 1024;

/// The address of an endpoint and the limits of its answers.
#[derive(Debug, Clone)]
pub(super) struct Options {
    /// The address up to the version: `http://localhost:11434/v1`.
    pub(super) url: String,
    /// The model's name at the endpoint.
    pub(super) model: String,
    /// The API key, sent as a bearer token.
    pub(super) key: Option<String>,
    /// The time limit of one answer, from connecting to its last byte.
    pub(super) timeout: Duration,
    /// The longest answer, in the model's tokens.
    pub(super) tokens: usize,
    /// The number of attempts if no answer arrives.
    pub(super) attempts: u32,
    /// The pause before the second attempt. It doubles before each further one.
    pub(super) pause: Duration,
}

/// The client of an endpoint. It blocks, because a stage runs on its own thread.
pub(crate) struct Endpoint {
    agent: Agent,
    options: Options,
}

impl Endpoint {
    pub(super) fn new(options: Options) -> Self {
        let agent = Agent::config_builder()
            .timeout_global(Some(options.timeout))
            .http_status_as_error(false)
            .max_redirects(0)
            .tls_config(https::tls())
            .build()
            .into();
        Self { agent, options }
    }

    fn ask(&self, prompt: &Prompt) -> Result<String, Failure> {
        let url = format!("{}/chat/completions", self.options.url.trim_end_matches('/'));
        let mut request = self.agent.post(&url).header(header::CONTENT_TYPE, "application/json");
        if let Some(key) = &self.options.key {
            request = request.header(header::AUTHORIZATION, format!("Bearer {key}"));
        }
        let response = request.send(self.request(prompt).to_string()).map_err(|error| failure(&error))?;
        answer(response)
    }

    fn request(&self, prompt: &Prompt) -> Value {
        json!({
            "model": self.options.model,
            "messages": [
                {"role": "system", "content": prompt.instruction},
                {"role": "user", "content": prompt.article},
            ],
            "max_tokens": self.options.tokens,
            // These two make a model repeat its answer to the same article as closely as it can.
            "temperature": 0,
            "seed": 1,
            "stream": false,
        })
    }
}

impl Completion for Endpoint {
    #[expect(clippy::disallowed_methods, reason = "the client blocks, and runs on its own thread")]
    fn complete(&self, prompt: &Prompt) -> Result<String, Failure> {
        let mut pause = self.options.pause;
        for _ in 1..self.options.attempts {
            match self.ask(prompt) {
                Err(failure) if failure.is_transient() => thread::sleep(pause),
                settled => return settled,
            }
            pause *= 2;
        }
        self.ask(prompt)
    }

    fn model(&self) -> &str {
        &self.options.model
    }
}

/// Returns the text of the first choice.
fn answer(mut response: Response<Body>) -> Result<String, Failure> {
    let status = response.status();
    // "Too many requests" and errors of the server can pass, so they are worth a second attempt.
    if status.as_u16() == 429 || status.is_server_error() {
        return Err(Failure::Unavailable);
    }
    if !status.is_success() {
        return Err(Failure::Refused);
    }
    let body = response.body_mut().with_config().limit(LARGEST_ANSWER).read_to_vec();
    let answer: Value =
        serde_json::from_slice(&body.map_err(|error| failure(&error))?).map_err(|_| Failure::Unreadable)?;
    let text = answer.pointer("/choices/0/message/content").and_then(Value::as_str);
    text.map(str::to_owned).ok_or(Failure::Unreadable)
}

fn failure(error: &ureq::Error) -> Failure {
    match error {
        ureq::Error::Timeout(_) => Failure::TimedOut,
        ureq::Error::BodyExceedsLimit(_) | ureq::Error::LargeResponseHeader(..) => Failure::TooLarge,
        ureq::Error::Io(_) | ureq::Error::HostNotFound | ureq::Error::ConnectionFailed => {
            Failure::Unreachable
        }
        ureq::Error::BadUri(_) => Failure::Refused,
        _ => Failure::Unreadable,
    }
}
