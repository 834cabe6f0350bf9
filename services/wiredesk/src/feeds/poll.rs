//! One poll of one feed, from the claim to the time of the next poll.

use std::{collections::BTreeSet, time::Duration};

use anyhow::Result;
use feeds::{
    fetch::{Answer, FetchError, Validators},
    items::{self, Item},
    list::Feed,
    memory::{self, Memory, Poll},
    schedule::Ending,
};
use futures_util::{StreamExt, stream};
use messages::{Event, subjects::Lane};
use runtime::{
    bus::{Bucket, Bus, Publisher, PublisherError},
    causes::with_causes,
    clock,
};
use tokio::{select, time::sleep};
use tracing::{info, warn};

use super::{bucket, host::Hosts, meter};

/// How many articles of a feed are published at once. What was published is then noted.
const AT_ONCE: usize = 64;
/// How long to wait if another instance was faster.
const TAKEN: Duration = Duration::from_secs(2);

/// Polls feeds and publishes their new items.
pub(super) struct Poller {
    hosts: Hosts,
    bucket: Bucket,
    live: Publisher,
    backfill: Publisher,
    /// The name of this instance in claims.
    instance: String,
    /// Whether feeds that did not fail are polled before their time.
    eager: bool,
}

/// What came of one turn of a feed.
pub(super) enum Turn {
    /// It is not its time, or another instance polls it.
    Waits(Duration),
    /// It was polled.
    Polled {
        /// `read`, `unchanged`, or the code of an error.
        outcome: &'static str,
        /// Why it failed.
        error: Option<String>,
        /// The number of new articles.
        published: usize,
    },
}

impl Turn {
    fn polled(poll: &Poll, error: Option<String>, published: usize) -> Self {
        Self::Polled { outcome: poll.outcome, error, published }
    }
}

impl Poller {
    pub(super) async fn new(bus: &Bus, allow_private: bool, eager: bool) -> Result<Self> {
        Ok(Self {
            hosts: Hosts::new(allow_private),
            bucket: bucket::open(bus).await?,
            live: bus.publisher(Lane::Live).await?,
            backfill: bus.publisher(Lane::Backfill).await?,
            instance: format!("{}-{}", std::process::id(), clock::now_rfc3339()),
            eager,
        })
    }

    /// Reports whether the server answers.
    pub(super) async fn is_ready(&self) -> Result<(), String> {
        self.bucket.get("ready").await.map(drop).map_err(|error| with_causes(&error))
    }

    /// Polls a feed if it is its time. Fails only if the server with the bucket does not answer.
    pub(super) async fn turn(&self, feed: &Feed) -> Result<Turn> {
        let key = memory::key(feed);
        let kept = self.bucket.get(&key).await?;
        let mut memory: Memory =
            kept.as_ref().and_then(|kept| serde_json::from_slice(&kept.value).ok()).unwrap_or_default();
        let mut revision = kept.map_or(0, |kept| kept.revision);
        if let Some(wait) = memory.wait(&self.instance, clock::unix_seconds(), self.eager) {
            return Ok(Turn::Waits(wait));
        }
        memory.claim(feed, &self.instance, clock::unix_seconds());
        if !self.keep(&key, &memory, &mut revision).await? {
            return Ok(Turn::Waits(TAKEN));
        }
        let before = memory.published;
        let (poll, error) = match self.read(feed, &mut memory, &key, &mut revision).await? {
            Ok(poll) => (poll, None),
            Err((code, ending, retry_after, error)) => {
                warn!(feed = feed.name, code, error, "the feed cannot be read");
                (Poll { outcome: code, ending, retry_after, validators: None }, Some(error))
            }
        };
        let published = memory.published - before;
        let turn = Turn::polled(&poll, error, usize::try_from(published).unwrap_or(usize::MAX));
        memory.settle(feed, poll, clock::unix_seconds());
        meter::polled(&memory, published);
        if published > 0 {
            info!(feed = feed.name, published, "new articles");
        }
        // If the claim was lost meanwhile, the other instance notes what it saw, and the stream drops what was
        // published twice.
        self.keep(&key, &memory, &mut revision).await?;
        Ok(turn)
    }

