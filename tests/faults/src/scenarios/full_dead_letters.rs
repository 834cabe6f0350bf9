//! A stream of dead letters that is full while bad articles arrive among sound ones.

use std::time::{Duration, Instant};

use bytes::Bytes;
use messages::DeadReason;
use pipeline_tests::{NatsServer, admin};
use tokio::time::sleep;

use super::start::stream_size;
use crate::{
    account::SETTLE_DEADLINE,
    articles::ID_PREFIX,
    fleet::Fleet,
    outcome::{Outcome, Size},
    world::{World, many},
};

const DEAD: &str = "ARTICLES_DEAD";
/// The size of a stream that no dead letter fits into, in bytes.
const TOO_SMALL: i64 = 100;
/// One article in this many is bad.
const ONE_IN: usize = 5;
/// How often each detector is killed while bad articles wait: more often than it takes to call an article a
/// crash loop.
const KILLS: usize = 4;

/// Publishes bad articles while no dead letter fits, kills the workers that hold them, and enlarges the stream
/// once all sound articles are summarized.
pub(super) async fn full_dead_letters(size: Size) -> anyhow::Result<Outcome> {
    let world = World::create(NatsServer::start(), stream_size(size)).await?;
    let jetstream = world.admin().await;
    admin::set_max_bytes(&jetstream, DEAD, TOO_SMALL).await;
    let mut fleet = Fleet::start(world.crew())?;
    let bad = size.others / ONE_IN;
    let sound = size.others - bad;
    let mut publishing = world.publish(many(sound, |_| None)?, 1);
    for number in 0..bad {
        let id = format!("{ID_PREFIX}-broken-{number}");
        let broken = Bytes::from(format!(r#"{{"id":"{id}","body": "#));
        jetstream.publish("articles.v1.received.live", broken).await?.await?;
        publishing.ids.insert(id);
    }
    let begun = Instant::now();
    while begun.elapsed() < SETTLE_DEADLINE && world.summarized().await < sound as u64 {
        fleet.keep_up()?;
        sleep(Duration::from_millis(100)).await;
    }
    let summarized = world.summarized().await;
    let took = begun.elapsed();
    for _ in 0..KILLS {
        // The detectors are the first members of the fleet's two halves.
        for number in [0, 4] {
            fleet.member(number)?.signal_worker("KILL");
            fleet.member(number)?.wait();
        }
        fleet.keep_up()?;
        // The bad articles are delivered to the next workers before these are killed.
        sleep(Duration::from_secs(3)).await;
    }
    let waiting = world.bus.status().await?.dead.is_empty();
    admin::set_max_bytes(&jetstream, DEAD, i64::try_from(stream_size(size))?).await;
    let account = world.settle(publishing, &mut fleet).await?;
    let dead = account.dead;
    let reasons: Vec<&str> = account.reasons.keys().map(String::as_str).collect();
    let one_reason = reasons == [DeadReason::InvalidJson.code()];
    let words = format!(
        "1 article in {ONE_IN} bad, no room for a dead letter; {summarized} of {sound} sound ones summarized after {:.1} s; then {} detectors killed, and the stream enlarged",
        took.as_secs_f64(),
        2 * KILLS
    );
    Ok(Outcome::sound(account, words)
        .expect(summarized == sound as u64, "bad articles held up sound ones")
        .expect(waiting, "a dead letter was stored although there was no room")
        .expect(dead == bad, "a bad article did not become a dead letter")
        .expect(one_reason, "a bad article became a dead letter for another reason"))
}
