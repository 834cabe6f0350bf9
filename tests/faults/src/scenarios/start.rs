//! How a scenario starts.

use pipeline_tests::NatsServer;

use crate::{
    fleet::{Crew, Fleet},
    outcome::Size,
    streams,
    world::World,
};

/// Returns the bytes that each stream of a scenario needs to hold all its articles.
pub(super) fn stream_size(size: Size) -> u64 {
    streams::stream_size(size.articles.max(size.others))
}

/// Starts a server and a fleet.
pub(super) async fn start(size: Size, crew: impl FnOnce(&World) -> Crew) -> anyhow::Result<(World, Fleet)> {
    let world = World::create(NatsServer::start(), stream_size(size)).await?;
    let fleet = Fleet::start(crew(&world))?;
    Ok((world, fleet))
}
