//! `GET /api/events`: enriched articles as they are stored, as server-sent events.
//!
//! The id of an event is its sequence in the stream. A client that comes back with the last one it has seen
//! (`Last-Event-ID`) gets everything after it, first from the stream and then as it happens. So does a client
//! that is too slow for the news. The first answer and each sign of life have only an id, so that a client whose
//! filter lets nothing through knows its place, too. If the stream is created anew, a client gets everything that the new one has.

mod place;

use std::{
    convert::Infallible,
    mem,
    pin::Pin,
    sync::{Arc, atomic::Ordering::Relaxed},
    time::Duration,
};

use axum::{
    body::{Body, Bytes},
    extract::{Query, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use futures_util::{FutureExt, Stream, StreamExt, stream};
use runtime::bus::{ReadError, StoredEvent, StreamQuery};
use tokio::{
    sync::{
        broadcast::{
            Receiver,
            error::{RecvError, TryRecvError},
        },
        watch,
    },
    time::{Instant, sleep_until},
};

use self::place::Place;
use super::parameters::Selection;
use crate::{
    extract::Checked,
    index::{Entry, Filter, Kind},
    news::News,
    problem::Problem,
    state::Shared,
};

/// How many clients may read at once.
const MOST_READERS: i64 = 1_000;
/// The time after which a client that hears nothing gets a sign of life.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);
/// The time between two answers to a client. What is stored in between comes together, because each answer costs
/// as much as a hundred events in one.
const PAUSE: Duration = Duration::from_millis(100);
/// The size at which an answer is sent, in bytes.
const LARGE: usize = 64 * 1024;

/// Answers with enriched articles that pass the filter.
pub(crate) async fn events(
    State(shared): State<Arc<Shared>>,
    Checked(Query(selection)): Checked<Query<Selection>>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let filter = selection.filter()?;
    if filter.without_copies {
        return Err(Problem::invalid(
            "copies",
            "copies: an article is known to be a copy only after its event",
        ));
    }
    let seen = headers.get("last-event-id").and_then(|id| id.to_str().ok()?.parse::<u64>().ok());
    let reader = Reader::open(shared, filter, seen).await?;
    let answers = stream::unfold(reader, |mut reader| async {
        let answer = reader.answer().await?;
        Some((stream::iter(answer.texts.into_iter().map(Ok::<_, Infallible>)), reader))
    });
    let content = [(header::CONTENT_TYPE, "text/event-stream"), (header::CACHE_CONTROL, "no-cache")];
    Ok((content, Body::from_stream(answers.flatten())).into_response())
}

type Stored = Pin<Box<dyn Stream<Item = Result<StoredEvent, ReadError>> + Send>>;

/// One client.
struct Reader {
    shared: Arc<Shared>,
    filter: Filter,
    place: Place,
    /// What is stored and not yet looked at.
    stored: Option<Stored>,
    news: Receiver<Arc<News>>,
    stopping: watch::Receiver<bool>,
    /// The time of the last answer.
    answered: Instant,
    /// Whether the client has not been told its place.
    is_new: bool,
    /// Whether the client must connect again.
    is_over: bool,
}

/// What is sent to a client at a time.
#[derive(Default)]
struct Answer {
    texts: Vec<Bytes>,
    /// The size of all texts in bytes.
    size: usize,
}

/// What comes next for a client.
enum Next {
    /// It may be for this client.
    News(Arc<News>),
    /// Something that is not for any client.
    Other,
    /// Nothing at this moment.
    Nothing,
    /// The client must connect again.
    End,
}

impl Answer {
    fn push(&mut self, text: Bytes) {
        if !text.is_empty() {
            self.size += text.len();
            self.texts.push(text);
        }
    }
}

impl Reader {
    /// Starts after the sequence `seen`, or with what is stored from now on.
    async fn open(shared: Arc<Shared>, filter: Filter, seen: Option<u64>) -> Result<Self, Problem> {
        let stopping = shared.stopping.subscribe();
        // It listens from before it looks at the stream, so that nothing gets lost in between.
        let news = shared.news.subscribe();
        let end = shared.bus()?.stream_end(Kind::Summarized.as_str()).await?;
        if shared.counts.readers.fetch_add(1, Relaxed) >= MOST_READERS {
            shared.counts.readers.fetch_sub(1, Relaxed);
            return Err(Problem::busy("readers of events"));
        }
        let place = Place::after(seen, &end);
        let answered = Instant::now();
        let mut reader = Self {
            shared,
            filter,
            place,
            stored: None,
            news,
            stopping,
            answered,
            is_new: true,
            is_over: false,
        };
        if place.last < end.last_sequence {
            reader.read_stored().await?;
        }
        Ok(reader)
    }

    /// Returns the next answer: events, or a sign of life. Returns `None` if the client must connect again.
    async fn answer(&mut self) -> Option<Answer> {
        let mut answer = Answer::default();
        if mem::take(&mut self.is_new) {
            answer.push(self.sign_of_life());
            return Some(answer);
        }
        while answer.size < LARGE && !self.is_over {
            match self.next(answer.size == 0).await {
                Next::News(news) => {
                    if answer.size == 0 {
                        sleep_until(self.answered + PAUSE).await;
                    }
                    self.take(&news, &mut answer).await;
                }
                Next::Other => {}
                Next::Nothing => break,
                Next::End => self.is_over = true,
            }
        }
        if answer.size == 0 && !self.is_over {
            answer.push(self.sign_of_life());
        }
        self.answered = Instant::now();
        Some(answer).filter(|answer| answer.size > 0)
    }

    /// Returns an event without data. It gives no news, but says where the client is.
    fn sign_of_life(&self) -> Bytes {
        format!("id: {}\n\n", self.place.last).into()
    }

    /// Returns what comes next. If nothing is there, waits until a sign of life is due, or does not `wait`.
    async fn next(&mut self, wait: bool) -> Next {
        let Some(stored) = &mut self.stored else { return self.next_news(wait).await };
        match if wait { Some(stored.next().await) } else { stored.next().now_or_never() } {
            Some(Some(Ok(event))) => self.entry(&event).map_or(Next::Other, Next::News),
            Some(Some(Err(_))) => Next::End,
            Some(None) => {
                self.stored = None;
                Next::Other
            }
            None => Next::Nothing,
        }
    }

    async fn next_news(&mut self, wait: bool) -> Next {
        let news = match self.news.try_recv() {
            Err(TryRecvError::Empty) if wait => tokio::select! {
                news = self.news.recv() => news,
                _ = self.stopping.wait_for(|stopping| *stopping) => return Next::End,
                () = sleep_until(self.answered + SIGN_OF_LIFE) => return Next::Nothing,
            },
            Err(TryRecvError::Empty) => return Next::Nothing,
            Err(TryRecvError::Lagged(missed)) => Err(RecvError::Lagged(missed)),
            Err(TryRecvError::Closed) => Err(RecvError::Closed),
            Ok(news) => Ok(news),
        };
        match news {
            Ok(news) => Next::News(news),
            Err(RecvError::Lagged(_)) if self.read_stored().await.is_ok() => Next::Other,
            Err(_) => Next::End,
        }
    }

    /// Adds those news to the answer that are new for this client and pass its filter.
    async fn take(&mut self, news: &News, answer: &mut Answer) {
        // Those that follow each other are one text.
        let mut chosen = 0..0;
        for (number, entry) in news.entries.iter().enumerate() {
            if entry.kind != Kind::Summarized {
                continue;
            }
            if self.place.is_repeated_by(entry) {
                self.place.last = entry.sequence - 1;
                self.is_over = self.read_stored().await.is_err();
                break;
            }
            if self.place.pass(entry) && self.filter.admits(entry) {
                if chosen.end != number {
                    answer.push(news.texts(chosen));
                    chosen = number..number;
                }
                chosen.end = number + 1;
            }
        }
        answer.push(news.texts(chosen));
    }

    fn entry(&self, event: &StoredEvent) -> Option<Arc<News>> {
        let bus = self.shared.bus().ok()?;
        Entry::read(bus.topology().subjects(), event).map(|entry| News::of(vec![entry]))
    }

    /// Goes on with what the stream has after the place.
    async fn read_stored(&mut self) -> Result<(), Problem> {
        let (bus, name) = (self.shared.bus()?, Kind::Summarized.as_str());
        self.place = self.place.found(&bus.stream_end(name).await?);
        let query = StreamQuery { after: Some(self.place.last), ..StreamQuery::all(name) };
        self.stored = Some(Box::pin(bus.read(&query).await?));
        Ok(())
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.shared.counts.readers.fetch_sub(1, Relaxed);
    }
}
