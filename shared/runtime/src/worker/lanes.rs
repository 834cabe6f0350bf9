//! Pulling: a lane asks for as many deliveries as it has room for.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use messages::{Stage, subjects::Lane};
use tokio::sync::OwnedSemaphorePermit;
use tracing::{info, warn};

use super::{Phase, Worker, WorkerError};
use crate::{
    backoff::backoff,
    broker::{Broker, PullError},
};

/// How long one pull stays open. A worker that is asked to stop sends no further pull and hears the
/// open one out, so nothing is delivered to nobody; this bounds how long that takes.
const PULL_WAIT: Duration = Duration::from_secs(1);

impl<S: Stage, B: Broker> Worker<S, B> {
    /// Serves one lane until the worker is asked to stop.
    pub(super) async fn serve(self: Arc<Self>, lane: Lane) -> Result<(), WorkerError> {
        let mut failures = 0;
        while let Some(mut places) = self.room(lane).await {
            let most = places.num_permits();
            let hand_over = |delivery| {
                // The broker hands over at most as many deliveries as were asked for; one more would be
                // dropped here, and delivered again.
                let Some(place) = places.split(1) else { return };
                tokio::spawn(Arc::clone(&self).handle(delivery, lane, place));
            };
            self.pulse.beat();
            match self.broker.pull(lane, most, PULL_WAIT, hand_over).await {
                Ok(()) if failures > 0 => {
                    info!(%lane, "pulling again");
                    failures = 0;
                }
                Ok(()) => {}
                Err(PullError::Gone(what)) => return Err(WorkerError::ConsumerGone(what)),
                Err(PullError::Unavailable(error)) => {
                    failures += 1;
                    if failures == 1 {
                        warn!(%lane, error, "cannot pull, trying until it works");
                    }
                    self.pause(backoff(failures, 0)).await;
                }
            }
        }
        Ok(())
    }

    /// Free places to pull for, once it is worth a request; `None` once the worker is to stop.
    ///
    /// Asking for a few at a time would cost a request each, so a lane waits until half its places are
    /// free; the other half keeps the threads busy meanwhile.
    async fn room(&self, lane: Lane) -> Option<OwnedSemaphorePermit> {
        let half = u32::try_from(self.size(lane).div_ceil(2)).unwrap_or(u32::MAX);
        if lane == Lane::Backfill {
            self.live_has_spare_threads().await;
        }
        let places = Arc::clone(self.places(lane));
        let mut free = tokio::select! {
            biased;
            () = self.reached(Phase::Draining) => return None,
            free = places.acquire_many_owned(half) => free.ok()?,
        };
        let rest = u32::try_from(self.places(lane).available_permits()).unwrap_or(u32::MAX);
        if let Ok(rest) = Arc::clone(self.places(lane)).try_acquire_many_owned(rest) {
            free.merge(rest);
        }
        Some(free)
    }

    /// Resolves once live articles leave a thread idle, or the worker is to stop.
    async fn live_has_spare_threads(&self) {
        loop {
            let settled = self.settled.notified();
            if self.live_at_work.load(Ordering::Relaxed) < self.capacity.threads {
                return;
            }
            tokio::select! {
                () = settled => {}
                () = self.reached(Phase::Draining) => return,
            }
        }
    }

    /// Waits, but not past the worker's end.
    async fn pause(&self, wait: Duration) {
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = self.reached(Phase::Draining) => {}
        }
    }
}
