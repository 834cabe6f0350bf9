//! Deliveries that may be what took their worker down: they wait until they are all together, and take
//! turns, each settled before the next.
//!
//! Everybody else goes on beside them. Whose turn comes when is [`turn_of_suspect`]'s word.

use std::{
    collections::BTreeSet,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::sync::Notify;

use super::decision::turn_of_suspect;

/// How long a suspect waits for those that were in hand with it and come again with it.
const GATHERING: Duration = Duration::from_millis(100);

/// The queue.
#[derive(Debug, Default)]
pub(super) struct Suspects {
    queue: Mutex<Queue>,
    changed: Notify,
}

#[derive(Debug, Default)]
struct Queue {
    /// Attempt, order, and the sequence.
    waiting: BTreeSet<((u64, u64), u64)>,
    /// Whether one of them has its turn.
    busy: bool,
}

/// A place in the queue, left when dropped.
#[derive(Debug)]
pub(super) struct Turn<'s> {
    suspects: &'s Suspects,
    place: ((u64, u64), u64),
    has_begun: bool,
}

impl Suspects {
    /// Resolves once it is this delivery's turn; the turn lasts until it is dropped.
    pub(super) async fn turn(&self, attempt: u64, sequence: u64) -> Turn<'_> {
        let place = (turn_of_suspect(attempt, sequence), sequence);
        self.queue().waiting.insert(place);
        let mut turn = Turn { suspects: self, place, has_begun: false };
        tokio::time::sleep(GATHERING).await;
        loop {
            let mut changed = std::pin::pin!(self.changed.notified());
            changed.as_mut().enable();
            if turn.begins() {
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
    fn begins(&mut self) -> bool {
        let mut queue = self.suspects.queue();
        self.has_begun = !queue.busy && queue.waiting.first() == Some(&self.place);
        queue.busy |= self.has_begun;
        self.has_begun
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut queue = self.suspects.queue();
        queue.waiting.remove(&self.place);
        queue.busy &= !self.has_begun;
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
    async fn suspects_take_turns_one_way_and_then_the_other() {
        assert_eq!(order_of_turns(2).await, [1, 2, 3]);
        assert_eq!(order_of_turns(3).await, [3, 2, 1]);
    }

    #[tokio::test(start_paused = true)]
    async fn one_that_leaves_the_queue_holds_up_nobody() {
        let suspects = Suspects::default();
        let gone = tokio::time::timeout(GATHERING / 2, suspects.turn(SUSPECT_FROM, 1)).await;
        assert!(gone.is_err());
        drop(suspects.turn(SUSPECT_FROM, 2).await);
        assert!(suspects.queue().waiting.is_empty() && !suspects.queue().busy);
    }
}
