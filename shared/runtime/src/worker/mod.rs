//! A worker: one stage, run against a broker until it is asked to stop.

mod command;
mod dead_letter;
pub mod decision;
mod delivery;
mod lanes;
#[cfg(test)]
pub(crate) mod memory;
mod suspects;
#[cfg(test)]
mod tests;
mod threads;

pub(crate) use command::exit_code;
pub use command::{Command, Failure};

use std::{
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use messages::{Stage, subjects::Lane};
use thiserror::Error;
use tokio::{
    sync::{Notify, Semaphore, watch},
    time::timeout,
};
use tracing::{info, warn};

use self::{suspects::Suspects, threads::Threads};
use crate::{broker::Broker, meter::Meter, probes::Pulse, topology::Topology};

/// Backfill articles worked on at once: few, live news comes first.
const BACKFILL_IN_FLIGHT: usize = 8;

/// How much a worker does at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capacity {
    /// Live articles worked on at once.
    pub in_flight: usize,
    /// Threads that run the stage.
    pub threads: usize,
    /// How long the stage may take for one article.
    pub budget: Duration,
}

/// How long deliveries that are being worked on may take to finish once the worker is asked to stop.
const DRAIN: Duration = Duration::from_secs(4);
/// How long handing back what did not finish may take after that.
const LEAVE: Duration = Duration::from_millis(500);

/// Why a worker gave up.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WorkerError {
    /// The consumer or its stream is not there (any more).
    #[error("{0}. Run `wiredesk setup` to create streams and consumers, then start the worker again")]
    ConsumerGone(String),
    /// A thread is lost in the stage.
    #[error(
        "the stage did not finish article {article} in its time ({subject}, sequence {sequence}), and its thread is lost. Start the worker again: the article comes once more, and is then set aside"
    )]
    TimedOut {
        /// The article's id, where it could be read.
        article: String,
        /// The subject it came on.
        subject: String,
        /// Its place in the stream.
        sequence: u64,
    },
    /// A lane ended without being asked to: a defect of this program.
    #[error("the worker stopped pulling on its own. Start it again, and report what it logged before")]
    LaneBroke,
}

/// One stage at work on a broker.
pub(crate) struct Worker<S, B> {
    stage: Arc<S>,
    meter: Meter,
    pulse: Arc<Pulse>,
    broker: B,
    topology: Topology,
    capacity: Capacity,
    /// Free places for articles of each lane, in the order of [`Lane::ALL`].
    places: [Arc<Semaphore>; 2],
    /// Threads for the stage.
    threads: Threads,
    /// Live articles being worked on.
    live_at_work: AtomicUsize,
    /// Whether the last publish failed.
    publishing_fails: AtomicBool,
    /// Told whenever a delivery is settled.
    settled: Notify,
    /// Deliveries suspected of taking the worker down, one at a time.
    suspects: Suspects,
    /// Why the worker cannot go on, told once.
    failure: OnceLock<WorkerError>,
    failed: Notify,
    /// Whether the worker has been asked to stop, and how patient it still is.
    phase: watch::Receiver<Phase>,
}

/// Where a worker is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub(crate) enum Phase {
    /// Pulling and working.
    Running,
    /// Asked to stop: what runs may finish.
    Draining,
    /// Out of patience: what runs is handed back.
    Leaving,
}

