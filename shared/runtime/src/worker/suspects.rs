//! The queue of suspects: deliveries that may have crashed their worker.
//!
//! They are processed one at a time, and each is settled before the next one starts. Other deliveries are
//! processed meanwhile. [`turn_of_suspect`] decides the order.

use std::{
    collections::BTreeSet,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::sync::Notify;

use super::decision::turn_of_suspect;

/// How long a suspect waits for the other suspects that were in flight with it and are redelivered with it.
const GATHERING: Duration = Duration::from_millis(100);

/// The queue of suspects.
#[derive(Debug, Default)]
pub(super) struct Suspects {
    queue: Mutex<Queue>,
    changed: Notify,
}

#[derive(Debug, Default)]
struct Queue {
    /// The key of each waiting suspect: its place in the order, and its sequence.
    waiting: BTreeSet<((u64, u64), u64)>,
    /// Whether one of them is being processed.
    busy: bool,
}

/// A suspect's place in the queue. Dropping it leaves the queue.
#[derive(Debug)]
pub(super) struct Turn<'s> {
    suspects: &'s Suspects,
    key: ((u64, u64), u64),
    is_running: bool,
}

impl Suspects {
    /// Resolves when it is this delivery's turn. The turn lasts until it is dropped.
    pub(super) async fn turn(&self, attempt: u64, sequence: u64) -> Turn<'_> {
        let key = (turn_of_suspect(attempt, sequence), sequence);
        self.queue().waiting.insert(key);
        let mut turn = Turn { suspects: self, key, is_running: false };
        tokio::time::sleep(GATHERING).await;
        loop {
            let mut changed = std::pin::pin!(self.changed.notified());
            changed.as_mut().enable();
            if turn.try_start() {
                return turn;
            }
            changed.await;
        }
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Turn<'_> {
    /// Starts the turn if no other suspect has it and this one is first.
    fn try_start(&mut self) -> bool {
        let mut queue = self.suspects.queue();
        self.is_running = !queue.busy && queue.waiting.first() == Some(&self.key);
        queue.busy |= self.is_running;
        self.is_running
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut queue = self.suspects.queue();
        queue.waiting.remove(&self.key);
        queue.busy &= !self.is_running;
        drop(queue);
        self.suspects.changed.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use futures_util::future::join_all;

    use super::*;
    use crate::topology::SUSPECT_FROM;

    async fn order_of_turns(attempt: u64) -> Vec<u64> {
        let suspects = Suspects::default();
        let turns = Mutex::new(Vec::new());
        join_all([2, 1, 3].map(|sequence| {
            let (suspects, turns) = (&suspects, &turns);
            async move {
                let turn = suspects.turn(attempt, sequence).await;
                turns.lock().unwrap().push(sequence);
                tokio::task::yield_now().await;
                drop(turn);
            }
        }))
        .await;
        turns.into_inner().unwrap()
    }

    #[tokio::test(start_paused = true)]
    async fn the_order_of_suspects_alternates_between_deliveries() {
        assert_eq!(order_of_turns(2).await, [1, 2, 3]);
        assert_eq!(order_of_turns(3).await, [3, 2, 1]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_suspect_that_leaves_the_queue_blocks_no_other() {
        let suspects = Suspects::default();
        let gone = tokio::time::timeout(GATHERING / 2, suspects.turn(SUSPECT_FROM, 1)).await;
        assert!(gone.is_err());
        drop(suspects.turn(SUSPECT_FROM, 2).await);
        assert!(suspects.queue().waiting.is_empty() && !suspects.queue().busy);
    }
}
