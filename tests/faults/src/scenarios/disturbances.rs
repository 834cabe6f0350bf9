//! Scenarios without a crash: nothing, delays, a cut network, articles published more than once.

use std::time::Duration;

use pipeline_tests::NatsServer;
use tokio::time::sleep;

use super::start::{start, stream_size};
use crate::{
    fleet::{Crew, Fleet},
    outcome::{Outcome, Size},
    proxy::Proxy,
    world::{ACK_WAIT, World, many},
};

/// Runs the pipeline without any disturbance.
pub(super) async fn calm(size: Size) -> anyhow::Result<Outcome> {
    let (world, mut fleet) = start(size, World::crew).await?;
    let publishing = world.publish(many(size.others, |_| None)?, 1);
    let account = world.settle(publishing, &mut fleet).await?;
    let redeliveries = account.redeliveries;
    let words = format!("none; 99 of 100 articles done after {:.1} s", world.nearly_all_after().await?);
    Ok(Outcome::sound(account, words)
        .expect(redeliveries == Some(0), "redeliveries although nothing happened"))
}

/// Makes two articles take ten times the ack timeout. The workers must renew their deliveries meanwhile.
pub(super) async fn slow_stage(size: Size) -> anyhow::Result<Outcome> {
    let flags = vec!["--slow".to_owned(), (10 * ACK_WAIT.as_millis()).to_string()];
    let (world, mut fleet) =
        start(size, |world| Crew { faulty: Some(flags), budget: 20 * ACK_WAIT, ..world.crew() }).await?;
    // One slow article for each of the two detectors: the others wait in the queue behind them.
    let articles = many(size.others.min(500), |number| (number < 2).then_some("slow"))?;
    let publishing = world.publish(articles, 1);
    let account = world.settle(publishing, &mut fleet).await?;
    let redeliveries = account.redeliveries;
    Ok(Outcome::sound(account, "2 articles took 20 s, ten times the ack timeout")
        .expect(redeliveries == Some(0), "an article was redelivered while a worker processed it"))
}

/// Stops one worker of each stage for longer than the ack timeout and lets it continue.
pub(super) async fn frozen_worker(size: Size) -> anyhow::Result<Outcome> {
    let (world, mut fleet) = start(size, World::crew).await?;
    let publishing = world.publish(many(size.others, |_| None)?, 1);
    world.first_result().await;
    // The first four members are one worker of each stage.
    for number in 0..4 {
        fleet.member(number)?.signal_worker("STOP");
    }
    sleep(3 * ACK_WAIT).await;
    for number in 0..4 {
        fleet.member(number)?.signal_worker("CONT");
    }
    let account = world.settle(publishing, &mut fleet).await?;
    Ok(Outcome::sound(account, "4 workers stopped for 6 s, three times the ack timeout"))
}

/// Publishes every article three times.
pub(super) async fn three_times(size: Size) -> anyhow::Result<Outcome> {
    let (world, mut fleet) = start(size, World::crew).await?;
    let publishing = world.publish(many(size.others, |_| None)?, 3);
    let account = world.settle(publishing, &mut fleet).await?;
    let once = account.summarized == account.published;
    Ok(Outcome::sound(account, "each article published three times")
        .expect(once, "not one result per article"))
}

/// Cuts the network between workers and server again and again.
pub(super) async fn network_cut(size: Size) -> anyhow::Result<Outcome> {
    let world = World::create(NatsServer::start(), stream_size(size)).await?;
    let proxy = Proxy::start(world.server.url().trim_start_matches("nats://").to_owned()).await?;
    let mut fleet = Fleet::start(Crew { url: proxy.url(), ..world.crew() })?;
    let publishing = world.publish(many(size.others, |_| None)?, 1);
    let mut cuts = 0;
    while cuts < 3 || (cuts < 20 && world.unfinished().await > 0) {
        sleep(Duration::from_millis(700)).await;
        proxy.set_open(false);
        sleep(Duration::from_millis(700)).await;
        proxy.set_open(true);
        cuts += 1;
        fleet.keep_up()?;
    }
    let account = world.settle(publishing, &mut fleet).await?;
    Ok(Outcome::sound(account, format!("{cuts} cuts of 0.7 s between workers and server")))
}
