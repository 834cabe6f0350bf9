//! The server of a scenario or a benchmark: connecting to it, and reading what its streams hold.

use std::{collections::BTreeMap, pin::pin};

use futures_util::TryStreamExt;
use runtime::{
    bus::{Bus, Patience, Status, StreamQuery},
    settings::{ConnectionArgs, Problems},
};
use time::OffsetDateTime;

/// Returns the bytes that each stream needs for this number of articles with all their layers.
///
/// The server reserves them on its disk. 20 KB for an article is four times what the test articles take.
pub(crate) fn stream_size(articles: usize) -> u64 {
    (64 << 20) + 20_000 * articles as u64
}

/// Connects to the server at `url`. The environment has no influence.
pub(crate) async fn connect(url: &str) -> anyhow::Result<Bus> {
    let mut problems = Problems::default();
    let arguments = ConnectionArgs { nats_url: Some(url.to_owned()), ..ConnectionArgs::default() };
    let no_environment = std::collections::HashMap::<&str, &str>::new();
    let settings = arguments.resolve(&no_environment, &mut problems);
    Ok(Bus::connect(&problems.or(settings)?, "faults", Patience::Once).await?)
}

/// Returns when the stream of `event` stored each article, by id. Events without an article id are left out.
pub(crate) async fn stored_at(bus: &Bus, event: &str) -> anyhow::Result<BTreeMap<String, OffsetDateTime>> {
    let query = StreamQuery { headers_only: true, ..StreamQuery::all(event) };
    let mut events = pin!(bus.read(&query).await?);
    let mut times = BTreeMap::new();
    while let Some(stored) = events.try_next().await? {
        times.extend(stored.article_id().map(|id| (id, stored.stored_at)));
    }
    Ok(times)
}

/// Returns the number of messages that the stream of `event` holds.
pub(crate) fn stored(bus: &Bus, status: &Status, event: &str) -> u64 {
    let name = bus.topology().stream(event);
    status.streams.iter().find(|stream| stream.name == name).map_or(0, |stream| stream.messages)
}
