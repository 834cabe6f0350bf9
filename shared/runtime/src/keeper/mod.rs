//! A worker is two processes: one works, and its keeper waits beside it.
//!
//! A process that aborts, overflows its stack or is killed for its memory cannot hand back what it has in hand, and each
//! of those deliveries would wait for its ack wait. So it notes them in memory that its keeper shares, and the keeper,
//! which runs none of the stages, hands them back the moment the process dies. Signals go through the keeper, and its exit
//! status is the process's. Where the keeper dies, the process dies with it.
//!
//! Only Linux has what this takes; elsewhere a worker is one process.

pub(crate) mod in_hand;
#[cfg(not(target_os = "linux"))]
mod none;
#[cfg(target_os = "linux")]
mod process;

#[cfg(not(target_os = "linux"))]
pub use none::keep;
#[cfg(not(target_os = "linux"))]
pub(crate) use none::notes;
#[cfg(target_os = "linux")]
pub use process::keep;
#[cfg(target_os = "linux")]
pub(crate) use process::notes;
