//! NATS JetStream: connect, set up, publish, read, report. The only module that uses `async-nats`.

mod api;
mod client;
mod connect;
mod dead;
mod delivery;
mod doctor;
mod headers;
mod identity;
mod link;
mod monitoring;
mod publisher;
mod pulls;
mod reader;
mod refusals;
mod reprocess;
mod server_version;
mod service;
mod setup;
mod status;
mod trace;

pub use client::{Bus, BusError};
pub use connect::{ConnectError, Patience};
pub use dead::{DeadFilter, DeadLetter};
pub use delivery::JetStreamBroker;
pub use doctor::{Finding, State};
pub use identity::SecretError;
pub use publisher::{Publisher, PublisherError};
pub use reader::{ReadError, StoredEvent, StreamQuery};
pub use reprocess::Reprocessing;
pub use service::Registration;
pub use setup::{Change, Difference, SetupError, SetupOptions};
pub use status::{ConsumerStatus, DeadCount, Status, StreamStatus};
pub use trace::Step;
