//! The HTTP server for a worker's `/metrics`, `/healthz` and `/readyz`.

use std::{convert::Infallible, io, net::SocketAddr, sync::Arc, time::Duration};

use bytes::Bytes;
use http_body_util::Full;
use hyper::{Request, Response, StatusCode, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::{net::TcpListener, time::timeout};
use tracing::{debug, info};

use crate::heartbeat::Heartbeat;

/// The time limit for the readiness check. Probes usually give up after a few seconds.
const READY_TIMEOUT: Duration = Duration::from_secs(2);
/// How often the recorder moves its samples into the histogram buckets.
const UPKEEP: Duration = Duration::from_secs(5);

/// Serves the probes on `address` for the lifetime of the process.
///
/// `ready` reports why the worker cannot work at the moment.
///
/// # Errors
///
/// When the address cannot be bound.
pub(crate) async fn serve<R, F>(
    address: SocketAddr,
    recorded: PrometheusHandle,
    heartbeat: Arc<Heartbeat>,
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
            let (recorded, heartbeat, ready) = (recorded.clone(), Arc::clone(&heartbeat), ready.clone());
            let service = service_fn(move |request: Request<Incoming>| {
                let (recorded, heartbeat, ready) = (recorded.clone(), Arc::clone(&heartbeat), ready.clone());
                async move {
                    Ok::<_, Infallible>(answer(request.uri().path(), &recorded, &heartbeat, ready).await)
                }
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
    recorded: &PrometheusHandle,
    heartbeat: &Heartbeat,
    ready: impl Fn() -> F,
) -> Response<Full<Bytes>> {
    let (status, text) = match path {
        "/metrics" => (StatusCode::OK, recorded.render()),
        "/healthz" if heartbeat.is_alive() => (StatusCode::OK, "ok\n".to_owned()),
        "/healthz" => (StatusCode::SERVICE_UNAVAILABLE, "the worker loop hangs\n".to_owned()),
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
