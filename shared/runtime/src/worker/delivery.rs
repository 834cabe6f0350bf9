//! The life of one delivery: process, publish, settle.

use std::{
    sync::{Arc, OnceLock, atomic::Ordering},
    time::Duration,
};

use bytes::Bytes;
use messages::{Event, Stage, headers, subjects::Lane};
use tokio::{
    sync::OwnedSemaphorePermit,
    time::{interval, timeout},
};
use tracing::{debug, error, info, warn};

use super::{
    LEAVE, Phase, Worker, WorkerError, dead_letter,
    decision::{Decision, Processed, Reason, after_processing, before_processing, is_suspect},
    threads::{Ran, Seat},
};
use crate::{
    backoff::backoff,
    broker::{Broker, Delivery, HANDED_BACK, Outgoing, PublishError, Settlement, Stored},
    clock,
    spans::Span,
    topology::{self, ACK_WAIT, MAX_BEGINNINGS},
};

impl<S: Stage, B: Broker> Worker<S, B> {
    /// Works on one delivery and settles it.
    pub(super) async fn handle(
        self: Arc<Self>,
        delivery: B::Delivery,
        lane: Lane,
        place: OwnedSemaphorePermit,
    ) {
        self.note_at_work(lane, true);
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
            () = self.reached(Phase::Leaving) => (Settlement::Retry(HANDED_BACK), None),
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
        self.pulse.beat();
        if turn.is_some() {
            // Whatever the next suspect does to this process, what became of this one is known.
            drop(timeout(LEAVE, self.broker.flush()).await);
        }
        drop(turn);
        self.note_at_work(lane, false);
        drop(place);
    }

    async fn work_on(&self, delivery: &B::Delivery, lane: Lane, span: &Span) -> Settlement {
        let attempt = delivery.attempt();
        // A suspect has its thread before its beginning is noted: what others do to this process while it waits is none
        // of its doing.
        let seat = if is_suspect(attempt) { self.threads.seat().await } else { None };
        let began = if seat.is_some() { self.note_beginning(delivery).await } else { 0 };
        if let Some(reason) = before_processing(attempt, began) {
            return self.set_aside(delivery, reason).await;
        }
        let processed = self.process(delivery, lane, span, seat).await;
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
                warn!(sequence = delivery.sequence(), attempt, "the stage failed, trying once more");
                Settlement::Retry(wait)
            }
            Decision::SetAside(reason) => self.set_aside(delivery, reason).await,
        }
    }

    /// Decodes, runs the stage and encodes, on a thread of its own: all three are work for a core.
    ///
    /// A thread that does not come back in its time is lost; nothing can end it but the process.
    async fn process(
        &self,
        delivery: &B::Delivery,
        lane: Lane,
        span: &Span,
        seat: Option<Seat>,
    ) -> Processed<Outgoing> {
        let stage = Arc::clone(&self.stage);
        let topology = self.topology.clone();
        let payload = delivery.payload().clone();
        let carried = carried_on(delivery, span);
        let article = Arc::new(OnceLock::new());
        let id = Arc::clone(&article);
        let work = move || {
            let input = match S::Input::decode(&payload) {
                Ok(input) => input,
                Err(error) => return Processed::Undecodable(error),
            };
            id.get_or_init(|| input.article().id.clone());
            match stage.process(input) {
                Ok(event) => Processed::Made(outgoing(&*stage, &event, lane, &topology, carried)),
                Err(rejection) => Processed::Rejected(rejection),
            }
        };
        let budget = self.capacity.budget;
        let ran = match seat {
            Some(seat) => seat.run(budget, work).await,
            None => self.threads.run(budget, work).await,
        };
        match ran {
            Ran::Done(processed, took) => {
                self.meter.processed(took);
                processed
            }
            Ran::Panicked => Processed::Panicked,
            Ran::TimedOut => {
                self.meter.processed(self.capacity.budget);
                self.lose_a_thread(delivery, article.get().cloned().unwrap_or_default());
                Processed::TimedOut
            }
        }
    }

    /// A thread hangs in the stage: the worker finishes what the other threads have and ends.
    fn lose_a_thread(&self, delivery: &B::Delivery, article: String) {
        let (subject, sequence) = (delivery.subject().to_owned(), delivery.sequence());
        error!(article_id = article, subject, sequence, "the stage ran out of its time, this worker ends");
        self.fail(WorkerError::TimedOut { article, subject, sequence });
    }

    /// Publishes until the bus has confirmed it.
    ///
    /// A bus that is full or out of reach is no fault of the article: it keeps its place in flight,
    /// which is what holds the worker back from pulling more, and costs the article no delivery.
    async fn store(&self, message: &Outgoing, seed: u64) -> Result<Stored, TooLarge> {
        let mut failures = 0;
        loop {
            match self.broker.publish(message).await {
                Ok(stored) => {
                    if self.publishing_fails.swap(false, Ordering::Relaxed) {
                        info!("publishing again");
                    }
                    return Ok(stored);
                }
                Err(PublishError::TooLarge(error)) => return Err(TooLarge(error)),
                Err(PublishError::Unavailable(error)) => {
                    failures += 1;
                    self.pulse.beat();
                    // Said once for all that is in flight.
                    if !self.publishing_fails.swap(true, Ordering::Relaxed) {
                        warn!(error, "cannot publish, trying until it works");
                    }
                    tokio::time::sleep(backoff(failures, seed)).await;
                }
            }
        }
    }

    /// Notes that a suspect begins; how often it began before, up to as often as it may.
    ///
    /// Nobody reads the notes: the stream knows the message id of each that it has, and says so.
    async fn note_beginning(&self, delivery: &B::Delivery) -> u64 {
        for began in 0..MAX_BEGINNINGS {
            let note = dead_letter::beginning(delivery, began + 1, self.stage.first_stage(), &self.topology);
            if let Ok(Stored { duplicate: false, .. }) = self.store(&note, delivery.sequence()).await {
                return began;
            }
        }
        MAX_BEGINNINGS
    }

    /// Publishes the payload as a dead letter; only then may the delivery be terminated.
    async fn set_aside(&self, delivery: &B::Delivery, reason: Reason) -> Settlement {
        let letter = dead_letter::letter(
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
            "article set aside"
        );
        match self.store(&letter, delivery.sequence()).await {
            Ok(_) => {
                self.meter.set_aside(reason.code);
                Settlement::Terminate(reason.code.to_string())
            }
            // Streams take only what leaves room for this letter, unless the server's limit was lowered
            // meanwhile. Keep the payload where it is.
            Err(TooLarge(_)) => Settlement::Retry(ACK_WAIT),
        }
    }
}

