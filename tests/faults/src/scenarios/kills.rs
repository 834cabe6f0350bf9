//! Scenarios that kill or restart workers and the server.

use std::time::{Duration, Instant};

use pipeline_tests::NatsServer;

use super::start::{start, stream_size};
use crate::{
    fleet::{Crew, Fleet},
    outcome::{Outcome, Size},
    storm::{Kills, storm},
    world::{World, many},
};

/// The longest time from the server's return to the next result.
const RECOVERY_LIMIT: Duration = Duration::from_secs(3);
/// The longest time from SIGTERM to the end of a worker.
const EXIT_LIMIT: Duration = Duration::from_secs(5);
/// Number of articles that the workers hold when they are killed: fewer than they pull at once.
const HELD: usize = 60;
/// An ack timeout that no article may have to wait for.
const LONG_WAIT: Duration = Duration::from_mins(1);

/// Kills random workers (`kill -9`) every 200 ms, the server, or both.
pub(super) async fn kills(size: Size, workers: bool, server: bool) -> anyhow::Result<Outcome> {
    let kills = Kills {
        workers: if workers { size.worker_kills } else { 0 },
        server: if server { size.server_kills } else { 0 },
    };
    let (mut world, mut fleet) = start(size, World::crew).await?;
    let publishing = world.publish(many(size.articles, |_| None)?, 1);
    let done = storm(&mut world, &mut fleet, &publishing, kills).await?;
    let account = world.settle(publishing, &mut fleet).await?;
    let words = format!("{} workers and {} servers killed", done.workers, done.servers);
    let is_quick = done.recovery.is_none_or(|time| time < RECOVERY_LIMIT);
    let mut outcome = Outcome::sound(account, words).expect(is_quick, "recovery took 3 s or more");
    outcome.recovery = done.recovery;
    Ok(outcome)
}

/// Kills every worker process but not its supervisor, as the kernel does when memory runs out.
pub(super) async fn dead_process(size: Size) -> anyhow::Result<Outcome> {
    let world = World::create(NatsServer::start(), stream_size(size)).await?;
    world.set_ack_wait(LONG_WAIT).await;
    // Slow articles, so that the two detectors hold all of them when they are killed.
    let slow = vec!["--slow".to_owned(), "200".to_owned()];
    let mut fleet = Fleet::start(Crew { faulty: Some(slow), ..world.crew() })?;
    let publishing = world.publish(many(HELD, |_| Some("slow"))?, 1);
    world.first_result().await;
    for number in 0..fleet.len() {
        fleet.member(number)?.signal_worker("KILL");
    }
    let killed = Instant::now();
    let account = world.settle(publishing, &mut fleet).await?;
    let (ended, took) = (fleet.ended, killed.elapsed());
    let any_held = account.redeliveries.is_some_and(|count| count > 0);
    let words = format!(
        "{ended} worker processes killed, not their supervisors, ack timeout 60 s; all done {:.1} s later",
        took.as_secs_f64()
    );
    Ok(Outcome::sound(account, words)
        .expect(any_held, "the killed workers held no article")
        .expect(took < LONG_WAIT, "articles waited for the ack timeout"))
}

/// Stops each worker in turn (SIGTERM) and starts another in its place.
///
/// With a long ack timeout, no delivery comes again because the machine is slow. On a slow machine a worker cannot
/// finish all that it holds in the time it has, so it returns the rest.
pub(super) async fn rolling_restart(size: Size) -> anyhow::Result<Outcome> {
    let world = World::create(NatsServer::start(), stream_size(size)).await?;
    world.set_ack_wait(LONG_WAIT).await;
    let mut fleet = Fleet::start(world.crew())?;
    let publishing = world.publish(many(size.articles, |_| None)?, 1);
    let (mut slowest, mut returned) = (Duration::ZERO, 0);
    for number in 0..fleet.len() {
        // A worker that is stopped before it is ready holds nothing, so it would prove nothing.
        fleet.member(number)?.wait_for_stderr("ready");
        let stop = fleet.restart(number)?;
        slowest = slowest.max(stop.took);
        returned += stop.returned;
    }
    let left = world.unfinished().await;
    let account = world.settle(publishing, &mut fleet).await?;
    let redeliveries = account.redeliveries;
    let words = format!(
        "8 SIGTERM, slowest exit {:.2} s, {returned} deliveries returned, {left} articles left to process after",
        slowest.as_secs_f64()
    );
    Ok(Outcome::sound(account, words)
        .expect(redeliveries.is_some_and(|count| count <= returned), "a delivery was left to its ack timeout")
        .expect(slowest < EXIT_LIMIT, "an exit took 5 s or more"))
}
