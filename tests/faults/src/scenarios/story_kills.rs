//! Two story-linkers, one of them in reserve, while they and the server are killed.

use std::{
    collections::BTreeMap,
    pin::pin,
    time::{Duration, Instant},
};

use anyhow::{Context, ensure};
use futures_util::TryStreamExt;
use messages::{ArticleLinked, ArticleSummarized, Event, headers};
use pipeline_tests::{Binaries, NatsServer, Process, articles, expected_stories};
use runtime::bus::{DeadFilter, SetupOptions, StoredEvent, StreamQuery};
use tokio::time::sleep;

use super::start::stream_size;
use crate::{
    account::{Account, SETTLE_DEADLINE},
    finished::{Storing, finished},
    outcome::{Outcome, Size},
    world::World,
};

/// The pause between two kills. A linker needs a moment to be in the middle of its work again.
const KILL_EVERY: Duration = Duration::from_millis(1_500);

/// Kills both linkers and the server in turn (`kill -9`) while finished articles arrive. Every article must be linked
/// once, in order, and have the story that it has without a kill.
pub(super) async fn story_kills(size: Size) -> anyhow::Result<Outcome> {
    let mut world = World::create(NatsServer::start(), stream_size(size)).await?;
    world.bus.set_up(SetupOptions { stories: true, ..SetupOptions::default() }, |_| {}).await?;
    let events = finished(articles(), size.articles)?;
    let mut linkers = [start(&world), start(&world)];
    let storing = Storing::start(world.admin().await, events);
    let mut kills = [0; 3];
    while !storing.is_done() || kills.iter().sum::<usize>() < size.worker_kills {
        sleep(KILL_EVERY).await;
        let victim = kills.iter().sum::<usize>() % kills.len();
        if let Some(linker) = linkers.get_mut(victim) {
            linker.kill();
            *linker = start(&world);
        } else {
            world.server.restart();
        }
        if let Some(count) = kills.get_mut(victim) {
            *count += 1;
        }
    }
    storing.finished().await?;
    let finished = read(&world, ArticleSummarized::NAME).await?;
    let linked = wait_until_linked(&world, &finished).await?;
    let account = account(size, &linked);
    let [first, second, servers] = kills;
    let faults = format!("{} linkers and {servers} servers killed", first + second);
    let dead = world.bus.dead_letters(&DeadFilter::default()).await?.len();
    let differing = differing(&finished, &linked);
    Ok(Outcome::sound(account, faults)
        .expect(differing == 0, format!("{differing} articles have another story than without kills"))
        .expect(dead == 0, format!("{dead} dead letters")))
}

fn start(world: &World) -> Process {
    let mut command = Binaries::built().wiredesk(world.server.url(), &["story-linker"]);
    command.env("WIREDESK_LOG", "info,async_nats=error");
    Process::start(command)
}

async fn read(world: &World, event: &str) -> anyhow::Result<Vec<StoredEvent>> {
    let events = pin!(world.bus.read(&StreamQuery::all(event)).await?);
    Ok(events.try_collect().await?)
}

/// Waits until the last finished article is linked. The publisher may have stored an article twice: its second event is
/// linked to nothing, because the stream knows its id.
async fn wait_until_linked(world: &World, finished: &[StoredEvent]) -> anyhow::Result<Vec<StoredEvent>> {
    let begun = Instant::now();
    let articles: std::collections::BTreeSet<&[u8]> =
        finished.iter().map(|event| event.payload.as_ref()).collect();
    loop {
        let linked = read(world, ArticleLinked::NAME).await?;
        if linked.len() >= articles.len() {
            return Ok(linked);
        }
        ensure!(begun.elapsed() < SETTLE_DEADLINE, "{} linked after {SETTLE_DEADLINE:?}", linked.len());
        sleep(Duration::from_millis(500)).await;
    }
}

fn account(size: Size, linked: &[StoredEvent]) -> Account {
    let ids: std::collections::BTreeSet<Option<String>> =
        linked.iter().map(StoredEvent::article_id).collect();
    Account {
        published: size.articles,
        summarized: ids.len(),
        lost: size.articles.saturating_sub(ids.len()),
        duplicates: linked.len() - ids.len(),
        ..Account::default()
    }
}

/// Counts the events that differ from those of a linker that nobody kills.
fn differing(finished: &[StoredEvent], linked: &[StoredEvent]) -> usize {
    let inputs: Vec<(i128, Vec<u8>)> = finished
        .iter()
        .map(|event| (event.stored_at.unix_timestamp_nanos(), event.payload.to_vec()))
        .collect();
    let sequences = finished.iter().map(|event| event.sequence.to_string());
    let expected: BTreeMap<String, Vec<u8>> = sequences
        .zip(expected_stories(&inputs))
        .map(|(sequence, (payload, _))| (sequence, payload))
        .collect();
    let is_same = |event: &&StoredEvent| {
        let input = event.header(headers::INPUT_SEQUENCE).context("an input").ok();
        input.and_then(|input| expected.get(input)).is_some_and(|payload| *payload == event.payload)
    };
    linked.len() - linked.iter().filter(is_same).count()
}
