//! What all requests share: the connection, the index, the figures, and the news for those who wait.

use std::{
    collections::BTreeSet,
    sync::{
        Arc, Mutex, OnceLock, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard,
        atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed},
    },
    time::Duration,
};

use axum::http::StatusCode;
use runtime::{bus::Bus, clock};
use tokio::{
    sync::{Semaphore, broadcast, watch},
    time::{sleep, timeout},
};

use crate::{
    counts::Counts,
    figures::Figures,
    index::{Entry, Finished, Index, Kind, Limits},
    news::News,
    problem::Problem,
    progress::Progress,
    stages::Stages,
};

/// How many pieces of news a slow reader may be behind. A reader that is further behind reads the stream.
const NEWS: usize = 4_096;
/// How many texts may wait for a thread that annotates them.
const WAITING_TEXTS: usize = 32;
/// The time between two looks at the index for what was just stored.
const LOOK_EVERY: Duration = Duration::from_millis(20);

/// What all requests share.
#[derive(Debug)]
pub(crate) struct Shared {
    bus: OnceLock<Bus>,
    index: RwLock<Index>,
    pub(crate) progress: Progress,
    pub(crate) figures: RwLock<Figures>,
    /// Enriched articles and dead letters, as they are stored.
    pub(crate) news: broadcast::Sender<Arc<News>>,
    pub(crate) stages: Arc<Stages>,
    pub(crate) threads: Arc<Semaphore>,
    pub(crate) waiting_texts: AtomicUsize,
    pub(crate) counts: Counts,
    pub(crate) stopping: watch::Sender<bool>,
    /// The optional streams that the pipeline has.
    optional: Mutex<BTreeSet<Kind>>,
    lost: Mutex<Option<Lost>>,
    is_lost: AtomicBool,
}

/// A connection that is lost, or was never there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lost {
    /// Since when (RFC 3339).
    pub(crate) since: String,
    /// The reason.
    pub(crate) why: String,
}

impl Shared {
    /// Creates the state of a console that is not connected yet.
    pub(crate) fn new(limits: Limits, stages: Arc<Stages>, threads: usize) -> Self {
        let lost = Lost { since: clock::now_rfc3339(), why: "there was no connection yet".to_owned() };
        Self {
            bus: OnceLock::new(),
            index: RwLock::new(Index::new(limits)),
            progress: Progress::default(),
            figures: RwLock::default(),
            news: broadcast::Sender::new(NEWS),
            stages,
            threads: Arc::new(Semaphore::new(threads)),
            waiting_texts: AtomicUsize::new(0),
            counts: Counts::default(),
            stopping: watch::Sender::new(false),
            optional: Mutex::default(),
            lost: Mutex::new(Some(lost)),
            is_lost: AtomicBool::new(true),
        }
    }

    /// Takes the connection, once it is there.
    pub(crate) fn connected(&self, bus: Bus) {
        // It is made only once, and reconnects by itself.
        drop(self.bus.set(bus));
        self.found();
    }

    /// Returns the connection.
    ///
    /// # Errors
    ///
    /// When there is none at this moment.
    pub(crate) fn bus(&self) -> Result<&Bus, Problem> {
        self.bus.get().filter(|bus| bus.is_connected()).ok_or_else(Problem::away)
    }

    /// Notes whether the pipeline has an optional stream.
    pub(crate) fn set_up(&self, kind: Kind, is_there: bool) {
        let mut optional = self.optional.lock().unwrap_or_else(PoisonError::into_inner);
        if is_there {
            optional.insert(kind);
        } else {
            optional.remove(&kind);
        }
    }

    /// Checks that the pipeline has an optional stream.
    ///
    /// # Errors
    ///
    /// When it has none, with the command that creates it.
    pub(crate) fn has(&self, kind: Kind) -> Result<(), Problem> {
        if self.optional.lock().unwrap_or_else(PoisonError::into_inner).contains(&kind) {
            return Ok(());
        }
        let (what, commands) = match kind {
            Kind::Alerts => ("alerts", "`wiredesk setup --alerts`, then `wiredesk alerts run RULES`"),
            _ => ("stories", "`wiredesk setup --stories`, then `wiredesk story-linker`"),
        };
        let message = format!("this pipeline has no {what}: run {commands}");
        Err(Problem::new(StatusCode::NOT_FOUND, "not_set_up", message))
    }

