//! Waits for a condition, never for a length of time.

use std::time::{Duration, Instant};

/// The time after which a test gives up. It is far longer than anything takes, for busy machines.
pub const DEADLINE: Duration = Duration::from_mins(1);

/// The pause between two looks at a condition that sends no signal.
const POLL_INTERVAL: Duration = Duration::from_millis(10);

/// Waits until `condition` returns a value. Panics with `what` after [`DEADLINE`].
pub fn wait_until<T>(what: &str, mut condition: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(value) = condition() {
            return value;
        }
        assert!(begun.elapsed() < DEADLINE, "waited {DEADLINE:?} for {what}");
        pause();
    }
}

#[expect(clippy::disallowed_methods, reason = "the pause between two looks at the condition waited for")]
fn pause() {
    std::thread::sleep(POLL_INTERVAL);
}
