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
    sync::{
        mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
        oneshot,
    },
    task::spawn_blocking,
    time::{Instant, timeout},
};

/// A job. It returns its report.
type Job = Box<dyn FnOnce() -> Report + Send>;
/// Passes the result of a job to the task that waits for it.
type Report = Box<dyn FnOnce() + Send>;

/// The number of reports that are passed on at once.
const MOST_REPORTS: usize = 256;

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
    reports: UnboundedSender<Report>,
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
        let (reports, reported) = unbounded_channel();
        tokio::spawn(pass_on(reported));
        Self(Arc::new(Shared { most, queue: Mutex::default(), reports }))
    }

    /// Reserves the next free thread for one job, ahead of the queue. Returns `None` if that thread panicked.
    pub(super) async fn reserve(&self) -> Option<ReservedThread> {
        let (sender, reserved) = oneshot::channel();
        self.enqueue(
            true,
            Box::new(move || {
                let (job, jobs) = mpsc::channel::<Job>();
                match sender.send(ReservedThread(job)).ok().and_then(|()| jobs.recv().ok()) {
                    Some(job) => job(),
                    None => Box::new(|| {}),
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
        let took = at.elapsed();
        // Sending fails if the delivery was returned meanwhile. Nobody needs the result then.
        Box::new(move || drop(done.send((result, took)))) as Report
    });
    (timed, Outcome { done: outcome, started })
}

/// Passes on all reports that have arrived before it lets the waiting tasks run.
///
/// If the threads woke these tasks, each would publish its event in a system call of its own, because the
/// client writes as soon as nothing else can run. It would also cost a system call to wake each of them.
async fn pass_on(mut reported: UnboundedReceiver<Report>) {
    let mut reports = Vec::new();
    while reported.recv_many(&mut reports, MOST_REPORTS).await > 0 {
        reports.drain(..).for_each(|report| report());
    }
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
            if let Ok(report) = catch_unwind(AssertUnwindSafe(job)) {
                // Sending fails if the runtime is gone, and with it the waiter.
                drop(self.reports.send(report));
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

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
        let (arrived, mut arrivals) = unbounded_channel();
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
    async fn the_waiting_tasks_run_after_all_reports_are_passed_on() {
        let threads = Threads::new(2);
        let gate = Arc::new(Barrier::new(3));
        let (seen, mut order) = unbounded_channel();
        for _ in 0..2 {
            let (threads, gate, seen) = (threads.clone(), Arc::clone(&gate), seen.clone());
            tokio::spawn(async move {
                threads.run(BUDGET, move || gate.wait()).await;
                seen.send("reported").unwrap();
                tokio::spawn(async move { seen.send("next task").unwrap() });
            });
        }
        while threads.0.lock().busy < 2 {
            tokio::task::yield_now().await;
        }
        // No task runs until both threads have reported.
        gate.wait();
        while threads.0.lock().busy > 0 {
            std::thread::yield_now();
        }
        for expected in ["reported", "reported", "next task", "next task"] {
            assert_eq!(order.recv().await, Some(expected));
        }
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
