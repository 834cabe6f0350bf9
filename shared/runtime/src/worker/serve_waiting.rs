//! Serving the deliveries that wait aside: their dead letters are stored as soon as the bus takes them.

use std::{pin::pin, time::Duration};

use tokio::time::{Instant, Interval, MissedTickBehavior, interval};
use tracing::warn;

use super::{
    decision::Reason,
    state::{Phase, Worker},
    waiting::{self, Waiters, Waiting},
};
use crate::{
    backoff::backoff,
    broker::{Broker, Delivery, PublishError, Settlement},
    topology::ACK_WAIT,
};

impl<B: Broker> Worker<B> {
    /// Stores the dead letters of the deliveries that wait, as soon as the bus takes them, and renews their ack
    /// timeouts until then. Returns all of them to the bus when the worker is asked to stop.
    pub(super) async fn serve_waiters(&self, mut waiters: Waiters<B::Delivery>) {
        let mut renewals = interval(self.broker.ack_wait() / 3);
        renewals.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let (mut failures, mut next_attempt) = (0, Instant::now());
        loop {
            tokio::select! {
                biased;
                () = self.reached(Phase::Draining) => break,
                Some(waiting) = waiters.arrivals.recv() => {
                    if waiters.queue.is_empty() {
                        // The bus has just refused it.
                        next_attempt = Instant::now() + backoff(1, waiting.delivery.sequence());
                    }
                    waiting.delivery.in_progress().await;
                    waiters.queue.push_back(waiting);
                }
                _ = renewals.tick() => waiters.renew().await,
                () = tokio::time::sleep_until(next_attempt), if !waiters.queue.is_empty() => {
                    failures = if self.try_next(&mut waiters, &mut renewals).await { 0 } else { failures + 1 };
                    let wait = if failures == 0 { Duration::ZERO } else { backoff(failures, u64::from(failures)) };
                    next_attempt = Instant::now() + wait;
                }
            }
        }
        waiters.arrivals.close();
        while let Some(waiting) = waiters.arrivals.recv().await {
            waiters.queue.push_back(waiting);
        }
        for waiting in waiters.queue {
            self.settle_waiting(waiting, Settlement::Retry(waiting::RETURNED)).await;
        }
    }

    /// Tries to store the letter that waits longest. If the bus refuses it, it goes behind the others, which
    /// may be allowed. Returns whether it is settled.
    async fn try_next(&self, waiters: &mut Waiters<B::Delivery>, renewals: &mut Interval) -> bool {
        let Some(mut waiting) = waiters.queue.pop_front() else { return true };
        let outcome = {
            let mut stored = pin!(self.publish_letter(&mut waiting.letter));
            loop {
                tokio::select! {
                    biased;
                    outcome = &mut stored => break Some(outcome),
                    () = self.reached(Phase::Draining) => break None,
                    _ = renewals.tick() => {
                        waiting.delivery.in_progress().await;
                        waiters.renew().await;
                    }
                }
            }
        };
        let size = waiting::size(&waiting.delivery);
        let settlement = match outcome {
            Some(Ok(_)) => {
                self.stored(&waiting.letter);
                self.count_dead(&waiting.delivery, &waiting.reason);
                Settlement::Terminate(waiting.reason.code.to_string())
            }
            Some(Err(PublishError::TooLarge(_))) => Settlement::Retry(ACK_WAIT),
            Some(Err(error @ PublishError::Unavailable(..))) => {
                self.refused(&error, &waiting.letter);
                waiters.queue.push_back(waiting);
                return false;
            }
            None => {
                waiters.queue.push_back(waiting);
                return false;
            }
        };
        self.settle_waiting(waiting, settlement).await;
        waiters.leave(size);
        true
    }

    async fn settle_waiting(&self, waiting: Waiting<B::Delivery>, settlement: Settlement) {
        let Waiting { delivery, lane, span, .. } = waiting;
        self.settle(delivery, lane, span, settlement).await;
    }

    /// Counts and logs that a delivery became a dead letter.
    pub(super) fn count_dead(&self, delivery: &B::Delivery, reason: &Reason) {
        let (subject, sequence, code) = (delivery.subject(), delivery.sequence(), reason.code.code());
        warn!(subject, sequence, reason = code, error = reason.message, "article became a dead letter");
        self.meter.set_aside(reason.code);
    }
}
