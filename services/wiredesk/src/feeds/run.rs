//! Polling: each feed once, or all of them until the program is asked to stop.

use std::{
    collections::BTreeMap,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Result, bail};
use feeds::list::Feed;
use futures_util::future::try_join_all;
use runtime::{
    bus::{Bus, Patience},
    clock,
    heartbeat::Heartbeat,
    probes,
    settings::ServiceSettings,
    shutdown,
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
use crate::command::Outcome;

/// How long to wait before the next attempt while the server with the bucket is away.
const AWAY: Duration = Duration::from_secs(5);
/// How often the probe for liveness is told that the program lives.
const BEAT: Duration = Duration::from_secs(5);
/// How long polls in progress may take when the program is asked to stop. Claims of the rest end by themselves.
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

/// Returns the feeds of each host.
fn by_host(feeds: Vec<Feed>) -> Vec<Vec<Feed>> {
    let mut hosts = BTreeMap::<String, Vec<Feed>>::new();
    for feed in feeds {
        hosts.entry(feed.url.origin().ascii_serialization()).or_default().push(feed);
    }
    hosts.into_values().collect()
}

/// Polls each feed once and prints what became of it.
async fn once(poller: &Poller, feeds: Vec<Feed>) -> Result<Outcome> {
    let (started, count) = (Instant::now(), feeds.len());
    let hosts = by_host(feeds);
    let (_never, stopping) = watch::channel(false);
    let visits = hosts.iter().map(|host| visit_once(poller, host, &stopping));
    let visits: Vec<(Outcome, u64)> = try_join_all(visits).await?;
    let articles: u64 = visits.iter().map(|(_, articles)| articles).sum();
    anstream::eprintln!("{count} feeds, {articles} new articles, {:.2} s", started.elapsed().as_secs_f64());
    Ok(visits.into_iter().fold(Outcome::Done, |all, (outcome, _)| all.and(outcome)))
}

/// Polls each feed of a host once. Returns the number of new articles, too.
async fn visit_once(
    poller: &Poller,
    host: &[Feed],
    stopping: &watch::Receiver<bool>,
) -> Result<(Outcome, u64)> {
    let (mut outcome, mut articles) = (Outcome::Done, 0);
    let feeds: Vec<&Feed> = host.iter().collect();
    let taken = poller.visit(&feeds, stopping, |feed, turn| match turn {
        Turn::Waits(wait) => anstream::println!("{}: not polled for {} s", feed.name, wait.as_secs()),
        Turn::Polled { error: Some(error), .. } => {
            outcome = Outcome::SomeFailed;
            anstream::eprintln!("error: {}: {error}", feed.name);
        }
        Turn::Polled { outcome, published, skipped, .. } => {
            articles += published;
            let skipped = if skipped > 0 { format!(", {skipped} without text") } else { String::new() };
            anstream::println!("{}: {outcome}, {published} new{skipped}", feed.name);
        }
    });
    if taken.await?.is_some() {
        for feed in feeds {
            anstream::println!("{}: not polled, another instance polls its host", feed.name);
        }
    }
    Ok((outcome, articles))
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
    for host in by_host(feeds) {
        polls.spawn(poll_on(Arc::clone(poller), host, stopping.clone()));
    }
    let mut beats = interval(BEAT);
    let mut stopped = std::pin::pin!(stopped);
    let mut refused = std::pin::pin!(bus.refused_for(REFUSED_LIMIT));
    loop {
        select! {
            () = &mut stopped => break,
            refused = &mut refused => bail!(refused),
            Some(Err(_)) = polls.join_next() => bail!("the polls of a host ended by a panic"),
            _ = beats.tick() => heartbeat.beat(),
        }
    }
    // Nobody listens if there is no poll left.
    let _ = stop.send(true);
    let finished = timeout(LAST_POLLS, async { while polls.join_next().await.is_some() {} }).await;
    info!(finished = finished.is_ok(), "stopped");
    Ok(Outcome::Done)
}

/// Polls the feeds of one host again and again until `stopping` turns true.
async fn poll_on(poller: Arc<Poller>, host: Vec<Feed>, mut stopping: watch::Receiver<bool>) {
    // When each feed is due, in seconds since 1970, as far as this instance knows.
    let mut due: BTreeMap<String, u64> = host.iter().map(|feed| (feed.name.clone(), 0)).collect();
    while !*stopping.borrow() {
        let now = clock::unix_seconds();
        let is_due = |feed: &&Feed| due.get(&feed.name).is_none_or(|at| *at <= now);
        let feeds: Vec<&Feed> = host.iter().filter(is_due).collect();
        let visit = poller.visit(&feeds, &stopping, |feed, turn| {
            let (Turn::Waits(wait) | Turn::Polled { next: wait, .. }) = turn;
            due.insert(feed.name.clone(), clock::unix_seconds() + wait.as_secs());
        });
        let taken = visit.await.unwrap_or_else(|error| {
            warn!(error = format!("{error:#}"), "cannot keep what was seen, trying again");
            Some(AWAY)
        });
        let earliest = due.values().min().copied().unwrap_or(u64::MAX);
        let wait = Duration::from_secs(earliest.saturating_sub(clock::unix_seconds()));
        select! {
            () = sleep(taken.unwrap_or_default().max(wait)) => {}
            _ = stopping.changed() => {}
        }
    }
}
