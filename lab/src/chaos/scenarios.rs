//! The scenarios, one a row of the table.

use std::time::{Duration, Instant};

use pipeline_tests::{NatsServer, admin};
use tokio::time::sleep;

use super::{
    Outcome, Size, disk,
    faults::{Kills, storm},
    fleet::{Crew, Fleet},
    poison,
    proxy::Proxy,
    world::{ACK_WAIT, World, many},
};

/// Room for everything in each stream: the server sets it aside on its disk beforehand.
pub(super) fn room(size: Size) -> u64 {
    crate::bus::room(size.articles.max(size.others))
}

/// Name and order.
pub(super) const ALL: [(&str, &str); 17] = [
    ("calm", "nothing"),
    ("worker-kills", "kill -9 of a random worker every 200 ms"),
    ("server-kills", "kill -9 of the server"),
    ("both-kills", "both"),
    ("dead-process", "kill -9 of a worker's process beside its keeper"),
    ("rolling-restart", "SIGTERM to each worker in turn"),
    ("poison", "panic, abort, hang, broken JSON, oversized"),
    ("full-stream", "streams that take no more"),
    ("full-disk", "a disk that takes no more"),
    ("slow-stage", "ten times the ack wait"),
    ("frozen-worker", "SIGSTOP past the ack wait"),
    ("three-times", "each article published three times"),
    ("consumer-deleted", "under its workers"),
    ("stream-deleted", "under its workers"),
    ("network-cut", "between workers and server"),
    ("control-ack-first", "acknowledging before processing must lose"),
    ("control-short-window", "a window shorter than the ack wait must duplicate"),
];

/// Runs one of them.
pub(super) async fn run(name: &str, size: Size) -> anyhow::Result<Outcome> {
    match name {
        "worker-kills" => kills(size, Kills { workers: size.worker_kills, server: 0 }).await,
        "server-kills" => kills(size, Kills { workers: 0, server: size.server_kills }).await,
        "both-kills" => kills(size, Kills { workers: size.worker_kills, server: size.server_kills }).await,
        "dead-process" => dead_process(size).await,
        "rolling-restart" => rolling_restart(size).await,
        "poison" => poison::run(size).await,
        "full-stream" => full_stream(size).await,
        "full-disk" => disk::run(size).await,
        "slow-stage" => slow_stage(size).await,
        "frozen-worker" => frozen_worker(size).await,
        "three-times" => three_times(size).await,
        "consumer-deleted" => consumer_deleted(size).await,
        "stream-deleted" => stream_deleted(size).await,
        "network-cut" => network_cut(size).await,
        "control-ack-first" => ack_first(size).await,
        "control-short-window" => short_window(size).await,
        _ => calm(size).await,
    }
}

async fn start(size: Size, crew: impl FnOnce(&World) -> Crew) -> anyhow::Result<(World, Fleet)> {
    let world = World::create(NatsServer::start(), room(size)).await?;
    let fleet = Fleet::start(crew(&world))?;
    Ok((world, fleet))
}

async fn calm(size: Size) -> anyhow::Result<Outcome> {
    let (world, mut fleet) = start(size, World::crew).await?;
    let publishing = world.publish(many(size.others, |_| None)?, 1);
    let account = world.settle(publishing, &mut fleet).await?;
    let redeliveries = account.redeliveries;
    let words =
        format!("none; 99 of 100 articles done after {:.1} s", world.nearly_all_after(|_| true).await?);
    Ok(Outcome::of(account, words).expect(redeliveries == Some(0), "redeliveries although nothing happened"))
}

async fn kills(size: Size, kills: Kills) -> anyhow::Result<Outcome> {
    let (mut world, mut fleet) = start(size, World::crew).await?;
    let publishing = world.publish(many(size.articles, |_| None)?, 1);
    let done = storm(&mut world, &mut fleet, &publishing, kills).await?;
    let account = world.settle(publishing, &mut fleet).await?;
    let words = format!("{} workers and {} servers killed", done.workers, done.servers);
    let quick = done.recovery.is_none_or(|time| time < Duration::from_secs(3));
    let mut outcome = Outcome::of(account, words).expect(quick, "recovery took 3 s or more");
    outcome.recovery = done.recovery;
    Ok(outcome)
}

/// Articles that the workers have in hand when they are killed: fewer than they pull at once.
const IN_HAND: usize = 60;
/// An ack wait that nobody may wait for.
const LONG_WAIT: Duration = Duration::from_mins(1);

