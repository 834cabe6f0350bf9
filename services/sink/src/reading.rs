//! Reads batches of events. While the target writes a batch, the next one can be read and decoded.

use std::{panic::resume_unwind, sync::Arc, time::Duration};

use messages::DeadReason;
use runtime::bus::{Batches, JetStreamDelivery, ReadError};
use tokio::{
    sync::Mutex,
    task::{JoinError, JoinHandle, spawn_blocking},
};

use crate::{
    filter::Filter,
    record::{Content, Record},
};

/// A batch, or the reason why no further batch can be read.
type Outcome<E> = Result<Vec<Read<E>>, ReadError>;

/// What reads batches.
pub(crate) struct Reading<E> {
    batches: Arc<Mutex<Batches>>,
    filter: Arc<Filter>,
    ahead: Ahead<E>,
}

/// The batch that is read before it is asked for.
enum Ahead<E> {
    None,
    UnderWay(JoinHandle<Outcome<E>>),
    Here(Outcome<E>),
}

/// A delivery, and what it is.
pub(crate) struct Read<E> {
    pub(crate) delivery: JetStreamDelivery,
    pub(crate) found: Found<E>,
}

/// What a delivery is.
pub(crate) enum Found<E> {
    /// An event for the target.
    Selected(Box<Record<E>>),
    /// An event that the filter leaves out.
    LeftOut,
    /// No event, for this reason.
    Unreadable(DeadReason),
}

impl<E: Content> Reading<E> {
    pub(crate) fn new(batches: Batches, filter: Filter) -> Self {
        Self { batches: Arc::new(Mutex::new(batches)), filter: Arc::new(filter), ahead: Ahead::None }
    }

    /// Returns the batch that was read ahead, or else up to `most` deliveries, for which it waits at most `wait`. There
    /// may be none.
    ///
    /// If this is dropped before it resolves, the next call returns the batch.
    pub(crate) async fn next(&mut self, most: usize, wait: Duration) -> Outcome<E> {
        self.begin(most, wait);
        if let Ahead::UnderWay(reading) = &mut self.ahead {
            self.ahead = Ahead::Here(ended(reading.await));
        }
        match std::mem::replace(&mut self.ahead, Ahead::None) {
            Ahead::Here(outcome) => outcome,
            Ahead::None | Ahead::UnderWay(_) => Ok(Vec::new()),
        }
    }

    /// Begins to read up to `most` deliveries for the next call of [`Reading::next`], unless it has begun before.
    pub(crate) fn begin(&mut self, most: usize, wait: Duration) {
        if matches!(self.ahead, Ahead::None) {
            let (batches, filter) = (Arc::clone(&self.batches), Arc::clone(&self.filter));
            self.ahead = Ahead::UnderWay(tokio::spawn(read(batches, filter, most, wait)));
        }
    }

    /// Reports whether a batch is read ahead, or was.
    pub(crate) fn is_under_way(&self) -> bool {
        !matches!(self.ahead, Ahead::None)
    }

    /// Reports whether a batch was read ahead.
    pub(crate) async fn has_batch(&mut self) -> bool {
        match &mut self.ahead {
            Ahead::None => return false,
            Ahead::UnderWay(reading) if !reading.is_finished() => return false,
            Ahead::UnderWay(reading) => self.ahead = Ahead::Here(ended(reading.await)),
            Ahead::Here(_) => {}
        }
        true
    }

    /// Returns the deliveries that were read ahead. Nobody else renews or settles them.
    pub(crate) fn deliveries(&self) -> impl Iterator<Item = &JetStreamDelivery> {
        let here = match &self.ahead {
            Ahead::Here(Ok(read)) => read.as_slice(),
            Ahead::Here(Err(_)) | Ahead::None | Ahead::UnderWay(_) => &[],
        };
        here.iter().map(|read| &read.delivery)
    }
}

/// Reads a batch. Decoding takes a thread of its own, because tasks that wait for the network go on meanwhile.
async fn read<E: Content>(
    batches: Arc<Mutex<Batches>>,
    filter: Arc<Filter>,
    most: usize,
    wait: Duration,
) -> Outcome<E> {
    let deliveries = batches.lock().await.next(most, wait).await?;
    let decode = move || deliveries.into_iter().map(|delivery| Read::of(delivery, &filter)).collect();
    Ok(spawn_blocking(decode).await.unwrap_or_else(failed))
}

impl<E: Content> Read<E> {
    fn of(delivery: JetStreamDelivery, filter: &Filter) -> Self {
        let found = match Record::<E>::read(&delivery) {
            Ok(record) if record.event.is_selected(filter) => Found::Selected(Box::new(record)),
            Ok(_) => Found::LeftOut,
            Err(reason) => Found::Unreadable(reason),
        };
        Self { delivery, found }
    }
}

fn ended<E>(joined: Result<Outcome<E>, JoinError>) -> Outcome<E> {
    joined.unwrap_or_else(|error| Ok(failed(error)))
}

/// Passes a panic on. A task that was ended, because the process ends, has read nothing.
fn failed<R>(error: JoinError) -> Vec<R> {
    match error.try_into_panic() {
        Ok(panic) => resume_unwind(panic),
        Err(_) => Vec::new(),
    }
}
