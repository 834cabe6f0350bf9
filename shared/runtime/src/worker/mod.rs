//! A worker: one stage that runs against a broker until it is asked to stop.

mod any_stage;
mod command;
pub mod decision;
mod delivery;
mod error;
mod lanes;
#[cfg(test)]
pub(crate) mod memory;
mod progress;
mod run;
mod serve_waiting;
mod set_aside;
mod start_notes;
mod state;
mod suspects;
#[cfg(test)]
mod tests;
mod threads;
mod unreadable;
mod waiting;
mod watch;

pub use any_stage::{AnyStage, Job};
pub(crate) use command::exit_code;
pub use command::{Command, Failure};
pub use error::WorkerError;
pub use run::run;
pub use state::Capacity;
