//! Streams that accept no more events, and grow later.

use pipeline_tests::NatsServer;

use super::start::stream_size;
use crate::{
    fleet::Fleet,
    outcome::{Outcome, Size},
    world::{World, many},
};

/// Starts with streams too small for the articles, and enlarges them once the pipeline stalls.
pub(super) async fn full_stream(size: Size) -> anyhow::Result<Outcome> {
    let world = World::create(NatsServer::start(), 512 << 10).await?;
    let mut fleet = Fleet::start(world.crew())?;
    let publishing = world.publish(many(size.others, |_| None)?, 1);
    let before = world.stalled_after(&mut fleet).await?;
    let was_full = !publishing.is_done();
    world.set_up(stream_size(size)).await?;
    let account = world.settle(publishing, &mut fleet).await?;
    let words = format!("streams of 512 KiB, full after {before} results, then enlarged");
    Ok(Outcome::sound(account, words).expect(was_full, "the streams never filled"))
}
