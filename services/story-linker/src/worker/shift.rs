//! The work of the instance whose turn it is: rebuild the state, then read, link and store.

use std::{pin::pin, sync::Arc, time::Duration};

use bytes::Bytes;
use futures_util::TryStreamExt;
use messages::{
    ArticleLinked, ArticleSummarized, DeadReason, Event, StageIdentity, StageName,
    headers::{self, Headers},
};
use runtime::{
    backoff::backoff,
    broker::Outgoing,
    bus::{AppendError, Appender, Bus, BusError, ReadError, StoredEvent, StreamQuery},
    causes::with_causes,
    clock,
    heartbeat::Heartbeat,
};
use thiserror::Error;
use time::OffsetDateTime;
use tokio::{
    task::block_in_place,
    time::{Instant, sleep},
};
use tracing::{info, warn};

use super::{
    input::{Input, Prepared, prepare},
    meter,
};
use crate::{
    fingerprinter::Fingerprinter,
    linking::{Linked, Linking},
    record::Record,
};

/// The most articles of a batch. It bounds how many publishes wait for their confirmation.
const BATCH: usize = 256;
/// How long the loop waits for articles between two heartbeats.
const BEAT: Duration = Duration::from_secs(5);
/// The room that an event leaves for its story, in bytes, at most a sixteenth of the largest event.
const STORY_ROOM: usize = 16 << 10;

/// The work of one instance.
pub(super) struct Shift {
    pub(super) bus: Bus,
    pub(super) fingerprinter: Arc<Fingerprinter>,
    pub(super) window: Duration,
    pub(super) heartbeat: Arc<Heartbeat>,
}

