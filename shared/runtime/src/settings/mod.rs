//! Settings: a flag, else an environment variable, else a default.
//!
//! Each setting is declared once, as a [`Setting`]. Its text in `--help` is generated from that declaration,
//! and [`Problems`] collects every bad value, so that a user sees all of them at once.

mod connection;
mod environment;
mod problems;
mod setting;
mod values;
mod worker;

pub use connection::{Authentication, ConnectionArgs, ConnectionSettings, Tls};
pub use environment::{Environment, ProcessEnvironment};
pub use problems::Problems;
pub use setting::Setting;
pub use values::{at_least_one, duration};
pub use worker::{WorkerArgs, WorkerSettings};
