//! The reasons why a worker stops with an error.

use thiserror::Error;

/// The reason why a worker gave up.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WorkerError {
    /// The consumer or its stream, named here, no longer exists.
    #[error("{0} no longer exists; run `wiredesk setup` to create it, then restart the worker")]
    ConsumerGone(String),
    /// The stage hangs, and its thread is lost.
    #[error(
        "the stage exceeded its time limit on article `{article}` ({subject}, sequence {sequence}); restart the worker: the article is tried once more and then becomes a dead letter"
    )]
    TimedOut {
        /// The article's id, if the payload could be decoded.
        article: String,
        /// The subject of the delivery.
        subject: String,
        /// The delivery's sequence in its stream.
        sequence: u64,
    },
    /// The operating system refuses the threads that run the stage.
    #[error(
        "the operating system refuses the worker a thread ({0}); raise the limit of processes and threads (`--pids-limit` of the container, `ulimit -u`), or lower --threads"
    )]
    NoThreads(String),
    /// No thread is left that could run the stage.
    #[error("the threads of the stage ended; restart the worker, and report the log above as a bug")]
    ThreadsLost,
    /// The worker holds articles, and nothing happens to them.
    #[error(
        "the worker holds {deliveries} articles and has finished none for {seconds} s; restart it, and report the log above as a bug"
    )]
    Stuck {
        /// The number of deliveries in flight.
        deliveries: usize,
        /// How long nothing happened.
        seconds: u64,
    },
    /// A lane ended unexpectedly. This is a defect of the worker.
    #[error("the worker stopped pulling unexpectedly; restart it and report the log above as a bug")]
    LaneStopped,
}
