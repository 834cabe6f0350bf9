//! An event as a target gets it.

use bytes::Bytes;
use formats::Enriched;
use messages::{Article, ArticleLinked, ArticleSummarized, DeadReason, headers};
use runtime::broker::Delivery;
use time::OffsetDateTime;

use crate::filter::Filter;

/// An event with its article.
#[derive(Debug, Clone)]
pub struct Record<E = Enriched> {
    /// What identifies the event: its message id, which names article, revision, stage and replay.
    pub(crate) key: String,
    /// The subject of the event; empty if it was not delivered.
    pub subject: String,
    /// Its sequence in its stream; 0 if it was not delivered.
    pub sequence: u64,
    /// When the pipeline stored the event. Of two results for one revision, the later one counts.
    #[cfg_attr(
        not(any(feature = "postgres", feature = "parquet")),
        expect(dead_code, reason = "only tables order results")
    )]
    pub(crate) stored_at: OffsetDateTime,
    /// The event as the stage encoded it.
    pub payload: Bytes,
    /// The article and its layers.
    pub event: E,
}

/// What a target reads of an event.
pub trait Content: Sized + Send + Sync + 'static {
    /// Reads an event.
    ///
    /// # Errors
    ///
    /// The reason why it is not an event.
    fn decode(payload: &[u8]) -> Result<Self, DeadReason>;

    /// Returns the article that the event is about.
    fn article(&self) -> &Article;

    /// Reports whether a filter selects the event. What knows no filters takes all.
    fn is_selected(&self, _filter: &Filter) -> bool {
        true
    }
}

/// An event of any stage, whose layers are not checked.
impl Content for Enriched {
    fn decode(payload: &[u8]) -> Result<Self, DeadReason> {
        serde_json::from_slice(payload).map_err(|error| {
            // The text of the error may quote the article.
            if error.is_data() { DeadReason::InvalidEvent } else { DeadReason::InvalidJson }
        })
    }

    fn article(&self) -> &Article {
        &self.article
    }

    fn is_selected(&self, filter: &Filter) -> bool {
        filter.selects(self)
    }
}

/// The event of the last stage, whose spans fit the article.
impl Content for ArticleSummarized {
    fn decode(payload: &[u8]) -> Result<Self, DeadReason> {
        messages::Event::decode(payload).map_err(|error: messages::DecodeError| error.reason())
    }

    fn article(&self) -> &Article {
        &self.article
    }
}

/// The event of the story-linker, whose spans fit the article.
impl Content for ArticleLinked {
    fn decode(payload: &[u8]) -> Result<Self, DeadReason> {
        messages::Event::decode(payload).map_err(|error: messages::DecodeError| error.reason())
    }

    fn article(&self) -> &Article {
        &self.article
    }
}

impl<E: Content> Record<E> {
    /// Reads the event of a delivery.
    ///
    /// # Errors
    ///
    /// The reason why it is not an event.
    pub(crate) fn read(delivery: &impl Delivery) -> Result<Self, DeadReason> {
        let mut record = Self::new(delivery.payload().clone(), delivery.stored_at())?;
        if let Some(key) = delivery.header(headers::MESSAGE_ID) {
            key.clone_into(&mut record.key);
        }
        (record.subject, record.sequence) = (delivery.subject().to_owned(), delivery.sequence());
        Ok(record)
    }

    /// Reads an event that was stored at this time. Its key is that of the article.
    ///
    /// # Errors
    ///
    /// The reason why it is not an event.
    pub(crate) fn new(payload: Bytes, stored_at: OffsetDateTime) -> Result<Self, DeadReason> {
        let event = E::decode(&payload)?;
        let (key, subject) = (headers::received_message_id(event.article()), String::new());
        Ok(Self { key, subject, sequence: 0, stored_at, payload, event })
    }
}

#[cfg(test)]
impl Record {
    /// Creates the record of an article with this id and body.
    pub(crate) fn of(id: &str, body: &str) -> Self {
        let payload = serde_json::json!({
            "schema": messages::SCHEMA,
            "article": {"id": id, "revision": "0f", "body": body},
        });
        Self::of_event(&payload)
    }

    /// Creates the record of an event.
    pub(crate) fn of_event(event: &serde_json::Value) -> Self {
        let payload = Bytes::from(event.to_string());
        let event: Enriched = serde_json::from_slice(&payload).unwrap();
        let key = format!("{}:summarize", headers::received_message_id(&event.article));
        let subject = "articles.v1.summarized.live.und".to_owned();
        Self { key, subject, sequence: 1, stored_at: OffsetDateTime::UNIX_EPOCH, payload, event }
    }
}
