//! The HTTP monitoring interface of a nats-server.

use std::time::Duration;

use bytes::Bytes;
use http_body_util::{BodyExt, Empty};
use hyper::{Request, client::conn::http1, header::HOST};
use hyper_util::rt::TokioIo;
use serde::Deserialize;
use tokio::{net::TcpStream, time::timeout};

use crate::causes::Cause;

/// The time limit for a request. The interface is optional, and a person waits for the answer.
const TIMEOUT: Duration = Duration::from_secs(2);

/// The settings of a server's JetStream storage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) struct StorageConfig {
    /// Whether the server writes every message to disk before it confirms it. Absent means no.
    #[serde(default)]
    pub(super) sync_always: bool,
}

/// The part of the answer to `/jsz` that is used here.
#[derive(Deserialize)]
struct Jsz {
    config: StorageConfig,
}

/// Reads the storage settings of the server whose monitoring listens on `address`, such as `localhost:8222`.
///
/// Returns `None` if nothing answers there in time, or the answer has no settings.
pub(super) async fn storage_config(address: &str) -> Option<StorageConfig> {
    let body = timeout(TIMEOUT, get(address, "/jsz")).await.ok()?.ok()?;
    parse(&body)
}

/// The answer to `/healthz`.
#[derive(Deserialize)]
struct Healthz {
    status: String,
    /// What is wrong. Servers write it under either name.
    #[serde(alias = "description")]
    error: Option<String>,
}

/// Returns what the server whose monitoring listens on `address` reports as wrong. Returns `None` if nothing is
/// wrong, or nothing answers there in time.
pub(super) async fn trouble(address: &str) -> Option<String> {
    let body = timeout(TIMEOUT, get(address, "/healthz")).await.ok()?.ok()?;
    parse_trouble(&body)
}

fn parse_trouble(body: &[u8]) -> Option<String> {
    let healthz: Healthz = serde_json::from_slice(body).ok()?;
    (healthz.status != "ok").then(|| healthz.error.unwrap_or(healthz.status))
}

fn parse(body: &[u8]) -> Option<StorageConfig> {
    serde_json::from_slice::<Jsz>(body).ok().map(|jsz| jsz.config)
}

async fn get(address: &str, path: &str) -> Result<Bytes, Cause> {
    let stream = TcpStream::connect(address).await?;
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    let request = Request::get(path).header(HOST, address).body(Empty::<Bytes>::new())?;
    Ok(sender.send_request(request).await?.collect().await?.to_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_wrong_with_the_server() {
        for (body, expected) in [
            (r#"{"status": "ok"}"#, None),
            (
                r#"{"status": "unavailable", "error": "write error: no space left"}"#,
                Some("write error: no space left"),
            ),
            (r#"{"status": "unavailable"}"#, Some("unavailable")),
            ("404 page not found", None),
        ] {
            assert_eq!(parse_trouble(body.as_bytes()).as_deref(), expected, "{body}");
        }
    }

    #[test]
    fn reads_whether_the_server_syncs_every_message() {
        for (body, expected) in [
            (r#"{"config": {"sync_always": true, "sync_interval": 120000000000}}"#, Some(true)),
            (r#"{"config": {"sync_interval": 120000000000}}"#, Some(false)),
            (r#"{"disabled": true}"#, None),
            ("404 page not found", None),
        ] {
            assert_eq!(parse(body.as_bytes()).map(|config| config.sync_always), expected, "{body}");
        }
    }
}
