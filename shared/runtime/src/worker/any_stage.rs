//! A stage with its event types erased.

use std::sync::{Arc, OnceLock};

use bytes::Bytes;
use messages::{Event, Stage, StageIdentity, StageName, headers, subjects::Lane};

use super::decision::Processed;
use crate::{broker::Outgoing, clock, topology::Topology};

/// A stage that takes the bytes of one event and makes the message of the next.
///
/// The worker loop holds its stage as this trait, so the loop and its futures are compiled once, not once for
/// each stage. Every [`Stage`] implements it.
pub trait AnyStage: Send + Sync + 'static {
    /// Returns the stage's identity.
    fn identity(&self) -> &StageIdentity;

    /// Returns the first stage that this one runs.
    fn first_stage(&self) -> StageName;

    /// Decodes the payload, runs the stage, and encodes the next event.
    fn run(&self, job: &Job) -> Processed<Outgoing>;
}

/// One payload to process, with what the message of the next event needs.
#[derive(Debug)]
pub struct Job {
    /// The payload of the delivery.
    pub payload: Bytes,
    /// The lane of the delivery, on which the next event is published.
    pub lane: Lane,
    /// The streams and subjects of the pipeline.
    pub topology: Arc<Topology>,
    /// The headers that the delivery passes on to the next event.
    pub passed_on: headers::Headers,
    /// The article's id, set as soon as the payload is decoded.
    pub article: OnceLock<String>,
}

impl<S: Stage> AnyStage for S {
    fn identity(&self) -> &StageIdentity {
        Stage::identity(self)
    }

    fn first_stage(&self) -> StageName {
        Stage::first_stage(self)
    }

    fn run(&self, job: &Job) -> Processed<Outgoing> {
        let input = match S::Input::decode(&job.payload) {
            Ok(input) => input,
            Err(error) => return Processed::Undecodable(error),
        };
        job.article.get_or_init(|| input.article().id.clone());
        match self.process(input) {
            Ok(event) => Processed::Made(outgoing(Stage::identity(self), &event, job)),
            Err(rejection) => Processed::Rejected(rejection),
        }
    }
}

/// Builds the message that carries `event`.
fn outgoing<E: Event>(identity: &StageIdentity, event: &E, job: &Job) -> Outgoing {
    let mut id = headers::message_id(event.article(), identity.stage);
    let replay = job.passed_on.iter().find(|(name, _)| *name == headers::REPLAY);
    if let Some(count) = replay.and_then(|(_, count)| count.parse().ok()) {
        id = headers::replayed_message_id(&id, count);
    }
    let source = format!("wiredesk/{}", identity.stage.worker());
    let mut headers = headers::cloud_event(event, &id, &source, &clock::now_rfc3339());
    headers.push((headers::VERSION, identity.version.to_owned()));
    headers.extend(job.passed_on.iter().cloned());
    Outgoing {
        stream: job.topology.stream(E::NAME),
        subject: job.topology.subjects().event::<E>(job.lane, event.language()),
        headers,
        payload: Bytes::from(event.encode()),
    }
}
