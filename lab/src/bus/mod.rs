//! Workers for experiments on the bus: the shipped runtime with stages that do nothing, or that fail on purpose.
//!
//! Never shipped: the faults live here, not in the stages.

pub(crate) mod ack_first;
pub(crate) mod faulty;
pub(crate) mod noop;
pub mod worker;
