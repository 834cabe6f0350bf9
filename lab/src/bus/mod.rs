//! Workers for experiments on the bus: the shipped runtime with stages that do nothing, or that fail on purpose.
//!
//! Never shipped: the faults live here, not in the stages.

pub(crate) mod ack_first;
pub(crate) mod faulty;
pub(crate) mod noop;
pub mod worker;

use std::{collections::BTreeMap, pin::pin};

use futures_util::TryStreamExt;
use runtime::bus::{Bus, Reading};
use time::OffsetDateTime;

/// Bytes that each stream needs for so many articles with all their layers: 20 KB each is four times what the
/// test articles take.
pub(crate) fn room(articles: usize) -> u64 {
    (64 << 20) + 20_000 * articles as u64
}

/// When a stream stored each article; what names none is left out.
pub(crate) async fn stored_at(bus: &Bus, event: &str) -> anyhow::Result<BTreeMap<String, OffsetDateTime>> {
    let reading = Reading { headers_only: true, ..Reading::all(event) };
    let mut events = pin!(bus.read(&reading).await?);
    let mut times = BTreeMap::new();
    while let Some(stored) = events.try_next().await? {
        times.extend(stored.article_id().map(|id| (id, stored.stored_at)));
    }
    Ok(times)
}
