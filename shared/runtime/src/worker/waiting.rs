//! The waiting room: deliveries that must become dead letters while their stream does not take them.
//!
//! They hold no permit and no thread, so the articles behind them go on. They are not returned to the bus
//! either: a redelivery would make them suspects, and there is an end to redeliveries, but not to the time that
//! a stream may be full. Their ack timeout is renewed instead.

use std::{
    collections::VecDeque,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use messages::subjects::Lane;
use tokio::{
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    time::{Instant, Interval, MissedTickBehavior, interval},
};
use tracing::warn;

use super::{
    decision::Reason,
    state::{Phase, Worker},
};
use crate::{
    backoff::backoff,
    broker::{Broker, Delivery, Outgoing, PublishError, Settlement},
    spans::Span,
    topology::ACK_WAIT,
};

/// The memory that waiting deliveries of one worker may take: thousands of ordinary articles, or dozens of
/// the largest. Beyond it, a delivery keeps its permit while it waits, and so slows down the lane.
const MOST_BYTES: usize = 32 << 20;
/// The wait before a delivery that a stopping worker returns is delivered again. It is longer than the worker's
/// last pull stays open, so that the delivery does not return to the same worker.
pub(super) const RETURNED: Duration = Duration::from_secs(2);
/// The memory that a delivery takes besides its payload: its headers, and those of the dead letter.
const HEADERS: usize = 4 << 10;

/// A delivery that waits, with its dead letter.
pub(super) struct Waiting<D> {
    pub(super) delivery: D,
    pub(super) letter: Outgoing,
    pub(super) reason: Reason,
    pub(super) lane: Lane,
    pub(super) span: Span,
}

/// The entrance to the waiting room.
pub(super) struct WaitingRoom<D> {
    entrance: UnboundedSender<Waiting<D>>,
    bytes: Arc<AtomicUsize>,
}

/// The deliveries in the waiting room.
pub(super) struct Waiters<D> {
    arrivals: UnboundedReceiver<Waiting<D>>,
    queue: VecDeque<Waiting<D>>,
    bytes: Arc<AtomicUsize>,
}

/// Creates an empty waiting room.
pub(super) fn waiting_room<D>() -> (WaitingRoom<D>, Waiters<D>) {
    let (entrance, arrivals) = unbounded_channel();
    let bytes = Arc::<AtomicUsize>::default();
    let waiters = Waiters { arrivals, queue: VecDeque::new(), bytes: Arc::clone(&bytes) };
    (WaitingRoom { entrance, bytes }, waiters)
}

impl<D: Delivery> WaitingRoom<D> {
    /// Reports whether nobody waits.
    pub(super) fn is_empty(&self) -> bool {
        self.bytes.load(Ordering::Relaxed) == 0
    }

    /// Reserves room for a delivery. Returns whether there is any.
    pub(super) fn reserve(&self, delivery: &D) -> bool {
        let size = size(delivery);
        let fits = self.bytes.fetch_add(size, Ordering::Relaxed) + size <= MOST_BYTES;
        if !fits {
            self.bytes.fetch_sub(size, Ordering::Relaxed);
        }
        fits
    }

    /// Lets a delivery in, for which there is room. Gives it back if the worker stops.
    pub(super) fn enter(&self, waiting: Waiting<D>) -> Result<(), Box<Waiting<D>>> {
        self.entrance.send(waiting).map_err(|refused| Box::new(refused.0))
    }
}

fn size(delivery: &impl Delivery) -> usize {
    delivery.payload().len() + HEADERS
}

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
                _ = renewals.tick() => renew(&waiters.queue).await,
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
            self.settle_waiting(waiting, Settlement::Retry(RETURNED)).await;
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
                        renew(&waiters.queue).await;
                    }
                }
            }
        };
        let size = size(&waiting.delivery);
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
        waiters.bytes.fetch_sub(size, Ordering::Relaxed);
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

async fn renew<D: Delivery>(queue: &VecDeque<Waiting<D>>) {
    for waiting in queue {
        waiting.delivery.in_progress().await;
    }
}
