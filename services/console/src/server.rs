//! The HTTP server: it accepts connections, bounds how many there are and how long a client may take to send its
//! request, and lets requests end when the process stops.

use std::{sync::Arc, time::Duration};

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time::{sleep, timeout},
};
use tracing::{debug, warn};

/// How many connections there may be. Each reader of events holds one.
const MOST_CONNECTIONS: usize = 2_048;
/// How long a client may take to send the head of a request.
const HEAD: Duration = Duration::from_secs(10);
/// How long requests may take to end when the process stops.
const LAST_REQUESTS: Duration = Duration::from_secs(5);
/// The wait after a failed accept, as when the process has no file descriptor left.
const ACCEPT_AGAIN: Duration = Duration::from_millis(100);

/// Serves until `stop` resolves.
pub(crate) async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let connections = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let ending = GracefulShutdown::new();
    tokio::pin!(stop);
    loop {
        let accepted = async {
            // The semaphore is never closed.
            let permit = Arc::clone(&connections).acquire_owned().await.ok();
            (listener.accept().await, permit)
        };
        let (accepted, permit) = tokio::select! {
            accepted = accepted => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, _)) => {
                let connection = connection(stream, router.clone(), &ending);
                tokio::spawn(async move {
                    if let Err(error) = connection.await {
                        debug!(%error, "a client went away");
                    }
                    drop(permit);
                });
            }
            Err(error) => {
                warn!(%error, "cannot accept a connection, trying again");
                sleep(ACCEPT_AGAIN).await;
            }
        }
    }
    drop(listener);
    if timeout(LAST_REQUESTS, ending.shutdown()).await.is_err() {
        debug!("some requests did not end in time");
    }
}

fn connection(
    stream: TcpStream,
    router: Router,
    ending: &GracefulShutdown,
) -> impl Future<Output = Result<(), hyper::Error>> + use<> {
    // An answer goes out at once, and not together with the next one.
    drop(stream.set_nodelay(true));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(HEAD);
    ending.watch(http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router)))
}
