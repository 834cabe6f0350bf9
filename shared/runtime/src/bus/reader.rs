//! Reading stored events, from the first or as they come. Reading never removes.

use async_nats::{
    HeaderMap,
    jetstream::{
        consumer::{DeliverPolicy, pull},
        stream::DirectGetErrorKind,
    },
};
use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream};
use messages::headers;
use thiserror::Error;
use time::OffsetDateTime;

use super::{Bus, BusError, connect::with_sources};

/// One stored event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEvent {
    /// Place in its stream.
    pub sequence: u64,
    /// When its stream stored it.
    pub stored_at: OffsetDateTime,
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

    /// The article's id, which travels in the CloudEvents subject; a foreign publisher may leave it out.
    pub fn article_id(&self) -> Option<String> {
        self.header("ce-subject").map(headers::percent_decoded)
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

/// What to read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The event's name (such as `summarized`), or `dead`.
    pub event: String,
    /// Whether to go on as events come.
    pub follow: bool,
    /// Only what was stored then or later.
    pub since: Option<OffsetDateTime>,
    /// Whether payloads are left out, which is much faster.
    pub headers_only: bool,
}

impl Reading {
    /// All stored events of one name, first to last.
    pub fn all(event: &str) -> Self {
        Self { event: event.to_owned(), ..Self::default() }
    }
}

impl Bus {
    /// Stored events, first to last.
    ///
    /// Ends after what was the last stored event when it began, unless told to follow: then it goes on as
    /// events come.
    ///
    /// # Errors
    ///
    /// When the stream is missing; later items are errors when reading breaks off.
    pub async fn read(
        &self,
        reading: &Reading,
    ) -> Result<impl Stream<Item = Result<StoredEvent, ReadError>> + use<>, ReadError> {
        let stored = self.stream(&self.topology.stream(&reading.event)).await?;
        let state = &stored.cached_info().state;
        let last = state.last_sequence;
        if state.messages == 0 && !reading.follow {
            return Ok(stream::empty().left_stream());
        }
        let config = pull::OrderedConfig {
            // Named, so that the request's subject tells a guarded server which consumer is made.
            name: Some(self.reader_name()),
            filter_subject: self.topology.subjects().all_of(&reading.event),
            deliver_policy: match reading.since {
                Some(start_time) => DeliverPolicy::ByStartTime { start_time },
                None => DeliverPolicy::All,
            },
            headers_only: reading.headers_only,
            ..pull::OrderedConfig::default()
        };
        let broken = |error: &dyn std::error::Error| ReadError::BrokenOff(with_sources(error));
        let mut consumer = stored.create_consumer(config).await.map_err(|error| broken(&error))?;
        let waiting = consumer.info().await.map_err(|error| broken(&error))?.num_pending;
        if waiting == 0 && !reading.follow {
            return Ok(stream::empty().left_stream());
        }
        let messages = consumer.messages().await.map_err(|error| broken(&error))?;
        let events = messages.map(move |message| {
            message.map(|message| stored_event(&message)).map_err(|error| broken(&error))
        });
        if reading.follow {
            return Ok(events.left_stream().right_stream());
        }
        // Waiting for one after the last would not end, and nor would reading what is published meanwhile
        // because of what was read.
        let events = Box::pin(events);
        let until_last = stream::unfold(Some(events), move |events| async move {
            let mut events = events?;
            let event = events.next().await?;
            let is_last = |event: &StoredEvent| event.after == 0 || event.sequence >= last;
            let ends = event.as_ref().map_or(true, is_last);
            Some((event, (!ends).then_some(events)))
        });
        Ok(until_last.right_stream().right_stream())
    }

    /// The stored event at place `sequence` of a stream; `None` where there is none (any more).
    ///
    /// # Errors
    ///
    /// When the stream is missing or the server does not answer.
    pub async fn stored_event(&self, event: &str, sequence: u64) -> Result<Option<StoredEvent>, BusError> {
        let stream = self.stream(&self.topology.stream(event)).await?;
        match stream.direct_get(sequence).await {
            Ok(message) => Ok(Some(StoredEvent {
                sequence: message.sequence,
                stored_at: message.time,
                subject: message.subject.to_string(),
                payload: message.payload,
                headers: all_headers(&message.headers),
                after: 0,
            })),
            Err(error) if error.kind() == DirectGetErrorKind::NotFound => Ok(None),
            Err(error) => Err(BusError::Server(with_sources(&error))),
        }
    }

    /// A name that no other reader has.
    fn reader_name(&self) -> String {
        let inbox = self.client.new_inbox();
        format!("reader-{}", inbox.rsplit('.').next().unwrap_or_default())
    }
}

fn stored_event(message: &async_nats::jetstream::Message) -> StoredEvent {
    let info = message.info();
    let (sequence, after) = info.as_ref().map_or((0, 0), |info| (info.stream_sequence, info.pending));
    StoredEvent {
        sequence,
        stored_at: info.map_or(OffsetDateTime::UNIX_EPOCH, |info| info.published),
        subject: message.subject.to_string(),
        payload: message.payload.clone(),
        headers: message.headers.as_ref().map(all_headers).unwrap_or_default(),
        after,
    }
}

fn all_headers(headers: &HeaderMap) -> Vec<(String, String)> {
    let named = headers.iter();
    named
        .flat_map(|(name, values)| {
            values.iter().map(move |value| (name.to_string(), value.as_str().to_owned()))
        })
        .collect()
}
