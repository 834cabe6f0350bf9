//! The bucket that all instances share: what is remembered of each feed, and who polls each host.

use anyhow::Result;
use feeds::{
    list::Feed,
    memory::{self, Memory},
};
use runtime::{
    bus::{Bucket, Bus, BusError},
    topology::FEEDS,
};

/// Its purpose, which NATS tools show.
const PURPOSE: &str = "what `wiredesk feeds` remembers of each feed";

/// Opens the bucket of the pipeline.
pub(super) async fn open(bus: &Bus) -> Result<Bucket, BusError> {
    bus.bucket(FEEDS, PURPOSE).await
}

/// What is remembered of one feed, with its place in the bucket.
pub(super) struct Remembered<'b> {
    pub(super) memory: Memory,
    bucket: &'b Bucket,
    key: String,
    revision: u64,
}

impl<'b> Remembered<'b> {
    pub(super) async fn read(bucket: &'b Bucket, feed: &Feed) -> Result<Self, BusError> {
        let key = memory::key(feed);
        let kept = bucket.get(&key).await?;
        let memory = kept.as_ref().and_then(|kept| serde_json::from_slice(&kept.value).ok());
        let revision = kept.as_ref().map_or(0, |kept| kept.revision);
        Ok(Self { memory: memory.unwrap_or_default(), bucket, key, revision })
    }

    /// Writes the memory. Returns false if another instance wrote it meanwhile.
    pub(super) async fn write(&mut self) -> Result<bool> {
        let value = serde_json::to_vec(&self.memory)?;
        let kept = self.bucket.replace(&self.key, value, self.revision).await?;
        self.revision = kept.unwrap_or(self.revision);
        Ok(kept.is_some())
    }
}
