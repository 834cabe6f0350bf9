//! Reading stored events, from the first one on. Reading never removes an event.

use std::time::Duration;

use async_nats::jetstream::{
    consumer::{DeliverPolicy, pull},
    stream::DirectGetErrorKind,
};
use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream};
use messages::headers;
use thiserror::Error;
use time::OffsetDateTime;

use super::{
    client::{Bus, BusError},
    durable::DurableError,
    stored_headers::StoredHeaders,
};
use crate::causes::Cause;

/// One stored event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEvent {
    /// The sequence in its stream.
    pub sequence: u64,
    /// The time at which its stream stored it.
    pub stored_at: OffsetDateTime,
    /// The subject it was published on.
    pub subject: String,
    /// The body.
    pub payload: Bytes,
    /// The headers.
    pub headers: StoredHeaders,
    /// The number of stored events after this one when it was read.
    pub after: u64,
}

impl StoredEvent {
    /// Returns the first value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.first(name)
    }

    /// Returns the article's id from the CloudEvents subject. Other publishers may omit it.
    pub fn article_id(&self) -> Option<String> {
        self.header("ce-subject").map(headers::percent_decoded)
    }
}

/// How far a stream is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StreamEnd {
    /// The time at which the stream was created. One that was created anew counts from one again.
    pub created: OffsetDateTime,
    /// The sequence of the first message that it still has; of an empty stream that of the next one.
    pub first_sequence: u64,
    /// The last sequence; zero if it never had one.
    pub last_sequence: u64,
    /// The time at which the last message was stored.
    pub last_stored_at: OffsetDateTime,
}

/// The reason why reading failed.
#[derive(Debug, Error)]
pub enum ReadError {
    /// The stream is missing, or the server refused the request.
    #[error(transparent)]
    Bus(#[from] BusError),
    /// The place of the reader cannot be used.
    #[error(transparent)]
    Durable(DurableError),
    /// The connection or the server failed while reading.
    #[error("reading was interrupted")]
    Interrupted(#[source] Cause),
}

impl From<DurableError> for ReadError {
    fn from(error: DurableError) -> Self {
        match error {
            DurableError::Bus(error) => Self::Bus(error),
            error => Self::Durable(error),
        }
    }
}

/// A query for the stored events of one stream.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StreamQuery {
    /// The name of the event, such as `summarized`, or `dead`.
    pub event: String,
    /// The time from which on events are read, if not all.
    pub since: Option<OffsetDateTime>,
    /// The sequence after which events are read, if not all.
    pub after: Option<u64>,
    /// How many of the sequences that were used when reading began are read, if not all. They are the newest.
    pub newest: Option<u64>,
    /// Whether to leave out payloads, which is much faster.
    pub headers_only: bool,
    /// How long a follower lets new events gather before it reads them together. Reading each as it is stored costs
    /// the reader, the server and all others on their cores more. The first one after a pause is read at once.
    pub gather: Option<Duration>,
}

impl StreamQuery {
    /// Selects all stored events of one name.
    pub fn all(event: &str) -> Self {
        Self { event: event.to_owned(), ..Self::default() }
    }

