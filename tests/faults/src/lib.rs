//! Proves that the pipeline loses no article and stores none twice, and measures the bus. Never shipped.
//!
//! - [`suite`] runs the scenarios and reports what became of every article.
//! - [`mod@bench`] measures the workers against the shortest pipeline that loses nothing.
//! - [`workers`] is a worker process whose stages fail on purpose, or do nothing. The faults wrap the shipped
//!   runtime from outside, so that no shipped program has a hook for them.

pub mod bench;
pub mod cli;
pub mod suite;
pub mod workers;

mod account;
mod articles;
mod finished;
mod fleet;
mod outcome;
mod proxy;
mod scenarios;
mod storm;
mod streams;
mod world;
