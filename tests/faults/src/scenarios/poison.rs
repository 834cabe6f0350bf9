//! Poison articles among healthy ones: each kind becomes a dead letter with its reason, the others are
//! processed, and a replay succeeds once the cause is gone.

use std::collections::BTreeSet;

use anyhow::Context;
use bytes::Bytes;
use messages::{ArticleReceived, Event};
use pipeline_tests::{Binaries, NatsServer, Process};
use runtime::{bus::DeadFilter, topology};
use serde_json::{Value, json};

use super::start::stream_size;
use crate::{
    account::{Account, id_in},
    articles::ID_PREFIX,
    fleet::{Crew, Fleet},
    outcome::{Outcome, Size},
    world::{World, many},
};

/// Number of articles of each kind.
const EACH: usize = 3;
/// Time that a stage may take for one article: short, so that hanging articles are noticed soon.
const BUDGET: std::time::Duration = std::time::Duration::from_secs(3);
/// Bytes of an article that the bus accepts by itself, but not with the layers that the stages add.
const OVERSIZED: usize = 940_000;

pub(super) async fn poison(size: Size) -> anyhow::Result<Outcome> {
    let world = World::create(NatsServer::start(), stream_size(size)).await?;
    // As in production, so that the figures show how long healthy articles wait.
    world.set_ack_wait(topology::ACK_WAIT).await;
    let mut fleet = Fleet::start(Crew { faulty: Some(vec![]), budget: BUDGET, ..world.crew() })?;
    let spread = size.others / (3 * EACH + 1);
    let fault = |number: usize| {
        let kind = number
            .checked_rem(spread.max(1))
            .filter(|rest| *rest == spread / 2)
            .map(|_| number / spread.max(1));
        kind.and_then(|kind| ["panic", "abort", "hang"].into_iter().cycle().take(3 * EACH).nth(kind))
    };
    let mut articles = many(size.others, fault)?;
    articles.extend((0..EACH).map(oversized).collect::<anyhow::Result<Vec<_>>>()?);
    let mut publishing = world.publish(articles, 1);
    let jetstream = world.admin().await;
    for number in 0..EACH {
        let id = format!("{ID_PREFIX}-broken-{number}");
        jetstream
            .publish("articles.v1.received.live", Bytes::from(format!(r#"{{"id":"{id}","body": "#)))
            .await?
            .await?;
        publishing.ids.insert(id);
    }
    let ids = publishing.ids.clone();
    let poisoned = world.settle(publishing, &mut fleet).await?;
    let ended = fleet.ended;
    let nearly_all = world.nearly_all_after().await?;
    let explained = all_are_explained(&world).await?;

    // Now the cause goes: healthy workers take over, and articles that were broken themselves are repaired.
    fleet.heal()?;
    let healed = replay_all(&world, &mut fleet, &ids).await?;
    let innocent = poisoned.dead.saturating_sub(5 * EACH);
    let words = format!(
        "3 each of panic, abort, hang, broken JSON, oversized; {ended} workers ended; {innocent} healthy articles dead; 99 of 100 healthy articles done after {nearly_all:.1} s; all replayed"
    );
    Ok(Outcome::sound(poisoned.clone(), words)
        .expect(poisoned.dead >= 5 * EACH, "a poison article did not become a dead letter")
        .expect(explained, "`dead show` does not show the reason")
        .expect(innocent == 0, "healthy articles became dead letters")
        .expect(healed.lost == 0 && healed.dead == 0, format!("{} still dead after replay", healed.dead)))
}

/// Reports whether `wiredesk dead show` shows reason and error of every dead letter.
async fn all_are_explained(world: &World) -> anyhow::Result<bool> {
    for letter in world.bus.dead_letters(&DeadFilter::default()).await? {
        let number = letter.sequence.to_string();
        let (status, shown, _) =
            Process::run(Binaries::built().wiredesk(world.server.url(), &["dead", "show", &number]));
        if !status.success() || !shown.contains(&letter.reason) || !shown.contains(&letter.error) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Replays every dead letter, repaired if it was broken itself, and takes the account after that.
async fn replay_all(world: &World, fleet: &mut Fleet, ids: &BTreeSet<String>) -> anyhow::Result<Account> {
    for letter in world.bus.dead_letters(&DeadFilter::default()).await? {
        let Some(number) = letter.next_replay(None) else { continue };
        let (_, event) = world.bus.dead_letter(letter.sequence).await?.context("a dead letter stays")?;
        let payload = match letter.reason.as_str() {
            "invalid_json" | "too_large" => repaired(&event.payload),
            _ => event.payload.clone(),
        };
        world.bus.replay(&letter, &event, payload, number).await?;
    }
    let no_articles = world.publish(Vec::new(), 1);
    world.settle(no_articles, fleet).await?;
    Account::take(&world.bus, ids).await
}

/// Returns the event with a body that can be processed.
fn repaired(payload: &[u8]) -> Bytes {
    let body = json!("Rain fell on Oslo on Friday.");
    let mut event: Value = serde_json::from_slice(payload).unwrap_or_else(|_| json!({"id": id_in(payload)}));
    match event.get_mut("article").and_then(Value::as_object_mut) {
        Some(article) => drop(article.insert("body".to_owned(), body)),
        None => drop(event.as_object_mut().map(|article| article.insert("body".to_owned(), body))),
    }
    Bytes::from(event.to_string())
}

/// Returns an article that becomes too large for the bus once it is segmented.
fn oversized(number: usize) -> anyhow::Result<ArticleReceived> {
    // Sentences so short that their spans take more bytes than the text.
    let body = "It rained. ".repeat(OVERSIZED / 11);
    let article = json!({"id": format!("{ID_PREFIX}-oversized-{number}"), "body": body});
    Ok(ArticleReceived::decode(article.to_string().as_bytes())?)
}
