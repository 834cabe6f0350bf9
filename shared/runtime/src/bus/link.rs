//! What is known about the connection: why it fails, since when the server refuses it, and what was logged.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use async_nats::{Event, Server};
use tokio::{
    sync::watch,
    time::{Instant, sleep_until},
};
use tracing::{debug, warn};

use super::violations::violation;
use crate::{backoff::backoff, log_limit::LogLimit, obstacle::Obstacle, standstill::Standstills};

/// The longest wait between two attempts to reach a server that is away. It is short, so that work continues
/// soon after the server restarts.
const RECONNECT: Duration = Duration::from_millis(500);

/// The state of one client's connection, shared with the callbacks of the client library.
#[derive(Debug, Default)]
pub(super) struct Link {
    logged: Mutex<LogLimit>,
    refusal: watch::Sender<Option<Refusal>>,
    /// The number of connections so far.
    connections: watch::Sender<u64>,
    standstills: Arc<Standstills>,
}

/// A server refuses the connection, and only a change of secrets or certificates helps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    /// The time of the first refusal after the last success.
    since: Instant,
    /// The reason that the last attempt gave.
    pub(super) reason: String,
    /// What is wrong.
    pub(super) trouble: Trouble,
}

/// Why an attempt to connect fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// The server does not accept the identity of this client.
    Identity,
    /// The handshake of TLS fails.
    Tls,
    /// The server cannot be reached. It may come back.
    Away,
}

impl Trouble {
    /// Classifies the error of an attempt to connect. The client library reports most of them as text only,
    /// and a failed handshake as an I/O error, like an unreachable server. Only the messages of rustls
    /// distinguish them.
    pub(super) fn of(error: &str) -> Self {
        let has = |phrases: &[&str]| phrases.iter().any(|phrase| error.contains(phrase));
        if has(&["authorization violation", "failed signing nonce"]) {
            Self::Identity
        } else if has(&["TLS error", "certificate", "fatal alert", "corrupt message"]) {
            Self::Tls
        } else {
            Self::Away
        }
    }
}

impl Link {
    /// Creates the state of a new connection. `standstills` receives what hinders it.
    pub(super) fn new(standstills: Arc<Standstills>) -> Self {
        Self { standstills, ..Self::default() }
    }

    /// Records and logs a change of the connection's state.
    pub(super) fn report(&self, event: &Event) {
        match event {
            Event::Connected => {
                debug!("connection established");
                self.refusal.send_replace(None);
                self.connections.send_modify(|connections| *connections += 1);
                let over = [Obstacle::Disconnected, Obstacle::Authorization, Obstacle::Tls];
                self.standstills.clear(|known| over.contains(&known.reason));
            }
            Event::Disconnected => self.standstills.report(Obstacle::Disconnected, "", "reconnecting"),
            Event::SlowConsumer(_) => self.warn("slow", |left_out| {
                warn!(left_out, "messages arrive faster than they are read");
            }),
            Event::ServerError(error) => {
                let error = error.to_string();
                match violation(&error) {
                    Some(what) => self.standstills.report(Obstacle::NotAllowed, what, &error),
                    None => self.warn(&error, |left_out| warn!(error, left_out, "error from NATS")),
                }
            }
            other => debug!(event = %other, "connection event"),
        }
    }

    /// Returns the number of connections so far, and its changes. Waits until the first one is counted, which
    /// the client library reports a moment after it was made.
    pub(super) async fn connections(&self) -> watch::Receiver<u64> {
        let mut connections = self.connections.subscribe();
        // The sender lives as long as `self`.
        drop(connections.wait_for(|connections| *connections > 0).await);
        connections
    }

    /// Notes how the last attempts to connect to each of `servers` ended. The client library calls this before
    /// each attempt.
    pub(super) fn note_attempts(&self, servers: &[Server]) {
        let failures = servers.iter().filter_map(|server| {
            let error = server.last_error.as_deref()?;
            Some((server.addr.as_url_str(), error, Trouble::of(error)))
        });
        let mut refusal = None;
        for (server, error, trouble) in failures {
            self.warn(&format!("{server} {error}"), |left_out| match trouble {
                Trouble::Identity => {
                    warn!(server, error, left_out, "NATS refuses the connection, reading the secrets again");
                }
                Trouble::Tls => {
                    warn!(server, error, left_out, "TLS with NATS fails, reading the certificates again");
                }
                Trouble::Away => warn!(server, error, left_out, "cannot connect to NATS, retrying"),
            });
            match trouble {
                Trouble::Identity => self.standstills.note(Obstacle::Authorization, server),
                Trouble::Tls => self.standstills.note(Obstacle::Tls, server),
                Trouble::Away => {}
            }
            if trouble != Trouble::Away {
                refusal = Some((error.to_owned(), trouble));
            }
        }
        self.refusal.send_modify(|known| {
            let since = known.as_ref().map_or_else(Instant::now, |known| known.since);
            *known = refusal.map(|(reason, trouble)| Refusal { since, reason, trouble });
        });
    }

