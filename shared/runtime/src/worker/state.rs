//! The state that all tasks of a worker share.

use std::{
    sync::{
        Arc, Mutex, OnceLock, PoisonError,
        atomic::{AtomicU64, AtomicUsize, Ordering},
    },
    time::Duration,
};

use messages::subjects::Lane;
use tokio::{
    sync::{Notify, Semaphore, watch},
    time::Instant,
};

use super::{
    any_stage::AnyStage, error::WorkerError, suspects::Suspects, threads::Threads, waiting::WaitingRoom,
};
use crate::{
    broker::Broker,
    heartbeat::Heartbeat,
    log_limit::{Line, LogLimit},
    meter::Meter,
    standstill::Standstills,
    topology::Topology,
};

/// The highest number of backfill articles in flight. It is low, because live news comes first.
const BACKFILL_IN_FLIGHT: usize = 8;
/// How long deliveries in flight may take to finish after the worker is asked to stop.
const DRAIN: Duration = Duration::from_secs(4);
/// How long returning unfinished deliveries may take after that.
pub(super) const RETURN: Duration = Duration::from_millis(500);

/// How much a worker does at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capacity {
    /// How many live articles may be in flight.
    pub in_flight: usize,
    /// How many threads run the stage.
    pub threads: usize,
    /// How long the stage may take for one article.
    pub budget: Duration,
}

/// One stage at work on a broker.
pub(super) struct Worker<B: Broker> {
    pub(super) stage: Arc<dyn AnyStage>,
    pub(super) meter: Meter,
    pub(super) heartbeat: Arc<Heartbeat>,
    pub(super) broker: B,
    pub(super) topology: Arc<Topology>,
    pub(super) capacity: Capacity,
    /// The permits for articles of each lane, in the order of [`Lane::ALL`].
    permits: [Arc<Semaphore>; 2],
    /// The threads that run the stage.
    pub(super) threads: Threads,
    /// The number of articles of each lane in progress, in the order of [`Lane::ALL`].
    in_progress: [AtomicUsize; 2],
    /// Counts what happened to deliveries.
    pub(super) steps: AtomicU64,
    /// The failures of pulls that were logged lately.
    logged: Mutex<LogLimit>,
    /// What hinders this worker.
    pub(super) standstills: Arc<Standstills>,
    /// The deliveries that wait until their dead letters are stored.
    pub(super) waiting: WaitingRoom<B::Delivery>,
    /// Notified whenever a delivery is settled.
    pub(super) settled: Notify,
    /// The deliveries that may have crashed a worker, which are processed one at a time.
    pub(super) suspects: Suspects,
    /// The reason why the worker cannot go on. Set once.
    failure: OnceLock<WorkerError>,
    pub(super) failed: Notify,
    /// Notified when the ack timeouts are to be restarted, and when deliveries in flight are to be returned.
    pub(super) ticks: Notify,
    /// The phase of the worker's life.
    phase: watch::Receiver<Phase>,
}

/// The phase of a worker's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub(super) enum Phase {
    /// The worker pulls and processes.
    Running,
    /// The worker was asked to stop. Deliveries in flight may finish.
    Draining,
    /// The time to drain is over. Deliveries in flight are returned.
    Returning,
}

impl<B: Broker> Worker<B> {
    pub(super) fn new(
        stage: Arc<dyn AnyStage>,
        (broker, waiting): (B, WaitingRoom<B::Delivery>),
        topology: Topology,
        capacity: Capacity,
        (heartbeat, standstills): (Arc<Heartbeat>, Arc<Standstills>),
        phase: watch::Receiver<Phase>,
    ) -> Result<Self, WorkerError> {
        let threads =
            Threads::start(capacity.threads).map_err(|error| WorkerError::NoThreads(error.to_string()))?;
        Ok(Self {
            meter: Meter::new(stage.first_stage()),
            stage,
            heartbeat,
            broker,
            topology: Arc::new(topology),
            permits: [Semaphore::new(capacity.in_flight), Semaphore::new(BACKFILL_IN_FLIGHT)].map(Arc::new),
            threads,
            capacity,
            in_progress: [AtomicUsize::new(0), AtomicUsize::new(0)],
            steps: AtomicU64::new(0),
            logged: Mutex::default(),
            standstills,
            waiting,
            settled: Notify::new(),
            suspects: Suspects::default(),
            failure: OnceLock::new(),
            failed: Notify::new(),
            ticks: Notify::new(),
            phase,
        })
    }

