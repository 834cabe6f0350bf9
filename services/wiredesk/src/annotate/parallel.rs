//! Many threads, one order.
//!
//! A reader gives every input a place in a queue and hands it to the workers. Whoever waits at the
//! head of the queue gets the results in the order of the inputs, each as soon as it is there. The
//! queue is bounded, so a slow reader of results slows the reading of inputs.
//!
//! The threads are not joined: when the results are no longer wanted, the reader may be waiting for
//! a feed that never speaks again.

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

/// Places in the queue for each worker: enough that one long article holds up nobody.
const PLACES_PER_WORKER: usize = 8;

/// What comes of one input.
pub(super) type Annotated = Result<Vec<u8>, Failure>;

/// An input and where its result goes.
type Job = (Input, Sender<Annotated>);

/// Where the result of one input comes in.
struct Place {
    origin: String,
    result: Receiver<Annotated>,
}

/// The results, in the order of the inputs.
pub(super) struct Ordered {
    places: Receiver<Place>,
}

impl Ordered {
    /// Starts the reader and the workers.
    pub(super) fn start(
        inputs: Inputs,
        workers: NonZeroUsize,
        work: impl Fn(&Input) -> Annotated + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let bound = workers.get().saturating_mul(PLACES_PER_WORKER);
        let (place, places) = sync_channel(bound);
        let (job, jobs) = sync_channel(bound);
        let (jobs, work) = (Arc::new(Mutex::new(jobs)), Arc::new(work));
        for number in 0..workers.get() {
            let (jobs, work) = (Arc::clone(&jobs), Arc::clone(&work));
            let name = format!("annotate-{number}");
            thread::Builder::new().name(name).spawn(move || work_on(&jobs, &*work))?;
        }
        thread::Builder::new().name("read".to_owned()).spawn(move || read(inputs, &place, &job))?;
        Ok(Self { places })
    }

    /// The next result; `None` after the last. Calls `before_waiting` where it is not there yet.
    pub(super) fn next(
        &mut self,
        mut before_waiting: impl FnMut() -> io::Result<()>,
    ) -> io::Result<Option<Annotated>> {
        let Some(place) = receive(&self.places, &mut before_waiting)? else { return Ok(None) };
        let result = receive(&place.result, &mut before_waiting)?;
        Ok(Some(result.unwrap_or_else(|| Err(Failure::lost(&place.origin)))))
    }
}

fn read(inputs: Inputs, places: &SyncSender<Place>, jobs: &SyncSender<Job>) {
    for input in inputs {
        let (sender, result) = channel();
        let place = Place { origin: input.origin.clone(), result };
        if places.send(place).is_err() || jobs.send((input, sender)).is_err() {
            return;
        }
    }
}

fn work_on(jobs: &Mutex<Receiver<Job>>, work: &impl Fn(&Input) -> Annotated) {
    loop {
        // One idle worker waits at the queue, the others for the lock.
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((input, result)) = job else { return };
        // Nobody may want the result any more; the reader of inputs notices and ends.
        let _ = result.send(work(&input));
    }
}

/// The next value; `None` where no more can come.
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
        Inputs::made_up((0..count).map(|number| Input { origin: number.to_string(), payload: Ok(vec![]) }))
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
        // The first article is done only after the second: a turn is waited for.
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
    fn a_worker_that_dies_costs_one_article() {
        let results = Ordered::start(numbered(3), threads(2), |input| {
            assert!(input.origin != "1", "on purpose");
            Ok(input.origin.clone().into_bytes())
        });
        let seen = all(results.unwrap());
        assert_eq!((seen[0].as_str(), seen[2].as_str()), ("0", "2"));
        assert!(seen[1].starts_with("1: ") && seen[1].ends_with("(detect: panicked)"), "{}", seen[1]);
    }

    #[test]
    fn only_so_many_articles_are_in_flight() {
        let read = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&read);
        let endless = (0_usize..).map(move |number| {
            counter.fetch_add(1, Ordering::SeqCst);
            Input { origin: number.to_string(), payload: Ok(vec![]) }
        });
        let mut results = Ordered::start(Inputs::made_up(endless), threads(2), |_| Ok(vec![])).unwrap();
        for _ in 0..100 {
            assert!(results.next(|| Ok(())).unwrap().is_some());
        }
        // Written, in the queue, in the reader's hand.
        assert!(read.load(Ordering::SeqCst) <= 100 + 2 * PLACES_PER_WORKER + 1);
    }
}
