//! A look at what the server says about a worker: why it cannot work, as far as the server knows.

use std::error::Error;

use async_nats::{
    connection::State,
    jetstream::{
        ErrorCode,
        consumer::Info,
        context::{
            ConsumerInfoError, ConsumerInfoErrorKind, GetStreamError, GetStreamErrorKind, RequestError,
            RequestErrorKind,
        },
    },
};
use futures_util::future::join_all;
use messages::{StageName, subjects::Lane};

use super::client::Bus;
use crate::{
    causes::Cause,
    clock,
    obstacle::Obstacle,
    standstill::Standstill,
    topology::{self, ConsumerPlan},
};

/// The obstacles that a look at the server finds, and whose end it finds as well.
pub(crate) const SEEN_BY_LOOKING: [Obstacle; 4] =
    [Obstacle::NoJetstream, Obstacle::StreamMissing, Obstacle::ConsumerMissing, Obstacle::Paused];

impl Bus {
    /// Looks for what hinders a worker that runs the stages from `first` to `last`.
    ///
    /// # Errors
    ///
    /// When the server does not answer.
    pub(crate) async fn look(&self, first: StageName, last: StageName) -> Result<Vec<Standstill>, Cause> {
        if self.client.connection_state() != State::Connected {
            return Ok(vec![Standstill::new(Obstacle::Disconnected, "")]);
        }
        let consumers = Lane::ALL.map(|lane| self.topology.consumer(first, lane));
        let streams =
            [last.output(), topology::DEAD, topology::SUSPECTS].map(|name| self.topology.stream(name));
        let (consumers, streams) = tokio::join!(
            join_all(consumers.iter().map(|plan| self.look_at_consumer(plan))),
            join_all(streams.iter().map(|name| self.look_at_stream(name))),
        );
        let mut found = Vec::new();
        for looked in consumers.into_iter().chain(streams) {
            found.extend(looked?);
        }
        found.dedup();
        Ok(found)
    }

    async fn look_at_consumer(&self, plan: &ConsumerPlan) -> Result<Option<Standstill>, Cause> {
        let stream = self.context.get_stream_no_info(&plan.stream).await?;
        match stream.consumer_info(&plan.name).await {
            Ok(info) => Ok(paused_until(&info).map(|until| {
                let what = format!("consumer {} of stream {} until {until}", plan.name, plan.stream);
                Standstill::new(Obstacle::Paused, what)
            })),
            Err(error) => without_consumer(&error, plan).map(Some).ok_or_else(|| error.into()),
        }
    }

    async fn look_at_stream(&self, name: &str) -> Result<Option<Standstill>, Cause> {
        match self.context.get_stream(name).await {
            Ok(_) => Ok(None),
            Err(error) => without_stream(&error, name).map(Some).ok_or_else(|| error.into()),
        }
    }

    /// Finds out why the server did not confirm a message for `stream`, of which the client knows only that
    /// nobody took it.
    pub(super) async fn why_not_taken(&self, stream: &str) -> Obstacle {
        match self.look_at_stream(stream).await {
            Ok(Some(standstill)) => standstill.reason,
            _ => Obstacle::Unconfirmed,
        }
    }
}

/// Returns the time until which a consumer is paused, as RFC 3339. Returns `None` if it is not paused, and
/// for a server before 2.11, which cannot pause.
pub(super) fn paused_until(info: &Info) -> Option<String> {
    if !info.paused {
        return None;
    }
    let until = info.config.pause_until;
    Some(clock::rfc3339(until.unwrap_or_else(|| clock::now() + info.pause_remaining.unwrap_or_default())))
}

/// Returns why the information on a consumer is missing, if that is certain.
fn without_consumer(error: &ConsumerInfoError, plan: &ConsumerPlan) -> Option<Standstill> {
    let ConsumerPlan { stream, name, .. } = plan;
    Some(match error.kind() {
        ConsumerInfoErrorKind::NotFound => {
            Standstill::new(Obstacle::ConsumerMissing, format!("consumer {name} of stream {stream}"))
        }
        ConsumerInfoErrorKind::StreamNotFound => {
            Standstill::new(Obstacle::StreamMissing, format!("stream {stream}"))
        }
        ConsumerInfoErrorKind::NoResponders => Standstill::new(Obstacle::NoJetstream, ""),
        ConsumerInfoErrorKind::JetStream(error) if is_off(error.error_code()) => {
            Standstill::new(Obstacle::NoJetstream, "")
        }
        _ => return None,
    })
}

/// Returns why the information on a stream is missing, if that is certain.
fn without_stream(error: &GetStreamError, stream: &str) -> Option<Standstill> {
    let no_responders = |request: &RequestError| request.kind() == RequestErrorKind::NoResponders;
    match error.kind() {
        GetStreamErrorKind::JetStream(reply) if reply.error_code() == ErrorCode::STREAM_NOT_FOUND => {
            Some(Standstill::new(Obstacle::StreamMissing, format!("stream {stream}")))
        }
        GetStreamErrorKind::JetStream(reply) if is_off(reply.error_code()) => {
            Some(Standstill::new(Obstacle::NoJetstream, ""))
        }
        _ => {
            let request = error.source().and_then(|source| source.downcast_ref::<RequestError>());
            request.is_some_and(no_responders).then(|| Standstill::new(Obstacle::NoJetstream, ""))
        }
    }
}

fn is_off(code: ErrorCode) -> bool {
    [ErrorCode::JETSTREAM_NOT_ENABLED, ErrorCode::JETSTREAM_NOT_ENABLED_FOR_ACCOUNT].contains(&code)
}
