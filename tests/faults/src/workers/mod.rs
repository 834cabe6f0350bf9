//! Worker processes for experiments: the shipped runtime with stages that do nothing, or that fail on
//! purpose.

mod faulty;
mod noop;
mod process;

pub(crate) use faulty::FAULT;
pub(crate) use process::command;
pub use process::{WorkerArguments, run};