    /// Decides whether a failure with this `cause` is logged now.
    pub(super) fn may_log(&self, cause: &str) -> Option<Line> {
        self.logged.lock().unwrap_or_else(PoisonError::into_inner).admit(cause, Instant::now())
    }

    /// Returns how long deliveries in flight may take to finish.
    ///
    /// If the only thread is lost, none of them can finish. They are then returned at once, to other workers.
    pub(super) fn drain_timeout(&self) -> Duration {
        match self.failure.get() {
            Some(WorkerError::TimedOut { .. }) if self.capacity.threads == 1 => Duration::ZERO,
            Some(WorkerError::ThreadsLost) => Duration::ZERO,
            _ => DRAIN,
        }
    }

    /// Returns the permits of one lane.
    pub(super) fn permits(&self, lane: Lane) -> &Arc<Semaphore> {
        let [live, backfill] = &self.permits;
        match lane {
            Lane::Live => live,
            Lane::Backfill => backfill,
        }
    }

    /// Returns how many articles of one lane may be in flight.
    pub(super) fn limit(&self, lane: Lane) -> usize {
        match lane {
            Lane::Live => self.capacity.in_flight,
            Lane::Backfill => BACKFILL_IN_FLIGHT,
        }
    }

    /// Stops the worker with an error, as soon as the deliveries in flight are settled. The first error
    /// counts.
    pub(super) fn fail(&self, error: WorkerError) {
        if self.failure.set(error).is_ok() {
            self.failed.notify_one();
        }
    }

    /// Returns the reason why the worker cannot go on.
    pub(super) fn failure(&self) -> WorkerError {
        self.failure.get().cloned().unwrap_or(WorkerError::LaneStopped)
    }

    /// Resolves when no delivery is in flight.
    pub(super) async fn all_settled(&self) {
        for lane in Lane::ALL {
            let all = u32::try_from(self.limit(lane)).unwrap_or(u32::MAX);
            drop(self.permits(lane).acquire_many(all).await);
        }
    }

    /// Records that processing of a delivery starts.
    pub(super) fn count_received(&self, lane: Lane) {
        self.counter(lane).fetch_add(1, Ordering::Relaxed);
    }

    /// Records that a delivery is settled, or waits aside.
    pub(super) fn count_settled(&self, lane: Lane) {
        self.counter(lane).fetch_sub(1, Ordering::Relaxed);
        self.settled.notify_waiters();
    }

    /// Reports whether live articles leave a thread idle.
    pub(super) fn has_idle_thread(&self) -> bool {
        self.counter(Lane::Live).load(Ordering::Relaxed) < self.capacity.threads
    }

    /// Returns how many deliveries are in progress. Those that wait aside are not.
    pub(super) fn in_progress(&self) -> usize {
        self.in_progress.iter().map(|count| count.load(Ordering::Relaxed)).sum()
    }

    fn counter(&self, lane: Lane) -> &AtomicUsize {
        let [live, backfill] = &self.in_progress;
        match lane {
            Lane::Live => live,
            Lane::Backfill => backfill,
        }
    }

    /// Reports whether deliveries in flight are to be returned.
    pub(super) fn is_returning(&self) -> bool {
        *self.phase.borrow() >= Phase::Returning
    }

    /// Resolves when the worker is in `phase` or a later one.
    pub(super) async fn reached(&self, phase: Phase) {
        let mut changes = self.phase.clone();
        // The sender lives as long as the worker runs. Without it there is nothing left to wait for.
        drop(changes.wait_for(|current| *current >= phase).await);
    }
}
