//! The waiting room: deliveries that must become dead letters while their stream does not take them.
//!
//! They hold no permit and no thread, so the articles behind them go on. They are not returned to the bus
//! either: a redelivery would make them suspects, and there is an end to redeliveries, but not to the time that
//! a stream may be full. Their ack timeout is renewed instead.

use std::{
    collections::VecDeque,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use messages::subjects::Lane;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use super::decision::Reason;
use crate::{
    broker::{Delivery, Outgoing},
    spans::Span,
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
    pub(super) arrivals: UnboundedReceiver<Waiting<D>>,
    pub(super) queue: VecDeque<Waiting<D>>,
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

impl<D: Delivery> Waiters<D> {
    /// Frees the room of a delivery that waits no longer.
    pub(super) fn leave(&self, size: usize) {
        self.bytes.fetch_sub(size, Ordering::Relaxed);
    }

    /// Renews the ack timeouts of all that wait.
    pub(super) async fn renew(&self) {
        for waiting in &self.queue {
            waiting.delivery.in_progress().await;
        }
    }
}

/// Returns the memory that a waiting delivery takes.
pub(super) fn size(delivery: &impl Delivery) -> usize {
    delivery.payload().len() + HEADERS
}
