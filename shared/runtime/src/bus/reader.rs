//! Reading stored events, from the first or as they come. Reading never removes.

use async_nats::jetstream::consumer::{DeliverPolicy, pull};
use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream};
use thiserror::Error;

use super::{Bus, BusError, connect::with_sources};

/// One stored event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEvent {
    /// Place in its stream.
    pub sequence: u64,
    /// The subject it was published on.
    pub subject: String,
    /// Its body.
    pub payload: Bytes,
    /// Its headers.
    pub headers: Vec<(String, String)>,
    /// Stored events after this one, at the moment it was read.
    pub after: u64,
}

impl StoredEvent {
    /// The first value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(header, _)| header == name).map(|(_, value)| value.as_str())
    }
}

/// Reading broke off.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The stream is missing or the server refused.
    #[error(transparent)]
    Bus(#[from] BusError),
    /// The connection or the server failed while reading.
    #[error("reading broke off: {0}")]
    BrokenOff(String),
}

impl Bus {
    /// The stored events called `event` (such as `summarized`, or `dead`), first to last.
    ///
    /// Ends after the last stored event, unless `follow`: then it goes on as events come.
    ///
    /// # Errors
    ///
    /// When the stream is missing; later items are errors when reading breaks off.
    pub async fn read(
        &self,
        event: &str,
        follow: bool,
    ) -> Result<impl Stream<Item = Result<StoredEvent, ReadError>> + use<>, ReadError> {
        let stored = self.stream(&self.topology.stream(event)).await?;
        let count = stored.cached_info().state.messages;
        if count == 0 && !follow {
            return Ok(stream::empty().left_stream());
        }
        let config = pull::OrderedConfig {
            // Named, so that the request's subject tells a guarded server which consumer is made.
            name: Some(self.reader_name()),
            filter_subject: self.topology.subjects().all_of(event),
            deliver_policy: DeliverPolicy::All,
            ..pull::OrderedConfig::default()
        };
        let broken = |error: &dyn std::error::Error| ReadError::BrokenOff(with_sources(error));
        let consumer = stored.create_consumer(config).await.map_err(|error| broken(&error))?;
        let messages = consumer.messages().await.map_err(|error| broken(&error))?;
        let events = messages.map(move |message| {
            message.map(|message| stored_event(&message)).map_err(|error| broken(&error))
        });
        if follow {
            return Ok(events.left_stream().right_stream());
        }
        // The last stored event is the one with nothing after it; waiting for another would not end.
        let events = Box::pin(events);
        let until_last = stream::unfold(Some(events), |events| async {
            let mut events = events?;
            let event = events.next().await?;
            let last = event.as_ref().map_or(true, |event| event.after == 0);
            Some((event, (!last).then_some(events)))
        });
        Ok(until_last.right_stream().right_stream())
    }
}

impl Bus {
    /// A name that no other reader has.
    fn reader_name(&self) -> String {
        let inbox = self.client.new_inbox();
        format!("reader-{}", inbox.rsplit('.').next().unwrap_or_default())
    }
}

fn stored_event(message: &async_nats::jetstream::Message) -> StoredEvent {
    let (sequence, after) = message.info().map_or((0, 0), |info| (info.stream_sequence, info.pending));
    let headers = message.headers.iter().flat_map(|headers| headers.iter()).flat_map(|(name, values)| {
        values.iter().map(move |value| (name.to_string(), value.as_str().to_owned()))
    });
    StoredEvent {
        sequence,
        subject: message.subject.to_string(),
        payload: message.payload.clone(),
        headers: headers.collect(),
        after,
    }
}
