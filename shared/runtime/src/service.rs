//! Processes beside the workers, such as sinks and the story-linker: their start, what they look up, and their probes.

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use tokio::time::sleep;
use tracing::warn;

use crate::{
    backoff::backoff,
    bus::{Bus, BusError, ReadError},
    causes::{Cause, with_causes},
    heartbeat::Heartbeat,
    probes, process,
    settings::LoggingSettings,
    standstill::{Standstill, explained},
    telemetry,
};

/// How long a process that the server suddenly refuses tries on. It is that of a worker.
pub const REFUSED_LIMIT: Duration = Duration::from_mins(2);

/// Starts the log, and does the work of the process on two threads.
///
/// # Errors
///
/// That of the work.
pub fn run(logging: &LoggingSettings, work: impl Future<Output = Result<(), Cause>>) -> io::Result<()> {
    telemetry::init(&logging.filter, logging.format);
    process::log_panics_without_text();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let outcome = runtime.block_on(work);
    // A thread that still hangs in a write does not keep the process alive.
    runtime.shutdown_background();
    outcome.map_err(io::Error::other)
}

/// Looks something up on the server. Tries until it answers, because it may have gone away after the connection was
/// made.
///
/// # Errors
///
/// When the server answers that it is missing or not allowed.
pub async fn looked_up<T>(mut look_up: impl AsyncFnMut() -> Result<T, ReadError>) -> Result<T, ReadError> {
    let mut failures = 0;
    loop {
        match look_up().await {
            Err(ReadError::Bus(BusError::Server(error))) => {
                failures += 1;
                if failures == 1 {
                    warn!(error = with_causes(&*error), "cannot look up the streams, retrying");
                }
                sleep(backoff(failures, u64::from(std::process::id()))).await;
            }
            outcome => return outcome,
        }
    }
}

/// Serves metrics and health on `address`. `metrics` is told what hinders the process, and returns the current metrics.
///
/// # Errors
///
/// When the address cannot be bound.
pub async fn serve_probes(
    address: SocketAddr,
    bus: &Bus,
    heartbeat: &Arc<Heartbeat>,
    metrics: impl Fn(&[Standstill]) -> String + Clone + Send + Sync + 'static,
) -> io::Result<()> {
    let (for_metrics, for_health) = (bus.clone(), bus.clone());
    let metrics = move || metrics(&for_metrics.obstacles());
    let ready = move || {
        let explained = explained(&for_health.obstacles());
        async move { explained }
    };
    probes::serve(address, metrics, Arc::clone(heartbeat), ready).await
}
