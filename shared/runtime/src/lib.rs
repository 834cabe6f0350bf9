//! Runs any [`messages::Stage`] against a broker.
//!
//! The runtime moves bytes, retries, settles and shuts down. It never mentions a language, a token
//! or an entity; what to do with a delivery is decided by pure functions ([`worker::decision`]), and
//! the loop merely carries out the answer.
//!
//! - [`settings`]: flags and environment, every problem reported at once
//! - [`topology`]: the streams and consumers of a pipeline, as data
//! - [`permissions`]: who may do what on the bus, derived from it
//! - [`bus`]: NATS JetStream: connect, set up, publish, read, status
//! - [`broker`]: what the worker loop needs of a bus, so that tests can give it another
//! - [`worker`]: the loop, and what every worker binary shares
//! - [`keeper`]: the process beside a worker's, which hands back what that had in hand when it dies
//! - [`probes`]: a worker's metrics and health over HTTP
//! - [`telemetry`], [`clock`], [`shutdown`]: the rest of the rim

mod backoff;
pub mod broker;
pub mod bus;
pub mod clock;
pub mod keeper;
mod meter;
pub mod permissions;
pub mod probes;
pub mod settings;
pub mod shutdown;
mod spans;
pub mod telemetry;
pub mod topology;
pub mod worker;