/// The reason why a shift ended.
#[derive(Debug, Error)]
pub(super) enum ShiftError {
    /// Another instance works, or a stream was created anew. The state must be built again.
    #[error(transparent)]
    Append(#[from] AppendError),
    /// A stream is missing, or the server does not answer.
    #[error(transparent)]
    Bus(#[from] BusError),
    /// Reading failed.
    #[error(transparent)]
    Read(#[from] ReadError),
}

impl ShiftError {
    /// Reports whether another shift cannot do better.
    pub(super) fn is_final(&self) -> bool {
        matches!(
            self,
            Self::Append(AppendError::Bus(BusError::NotSetUp(_)))
                | Self::Bus(BusError::NotSetUp(_))
                | Self::Read(ReadError::Bus(BusError::NotSetUp(_)))
        )
    }
}

impl Shift {
    /// Works until something is in the way.
    pub(super) async fn work(&self) -> ShiftError {
        match self.run().await {
            Ok(never) => match never {},
            Err(error) => error,
        }
    }

    async fn run(&self) -> Result<std::convert::Infallible, ShiftError> {
        let begun = Instant::now();
        let (mut appender, last) = self.bus.appender(ArticleLinked::NAME).await?;
        let place = self.bus.stream_end(ArticleSummarized::NAME).await?.place_after(last.as_ref());
        let mut linking = Linking::new(milliseconds(self.window), self.fingerprinter.table());
        if let Some(last) = &last {
            self.restore(&mut linking, last).await?;
        }
        let mut input = Input::open(&self.bus, place).await?;
        let (articles, stories) = linking.counts();
        let StageIdentity { model, version, .. } = linking.identity().clone();
        let seconds = begun.elapsed().as_secs_f64();
        info!(articles, stories, after = place, seconds, model, version, "ready");
        loop {
            self.heartbeat.beat();
            meter::window(linking.counts());
            tokio::select! {
                events = input.next(BATCH) => self.batch(&mut linking, &mut appender, events?).await?,
                () = sleep(BEAT) => {}
            }
        }
    }

    /// Takes up the articles that were linked before, as far as they are in the window. `last` is the last one.
    async fn restore(&self, linking: &mut Linking, last: &StoredEvent) -> Result<(), ReadError> {
        let newest = self.record(last).map_or(last.stored_at, |record| moment(record.fingerprint.time));
        let query = StreamQuery {
            headers_only: true,
            since: newest.checked_sub(time::Duration::try_from(self.window).unwrap_or_default()),
            ..StreamQuery::all(ArticleLinked::NAME)
        };
        let mut events = pin!(self.bus.read(&query).await?);
        let mut unread = 0_usize;
        while let Some(event) = events.try_next().await? {
            self.heartbeat.beat();
            match self.record(&event) {
                Some(record) => linking.restore(record),
                None => unread += 1,
            }
        }
        if unread > 0 {
            warn!(events = unread, "left out events that no story-linker of this version made");
        }
        Ok(())
    }

    /// Reads the record of an event; `None` if it has none.
    fn record(&self, event: &StoredEvent) -> Option<Record> {
        let (story, fingerprint) = (event.header(headers::STORY)?, event.header(headers::FINGERPRINT)?);
        Record::read(event.article_id()?, story, fingerprint, self.fingerprinter.table()).ok()
    }

    /// Links articles and stores them.
    async fn batch(
        &self,
        linking: &mut Linking,
        appender: &mut Appender,
        events: Vec<StoredEvent>,
    ) -> Result<(), ShiftError> {
        let (begun, count) = (Instant::now(), events.len());
        let waiting = events.last().map_or(0, |event| event.after);
        let prepared = block_in_place(|| prepare(&self.fingerprinter, events));
        let mut dead = 0;
        let mut ready = Vec::with_capacity(count);
        for prepared in prepared {
            match self.checked(prepared) {
                Prepared::Ready(event, article) => ready.push((event, article)),
                Prepared::Bad(event, reason, explanation) => {
                    self.set_aside(&event, reason, &explanation).await;
                    dead += 1;
                }
            }
        }
        let outgoing: Vec<Outgoing> = block_in_place(|| {
            let link = |(event, article): (StoredEvent, Box<_>)| {
                let (article, fingerprint) = *article;
                self.outgoing(&event, linking.link(article, fingerprint), linking.identity())
            };
            ready.into_iter().map(link).collect()
        });
        appender.append(&outgoing).await?;
        meter::stored(outgoing.len(), dead, waiting, begun.elapsed());
        Ok(())
    }

    /// Refuses an article that leaves no room for its story.
    fn checked(&self, prepared: Prepared) -> Prepared {
        let largest = self.bus.largest_event();
        match prepared {
            Prepared::Ready(event, _) if event.payload.len() + STORY_ROOM.min(largest / 16) > largest => {
                let reason = DeadReason::TooLarge;
                Prepared::Bad(event, reason, reason.sentence().to_owned())
            }
            prepared => prepared,
        }
    }

    /// Stores the dead letter of an article. Tries until it is stored.
    async fn set_aside(&self, event: &StoredEvent, reason: DeadReason, explanation: &str) {
        let mut failures = 0_u32;
        let version = env!("CARGO_PKG_VERSION");
        while let Err(error) = self.bus.set_aside(event, StageName::Link, reason, explanation, version).await
        {
            failures = failures.saturating_add(1);
            if failures == 1 {
                warn!(error = with_causes(&error), "cannot store a dead letter, trying again");
            }
            self.heartbeat.beat();
            sleep(backoff(failures, u64::from(std::process::id()))).await;
        }
        warn!(sequence = event.sequence, reason = reason.code(), "article set aside");
    }

    /// Builds the message that carries a linked article.
    fn outgoing(&self, input: &StoredEvent, linked: Linked, identity: &StageIdentity) -> Outgoing {
        let Linked { event, headers: noted } = linked;
        let topology = self.bus.topology();
        let lane = topology.subjects().lane_of(&input.subject).unwrap_or_default();
        let mut headers = headers_of(&event, input, identity);
        headers.extend(noted);
        Outgoing {
            stream: topology.stream(ArticleLinked::NAME),
            subject: topology.subjects().event::<ArticleLinked>(lane, event.language()),
            headers,
            payload: Bytes::from(event.encode()),
        }
    }
}

/// Returns the headers of a linked article, but for those that the linker reads itself.
fn headers_of(event: &ArticleLinked, input: &StoredEvent, identity: &StageIdentity) -> Headers {
    let mut id = headers::message_id(event.article(), StageName::Link);
    if let Some(count) = input.header(headers::REPLAY).and_then(|count| count.parse().ok()) {
        id = headers::replayed_message_id(&id, count);
    }
    let source = format!("wiredesk/{}", StageName::Link.worker());
    let mut headers = headers::cloud_event(event, &id, &source, &clock::now_rfc3339());
    headers.push((headers::VERSION, identity.version.to_owned()));
    for name in headers::TRACE_CONTEXT.into_iter().chain([headers::REPLAY]) {
        headers.extend(input.header(name).map(|value| (name, value.to_owned())));
    }
    headers.push((headers::INPUT_SUBJECT, input.subject.clone()));
    headers.push((headers::INPUT_SEQUENCE, input.sequence.to_string()));
    headers
}

fn milliseconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

fn moment(milliseconds: i64) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp_nanos(i128::from(milliseconds) * 1_000_000)
        .unwrap_or(OffsetDateTime::UNIX_EPOCH)
}
