//! The worker: reads finished articles in the order of their stream, and publishes them with their stories.
//!
//! It is exactly-once without acknowledgements: each of its events names the position of its input, and is stored only
//! directly after the one before. After a restart it reads its own events, and goes on after the last position.
//!
//! - `settings`: flags and environment variables
//! - `process`: the process, and whose turn it is among several instances
//! - `shift`: the work of the instance whose turn it is
//! - `input`: reads, decodes and compares what arrives
//! - `meter`: the metrics

mod input;
mod meter;
mod process;
mod settings;
mod shift;

pub use process::run;
pub use settings::LinkerArgs;
