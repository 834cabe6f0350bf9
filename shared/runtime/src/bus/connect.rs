//! Connecting to NATS, and staying connected.

use std::{sync::Arc, time::Duration};

use async_nats::{Client, ConnectOptions};
use thiserror::Error;
use tokio::time::Instant;
use tracing::{info, warn};

use super::{
    identity::{self, SecretError},
    link::{Link, Refusal, Trouble},
};
use crate::{
    backoff::backoff,
    causes::{Cause, with_causes},
    log_limit::LogLimit,
    settings::{Authentication, ConnectionSettings},
};

/// The time limit for a request to the server.
pub(super) const REQUEST_TIMEOUT: Duration = Duration::from_secs(5);

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
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// The server refused a program that was connected before, and it kept refusing it.
    #[error("NATS at {url} has refused the connection for {} s ({reason}); check {check}", limit.as_secs())]
    Lost {
        /// The address.
        url: String,
        /// How long the program tried.
        limit: Duration,
        /// The reason that the last attempt gave.
        reason: String,
        /// What to check.
        check: String,
    },
}

impl ConnectError {
    /// Explains a refusal that lasted for `limit`.
    pub(super) fn lost(settings: &ConnectionSettings, limit: Duration, refusal: Refusal) -> Self {
        let check = match refusal.trouble {
            Trouble::Tls => {
                "the server's certificate, NATS_CA, NATS_CERT and NATS_KEY (the files were read again at each attempt)".to_owned()
            }
            Trouble::Identity | Trouble::Away => what_to_check(&settings.authentication),
        };
        Self::Lost { url: settings.url.clone(), limit, reason: refusal.reason, check }
    }
}

/// Returns what a user of these secrets checks if the server refuses them.
fn what_to_check(authentication: &Authentication) -> String {
    let file = |what: &str, path: &std::path::Path| {
        format!("{what} `{}`, which was read again at each attempt", path.display())
    };
    match authentication {
        Authentication::None => "whether the server asks for a user, and set NATS_USER".to_owned(),
        Authentication::Password { .. } => "the user and the password (NATS_USER, NATS_PASSWORD)".to_owned(),
        Authentication::Token(_) => "the token (NATS_TOKEN)".to_owned(),
        Authentication::PasswordFile { path, .. } => file("NATS_USER and NATS_PASSWORD_FILE", path),
        Authentication::Nkey(path) => file("NATS_NKEY", path),
        Authentication::Credentials(path) => file("NATS_CREDS", path),
    }
}

/// Connects with `settings` under the client name `name`. `link` receives what happens to the connection
/// later.
pub(super) async fn connect(
    settings: &ConnectionSettings,
    name: &str,
    patience: Patience,
    link: &Arc<Link>,
) -> Result<Client, ConnectError> {
    let servers: Vec<&str> = settings.url.split(',').collect();
    let mut failures = 0;
    let mut logged = LogLimit::default();
    loop {
        let error = match options(settings, name, link)?.connect(&servers).await {
            Ok(client) => {
                info!(url = settings.url, "connected to NATS");
                return Ok(client);
            }
            Err(error) => explain(&settings.url, error),
        };
        if patience == Patience::Once || !matches!(error, ConnectError::Unreachable { .. }) {
            return Err(error);
        }
        failures += 1;
        let error = with_causes(&error);
        if let Some(line) = logged.admit(&error, Instant::now()) {
            warn!(error, left_out = line.left_out, "cannot connect to NATS, retrying");
        }
        tokio::time::sleep(backoff(failures, u64::from(std::process::id()))).await;
    }
}

fn options(
    settings: &ConnectionSettings,
    name: &str,
    link: &Arc<Link>,
) -> Result<ConnectOptions, ConnectError> {
    let [waits, attempts, events] = [(); 3].map(|()| Arc::clone(link));
    let mut options = identity::options(&settings.authentication)?
        .name(name)
        .request_timeout(Some(REQUEST_TIMEOUT))
        .max_reconnects(None)
        .reconnect_delay_callback(move |attempt| waits.wait(attempt))
        // It chooses no server. It is the only place that gets the reasons of failed attempts.
        .reconnect_to_server_callback(move |servers, _| {
            attempts.note_attempts(&servers);
            async { None }
        })
        .event_callback(move |event| {
            events.report(&event);
            async {}
        });
    if let Some(prefix) = &settings.inbox_prefix {
        options = options.custom_inbox_prefix(prefix.clone());
    }
    // The client library reads these files for each connection.
    if let Some(ca) = &settings.tls.ca {
        options = options.add_root_certificates(ca.clone()).require_tls(true);
    }
    if let Some((certificate, key)) = &settings.tls.client {
        options = options.add_client_certificate(certificate.clone(), key.clone()).require_tls(true);
    }
    Ok(options)
}

/// Converts an error of the client library to one with a remedy.
fn explain(url: &str, error: async_nats::ConnectError) -> ConnectError {
    let url = url.to_owned();
    match Trouble::of(&with_causes(&error)) {
        Trouble::Identity => ConnectError::Refused { url, source: error.into() },
        Trouble::Tls => ConnectError::Tls { url, source: error.into() },
        Trouble::Away => ConnectError::Unreachable { url, source: error.into() },
    }
}
