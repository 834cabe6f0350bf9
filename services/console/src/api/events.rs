//! `GET /api/events`: enriched articles as they are stored, as server-sent events.
//!
//! The id of an event is its sequence in the stream. A client that comes back with the last one it has seen
//! (`Last-Event-ID`) gets everything after it, first from the stream and then as it happens. So does a client
//! that is too slow for the news.

use std::{
    convert::Infallible,
    pin::Pin,
    sync::{Arc, atomic::Ordering::Relaxed},
    time::Duration,
};

use axum::{
    extract::{Query, State},
    http::HeaderMap,
    response::sse::{Event, KeepAlive, Sse},
};
use futures_util::{Stream, StreamExt, stream};
use runtime::bus::{ReadError, StoredEvent, StreamQuery};
use serde_json::json;
use tokio::sync::{
    broadcast::{Receiver, error::RecvError},
    watch,
};

use super::parameters::Selection;
use crate::{
    index::{Entry, Filter, Kind},
    problem::Problem,
    state::Shared,
};

/// How many clients may read at once.
const MOST_READERS: i64 = 1_000;
/// The time after which a client that hears nothing gets a sign of life.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);

/// Answers with enriched articles that pass the filter.
pub(crate) async fn events(
    State(shared): State<Arc<Shared>>,
    Query(selection): Query<Selection>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let filter = selection.filter()?;
    let seen = headers.get("last-event-id").and_then(|id| id.to_str().ok()?.parse::<u64>().ok());
    let reader = Reader::open(shared, filter, seen).await?;
    let events = stream::unfold(reader, |mut reader| async {
        let event = reader.next().await?;
        Some((Ok(event), reader))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(SIGN_OF_LIFE)))
}

type Stored = Pin<Box<dyn Stream<Item = Result<StoredEvent, ReadError>> + Send>>;

/// One client.
struct Reader {
    shared: Arc<Shared>,
    filter: Filter,
    /// The last sequence that was looked at.
    last: u64,
    /// What is stored and not yet looked at.
    stored: Option<Stored>,
    news: Receiver<Arc<Entry>>,
    stopping: watch::Receiver<bool>,
}

impl Reader {
    /// Starts after the sequence `seen`, or with what is stored from now on.
    async fn open(shared: Arc<Shared>, filter: Filter, seen: Option<u64>) -> Result<Self, Problem> {
        let stopping = shared.stopping.subscribe();
        if shared.counts.readers.fetch_add(1, Relaxed) >= MOST_READERS {
            shared.counts.readers.fetch_sub(1, Relaxed);
            return Err(Problem::busy("readers of events"));
        }
        // It listens from before it looks at the stream, so that nothing gets lost in between.
        let news = shared.news.subscribe();
        let mut reader = Self { shared, filter, last: 0, stored: None, news, stopping };
        let end = reader.shared.bus()?.stream_end(Kind::Summarized.as_str()).await?.last_sequence;
        // A stream that was created anew is shorter than what the client has seen.
        reader.last = seen.filter(|seen| *seen <= end).unwrap_or(if seen.is_some() { 0 } else { end });
        if reader.last < end {
            reader.read_stored().await?;
        }
        Ok(reader)
    }

    /// Returns the next event, or `None` if the client must connect again.
    async fn next(&mut self) -> Option<Event> {
        loop {
            let entry = match &mut self.stored {
                Some(stored) => match stored.next().await {
                    Some(Ok(event)) => self.entry(&event),
                    Some(Err(_)) => return None,
                    None => {
                        self.stored = None;
                        continue;
                    }
                },
                None => self.news().await?,
            };
            let Some(entry) = entry.filter(|entry| entry.sequence > self.last) else { continue };
            self.last = entry.sequence;
            if self.filter.admits(&entry) {
                return Some(event(&entry));
            }
        }
    }

    /// Waits for news. Returns `None` if the client must connect again.
    async fn news(&mut self) -> Option<Option<Arc<Entry>>> {
        let news = tokio::select! {
            news = self.news.recv() => news,
            _ = self.stopping.wait_for(|stopping| *stopping) => return None,
        };
        match news {
            Ok(entry) => Some((entry.kind == Kind::Summarized).then_some(entry)),
            Err(RecvError::Lagged(_)) => {
                self.read_stored().await.ok()?;
                Some(None)
            }
            Err(RecvError::Closed) => None,
        }
    }

    fn entry(&self, event: &StoredEvent) -> Option<Arc<Entry>> {
        let bus = self.shared.bus().ok()?;
        Entry::read(bus.topology().subjects(), event).map(Arc::new)
    }

    async fn read_stored(&mut self) -> Result<(), Problem> {
        let query = StreamQuery { after: Some(self.last), ..StreamQuery::all(Kind::Summarized.as_str()) };
        self.stored = Some(Box::pin(self.shared.bus()?.read(&query).await?));
        Ok(())
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.shared.counts.readers.fetch_sub(1, Relaxed);
    }
}

/// Returns what a client sees of an enriched article.
fn event(entry: &Entry) -> Event {
    let mut tokens = entry.subject.split('.').skip(3);
    let (lane, language) = (tokens.next(), tokens.next());
    let facts = entry.facts.as_ref();
    let names = facts.map(|facts| facts.names.as_slice()).unwrap_or_default().iter().take(8);
    let names: Vec<_> = names.map(|(name, of_type)| json!({"name": name, "type": of_type})).collect();
    let data = json!({
        "id": entry.id,
        "revision": facts.map(|facts| &facts.revision),
        "lane": lane,
        "language": language,
        "headline": facts.map(|facts| &facts.headline),
        "source": facts.and_then(|facts| facts.source.as_ref()),
        "names": names,
        "stored_at": crate::index::rfc3339(entry.at),
    });
    // JSON has no line breaks, which would end the data.
    Event::default().event("article").id(entry.sequence.to_string()).data(data.to_string())
}
