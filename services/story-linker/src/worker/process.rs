//! The process: settings, log, connection, probes, shutdown, and whose turn it is among several instances.

use std::{
    convert::Infallible,
    hash::{BuildHasher, Hasher, RandomState},
    io,
    pin::pin,
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use messages::{ArticleLinked, ArticleSummarized, Event};
use runtime::{
    backoff::backoff,
    bus::{Bucket, Bus, BusError, Patience},
    causes::{Cause, with_causes},
    heartbeat::Heartbeat,
    probes, process,
    settings::{Problems, ProcessEnvironment},
    shutdown, telemetry,
    topology::{DEAD, STORIES, STORIES_LEASE},
    worker::Command,
};
use tokio::{
    select,
    time::{interval, sleep},
};
use tracing::{info, warn};

use super::{
    meter,
    settings::{LinkerArgs, LinkerSettings},
    shift::{Shift, ShiftError},
};
use crate::fingerprinter::Fingerprinter;

/// How long a linker that the server suddenly refuses tries on. It is that of a worker.
const REFUSED_LIMIT: Duration = Duration::from_mins(2);
/// How often an instance that waits for its turn says that it lives.
const BEAT: Duration = Duration::from_secs(5);
/// The purpose of the bucket, which NATS tools show.
const PURPOSE: &str = "which story-linker works now";

/// Runs the story-linker until the process is asked to stop, or checks its health. Returns the exit status of the
/// process.
pub fn run(args: &LinkerArgs, command: Option<Command>) -> ExitCode {
    let mut problems = Problems::default();
    let settings = args.resolve(&ProcessEnvironment, &mut problems);
    process::exit_code(problems.or(settings).map(|settings| start(settings, command)))
}

fn start(settings: LinkerSettings, command: Option<Command>) -> io::Result<()> {
    telemetry::init(&settings.service.logging.filter, settings.service.logging.format);
    process::log_panics_without_text();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let outcome = runtime.block_on(async {
        match command {
            None => Box::pin(serve(settings)).await,
            Some(Command::Health) => check_health(&settings).await,
        }
    });
    runtime.shutdown_background();
    outcome.map_err(io::Error::other)
}

async fn check_health(settings: &LinkerSettings) -> Result<(), Cause> {
    let bus = Bus::connect(&settings.service.connection, "health", Patience::Once).await?;
    Ok(check_streams(&bus).await?)
}

/// Checks that the streams exist that the linker reads and writes.
async fn check_streams(bus: &Bus) -> Result<(), BusError> {
    for event in [ArticleSummarized::NAME, DEAD] {
        bus.stream_end(event).await?;
    }
    match bus.stream_end(ArticleLinked::NAME).await {
        Err(BusError::NotSetUp(_)) => Err(BusError::NotAskedFor {
            stream: bus.topology().stream(ArticleLinked::NAME),
            option: "--stories",
        }),
        outcome => outcome.map(drop),
    }
}

async fn serve(settings: LinkerSettings) -> Result<(), Cause> {
    // The signal handlers come first, so that a signal also ends a linker that is still connecting.
    let mut stop = pin!(shutdown::requested()?);
    let fingerprinter = Arc::new(Fingerprinter::new()?);
    let connecting = async {
        let bus = Bus::connect(&settings.service.connection, "story-linker", Patience::Forever).await?;
        let bucket = select! {
            bucket = opened(&bus) => bucket?,
            refused = bus.refused_for(REFUSED_LIMIT) => return Err(refused.into()),
        };
        Ok::<_, Cause>((bus, bucket))
    };
    let (bus, bucket) = select! {
        connected = connecting => connected?,
        () = &mut stop => return Ok(()),
    };
    let heartbeat = Arc::<Heartbeat>::default();
    serve_probes(&settings, &bus, &heartbeat).await?;
    let shift = Shift { bus: bus.clone(), fingerprinter, window: settings.window, heartbeat };
    select! {
        outcome = take_turns(&shift, &bucket, stop) => outcome,
        refused = bus.refused_for(REFUSED_LIMIT) => Err(refused.into()),
    }
}

/// Checks the streams and opens the bucket. Tries until the server answers, because it may have gone away after the
/// connection was made.
async fn opened(bus: &Bus) -> Result<Bucket, BusError> {
    let mut failures = 0;
    loop {
        let opened = async {
            check_streams(bus).await?;
            bus.bucket(STORIES, PURPOSE).await
        };
        match opened.await {
            Err(BusError::Server(error)) => {
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

/// Waits for its turn and works, again and again, until `stop` resolves.
async fn take_turns(shift: &Shift, bucket: &Bucket, stop: impl Future<Output = ()>) -> Result<(), Cause> {
    let mut stop = pin!(stop);
    let instance = format!("{}-{:016x}", std::process::id(), RandomState::new().build_hasher().finish());
    loop {
        info!("waiting for the turn");
        let mut lease = select! {
            lease = bucket.lease(STORIES_LEASE, &instance) => lease,
            never = beat(shift) => match never {},
            () = &mut stop => return Ok(()),
        };
        meter::active(true);
        let ended = select! {
            error = work(shift) => Some(error),
            () = lease.lost() => None,
            () = &mut stop => {
                info!("stopped");
                // Without an answer the others wait for a moment longer.
                let _ = lease.end().await;
                return Ok(());
            }
        };
        meter::active(false);
        match ended {
            Some(error) if error.is_final() => return Err(error.into()),
            Some(error) => warn!(error = with_causes(&error), "the turn ends"),
            None => warn!("another instance has taken the turn"),
        }
    }
}

/// Works. What may pass is tried again without giving up the turn.
async fn work(shift: &Shift) -> ShiftError {
    let mut failures = 0_u32;
    loop {
        let error = shift.work().await;
        if error.is_final() || matches!(error, ShiftError::Append(_)) {
            return error;
        }
        failures = failures.saturating_add(1);
        warn!(error = with_causes(&error), "interrupted, building the state again");
        sleep(backoff(failures, u64::from(std::process::id()))).await;
    }
}

/// Says that this instance lives while it waits. It never ends.
async fn beat(shift: &Shift) -> Infallible {
    let mut beats = interval(BEAT);
    loop {
        beats.tick().await;
        shift.heartbeat.beat();
    }
}

/// Serves metrics and health if a port is set.
async fn serve_probes(settings: &LinkerSettings, bus: &Bus, heartbeat: &Arc<Heartbeat>) -> Result<(), Cause> {
    let Some(address) = settings.service.http else { return Ok(()) };
    let recorded = meter::install()?;
    let metrics = {
        let bus = bus.clone();
        move || {
            meter::obstacles(&bus.obstacles());
            recorded.render()
        }
    };
    let ready = {
        let bus = bus.clone();
        move || {
            let lines =
                bus.obstacles().into_iter().map(|it| format!("{}: {it}; {}", it.reason, it.reason.remedy()));
            let lines: Vec<String> = lines.collect();
            async move { if lines.is_empty() { Ok(()) } else { Err(lines.join("\n")) } }
        }
    };
    Ok(probes::serve(address, metrics, Arc::clone(heartbeat), ready).await?)
}
