//! The server's `max_payload` becomes smaller than stored articles, and larger again.

use anyhow::Context;
use messages::{ArticleReceived, Event};
use pipeline_tests::NatsServer;
use runtime::bus::DeadFilter;
use serde_json::json;

use super::start::stream_size;
use crate::{
    account::Account,
    articles::ID_PREFIX,
    fleet::Fleet,
    outcome::{Outcome, Size},
    world::{World, many},
};

const LARGE: &str = "max_payload: 1MB";
const SMALL: &str = "max_payload: 64KB";
/// Number of articles that do not fit through the small limit.
const TOO_LARGE: usize = 20;
/// Number of their sentences.
const SENTENCES: usize = 2_500;

/// Lowers `max_payload` while the workers run, raises it again, and replays what became dead letters.
pub(super) async fn max_payload_lowered(size: Size) -> anyhow::Result<Outcome> {
    let world = World::create(NatsServer::start_configured(LARGE), stream_size(size)).await?;
    let large = (0..TOO_LARGE).map(large).collect::<anyhow::Result<Vec<_>>>()?;
    let stored = world.publish(large, 1);
    let mut fleet = Fleet::start(world.crew())?;
    let mut ids = stored.ids.clone();
    stored.finished().await?;
    world.server.reconfigure(SMALL);
    let small = world.publish(many(size.others, |_| None)?, 1);
    ids.extend(small.ids.iter().cloned());
    world.settle(small, &mut fleet).await?;
    let lowered = Account::take(&world.bus, &ids).await?;

    world.server.reconfigure(LARGE);
    for letter in world.bus.dead_letters(&DeadFilter::default()).await? {
        let Some(number) = letter.next_replay(None) else { continue };
        let (letter, event) = world.bus.dead_letter(letter.sequence).await?.context("a dead letter stays")?;
        world.bus.replay(&letter, &event, event.payload.clone(), number).await?;
    }
    world.settle(world.publish(Vec::new(), 1), &mut fleet).await?;
    let raised = Account::take(&world.bus, &ids).await?;
    let only_too_large = lowered.reasons.keys().all(|reason| reason == "too_large");
    let words = format!(
        "max_payload from 1 MB to 64 KB with {TOO_LARGE} larger articles stored, then back and all dead letters replayed; {} workers ended",
        fleet.ended
    );
    let (dead, replayed) = (lowered.dead, raised.clone());
    Ok(Outcome::sound(lowered, words)
        .expect(dead > 0, "no article became too large")
        .expect(only_too_large, "an article was set aside for another reason than its size")
        .expect(replayed.is_sound() && replayed.dead == 0, format!("after the replay: {replayed:?}")))
}

/// Returns an article that is larger than the small limit allows.
fn large(number: usize) -> anyhow::Result<ArticleReceived> {
    let body = "Rain fell on Oslo on Friday. ".repeat(SENTENCES);
    let article = json!({"id": format!("{ID_PREFIX}-large-{number}"), "body": body});
    Ok(ArticleReceived::decode(article.to_string().as_bytes())?)
}
