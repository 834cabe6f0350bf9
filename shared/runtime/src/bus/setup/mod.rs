//! Creating and updating streams and consumers.
//!
//! - [`wanted`]: what the server should have, from the plan, the operator's options and what is stored; pure
//! - [`differences`]: what differs from it, and which changes can lose something; pure
//! - [`survey`]: reads what is stored, and finds what is in the way; [`room`] compares it with the limits
//! - [`start`]: where a new consumer starts, pure; [`results`] finds what has a result, [`begin`] applies it
//! - [`carry_out`]: makes the changes
//! - [`errors`]: why setup stopped, and what to do

mod begin;
mod carry_out;
mod change;
mod differences;
mod errors;
mod options;
mod results;
mod room;
mod start;
mod survey;
mod units;
mod wanted;

pub use change::Change;
pub use differences::Difference;
pub use errors::SetupError;
pub use options::SetupOptions;
