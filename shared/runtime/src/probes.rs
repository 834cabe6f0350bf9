//! The HTTP server for the `/metrics`, `/healthz` and `/readyz` of a worker or another program.

use std::{convert::Infallible, io, net::SocketAddr, sync::Arc, time::Duration};

use bytes::Bytes;
use http_body_util::Full;
use hyper::{Request, Response, StatusCode, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpListener, time::timeout};
use tracing::{debug, info};

use crate::heartbeat::Heartbeat;

/// The time limit for the readiness check. Probes usually give up after a few seconds.
const READY_TIMEOUT: Duration = Duration::from_secs(2);

/// Serves the probes on `address` for the lifetime of the process.
///
/// `metrics` returns the current metrics, and `ready` reports why the worker cannot do all of its work.
///
/// # Errors
///
/// When the address cannot be bound.
pub async fn serve<M, R, F>(
    address: SocketAddr,
    metrics: M,
    heartbeat: Arc<Heartbeat>,
    ready: R,
) -> io::Result<()>
where
    M: Fn() -> String + Clone + Send + Sync + 'static,
    R: Fn() -> F + Clone + Send + Sync + 'static,
    F: Future<Output = Result<(), String>> + Send,
{
    let listener = TcpListener::bind(address).await?;
    info!(address = %listener.local_addr()?, "serving /metrics, /healthz and /readyz");
    tokio::spawn(async move {
        loop {
            let Ok((stream, _)) = listener.accept().await else { continue };
            let (metrics, heartbeat, ready) = (metrics.clone(), Arc::clone(&heartbeat), ready.clone());
            let service = service_fn(move |request: Request<Incoming>| {
                let (metrics, heartbeat, ready) = (metrics.clone(), Arc::clone(&heartbeat), ready.clone());
                async move { Ok::<_, Infallible>(answer(request.uri().path(), metrics, &heartbeat, ready).await) }
            });
            tokio::spawn(async move {
                if let Err(error) =
                    http1::Builder::new().serve_connection(TokioIo::new(stream), service).await
                {
                    debug!(%error, "probe disconnected");
                }
            });
        }
    });
    Ok(())
}

async fn answer<F: Future<Output = Result<(), String>>>(
    path: &str,
    metrics: impl Fn() -> String,
    heartbeat: &Heartbeat,
    ready: impl Fn() -> F,
) -> Response<Full<Bytes>> {
    let (status, text) = match path {
        "/metrics" => (StatusCode::OK, metrics()),
        "/healthz" if heartbeat.is_alive() => (StatusCode::OK, "ok\n".to_owned()),
        "/healthz" => (StatusCode::SERVICE_UNAVAILABLE, "the main loop hangs\n".to_owned()),
        "/readyz" => match timeout(READY_TIMEOUT, ready()).await {
            Ok(Ok(())) => (StatusCode::OK, "ok\n".to_owned()),
            Ok(Err(why)) => (StatusCode::SERVICE_UNAVAILABLE, format!("{why}\n")),
            Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "NATS does not answer\n".to_owned()),
        },
        _ => (StatusCode::NOT_FOUND, "not found: use /metrics, /healthz or /readyz\n".to_owned()),
    };
    let mut response = Response::new(Full::new(Bytes::from(text)));
    *response.status_mut() = status;
    response
}
