//! Measures workers on a real server: throughput, latency, start-up time and memory.

mod bus;
mod console;
mod figures;
mod memory;
mod server;
mod sinks;
mod systems;
mod tiers;

pub use bus::run as bus;
pub use console::{ConsoleLoad, run as console};
pub use figures::Load;
pub use sinks::run as sinks;
pub use tiers::run as tiers;
