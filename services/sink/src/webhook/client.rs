//! The HTTP client of the webhook: one request for each article.

use std::{io::Read, time::Duration};

use bytes::Bytes;
use runtime::https;
use ureq::{Agent, Body, http::Response};

use super::{answer::verdict, signature::Secret};
use crate::target::{Hindrance, Verdict};

/// How much of an answer is read, in bytes.
const MOST_READ: u64 = 4 << 10;

/// A client. It blocks.
#[derive(Debug, Clone)]
pub(super) struct Client {
    agent: Agent,
    url: String,
}

/// One article to send.
pub(super) struct Request {
    /// What identifies the event.
    pub(super) key: String,
    pub(super) body: Bytes,
}

impl Client {
    /// Creates a client that posts to `url`. `limit` bounds each request.
    pub(super) fn new(url: &str, limit: Duration, most_connections: usize) -> Self {
        let agent = Agent::config_builder()
            .timeout_global(Some(limit))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections_per_host(most_connections)
            .user_agent(concat!("Wiredesk/", env!("CARGO_PKG_VERSION")))
            .tls_config(https::tls())
            .build()
            .into();
        Self { agent, url: url.to_owned() }
    }

    /// Sends an article once. `timestamp` is in seconds since 1970.
    pub(super) fn send(&self, request: &Request, secret: Option<&Secret>, timestamp: u64) -> Verdict {
        let key = &request.key;
        let mut post = self
            .agent
            .post(&self.url)
            .header("content-type", "application/json")
            .header("idempotency-key", key)
            .header("webhook-id", key)
            .header("webhook-timestamp", timestamp.to_string());
        if let Some(secret) = secret {
            post = post.header("webhook-signature", secret.sign(key, timestamp, &request.body));
        }
        match post.send(&request.body[..]) {
            Ok(response) => {
                let status = response.status().as_u16();
                verdict(status, &beginning(response))
            }
            Err(error) => Verdict::Waits(Hindrance::away(format!("no answer from the receiver: {error}"))),
        }
    }
}

/// Returns the beginning of an answer's body. One that breaks off is as long as it is: the status has arrived.
fn beginning(response: Response<Body>) -> String {
    let mut read = Vec::new();
    drop(response.into_body().into_reader().take(MOST_READ).read_to_end(&mut read));
    String::from_utf8_lossy(&read).into_owned()
}
