//! Annotates on many threads and returns the results in the order of the inputs.
//!
//! A reading thread puts a slot for every input into a queue and sends the input to the worker threads. The
//! consumer takes the slots in order, and waits for the result of each. The queue is bounded, so a slow
//! consumer slows the reading.
//!
//! The threads are not joined, because the reading thread may wait for a feed that never sends anything
//! again.

use std::{
    io,
    num::NonZeroUsize,
    sync::{
        Arc, Mutex, PoisonError,
        mpsc::{Receiver, Sender, SyncSender, TryRecvError, channel, sync_channel},
    },
    thread,
};

use crate::{
    chain::Failure,
    inputs::{Input, Inputs},
};

/// The slots in the queue for each worker thread. With 8, one long article does not leave the other threads
/// idle.
const SLOTS_PER_WORKER: usize = 8;

/// The result of one input: the enriched article as JSON, or its failure.
pub(super) type Annotated = Result<Vec<u8>, Failure>;

/// An input and the sender for its result.
type Job = (Input, Sender<Annotated>);

/// The slot of one input in the queue.
struct Slot {
    origin: String,
    result: Receiver<Annotated>,
}

/// The results, in the order of the inputs.
pub(super) struct Ordered {
    slots: Receiver<Slot>,
}

impl Ordered {
    /// Starts the reading thread and `workers` worker threads, which call `work` for each input.
    pub(super) fn start(
        inputs: Inputs,
        workers: NonZeroUsize,
        work: impl Fn(&Input) -> Annotated + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let bound = workers.get().saturating_mul(SLOTS_PER_WORKER);
        let (slot, slots) = sync_channel(bound);
        let (job, jobs) = sync_channel(bound);
        let (jobs, work) = (Arc::new(Mutex::new(jobs)), Arc::new(work));
        for number in 0..workers.get() {
            let (jobs, work) = (Arc::clone(&jobs), Arc::clone(&work));
            let name = format!("annotate-{number}");
            thread::Builder::new().name(name).spawn(move || work_on(&jobs, &*work))?;
        }
        thread::Builder::new().name("read".to_owned()).spawn(move || read(inputs, &slot, &job))?;
        Ok(Self { slots })
    }

    /// Returns the next result, or `None` after the last. Calls `before_waiting` if it has to wait for the
    /// result.
    pub(super) fn next(
        &mut self,
        mut before_waiting: impl FnMut() -> io::Result<()>,
    ) -> io::Result<Option<Annotated>> {
        let Some(slot) = receive(&self.slots, &mut before_waiting)? else { return Ok(None) };
        let result = receive(&slot.result, &mut before_waiting)?;
        Ok(Some(result.unwrap_or_else(|| Err(Failure::lost(&slot.origin)))))
    }
}

fn read(inputs: Inputs, slots: &SyncSender<Slot>, jobs: &SyncSender<Job>) {
    for input in inputs {
        let (sender, result) = channel();
        let slot = Slot { origin: input.origin.clone(), result };
        if slots.send(slot).is_err() || jobs.send((input, sender)).is_err() {
            return;
        }
    }
}

fn work_on(jobs: &Mutex<Receiver<Job>>, work: &impl Fn(&Input) -> Annotated) {
    loop {
        // One idle thread waits for the next job, and the others for the lock.
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((input, result)) = job else { return };
        // Sending fails if the consumer has stopped. The reading thread notices that and ends.
        let _ = result.send(work(&input));
    }
}

/// Returns the next value, or `None` if there will be no more.
fn receive<T>(
    receiver: &Receiver<T>,
    before_waiting: &mut impl FnMut() -> io::Result<()>,
) -> io::Result<Option<T>> {
    match receiver.try_recv() {
        Ok(value) => Ok(Some(value)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            before_waiting()?;
            Ok(receiver.recv().ok())
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{
        Condvar,
        atomic::{AtomicUsize, Ordering},
    };

    use super::*;

    fn numbered(count: usize) -> Inputs {
        Inputs::invented((0..count).map(|number| Input { origin: number.to_string(), payload: Ok(vec![]) }))
    }

    fn threads(count: usize) -> NonZeroUsize {
        NonZeroUsize::new(count).unwrap()
    }

    fn all(mut results: Ordered) -> Vec<String> {
        let mut seen = Vec::new();
        while let Some(result) = results.next(|| Ok(())).unwrap() {
            seen.push(
                result.map_or_else(|failure| failure.sentence(), |line| String::from_utf8(line).unwrap()),
            );
        }
        seen
    }

    #[test]
    fn results_keep_the_order_of_the_inputs() {
        // The first article finishes after the second one, and is still returned first.
        let done = Arc::new((Mutex::new(false), Condvar::new()));
        let results = Ordered::start(numbered(200), threads(4), move |input| {
            let (flag, changed) = &*done;
            let mut second = flag.lock().unwrap();
            if input.origin == "0" {
                drop(changed.wait_while(second, |second| !*second).unwrap());
            } else if input.origin == "1" {
                *second = true;
                changed.notify_all();
            }
            Ok(input.origin.clone().into_bytes())
        });
        let expected: Vec<String> = (0..200).map(|number| number.to_string()).collect();
        assert_eq!(all(results.unwrap()), expected);
    }

    #[test]
    fn a_thread_that_panics_costs_one_article() {
        let results = Ordered::start(numbered(3), threads(2), |input| {
            assert!(input.origin != "1", "on purpose");
            Ok(input.origin.clone().into_bytes())
        });
        let seen = all(results.unwrap());
        assert_eq!((seen[0].as_str(), seen[2].as_str()), ("0", "2"));
        assert!(seen[1].starts_with("1: ") && seen[1].ends_with("(detect: panicked)"), "{}", seen[1]);
    }

    #[test]
    fn the_number_of_articles_in_flight_is_bounded() {
        let read = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&read);
        let endless = (0_usize..).map(move |number| {
            counter.fetch_add(1, Ordering::SeqCst);
            Input { origin: number.to_string(), payload: Ok(vec![]) }
        });
        let mut results = Ordered::start(Inputs::invented(endless), threads(2), |_| Ok(vec![])).unwrap();
        for _ in 0..100 {
            assert!(results.next(|| Ok(())).unwrap().is_some());
        }
        // 100 returned, two full queues, and one held by the reading thread.
        assert!(read.load(Ordering::SeqCst) <= 100 + 2 * SLOTS_PER_WORKER + 1);
    }
}
