//! The alerter: matches finished articles with saved searches, and publishes each match once.
//!
//! It is a sink whose target is the stream of alerts: an article is acknowledged only after its alerts are stored.
//! The rules are read again while it runs.
//!
//! - `settings`, `process`: flags and environment variables, and the process
//! - [`files`]: the rules as they are on disk
//! - `watch`: when changed rules are taken over; pure
//! - `target`: matches and publishes

pub mod files;
mod process;
mod settings;
mod target;
mod watch;

pub use process::run;
pub use settings::AlerterArgs;