/// As when the kernel takes a process for its memory.
async fn dead_process(size: Size) -> anyhow::Result<Outcome> {
    let world = World::create(NatsServer::start(), room(size)).await?;
    world.set_ack_wait(LONG_WAIT).await;
    // Slow ones, so that the two detectors have them all in hand.
    let slow = vec!["--slow".to_owned(), "200".to_owned()];
    let mut fleet = Fleet::start(Crew { faulty: Some(slow), ..world.crew() })?;
    let publishing = world.publish(many(IN_HAND, |_| Some("slow"))?, 1);
    while world.summarized().await == 0 {
        sleep(Duration::from_millis(20)).await;
    }
    for number in 0..fleet.len() {
        fleet.member(number)?.signal_worker("KILL");
    }
    let killed = Instant::now();
    let account = world.settle(publishing, &mut fleet).await?;
    let (ended, took) = (fleet.ended, killed.elapsed());
    let in_hand = account.redeliveries.is_some_and(|count| count > 0);
    let words = format!(
        "{ended} processes killed beside their keepers, ack wait 60 s; all done {:.1} s later",
        took.as_secs_f64()
    );
    Ok(Outcome::of(account, words)
        .expect(in_hand, "nothing was in hand")
        .expect(took < LONG_WAIT, "articles waited for the ack wait"))
}

async fn rolling_restart(size: Size) -> anyhow::Result<Outcome> {
    let (world, mut fleet) = start(size, World::crew).await?;
    let publishing = world.publish(many(size.articles, |_| None)?, 1);
    let mut slowest = Duration::ZERO;
    for number in 0..fleet.len() {
        // One that is asked before it works has nothing to hand back.
        fleet.member(number)?.wait_for_stderr("ready");
        slowest = slowest.max(fleet.roll(number)?);
    }
    let left = world.unfinished().await;
    let account = world.settle(publishing, &mut fleet).await?;
    let redeliveries = account.redeliveries;
    let words =
        format!("8 SIGTERM, slowest exit {:.2} s, {left} steps left to do after", slowest.as_secs_f64());
    Ok(Outcome::of(account, words)
        .expect(redeliveries == Some(0), "an orderly stop caused redeliveries")
        .expect(slowest < Duration::from_secs(5), "an exit took 5 s or more"))
}

/// Streams begin too small for what is published, and grow once everything stands still.
async fn full_stream(size: Size) -> anyhow::Result<Outcome> {
    let world = World::create(NatsServer::start(), 512 << 10).await?;
    let mut fleet = Fleet::start(world.crew())?;
    let publishing = world.publish(many(size.others, |_| None)?, 1);
    let before = world.stands_still(&mut fleet).await?;
    let was_full = !publishing.is_done();
    world.set_up(room(size)).await?;
    let account = world.settle(publishing, &mut fleet).await?;
    let words = format!("streams of 512 KiB, full after {before} results, then enlarged");
    Ok(Outcome::of(account, words).expect(was_full, "the streams never filled"))
}

async fn slow_stage(size: Size) -> anyhow::Result<Outcome> {
    let flags = vec!["--slow".to_owned(), (10 * ACK_WAIT.as_millis()).to_string()];
    let (world, mut fleet) =
        start(size, |world| Crew { faulty: Some(flags), budget: 20 * ACK_WAIT, ..world.crew() }).await?;
    // One for each of the two detectors: both are at it at once, and the rest waits behind them.
    let articles = many(size.others.min(500), |number| (number < 2).then_some("slow"))?;
    let publishing = world.publish(articles, 1);
    let account = world.settle(publishing, &mut fleet).await?;
    let redeliveries = account.redeliveries;
    Ok(Outcome::of(account, "2 articles took 20 s, ten times the ack wait")
        .expect(redeliveries == Some(0), "work in progress was delivered again"))
}

async fn frozen_worker(size: Size) -> anyhow::Result<Outcome> {
    let (world, mut fleet) = start(size, World::crew).await?;
    let publishing = world.publish(many(size.others, |_| None)?, 1);
    while world.summarized().await == 0 {
        sleep(Duration::from_millis(20)).await;
    }
    // One of each stage.
    for number in 0..4 {
        fleet.member(number)?.signal_worker("STOP");
    }
    sleep(3 * ACK_WAIT).await;
    for number in 0..4 {
        fleet.member(number)?.signal_worker("CONT");
    }
    let account = world.settle(publishing, &mut fleet).await?;
    Ok(Outcome::of(account, "4 workers stopped for 6 s, three times the ack wait"))
}

async fn three_times(size: Size) -> anyhow::Result<Outcome> {
    let (world, mut fleet) = start(size, World::crew).await?;
    let publishing = world.publish(many(size.others, |_| None)?, 3);
    let account = world.settle(publishing, &mut fleet).await?;
    let once = account.summarized == account.published;
    Ok(Outcome::of(account, "each article published three times").expect(once, "not one result an article"))
}

