//! What all worker programs share: the command, the exit code, the health check.

use std::{io, process::ExitCode, sync::Arc, thread, time::Duration};

use clap::Subcommand;
use messages::{Stage, StageName};
use metrics_exporter_prometheus::PrometheusHandle;
use thiserror::Error;
use tokio::time::{Instant, sleep};
use tracing::{info, warn};

use super::{any_stage::AnyStage, error::WorkerError, run::run, state::Capacity, watch::watch};
use crate::{
    backoff::backoff,
    bus::{Bus, BusError, ConnectError, JetStreamBroker, Patience},
    causes::with_causes,
    heartbeat::Heartbeat,
    in_flight::Ledger,
    log_limit::LogLimit,
    meter::{self, Meter},
    permissions, probes, process,
    settings::{Problems, ProcessEnvironment, WorkerArgs, WorkerSettings},
    shutdown, spans, telemetry,
};

/// Longer than any process lives.
const FOR_EVER: Duration = Duration::from_secs(u32::MAX as u64);

/// What a worker program can do instead of working.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Subcommand)]
pub enum Command {
    /// Check that NATS answers and that this worker's streams and consumers exist; exit with 0 or 1
    Health,
}

/// The reason why a worker process ends with an error.
#[derive(Debug, Error)]
pub enum Failure {
    /// Some settings are invalid.
    #[error(transparent)]
    Settings(#[from] Problems),
    /// The connection failed.
    #[error(transparent)]
    Connect(#[from] ConnectError),
    /// A stream or consumer is missing, or a request failed.
    #[error(transparent)]
    Bus(#[from] BusError),
    /// The worker gave up.
    #[error(transparent)]
    Worker(#[from] WorkerError),
    /// The process cannot start.
    #[error("cannot start the worker")]
    Process(#[from] io::Error),
}

impl WorkerArgs {
    /// Checks the settings of this process and starts logging.
    ///
    /// # Errors
    ///
    /// All problems with flags and environment at once. `more` are the problems with the stage's settings.
    pub fn start(&self, more: Problems) -> Result<WorkerSettings, Failure> {
        let mut problems = more;
        let settings = self.resolve(&ProcessEnvironment, &mut problems);
        let settings = problems.or(settings)?;
        telemetry::init(&settings.logging.filter, settings.logging.format);
        Ok(settings)
    }
}

impl WorkerSettings {
    /// Runs `stage` on JetStream until the process is asked to stop, or checks its health.
    ///
    /// # Errors
    ///
    /// When the connection is refused, the bus is not set up, or the worker's consumer disappears.
    pub fn run(&self, stage: impl Stage, command: Option<Command>) -> Result<(), Failure> {
        self.run_any(Arc::new(stage), command)
    }

    /// Runs or checks a stage of any type, so that this code is compiled only once.
    fn run_any(&self, stage: Arc<dyn AnyStage>, command: Option<Command>) -> Result<(), Failure> {
        match command {
            None => {
                let spans = spans::start(worker_name(&*stage), stage.identity())?;
                let outcome = block_on(self.work(stage));
                spans.finish();
                outcome
            }
            Some(Command::Health) => block_on(self.check_health(&*stage)),
        }
    }

    async fn work(&self, stage: Arc<dyn AnyStage>) -> Result<(), Failure> {
        let (first, last) = (stage.first_stage(), stage.identity().stage);
        let name = worker_name(&*stage);
        // The signal handlers come first, so that a signal also ends a worker that is still connecting.
        let stop = shutdown::requested()?;
        tokio::pin!(stop);
        let connecting = async {
            let bus = Bus::connect(&self.connection, name, Patience::Forever).await?;
            let broker = tokio::select! {
                broker = look_up(&bus, first, last) => broker?,
                refused = bus.refused_for(self.refused_limit) => return Err(refused.into()),
            };
            Ok::<_, Failure>((bus, broker.with_ledger(Ledger::inherited())))
        };
        let (bus, broker) = tokio::select! {
            connected = connecting => connected?,
            () = &mut stop => return Ok(()),
        };
        let identity = stage.identity();
        info!(%first, stage = %last, model = identity.model, version = identity.version, "ready");
        let capacity = Capacity { in_flight: self.in_flight, threads: self.threads, budget: self.budget };
        let heartbeat = Arc::new(Heartbeat::default());
        let recorded = self.serve_probes(&bus, first, last, &heartbeat).await?;
        tokio::spawn(watch(bus.clone(), first, last, recorded));
        let _registration = bus.announce(name, first, identity).await;
        let topology = bus.topology().clone();
        let standstills = Arc::clone(&bus.standstills);
        let working = run(Arc::clone(&stage), broker, topology, capacity, heartbeat, standstills, stop);
        tokio::select! {
            outcome = working => Ok(outcome?),
            // Nothing can be settled without a connection. Deliveries in flight wait for the ack timeout.
            refused = bus.refused_for(self.refused_limit) => Err(refused.into()),
        }
    }

    /// Serves metrics and health if a port is set.
    async fn serve_probes(
        &self,
        bus: &Bus,
        first: StageName,
        last: StageName,
        heartbeat: &Arc<Heartbeat>,
    ) -> Result<Option<PrometheusHandle>, Failure> {
        let Some(address) = self.http else { return Ok(None) };
        let recorded = meter::install().map_err(io::Error::other)?;
        let metrics = {
            let (recorded, standstills) = (recorded.clone(), Arc::clone(&bus.standstills));
            move || {
                Meter::new(first).obstacles(&standstills.current());
                recorded.render()
            }
        };
        let ready = {
            let bus = bus.clone();
            move || {
                let bus = bus.clone();
                async move { bus.check_ready(first, last).await }
            }
        };
        probes::serve(address, metrics, Arc::clone(heartbeat), ready).await?;
        Ok(Some(recorded))
    }

    async fn check_health(&self, stage: &dyn AnyStage) -> Result<(), Failure> {
        let bus = Bus::connect(&self.connection, "health", Patience::Once).await?;
        bus.broker(stage.first_stage(), stage.identity().stage).await?;
        Ok(())
    }
}

/// Looks up the streams and consumers of a worker. Tries until the server answers, because it may have gone
/// away after the connection was made. Only its answer that one is missing is an error.
async fn look_up(bus: &Bus, first: StageName, last: StageName) -> Result<JetStreamBroker, BusError> {
    let mut failures = 0;
    let mut logged = LogLimit::default();
    loop {
        let error = match bus.broker(first, last).await {
            Err(error @ BusError::Server(_)) => with_causes(&error),
            outcome => return outcome,
        };
        failures += 1;
        if let Some(line) = logged.admit(&error, Instant::now()) {
            warn!(error, left_out = line.left_out, "cannot look up streams and consumers, retrying");
        }
        sleep(backoff(failures, u64::from(std::process::id()))).await;
    }
}

/// Returns the name of a process that runs `stage`.
fn worker_name(stage: &dyn AnyStage) -> &'static str {
    let (first, last) = (stage.first_stage(), stage.identity().stage);
    if first == last { last.worker() } else { permissions::FUSED }
}

/// Runs `work` to its end. A thread that still hangs in a stage then does not keep the process alive.
///
/// One thread serves the bus. Its work for an article takes less time than any stage's, and passing that work
/// between threads would cost more than the work.
fn block_on(work: impl Future<Output = Result<(), Failure>>) -> Result<(), Failure> {
    process::log_panics_without_text();
    // The client library looks up the names of servers on a thread of the runtime's pool. The pool keeps its first
    // thread, so that a worker which has reached its limit of threads can still reconnect.
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().thread_keep_alive(FOR_EVER).build()?;
    // The pool panics if it gets no thread at all, so this asks for one first.
    let asked = thread::Builder::new().spawn(|| ());
    let thread = asked.map_err(|error| WorkerError::NoThreads(error.to_string()))?;
    thread.join().unwrap_or_default();
    drop(runtime.spawn_blocking(|| ()));
    let outcome = runtime.block_on(work);
    runtime.shutdown_background();
    outcome
}

/// Returns the exit code of a worker process and prints the error to standard error.
pub(crate) fn exit_code(outcome: Result<(), Failure>) -> ExitCode {
    process::exit_code(match outcome {
        Err(Failure::Settings(problems)) => Err(problems),
        outcome => Ok(outcome),
    })
}