    /// Writes the memory. Returns false if another instance was faster.
    async fn keep(&self, key: &str, memory: &Memory, revision: &mut u64) -> Result<bool> {
        let kept = self.bucket.replace(key, serde_json::to_vec(memory)?, *revision).await?;
        *revision = kept.unwrap_or(*revision);
        Ok(kept.is_some())
    }

    /// Reads a feed and publishes what is new.
    async fn read(
        &self,
        feed: &Feed,
        memory: &mut Memory,
        key: &str,
        revision: &mut u64,
    ) -> Result<Result<Poll, Failed>> {
        let (text, validators) = match self.document(feed, memory, key, revision).await? {
            Ok(Answer::Document { text, validators }) => (text, validators),
            Ok(Answer::Unchanged | Answer::Moved(_)) => return Ok(Ok(read("unchanged", None))),
            Err(error) => return Ok(Err(failed(&error))),
        };
        let document = match items::read(feed, &text) {
            Ok(document) => document,
            Err(reason) => return Ok(Err(failed(&FetchError::Unreadable(reason)))),
        };
        let current: BTreeSet<String> = document.items.iter().map(|item| item.key.clone()).collect();
        let unseen = memory.unseen(document.items);
        let published = stream::iter(unseen).map(|item| self.publish(feed.lane, item)).buffered(AT_ONCE);
        let mut published = std::pin::pin!(published);
        let mut since = 0;
        while let Some(outcome) = published.next().await {
            match outcome {
                Ok(Some(key)) => memory.note(key),
                Ok(None) => {}
                // The next poll goes on with the rest, so the document must not count as known.
                Err(error) => return Ok(Err(("not_published", Ending::Failed, None, error))),
            }
            since += 1;
            if since % AT_ONCE == 0 {
                memory.claim(feed, &self.instance, clock::unix_seconds());
                self.keep(key, memory, revision).await?;
            }
        }
        memory.forget(&current);
        Ok(Ok(read("read", Some(validators))))
    }

    /// Returns the document of a feed. Renews the claim while it waits.
    async fn document(
        &self,
        feed: &Feed,
        memory: &mut Memory,
        key: &str,
        revision: &mut u64,
    ) -> Result<Result<Answer, FetchError>> {
        let validators = memory.validators.clone();
        let mut answer = std::pin::pin!(self.hosts.document(feed, &validators));
        loop {
            select! {
                answer = &mut answer => return Ok(answer),
                () = sleep(memory::RENEW) => {
                    memory.claim(feed, &self.instance, clock::unix_seconds());
                    self.keep(key, memory, revision).await?;
                }
            }
        }
    }

    /// Publishes an item and returns its key. One that is too large is left out.
    async fn publish(&self, lane: Lane, item: Item) -> Result<Option<String>, String> {
        let publisher = match lane {
            Lane::Live => &self.live,
            Lane::Backfill => &self.backfill,
        };
        match publisher.publish(&item.article).await {
            Ok(_) => Ok(Some(item.key)),
            Err(error @ PublisherError::TooLarge(_)) => {
                warn!(article = item.article.article().id, error = with_causes(&error), "item left out");
                Ok(None)
            }
            Err(error) => Err(with_causes(&error)),
        }
    }
}

/// Code, ending, what the server asked for, and a sentence.
type Failed = (&'static str, Ending, Option<Duration>, String);

fn read(outcome: &'static str, validators: Option<Validators>) -> Poll {
    Poll { outcome, ending: Ending::Read, retry_after: None, validators }
}

fn failed(error: &FetchError) -> Failed {
    let (ending, retry_after) = match error {
        FetchError::Status { status: 410, retry_after } => (Ending::Gone, *retry_after),
        FetchError::Status { retry_after, .. } => (Ending::Failed, *retry_after),
        _ => (Ending::Failed, None),
    };
    (error.code(), ending, retry_after, error.to_string())
}
