//! Requests to hosts: one at a time for each and on one connection, within its `robots.txt`, along redirects.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use feeds::{
    fetch::{Answer, Document, FetchError, Fetcher, MOST_REDIRECTS, TIME_LIMIT, Validators, Wanted},
    items::{self, Items},
    list::Feed,
    page,
    robots::Rules,
};
use runtime::{clock, https};
use serde_json::{Map, Value};
use tokio::{
    sync::{Mutex as Turns, Semaphore, SemaphorePermit},
    task::spawn_blocking,
    time::timeout,
};
use url::Url;

/// How many requests run and documents are read at once, over all hosts. Each needs a thread.
const AT_ONCE: usize = 32;
/// The time limit of a document with its redirects, the rules of their hosts, and the wait for its turn.
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
    /// The client that holds the connection to it, if there is one.
    client: Option<Fetcher>,
}

impl Host {
    fn has_rules(&self) -> bool {
        self.rules.as_ref().is_some_and(|(read, rules)| read.elapsed() <= rules.fresh)
    }
}

impl Hosts {
    pub(super) fn new(allow_private: bool) -> Self {
        Self {
            fetcher: Fetcher::new(allow_private, TIME_LIMIT, https::tls()),
            known: Mutex::default(),
            permits: Semaphore::new(AT_ONCE),
        }
    }

    /// Returns the items of a feed and what recognizes its document, or `None` if it did not change.
    pub(super) async fn feed(
        &self,
        feed: &Feed,
        validators: &Validators,
    ) -> Result<Option<(Items, Validators)>, FetchError> {
        let Some(document) = self.document(&feed.url, Wanted::Feed, validators).await? else {
            return Ok(None);
        };
        let validators = document.validators.clone();
        let feed = feed.clone();
        let items = self.read(move || items::read(&feed, &document.text())).await?;
        Ok(Some((items, validators)))
    }

    /// Returns the article of a web page.
    pub(super) async fn page(&self, url: &Url) -> Result<Map<String, Value>, FetchError> {
        let document = self.document(url, Wanted::Page, &Validators::default()).await?.unwrap_or_default();
        let url = url.clone();
        self.read(move || page::read(&document, &url)).await
    }

    /// Runs a reader on a thread of its own. A panic in it costs this document only.
    async fn read<T: Send + 'static>(
        &self,
        reader: impl FnOnce() -> Result<T, String> + Send + 'static,
    ) -> Result<T, FetchError> {
        let _permit = self.permit().await?;
        let read = spawn_blocking(reader).await.unwrap_or_else(|_| Err("the reader failed".to_owned()));
        read.map_err(FetchError::Unreadable)
    }

    /// Waits until one of the threads is free.
    async fn permit(&self) -> Result<SemaphorePermit<'_>, FetchError> {
        self.permits.acquire().await.map_err(|error| FetchError::Broken(error.to_string()))
    }

    async fn document(
        &self,
        url: &Url,
        wanted: Wanted,
        validators: &Validators,
    ) -> Result<Option<Document>, FetchError> {
        let answer = timeout(DOCUMENT_LIMIT, self.follow(url, wanted, validators));
        answer.await.unwrap_or(Err(FetchError::TimedOut))
    }

    /// Closes the connections that no request uses, and forgets the hosts whose rules no longer hold.
    pub(super) fn disconnect(&self) {
        self.known().retain(|_, turns| match turns.try_lock() {
            Ok(mut host) => {
                host.client = None;
                Arc::strong_count(turns) > 1 || host.has_rules()
            }
            Err(_) => true,
        });
    }

    async fn follow(
        &self,
        url: &Url,
        wanted: Wanted,
        validators: &Validators,
    ) -> Result<Option<Document>, FetchError> {
        let mut url = url.clone();
        for _ in 0..=MOST_REDIRECTS {
            match self.ask(&url, wanted, validators).await? {
                Answer::Moved(next) => url = next,
                Answer::Document(document) => return Ok(Some(document)),
                Answer::Unchanged => return Ok(None),
            }
        }
        Err(FetchError::Redirects)
    }

    async fn ask(&self, url: &Url, wanted: Wanted, validators: &Validators) -> Result<Answer, FetchError> {
        let turns = self.host(url);
        let mut host = turns.lock().await;
        let stopped = |_| FetchError::Broken("the program stops".to_owned());
        let _permit = self.permit().await?;
        let client = host.client.get_or_insert_with(|| self.fetcher.fresh()).clone();
        if !host.has_rules() {
            let (client, address) = (client.clone(), url.clone());
            let rules = spawn_blocking(move || client.rules(&address)).await.map_err(stopped)?;
            host.rules = Some((Instant::now(), rules));
        }
        match &host.rules {
            Some((_, rules)) if rules.allow(url) => {}
            Some((_, rules)) if rules.is_known => return Err(FetchError::Disallowed),
            _ => return Err(FetchError::NoRules),
        }
        let (address, validators) = (url.clone(), validators.clone());
        spawn_blocking(move || client.ask(&address, wanted, &validators, clock::unix_seconds()))
            .await
            .map_err(stopped)?
    }

    fn host(&self, url: &Url) -> Arc<Turns<Host>> {
        Arc::clone(self.known().entry(url.origin().ascii_serialization()).or_default())
    }

    fn known(&self) -> MutexGuard<'_, BTreeMap<String, Arc<Turns<Host>>>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