    /// Notes that NATS is away.
    pub(crate) fn lost(&self, why: impl Into<String>) {
        let mut lost = self.lost.lock().unwrap_or_else(PoisonError::into_inner);
        let since = lost.as_ref().map_or_else(clock::now_rfc3339, |lost| lost.since.clone());
        *lost = Some(Lost { since, why: why.into() });
        self.is_lost.store(true, Relaxed);
    }

    /// Notes that NATS answers.
    pub(crate) fn found(&self) {
        if self.is_lost.swap(false, Relaxed) {
            *self.lost.lock().unwrap_or_else(PoisonError::into_inner) = None;
        }
    }

    /// Returns since when and why NATS is away, if it is.
    pub(crate) fn away(&self) -> Option<Lost> {
        self.lost.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Returns the index for reading.
    pub(crate) fn index(&self) -> RwLockReadGuard<'_, Index> {
        self.index.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns what `look` finds in the index. Looks again for as long as `patience`, because the index knows an event a
    /// tenth of a second after it was stored.
    pub(crate) async fn indexed<T>(
        &self,
        patience: Duration,
        look: impl Fn(&Index) -> Option<T>,
    ) -> Option<T> {
        let found = async {
            loop {
                let found = look(&self.index());
                if let Some(found) = found {
                    return found;
                }
                sleep(LOOK_EVERY).await;
            }
        };
        timeout(patience, found).await.ok()
    }

    /// Returns the index for writing.
    pub(crate) fn index_mut(&self) -> RwLockWriteGuard<'_, Index> {
        self.index.write().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes what a stream has stored: into the index and the figures, and to those who wait for news.
    pub(crate) fn stored(&self, entries: Vec<Entry>) {
        let finished: Vec<Finished> = {
            let mut index = self.index_mut();
            entries.iter().flat_map(|entry| index.add(entry)).collect()
        };
        if !finished.is_empty() {
            let mut figures = self.figures.write().unwrap_or_else(PoisonError::into_inner);
            for event in &finished {
                figures.finished(event);
            }
        }
        let is_news = |entry: &Entry| matches!(entry.kind, Kind::Summarized | Kind::Dead);
        if self.news.receiver_count() > 0 && entries.iter().any(is_news) {
            // Nobody may be listening any more.
            drop(self.news.send(News::of(entries)));
        }
    }

    /// Runs `work` on a thread with the stages, for which few texts may wait.
    ///
    /// # Errors
    ///
    /// When too many texts wait.
    pub(crate) async fn on_a_thread<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Stages) -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let _waiting = Waiting::enter(&self.waiting_texts)?;
        let permit = Arc::clone(&self.threads).acquire_owned().await.map_err(|_| Problem::busy("texts"))?;
        let stages = Arc::clone(&self.stages);
        let work = tokio::task::spawn_blocking(move || {
            let done = work(&stages);
            drop(permit);
            done
        });
        work.await.map_err(|_| Problem::busy("texts"))
    }
}

/// One text that waits or is being annotated. A client that goes away no longer waits.
struct Waiting<'c>(&'c AtomicUsize);

impl<'c> Waiting<'c> {
    fn enter(count: &'c AtomicUsize) -> Result<Self, Problem> {
        let waiting = Self(count);
        if count.fetch_add(1, Relaxed) >= WAITING_TEXTS { Err(Problem::busy("texts")) } else { Ok(waiting) }
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_so_many_texts_may_wait() {
        let count = AtomicUsize::new(0);
        let waiting: Vec<_> = (0..WAITING_TEXTS).map(|_| Waiting::enter(&count).ok().unwrap()).collect();
        assert!(Waiting::enter(&count).is_err());
        drop(waiting);
        assert_eq!(count.load(Relaxed), 0);
    }
}
