//! The bucket that holds what is remembered of each feed.

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
