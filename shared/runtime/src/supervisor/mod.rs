//! The supervisor: a second process that returns a dead worker's in-flight deliveries to the server.
//!
//! A supervised worker is two processes: one runs the stages, and the other one waits for its end. If the
//! working process aborts or is killed, it cannot return its deliveries, and each would wait for the ack
//! timeout. The supervisor reads them from a ledger in shared memory and returns them at once. It passes
//! signals on to the worker, ends with the worker's exit code, and takes the worker with it when it is killed
//! itself.
//!
//! This needs Linux. On other systems a worker is one process.

#[cfg(not(target_os = "linux"))]
mod none;
#[cfg(target_os = "linux")]
mod process;

#[cfg(not(target_os = "linux"))]
pub use none::supervise;
#[cfg(target_os = "linux")]
pub use process::supervise;
