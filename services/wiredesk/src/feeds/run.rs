//! Polling: each feed once, or all of them until the program is asked to stop.

use std::{sync::Arc, time::Duration};

use anyhow::{Result, bail};
use feeds::list::Feed;
use futures_util::{StreamExt, stream};
use runtime::{
    bus::{Bus, Patience},
    heartbeat::Heartbeat,
    probes,
    settings::ServiceSettings,
    shutdown, telemetry,
};
use tokio::{
    select,
    sync::watch,
    task::JoinSet,
    time::{interval, sleep, timeout},
};
use tracing::{info, warn};

use super::{
    meter,
    poll::{Poller, Turn},
};
use crate::command::{Outcome, report_panics_without_text};

/// How long to wait before the next attempt while the server with the bucket is away.
const AWAY: Duration = Duration::from_secs(5);
/// How often the probe for liveness is told that the program lives.
const BEAT: Duration = Duration::from_secs(5);
/// How long polls in progress may take when the program is asked to stop. Their claims end by themselves.
const LAST_POLLS: Duration = Duration::from_secs(5);
/// How long a server that refuses this program is tried.
const REFUSED_LIMIT: Duration = Duration::from_mins(2);

/// Polls `feeds`: each of them `once`, or all until the program is asked to stop.
pub(super) async fn run(
    settings: &ServiceSettings,
    feeds: Vec<Feed>,
    is_once: bool,
    allow_private: bool,
) -> Result<Outcome> {
    report_panics_without_text();
    telemetry::init(&settings.logging.filter, settings.logging.format);
    let patience = if is_once { Patience::Once } else { Patience::Forever };
    let bus = Bus::connect(&settings.connection, "wiredesk-feeds", patience).await?;
    let poller = Arc::new(Poller::new(&bus, allow_private, is_once).await?);
    if is_once {
        return once(&poller, feeds).await;
    }
    let heartbeat = Arc::<Heartbeat>::default();
    if let Some(address) = settings.http {
        let metrics = meter::install()?;
        let ready = Arc::clone(&poller);
        let is_ready = move || {
            let poller = Arc::clone(&ready);
            async move { poller.is_ready().await }
        };
        probes::serve(address, move || metrics.render(), Arc::clone(&heartbeat), is_ready).await?;
    }
    until_stopped(&bus, &poller, feeds, &heartbeat).await
}

/// Polls each feed once and prints what became of it.
async fn once(poller: &Poller, feeds: Vec<Feed>) -> Result<Outcome> {
    let count = feeds.len();
    let turns = stream::iter(&feeds).map(|feed| async move { (feed, poller.turn(feed).await) });
    let mut turns = std::pin::pin!(turns.buffer_unordered(count));
    let mut outcome = Outcome::Done;
    while let Some((feed, turn)) = turns.next().await {
        match turn? {
            Turn::Waits(wait) => anstream::println!("{}: not polled for {} s", feed.name, wait.as_secs()),
            Turn::Polled { error: Some(error), .. } => {
                outcome = Outcome::SomeFailed;
                anstream::eprintln!("error: {}: {error}", feed.name);
            }
            Turn::Polled { outcome, published, .. } => {
                anstream::println!("{}: {outcome}, {published} new", feed.name);
            }
        }
    }
    Ok(outcome)
}

async fn until_stopped(
    bus: &Bus,
    poller: &Arc<Poller>,
    feeds: Vec<Feed>,
    heartbeat: &Heartbeat,
) -> Result<Outcome> {
    let stopped = shutdown::requested()?;
    let (stop, stopping) = watch::channel(false);
    info!(feeds = feeds.len(), "polling");
    let mut polls = JoinSet::new();
    for feed in feeds {
        polls.spawn(poll_on(Arc::clone(poller), feed, stopping.clone()));
    }
    let mut beats = interval(BEAT);
    let mut stopped = std::pin::pin!(stopped);
    let mut refused = std::pin::pin!(bus.refused_for(REFUSED_LIMIT));
    loop {
        select! {
            () = &mut stopped => break,
            refused = &mut refused => bail!(refused),
            _ = beats.tick() => heartbeat.beat(),
        }
    }
    // Nobody listens if there is no poll left.
    let _ = stop.send(true);
    let finished = timeout(LAST_POLLS, async { while polls.join_next().await.is_some() {} }).await;
    info!(finished = finished.is_ok(), "stopped");
    Ok(Outcome::Done)
}

/// Polls one feed again and again until `stopping` turns true.
async fn poll_on(poller: Arc<Poller>, feed: Feed, mut stopping: watch::Receiver<bool>) {
    while !*stopping.borrow() {
        let wait = match poller.turn(&feed).await {
            Ok(Turn::Waits(wait)) => wait,
            Ok(Turn::Polled { .. }) => continue,
            Err(error) => {
                warn!(
                    feed = feed.name,
                    error = format!("{error:#}"),
                    "cannot keep what was seen, trying again"
                );
                AWAY
            }
        };
        select! {
            () = sleep(wait) => {}
            _ = stopping.changed() => {}
        }
    }
}
