//! A bucket of small values that several instances of a program share: JetStream's key-value store.

use async_nats::jetstream::{
    context::KeyValueErrorKind,
    kv::{self, UpdateErrorKind},
    stream::StorageType,
};
use bytes::Bytes;
use futures_util::TryStreamExt;
use messages::{ArticleReceived, Event};
use time::OffsetDateTime;

use super::client::{Bus, BusError};

/// The largest size of a bucket. It holds notes, not articles.
const MOST_BYTES: i64 = 64 << 20;

/// A bucket of one pipeline.
#[derive(Debug, Clone)]
pub struct Bucket {
    store: kv::Store,
}

/// A value with the revision that it is replaced at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The value; empty if it was deleted.
    pub value: Bytes,
    /// The revision.
    pub revision: u64,
    /// When it was written, by the server's clock.
    pub since: OffsetDateTime,
}

impl Bus {
    /// Opens the bucket `name` of this pipeline, and creates it if it does not exist. It has as many copies as the
    /// stream of received articles.
    ///
    /// # Errors
    ///
    /// When the pipeline is not set up, or the server does not answer or refuses.
    pub async fn bucket(&self, name: &str, description: &str) -> Result<Bucket, BusError> {
        let bucket = self.topology().stream(name);
        let neighbour = self.stream(&self.topology().stream(ArticleReceived::NAME)).await?;
        if let Some(found) = self.existing_bucket(name).await? {
            return Ok(found);
        }
        let config = kv::Config {
            bucket,
            description: description.to_owned(),
            history: 1,
            max_bytes: MOST_BYTES,
            storage: StorageType::File,
            num_replicas: neighbour.cached_info().config.num_replicas,
            ..kv::Config::default()
        };
        // Two instances may do this at once. The server accepts an equal bucket twice.
        let store = self.context.create_key_value(config).await.map_err(BusError::server)?;
        Ok(Bucket { store })
    }

    /// Opens the bucket `name` of this pipeline; `None` if it does not exist.
    pub(super) async fn existing_bucket(&self, name: &str) -> Result<Option<Bucket>, BusError> {
        match self.context.get_key_value(&self.topology().stream(name)).await {
            Ok(store) => Ok(Some(Bucket { store })),
            // Only the request for its stream can have failed because there is none.
            Err(error) if error.kind() == KeyValueErrorKind::GetBucket => Ok(None),
            Err(error) => Err(BusError::server(error)),
        }
    }
}

impl Bucket {
    /// Returns the value of `key`, or `None` if it never had one.
    ///
    /// # Errors
    ///
    /// When the server does not answer.
    pub async fn get(&self, key: &str) -> Result<Option<Kept>, BusError> {
        let entry = self.store.entry(key).await.map_err(BusError::server)?;
        Ok(entry.map(|entry| Kept { value: entry.value, revision: entry.revision, since: entry.created }))
    }

    /// Replaces the value of `key` if its revision is still `revision`, which is 0 for a new key. Returns the new
    /// revision, or `None` if another instance was faster.
    ///
    /// # Errors
    ///
    /// When the server does not answer or refuses.
    pub async fn replace(&self, key: &str, value: Vec<u8>, revision: u64) -> Result<Option<u64>, BusError> {
        match self.store.update(key, value.into(), revision).await {
            Ok(revision) => Ok(Some(revision)),
            Err(error) if error.kind() == UpdateErrorKind::WrongLastRevision => Ok(None),
            Err(error) => Err(BusError::server(error)),
        }
    }

    /// Returns the values of all keys that begin with `start`, in no order.
    ///
    /// # Errors
    ///
    /// When the server does not answer.
    pub async fn all(&self, start: &str) -> Result<Vec<Bytes>, BusError> {
        let keys: Vec<String> = self
            .store
            .keys()
            .await
            .map_err(BusError::server)?
            .try_collect()
            .await
            .map_err(BusError::server)?;
        let mut values = Vec::with_capacity(keys.len());
        for key in keys.iter().filter(|key| key.starts_with(start)) {
            values.extend(self.get(key).await?.map(|kept| kept.value));
        }
        Ok(values)
    }
}
