//! A broker in memory for tests of the worker loop. It delivers, redelivers, refuses and records.

use std::{
    collections::{BTreeSet, VecDeque},
    sync::{
        Arc, Mutex, MutexGuard,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use messages::{headers, subjects::Lane};
use time::OffsetDateTime;
use tokio::{sync::Notify, time::Instant};

use crate::{
    broker::{Broker, Delivery, Outgoing, PublishError, PullError, Settlement, Stored},
    obstacle::Obstacle,
    topology::ACK_WAIT,
};

/// One recorded action of the worker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Action {
    /// A message was stored under this subject.
    Stored(String),
    /// A message with this subject was recognized as a duplicate.
    Duplicate(String),
    /// The delivery with this sequence was settled.
    Settled(u64, Settlement),
    /// The delivery with this sequence asked for more time.
    InProgress(u64),
}

/// A handle on the broker. Clones share it.
#[derive(Clone, Default)]
pub(super) struct MemoryBroker(Arc<Inner>);

#[derive(Default)]
struct Inner {
    waiting: Mutex<VecDeque<(Lane, Waiting)>>,
    arrived: Notify,
    log: Mutex<Vec<Action>>,
    stored: Mutex<Vec<Outgoing>>,
    /// The number of publishes that are still to be refused.
    refusals: AtomicUsize,
    /// The streams that refuse every message.
    full: Mutex<BTreeSet<String>>,
    /// The number of confirmations that are still to be lost after storing.
    lost_confirmations: AtomicUsize,
    /// The size of the largest payload, if it is limited.
    largest: Mutex<Option<usize>>,
    /// The time that the broker takes to confirm.
    delay: Mutex<Duration>,
    /// For each lane, how many deliveries are unsettled now, and how many were at most.
    unsettled: Mutex<[(usize, usize); 2]>,
}

#[derive(Clone)]
struct Waiting {
    sequence: u64,
    attempt: u64,
    payload: Bytes,
    unreadable_headers: Option<Bytes>,
}

impl Waiting {
    fn new(sequence: u64, attempt: u64, payload: impl Into<Bytes>) -> Self {
        Self { sequence, attempt, payload: payload.into(), unreadable_headers: None }
    }
}

impl MemoryBroker {
    pub(super) fn put(&self, lane: Lane, sequence: u64, payload: impl Into<Bytes>) {
        self.put_again(lane, Waiting::new(sequence, 1, payload));
    }

    /// Adds a message that has been delivered before.
    pub(super) fn put_attempt(&self, sequence: u64, attempt: u64, payload: impl Into<Bytes>) {
        self.put_again(Lane::Live, Waiting::new(sequence, attempt, payload));
    }

    /// Adds a message whose header block cannot be read.
    pub(super) fn put_unreadable(&self, sequence: u64, block: &'static [u8], payload: impl Into<Bytes>) {
        let unreadable_headers = Some(Bytes::from_static(block));
        self.put_again(Lane::Live, Waiting { unreadable_headers, ..Waiting::new(sequence, 1, payload) });
    }

    fn put_again(&self, lane: Lane, waiting: Waiting) {
        lock(&self.0.waiting).push_back((lane, waiting));
        self.0.arrived.notify_waiters();
    }

    pub(super) fn refuse_publishes(&self, times: usize) {
        self.0.refusals.store(times, Ordering::SeqCst);
    }

    /// Makes a stream refuse every message, or take them again.
    pub(super) fn set_full(&self, stream: &str, full: bool) {
        let mut streams = lock(&self.0.full);
        if full {
            streams.insert(stream.to_owned());
        } else {
            streams.remove(stream);
        }
    }

    pub(super) fn limit_payloads(&self, largest: usize) {
        *lock(&self.0.largest) = Some(largest);
    }

    pub(super) fn lose_confirmations(&self, times: usize) {
        self.0.lost_confirmations.store(times, Ordering::SeqCst);
    }

    pub(super) fn confirm_after(&self, delay: Duration) {
        *lock(&self.0.delay) = delay;
    }

    pub(super) fn log(&self) -> Vec<Action> {
        lock(&self.0.log).clone()
    }

    pub(super) fn stored(&self) -> Vec<Outgoing> {
        lock(&self.0.stored).clone()
    }

    /// Returns how many deliveries of a lane were unsettled at the same time, at most.
    pub(super) fn most_unsettled(&self, lane: Lane) -> usize {
        lock(&self.0.unsettled)[lane as usize].1
    }

    /// Resolves when `done` accepts the log.
    pub(super) async fn until(&self, done: impl Fn(&[Action]) -> bool) {
        while !done(&self.log()) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    fn record(&self, action: Action) {
        lock(&self.0.log).push(action);
    }

    fn take(&self, lane: Lane) -> Option<Waiting> {
        let mut waiting = lock(&self.0.waiting);
        let index = waiting.iter().position(|(other, _)| *other == lane)?;
        waiting.remove(index).map(|(_, waiting)| waiting)
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap()
}

impl Broker for MemoryBroker {
    type Delivery = MemoryDelivery;

    async fn pull(
        &self,
        lane: Lane,
        most: usize,
        wait: Duration,
        mut hand_over: impl FnMut(MemoryDelivery) + Send,
    ) -> Result<(), PullError> {
        let end = Instant::now() + wait;
        let mut handed_over = 0;
        while handed_over < most {
            let arrived = self.0.arrived.notified();
            if let Some(waiting) = self.take(lane) {
                handed_over += 1;
                {
                    let (now, peak) = &mut lock(&self.0.unsettled)[lane as usize];
                    *now += 1;
                    *peak = (*peak).max(*now);
                }
                hand_over(MemoryDelivery { broker: self.clone(), lane, waiting });
            } else if tokio::time::timeout_at(end, arrived).await.is_err() {
                break;
            }
        }
        Ok(())
    }

    async fn publish(&self, message: &Outgoing) -> Result<Stored, PublishError> {
        let delay = *lock(&self.0.delay);
        tokio::time::sleep(delay).await;
        if lock(&self.0.largest).is_some_and(|largest| message.payload.len() > largest) {
            return Err(PublishError::TooLarge("max_payload".into()));
        }
        let take_one = |left: &AtomicUsize| {
            left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_ok()
        };
        if take_one(&self.0.refusals) {
            let full = "maximum bytes exceeded (10077)";
            return Err(PublishError::Unavailable(Obstacle::StreamFull, full.into()));
        }
        if lock(&self.0.full).contains(&message.stream) {
            return Err(PublishError::Unavailable(Obstacle::DeadLettersFull, "it is full".into()));
        }
        let id = |message: &Outgoing| {
            message.headers.iter().find(|(name, _)| *name == headers::MESSAGE_ID).map(|(_, id)| id.clone())
        };
        let duplicate = lock(&self.0.stored).iter().any(|other| id(other) == id(message));
        if duplicate {
            self.record(Action::Duplicate(message.subject.clone()));
        } else {
            self.record(Action::Stored(message.subject.clone()));
            lock(&self.0.stored).push(message.clone());
        }
        if take_one(&self.0.lost_confirmations) {
            return Err(PublishError::Unavailable(Obstacle::Unconfirmed, "timed out".into()));
        }
        Ok(Stored { sequence: lock(&self.0.stored).len() as u64, duplicate })
    }

    fn ack_wait(&self) -> Duration {
        ACK_WAIT
    }

    async fn flush(&self) {}
}

/// Creates the first delivery of an empty message.
pub(crate) fn delivery(lane: Lane, sequence: u64) -> MemoryDelivery {
    let waiting = Waiting::new(sequence, 1, Bytes::new());
    MemoryDelivery { broker: MemoryBroker::default(), lane, waiting }
}

/// One delivery of a message in memory.
pub(crate) struct MemoryDelivery {
    broker: MemoryBroker,
    lane: Lane,
    waiting: Waiting,
}

impl Delivery for MemoryDelivery {
    fn subject(&self) -> &'static str {
        "articles.v1.received.live"
    }

    fn payload(&self) -> &Bytes {
        &self.waiting.payload
    }

    fn header(&self, name: &str) -> Option<&str> {
        let traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        (name == "traceparent" && self.waiting.unreadable_headers.is_none()).then_some(traceparent)
    }

    fn unreadable_headers(&self) -> Option<&Bytes> {
        self.waiting.unreadable_headers.as_ref()
    }

    fn attempt(&self) -> u64 {
        self.waiting.attempt
    }

    fn sequence(&self) -> u64 {
        self.waiting.sequence
    }

    fn stored_at(&self) -> OffsetDateTime {
        OffsetDateTime::UNIX_EPOCH
    }

    async fn in_progress(&self) {
        self.broker.record(Action::InProgress(self.waiting.sequence));
    }

    async fn settle(self, settlement: Settlement) {
        lock(&self.broker.0.unsettled)[self.lane as usize].0 -= 1;
        self.broker.record(Action::Settled(self.waiting.sequence, settlement.clone()));
        if let Settlement::Retry(wait) = settlement {
            let attempt = self.waiting.attempt + 1;
            tokio::spawn(async move {
                tokio::time::sleep(wait).await;
                self.broker.put_again(self.lane, Waiting { attempt, ..self.waiting });
            });
        }
    }
}
