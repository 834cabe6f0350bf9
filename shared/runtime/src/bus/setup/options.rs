//! The operator's decisions.

use std::time::Duration;

/// The operator's decisions about the streams and consumers. Without a decision what is stored stays, and what
/// is new has a default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a decision of its own")]
pub struct SetupOptions {
    /// The number of copies of each stream in a cluster.
    pub replicas: Option<usize>,
    /// The size at which a stream refuses new messages, in bytes.
    pub max_bytes: Option<u64>,
    /// How long events are stored.
    pub max_age: Option<Duration>,
    /// How long a delivery may stay unacknowledged before it is delivered again.
    pub ack_wait: Option<Duration>,
    /// Whether to create the stream of the story-linker. One that exists is always kept up.
    pub stories: bool,
    /// Whether the pipeline has a stream of alerts. One that exists stays.
    pub alerts: bool,
    /// Whether to make changes that can lose articles or copies of them.
    pub force: bool,
    /// Whether to report the changes without making them.
    pub dry_run: bool,
}
