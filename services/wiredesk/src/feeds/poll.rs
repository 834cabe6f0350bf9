//! One poll of one feed, and one visit to the host of several.

use std::{
    collections::BTreeSet,
    hash::{BuildHasher, Hasher, RandomState},
    sync::Arc,
    time::Duration,
};

use anyhow::Result;
use feeds::{fetch::FetchError, items::Item, list::Feed, memory::Poll, schedule::Ending};
use futures_util::{StreamExt, stream};
use messages::{Event, subjects::Lane};
use runtime::{
    bus::{Bucket, Bus, Publisher, PublisherError},
    causes::with_causes,
    clock,
};
use tokio::{select, sync::watch};
use tracing::{info, warn};

use super::{
    article::{Made, Maker},
    bucket::{self, Remembered},
    claimed::{Claimed, TAKEN},
    host::Hosts,
    meter,
};

/// How many articles of a feed are published at once. What was published is then noted.
const AT_ONCE: usize = 64;

/// Polls feeds and publishes their new items.
pub(super) struct Poller {
    hosts: Arc<Hosts>,
    bucket: Bucket,
    live: Publisher,
    backfill: Publisher,
    /// The name of this instance in claims.
    instance: String,
    /// Whether feeds that did not fail are polled before their time, for a caller that prints the turns.
    eager: bool,
}

/// What came of one turn of a feed.
pub(super) enum Turn {
    /// It is not due.
    Waits(Duration),
    /// It was polled.
    Polled {
        /// `read`, `unchanged`, or the code of an error.
        outcome: &'static str,
        /// Why it failed.
        error: Option<String>,
        /// The number of new articles.
        published: u64,
        /// The number of entries that are no article.
        skipped: usize,
        /// The time to the next poll.
        next: Duration,
    },
}

/// What became of an item, with its key.
enum Published {
    /// It is in the pipeline.
    Stored(String),
    /// It cannot be published.
    LeftOut(String),
    /// The next poll tries it again.
    Later,
}

/// A poll that failed, and a sentence that says why.
struct Failure(Poll, String);

impl Poller {
    pub(super) async fn new(bus: &Bus, allow_private: bool, eager: bool) -> Result<Self> {
        Ok(Self {
            hosts: Arc::new(Hosts::new(allow_private)),
            bucket: bucket::open(bus).await?,
            live: bus.publisher(Lane::Live).await?,
            backfill: bus.publisher(Lane::Backfill).await?,
            instance: format!("{}-{:016x}", std::process::id(), RandomState::new().build_hasher().finish()),
            eager,
        })
    }

    /// Reports whether the server answers.
    pub(super) async fn is_ready(&self) -> Result<(), String> {
        self.bucket.get("ready").await.map(drop).map_err(|error| with_causes(&error))
    }

    /// Claims the host of `feeds`, which all are there, and polls one after the other until `stopping` turns true.
    /// `done` is told what came of each. Returns how long to wait if another instance has the host.
    ///
    /// # Errors
    ///
    /// When the server with the bucket does not answer.
    pub(super) async fn visit(
        &self,
        feeds: &[&Feed],
        stopping: &watch::Receiver<bool>,
        done: impl FnMut(&Feed, Turn),
    ) -> Result<Option<Duration>> {
        let Some(first) = feeds.first() else { return Ok(None) };
        let mut claimed = match Claimed::host(&first.url, &self.bucket, &self.instance).await? {
            Ok(claimed) => claimed,
            Err(wait) => return Ok(Some(wait)),
        };
        let visited = select! {
            visited = self.turns(feeds, stopping, done) => visited.map(|()| None),
            () = claimed.lost() => Ok(Some(TAKEN)),
        };
        // The next instance opens a connection of its own.
        self.hosts.disconnect();
        let ended = claimed.end().await;
        visited.and_then(|wait| ended.map(|()| wait))
    }

    async fn turns(
        &self,
        feeds: &[&Feed],
        stopping: &watch::Receiver<bool>,
        mut done: impl FnMut(&Feed, Turn),
    ) -> Result<()> {
        for feed in feeds {
            if *stopping.borrow() {
                break;
            }
            done(feed, self.turn(feed).await?);
        }
        Ok(())
    }

