//! Follows one stream.

use std::{sync::Arc, time::Duration};

use futures_util::{Stream, StreamExt, stream};
use messages::{Article, article_id_in};
use runtime::{
    bus::{Bus, Followed, Follower, ReadError, StoredEvent, StreamQuery, Until},
    causes::with_causes,
};
use tokio::time::sleep;
use tracing::{info, warn};

use crate::{
    index::{Entry, Kind, revision_number},
    news::News,
    state::Shared,
};

/// The wait before another attempt to open a stream, which may not be set up yet.
const RETRY: Duration = Duration::from_secs(2);
/// How many payloads are fetched at the same time, of messages that do not name their article.
const FETCHES: usize = 64;

/// Follows the stream of a kind for ever. `newest` is how many of its events are read at most.
pub(super) async fn follow(shared: Arc<Shared>, bus: Bus, kind: Kind, newest: u64) {
    let query = StreamQuery {
        newest: Some(newest),
        // What one can filter by is in the enriched articles. Of all others the headers suffice.
        headers_only: kind != Kind::Summarized,
        ..StreamQuery::all(kind.as_str())
    };
    let mut first = true;
    loop {
        match bus.follow(&query, Until::Forever, None).await {
            Ok(follower) => {
                let mut before = Before::new(&shared, if first { follower.waiting() } else { 0 }, first);
                let failure = read(&shared, &bus, follower, &mut before).await;
                first = first && !before.is_over;
                warn!(stream = kind.as_str(), error = failure, "reading stopped, beginning again");
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

    fn read(&mut self) {
        if self.left > 0 {
            self.left -= 1;
            self.shared.progress.read(1);
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
async fn read(shared: &Shared, bus: &Bus, follower: Follower, before: &mut Before<'_>) -> String {
    let entries = events(follower).map(|event| entry(bus, event)).buffered(FETCHES);
    let mut entries = std::pin::pin!(entries);
    while let Some(entry) = entries.next().await {
        match entry {
            Ok(None) => before.read(),
            Ok(Some(entry)) => {
                add(shared, entry);
                before.read();
            }
            Err(error) => return with_causes(&error),
        }
    }
    "the stream ended".to_owned()
}

fn add(shared: &Shared, entry: Entry) {
    let is_news = matches!(entry.kind, Kind::Summarized | Kind::Dead) && shared.news.receiver_count() > 0;
    let news = is_news.then(|| News::of(entry.clone()));
    let (kind, at, subject) = (entry.kind, entry.at, entry.subject.clone());
    let added = shared.index_mut().add(entry);
    if let (Some(stage), Some(latency)) = (kind.stage(), added.latency) {
        let mut figures = shared.figures.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        figures.finished(stage, &subject, at, latency);
    }
    if let Some(news) = news {
        // Nobody may be listening any more.
        drop(shared.news.send(news));
    }
}

/// Returns the events of a follower. Notices go into the log.
fn events(follower: Follower) -> impl Stream<Item = Result<StoredEvent, ReadError>> {
    stream::unfold(Some(follower), |follower| async {
        let mut follower = follower?;
        loop {
            match follower.next(usize::MAX).await {
                Ok(Some(Followed::Event(event))) => return Some((Ok(event), Some(follower))),
                Ok(Some(Followed::Notice(notice))) => info!(notice, "news about a stream"),
                Ok(None) => return None,
                Err(error) => return Some((Err(error), None)),
            }
        }
    })
}

/// Reads an event. If it does not name its article, looks into the payload.
async fn entry(bus: &Bus, event: Result<StoredEvent, ReadError>) -> Result<Option<Entry>, ReadError> {
    let event = event?;
    let Some(mut entry) = Entry::read(bus.topology().subjects(), &event) else { return Ok(None) };
    if entry.id.is_some() || !matches!(entry.kind, Kind::Received | Kind::Dead) {
        return Ok(Some(entry));
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
    Ok(Some(entry))
}
