//! How much of what was stored before the console started is read.

use std::sync::atomic::{
    AtomicU64, AtomicUsize,
    Ordering::{Acquire, Relaxed, Release},
};

use crate::index::Kind;

/// The progress of all streams together.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    done: AtomicU64,
    total: AtomicU64,
    ready: AtomicUsize,
}

impl Progress {
    /// Notes that a stream is opened, with so many messages to read.
    pub(crate) fn opened(&self, waiting: u64) {
        self.total.fetch_add(waiting, Relaxed);
    }

    /// Notes that messages of before were read.
    pub(crate) fn read(&self, messages: u64) {
        self.done.fetch_add(messages, Relaxed);
    }

    /// Notes that everything of before is read from a stream.
    pub(crate) fn caught_up(&self) {
        self.ready.fetch_add(1, Release);
    }

    /// Reports whether everything of before is read.
    pub(crate) fn is_ready(&self) -> bool {
        self.ready.load(Acquire) >= Kind::STREAMS.len()
    }

    /// Returns the number of messages read, and of those to read as far as it is known.
    pub(crate) fn counts(&self) -> (u64, u64) {
        let total = self.total.load(Relaxed);
        (self.done.load(Relaxed).min(total), total)
    }
}
