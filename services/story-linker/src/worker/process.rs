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
    bus::{Bucket, Bus, BusError, Patience, ReadError},
    causes::{Cause, with_causes},
    heartbeat::Heartbeat,
    process, service,
    settings::{Problems, ProcessEnvironment},
    shutdown,
    standstill::Standstill,
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
    let logging = settings.service.logging.clone();
    service::run(&logging, async {
        match command {
            None => Box::pin(serve(settings)).await,
            Some(Command::Health) => check_health(&settings).await,
        }
    })
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
            refused = bus.refused_for(service::REFUSED_LIMIT) => return Err(refused.into()),
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
        refused = bus.refused_for(service::REFUSED_LIMIT) => Err(refused.into()),
    }
}

/// Checks the streams and opens the bucket.
async fn opened(bus: &Bus) -> Result<Bucket, ReadError> {
    let look_up = async || {
        check_streams(bus).await?;
        Ok(bus.bucket(STORIES, PURPOSE).await?)
    };
    service::looked_up(look_up).await
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
    let metrics = move |obstacles: &[Standstill]| {
        meter::obstacles(obstacles);
        recorded.render()
    };
    Ok(service::serve_probes(address, bus, heartbeat, metrics).await?)
}
