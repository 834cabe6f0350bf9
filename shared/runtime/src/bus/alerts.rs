//! Publishing alerts, each once.

use bytes::Bytes;
use messages::{Alert, headers};

use super::client::{Bus, BusError};
use crate::{
    broker::{Outgoing, PublishError, Stored},
    clock,
    topology::ALERTS,
};

/// What names the program in the headers of its alerts.
const SOURCE: &str = "wiredesk/alerts";

/// A publisher of alerts.
#[derive(Debug, Clone)]
pub struct AlertPublisher {
    bus: Bus,
}

/// The event that an alert is about.
#[derive(Debug, Clone, Copy, Default)]
pub struct Origin<'o> {
    /// Its subject.
    pub subject: &'o str,
    /// Its sequence in its stream.
    pub sequence: u64,
}

impl Bus {
    /// Creates a publisher of alerts.
    ///
    /// # Errors
    ///
    /// When the pipeline has no stream for them, or the server does not answer.
    pub async fn alerts(&self) -> Result<AlertPublisher, BusError> {
        let stream = self.topology.stream(ALERTS);
        match self.stream(&stream).await {
            Ok(_) => Ok(AlertPublisher { bus: self.clone() }),
            Err(BusError::NotSetUp(_)) => Err(BusError::NotAskedFor { stream, option: "--alerts" }),
            Err(error) => Err(error),
        }
    }
}

impl AlertPublisher {
    /// Publishes an alert and waits for the confirmation. The stream stores it once for each rule and article.
    ///
    /// # Errors
    ///
    /// When the bus does not store it now, or never can, because it is too large.
    pub async fn publish(&self, alert: &Alert, origin: Origin<'_>) -> Result<Stored, PublishError> {
        let topology = self.bus.topology();
        let mut headers = headers::of_alert(alert, SOURCE, &clock::now_rfc3339());
        headers.push((headers::INPUT_SUBJECT, origin.subject.to_owned()));
        headers.push((headers::INPUT_SEQUENCE, origin.sequence.to_string()));
        headers.push((headers::VERSION, env!("CARGO_PKG_VERSION").to_owned()));
        let message = Outgoing {
            stream: topology.stream(ALERTS),
            subject: topology.subjects().alerts(&alert.rule),
            headers,
            payload: Bytes::from(alert.encode()),
        };
        self.bus.store_event(&message).await
    }
}
