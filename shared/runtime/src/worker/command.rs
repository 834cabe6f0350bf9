//! What every worker binary shares: its command line, its exit, its health check.

use std::{future::Future, io, panic, process::ExitCode, sync::Arc, time::Duration};

use clap::Subcommand;
use messages::{Stage, StageName, subjects::Lane};
use thiserror::Error;
use tracing::error;

use super::{Capacity, WorkerError, run};
use crate::{
    bus::{Bus, BusError, ConnectError, Patience},
    keeper,
    meter::{self, Meter},
    permissions,
    probes::{self, Pulse},
    settings::{Problems, ProcessEnvironment, WorkerArgs, WorkerSettings},
    shutdown, spans, telemetry,
};

/// Between two looks at the oldest article that waits.
const LOOK_EVERY: Duration = Duration::from_secs(10);

/// What a worker binary can do besides working.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Check that NATS answers and this worker's streams and consumers are there; exit 0 or 1
    Health,
}

/// Why a worker process ends with an error.
#[derive(Debug, Error)]
pub enum Failure {
    /// The settings cannot work.
    #[error("{0}")]
    Settings(#[from] Problems),
    /// There is no connection.
    #[error("{0}")]
    Connect(#[from] ConnectError),
    /// The bus is not set up.
    #[error("{0}")]
    Bus(#[from] BusError),
    /// The worker gave up.
    #[error("{0}")]
    Worker(#[from] WorkerError),
    /// The process cannot be set up.
    #[error("cannot start: {0}")]
    Process(#[from] io::Error),
}

impl WorkerArgs {
    /// The checked settings of this process, with logging started.
    ///
    /// # Errors
    ///
    /// All problems with flags and environment at once; `more` are those of the stage's own settings.
    pub fn start(&self, more: Problems) -> Result<WorkerSettings, Failure> {
        let mut problems = more;
        let settings = self.resolve(&ProcessEnvironment, &mut problems);
        let settings = problems.or(settings)?;
        telemetry::init(&settings.log, settings.log_format);
        Ok(settings)
    }
}

impl WorkerSettings {
    /// Runs `stage` on JetStream until the process is asked to stop, or checks its health.
    ///
    /// # Errors
    ///
    /// When the bus refuses us, is not set up, or loses the worker's consumer.
    pub fn run<S: Stage>(&self, stage: S, command: Option<Command>) -> Result<(), Failure> {
        match command {
            None => {
                let spans = spans::start(worker_name(&stage), stage.identity())?;
                let outcome = block_on(self.work(stage));
                spans.finish();
                outcome
            }
            Some(Command::Health) => block_on(self.check_health(&stage)),
        }
    }

    async fn work<S: Stage>(&self, stage: S) -> Result<(), Failure> {
        let (first, last) = (stage.first_stage(), stage.identity().stage);
        let name = worker_name(&stage);
        // Asked for first: a signal that comes while NATS is out of reach ends the worker, too.
        let stop = async { shutdown::requested().await.map(drop).unwrap_or_default() };
        tokio::pin!(stop);
        let connecting = async {
            let bus = Bus::connect(&self.connection, name, Patience::Forever).await?;
            let broker = bus.broker(first, last).await?.noting(keeper::notes());
            Ok::<_, Failure>((bus, broker))
        };
        let (bus, broker) = tokio::select! {
            connected = connecting => connected?,
            () = &mut stop => return Ok(()),
        };
        let identity = stage.identity();
        tracing::info!(%first, stage = %last, model = identity.model, version = identity.version, "ready");
        let capacity = Capacity { in_flight: self.in_flight, threads: self.threads, budget: self.budget };
        let pulse = Arc::new(Pulse::default());
        self.answer_probes(&bus, first, &pulse).await?;
        let _service = bus.tell_of(name, identity).await;
        Ok(run(stage, broker, bus.topology().clone(), capacity, pulse, stop).await?)
    }

    /// Serves metrics and health where a port is set, and keeps the age of what waits up to date.
    async fn answer_probes(&self, bus: &Bus, first: StageName, pulse: &Arc<Pulse>) -> Result<(), Failure> {
        let Some(address) = self.http else { return Ok(()) };
        let recorded = meter::install().map_err(io::Error::other)?;
        let asked = bus.clone();
        let ready = move || {
            let bus = asked.clone();
            async move { bus.is_ready(first).await }
        };
        probes::serve(address, recorded, Arc::clone(pulse), ready).await?;
        tokio::spawn(watch_oldest(bus.clone(), first));
        Ok(())
    }

    async fn check_health<S: Stage>(&self, stage: &S) -> Result<(), Failure> {
        let bus = Bus::connect(&self.connection, "health", Patience::Once).await?;
        bus.broker(stage.first_stage(), stage.identity().stage).await?;
        Ok(())
    }
}

/// What a process that runs `stage` is called.
fn worker_name(stage: &impl Stage) -> &'static str {
    let (first, last) = (stage.first_stage(), stage.identity().stage);
    if first == last { last.worker() } else { permissions::FUSED }
}

/// Asks from time to time how old the oldest article is that waits for the stage.
async fn watch_oldest(bus: Bus, first: StageName) {
    let meter = Meter::new(first);
    loop {
        for lane in Lane::ALL {
            if let Ok(age) = bus.oldest_pending(first, lane).await {
                meter.oldest_pending(lane, age);
            }
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// Runs `work` to its end. A thread that still hangs in a stage then does not keep the process alive.
///
/// One thread serves the bus: its work for an article is short beside any stage's, and threads that hand it to one
/// another would cost more than it.
fn block_on(work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    log_panics_without_text();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let outcome = runtime.block_on(work);
    runtime.shutdown_background();
    outcome
}

/// A panic's own message can quote the text it happened in; its place says enough.
fn log_panics_without_text() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        error!(place, "panic");
    }));
}

/// The exit status of a worker process, with the error on standard error.
#[expect(clippy::print_stderr, reason = "settings errors come before logging is set up")]
pub(crate) fn exit_code(outcome: Result<(), Failure>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Settings(problems)) => {
            eprintln!("error: {problems}\n\nSee --help for every setting.");
            ExitCode::from(2)
        }
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}
