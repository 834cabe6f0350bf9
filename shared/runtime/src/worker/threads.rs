//! Threads that run the stage.
//!
//! Jobs wait in a queue, and a thread that is done with one takes the next: to put a thread to sleep and wake it up again
//! for every article costs more than a short stage does.

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
    /// It returned, after so long.
    Done(T, Duration),
    /// It panicked.
    Panicked,
    /// It did not return in its time. Nothing can end it but the process: its thread is lost.
    TimedOut,
}

/// The threads, and what waits for them.
#[derive(Clone)]
pub(super) struct Threads(Arc<Shared>);

struct Shared {
    most: usize,
    queue: Mutex<Queue>,
}

#[derive(Default)]
struct Queue {
    jobs: VecDeque<Job>,
    /// Threads at work.
    busy: usize,
}

impl Threads {
    /// At most so many at once.
    pub(super) fn new(most: usize) -> Self {
        Self(Arc::new(Shared { most, queue: Mutex::default() }))
    }

    /// A thread that waits for one job and does nothing else, before all that is queued; `None` where it was lost.
    pub(super) async fn seat(&self) -> Option<Seat> {
        let (taken, seat) = oneshot::channel();
        self.put(
            true,
            Box::new(move || {
                let (job, jobs) = mpsc::channel::<Job>();
                if taken.send(Seat(job)).is_ok()
                    && let Ok(job) = jobs.recv()
                {
                    job();
                }
            }),
        );
        seat.await.ok()
    }

    /// Runs `job` once a thread is free; from then on it may take as long as `budget`.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        budget: Duration,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Ran<T> {
        let (job, outcome) = timed(job);
        self.put(false, job);
        outcome.within(budget).await
    }

    fn put(&self, first: bool, job: Job) {
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

/// A thread kept for one job; it goes back to the queue where this is dropped without one.
pub(super) struct Seat(mpsc::Sender<Job>);

impl Seat {
    /// Runs `job` on it, which may take as long as `budget`.
    pub(super) async fn run<T: Send + 'static>(
        self,
        budget: Duration,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Ran<T> {
        let (job, outcome) = timed(job);
        // Where nobody takes it, it is dropped, and its outcome says so.
        drop(self.0.send(job));
        outcome.within(budget).await
    }
}

/// What becomes of a job.
struct Outcome<T> {
    done: oneshot::Receiver<(T, Duration)>,
    begun: Arc<OnceLock<Instant>>,
}

/// A job that tells when it begins and what it returns.
fn timed<T: Send + 'static>(job: impl FnOnce() -> T + Send + 'static) -> (Job, Outcome<T>) {
    let (done, outcome) = oneshot::channel();
    let begun = Arc::new(OnceLock::new());
    let begins = Arc::clone(&begun);
    let timed = Box::new(move || {
        let at = *begins.get_or_init(Instant::now);
        let result = job();
        // Nobody waits any more where the delivery was handed back.
        drop(done.send((result, at.elapsed())));
    });
    (timed, Outcome { done: outcome, begun })
}

impl<T> Outcome<T> {
    /// How the job ended, or that it did not within `budget` of its beginning.
    async fn within(mut self, budget: Duration) -> Ran<T> {
        let mut patience = budget;
        loop {
            match timeout(patience, &mut self.done).await {
                Ok(Ok((result, took))) => return Ran::Done(result, took),
                Ok(Err(_)) => return Ran::Panicked,
                Err(_) => {
                    let taken = self.begun.get().map_or(Duration::ZERO, Instant::elapsed);
                    patience = budget.saturating_sub(taken);
                }
            }
            if patience.is_zero() {
                return Ran::TimedOut;
            }
        }
    }
}

impl Shared {
    /// Takes one job after the other until none waits.
    fn work(&self) {
        loop {
            let mut queue = self.lock();
            let Some(job) = queue.jobs.pop_front() else {
                queue.busy -= 1;
                return;
            };
            drop(queue);
            // Whoever waits for it hears nothing, and that says it all.
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
    async fn jobs_return_or_panic_each_for_itself() {
        let threads = Threads::new(1);
        let job = |number: u32| move || if number == 2 { panic!("as the test says") } else { number };
        let ran = join_all((1..=3).map(|number| threads.run(BUDGET, job(number)))).await;
        assert!(matches!(ran[..], [Ran::Done(1, _), Ran::Panicked, Ran::Done(3, _)]), "{ran:?}");
        // The thread hears that nothing waits for it a moment after its last job is done.
        while threads.0.lock().busy > 0 {
            tokio::task::yield_now().await;
        }
    }

    #[tokio::test]
    async fn a_seat_comes_before_the_queue_and_holds_its_thread() {
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
        let seated = async {
            let seat = threads.seat().await.unwrap();
            seat.run(BUDGET, note("seated")).await
        };
        let begins = async { go_on.send(()).unwrap() };
        let (queued, seated, ()) = tokio::join!(queued, seated, begins);
        assert!(matches!((queued, seated), (Ran::Done((), _), Ran::Done((), _))));
        assert_eq!([arrivals.recv().await, arrivals.recv().await], [Some("seated"), Some("queued")]);
        at_work.await.unwrap();
    }

    #[tokio::test]
    async fn a_seat_that_nobody_uses_goes_back() {
        let threads = Threads::new(1);
        drop(threads.seat().await);
        assert!(matches!(threads.run(BUDGET, || 7).await, Ran::Done(7, _)));
    }

    #[tokio::test]
    async fn no_more_run_at_once_than_there_are_threads() {
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
        // The two that run wait at the gate.
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
    async fn time_counts_from_the_beginning_and_not_from_the_queue() {
        let threads = Threads::new(1);
        let (go_on, gone_on) = mpsc::channel::<()>();
        let (begun, mut begins) = oneshot::channel();
        let hangs = threads.run(BUDGET, move || {
            begun.send(()).unwrap();
            let _ = gone_on.recv();
        });
        let waits = threads.run(BUDGET, || "done");
        let others = async {
            // The clock stands still while the thread works; it is moved by hand.
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
