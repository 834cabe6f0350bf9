//! `/metrics`, `/healthz` and `/readyz` of a worker, over HTTP.

use std::{
    convert::Infallible,
    io,
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use http_body_util::Full;
use hyper::{Request, Response, StatusCode, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::{
    net::TcpListener,
    time::{Instant, timeout},
};
use tracing::{debug, info};

/// A loop that has not turned for so long hangs. It turns at least once a second, and while the bus is away
/// with every try.
const HANGS_AFTER: Duration = Duration::from_secs(30);
/// How long one question may take: a probe waits no longer.
const ANSWER: Duration = Duration::from_secs(2);
/// How often what was measured is brought into its buckets.
const UPKEEP: Duration = Duration::from_secs(5);

/// The worker's heartbeat.
#[derive(Debug)]
pub struct Pulse {
    begun: Instant,
    /// Milliseconds after `begun`.
    last: AtomicU64,
}

impl Default for Pulse {
    fn default() -> Self {
        Self { begun: Instant::now(), last: AtomicU64::new(0) }
    }
}

impl Pulse {
    /// The loop turns.
    pub(crate) fn beat(&self) {
        let now = u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.last.store(now, Ordering::Relaxed);
    }

    fn is_alive(&self) -> bool {
        let last = Duration::from_millis(self.last.load(Ordering::Relaxed));
        self.begun.elapsed().saturating_sub(last) < HANGS_AFTER
    }
}

/// Answers on `address` for as long as the process lives.
///
/// `ready` says why the worker cannot work at present.
///
/// # Errors
///
/// When the address cannot be listened on.
pub(crate) async fn serve<R, F>(
    address: SocketAddr,
    recorded: PrometheusHandle,
    pulse: Arc<Pulse>,
    ready: R,
) -> io::Result<()>
where
    R: Fn() -> F + Clone + Send + Sync + 'static,
    F: Future<Output = Result<(), String>> + Send,
{
    let listener = TcpListener::bind(address).await?;
    info!(address = %listener.local_addr()?, "serving /metrics, /healthz and /readyz");
    let upkeep = recorded.clone();
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(UPKEEP).await;
            upkeep.run_upkeep();
        }
    });
    tokio::spawn(async move {
        loop {
            let Ok((stream, _)) = listener.accept().await else { continue };
            let (recorded, pulse, ready) = (recorded.clone(), Arc::clone(&pulse), ready.clone());
            let service = service_fn(move |request: Request<Incoming>| {
                let (recorded, pulse, ready) = (recorded.clone(), Arc::clone(&pulse), ready.clone());
                async move { Ok::<_, Infallible>(answer(request.uri().path(), &recorded, &pulse, ready).await) }
            });
            tokio::spawn(async move {
                if let Err(error) =
                    http1::Builder::new().serve_connection(TokioIo::new(stream), service).await
                {
                    debug!(%error, "a probe hung up");
                }
            });
        }
    });
    Ok(())
}

async fn answer<F: Future<Output = Result<(), String>>>(
    path: &str,
    recorded: &PrometheusHandle,
    pulse: &Pulse,
    ready: impl Fn() -> F,
) -> Response<Full<Bytes>> {
    let (status, text) = match path {
        "/metrics" => (StatusCode::OK, recorded.render()),
        "/healthz" if pulse.is_alive() => (StatusCode::OK, "ok\n".to_owned()),
        "/healthz" => (StatusCode::SERVICE_UNAVAILABLE, "the worker's loop does not turn\n".to_owned()),
        "/readyz" => match timeout(ANSWER, ready()).await {
            Ok(Ok(())) => (StatusCode::OK, "ok\n".to_owned()),
            Ok(Err(why)) => (StatusCode::SERVICE_UNAVAILABLE, format!("{why}\n")),
            Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "NATS does not answer\n".to_owned()),
        },
        _ => (StatusCode::NOT_FOUND, "here are /metrics, /healthz and /readyz\n".to_owned()),
    };
    let mut response = Response::new(Full::new(Bytes::from(text)));
    *response.status_mut() = status;
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_loop_that_does_not_turn_is_not_healthy() {
        let pulse = Pulse::default();
        assert!(pulse.is_alive());
        tokio::time::advance(HANGS_AFTER).await;
        assert!(!pulse.is_alive());
        pulse.beat();
        assert!(pulse.is_alive());
    }
}
