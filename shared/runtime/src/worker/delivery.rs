//! The life of one delivery: process, publish, settle.

use std::{
    pin::pin,
    sync::{Arc, OnceLock},
};

use messages::{headers, subjects::Lane};
use tokio::{sync::OwnedSemaphorePermit, time::timeout};
use tracing::{debug, error, warn};

use super::{
    any_stage::Job,
    decision::{Decision, Processed, Reason, after_processing, before_processing, is_suspect},
    error::WorkerError,
    set_aside::{Ended, TooLarge},
    state::{RETURN, Worker},
    threads::{Ran, ReservedThread},
    unreadable::fault_in,
    waiting::{self, Waiting},
};
use crate::{
    backoff::backoff,
    broker::{Broker, Delivery, Outgoing, PublishError, RETURNED, Settlement, Stored},
    causes::with_causes,
    meter::PUBLISHED,
    spans::Span,
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
        let (ended, turn) = tokio::select! {
            biased;
            ended = work => ended,
            () = self.renew_until_returning(&delivery) => (Ended::Settled(Settlement::Retry(RETURNED)), None),
        };
        match ended {
            Ended::Settled(settlement) => self.settle(delivery, lane, span, settlement).await,
            Ended::Waits(reason, letter) => {
                let waiting = Waiting { delivery, letter, reason, lane, span };
                if let Err(waiting) = self.waiting.enter(waiting) {
                    let Waiting { delivery, span, .. } = *waiting;
                    self.settle(delivery, lane, span, Settlement::Retry(waiting::RETURNED)).await;
                }
            }
        }
        if turn.is_some() {
            // The next suspect may crash this process. The server must know the outcome of this one before
            // that.
            drop(timeout(RETURN, self.broker.flush()).await);
        }
        drop(turn);
        self.count_settled(lane);
        drop(permit);
    }

    /// Restarts the ack timeout of a delivery with each tick. Resolves when deliveries in flight are returned.
    async fn renew_until_returning(&self, delivery: &B::Delivery) {
        loop {
            let mut tick = pin!(self.ticks.notified());
            tick.as_mut().enable();
            if self.is_returning() {
                return;
            }
            tick.await;
            if !self.is_returning() {
                delivery.in_progress().await;
            }
        }
    }

    /// Settles a delivery and counts its outcome.
    pub(super) async fn settle(&self, delivery: B::Delivery, lane: Lane, span: Span, settlement: Settlement) {
        let outcome = match &settlement {
            Settlement::Acknowledge => PUBLISHED,
            Settlement::Retry(_) => "handed_back",
            Settlement::Terminate(_) => "dead",
        };
        delivery.settle(settlement).await;
        self.advance();
        self.meter.settled(lane, outcome);
        span.end(outcome);
        self.heartbeat.beat();
    }

    async fn work_on(&self, delivery: &B::Delivery, lane: Lane, span: &Span) -> Ended {
        let attempt = delivery.attempt();
        if let Some(block) = delivery.unreadable_headers() {
            return Box::pin(self.set_aside(delivery, Reason::unreadable_headers(&fault_in(block)), None))
                .await;
        }
        // A suspect gets its thread before its start is recorded. Otherwise a crash that another article
        // causes while it waits would count against it.
        let reserved = if is_suspect(attempt) { self.threads.reserve().await } else { None };
        let start = if reserved.is_some() { Some(Box::pin(self.record_start(delivery)).await) } else { None };
        let unfinished = start.map_or(0, |start| start.unfinished);
        if let Some(reason) = before_processing(attempt, unfinished) {
            return Box::pin(self.set_aside(delivery, reason, None)).await;
        }
        let processed = self.process(delivery, lane, span, reserved).await;
        match after_processing(processed, attempt, delivery.sequence()) {
            Decision::Publish(next) => match self.store(&next, delivery.sequence()).await {
                Ok(stored) => {
                    debug!(sequence = stored.sequence, duplicate = stored.duplicate, "published");
                    self.meter.published(&next.subject, stored.duplicate);
                    self.record_last_end(delivery, start).await;
                    Ended::Settled(Settlement::Acknowledge)
                }
                Err(TooLarge(error)) => {
                    Box::pin(self.set_aside(delivery, Reason::too_large(error), start)).await
                }
            },
            Decision::Retry(wait) => {
                warn!(sequence = delivery.sequence(), attempt, "stage failed, retrying");
                Ended::Settled(Settlement::Retry(wait))
            }
            Decision::SetAside(reason) => Box::pin(self.set_aside(delivery, reason, start)).await,
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
            topology: Arc::clone(&self.topology),
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
        self.advance();
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
            Ran::Lost => {
                self.fail(WorkerError::ThreadsLost);
                Processed::Lost
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
    pub(super) async fn store(&self, message: &Outgoing, seed: u64) -> Result<Stored, TooLarge> {
        let mut failures = 0;
        loop {
            match self.broker.publish(message).await {
                Ok(stored) => {
                    self.stored(message);
                    return Ok(stored);
                }
                Err(error @ PublishError::TooLarge(_)) => return Err(TooLarge(with_causes(&error))),
                Err(error @ PublishError::Unavailable(..)) => {
                    failures += 1;
                    self.refused(&error, message);
                    tokio::time::sleep(backoff(failures, seed)).await;
                }
            }
        }
    }

    /// Records that the bus stored a message.
    pub(super) fn stored(&self, message: &Outgoing) {
        let (stream, subject) = (&message.stream, &message.subject);
        self.standstills.clear(|known| known.is_over_once_stored(stream, subject));
    }

    /// Records that the bus did not store a message.
    pub(super) fn refused(&self, error: &PublishError, message: &Outgoing) {
        self.heartbeat.beat();
        self.advance();
        if let PublishError::Unavailable(obstacle, _) = error {
            self.standstills.report(*obstacle, format!("stream {}", message.stream), &with_causes(error));
        }
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