/// The message does not fit through the bus.
struct TooLarge(String);

/// Asks for another ack wait well before each runs out, for ever.
async fn keep_in_progress(delivery: &impl Delivery, ack_wait: Duration) -> Settlement {
    let mut ticks = interval(ack_wait / 3);
    ticks.tick().await;
    loop {
        ticks.tick().await;
        delivery.in_progress().await;
    }
}

/// The headers that tell where the next event comes from: its trace, which replay it is, and this delivery.
fn carried_on(delivery: &impl Delivery, span: &Span) -> headers::Headers {
    let mut headers = span.headers();
    headers.extend(delivery.header(headers::REPLAY).map(|replay| (headers::REPLAY, replay.to_owned())));
    headers.push((headers::INPUT_SUBJECT, delivery.subject().to_owned()));
    headers.push((headers::INPUT_SEQUENCE, delivery.sequence().to_string()));
    headers.push((headers::DELIVERIES, delivery.attempt().to_string()));
    headers
}

/// The message that carries `event`.
fn outgoing<S: Stage>(
    stage: &S,
    event: &S::Output,
    lane: Lane,
    topology: &topology::Topology,
    carried: headers::Headers,
) -> Outgoing {
    let identity = stage.identity();
    let mut id = headers::message_id(event.article(), identity.stage, &identity.model);
    let replay = carried.iter().find(|(name, _)| *name == headers::REPLAY);
    if let Some(count) = replay.and_then(|(_, count)| count.parse().ok()) {
        id = headers::replayed_message_id(&id, count);
    }
    let source = format!("wiredesk/{}", identity.stage.worker());
    let mut headers = headers::cloud_event(event, &id, &source, &clock::now_rfc3339());
    headers.push((headers::VERSION, identity.version.to_owned()));
    headers.extend(carried);
    Outgoing {
        stream: topology.stream(S::Output::NAME),
        subject: topology.subjects().event::<S::Output>(lane, event.language()),
        headers,
        payload: Bytes::from(event.encode()),
    }
}