    /// Returns the wait before attempt number `attempt` to connect. A server that refuses the connection
    /// gets longer ones.
    pub(super) fn wait(&self, attempt: usize) -> Duration {
        let attempt = u32::try_from(attempt).unwrap_or(u32::MAX);
        if self.refusal.borrow().is_some() {
            backoff(attempt, u64::from(std::process::id()))
        } else {
            RECONNECT.min(Duration::from_millis(50) * attempt.min(10))
        }
    }

    /// Resolves when servers have refused the connection for `limit` without a success in between.
    pub(super) async fn refused_for(self: &Arc<Self>, limit: Duration) -> Refusal {
        let mut refusal = self.refusal.subscribe();
        loop {
            let current = refusal.borrow_and_update().clone();
            let over = async {
                match current {
                    Some(refusal) => {
                        sleep_until(refusal.since + limit).await;
                        refusal
                    }
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                refusal = over => return refusal,
                // The sender lives as long as `self`.
                _ = refusal.changed() => {}
            }
        }
    }

    /// Calls `log` with the number of lines left out, unless `cause` was logged a moment ago.
    fn warn(&self, cause: &str, log: impl FnOnce(Option<u64>)) {
        let admitted = {
            let mut logged = self.logged.lock().unwrap_or_else(PoisonError::into_inner);
            logged.admit(cause, Instant::now())
        };
        if let Some(line) = admitted {
            log(line.left_out);
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::time::timeout;

    use super::*;

    const LIMIT: Duration = Duration::from_mins(2);

    fn check(error: &str, expected: Trouble) {
        assert_eq!(Trouble::of(error), expected, "{error}");
    }

    #[test]
    fn distinguishes_a_refusal_and_a_failed_handshake_from_a_server_that_is_away() {
        check("authorization violation: nats: authorization violation", Trouble::Identity);
        check("failed signing nonce: AuthError(cannot read /secret: No such file)", Trouble::Identity);
        check("IO error: invalid peer certificate: UnknownIssuer", Trouble::Tls);
        check("IO error: received fatal alert: CertificateRequired", Trouble::Tls);
        check("TLS error: No such file or directory (os error 2)", Trouble::Tls);
        check("IO error: Connection refused (os error 111)", Trouble::Away);
        check("timed out", Trouble::Away);
    }

    /// Tells `link` that the last attempt to connect to each of the servers ended with these errors.
    fn attempts(link: &Link, errors: &[Option<&str>]) {
        let servers = errors.iter().enumerate().map(|(number, error)| Server {
            addr: format!("nats://host{number}").parse().unwrap(),
            failed_attempts: usize::from(error.is_some()),
            did_connect: true,
            is_discovered: false,
            last_error: error.map(str::to_owned),
        });
        link.note_attempts(&servers.collect::<Vec<_>>());
    }

    const REFUSED: Option<&str> = Some("authorization violation: nats: authorization violation");
    const AWAY: Option<&str> = Some("IO error: Connection refused (os error 111)");

    #[tokio::test(start_paused = true)]
    async fn a_lasting_refusal_is_reported_after_the_limit() {
        let link = Arc::new(Link::default());
        let start = Instant::now();
        let refused = link.refused_for(LIMIT);
        tokio::pin!(refused);
        attempts(&link, &[None]);
        attempts(&link, &[REFUSED]);
        assert!(timeout(LIMIT / 2, &mut refused).await.is_err());
        attempts(&link, &[REFUSED]);
        let refusal = refused.await;
        assert_eq!((start.elapsed(), refusal.trouble), (LIMIT, Trouble::Identity));
    }

    #[tokio::test(start_paused = true)]
    async fn one_server_that_refuses_is_enough_if_no_other_can_be_reached() {
        let link = Arc::new(Link::default());
        attempts(&link, &[AWAY, REFUSED]);
        assert_eq!(link.refused_for(LIMIT).await.trouble, Trouble::Identity);
    }

    #[tokio::test(start_paused = true)]
    async fn a_success_and_a_server_that_is_away_end_a_refusal() {
        let link = Arc::new(Link::default());
        attempts(&link, &[REFUSED]);
        link.report(&Event::Connected);
        assert!(timeout(2 * LIMIT, link.refused_for(LIMIT)).await.is_err());
        attempts(&link, &[REFUSED]);
        attempts(&link, &[AWAY]);
        assert!(timeout(2 * LIMIT, link.refused_for(LIMIT)).await.is_err());
    }

    #[test]
    fn a_server_that_refuses_is_asked_less_often_than_one_that_is_away() {
        let link = Link::default();
        assert_eq!(link.wait(100), RECONNECT);
        attempts(&link, &[REFUSED]);
        assert!(link.wait(100) > Duration::from_secs(2));
    }
}
