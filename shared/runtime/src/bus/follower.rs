//! Following a stream: events as they arrive, across restarts of the server and, with a durable consumer, across
//! those of the reader.

use std::{collections::BTreeSet, time::Duration};

use async_nats::jetstream::{
    Message,
    consumer::{AckPolicy, Consumer, DeliverPolicy, pull},
    stream::Stream,
};
use tokio::sync::watch;

use super::{
    client::{Bus, BusError},
    durable::{self, Keeper},
    opened::Opened,
    place::{Found, Place},
    reader::{ReadError, StoredEvent, StreamQuery, stored_event},
};
use crate::{backoff::backoff, causes::with_causes};

/// How many events one pull asks for. Those of a durable consumer that a killed reader did not print are
/// delivered to the next one after the ack timeout, so it is not large.
const BATCH: usize = 64;
/// How many events one pull of a reader without a place on the server asks for. Nothing of it comes again, so only
/// the memory for them counts.
const LARGE_BATCH: usize = 256;
/// How many events it asks for without their payloads.
const LARGEST_BATCH: usize = 1_024;
/// How long a pull waits for events. A server that does not end it has lost it.
const PULL_WAIT: Duration = Duration::from_secs(5);
/// How long a pull waits if the follower ends with the last stored event. It waits for events that another
/// reader of this name, which was killed, did not acknowledge.
const LAST_PULL_WAIT: Duration = Duration::from_secs(1);
/// How many sequences are remembered, to print none twice after a lost acknowledgement.
const MOST_SEEN: usize = 10_000;
/// How long the server keeps the consumer of a follower that is gone.
const INACTIVE: Duration = Duration::from_secs(30);

/// What a follower reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Followed {
    /// An event.
    Event(StoredEvent),
    /// A sentence about the stream or the server, for the person who reads.
    Notice(String),
}

/// Where a follower ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// With the last event that was stored when it began.
    LastStored,
    /// Never: it waits for new events.
    Forever,
}

/// A reader of a stream that survives restarts of the server.
#[derive(Debug)]
pub struct Follower {
    bus: Bus,
    query: StreamQuery,
    until: Until,
    /// The name of the durable consumer that keeps the place.
    durable: Option<String>,
    place: Place,
    open: Option<Opened>,
    /// Changes with each connection to a server.
    connections: watch::Receiver<u64>,
    outage: Outage,
    /// The last event that was handed out, if it must be acknowledged.
    unacknowledged: Option<Message>,
    /// The sequences that were dealt with. Their acknowledgements may get lost.
    seen: BTreeSet<u64>,
    /// The last sequence that was stored at the beginning.
    end: u64,
    /// The number of events that waited to be read at the beginning.
    waiting: u64,
}

/// An outage of the server.
#[derive(Debug, Default)]
struct Outage {
    failures: u32,
    told: bool,
}

impl Bus {
    /// Reads the events of a stream from the first one on, or from `query.since`. `durable` is the name under
    /// which the server keeps the place of the reader.
    ///
    /// # Errors
    ///
    /// When the stream is missing or the place cannot be used.
    pub async fn follow(
        &self,
        query: &StreamQuery,
        until: Until,
        durable: Option<String>,
    ) -> Result<Follower, ReadError> {
        let mut follower = Follower {
            bus: self.clone(),
            query: query.clone(),
            until,
            durable,
            place: Place::default(),
            open: None,
            connections: self.link.connections().await,
            outage: Outage::default(),
            unacknowledged: None,
            seen: BTreeSet::new(),
            end: 0,
            waiting: 0,
        };
        follower.open().await?;
        Ok(follower)
    }
}

impl Follower {
    /// Returns what comes next, or `None` at the end. `most` is how many more events the caller takes.
    ///
    /// # Errors
    ///
    /// When the place was deleted. A follower that has an end also fails when the server does.
    pub async fn next(&mut self, most: usize) -> Result<Option<Followed>, ReadError> {
        loop {
            let Some(open) = &mut self.open else {
                if let Some(notice) = self.reopen().await? {
                    return Ok(Some(Followed::Notice(notice)));
                }
                continue;
            };
            let mut wait = PULL_WAIT;
            if self.until == Until::LastStored && open.is_idle() {
                wait = LAST_PULL_WAIT;
                match open.reaches(self.end).await {
                    Ok(true) => return Ok(None),
                    Ok(false) => {}
                    Err(error) => return Err(error.into()),
                }
            }
            let batch = match (&self.durable, self.query.headers_only) {
                (Some(_), _) => BATCH,
                (None, false) => LARGE_BATCH,
                (None, true) => LARGEST_BATCH,
            };
            match open.next(most.min(batch), wait, &mut self.connections).await {
                Ok(Some(message)) => {
                    if let Some(event) = self.take(message).await {
                        return Ok(Some(Followed::Event(event)));
                    }
                }
                Ok(None) => {}
                Err(_) => self.open = None,
            }
        }
    }

