//! Waiting for a condition, never for a length of time.

use std::time::{Duration, Instant};

/// How long anything may take before a test gives up on it. Far beyond what it takes, for busy machines.
pub const DEADLINE: Duration = Duration::from_mins(1);

/// Between two looks at a condition that announces itself in no way.
const LOOK_EVERY: Duration = Duration::from_millis(10);

/// Waits until `condition` yields a value, and panics with `what` after [`DEADLINE`].
pub fn wait_until<T>(what: &str, mut condition: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(value) = condition() {
            return value;
        }
        assert!(begun.elapsed() < DEADLINE, "waited {DEADLINE:?} in vain: {what}");
        look_again();
    }
}

#[expect(clippy::disallowed_methods, reason = "the pause between two looks at the condition waited for")]
fn look_again() {
    std::thread::sleep(LOOK_EVERY);
}