    /// Polls a feed if it is due.
    async fn turn(&self, feed: &Feed) -> Result<Turn> {
        let mut known = Remembered::read(&self.bucket, feed).await?;
        if let Some(wait) = known.memory.wait(feed, clock::unix_seconds(), self.eager) {
            return Ok(Turn::Waits(wait));
        }
        let before = known.memory.published;
        let mut skipped = 0;
        let (poll, error) = match self.read(feed, &mut known, &mut skipped).await? {
            Ok(poll) => (poll, None),
            Err(Failure(poll, error)) => {
                // An eager caller prints what came of each feed.
                if !self.eager {
                    warn!(feed = feed.name, code = poll.outcome, error, "the feed cannot be read");
                }
                (poll, Some(error))
            }
        };
        let outcome = poll.outcome;
        let now = clock::unix_seconds();
        known.memory.settle(feed, poll, now);
        let published = known.memory.published - before;
        meter::polled(&known.memory, published);
        if published > 0 || skipped > 0 {
            info!(feed = feed.name, published, skipped, "new articles");
        }
        // If another instance wrote it meanwhile, that one noted what it saw, and the stream drops what was published
        // twice.
        known.write().await?;
        let next = Duration::from_secs(known.memory.next_poll.saturating_sub(now));
        Ok(Turn::Polled { outcome, error, published, skipped, next })
    }

    /// Reads a feed and publishes what is new.
    async fn read(
        &self,
        feed: &Feed,
        known: &mut Remembered<'_>,
        skipped: &mut usize,
    ) -> Result<Result<Poll, Failure>> {
        let (items, validators) = match self.hosts.feed(feed, &known.memory.validators).await {
            Ok(Some(found)) => found,
            Ok(None) => return Ok(Ok(poll("unchanged", Ending::Read))),
            Err(error) => return Ok(Err(failure(&error))),
        };
        *skipped = items.skipped;
        let current: BTreeSet<String> = items.items.iter().map(|item| item.key.clone()).collect();
        let unseen = known.memory.unseen(items.items);
        // A document that is not done does not count as known, so the next poll goes on with the rest.
        let validators = match self.publish_all(feed, unseen, known).await? {
            Ok(is_done) => is_done.then_some(validators),
            Err(error) => return Ok(Err(Failure(poll("not_published", Ending::Read), error))),
        };
        known.memory.forget(&current);
        Ok(Ok(Poll { validators, ..poll("read", Ending::Read) }))
    }

    /// Publishes items in their order and notes each. Returns whether all of them are done, or why one could not be
    /// published.
    async fn publish_all(
        &self,
        feed: &Feed,
        items: Vec<Item>,
        known: &mut Remembered<'_>,
    ) -> Result<Result<bool, String>> {
        let maker = Maker::new(&self.hosts, feed);
        let made = stream::unfold((maker, items.into_iter()), |(mut maker, mut items)| async move {
            let made = maker.article(items.next()?).await;
            Some((made, (maker, items)))
        });
        let published = made.map(|made| self.publish(feed.lane, made)).buffered(AT_ONCE);
        let mut published = std::pin::pin!(published);
        let (mut is_done, mut since) = (true, 0);
        while let Some(outcome) = published.next().await {
            match outcome {
                Ok(Published::Stored(key)) => known.memory.note(key),
                Ok(Published::LeftOut(key)) => known.memory.leave_out(key),
                Ok(Published::Later) => is_done = false,
                Err(error) => return Ok(Err(error)),
            }
            since += 1;
            if since % AT_ONCE == 0 {
                known.write().await?;
            }
        }
        Ok(Ok(is_done))
    }

    /// Publishes the article of an item. One that is too large is left out.
    async fn publish(&self, lane: Lane, made: Made) -> Result<Published, String> {
        let (key, article) = match made {
            Made::Article(key, article) => (key, article),
            Made::Nothing(key) => return Ok(Published::LeftOut(key)),
            Made::Later => return Ok(Published::Later),
        };
        let publisher = match lane {
            Lane::Live => &self.live,
            Lane::Backfill => &self.backfill,
        };
        match publisher.publish(&article).await {
            Ok(_) => Ok(Published::Stored(key)),
            Err(error @ PublisherError::TooLarge(_)) => {
                warn!(article = article.article().id, error = with_causes(&error), "item left out");
                Ok(Published::LeftOut(key))
            }
            Err(error) => Err(with_causes(&error)),
        }
    }
}

fn poll(outcome: &'static str, ending: Ending) -> Poll {
    Poll { outcome, ending, retry_after: None, validators: None }
}

fn failure(error: &FetchError) -> Failure {
    let (ending, retry_after) = match error {
        FetchError::Status { status: 410, retry_after } => (Ending::Gone, *retry_after),
        FetchError::Status { retry_after, .. } => (Ending::Failed, *retry_after),
        _ => (Ending::Failed, None),
    };
    Failure(Poll { retry_after, ..poll(error.code(), ending) }, error.to_string())
}
