//! The threads that run the stage.
//!
//! All of them are started when the worker starts, and live as long as it does. So a worker that works needs no
//! thread that the operating system could refuse later, when a container reaches its limit.

use std::{
    collections::VecDeque,
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError, mpsc},
    thread,
    time::Duration,
};

use tokio::{
    sync::{
        mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
        oneshot,
    },
    time::{Instant, timeout},
};

/// A job. It returns its report.
type Job = Box<dyn FnOnce() -> Report + Send>;
/// Passes the result of a job to the task that waits for it.
type Report = Box<dyn FnOnce() + Send>;
/// What a thread does.
type Work = Box<dyn FnOnce() + Send>;

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
    /// No thread is left that could run it.
    Lost,
}

/// The threads and the queue of jobs that wait for them. Dropping it ends the threads that are idle.
pub(super) struct Threads(Arc<Shared>);

struct Shared {
    queue: Mutex<Queue>,
    arrived: Condvar,
    reports: UnboundedSender<Report>,
}

#[derive(Default)]
struct Queue {
    jobs: VecDeque<Job>,
    /// The number of threads that take jobs from the queue.
    threads: usize,
    /// The number of those that run a job.
    busy: usize,
    /// Whether the threads end as soon as they are idle.
    closed: bool,
}

/// One thread's part in the queue. Dropping it, also because its thread could not be started, takes the thread
/// off the queue.
struct Member(Arc<Shared>);

impl Threads {
    /// Starts `count` threads.
    ///
    /// # Errors
    ///
    /// When the operating system refuses one of them.
    pub(super) fn start(count: usize) -> io::Result<Self> {
        Self::start_by(count, |work| thread::Builder::new().name("stage".to_owned()).spawn(work).map(drop))
    }

    fn start_by(count: usize, mut spawn: impl FnMut(Work) -> io::Result<()>) -> io::Result<Self> {
        let (reports, reported) = unbounded_channel();
        let threads = Self(Arc::new(Shared { queue: Mutex::default(), arrived: Condvar::new(), reports }));
        tokio::spawn(pass_on(reported));
        for _ in 0..count {
            let member = Member::join(&threads.0);
            spawn(Box::new(move || member.work()))?;
        }
        Ok(threads)
    }

    /// Reserves the next free thread for one job, ahead of the queue. Returns `None` if no thread is left.
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
        #[cfg(test)]
        let job = tests::holding_the_clock(job);
        let mut queue = self.0.lock();
        if queue.threads == 0 {
            // Dropping the job tells its waiter that nobody will run it.
            return;
        }
        if first {
            queue.jobs.push_front(job);
        } else {
            queue.jobs.push_back(job);
        }
        // To wake a thread costs a system call, even if none sleeps.
        let any_sleeps = queue.busy < queue.threads;
        drop(queue);
        if any_sleeps {
            self.0.arrived.notify_one();
        }
    }
}

impl Drop for Threads {
    fn drop(&mut self) {
        self.0.lock().closed = true;
        self.0.arrived.notify_all();
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
        // If the thread is gone, the job is dropped, and the outcome reports that it is lost.
        drop(self.0.send(job));
        outcome.within(budget).await
    }
}

/// The outcome of a job, to wait for.
struct Outcome<T> {
    /// The result and the time that it took. There is no result after a panic.
    done: oneshot::Receiver<(Option<T>, Duration)>,
    started: Arc<OnceLock<Instant>>,
}

