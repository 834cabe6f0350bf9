//! The threads that run the stage.
//!
//! Jobs wait in a queue, and a thread that finishes one takes the next. To put a thread to sleep and wake it
//! again for every article would cost more time than a short stage takes.

use std::{
    collections::VecDeque,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, mpsc},
    time::Duration,
};

use tokio::{
    sync::oneshot,
    task::spawn_blocking,
    time::{Instant, timeout},
};

type Job = Box<dyn FnOnce() + Send>;

/// How a job ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ran<T> {
    /// It returned this value after this time.
    Done(T, Duration),
    /// It panicked.
    Panicked,
    /// It exceeded its time budget. Its thread is lost, because only the end of the process can stop it.
    TimedOut,
}

/// The threads and the queue of jobs that wait for them.
#[derive(Clone)]
pub(super) struct Threads(Arc<Shared>);

struct Shared {
    most: usize,
    queue: Mutex<Queue>,
}

#[derive(Default)]
struct Queue {
    jobs: VecDeque<Job>,
    /// The number of running threads.
    busy: usize,
}

impl Threads {
    /// Creates a pool of at most `most` threads.
    pub(super) fn new(most: usize) -> Self {
        Self(Arc::new(Shared { most, queue: Mutex::default() }))
    }

    /// Reserves the next free thread for one job, ahead of the queue. Returns `None` if that thread panicked.
    pub(super) async fn reserve(&self) -> Option<ReservedThread> {
        let (sender, reserved) = oneshot::channel();
        self.enqueue(
            true,
            Box::new(move || {
                let (job, jobs) = mpsc::channel::<Job>();
                if sender.send(ReservedThread(job)).is_ok()
                    && let Ok(job) = jobs.recv()
                {
                    job();
                }
            }),
        );
        reserved.await.ok()
    }

    /// Runs `job` when a thread is free. From then on it may take as long as `budget`.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        budget: Duration,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Ran<T> {
        let (job, outcome) = timed(job);
        self.enqueue(false, job);
        outcome.within(budget).await
    }

    fn enqueue(&self, first: bool, job: Job) {
        let mut queue = self.0.lock();
        if first {
            queue.jobs.push_front(job);
        } else {
            queue.jobs.push_back(job);
        }
        if queue.busy < self.0.most {
            queue.busy += 1;
            let shared = Arc::clone(&self.0);
            spawn_blocking(move || shared.work());
        }
    }
}

/// A thread that is reserved for one job. Dropping it without a job returns the thread to the queue.
pub(super) struct ReservedThread(mpsc::Sender<Job>);

impl ReservedThread {
    /// Runs `job` on this thread. It may take as long as `budget`.
    pub(super) async fn run<T: Send + 'static>(
        self,
        budget: Duration,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Ran<T> {
        let (job, outcome) = timed(job);
        // If the thread is gone, the job is dropped, and the outcome reports a panic.
        drop(self.0.send(job));
        outcome.within(budget).await
    }
}

/// The outcome of a job, to wait for.
struct Outcome<T> {
    done: oneshot::Receiver<(T, Duration)>,
    started: Arc<OnceLock<Instant>>,
}

/// Wraps a job so that it reports when it starts and what it returns.
fn timed<T: Send + 'static>(job: impl FnOnce() -> T + Send + 'static) -> (Job, Outcome<T>) {
    let (done, outcome) = oneshot::channel();
    let started = Arc::new(OnceLock::new());
    let start = Arc::clone(&started);
    let timed = Box::new(move || {
        let at = *start.get_or_init(Instant::now);
        let result = job();
        // Sending fails if the delivery was returned meanwhile. Nobody needs the result then.
        drop(done.send((result, at.elapsed())));
    });
    (timed, Outcome { done: outcome, started })
}

impl<T> Outcome<T> {
    /// Waits for the end of the job, at most for `budget` after its start.
    async fn within(mut self, budget: Duration) -> Ran<T> {
        let mut remaining = budget;
        loop {
            match timeout(remaining, &mut self.done).await {
                Ok(Ok((result, took))) => return Ran::Done(result, took),
                Ok(Err(_)) => return Ran::Panicked,
                Err(_) => {
                    // The budget counts from the start of the job, not from its place in the queue.
                    let taken = self.started.get().map_or(Duration::ZERO, Instant::elapsed);
                    remaining = budget.saturating_sub(taken);
                }
            }
            if remaining.is_zero() {
                return Ran::TimedOut;
            }
        }
    }
}

