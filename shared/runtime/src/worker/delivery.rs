//! The life of one delivery: process, publish, settle.

use std::{
    sync::{Arc, OnceLock, atomic::Ordering},
    time::Duration,
};

use messages::{headers, subjects::Lane};
use tokio::{
    sync::OwnedSemaphorePermit,
    time::{interval, timeout},
};
use tracing::{debug, error, info, warn};

use super::{
    any_stage::Job,
    dead_letter,
    decision::{Decision, Processed, Reason, after_processing, before_processing, is_suspect},
    error::WorkerError,
    state::{Phase, RETURN, Worker},
    threads::{Ran, ReservedThread},
    unreadable::fault_in,
};
use crate::{
    backoff::backoff,
    broker::{Broker, Delivery, Outgoing, PublishError, RETURNED, Settlement, Stored},
    causes::with_causes,
    clock,
    spans::Span,
    topology::{ACK_WAIT, MAX_STARTS},
};

impl<B: Broker> Worker<B> {
    /// Processes one delivery and settles it. Holds `permit` until then.
    pub(super) async fn handle(
        self: Arc<Self>,
        delivery: B::Delivery,
        lane: Lane,
        permit: OwnedSemaphorePermit,
    ) {
        self.count_received(lane);
        self.meter.delivered(lane, delivery.attempt(), delivery.stored_at());
        let span = Span::begin(self.stage.first_stage(), &delivery);
        let work = async {
            let (attempt, sequence) = (delivery.attempt(), delivery.sequence());
            let turn =
                if is_suspect(attempt) { Some(self.suspects.turn(attempt, sequence).await) } else { None };
            (self.work_on(&delivery, lane, &span).await, turn)
        };
        let (settlement, turn) = tokio::select! {
            biased;
            settled = work => settled,
            () = self.reached(Phase::Returning) => (Settlement::Retry(RETURNED), None),
            never = keep_in_progress(&delivery, self.broker.ack_wait()) => (never, None),
        };
        let outcome = match &settlement {
            Settlement::Acknowledge => "published",
            Settlement::Retry(_) => "handed_back",
            Settlement::Terminate(_) => "dead",
        };
        delivery.settle(settlement).await;
        self.meter.settled(lane, outcome);
        span.end(outcome);
        self.heartbeat.beat();
        if turn.is_some() {
            // The next suspect may crash this process. The server must know the outcome of this one before
            // that.
            drop(timeout(RETURN, self.broker.flush()).await);
        }
        drop(turn);
        self.count_settled(lane);
        drop(permit);
    }

    async fn work_on(&self, delivery: &B::Delivery, lane: Lane, span: &Span) -> Settlement {
        let attempt = delivery.attempt();
        if let Some(block) = delivery.unreadable_headers() {
            return self.set_aside(delivery, Reason::unreadable_headers(&fault_in(block))).await;
        }
        // A suspect gets its thread before its start is recorded. Otherwise a crash that another article
        // causes while it waits would count against it.
        let reserved = if is_suspect(attempt) { self.threads.reserve().await } else { None };
        let starts = if reserved.is_some() { self.record_start(delivery).await } else { 0 };
        if let Some(reason) = before_processing(attempt, starts) {
            return self.set_aside(delivery, reason).await;
        }
        let processed = self.process(delivery, lane, span, reserved).await;
        match after_processing(processed, attempt, delivery.sequence()) {
            Decision::Publish(next) => match self.store(&next, delivery.sequence()).await {
                Ok(stored) => {
                    debug!(sequence = stored.sequence, duplicate = stored.duplicate, "published");
                    self.meter.published(&next.subject, stored.duplicate);
                    Settlement::Acknowledge
                }
                Err(TooLarge(error)) => self.set_aside(delivery, Reason::too_large(error)).await,
            },
            Decision::Retry(wait) => {
                warn!(sequence = delivery.sequence(), attempt, "stage failed, retrying");
                Settlement::Retry(wait)
            }
            Decision::SetAside(reason) => self.set_aside(delivery, reason).await,
        }
    }

    /// Decodes, runs the stage and encodes on a thread for computation, because all three keep a core busy.
    ///
    /// A thread that exceeds the time budget is lost. Only the end of the process can stop it.
    async fn process(
        &self,
        delivery: &B::Delivery,
        lane: Lane,
        span: &Span,
        reserved: Option<ReservedThread>,
    ) -> Processed<Outgoing> {
        let stage = Arc::clone(&self.stage);
        let job = Arc::new(Job {
            payload: delivery.payload().clone(),
            lane,
            topology: self.topology.clone(),
            passed_on: passed_on(delivery, span),
            article: OnceLock::new(),
        });
        let budget = self.capacity.budget;
        let work = {
            let job = Arc::clone(&job);
            move || stage.run(&job)
        };
        let ran = match reserved {
            Some(thread) => thread.run(budget, work).await,
            None => self.threads.run(budget, work).await,
        };
        match ran {
            Ran::Done(processed, took) => {
                self.meter.processed(took);
                processed
            }
            Ran::Panicked => Processed::Panicked,
            Ran::TimedOut => {
                self.meter.processed(budget);
                self.lose_a_thread(delivery, job.article.get().cloned().unwrap_or_default());
                Processed::TimedOut
            }
        }
    }