/// Wraps a job so that it reports when it starts and what it returns.
fn timed<T: Send + 'static>(job: impl FnOnce() -> T + Send + 'static) -> (Job, Outcome<T>) {
    let (done, outcome) = oneshot::channel();
    let started = Arc::new(OnceLock::new());
    let start = Arc::clone(&started);
    let timed = Box::new(move || {
        let at = *start.get_or_init(Instant::now);
        let result = catch_unwind(AssertUnwindSafe(job)).ok();
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
                Ok(Ok((Some(result), took))) => return Ran::Done(result, took),
                Ok(Ok((None, _))) => return Ran::Panicked,
                Ok(Err(_)) => return Ran::Lost,
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

impl Member {
    fn join(shared: &Arc<Shared>) -> Self {
        shared.lock().threads += 1;
        Self(Arc::clone(shared))
    }

    /// Runs one job after the other until the queue is closed.
    fn work(&self) {
        while let Some(job) = self.next() {
            // A job catches its panics. What may panic besides is its own clean-up.
            if let Ok(report) = catch_unwind(AssertUnwindSafe(job)) {
                // Sending fails if the runtime is gone, and with it the waiter.
                drop(self.0.reports.send(report));
            }
            self.0.lock().busy -= 1;
        }
    }

    /// Waits for the next job. Returns `None` when the queue is closed and empty.
    fn next(&self) -> Option<Job> {
        let waiting = |queue: &mut Queue| queue.jobs.is_empty() && !queue.closed;
        let waited = self.0.arrived.wait_while(self.0.lock(), waiting);
        let mut queue = waited.unwrap_or_else(PoisonError::into_inner);
        let job = queue.jobs.pop_front()?;
        queue.busy += 1;
        Some(job)
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        let mut queue = self.0.lock();
        queue.threads -= 1;
        if queue.threads == 0 {
            // Nobody will run these jobs, and their waiters must not wait for ever.
            let lost = std::mem::take(&mut queue.jobs);
            drop(queue);
            drop(lost);
        }
    }
}

impl Shared {
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

    /// Makes the paused clock of a test stand still until `job` is done. The clock advances on its own while the
    /// runtime has nothing to do, and it knows only the runtime's own threads.
    pub(super) fn holding_the_clock(job: Job) -> Job {
        let (hold, release) = mpsc::channel::<()>();
        drop(tokio::task::spawn_blocking(move || release.recv()));
        Box::new(move || {
            let report = job();
            Box::new(move || {
                report();
                drop(hold);
            })
        })
    }

    fn threads(count: usize) -> Arc<Threads> {
        Arc::new(Threads::start(count).unwrap())
    }

    #[tokio::test(start_paused = true)]
    async fn a_panic_ends_one_job_and_not_the_others() {
        let threads = threads(1);
        let job = |number: u32| move || if number == 2 { panic!("on purpose") } else { number };
        let ran = join_all((1..=3).map(|number| threads.run(BUDGET, job(number)))).await;
        assert!(matches!(ran[..], [Ran::Done(1, _), Ran::Panicked, Ran::Done(3, _)]), "{ran:?}");
    }

    #[tokio::test]
    async fn a_reserved_thread_goes_ahead_of_the_queue_and_is_held() {
        let threads = threads(1);
        let (arrived, mut arrivals) = unbounded_channel();
        let (go_on, gone_on) = mpsc::channel::<()>();
        let note = |name: &'static str| {
            let arrived = arrived.clone();
            move || arrived.send(name).unwrap()
        };
        let at_work = tokio::spawn({
            let (threads, begin) = (Arc::clone(&threads), note("at work"));
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
        let threads = threads(2);
        let gate = Arc::new(Barrier::new(3));
        let (seen, mut order) = unbounded_channel();
        for _ in 0..2 {
            let (threads, gate, seen) = (Arc::clone(&threads), Arc::clone(&gate), seen.clone());
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
        let threads = threads(1);
        drop(threads.reserve().await);
        assert!(matches!(threads.run(BUDGET, || 7).await, Ran::Done(7, _)));
    }

    #[tokio::test]
    async fn runs_no_more_jobs_at_once_than_threads() {
        let threads = threads(2);
        let (arrived, arrivals) = mpsc::channel();
        let (closed, gate) = mpsc::channel::<()>();
        let gate = Arc::new(Mutex::new(gate));
        let jobs: Vec<_> = (0..5)
            .map(|_| {
                let (threads, arrived, gate) = (Arc::clone(&threads), arrived.clone(), Arc::clone(&gate));
                let job = move || {
                    arrived.send(()).unwrap();
                    let _ = gate.lock().unwrap().recv();
                };
                tokio::spawn(async move { threads.run(BUDGET, job).await })
            })
            .collect();
        // The two running jobs wait at the gate, and the others in the queue.
        let mut begun = 0;
        while begun < 2 {
            begun += arrivals.try_iter().count();
            tokio::task::yield_now().await;
        }
        assert_eq!((begun, threads.0.lock().jobs.len()), (2, 3));
        drop(closed);
        for job in jobs {
            assert!(matches!(job.await.unwrap(), Ran::Done((), _)));
        }
    }

    #[tokio::test(start_paused = true)]
    async fn the_budget_counts_from_the_start_of_the_job() {
        let threads = threads(1);
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

    #[tokio::test]
    async fn a_refused_thread_is_an_error_and_ends_the_others() {
        let mut ended = Vec::new();
        let mut refusals = [false, false, true].into_iter();
        let started = Threads::start_by(3, |work| {
            if refusals.next() == Some(true) {
                return Err(io::ErrorKind::WouldBlock.into());
            }
            ended.push(thread::spawn(work));
            Ok(())
        });
        assert_eq!(started.err().map(|error| error.kind()), Some(io::ErrorKind::WouldBlock));
        assert_eq!(ended.len(), 2);
        for thread in ended {
            thread.join().unwrap();
        }
    }

    #[tokio::test]
    async fn a_job_is_lost_and_not_waited_for_if_no_thread_is_left() {
        let threads = threads(1);
        let (begun, mut begins) = oneshot::channel();
        let (go_on, gone_on) = mpsc::channel::<()>();
        let at_work = tokio::spawn({
            let threads = Arc::clone(&threads);
            let work = move || {
                begun.send(()).unwrap();
                gone_on.recv().unwrap();
            };
            async move { threads.run(BUDGET, work).await }
        });
        while begins.try_recv().is_err() {
            tokio::task::yield_now().await;
        }
        let queued = tokio::spawn({
            let threads = Arc::clone(&threads);
            async move { threads.run(BUDGET, || "never").await }
        });
        while threads.0.lock().jobs.is_empty() {
            tokio::task::yield_now().await;
        }
        // As if the thread died with its present job: it leaves the queue for good.
        drop(Member(Arc::clone(&threads.0)));
        assert_eq!(queued.await.unwrap(), Ran::Lost);
        assert_eq!(threads.run(BUDGET, || "never").await, Ran::Lost);
        assert!(threads.reserve().await.is_none());
        threads.0.lock().threads = 1;
        go_on.send(()).unwrap();
        assert!(matches!(at_work.await.unwrap(), Ran::Done((), _)));
    }
}
