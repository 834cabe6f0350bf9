//! Requests to hosts: one at a time for each, within its `robots.txt`, along redirects.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use feeds::{
    fetch::{Answer, FetchError, Fetcher, MOST_REDIRECTS, TIME_LIMIT, Validators},
    list::Feed,
    robots::Rules,
};
use runtime::clock;
use tokio::{
    sync::{Mutex as Turns, Semaphore},
    task::spawn_blocking,
    time::timeout,
};
use url::Url;

/// How many requests run at once, over all hosts. Each needs a thread while it runs.
const AT_ONCE: usize = 32;
/// The time limit of a feed with its redirects, the rules of their hosts, and the wait for its turn.
const DOCUMENT_LIMIT: Duration = Duration::from_mins(5);

/// The hosts of all feeds.
pub(super) struct Hosts {
    fetcher: Fetcher,
    known: Mutex<BTreeMap<String, Arc<Turns<Host>>>>,
    permits: Semaphore,
}

/// What is known of a host. Whoever holds it may send the host a request.
#[derive(Default)]
struct Host {
    rules: Option<(Instant, Rules)>,
}

impl Hosts {
    pub(super) fn new(allow_private: bool) -> Self {
        Self {
            fetcher: Fetcher::new(allow_private, TIME_LIMIT),
            known: Mutex::default(),
            permits: Semaphore::new(AT_ONCE),
        }
    }

    /// Returns the document of a feed, or that it did not change.
    pub(super) async fn document(&self, feed: &Feed, validators: &Validators) -> Result<Answer, FetchError> {
        timeout(DOCUMENT_LIMIT, self.follow(&feed.url, validators)).await.unwrap_or(Err(FetchError::TimedOut))
    }

    async fn follow(&self, url: &Url, validators: &Validators) -> Result<Answer, FetchError> {
        let mut url = url.clone();
        for _ in 0..=MOST_REDIRECTS {
            match self.ask(&url, validators).await? {
                Answer::Moved(next) => url = next,
                answer => return Ok(answer),
            }
        }
        Err(FetchError::Redirects)
    }

    async fn ask(&self, url: &Url, validators: &Validators) -> Result<Answer, FetchError> {
        let turns = self.host(url);
        let mut host = turns.lock().await;
        let stopped = |_| FetchError::Broken("the program stops".to_owned());
        let _permit = self.permits.acquire().await.map_err(|error| FetchError::Broken(error.to_string()))?;
        if host.rules.as_ref().is_none_or(|(read, rules)| read.elapsed() > rules.fresh) {
            let (fetcher, address) = (self.fetcher.clone(), url.clone());
            let rules = spawn_blocking(move || fetcher.rules(&address)).await.map_err(stopped)?;
            host.rules = Some((Instant::now(), rules));
        }
        if !host.rules.as_ref().is_some_and(|(_, rules)| rules.allow(url)) {
            return Err(FetchError::Disallowed);
        }
        let (fetcher, address, validators) = (self.fetcher.clone(), url.clone(), validators.clone());
        spawn_blocking(move || fetcher.ask(&address, &validators, clock::unix_seconds()))
            .await
            .map_err(stopped)?
    }

    fn host(&self, url: &Url) -> Arc<Turns<Host>> {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(known.entry(url.origin().ascii_serialization()).or_default())
    }
}