    /// Stops the worker because a thread hangs in the stage. The other threads finish their articles first.
    fn lose_a_thread(&self, delivery: &B::Delivery, article: String) {
        let (subject, sequence) = (delivery.subject().to_owned(), delivery.sequence());
        error!(article_id = article, subject, sequence, "stage exceeded its time limit, stopping the worker");
        self.fail(WorkerError::TimedOut { article, subject, sequence });
    }

    /// Publishes a message until the bus confirms it.
    ///
    /// A bus that is full or unreachable is not the article's fault. The article keeps its permit, which
    /// stops the worker from pulling more, and uses up no delivery.
    async fn store(&self, message: &Outgoing, seed: u64) -> Result<Stored, TooLarge> {
        let mut failures = 0;
        loop {
            match self.broker.publish(message).await {
                Ok(stored) => {
                    if self.publishing_fails.swap(false, Ordering::Relaxed) {
                        info!("publishing works again");
                    }
                    return Ok(stored);
                }
                Err(error @ PublishError::TooLarge(_)) => return Err(TooLarge(with_causes(&error))),
                Err(error @ PublishError::Unavailable(_)) => {
                    failures += 1;
                    self.heartbeat.beat();
                    // One warning for all deliveries in flight.
                    let error = with_causes(&error);
                    if let Some(line) = self.may_log(&format!("publish {} {error}", message.stream)) {
                        self.publishing_fails.store(true, Ordering::Relaxed);
                        let stream = &message.stream;
                        warn!(stream, error, left_out = line.left_out, "publish failed, retrying");
                    }
                    tokio::time::sleep(backoff(failures, seed)).await;
                }
            }
        }
    }

    /// Records that processing of a suspect starts. Returns how often it started before, up to the maximum.
    ///
    /// Each start is a note in a stream, and nobody reads the notes. The message id of a note contains its
    /// number, so the stream reports a number that it already has as a duplicate.
    async fn record_start(&self, delivery: &B::Delivery) -> u64 {
        for starts in 0..MAX_STARTS {
            let note =
                dead_letter::start_note(delivery, starts + 1, self.stage.first_stage(), &self.topology);
            if let Ok(Stored { duplicate: false, .. }) = self.store(&note, delivery.sequence()).await {
                return starts;
            }
        }
        MAX_STARTS
    }

    /// Publishes the payload as a dead letter. Only then may the delivery be terminated.
    async fn set_aside(&self, delivery: &B::Delivery, reason: Reason) -> Settlement {
        let letter = dead_letter::dead_letter(
            delivery,
            &reason,
            self.stage.first_stage(),
            self.stage.identity().version,
            &self.topology,
            &clock::now_rfc3339(),
        );
        warn!(
            subject = delivery.subject(),
            sequence = delivery.sequence(),
            reason = reason.code.code(),
            error = reason.message,
            "article became a dead letter"
        );
        match self.store(&letter, delivery.sequence()).await {
            Ok(_) => {
                self.meter.set_aside(reason.code);
                Settlement::Terminate(reason.code.to_string())
            }
            // Streams of events leave room for the headers of a dead letter, so this happens only if the
            // server's limit was lowered meanwhile. The payload then stays in its stream.
            Err(TooLarge(_)) => Settlement::Retry(ACK_WAIT),
        }
    }
}

/// A message that does not fit through the bus, with the explanation.
struct TooLarge(String);

/// Renews the ack timeout of a delivery well before it runs out. Never resolves.
async fn keep_in_progress(delivery: &impl Delivery, ack_wait: Duration) -> Settlement {
    let mut ticks = interval(ack_wait / 3);
    ticks.tick().await;
    loop {
        ticks.tick().await;
        delivery.in_progress().await;
    }
}

/// Returns the headers that name the origin of the next event: its trace, its replay number, and this
/// delivery.
fn passed_on(delivery: &impl Delivery, span: &Span) -> headers::Headers {
    let mut headers = span.headers();
    headers.extend(delivery.header(headers::REPLAY).map(|replay| (headers::REPLAY, replay.to_owned())));
    headers.push((headers::INPUT_SUBJECT, delivery.subject().to_owned()));
    headers.push((headers::INPUT_SEQUENCE, delivery.sequence().to_string()));
    headers.push((headers::DELIVERIES, delivery.attempt().to_string()));
    headers
}