    /// Returns an event that is here already, so that a caller can take many together. `None` says that
    /// [`Self::next`] must wait, or has to acknowledge what it returns.
    pub fn arrived(&mut self) -> Option<StoredEvent> {
        if self.durable.is_some() {
            return None;
        }
        loop {
            match self.open.as_mut()?.arrived()? {
                Ok(message) => {
                    if let Some(event) = self.take_new(&message) {
                        return Some(event);
                    }
                }
                Err(_) => self.open = None,
            }
        }
    }

    /// Returns how many stored events waited to be read when reading began.
    pub fn waiting(&self) -> u64 {
        self.waiting
    }

    /// Tells the server that the last event is dealt with, so that it is not read again under this name.
    pub async fn acknowledge(&mut self) {
        let Some(message) = self.unacknowledged.take() else { return };
        let is_last = self.open.as_ref().is_none_or(Opened::is_idle);
        // The confirmation of the last one covers those before it. A lost one leads to a second delivery.
        let sent = if is_last { message.double_ack().await } else { message.ack().await };
        if let Err(error) = sent {
            tracing::debug!(%error, "cannot acknowledge, the event comes again");
        }
        self.seen.extend(message.info().map(|info| info.stream_sequence));
        if self.seen.len() > MOST_SEEN {
            self.seen.pop_first();
        }
    }

    /// Opens the stream again after a failure. Returns a notice if there is something to tell.
    async fn reopen(&mut self) -> Result<Option<String>, ReadError> {
        match self.open().await {
            Ok(notice) => {
                let outage = std::mem::take(&mut self.outage);
                Ok(notice.or_else(|| outage.told.then(|| "reading goes on".to_owned())))
            }
            Err(ReadError::Bus(error)) if self.until == Until::Forever => {
                self.outage.failures += 1;
                if !std::mem::replace(&mut self.outage.told, true) {
                    return Ok(Some(format!(
                        "reading is interrupted, trying again: {}",
                        with_causes(&error)
                    )));
                }
                tokio::time::sleep(backoff(self.outage.failures, u64::from(std::process::id()))).await;
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// Opens the stream at the place where reading stopped.
    async fn open(&mut self) -> Result<Option<String>, ReadError> {
        self.connections.mark_unchanged();
        let name = self.bus.topology.stream(&self.query.event);
        let stream = self.bus.stream(&name).await?;
        let info = stream.cached_info();
        let mut place = self.place.clone();
        let found = place.find(&name, info.created, info.state.last_sequence);
        let consumer = self.consumer(&stream, &place, &found).await?;
        if found == Found::First {
            self.end = info.state.last_sequence;
            self.waiting = consumer.cached_info().num_pending;
        }
        self.place = place;
        self.open = Some(Opened::new(&self.bus, consumer, self.query.gather));
        Ok(match found {
            Found::First | Found::Same => None,
            Found::Recreated(notice) | Found::Shortened(notice) => {
                self.seen.retain(|sequence| *sequence <= self.place.last);
                Some(notice)
            }
        })
    }

    /// Opens the consumer. It borrows exclusively, because a pull that is on its way is not shared between threads.
    async fn consumer(
        &mut self,
        stream: &Stream,
        place: &Place,
        found: &Found,
    ) -> Result<Consumer<pull::Config>, ReadError> {
        let filter = self.bus.topology.subjects().all_of(&self.query.event);
        let start = match place.last {
            0 => self.query.start(stream.cached_info().state.last_sequence),
            last => DeliverPolicy::ByStartSequence { start_sequence: last + 1 },
        };
        if let Some(name) = &self.durable {
            let may_be_new = matches!(found, Found::First | Found::Recreated(_));
            let place_of = (name.as_str(), Keeper::Reader);
            return Ok(
                durable::consumer(&self.bus.context, stream, place_of, filter, start, may_be_new).await?
            );
        }
        let config = pull::Config {
            name: Some(self.bus.reader_name()),
            filter_subject: filter,
            deliver_policy: start,
            ack_policy: AckPolicy::None,
            headers_only: self.query.headers_only,
            inactive_threshold: INACTIVE,
            memory_storage: true,
            num_replicas: 1,
            ..pull::Config::default()
        };
        Ok(stream.create_consumer(config).await.map_err(BusError::server)?)
    }

    /// Takes a message. Returns `None` for one that was read before.
    async fn take(&mut self, message: Message) -> Option<StoredEvent> {
        if self.durable.is_none() {
            return self.take_new(&message);
        }
        let event = stored_event(&message);
        if self.seen.contains(&event.sequence) {
            // If this acknowledgement gets lost, too, the message comes once more.
            drop(message.ack().await);
            return None;
        }
        self.place.last = self.place.last.max(event.sequence);
        self.unacknowledged = Some(message);
        Some(event)
    }

    /// Takes a message of a reader without a place on the server. Returns `None` for one that was read before.
    fn take_new(&mut self, message: &Message) -> Option<StoredEvent> {
        let event = stored_event(message);
        if event.sequence <= self.place.last {
            return None;
        }
        self.place.last = event.sequence;
        Some(event)
    }
}
