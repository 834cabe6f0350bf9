//! The guard against a worker that holds articles and does nothing with them.
//!
//! Such a worker renews its deliveries for ever, so no other worker would get them.

use std::{sync::atomic::Ordering, time::Duration};

use tokio::time::{MissedTickBehavior, interval};

use super::{error::WorkerError, state::Worker};
use crate::{broker::Broker, obstacle::Obstacle};

/// How often the worker checks that work goes on.
const CHECK_EVERY: Duration = Duration::from_secs(5);
/// How much longer than the stage's time limit nothing may happen before the worker reports that it is stuck. A
/// publish without an answer fails after five seconds, and a failure counts as something that happens.
const REPORT_AFTER: Duration = Duration::from_secs(15);
/// How much longer than the stage's time limit nothing may happen before the worker ends itself.
const END_AFTER: Duration = Duration::from_secs(45);

impl<B: Broker> Worker<B> {
    /// Records that something happened to a delivery.
    pub(super) fn advance(&self) {
        self.steps.fetch_add(1, Ordering::Relaxed);
    }

    /// Resolves with an error when deliveries are in flight and nothing happens to any of them for long.
    ///
    /// It counts checks, not seconds, so that a process that was suspended is not taken for one that is stuck.
    pub(super) async fn stuck(&self) -> WorkerError {
        let mut checks = interval(CHECK_EVERY);
        checks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let (mut seen, mut idle_for) = (0, Duration::ZERO);
        loop {
            checks.tick().await;
            let steps = self.steps.load(Ordering::Relaxed);
            let deliveries = self.in_progress();
            if deliveries == 0 || steps != seen {
                (seen, idle_for) = (steps, Duration::ZERO);
                self.standstills.clear(|known| known.reason == Obstacle::WorkerStuck);
                continue;
            }
            idle_for += CHECK_EVERY;
            if idle_for >= self.capacity.budget + REPORT_AFTER {
                let what = format!("{deliveries} articles in flight");
                self.standstills.report(Obstacle::WorkerStuck, what, "");
            }
            if idle_for >= self.capacity.budget + END_AFTER {
                return WorkerError::Stuck { deliveries, seconds: idle_for.as_secs() };
            }
        }
    }
}
