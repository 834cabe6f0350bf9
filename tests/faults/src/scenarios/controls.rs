//! The controls: each makes a mistake that loses or duplicates articles. The suite fails unless it sees them.

use std::time::Duration;

use messages::{StageName, subjects::Lane};
use pipeline_tests::{NatsServer, admin};
use tokio::time::sleep;

use super::start::{start, stream_size};
use crate::{
    fleet::{Crew, Fleet},
    outcome::{Outcome, Size},
    storm::{Kills, storm},
    world::{World, many},
};

/// Uses a consumer without acknowledgements: a delivery counts as done before it is processed, so a killed
/// detector loses what it holds.
pub(super) async fn ack_first(size: Size) -> anyhow::Result<Outcome> {
    let world = World::create(NatsServer::start(), stream_size(size)).await?;
    let consumer = world.bus.topology().consumer(StageName::Detect, Lane::Live);
    admin::acknowledge_on_delivery(&world.admin().await, &consumer.stream, &consumer.name).await;
    // Slow enough that the detectors hold articles whenever they are killed.
    let flags = ["--slow", "10"].map(str::to_owned).to_vec();
    let mut fleet = Fleet::start(Crew { faulty: Some(flags), ..world.crew() })?;
    let publishing = world.publish(many(size.others, |_| Some("slow"))?, 1);
    world.first_result().await;
    let mut killed = 0;
    while killed < 6 {
        // The detectors are the first members of the fleet's two halves.
        fleet.kill(killed % 2 * 4)?;
        killed += 1;
        sleep(Duration::from_millis(200)).await;
    }
    let account = world.settle(publishing, &mut fleet).await?;
    let lost = account.lost;
    let words = format!("deliveries to the detectors count as acknowledged at once; {killed} of them killed");
    Ok(Outcome::control(account, words)
        .expect(lost > 0, "the control lost nothing: the suite cannot see a loss"))
}

/// Makes the streams forget message ids before redeliveries come, so that they store events twice.
pub(super) async fn short_window(size: Size) -> anyhow::Result<Outcome> {
    let (mut world, mut fleet) = start(size, World::crew).await?;
    for stream in ["ARTICLES_DETECTED", "ARTICLES_SEGMENTED", "ARTICLES_TAGGED", "ARTICLES_SUMMARIZED"] {
        admin::set_duplicate_window(&world.admin().await, stream, Duration::from_millis(100)).await;
    }
    // Enough articles that most kills hit workers with articles in flight.
    let publishing = world.publish(many(size.articles.clamp(2_000, 10_000), |_| None)?, 1);
    let done = storm(&mut world, &mut fleet, &publishing, Kills { workers: 80, server: 3 }).await?;
    let account = world.settle(publishing, &mut fleet).await?;
    let duplicates = account.duplicates;
    let words = format!("windows of 0.1 s; {} workers and {} servers killed", done.workers, done.servers);
    let mut outcome = Outcome::control(account, words)
        .expect(duplicates > 0, "the control stored nothing twice: the suite cannot see a duplicate");
    outcome.recovery = done.recovery;
    Ok(outcome)
}
