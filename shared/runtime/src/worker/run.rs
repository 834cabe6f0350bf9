//! The life of a worker: run both lanes, then drain.

use std::sync::Arc;

use messages::subjects::Lane;
use tokio::{
    sync::watch,
    task::JoinHandle,
    time::{interval, timeout},
};
use tracing::{info, warn};

use super::{
    any_stage::AnyStage,
    error::WorkerError,
    state::{Capacity, Phase, RETURN, Worker},
    waiting::waiting_room,
};
use crate::{broker::Broker, heartbeat::Heartbeat, standstill::Standstills, topology::Topology};

/// Runs `stage` against `broker` until `stop` resolves, then drains.
///
/// Every delivery is settled or left to be delivered again, so none is lost. `heartbeat` beats with every
/// turn of the loop, and `standstills` knows what hinders the worker.
///
/// # Errors
///
/// When the operating system refuses the worker's threads, when the consumer or its stream no longer exists, or
/// when the stage hangs.
pub async fn run<B: Broker>(
    stage: Arc<dyn AnyStage>,
    broker: B,
    topology: Topology,
    capacity: Capacity,
    heartbeat: Arc<Heartbeat>,
    standstills: Arc<Standstills>,
    stop: impl Future<Output = ()> + Send,
) -> Result<(), WorkerError> {
    let (phases, phase) = watch::channel(Phase::Running);
    let (waiting, waiters) = waiting_room();
    let broker = (broker, waiting);
    let worker = Worker::new(stage, broker, topology, capacity, (heartbeat, standstills), phase)?;
    let worker = Arc::new(worker);
    let waiting = tokio::spawn({
        let worker = Arc::clone(&worker);
        async move { worker.serve_waiters(waiters).await }
    });
    worker.meter.build_info(worker.stage.identity());
    let [live, backfill] = Lane::ALL.map(|lane| tokio::spawn(Arc::clone(&worker).serve(lane)));
    let ticks = tokio::spawn(Arc::clone(&worker).tick());
    let outcome = tokio::select! {
        Err(error) = async { tokio::try_join!(joined(live), joined(backfill)) } => Err(error),
        () = worker.failed.notified() => Err(worker.failure()),
        error = worker.stuck() => Err(error),
        () = stop => Ok(()),
    };
    worker.drain(&phases, waiting).await;
    ticks.abort();
    outcome
}

/// Waits for the end of a lane's task.
async fn joined(lane: JoinHandle<Result<(), WorkerError>>) -> Result<(), WorkerError> {
    lane.await.unwrap_or(Err(WorkerError::LaneStopped))
}

impl<B: Broker> Worker<B> {
    /// Has the ack timeouts of all deliveries in flight restarted well before they run out.
    ///
    /// One timer serves all of them, because a timer for each delivery costs more than a few superfluous
    /// restarts.
    async fn tick(self: Arc<Self>) {
        let mut ticks = interval(self.broker.ack_wait() / 3);
        loop {
            ticks.tick().await;
            self.ticks.notify_waiters();
        }
    }

    /// Lets deliveries in flight finish, returns those that do not, and flushes the broker.
    async fn drain(&self, phases: &watch::Sender<Phase>, waiting: JoinHandle<()>) {
        info!("stopping, in-flight deliveries may finish");
        phases.send_replace(Phase::Draining);
        if timeout(self.drain_timeout(), self.all_settled()).await.is_err() {
            warn!(deliveries = self.in_progress(), "returning unfinished deliveries");
            phases.send_replace(Phase::Returning);
            self.ticks.notify_waiters();
            drop(timeout(RETURN, self.all_settled()).await);
        }
        drop(timeout(RETURN, waiting).await);
        drop(timeout(RETURN, self.broker.flush()).await);
        info!("stopped");
    }
}
