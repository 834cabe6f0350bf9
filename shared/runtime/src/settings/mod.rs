//! Settings: a flag, else an environment variable, else a default.
//!
//! Each setting is declared once, as a [`Setting`]. Its text in `--help` is generated from that declaration,
//! and [`Problems`] collects every bad value, so that a user sees all of them at once.

mod api_prefix;
mod authentication;
mod connection;
mod environment;
mod logging;
mod problems;
mod server_urls;
mod service;
mod setting;
mod values;
mod worker;

pub use api_prefix::ApiPrefix;
pub use authentication::Authentication;
pub(crate) use authentication::password_in;
pub use connection::{ConnectionArgs, ConnectionSettings, Tls};
pub use environment::{Environment, ProcessEnvironment};
pub use logging::{LoggingArgs, LoggingSettings};
pub use problems::Problems;
pub use service::{ServiceArgs, ServiceSettings};
pub use setting::Setting;
pub use values::{at_least_one, bytes, duration, listening_address};
pub use worker::{WorkerArgs, WorkerSettings};
