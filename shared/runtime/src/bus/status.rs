//! What is in the streams, what waits, what was set aside.

use std::collections::BTreeMap;

use futures_util::TryStreamExt;
use messages::{StageName, subjects::Lane};
use serde::Serialize;

use super::{Bus, BusError, connect::with_sources};
use crate::topology::{self, DEAD};

/// A look at the whole pipeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Status {
    /// Every stream, in the order articles pass them.
    pub streams: Vec<StreamStatus>,
    /// Every consumer, in the order articles pass them.
    pub consumers: Vec<ConsumerStatus>,
    /// Dead letters by stage and reason.
    pub dead: Vec<DeadCount>,
    /// Deliveries that the server gave up without a dead letter. None, unless a worker is broken.
    pub given_up: usize,
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
    /// Deliveries so far, repeated ones included.
    pub delivered: u64,
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
    /// How many of them were replayed.
    pub replayed: usize,
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
        Ok(Status { streams, consumers, dead: self.dead_counts().await?, given_up: self.given_up().await? })
    }

    /// The server notes on a stream of their own when a delivery was the last one and nobody settled it.
    async fn given_up(&self) -> Result<usize, BusError> {
        let notes = "$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.>";
        let stream = self.stream(&self.topology.stream(topology::ADVISORIES)).await?;
        let server = |error: &dyn std::error::Error| BusError::Server(with_sources(error));
        let subjects = stream.info_with_subjects(notes).await.map_err(|error| server(&error))?;
        let counts: BTreeMap<String, usize> = subjects.try_collect().await.map_err(|error| server(&error))?;
        Ok(counts.values().sum())
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
            delivered: info.delivered.consumer_sequence,
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
        Ok(self.by_reason(&counts))
    }

    /// A dead letter and each note on one have a subject: `<stage>.<reason>` and `<stage>.<reason>.replayed.<n>`.
    fn by_reason(&self, counts: &BTreeMap<String, usize>) -> Vec<DeadCount> {
        let mut by_reason: BTreeMap<(&str, &str), DeadCount> = BTreeMap::new();
        for (subject, articles) in counts {
            let Some(subject) = self.topology.subjects().parse_dead(subject) else { continue };
            let (stage, reason) = (subject.stage, subject.reason);
            let count = by_reason.entry((stage, reason)).or_insert_with(|| DeadCount {
                stage: stage.to_owned(),
                reason: reason.to_owned(),
                articles: 0,
                replayed: 0,
            });
            match subject.note_on {
                None => count.articles += articles,
                // A dead letter may have been replayed several times.
                Some(_) => count.replayed += 1,
            }
        }
        by_reason.into_values().collect()
    }
}

impl Status {
    /// Dead letters that were not replayed.
    pub fn dead_articles(&self) -> usize {
        self.dead.iter().map(|count| count.articles.saturating_sub(count.replayed)).sum()
    }

    /// Articles that some stage still has to deal with.
    pub fn unfinished(&self) -> u64 {
        self.consumers.iter().map(|consumer| consumer.pending + consumer.in_flight as u64).sum()
    }
}