impl Shared {
    /// Runs one job after the other until the queue is empty.
    fn work(&self) {
        loop {
            let mut queue = self.lock();
            let Some(job) = queue.jobs.pop_front() else {
                queue.busy -= 1;
                return;
            };
            drop(queue);
            // A panic drops the job's sender, and the waiter sees that as a panic.
            drop(catch_unwind(AssertUnwindSafe(job)));
        }
    }

    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use futures_util::future::join_all;

    use super::*;

    const BUDGET: Duration = Duration::from_secs(10);

    #[tokio::test(start_paused = true)]
    async fn a_panic_ends_one_job_and_not_the_others() {
        let threads = Threads::new(1);
        let job = |number: u32| move || if number == 2 { panic!("on purpose") } else { number };
        let ran = join_all((1..=3).map(|number| threads.run(BUDGET, job(number)))).await;
        assert!(matches!(ran[..], [Ran::Done(1, _), Ran::Panicked, Ran::Done(3, _)]), "{ran:?}");
        // The thread notices the empty queue a moment after its last job.
        while threads.0.lock().busy > 0 {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn a_reserved_thread_goes_ahead_of_the_queue_and_is_held() {
        let threads = Threads::new(1);
        let (arrived, mut arrivals) = tokio::sync::mpsc::unbounded_channel();
        let (go_on, gone_on) = mpsc::channel::<()>();
        let note = |name: &'static str| {
            let arrived = arrived.clone();
            move || arrived.send(name).unwrap()
        };
        let at_work = tokio::spawn({
            let (threads, begin) = (threads.clone(), note("at work"));
            async move {
                let wait = move || {
                    begin();
                    gone_on.recv().unwrap();
                };
                threads.run(BUDGET, wait).await
            }
        });
        assert_eq!(arrivals.recv().await, Some("at work"));
        let queued = threads.run(BUDGET, note("queued"));
        let reserved = async {
            let thread = threads.reserve().await.unwrap();
            thread.run(BUDGET, note("reserved")).await
        };
        let release = async { go_on.send(()).unwrap() };
        let (queued, reserved, ()) = tokio::join!(queued, reserved, release);
        assert!(matches!((queued, reserved), (Ran::Done((), _), Ran::Done((), _))));
        assert_eq!([arrivals.recv().await, arrivals.recv().await], [Some("reserved"), Some("queued")]);
        at_work.await.unwrap();
    }

    #[tokio::test]
    async fn an_unused_reserved_thread_returns_to_the_queue() {
        let threads = Threads::new(1);
        drop(threads.reserve().await);
        assert!(matches!(threads.run(BUDGET, || 7).await, Ran::Done(7, _)));
    }

    #[tokio::test]
    async fn runs_no_more_jobs_at_once_than_threads() {
        let threads = Threads::new(2);
        let (arrived, arrivals) = mpsc::channel();
        let (closed, gate) = mpsc::channel::<()>();
        let gate = Arc::new(Mutex::new(gate));
        let jobs: Vec<_> = (0..5)
            .map(|_| {
                let (threads, arrived, gate) = (threads.clone(), arrived.clone(), Arc::clone(&gate));
                let job = move || {
                    arrived.send(()).unwrap();
                    let _ = gate.lock().unwrap().recv();
                };
                tokio::spawn(async move { threads.run(BUDGET, job).await })
            })
            .collect();
        // The two running jobs wait at the gate.
        while arrivals.try_iter().count() == 0 {
            tokio::task::yield_now().await;
        }
        assert_eq!(threads.0.lock().busy, 2);
        drop(closed);
        for job in jobs {
            assert!(matches!(job.await.unwrap(), Ran::Done((), _)));
        }
    }

    #[tokio::test(start_paused = true)]
    async fn the_budget_counts_from_the_start_of_the_job() {
        let threads = Threads::new(1);
        let (go_on, gone_on) = mpsc::channel::<()>();
        let (begun, mut begins) = oneshot::channel();
        let hangs = threads.run(BUDGET, move || {
            begun.send(()).unwrap();
            let _ = gone_on.recv();
        });
        let waits = threads.run(BUDGET, || "done");
        let others = async {
            // The paused clock does not move while the thread works, so the test moves it.
            while begins.try_recv().is_err() {
                tokio::task::yield_now().await;
            }
            tokio::time::advance(BUDGET + BUDGET / 2).await;
            for _ in 0..10 {
                tokio::task::yield_now().await;
            }
            go_on.send(()).unwrap();
        };
        let (hung, waited, ()) = tokio::join!(hangs, waits, others);
        assert_eq!(hung, Ran::TimedOut);
        assert!(matches!(waited, Ran::Done("done", _)), "{waited:?}");
    }
}
