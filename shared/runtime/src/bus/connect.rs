//! Connecting to NATS, and staying connected.

use std::{io, path::Path, time::Duration};

use async_nats::{Client, ConnectErrorKind, ConnectOptions, Event};
use thiserror::Error;
use tracing::{debug, info, warn};

use crate::{
    backoff::backoff,
    causes::{Cause, with_causes},
    settings::{Authentication, ConnectionSettings},
};

/// The time limit for a request to the server.
pub(super) const REQUEST_TIMEOUT: Duration = Duration::from_secs(5);
/// The longest wait between two attempts to reconnect. It is short, so that work continues soon after the
/// server restarts.
const RECONNECT: Duration = Duration::from_millis(500);

/// What to do while the server is unreachable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// Fail at once, because a person waits for a command.
    Once,
    /// Try until it answers, because a worker may start before its server.
    Forever,
}

/// The reason why there is no connection.
#[derive(Debug, Error)]
pub enum ConnectError {
    /// The server is unreachable.
    #[error("cannot reach NATS at {url}; start a nats-server there, or set NATS_URL or --nats-url")]
    Unreachable {
        /// The address.
        url: String,
        /// The error of the client library.
        source: Cause,
    },
    /// The server rejected the credentials.
    #[error(
        "NATS at {url} refused the connection; check NATS_USER and NATS_PASSWORD (or NATS_PASSWORD_FILE), NATS_TOKEN, NATS_NKEY or NATS_CREDS"
    )]
    Refused {
        /// The address.
        url: String,
        /// The error of the client library.
        source: Cause,
    },
    /// The TLS handshake failed.
    #[error(
        "TLS with NATS at {url} failed; check NATS_CA, NATS_CERT and NATS_KEY, and that the server uses TLS"
    )]
    Tls {
        /// The address.
        url: String,
        /// The error of the client library.
        source: Cause,
    },
    /// A file with a secret cannot be read.
    #[error("cannot read {path}")]
    Secret {
        /// The file.
        path: String,
        /// The error of the file system, or the error in the file's content.
        source: io::Error,
    },
}

/// Connects with `settings` under the client name `name`.
pub(super) async fn connect(
    settings: &ConnectionSettings,
    name: &str,
    patience: Patience,
) -> Result<Client, ConnectError> {
    let servers: Vec<&str> = settings.url.split(',').collect();
    let mut failures = 0;
    loop {
        let error = match options(settings, name)?.connect(&servers).await {
            Ok(client) => {
                info!(url = without_secrets(&settings.url), "connected to NATS");
                return Ok(client);
            }
            Err(error) => explain(&settings.url, error),
        };
        if patience == Patience::Once || !matches!(error, ConnectError::Unreachable { .. }) {
            return Err(error);
        }
        failures += 1;
        if failures == 1 {
            warn!(error = with_causes(&error), "cannot connect to NATS, retrying");
        }
        tokio::time::sleep(backoff(failures, u64::from(std::process::id()))).await;
    }
}

fn options(settings: &ConnectionSettings, name: &str) -> Result<ConnectOptions, ConnectError> {
    let mut options = ConnectOptions::new()
        .name(name)
        .request_timeout(Some(REQUEST_TIMEOUT))
        .max_reconnects(None)
        .reconnect_delay_callback(|attempt| RECONNECT.min(Duration::from_millis(50) * attempt.min(10) as u32))
        .event_callback(|event| async move { report(&event) });
    options = match &settings.authentication {
        Authentication::None => options,
        Authentication::Password { user, password } => {
            options.user_and_password(user.clone(), password.clone())
        }
        Authentication::Token(token) => options.token(token.clone()),
        Authentication::Nkey(path) => options.nkey(secret(path)?.trim().to_owned()),
        Authentication::Credentials(path) => options
            .credentials(&secret(path)?)
            .map_err(|source| ConnectError::Secret { path: path.display().to_string(), source })?,
    };
    if let Some(prefix) = &settings.inbox_prefix {
        options = options.custom_inbox_prefix(prefix.clone());
    }
    if let Some(ca) = &settings.tls.ca {
        options = options.add_root_certificates(ca.clone()).require_tls(true);
    }
    if let Some((certificate, key)) = &settings.tls.client {
        options = options.add_client_certificate(certificate.clone(), key.clone()).require_tls(true);
    }
    Ok(options)
}

fn secret(path: &Path) -> Result<String, ConnectError> {
    std::fs::read_to_string(path)
        .map_err(|source| ConnectError::Secret { path: path.display().to_string(), source })
}

/// Logs the changes of the connection's state.
fn report(event: &Event) {
    match event {
        Event::Connected => debug!("connection established"),
        Event::Disconnected => warn!("connection to NATS lost, reconnecting"),
        Event::SlowConsumer(_) => warn!("messages arrive faster than they are read"),
        Event::ServerError(error) => warn!(%error, "error from NATS"),
        other => debug!(event = %other, "connection event"),
    }
}

/// Converts an error of the client library to one with a remedy.
fn explain(url: &str, error: async_nats::ConnectError) -> ConnectError {
    let url = without_secrets(url);
    match error.kind() {
        ConnectErrorKind::AuthorizationViolation | ConnectErrorKind::Authentication => {
            ConnectError::Refused { url, source: error.into() }
        }
        ConnectErrorKind::Tls => ConnectError::Tls { url, source: error.into() },
        _ if is_about_tls(&with_causes(&error)) => ConnectError::Tls { url, source: error.into() },
        _ => ConnectError::Unreachable { url, source: error.into() },
    }
}

/// Reports whether an error is about TLS. Waiting does not repair a certificate.
///
/// The client library reports a failed handshake as an I/O error, like an unreachable server. Only the
/// messages of rustls distinguish them.
fn is_about_tls(error: &str) -> bool {
    ["certificate", "fatal alert", "corrupt message"].iter().any(|phrase| error.contains(phrase))
}

/// Removes user and password from a URL, because logs and errors must not contain them.
fn without_secrets(url: &str) -> String {
    let bare = |server: &str| match (server.split_once("://"), server.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, host))) => format!("{scheme}://{host}"),
        (None, Some((_, host))) => host.to_owned(),
        _ => server.to_owned(),
    };
    url.split(',').map(bare).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distinguishes_a_failed_handshake_from_an_unreachable_server() {
        assert!(is_about_tls("IO error: invalid peer certificate: UnknownIssuer"));
        assert!(is_about_tls("IO error: received fatal alert: CertificateRequired"));
        assert!(!is_about_tls("IO error: Connection refused (os error 111)"));
    }

    #[test]
    fn a_url_is_shown_without_its_password() {
        assert_eq!(without_secrets("nats://a:b@host:4222,host2"), "nats://host:4222,host2");
        assert_eq!(without_secrets("a:b@host"), "host");
    }
}
