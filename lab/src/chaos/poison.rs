//! Poison articles among healthy ones: each kind is set aside with its reason, others flow, and once the cause is
//! gone a replay brings the result.

use std::collections::BTreeSet;

use anyhow::Context;
use bytes::Bytes;
use messages::{ArticleReceived, Event};
use pipeline_tests::{Binaries, NatsServer, Process};
use runtime::{bus::DeadFilter, topology};
use serde_json::{Value, json};

use super::{
    Outcome, Size,
    account::{Account, id_in},
    fleet::{Crew, Fleet},
    scenarios::room,
    world::{World, many},
};

/// Of each kind.
const EACH: usize = 3;
/// The budget of the stages: short, so that hanging articles are known soon.
const BUDGET: std::time::Duration = std::time::Duration::from_secs(3);
/// An article that fits through the bus by itself, but not with what the stages add.
const OVERSIZED: usize = 940_000;

pub(super) async fn run(size: Size) -> anyhow::Result<Outcome> {
    let world = World::create(NatsServer::start(), room(size)).await?;
    // As in production: whoever had to wait for it would be seen.
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
        let id = format!("chaos-broken-{number}");
        jetstream
            .publish("articles.v1.received.live", Bytes::from(format!(r#"{{"id":"{id}","body": "#)))
            .await?
            .await?;
        publishing.ids.insert(id);
    }
    let ids = publishing.ids.clone();
    let poisoned = world.settle(publishing, &mut fleet).await?;
    let ended = fleet.ended;
    let nearly_all = world.nearly_all_after(|_| true).await?;
    let shown = all_are_explained(&world).await?;

    // The cause is gone: healthy workers, and those articles repaired that were broken themselves.
    fleet.heal()?;
    let healed = replay_all(&world, &mut fleet, &ids).await?;
    let innocent = poisoned.dead.saturating_sub(5 * EACH);
    let words = format!(
        "3 each of panic, abort, hang, broken JSON, oversized; {ended} workers ended; {innocent} innocent dead; 99 of 100 healthy articles done after {nearly_all:.1} s; all replayed"
    );
    Ok(Outcome::of(poisoned.clone(), words)
        .expect(poisoned.dead >= 5 * EACH, "a poison article was not set aside")
        .expect(shown, "`dead show` does not tell why")
        .expect(innocent == 0, "innocent articles were set aside")
        .expect(healed.lost == 0 && healed.dead == 0, format!("{} still dead after replay", healed.dead)))
}

/// Whether `wiredesk dead show` tells of every dead letter why it is one.
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

/// Replays every dead letter, what cannot be read in a repaired form; the account after that.
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
    let nothing_more = world.publish(Vec::new(), 1);
    world.settle(nothing_more, fleet).await?;
    Account::take(&world.bus, ids).await
}

/// The event with a body that can be processed.
fn repaired(payload: &[u8]) -> Bytes {
    let body = json!("Rain fell on Oslo on Friday.");
    let mut event: Value = serde_json::from_slice(payload).unwrap_or_else(|_| json!({"id": id_in(payload)}));
    match event.get_mut("article").and_then(Value::as_object_mut) {
        Some(article) => drop(article.insert("body".to_owned(), body)),
        None => drop(event.as_object_mut().map(|article| article.insert("body".to_owned(), body))),
    }
    Bytes::from(event.to_string())
}

fn oversized(number: usize) -> anyhow::Result<ArticleReceived> {
    // Short sentences: the segments take more room than the text.
    let body = "It rained. ".repeat(OVERSIZED / 11);
    let article = json!({"id": format!("chaos-oversized-{number}"), "body": body});
    Ok(ArticleReceived::decode(article.to_string().as_bytes())?)
}
