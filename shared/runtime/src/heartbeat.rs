//! The heartbeat of the worker loop, which the health probe reads.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use tokio::time::Instant;

/// A loop without a heartbeat for this long hangs. A healthy loop beats at least once a second, and with
/// every attempt while the bus is unreachable.
const HANGS_AFTER: Duration = Duration::from_secs(30);

/// The time of the worker loop's last turn.
#[derive(Debug)]
pub struct Heartbeat {
    started: Instant,
    /// Milliseconds after `started`.
    last: AtomicU64,
}

impl Default for Heartbeat {
    fn default() -> Self {
        Self { started: Instant::now(), last: AtomicU64::new(0) }
    }
}

impl Heartbeat {
    /// Records a turn of the loop.
    pub fn beat(&self) {
        let now = u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.last.store(now, Ordering::Relaxed);
    }

    /// Reports whether the loop has turned recently.
    pub(crate) fn is_alive(&self) -> bool {
        let last = Duration::from_millis(self.last.load(Ordering::Relaxed));
        self.started.elapsed().saturating_sub(last) < HANGS_AFTER
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_loop_without_a_heartbeat_is_not_alive() {
        let heartbeat = Heartbeat::default();
        assert!(heartbeat.is_alive());
        tokio::time::advance(HANGS_AFTER).await;
        assert!(!heartbeat.is_alive());
        heartbeat.beat();
        assert!(heartbeat.is_alive());
    }
}
