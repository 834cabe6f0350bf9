//! Connecting, and staying connected.

use std::{io, time::Duration};

use async_nats::{Client, ConnectErrorKind, ConnectOptions, Event};
use thiserror::Error;
use tracing::{debug, info, warn};

use crate::{
    backoff::backoff,
    settings::{Authentication, ConnectionSettings},
};

/// How long a request to the server may take.
pub(super) const REQUEST_TIMEOUT: Duration = Duration::from_secs(5);
/// Longest wait between two tries to reconnect: after a restart of the server, work goes on at once.
const RECONNECT: Duration = Duration::from_millis(500);

/// What to do while the server is out of reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// Say so: a person is waiting for a command.
    Once,
    /// Try until it answers: a worker may be up before its server.
    Forever,
}

/// Why there is no connection.
#[derive(Debug, Error)]
pub enum ConnectError {
    /// The server is not there.
    #[error(
        "cannot reach NATS at {url}: {error}. Is a nats-server running there? Set NATS_URL or --nats-url to another address"
    )]
    OutOfReach {
        /// The address.
        url: String,
        /// What the client said.
        error: String,
    },
    /// The server does not let us in.
    #[error(
        "NATS at {url} refused us: {error}. Check NATS_USER and NATS_PASSWORD (or NATS_PASSWORD_FILE), NATS_TOKEN, NATS_NKEY or NATS_CREDS"
    )]
    Refused {
        /// The address.
        url: String,
        /// What the client said.
        error: String,
    },
    /// TLS does not come about.
    #[error(
        "no TLS with NATS at {url}: {error}. Check NATS_CA, NATS_CERT and NATS_KEY, and that the server speaks TLS"
    )]
    Tls {
        /// The address.
        url: String,
        /// What the client said.
        error: String,
    },
    /// A file with a secret cannot be read.
    #[error("cannot read {path}: {error}")]
    Secret {
        /// The file.
        path: String,
        /// Why not.
        error: io::Error,
    },
}

/// Connects as `settings` say.
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
            Err(error) => explain(&settings.url, &error),
        };
        if patience == Patience::Once || !matches!(error, ConnectError::OutOfReach { .. }) {
            return Err(error);
        }
        failures += 1;
        if failures == 1 {
            warn!(%error, "trying until NATS answers");
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
            .map_err(|error| ConnectError::Secret { path: path.display().to_string(), error })?,
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

fn secret(path: &std::path::Path) -> Result<String, ConnectError> {
    std::fs::read_to_string(path)
        .map_err(|error| ConnectError::Secret { path: path.display().to_string(), error })
}

/// What the connection does on its own, told once each time it changes.
fn report(event: &Event) {
    match event {
        Event::Connected => debug!("connection established"),
        Event::Disconnected => warn!("connection to NATS lost, reconnecting"),
        Event::SlowConsumer(_) => warn!("deliveries come faster than they are taken"),
        Event::ServerError(error) => warn!(%error, "NATS reports an error"),
        other => debug!(event = %other, "connection event"),
    }
}

fn explain(url: &str, error: &async_nats::ConnectError) -> ConnectError {
    let url = without_secrets(url);
    let chain = with_sources(error);
    match error.kind() {
        ConnectErrorKind::AuthorizationViolation | ConnectErrorKind::Authentication => {
            ConnectError::Refused { url, error: chain }
        }
        ConnectErrorKind::Tls => ConnectError::Tls { url, error: chain },
        _ if is_about_tls(&chain) => ConnectError::Tls { url, error: chain },
        _ => ConnectError::OutOfReach { url, error: chain },
    }
}

/// The client reports a failed handshake as an input error; only rustls' words tell it from a server
/// that is away, and waiting does not mend a certificate.
fn is_about_tls(error: &str) -> bool {
    ["certificate", "fatal alert", "corrupt message"].iter().any(|words| error.contains(words))
}

/// An error with its causes: the outermost alone often says nothing.
pub(super) fn with_sources(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        let inner_said = inner.to_string();
        if !said.contains(&inner_said) {
            said = format!("{said}: {inner_said}");
        }
        cause = inner.source();
    }
    said
}

/// A URL may carry a password; logs and errors may not.
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
    fn a_failed_handshake_is_told_from_a_server_that_is_away() {
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
