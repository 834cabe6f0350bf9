//! A language model behind an OpenAI-compatible endpoint: Ollama, vLLM, a llama.cpp server and the like.

mod settings;
#[cfg(test)]
mod tests;

pub(crate) use settings::AbstractArgs;

use std::{sync::Arc, thread, time::Duration};

use serde_json::{Value, json};
use summarizer::abstractive::{Completion, Failure, Prompt};
use ureq::{
    Agent, Body,
    http::{Response, header},
    tls::{Certificate, RootCerts, TlsConfig},
};

/// Largest answer that is read, in bytes. A summary of 200 words takes some 2 KB, its envelope as much again; models that
/// think aloud send more.
const LARGEST_ANSWER: u64 = 256 * 1024;

/// Where to ask, and how.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    /// The address up to the version: `http://localhost:11434/v1`.
    pub(crate) url: String,
    pub(crate) model: String,
    /// Sent as a bearer token.
    pub(crate) key: Option<String>,
    /// For one answer, from connecting to its last byte.
    pub(crate) timeout: Duration,
    /// Longest answer, in the model's tokens.
    pub(crate) tokens: u32,
    /// How often the same is asked when no answer comes.
    pub(crate) attempts: u32,
    /// Before the second attempt; twice as long before the next.
    pub(crate) pause: Duration,
}

/// The client. Blocking: a stage runs on a thread of its own.
pub(crate) struct Endpoint {
    agent: Agent,
    settings: Settings,
}

impl Endpoint {
    pub(crate) fn new(settings: Settings) -> Self {
        let agent = Agent::config_builder()
            .timeout_global(Some(settings.timeout))
            .http_status_as_error(false)
            .max_redirects(0)
            .tls_config(tls())
            .build()
            .into();
        Self { agent, settings }
    }

    fn ask(&self, prompt: &Prompt) -> Result<String, Failure> {
        let url = format!("{}/chat/completions", self.settings.url.trim_end_matches('/'));
        let mut request = self.agent.post(&url).header(header::CONTENT_TYPE, "application/json");
        if let Some(key) = &self.settings.key {
            request = request.header(header::AUTHORIZATION, format!("Bearer {key}"));
        }
        let response = request.send(self.request(prompt).to_string()).map_err(|error| failure(&error))?;
        answer(response)
    }

    fn request(&self, prompt: &Prompt) -> Value {
        json!({
            "model": self.settings.model,
            "messages": [
                {"role": "system", "content": prompt.instruction},
                {"role": "user", "content": prompt.article},
            ],
            "max_tokens": self.settings.tokens,
            // As near to the same answer to the same article as a model comes.
            "temperature": 0,
            "seed": 1,
            "stream": false,
        })
    }
}

impl Completion for Endpoint {
    #[expect(clippy::disallowed_methods, reason = "a blocking client on a thread of its own")]
    fn complete(&self, prompt: &Prompt) -> Result<String, Failure> {
        let mut pause = self.settings.pause;
        for _ in 1..self.settings.attempts {
            match self.ask(prompt) {
                Err(failure) if failure.is_transient() => thread::sleep(pause),
                settled => return settled,
            }
            pause *= 2;
        }
        self.ask(prompt)
    }

    fn model(&self) -> &str {
        &self.settings.model
    }
}

/// The text of the first choice.
fn answer(mut response: Response<Body>) -> Result<String, Failure> {
    let status = response.status();
    // Too many requests and trouble on the server's side pass.
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

/// TLS as the bus has it: rustls with ring, and the system's certificates.
fn tls() -> TlsConfig {
    let certificates = rustls_native_certs::load_native_certs().certs;
    let certificates: Vec<Certificate<'static>> =
        certificates.iter().map(|certificate| Certificate::from_der(certificate).to_owned()).collect();
    TlsConfig::builder()
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .root_certs(RootCerts::new_with_certs(&certificates))
        .build()
}
