//! NATS JetStream: connect, set up, publish, read, status. The only user of `async-nats`.

mod again;
mod connect;
mod dead;
mod delivery;
mod doctor;
mod headers;
mod publisher;
mod pulls;
mod reader;
mod service;
mod setup;
mod status;
mod trace;

pub use again::Reprocessing;
pub use connect::{ConnectError, Patience};
pub use dead::{DeadFilter, DeadLetter};
pub use delivery::JetStreamBroker;
pub use doctor::{Finding, State};
pub use publisher::{Publisher, PublisherError};
pub use reader::{ReadError, Reading, StoredEvent};
pub use service::Announced;
pub use setup::{Change, SetupError, SetupOptions};
pub use status::{ConsumerStatus, DeadCount, Status, StreamStatus};
pub use trace::Step;

use std::sync::Arc;

use async_nats::{Client, jetstream::Context};
use thiserror::Error;

use crate::{settings::ConnectionSettings, topology::Topology};

/// A connection to NATS with the names of one pipeline.
#[derive(Debug, Clone)]
pub struct Bus {
    client: Client,
    context: Arc<Context>,
    topology: Topology,
}

/// The server did not answer as it should.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BusError {
    /// A stream or consumer is missing.
    #[error("{0} is not there: run `wiredesk setup` first")]
    NotSetUp(String),
    /// Anything else the server or the connection said.
    #[error("{0}")]
    Server(String),
}

impl Bus {
    /// Connects to the server.
    ///
    /// # Errors
    ///
    /// When the settings cannot work, or with [`Patience::Once`] when the server is out of reach.
    pub async fn connect(
        settings: &ConnectionSettings,
        name: &str,
        patience: Patience,
    ) -> Result<Self, ConnectError> {
        let client = connect::connect(settings, name, patience).await?;
        Ok(Self::new(client, Topology::new(settings.subjects.clone())))
    }

    fn new(client: Client, topology: Topology) -> Self {
        // Each publish is confirmed; a worker has its own bound on how many wait for that at once.
        let context = async_nats::jetstream::context::ContextBuilder::new()
            .timeout(connect::REQUEST_TIMEOUT)
            .max_ack_inflight(publisher::MOST_IN_FLIGHT)
            .build(client.clone());
        Self { client, context: Arc::new(context), topology }
    }

    /// The names of this pipeline.
    pub fn topology(&self) -> &Topology {
        &self.topology
    }

    /// Largest message the server takes, in bytes, headers included.
    pub fn max_payload(&self) -> usize {
        self.client.max_payload()
    }
}
