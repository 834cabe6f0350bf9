//! The status of a pipeline: what its streams hold, what waits, and the dead letters.

use std::collections::BTreeMap;

use futures_util::TryStreamExt;
use messages::{StageName, subjects::Lane};
use serde::Serialize;

use super::{
    client::{Bus, BusError},
    look::paused_until,
};
use crate::topology::{self, DEAD};

/// The status of the whole pipeline.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize)]
pub struct Status {
    /// All streams, in the order in which articles pass them.
    pub streams: Vec<StreamStatus>,
    /// All consumers, in the order in which articles pass them.
    pub consumers: Vec<ConsumerStatus>,
    /// Dead letters by stage and reason.
    pub dead: Vec<DeadCount>,
    /// The number of deliveries that the server gave up without a dead letter. It is zero unless a worker is
    /// broken.
    pub given_up: usize,
}

/// What could be found out about a pipeline, part of which may be missing.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize)]
pub struct PartialStatus {
    /// The status of the streams and consumers that exist.
    #[serde(flatten)]
    pub status: Status,
    /// The streams and consumers that do not exist, with their kinds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
}

impl PartialStatus {
    /// Returns the value, unless what it is about does not exist.
    fn note<T>(&mut self, found: Result<T, BusError>) -> Result<Option<T>, BusError> {
        match found {
            Ok(value) => Ok(Some(value)),
            Err(BusError::NotSetUp(names)) => {
                for name in names {
                    if !self.missing.contains(&name) {
                        self.missing.push(name);
                    }
                }
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }
}

/// The status of one stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StreamStatus {
    /// The name.
    pub name: String,
    /// The number of stored messages.
    pub messages: u64,
    /// The size of the stored messages in bytes.
    pub bytes: u64,
    /// The size at which it refuses new messages, in bytes; -1 for no limit.
    pub max_bytes: i64,
    /// Whether it refuses messages when it is full. Streams of notes drop their oldest ones instead.
    #[serde(skip)]
    pub refuses_when_full: bool,
}

/// The status of one consumer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConsumerStatus {
    /// The stage that it serves.
    pub stage: StageName,
    /// The lane that it serves.
    pub lane: &'static str,
    /// The name.
    pub name: String,
    /// The number of deliveries so far, including repeated ones.
    pub delivered: u64,
    /// The number of messages that are not delivered yet.
    pub pending: u64,
    /// The number of messages that are delivered and not settled yet.
    pub in_flight: usize,
    /// The number of messages in flight that were delivered more than once.
    pub redelivered: usize,
    /// The number of pull requests of workers that wait for messages.
    pub waiting_pulls: usize,
    /// The time until which it is paused, as RFC 3339. `None` if it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paused_until: Option<String>,
}

/// The number of dead letters of one stage and reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DeadCount {
    /// The stage in which the articles became dead letters.
    pub stage: String,
    /// The code of the reason.
    pub reason: String,
    /// The number of articles.
    pub articles: usize,
    /// The number of articles that were replayed.
    pub replayed: usize,
}

impl Bus {
    /// Reads the status of streams, consumers and dead letters.
    ///
    /// # Errors
    ///
    /// When the server does not answer, or when streams or consumers are missing. The error names all of them.
    pub async fn status(&self) -> Result<Status, BusError> {
        let PartialStatus { status, missing } = self.partial_status().await?;
        if missing.is_empty() { Ok(status) } else { Err(BusError::NotSetUp(missing)) }
    }

    /// Reads the status of the streams and consumers that exist, and notes those that do not.
    ///
    /// # Errors
    ///
    /// When the server does not answer.
    pub async fn partial_status(&self) -> Result<PartialStatus, BusError> {
        let mut partial = PartialStatus::default();
        let always = self.topology.streams().into_iter().map(|plan| (plan, true));
        let optional = self.topology.optional_streams().into_iter().map(|plan| (plan, false));
        for (plan, is_needed) in always.chain(optional) {
            let found = match self.stream(&plan.name).await {
                Err(BusError::NotSetUp(_)) if !is_needed => continue,
                found => found,
            };
            let Some(stream) = partial.note(found)? else { continue };
            let info = stream.cached_info();
            partial.status.streams.push(StreamStatus {
                name: plan.name,
                messages: info.state.messages,
                bytes: info.state.bytes,
                max_bytes: info.config.max_bytes,
                refuses_when_full: plan.refuses_when_full,
            });
        }
        for stage in StageName::ALL {
            for lane in Lane::ALL {
                let consumer = partial.note(self.consumer_status(stage, lane).await)?;
                partial.status.consumers.extend(consumer);
            }
        }
        partial.status.dead = partial.note(self.dead_counts().await)?.unwrap_or_default();
        partial.status.given_up = partial.note(self.given_up().await)?.unwrap_or_default();
        Ok(partial)
    }

    /// Counts the deliveries that the server gave up. It publishes an advisory for each, which a stream
    /// stores.
    async fn given_up(&self) -> Result<usize, BusError> {
        let advisories = "$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.>";
        let stream = self.stream(&self.topology.stream(topology::ADVISORIES)).await?;
        let subjects = stream.info_with_subjects(advisories).await.map_err(BusError::server)?;
        let counts: BTreeMap<String, usize> = subjects.try_collect().await.map_err(BusError::server)?;
        Ok(counts.values().sum())
    }

    async fn consumer_status(&self, stage: StageName, lane: Lane) -> Result<ConsumerStatus, BusError> {
        let plan = self.topology.consumer(stage, lane);
        let stream = self.stream(&plan.stream).await?;
        let info = stream.consumer_info(&plan.name).await;
        let info = info.map_err(|error| BusError::of_consumer(&plan.stream, &plan.name, error))?;
        Ok(ConsumerStatus {
            stage,
            lane: lane.as_str(),
            name: plan.name,
            paused_until: paused_until(&info),
            delivered: info.delivered.consumer_sequence,
            pending: info.num_pending,
            in_flight: info.num_ack_pending,
            redelivered: info.num_redelivered,
            waiting_pulls: info.num_waiting,
        })
    }

    /// Counts dead letters. Their subjects end in `<stage>.<reason>`, and the server counts messages by
    /// subject.
    ///
    /// # Errors
    ///
    /// When their stream is missing or the server does not answer.
    pub async fn dead_counts(&self) -> Result<Vec<DeadCount>, BusError> {
        let stream = self.stream(&self.topology.stream(DEAD)).await?;
        let filter = self.topology.subjects().all_dead();
        let subjects = stream.info_with_subjects(filter).await.map_err(BusError::server)?;
        let counts: BTreeMap<String, usize> = subjects.try_collect().await.map_err(BusError::server)?;
        Ok(self.by_reason(&counts))
    }

    /// Groups the counts by stage and reason. A dead letter's subject ends in `<stage>.<reason>`, and that of
    /// a note in `<stage>.<reason>.replayed.<n>`.
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
                // Several replays of one letter have one subject, so the subject counts once.
                Some(_) => count.replayed += 1,
            }
        }
        by_reason.into_values().collect()
    }
}

impl Status {
    /// Returns the number of dead letters that were not replayed.
    pub fn dead_articles(&self) -> usize {
        self.dead.iter().map(|count| count.articles.saturating_sub(count.replayed)).sum()
    }

    /// Returns the number of articles that a stage still has to settle.
    pub fn unfinished(&self) -> u64 {
        self.consumers.iter().map(|consumer| consumer.pending + consumer.in_flight as u64).sum()
    }
}
