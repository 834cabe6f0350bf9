//! Reads finished articles in the order of their stream, and prepares them for the linker.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use messages::{ArticleSummarized, DeadReason, Event};
use rayon::prelude::*;
use runtime::bus::{Bus, Followed, Follower, ReadError, StoredEvent, StreamQuery, Until};
use stories::Fingerprint;
use tokio::{
    sync::mpsc::{Receiver, Sender, channel},
    task::JoinSet,
};
use tracing::warn;

use crate::fingerprinter::Fingerprinter;

/// How many articles are read ahead.
const AHEAD: usize = 512;

/// The articles that arrive. Reading ends when this is dropped.
pub(super) struct Input {
    arrived: Receiver<Result<StoredEvent, ReadError>>,
    _reader: JoinSet<()>,
}

/// What came of an article.
pub(super) enum Prepared {
    /// The linker can compare it.
    Ready(StoredEvent, Box<(ArticleSummarized, Fingerprint)>),
    /// It cannot be read or compared, for this reason.
    Bad(StoredEvent, DeadReason, String),
}

impl Input {
    /// Reads the articles after the sequence `place`.
    pub(super) async fn open(bus: &Bus, place: u64) -> Result<Self, ReadError> {
        let query = StreamQuery { after: Some(place), ..StreamQuery::all(ArticleSummarized::NAME) };
        let follower = bus.follow(&query, Until::Forever, None).await?;
        let (sender, arrived) = channel(AHEAD);
        let mut reader = JoinSet::new();
        reader.spawn(pass_on(follower, sender));
        Ok(Self { arrived, _reader: reader })
    }

    /// Waits for articles, and returns up to `most` of those that have arrived.
    pub(super) async fn next(&mut self, most: usize) -> Result<Vec<StoredEvent>, ReadError> {
        let mut arrived = Vec::with_capacity(most);
        self.arrived.recv_many(&mut arrived, most).await;
        arrived.into_iter().collect()
    }
}

async fn pass_on(mut follower: Follower, sender: Sender<Result<StoredEvent, ReadError>>) {
    loop {
        let next = match follower.next(AHEAD).await {
            Ok(Some(Followed::Event(event))) => Ok(event),
            Ok(Some(Followed::Notice(notice))) => {
                warn!(notice, "the stream of finished articles has changed");
                continue;
            }
            Ok(None) => return,
            Err(error) => Err(error),
        };
        let failed = next.is_err();
        if sender.send(next).await.is_err() || failed {
            return;
        }
    }
}

/// Decodes articles and computes their fingerprints, on all cores.
pub(super) fn prepare(fingerprinter: &Arc<Fingerprinter>, events: Vec<StoredEvent>) -> Vec<Prepared> {
    events.into_par_iter().map(|event| prepare_one(fingerprinter, event)).collect()
}

/// A panic costs the article, not the linker.
fn prepare_one(fingerprinter: &Fingerprinter, event: StoredEvent) -> Prepared {
    let time = i64::try_from(event.stored_at.unix_timestamp_nanos() / 1_000_000).unwrap_or_default();
    let read = AssertUnwindSafe(|| {
        let article = ArticleSummarized::decode(&event.payload)?;
        let fingerprint = fingerprinter.fingerprint(&article, time);
        Ok((article, fingerprint))
    });
    match catch_unwind(read) {
        Ok(Ok(ready)) => Prepared::Ready(event, Box::new(ready)),
        Ok(Err(error)) => {
            let error: messages::DecodeError = error;
            Prepared::Bad(event, error.reason(), error.to_string())
        }
        Err(_) => Prepared::Bad(event, DeadReason::Panicked, "the linker panicked on the article".to_owned()),
    }
}
