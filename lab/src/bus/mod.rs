//! Workers for experiments on the bus: the shipped runtime with stages that do nothing, or that fail on purpose.
//!
//! Never shipped: the faults live here, not in the stages.

pub(crate) mod ack_first;
pub(crate) mod faulty;
pub(crate) mod noop;
pub mod worker;

/// Bytes that each stream needs for so many articles with all their layers: 20 KB each is four times what the
/// test articles take.
pub(crate) fn room(articles: usize) -> u64 {
    (64 << 20) + 20_000 * articles as u64
}