/// Runs `stage` against `broker` until `stop` resolves, then drains.
///
/// Every delivery is settled, or left to be delivered again; none is lost. `pulse` beats as the loop turns.
///
/// # Errors
///
/// When the consumer or its stream is not there.
pub async fn run<S: Stage, B: Broker>(
    stage: S,
    broker: B,
    topology: Topology,
    capacity: Capacity,
    pulse: Arc<Pulse>,
    stop: impl Future<Output = ()> + Send,
) -> Result<(), WorkerError> {
    let (phases, phase) = watch::channel(Phase::Running);
    let meter = Meter::new(stage.first_stage());
    meter.built(stage.identity());
    let worker = Arc::new(Worker {
        stage: Arc::new(stage),
        meter,
        pulse,
        broker,
        topology,
        places: [Semaphore::new(capacity.in_flight), Semaphore::new(BACKFILL_IN_FLIGHT)].map(Arc::new),
        threads: Threads::new(capacity.threads),
        capacity,
        live_at_work: AtomicUsize::new(0),
        publishing_fails: AtomicBool::new(false),
        settled: Notify::new(),
        suspects: Suspects::default(),
        failure: OnceLock::new(),
        failed: Notify::new(),
        phase,
    });
    let [live, backfill] = Lane::ALL.map(|lane| tokio::spawn(Arc::clone(&worker).serve(lane)));
    let outcome = tokio::select! {
        Err(error) = async { tokio::try_join!(joined(live), joined(backfill)) } => Err(error),
        () = worker.failed.notified() => Err(worker.failure.get().cloned().unwrap_or(WorkerError::LaneBroke)),
        () = stop => Ok(()),
    };
    worker.drain(&phases).await;
    outcome
}

/// A lane's end.
async fn joined(lane: tokio::task::JoinHandle<Result<(), WorkerError>>) -> Result<(), WorkerError> {
    lane.await.unwrap_or(Err(WorkerError::LaneBroke))
}

impl<S: Stage, B: Broker> Worker<S, B> {
    /// Lets what is in flight finish, hands back what does not, and says so to the broker.
    async fn drain(&self, phases: &watch::Sender<Phase>) {
        info!("stopping: finishing what is in flight");
        phases.send_replace(Phase::Draining);
        if timeout(self.patience(), self.all_settled()).await.is_err() {
            warn!("handing back what did not finish");
            phases.send_replace(Phase::Leaving);
            drop(timeout(LEAVE, self.all_settled()).await);
        }
        drop(timeout(LEAVE, self.broker.flush()).await);
        info!("stopped");
    }
}

impl<S, B> Worker<S, B> {
    /// How long what is in flight may take to finish. Where the only thread is lost, nothing does: it is handed back at
    /// once, to workers that can.
    fn patience(&self) -> Duration {
        let lost = matches!(self.failure.get(), Some(WorkerError::TimedOut { .. }));
        if lost && self.capacity.threads == 1 { Duration::ZERO } else { DRAIN }
    }

    /// The places of one lane.
    fn places(&self, lane: Lane) -> &Arc<Semaphore> {
        let [live, backfill] = &self.places;
        match lane {
            Lane::Live => live,
            Lane::Backfill => backfill,
        }
    }

    /// How many places of one lane there are in all.
    fn size(&self, lane: Lane) -> usize {
        match lane {
            Lane::Live => self.capacity.in_flight,
            Lane::Backfill => BACKFILL_IN_FLIGHT,
        }
    }

    /// Ends the worker with an error, once what is in flight is settled.
    fn fail(&self, error: WorkerError) {
        if self.failure.set(error).is_ok() {
            self.failed.notify_one();
        }
    }

    /// Resolves once no delivery is being worked on.
    async fn all_settled(&self) {
        for lane in Lane::ALL {
            let all = u32::try_from(self.size(lane)).unwrap_or(u32::MAX);
            drop(self.places(lane).acquire_many(all).await);
        }
    }

    /// Counts one more live article at work, or one fewer.
    fn note_at_work(&self, lane: Lane, arrived: bool) {
        if lane == Lane::Live {
            let _ = if arrived {
                self.live_at_work.fetch_add(1, Ordering::Relaxed)
            } else {
                self.live_at_work.fetch_sub(1, Ordering::Relaxed)
            };
        }
        if !arrived {
            self.settled.notify_waiters();
        }
    }

    /// Resolves once the worker is in `phase` or past it.
    async fn reached(&self, phase: Phase) {
        let mut changes = self.phase.clone();
        // The sender lives as long as the worker runs; without one there is nothing left to wait for.
        drop(changes.wait_for(|current| *current >= phase).await);
    }
}
