//! What is in the streams, what waits, what was set aside.

use std::collections::BTreeMap;

use futures_util::TryStreamExt;
use messages::{StageName, subjects::Lane};
use serde::Serialize;

use super::{Bus, BusError, connect::with_sources};
use crate::topology::DEAD;

/// A look at the whole pipeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Status {
    /// Every stream, in the order articles pass them.
    pub streams: Vec<StreamStatus>,
    /// Every consumer, in the order articles pass them.
    pub consumers: Vec<ConsumerStatus>,
    /// Dead letters by stage and reason.
    pub dead: Vec<DeadCount>,
}

/// One stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StreamStatus {
    /// Its name.
    pub name: String,
    /// Messages in it.
    pub messages: u64,
    /// Their size in bytes.
    pub bytes: u64,
    /// Size at which it refuses more, in bytes; -1 for no limit.
    pub max_bytes: i64,
}

/// One consumer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConsumerStatus {
    /// The stage it feeds.
    pub stage: StageName,
    /// The lane it serves.
    pub lane: &'static str,
    /// Its name.
    pub name: String,
    /// Messages not delivered yet.
    pub pending: u64,
    /// Messages delivered and not settled yet.
    pub in_flight: usize,
    /// Messages among those that were delivered more than once.
    pub redelivered: usize,
    /// Pull requests of workers that wait for messages.
    pub waiting_pulls: usize,
}

/// Dead letters of one stage and reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeadCount {
    /// The stage that set them aside.
    pub stage: String,
    /// Why.
    pub reason: String,
    /// How many.
    pub articles: usize,
}

impl Bus {
    /// Looks at streams, consumers and dead letters.
    ///
    /// # Errors
    ///
    /// When a stream or consumer is missing.
    pub async fn status(&self) -> Result<Status, BusError> {
        let mut streams = Vec::new();
        for plan in self.topology.streams() {
            let stream = self.stream(&plan.name).await?;
            let info = stream.cached_info();
            streams.push(StreamStatus {
                name: plan.name,
                messages: info.state.messages,
                bytes: info.state.bytes,
                max_bytes: info.config.max_bytes,
            });
        }
        let mut consumers = Vec::new();
        for stage in StageName::ALL {
            for lane in Lane::ALL {
                consumers.push(self.consumer_status(stage, lane).await?);
            }
        }
        Ok(Status { streams, consumers, dead: self.dead_counts().await? })
    }

    async fn consumer_status(&self, stage: StageName, lane: Lane) -> Result<ConsumerStatus, BusError> {
        let plan = self.topology.consumer(stage, lane);
        let stream = self.stream(&plan.stream).await?;
        let info = stream
            .consumer_info(&plan.name)
            .await
            .map_err(|_| BusError::NotSetUp(format!("consumer {} of stream {}", plan.name, plan.stream)))?;
        Ok(ConsumerStatus {
            stage,
            lane: lane.as_str(),
            name: plan.name,
            pending: info.num_pending,
            in_flight: info.num_ack_pending,
            redelivered: info.num_redelivered,
            waiting_pulls: info.num_waiting,
        })
    }

    /// The dead subjects end in `<stage>.<reason>`, and the server counts messages by subject.
    async fn dead_counts(&self) -> Result<Vec<DeadCount>, BusError> {
        let stream = self.stream(&self.topology.stream(DEAD)).await?;
        let server = |error: &dyn std::error::Error| BusError::Server(with_sources(error));
        let subjects = stream
            .info_with_subjects(self.topology.subjects().all_dead())
            .await
            .map_err(|error| server(&error))?;
        let counts: BTreeMap<String, usize> = subjects.try_collect().await.map_err(|error| server(&error))?;
        let split = |(subject, articles): (String, usize)| {
            let mut tokens = subject.rsplit('.').map(str::to_owned);
            let (reason, stage) = (tokens.next()?, tokens.next()?);
            Some(DeadCount { stage, reason, articles })
        };
        Ok(counts.into_iter().filter_map(split).collect())
    }
}

impl Status {
    /// Dead letters in all.
    pub fn dead_articles(&self) -> usize {
        self.dead.iter().map(|count| count.articles).sum()
    }

    /// Articles that some stage still has to deal with.
    pub fn unfinished(&self) -> u64 {
        self.consumers.iter().map(|consumer| consumer.pending + consumer.in_flight as u64).sum()
    }
}
