//! What `/metrics` counts about requests.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering::Relaxed};

/// The counts of this process.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    /// Answers by the first digit of their status.
    answers: [AtomicU64; 5],
    /// Articles that were published.
    pub(crate) published: AtomicU64,
    /// Readers of server-sent events.
    pub(crate) readers: AtomicI64,
}

impl Counts {
    /// Counts an answer with this status.
    pub(crate) fn answered(&self, status: u16) {
        if let Some(answers) = self.answers.get(usize::from(status / 100).saturating_sub(1)) {
            answers.fetch_add(1, Relaxed);
        }
    }

    /// Returns the number of answers by the first digit of their status, from 1 on.
    pub(crate) fn answers(&self) -> [u64; 5] {
        [0, 1, 2, 3, 4]
            .map(|class| self.answers.get(class).map_or(0, |answers: &AtomicU64| answers.load(Relaxed)))
    }
}
