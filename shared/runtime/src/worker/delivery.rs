//! The life of one delivery: process, publish, settle.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use bytes::Bytes;
use messages::{Event, Stage, headers, subjects::Lane};
use tokio::{sync::OwnedSemaphorePermit, task::spawn_blocking, time::interval};
use tracing::{debug, info, warn};

use super::{
    Phase, Worker, dead_letter,
    decision::{Decision, Processed, Reason, after_processing, before_processing},
};
use crate::{
    backoff::backoff,
    broker::{Broker, Delivery, Outgoing, PublishError, Settlement, Stored},
    clock,
    topology::{self, ACK_WAIT},
};

/// The wait before a delivery that a leaving worker hands back comes again: time enough for another
/// worker to have taken its place.
const HANDED_BACK: Duration = Duration::from_millis(200);

impl<S: Stage, B: Broker> Worker<S, B> {
    /// Works on one delivery and settles it.
    pub(super) async fn handle(
        self: Arc<Self>,
        delivery: B::Delivery,
        lane: Lane,
        place: OwnedSemaphorePermit,
    ) {
        self.note_at_work(lane, true);
        let settlement = tokio::select! {
            biased;
            settlement = self.work_on(&delivery, lane) => settlement,
            () = self.reached(Phase::Leaving) => Settlement::Retry(HANDED_BACK),
            never = keep_in_progress(&delivery) => never,
        };
        delivery.settle(settlement).await;
        self.note_at_work(lane, false);
        drop(place);
    }

    async fn work_on(&self, delivery: &B::Delivery, lane: Lane) -> Settlement {
        let attempt = delivery.attempt();
        if let Some(reason) = before_processing(attempt) {
            return self.set_aside(delivery, reason).await;
        }
        let processed = self.process(delivery, lane).await;
        match after_processing(processed, attempt, delivery.sequence()) {
            Decision::Publish(next) => match self.store(next, delivery.sequence()).await {
                Ok(stored) => {
                    debug!(sequence = stored.sequence, duplicate = stored.duplicate, "published");
                    Settlement::Acknowledge
                }
                Err(TooLarge(error)) => self.set_aside(delivery, Reason::too_large(error)).await,
            },
            Decision::Retry(wait) => {
                warn!(sequence = delivery.sequence(), attempt, "the stage panicked, trying once more");
                Settlement::Retry(wait)
            }
            Decision::SetAside(reason) => self.set_aside(delivery, reason).await,
        }
    }

    /// Decodes, runs the stage and encodes, on a thread of its own: all three are work for a core.
    async fn process(&self, delivery: &B::Delivery, lane: Lane) -> Processed<Outgoing> {
        let Ok(_thread) = self.threads.acquire().await else { return Processed::Panicked };
        let stage = Arc::clone(&self.stage);
        let topology = self.topology.clone();
        let payload = delivery.payload().clone();
        let trace = trace_context(delivery);
        let work = spawn_blocking(move || {
            let input = match S::Input::decode(&payload) {
                Ok(input) => input,
                Err(error) => return Processed::Undecodable(error),
            };
            match stage.process(input) {
                Ok(event) => Processed::Made(outgoing(&*stage, &event, lane, &topology, trace)),
                Err(rejection) => Processed::Rejected(rejection),
            }
        });
        work.await.unwrap_or(Processed::Panicked)
    }

    /// Publishes until the bus has confirmed it.
    ///
    /// A bus that is full or out of reach is no fault of the article: it keeps its place in flight,
    /// which is what holds the worker back from pulling more, and costs the article no delivery.
    async fn store(&self, message: Outgoing, seed: u64) -> Result<Stored, TooLarge> {
        let mut failures = 0;
        loop {
            match self.broker.publish(message.clone()).await {
                Ok(stored) => {
                    if self.publishing_fails.swap(false, Ordering::Relaxed) {
                        info!("publishing again");
                    }
                    return Ok(stored);
                }
                Err(PublishError::TooLarge(error)) => return Err(TooLarge(error)),
                Err(PublishError::Unavailable(error)) => {
                    failures += 1;
                    // Said once for all that is in flight.
                    if !self.publishing_fails.swap(true, Ordering::Relaxed) {
                        warn!(error, "cannot publish, trying until it works");
                    }
                    tokio::time::sleep(backoff(failures, seed)).await;
                }
            }
        }
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
            reason = reason.code,
            error = reason.message,
            "article set aside"
        );
        match self.store(letter, delivery.sequence()).await {
            Ok(_) => Settlement::Terminate(reason.code.to_owned()),
            // Streams take only what leaves room for this letter, unless the server's limit was lowered
            // meanwhile. Keep the payload where it is.
            Err(TooLarge(_)) => Settlement::Retry(ACK_WAIT),
        }
    }
}

/// The message does not fit through the bus.
struct TooLarge(String);

/// Asks for another ack wait well before each runs out, for ever.
async fn keep_in_progress(delivery: &impl Delivery) -> Settlement {
    let mut ticks = interval(ACK_WAIT / 3);
    ticks.tick().await;
    loop {
        ticks.tick().await;
        delivery.in_progress().await;
    }
}

/// The headers of W3C trace context, as they came.
fn trace_context(delivery: &impl Delivery) -> headers::Headers {
    let carried = |name| delivery.header(name).map(|value| (name, value.to_owned()));
    headers::TRACE_CONTEXT.into_iter().filter_map(carried).collect()
}

/// The message that carries `event`.
fn outgoing<S: Stage>(
    stage: &S,
    event: &S::Output,
    lane: Lane,
    topology: &topology::Topology,
    trace: headers::Headers,
) -> Outgoing {
    let identity = stage.identity();
    let id = headers::message_id(event.article(), identity.stage, &identity.model);
    let source = format!("wiredesk/{}", identity.stage.worker());
    let mut headers = headers::cloud_event(event, &id, &source, &clock::now_rfc3339());
    headers.extend(trace);
    Outgoing {
        stream: topology.stream(S::Output::NAME),
        subject: topology.subjects().event::<S::Output>(lane, event.language()),
        headers,
        payload: Bytes::from(event.encode()),
    }
}