    /// Returns where reading starts in a stream whose last sequence is `last`.
    pub(super) fn start(&self, last: u64) -> DeliverPolicy {
        let newest = self.newest.map(|newest| last.saturating_sub(newest));
        match (self.after.max(newest), self.since) {
            (Some(after), _) if after > 0 => DeliverPolicy::ByStartSequence { start_sequence: after + 1 },
            (_, Some(start_time)) => DeliverPolicy::ByStartTime { start_time },
            (_, None) => DeliverPolicy::All,
        }
    }
}

impl Bus {
    /// Reads stored events, first to last.
    ///
    /// The result ends with the last event that was stored at the time of the call.
    ///
    /// # Errors
    ///
    /// When the stream is missing. An item is an error when reading is interrupted later.
    pub async fn read(
        &self,
        query: &StreamQuery,
    ) -> Result<impl Stream<Item = Result<StoredEvent, ReadError>> + use<>, ReadError> {
        let stored = self.stream(&self.topology.stream(&query.event)).await?;
        let state = &stored.cached_info().state;
        let last = state.last_sequence;
        if state.messages == 0 || query.after.is_some_and(|after| after >= last) {
            return Ok(stream::empty().left_stream());
        }
        let config = pull::OrderedConfig {
            // With a name, the subject of the request names the consumer, and a server with permissions can
            // check it.
            name: Some(self.reader_name()),
            filter_subject: self.topology.subjects().all_of(&query.event),
            deliver_policy: query.start(last),
            headers_only: query.headers_only,
            ..pull::OrderedConfig::default()
        };
        let mut consumer = stored.create_consumer(config).await.map_err(interrupted)?;
        let waiting = consumer.info().await.map_err(interrupted)?.num_pending;
        if waiting == 0 {
            return Ok(stream::empty().left_stream());
        }
        let messages = consumer.messages().await.map_err(interrupted)?;
        let events =
            messages.map(|message| message.map(|message| stored_event(&message)).map_err(interrupted));
        // Stop at the last event that was stored at the start. Waiting for another one would never end, and
        // neither would reading events that are published because of those just read, as `reprocess` does.
        let events = Box::pin(events);
        let until_last = stream::unfold(Some(events), move |events| async move {
            let mut events = events?;
            let event = events.next().await?;
            let is_last = |event: &StoredEvent| event.after == 0 || event.sequence >= last;
            let ends = event.as_ref().map_or(true, is_last);
            Some((event, (!ends).then_some(events)))
        });
        Ok(until_last.right_stream())
    }

    /// Returns the stored event with a given sequence, or `None` if the stream does not have it.
    ///
    /// # Errors
    ///
    /// When the stream is missing or the server does not answer.
    pub async fn stored_event(&self, event: &str, sequence: u64) -> Result<Option<StoredEvent>, BusError> {
        let name = self.topology.stream(event);
        // A look at the stream first would take as long as the rest.
        let stream = self.context.get_stream_no_info(&name).await.map_err(BusError::server)?;
        match stream.direct_get(sequence).await {
            Ok(message) => Ok(Some(StoredEvent {
                sequence: message.sequence,
                stored_at: message.time,
                subject: message.subject.to_string(),
                payload: message.payload,
                headers: StoredHeaders::new(message.headers),
                after: 0,
            })),
            Err(error) if error.kind() == DirectGetErrorKind::NotFound => Ok(None),
            Err(error) => {
                // It says so if there is no such stream.
                self.stream(&name).await?;
                Err(BusError::server(error))
            }
        }
    }

    /// Returns how far the stream of an event is.
    ///
    /// # Errors
    ///
    /// When the stream is missing or the server does not answer.
    pub async fn stream_end(&self, event: &str) -> Result<StreamEnd, BusError> {
        let stream = self.stream(&self.topology.stream(event)).await?;
        let info = stream.cached_info();
        Ok(StreamEnd {
            created: info.created,
            first_sequence: info.state.first_sequence,
            last_sequence: info.state.last_sequence,
            last_stored_at: info.state.last_timestamp,
        })
    }

    /// Returns a unique name for a consumer.
    pub(super) fn reader_name(&self) -> String {
        let inbox = self.client.new_inbox();
        format!("reader-{}", inbox.rsplit('.').next().unwrap_or_default())
    }
}

fn interrupted(error: impl Into<Cause>) -> ReadError {
    ReadError::Interrupted(error.into())
}

pub(super) fn stored_event(message: &async_nats::jetstream::Message) -> StoredEvent {
    let info = message.info();
    let (sequence, after) = info.as_ref().map_or((0, 0), |info| (info.stream_sequence, info.pending));
    StoredEvent {
        sequence,
        stored_at: info.map_or(OffsetDateTime::UNIX_EPOCH, |info| info.published),
        subject: message.subject.to_string(),
        payload: message.payload.clone(),
        headers: message.headers.clone().map(StoredHeaders::new).unwrap_or_default(),
        after,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_starts_at_the_latest_of_the_given_places() {
        let from = |start_sequence| DeliverPolicy::ByStartSequence { start_sequence };
        for (after, newest, expected) in [
            (None, None, DeliverPolicy::All),
            (Some(7), None, from(8)),
            (None, Some(10), from(91)),
            (None, Some(100), DeliverPolicy::All),
            (Some(7), Some(10), from(91)),
            (Some(95), Some(10), from(96)),
        ] {
            let query = StreamQuery { after, newest, ..StreamQuery::all("tagged") };
            assert_eq!(query.start(100), expected, "{after:?}, {newest:?}");
        }
    }
}
