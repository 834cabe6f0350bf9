//! Runs any [`messages::Stage`] against a broker.
//!
//! The runtime moves bytes, retries, settles and shuts down. It knows no language, token or entity. Pure
//! functions decide what to do with a delivery ([`worker::decision`]), and the worker loop carries out the
//! decision.
//!
//! - [`settings`]: flags and environment variables; all problems are reported at once
//! - [`topology`]: the streams and consumers of a pipeline, as data
//! - [`permissions`]: the permissions of each program on the bus, derived from the topology
//! - [`bus`]: NATS JetStream: connect, set up, publish, read, status
//! - [`broker`]: the interface between the worker loop and a bus, which tests implement in memory
//! - [`worker`]: the worker loop, and what all worker programs share
//! - [`obstacle`], [`standstill`]: the catalogue of reasons why a stage stands still, and those that last now
//! - [`supervisor`]: the second process that returns a dead worker's in-flight deliveries
//! - [`heartbeat`], [`probes`]: a worker's health and metrics over HTTP
//! - [`service`]: processes beside the workers, such as sinks: start, look-ups, probes
//! - [`backoff`]: the wait before the next attempt
//! - [`telemetry`], [`clock`], [`causes`], [`shutdown`], [`process`]: logging, time, errors, signals, exit status
//! - `https` (a feature): TLS for programs that are HTTP clients

pub mod backoff;
pub mod broker;
pub mod bus;
pub mod causes;
pub mod clock;
mod dead_letter;
pub mod heartbeat;
#[cfg(feature = "https")]
pub mod https;
mod in_flight;
mod log_limit;
mod meter;
pub mod obstacle;
pub mod permissions;
pub mod probes;
pub mod process;
pub mod service;
pub mod settings;
pub mod shutdown;
mod spans;
pub mod standstill;
pub mod supervisor;
pub mod telemetry;
pub mod topology;
pub mod worker;
