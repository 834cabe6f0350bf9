//! Pulling: a lane asks for as many deliveries as it has free permits.

use std::{sync::Arc, time::Duration};

use messages::subjects::Lane;
use tokio::sync::OwnedSemaphorePermit;
use tracing::{info, warn};

use super::{
    error::WorkerError,
    state::{Phase, Worker},
};
use crate::{
    backoff::backoff,
    broker::{Broker, PullError},
    causes::with_causes,
};

/// How long one pull stays open. A worker that is asked to stop sends no new pull, but the open one runs to
/// its end, so that no delivery is lost. This bounds how long that takes.
const PULL_WAIT: Duration = Duration::from_secs(1);

impl<B: Broker> Worker<B> {
    /// Serves one lane until the worker is asked to stop.
    pub(super) async fn serve(self: Arc<Self>, lane: Lane) -> Result<(), WorkerError> {
        let mut failures = 0;
        let mut warned = false;
        while let Some(mut permits) = self.free_permits(lane).await {
            let most = permits.num_permits();
            let hand_over = |delivery| {
                // The broker never hands over more deliveries than requested. If it did, the surplus would be
                // dropped here and delivered again.
                let Some(permit) = permits.split(1) else { return };
                tokio::spawn(Arc::clone(&self).handle(delivery, lane, permit));
            };
            self.heartbeat.beat();
            match self.broker.pull(lane, most, PULL_WAIT, hand_over).await {
                Ok(()) => {
                    failures = 0;
                    if std::mem::take(&mut warned) {
                        info!(%lane, "pulling works again");
                    }
                }
                Err(PullError::Gone(what)) => return Err(WorkerError::ConsumerGone(what)),
                Err(error @ PullError::Unavailable(_)) => {
                    failures += 1;
                    let error = with_causes(&error);
                    if let Some(line) = self.may_log(&format!("pull {lane} {error}")) {
                        warned = true;
                        warn!(%lane, error, left_out = line.left_out, "pull failed, retrying");
                    }
                    self.pause(backoff(failures, 0)).await;
                }
            }
        }
        Ok(())
    }

    /// Waits for enough free permits to be worth a pull. Returns `None` when the worker is asked to stop.
    ///
    /// Every pull costs a request to the server, so a lane waits until half of its permits are free. The
    /// other half keeps the threads busy meanwhile.
    async fn free_permits(&self, lane: Lane) -> Option<OwnedSemaphorePermit> {
        let half = u32::try_from(self.limit(lane).div_ceil(2)).unwrap_or(u32::MAX);
        if lane == Lane::Backfill {
            self.live_leaves_a_thread_idle().await;
        }
        let permits = Arc::clone(self.permits(lane));
        let mut free = tokio::select! {
            biased;
            () = self.reached(Phase::Draining) => return None,
            free = permits.acquire_many_owned(half) => free.ok()?,
        };
        let rest = u32::try_from(self.permits(lane).available_permits()).unwrap_or(u32::MAX);
        if let Ok(rest) = Arc::clone(self.permits(lane)).try_acquire_many_owned(rest) {
            free.merge(rest);
        }
        Some(free)
    }

    /// Resolves when live articles leave a thread idle, or when the worker is asked to stop.
    async fn live_leaves_a_thread_idle(&self) {
        loop {
            let settled = self.settled.notified();
            if self.has_idle_thread() {
                return;
            }
            tokio::select! {
                () = settled => {}
                () = self.reached(Phase::Draining) => return,
            }
        }
    }

    /// Waits, but not longer than until the worker is asked to stop.
    async fn pause(&self, wait: Duration) {
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = self.reached(Phase::Draining) => {}
        }
    }
}
