//! Where results come from: the events that are stored, or a follower that goes on where it stopped.

use std::{pin::Pin, time::Duration};

use anyhow::{Result, bail};
use futures_util::{Stream, StreamExt};
use runtime::bus::{Bus, Followed, Follower, ReadError, StoredEvent, StreamQuery, Until};

/// How long a command that the server suddenly refuses tries on. It is that of a worker.
const REFUSED_LIMIT: Duration = Duration::from_mins(2);

/// A source of events.
pub(crate) struct Source {
    bus: Bus,
    events: Events,
}

enum Events {
    Stored(Pin<Box<dyn Stream<Item = Result<StoredEvent, ReadError>>>>),
    Followed(Box<Follower>),
}

impl Source {
    /// Opens the stream. Follows it if it has no end or a place of its own.
    pub(crate) async fn open(
        bus: &Bus,
        query: &StreamQuery,
        follow: bool,
        durable: Option<String>,
    ) -> Result<Self> {
        let until = if follow { Until::Forever } else { Until::LastStored };
        let events = if follow || durable.is_some() {
            Events::Followed(Box::new(bus.follow(query, until, durable).await?))
        } else {
            Events::Stored(Box::pin(bus.read(query).await?))
        };
        Ok(Self { bus: bus.clone(), events })
    }

    /// Returns the next event, or `None` at the end. `most` is how many more are printed. Prints notices on
    /// standard error.
    pub(crate) async fn next(&mut self, most: usize) -> Result<Option<StoredEvent>> {
        let follower = match &mut self.events {
            Events::Stored(events) => return Ok(events.next().await.transpose()?),
            Events::Followed(follower) => follower,
        };
        loop {
            let news = tokio::select! {
                news = follower.next(most) => news?,
                refused = self.bus.refused_for(REFUSED_LIMIT) => bail!(refused),
            };
            match news {
                Some(Followed::Event(event)) => return Ok(Some(event)),
                Some(Followed::Notice(notice)) => anstream::eprintln!("{notice}"),
                None => return Ok(None),
            }
        }
    }

    /// Notes that the last event was written.
    pub(crate) async fn written(&mut self) {
        if let Events::Followed(follower) = &mut self.events {
            follower.acknowledge().await;
        }
    }

    /// Ends reading. What was acknowledged has then left this process.
    pub(crate) async fn close(self) -> Result<()> {
        match self.events {
            Events::Stored(_) => Ok(()),
            Events::Followed(_) => Ok(self.bus.flush().await?),
        }
    }
}
