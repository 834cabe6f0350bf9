//! Follows one stream.

use std::{sync::Arc, time::Duration};

use futures_util::{StreamExt, TryStreamExt, stream};
use messages::{Article, article_id_in};
use runtime::{
    bus::{Bus, BusError, Followed, Follower, ReadError, StoredEvent, StreamQuery, Until},
    causes::with_causes,
};
use tokio::{sync::mpsc, time::sleep};
use tracing::{info, warn};

use crate::{
    index::{Entry, Kind, revision_number},
    state::Shared,
};

/// The wait before another attempt to open a stream, which may not be set up yet.
const RETRY: Duration = Duration::from_secs(2);
/// The wait before another look for an optional stream.
const LOOK: Duration = Duration::from_secs(15);
/// How long messages gather before they are read together. It is as long as the pause between two answers to a reader
/// of events.
const GATHER: Duration = Duration::from_millis(100);
/// How many messages are added to the index at a time. Requests wait meanwhile.
const TOGETHER: usize = 128;
/// How many times as many are fetched ahead.
const AHEAD: usize = 2;
/// How many payloads are fetched at the same time, of messages that do not name their article.
const FETCHES: usize = 64;

/// Follows the stream of a kind for ever. `newest` is how many of its events are read at most.
pub(super) async fn follow(shared: Arc<Shared>, bus: Bus, kind: Kind, newest: u64) {
    let query = StreamQuery {
        newest: Some(newest),
        // What one can filter by is in the enriched articles, and alerts are small. Of all others the headers suffice.
        headers_only: !matches!(kind, Kind::Summarized | Kind::Alerts),
        gather: Some(GATHER),
        ..StreamQuery::all(kind.as_str())
    };
    let mut first = true;
    loop {
        match bus.follow(&query, Until::Forever, None).await {
            Ok(follower) => {
                if kind.is_optional() {
                    shared.set_up(kind, true);
                }
                let mut before = Before::new(&shared, if first { follower.waiting() } else { 0 }, first);
                let failure = read(&shared, &bus, follower, &mut before).await;
                first = first && !before.is_over;
                warn!(stream = kind.as_str(), error = failure, "reading stopped, beginning again");
            }
            Err(ReadError::Bus(BusError::NotSetUp(_))) if kind.is_optional() => {
                shared.set_up(kind, false);
                if std::mem::take(&mut first) {
                    shared.progress.caught_up();
                }
                sleep(LOOK).await;
            }
            Err(error) => {
                let error = with_causes(&error);
                warn!(stream = kind.as_str(), error, "cannot read, trying again");
            }
        }
        sleep(RETRY).await;
    }
}

/// The messages that were stored before the console started.
struct Before<'s> {
    shared: &'s Shared,
    left: u64,
    is_over: bool,
}

impl<'s> Before<'s> {
    fn new(shared: &'s Shared, waiting: u64, first: bool) -> Self {
        if first {
            shared.progress.opened(waiting);
        }
        let mut before = Self { shared, left: waiting, is_over: !first };
        before.end();
        before
    }

    fn read(&mut self, messages: u64) {
        let of_before = messages.min(self.left);
        if of_before > 0 {
            self.left -= of_before;
            self.shared.progress.read(of_before);
            self.end();
        }
    }

    fn end(&mut self) {
        if self.left == 0 && !std::mem::replace(&mut self.is_over, true) {
            self.shared.progress.caught_up();
        }
    }
}

/// Adds what the stream has to the index, until reading fails. Returns the reason.
///
/// The next messages are fetched while these are read.
async fn read(shared: &Shared, bus: &Bus, follower: Follower, before: &mut Before<'_>) -> String {
    let (sender, mut fetched) = mpsc::channel(AHEAD);
    let fetching = tokio::spawn(fetch(follower, sender));
    while let Some(events) = fetched.recv().await {
        match entries(bus, &events).await {
            Ok(entries) => shared.stored(entries),
            Err(error) => {
                fetching.abort();
                return with_causes(&error);
            }
        }
        before.read(events.len() as u64);
    }
    fetching.await.unwrap_or_else(|error| with_causes(&error))
}

/// Fetches what the stream has, until that fails. Returns the reason.
async fn fetch(mut follower: Follower, fetched: mpsc::Sender<Vec<StoredEvent>>) -> String {
    loop {
        let first = match follower.next(usize::MAX).await {
            Ok(Some(Followed::Event(event))) => event,
            Ok(Some(Followed::Notice(notice))) => {
                info!(notice, "news about a stream");
                continue;
            }
            Ok(None) => return "the stream ended".to_owned(),
            Err(error) => return with_causes(&error),
        };
        let mut events = vec![first];
        while events.len() < TOGETHER
            && let Some(event) = follower.arrived()
        {
            events.push(event);
        }
        if fetched.send(events).await.is_err() {
            return "nobody reads any more".to_owned();
        }
    }
}

/// Reads messages. Leaves out those that are not part of the way of an article.
async fn entries(bus: &Bus, events: &[StoredEvent]) -> Result<Vec<Entry>, BusError> {
    let subjects = bus.topology().subjects();
    let entries: Vec<Entry> = events.iter().filter_map(|event| Entry::read(subjects, event)).collect();
    if !entries.iter().any(is_nameless) {
        return Ok(entries);
    }
    stream::iter(entries).map(|entry| named(bus, entry)).buffered(FETCHES).try_collect().await
}

/// Reports whether a message does not name its article, although its payload may.
fn is_nameless(entry: &Entry) -> bool {
    entry.id.is_none() && matches!(entry.kind, Kind::Received | Kind::Dead)
}

/// Looks for the article of a nameless message in its payload.
async fn named(bus: &Bus, mut entry: Entry) -> Result<Entry, BusError> {
    if !is_nameless(&entry) {
        return Ok(entry);
    }
    // A payload that has expired in the meantime names nothing.
    if let Some(whole) = bus.stored_event(entry.kind.as_str(), entry.sequence).await? {
        match Article::from_json(&whole.payload) {
            Ok(article) => {
                entry.revision = revision_number(&article.revision);
                entry.id = Some(article.id);
            }
            Err(_) => entry.id = article_id_in(&whole.payload),
        }
    }
    Ok(entry)
}
