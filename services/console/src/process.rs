//! The process of the console: settings, log, listener, shutdown.

use std::{io, process::ExitCode, sync::Arc, thread::available_parallelism};

use clap::Subcommand;
use runtime::{
    process,
    settings::{Problems, ProcessEnvironment},
    shutdown, telemetry,
};
use tokio::net::TcpListener;
use tracing::info;

use crate::{
    feed::feed,
    health,
    router::router,
    security::{Access, Sessions},
    server,
    settings::{ConsoleArgs, ConsoleSettings},
    state::Shared,
};

/// What the program can do instead of serving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Check that the console with these settings answers; exit with 0 or 1
    Health,
}

/// Serves the console until the process is asked to stop, or checks one. Returns the exit status of the process.
pub fn run(args: &ConsoleArgs, command: Option<Command>) -> ExitCode {
    let mut problems = Problems::default();
    let work: Result<(), io::Error> = match command {
        Some(Command::Health) => {
            let address = args.address(&ProcessEnvironment, &mut problems);
            address.map_or(Ok(()), health::check)
        }
        None => {
            let settings = args.resolve(&ProcessEnvironment, &mut problems);
            if problems == Problems::default() { start(settings) } else { Ok(()) }
        }
    };
    process::exit_code(problems.or(()).map(|()| work))
}

fn start(settings: ConsoleSettings) -> io::Result<()> {
    telemetry::init(&settings.logging.filter, settings.logging.format);
    process::log_panics_without_text();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let outcome = runtime.block_on(serve(settings));
    // A thread that still hangs in a stage does not keep the process alive.
    runtime.shutdown_background();
    outcome
}

async fn serve(settings: ConsoleSettings) -> io::Result<()> {
    let stop = shutdown::requested()?;
    let address = settings.listen.ok_or_else(|| io::Error::other("no address to listen on"))?;
    let listener = TcpListener::bind(address).await?;
    let access = Access {
        sessions: Sessions::new().map_err(io::Error::other)?,
        is_secure: settings.https,
        tokens: settings.tokens,
    };
    let threads = available_parallelism().map_or(1, usize::from);
    let shared = Arc::new(Shared::new(settings.limits, Arc::new(settings.stages), threads));
    info!(url = format!("http://{}", listener.local_addr()?), "serving the console");
    let newest = settings.limits.articles as u64;
    tokio::spawn(feed(Arc::clone(&shared), settings.connection, newest));
    let router = router(Arc::clone(&shared), access);
    let stop = async {
        stop.await;
        // Readers of events wait for ever otherwise.
        shared.stopping.send_replace(true);
    };
    server::serve(listener, router, stop).await;
    Ok(())
}
