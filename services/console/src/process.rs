//! The process of the console: settings, log, listener, shutdown.

use std::{
    io::{self, Write},
    panic,
    process::ExitCode,
    sync::Arc,
    thread::available_parallelism,
};

use clap::Subcommand;
use runtime::{
    causes::with_causes,
    settings::{Problems, ProcessEnvironment},
    shutdown, telemetry,
};
use tokio::net::TcpListener;
use tracing::{error, info};

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
    let (text, code) = match problems.or(()) {
        Err(problems) => (format!("{problems}\n\nSee --help for every setting."), ExitCode::from(2)),
        Ok(()) => match work {
            Ok(()) => return ExitCode::SUCCESS,
            Err(error) => (with_causes(&error), ExitCode::FAILURE),
        },
    };
    // Standard error may be a terminal that is closed. Then nobody reads the error, and its exit code stays.
    drop(writeln!(io::stderr(), "error: {text}"));
    code
}

fn start(settings: ConsoleSettings) -> io::Result<()> {
    telemetry::init(&settings.logging.filter, settings.logging.format);
    log_panics_without_text();
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
        sessions: Sessions::new(settings.tokens.as_ref()).map_err(io::Error::other)?,
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

/// Makes panics log their location only, because a panic's message can quote article text.
fn log_panics_without_text() {
    panic::set_hook(Box::new(|panic| {
        let location = panic.location().map(ToString::to_string).unwrap_or_default();
        error!(location, "panic");
    }));
}