async fn consumer_deleted(size: Size) -> anyhow::Result<Outcome> {
    let (world, mut fleet) = start(size, World::crew).await?;
    let publishing = world.publish(many(size.others, |_| None)?, 1);
    while world.summarized().await == 0 {
        sleep(Duration::from_millis(20)).await;
    }
    admin::delete_consumer(&world.admin().await, "ARTICLES_DETECTED", "segmenter-live").await;
    let told = leave(&mut fleet).await?;
    world.set_up(room(size)).await?;
    let mut account = world.settle(publishing, &mut fleet).await?;
    account.redeliveries = None;
    Ok(Outcome::of(account, "segmenter-live deleted; set up again, it begins from the first event")
        .expect(told, "no worker ended with word of `wiredesk setup`"))
}

/// A stream takes its content with it; so this one is deleted once all of it has been processed.
async fn stream_deleted(size: Size) -> anyhow::Result<Outcome> {
    let (world, mut fleet) = start(size, World::crew).await?;
    let mut articles = many(size.others, |_| None)?;
    let second_half = articles.split_off(size.others / 2);
    let publishing = world.publish(articles, 1);
    let first = world.settle(publishing, &mut fleet).await?;
    admin::delete_stream(&world.admin().await, "ARTICLES_DETECTED").await;
    let told = leave(&mut fleet).await?;
    world.set_up(room(size)).await?;
    let publishing = world.publish(second_half, 1);
    let mut account = world.settle(publishing, &mut fleet).await?;
    account.published += first.published;
    account.summarized += first.summarized;
    account.dead += first.dead;
    account.lost += first.lost;
    // Places in the new stream begin at one: what was delivered before is not comparable.
    account.redeliveries = None;
    Ok(Outcome::of(account, "ARTICLES_DETECTED deleted and set up again between two halves")
        .expect(told, "no worker ended with word of `wiredesk setup`"))
}

/// Waits until a worker ends; whether it named the remedy.
async fn leave(fleet: &mut Fleet) -> anyhow::Result<bool> {
    let before = fleet.ended;
    for _ in 0..200 {
        fleet.keep_up()?;
        if fleet.ended > before {
            return Ok(fleet.last_words.contains("wiredesk setup"));
        }
        sleep(Duration::from_millis(50)).await;
    }
    Ok(false)
}

async fn network_cut(size: Size) -> anyhow::Result<Outcome> {
    let world = World::create(NatsServer::start(), room(size)).await?;
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
    Ok(Outcome::of(account, format!("{cuts} cuts of 0.7 s between workers and server")))
}

/// What acknowledges first loses what it holds when it is killed. The suite must see so.
async fn ack_first(size: Size) -> anyhow::Result<Outcome> {
    let flags = ["--ack-first", "--slow", "10"].map(str::to_owned).to_vec();
    let (world, mut fleet) = start(size, |world| Crew { faulty: Some(flags), ..world.crew() }).await?;
    // Slow enough that the detectors have something in hand whenever they are killed.
    let publishing = world.publish(many(size.others, |_| Some("slow"))?, 1);
    let mut killed = 0;
    while world.summarized().await == 0 {
        sleep(Duration::from_millis(20)).await;
    }
    while killed < 6 {
        // The detectors stand first in each half of the fleet.
        fleet.kill(killed % 2 * 4)?;
        killed += 1;
        sleep(Duration::from_millis(200)).await;
    }
    let account = world.settle(publishing, &mut fleet).await?;
    let lost = account.lost;
    let words = format!("the detectors acknowledge first; {killed} of them killed");
    let mut outcome = Outcome { account, faults: words, ..Outcome::default() };
    outcome = outcome.expect(lost > 0, "the control lost nothing: the suite cannot see a loss");
    Ok(outcome)
}

/// A stream that forgets message ids before redeliveries come stores twice. The suite must see so.
async fn short_window(size: Size) -> anyhow::Result<Outcome> {
    let (mut world, mut fleet) = start(size, World::crew).await?;
    for stream in ["ARTICLES_DETECTED", "ARTICLES_SEGMENTED", "ARTICLES_TAGGED", "ARTICLES_SUMMARIZED"] {
        admin::set_duplicate_window(&world.admin().await, stream, Duration::from_millis(100)).await;
    }
    // Enough that most kills meet workers with something in hand.
    let publishing = world.publish(many(size.articles.clamp(2_000, 10_000), |_| None)?, 1);
    let done = storm(&mut world, &mut fleet, &publishing, Kills { workers: 80, server: 3 }).await?;
    let account = world.settle(publishing, &mut fleet).await?;
    let duplicates = account.duplicates;
    let words = format!("windows of 0.1 s; {} workers and {} servers killed", done.workers, done.servers);
    let mut outcome = Outcome { account, faults: words, recovery: done.recovery, ..Outcome::default() };
    outcome =
        outcome.expect(duplicates > 0, "the control stored nothing twice: the suite cannot see a duplicate");
    Ok(outcome)
}
