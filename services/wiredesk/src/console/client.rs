//! The client of a console.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use runtime::{
    https,
    settings::{Environment, ProcessEnvironment, Setting},
};
use serde_json::Value;
use ureq::{Agent, http::header};

const CONSOLE: Setting = Setting::new(
    "console",
    "WIREDESK_CONSOLE_URL",
    "Ask the console at this address, which is much faster than reading the streams: http://localhost:8080 (its token: WIREDESK_CONSOLE_TOKEN)",
);
/// Secrets have no flag, because every user of a machine can read the command lines of its processes.
const TOKEN: &str = "WIREDESK_CONSOLE_TOKEN";
/// The time limit of one answer.
const TIMEOUT: Duration = Duration::from_secs(10);
/// The largest answer, in bytes. An event has less than 8 MiB, which is the largest `max_payload` in practice.
const LARGEST: u64 = 16 * 1024 * 1024;

/// The flag that names a console.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct ClientArgs {
    #[arg(long = CONSOLE.flag, help = CONSOLE.help(), value_name = "URL")]
    console: Option<String>,
}

/// A console.
pub(crate) struct Client {
    agent: Agent,
    url: String,
    token: Option<String>,
}

impl ClientArgs {
    /// Returns the console, if the flag or the environment names one.
    pub(crate) fn client(&self) -> Option<Client> {
        let url = CONSOLE.text(self.console.as_deref(), &ProcessEnvironment)?;
        let agent = Agent::config_builder()
            .timeout_global(Some(TIMEOUT))
            .http_status_as_error(false)
            .max_redirects(0)
            .tls_config(https::tls())
            .build()
            .into();
        let url = url.trim_end_matches('/').to_owned();
        Some(Client { agent, url, token: ProcessEnvironment.variable(TOKEN) })
    }
}

impl Client {
    /// Returns what the console knows about an article; `None` if it does not know it. `what` is a path below the
    /// article's, or a query.
    ///
    /// # Errors
    ///
    /// When the console cannot be reached or refuses the request.
    pub(crate) fn article(&self, id: &str, what: &str) -> Result<Option<Vec<u8>>> {
        let id = utf8_percent_encode(id, NON_ALPHANUMERIC);
        let mut request = self.agent.get(format!("{}/api/articles/{id}{what}", self.url));
        if let Some(token) = &self.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        let asked = || format!("cannot ask the console at {}", self.url);
        let mut response = request.call().with_context(asked)?;
        let body = response.body_mut().with_config().limit(LARGEST).read_to_vec().with_context(asked)?;
        match response.status().as_u16() {
            200 => Ok(Some(body)),
            404 => Ok(None),
            status => bail!("{}: {}", asked(), explained(status, &body)),
        }
    }
}

/// Returns the sentence of the console about a problem.
fn explained(status: u16, body: &[u8]) -> String {
    let problem: Option<Value> = serde_json::from_slice(body).ok();
    let message = problem.as_ref().and_then(|problem| problem.pointer("/error/message")?.as_str());
    format!("{} (status {status})", message.unwrap_or("it is no console"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_told_in_the_words_of_the_console() {
        let body = br#"{"error":{"code":"unauthorized","message":"send a token"}}"#;
        assert_eq!(explained(401, body), "send a token (status 401)");
        assert_eq!(explained(200, b"<html>"), "it is no console (status 200)");
    }
}
