//! Threads that run the stage.
//!
//! Jobs wait in a queue, and a thread that is done with one takes the next: to put a thread to sleep and wake it up again
//! for every article costs more than a short stage does.

use std::{
    collections::VecDeque,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
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

    /// Runs `job` once a thread is free; from then on it may take as long as `budget`.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        budget: Duration,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Ran<T> {
        let (done, mut outcome) = oneshot::channel();
        let begun = Arc::new(OnceLock::new());
        let begins = Arc::clone(&begun);
        self.put(Box::new(move || {
            let at = *begins.get_or_init(Instant::now);
            let result = job();
            // Nobody waits any more where the delivery was handed back.
            drop(done.send((result, at.elapsed())));
        }));
        let mut patience = budget;
        loop {
            match timeout(patience, &mut outcome).await {
                Ok(Ok((result, took))) => return Ran::Done(result, took),
                Ok(Err(_)) => return Ran::Panicked,
                Err(_) => {
                    patience = budget.saturating_sub(begun.get().map_or(Duration::ZERO, Instant::elapsed));
                }
            }
            if patience.is_zero() {
                return Ran::TimedOut;
            }
        }
    }

    fn put(&self, job: Job) {
        let mut queue = self.0.lock();
        queue.jobs.push_back(job);
        if queue.busy < self.0.most {
            queue.busy += 1;
            let shared = Arc::clone(&self.0);
            spawn_blocking(move || shared.work());
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
    use std::sync::mpsc;

    use futures_util::future::join_all;

    use super::*;

    const BUDGET: Duration = Duration::from_secs(10);

    #[tokio::test(start_paused = true)]
    async fn jobs_return_or_panic_each_for_itself() {
        let threads = Threads::new(1);
        let job = |number: u32| move || if number == 2 { panic!("as the test says") } else { number };
        let ran = join_all((1..=3).map(|number| threads.run(BUDGET, job(number)))).await;
        assert!(matches!(ran[..], [Ran::Done(1, _), Ran::Panicked, Ran::Done(3, _)]), "{ran:?}");
        assert_eq!(threads.0.lock().busy, 0);
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
