//! Creating and verifying streams and consumers.
//!
//! What differs from the plan is found by a pure comparison; the rest carries it out.

use std::time::Duration;

use async_nats::jetstream::{
    consumer::{self, AckPolicy, pull},
    stream::{Compression, Config, DiscardPolicy, RetentionPolicy, StorageType},
};
use serde::Serialize;
use thiserror::Error;

use super::{Bus, BusError, connect::with_sources};
use crate::topology::{ACK_WAIT, ConsumerPlan, DUPLICATE_WINDOW, SERVER_GIVES_UP, StreamPlan};

/// What every message leaves free of the server's largest payload: room for the headers that tell the
/// story of a dead letter, so that whatever came in can be set aside.
const ROOM_FOR_STORY: usize = 64 << 10;
/// Largest size of a stream of notes, in bytes.
const NOTES_BYTES: u64 = 64 << 20;

/// What an operator decides about the streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetupOptions {
    /// Copies of each stream in a cluster.
    pub replicas: usize,
    /// Size at which a stream refuses more, in bytes.
    pub max_bytes: u64,
    /// Change retention and subjects of existing streams too.
    pub force: bool,
    /// Only say what would be done.
    pub dry_run: bool,
}

/// One thing that setup did, would do, or found in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "action")]
pub enum Change {
    /// It was there as planned.
    Unchanged {
        /// `stream` or `consumer` with its name.
        what: String,
    },
    /// It was not there.
    Created {
        /// `stream` or `consumer` with its name.
        what: String,
    },
    /// It was there and differed.
    Updated {
        /// `stream` or `consumer` with its name.
        what: String,
        /// Each difference: `max_age: 1h instead of 72h`.
        differences: Vec<String>,
    },
}

/// Why setup stopped.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SetupError {
    /// A change that can lose stored articles or strand consumers.
    #[error(
        "stream {stream} differs where a change is dangerous ({difference}). Look at it with `nats stream info {stream}`; `wiredesk setup --force` changes it all the same"
    )]
    Guarded {
        /// The stream.
        stream: String,
        /// What differs.
        difference: String,
    },
    /// The server refused or did not answer.
    #[error("{what}: {error}")]
    Server {
        /// What was being set up.
        what: String,
        /// What the server said.
        error: String,
    },
}

/// One difference between plan and server.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Difference {
    text: String,
    guarded: bool,
}

impl Bus {
    /// Creates what is missing, updates what differs, and tells each step as it is done.
    ///
    /// Running it again changes nothing. Retention and subjects of an existing stream change only with
    /// `force`; no stream is ever deleted.
    ///
    /// # Errors
    ///
    /// At the first stream or consumer that cannot be brought to plan.
    pub async fn set_up(
        &self,
        options: SetupOptions,
        mut told: impl FnMut(&Change),
    ) -> Result<Vec<Change>, SetupError> {
        let mut changes = Vec::new();
        for plan in self.topology.streams() {
            changes.push(self.set_up_stream(&plan, options).await?);
            changes.last().into_iter().for_each(&mut told);
        }
        for plan in self.topology.consumers() {
            changes.push(self.set_up_consumer(&plan, options).await?);
            changes.last().into_iter().for_each(&mut told);
        }
        Ok(changes)
    }

    async fn set_up_stream(&self, plan: &StreamPlan, options: SetupOptions) -> Result<Change, SetupError> {
        let what = format!("stream {}", plan.name);
        let refused = |error: &dyn std::error::Error| SetupError::Server {
            what: what.clone(),
            error: with_sources(error),
        };
        let wanted = stream_config(plan, options, self.max_payload());
        let mut found = match self.stream(&plan.name).await {
            Ok(stream) => stream.cached_info().config.clone(),
            Err(BusError::NotSetUp(_)) => {
                if !options.dry_run {
                    self.context.create_stream(wanted).await.map_err(|error| refused(&error))?;
                }
                return Ok(Change::Created { what });
            }
            Err(BusError::Server(error)) => return Err(SetupError::Server { what, error }),
        };
        let differences = stream_differences(&wanted, &found);
        if differences.is_empty() {
            return Ok(Change::Unchanged { what });
        }
        if let Some(difference) = differences.iter().find(|difference| difference.guarded)
            && !options.force
        {
            return Err(SetupError::Guarded {
                stream: plan.name.clone(),
                difference: difference.text.clone(),
            });
        }
        // What the plan does not speak of stays as the operator set it.
        bring_to_plan(&mut found, wanted);
        if !options.dry_run {
            self.context.update_stream(found).await.map_err(|error| refused(&error))?;
        }
        Ok(Change::Updated { what, differences: texts(differences) })
    }

    async fn set_up_consumer(
        &self,
        plan: &ConsumerPlan,
        options: SetupOptions,
    ) -> Result<Change, SetupError> {
        let what = format!("consumer {} of {}", plan.name, plan.stream);
        let refused = |error: String| SetupError::Server { what: what.clone(), error };
        let wanted = consumer_config(plan);
        let stream = match self.stream(&plan.stream).await {
            Ok(stream) => stream,
            Err(BusError::NotSetUp(_)) if options.dry_run => return Ok(Change::Created { what }),
            Err(error) => return Err(refused(error.to_string())),
        };
        let found = stream.get_consumer::<pull::Config>(&plan.name).await.ok();
        let Some(found) = found.map(|consumer| consumer.cached_info().config.clone()) else {
            if !options.dry_run {
                stream.create_consumer(wanted).await.map_err(|error| refused(with_sources(&error)))?;
            }
            return Ok(Change::Created { what });
        };
        let differences = consumer_differences(&wanted, &found);
        if differences.is_empty() {
            return Ok(Change::Unchanged { what });
        }
        if !options.dry_run {
            stream.update_consumer(wanted).await.map_err(|error| refused(with_sources(&error)))?;
        }
        Ok(Change::Updated { what, differences: texts(differences) })
    }
}

fn stream_config(plan: &StreamPlan, options: SetupOptions, max_payload: usize) -> Config {
    let largest_event = max_payload.saturating_sub(ROOM_FOR_STORY);
    Config {
        name: plan.name.clone(),
        description: Some(plan.description.to_owned()),
        subjects: plan.subjects.clone(),
        // Work-queue and interest streams forget the message ids of acknowledged messages when the
        // server restarts, and nobody can look into them or read them again.
        retention: RetentionPolicy::Limits,
        discard: if plan.refuses_when_full { DiscardPolicy::New } else { DiscardPolicy::Old },
        max_bytes: i64::try_from(most_bytes(plan, options)).unwrap_or(i64::MAX),
        max_message_size: if plan.takes_whole_payloads {
            -1
        } else {
            i32::try_from(largest_event).unwrap_or(i32::MAX)
        },
        max_age: plan.max_age,
        duplicate_window: DUPLICATE_WINDOW,
        storage: StorageType::File,
        compression: Some(Compression::S2),
        num_replicas: options.replicas,
        allow_direct: true,
        ..Config::default()
    }
}

/// Streams of notes need little room.
fn most_bytes(plan: &StreamPlan, options: SetupOptions) -> u64 {
    if plan.refuses_when_full { options.max_bytes } else { options.max_bytes.min(NOTES_BYTES) }
}

fn consumer_config(plan: &ConsumerPlan) -> pull::Config {
    pull::Config {
        durable_name: Some(plan.name.clone()),
        filter_subject: plan.filter.clone(),
        ack_policy: AckPolicy::Explicit,
        ack_wait: ACK_WAIT,
        max_deliver: i64::try_from(SERVER_GIVES_UP).unwrap_or(i64::MAX),
        max_ack_pending: plan.max_ack_pending,
        ..pull::Config::default()
    }
}

/// Sets what the plan speaks of, leaves the rest.
fn bring_to_plan(found: &mut Config, wanted: Config) {
    *found = Config {
        description: wanted.description,
        subjects: wanted.subjects,
        retention: wanted.retention,
        discard: wanted.discard,
        max_bytes: wanted.max_bytes,
        max_message_size: wanted.max_message_size,
        max_age: wanted.max_age,
        duplicate_window: wanted.duplicate_window,
        compression: wanted.compression,
        num_replicas: wanted.num_replicas,
        allow_direct: wanted.allow_direct,
        ..found.clone()
    };
}

fn stream_differences(wanted: &Config, found: &Config) -> Vec<Difference> {
    let mut differences = Differences::default();
    differences.guarded("subjects", &wanted.subjects, &found.subjects);
    differences.guarded("retention", &wanted.retention, &found.retention);
    differences.guarded("storage", &wanted.storage, &found.storage);
    differences.plain("discard", &wanted.discard, &found.discard);
    differences.plain("max_bytes", &wanted.max_bytes, &found.max_bytes);
    differences.plain("max_msg_size", &wanted.max_message_size, &found.max_message_size);
    differences.plain("max_age", &Age(wanted.max_age), &Age(found.max_age));
    differences.plain("duplicate_window", &Age(wanted.duplicate_window), &Age(found.duplicate_window));
    differences.plain("compression", &wanted.compression, &found.compression);
    differences.plain("num_replicas", &wanted.num_replicas, &found.num_replicas);
    differences.plain("allow_direct", &wanted.allow_direct, &found.allow_direct);
    differences.plain("description", &wanted.description, &found.description);
    differences.0
}

fn consumer_differences(wanted: &pull::Config, found: &consumer::Config) -> Vec<Difference> {
    let mut differences = Differences::default();
    differences.plain("filter_subject", &wanted.filter_subject, &found.filter_subject);
    differences.plain("ack_policy", &wanted.ack_policy, &found.ack_policy);
    differences.plain("ack_wait", &Age(wanted.ack_wait), &Age(found.ack_wait));
    differences.plain("max_deliver", &wanted.max_deliver, &found.max_deliver);
    differences.plain("max_ack_pending", &wanted.max_ack_pending, &found.max_ack_pending);
    differences.plain("backoff", &wanted.backoff, &found.backoff);
    differences.0
}

#[derive(Default)]
struct Differences(Vec<Difference>);

impl Differences {
    fn plain<T: PartialEq + std::fmt::Debug>(&mut self, member: &str, wanted: &T, found: &T) {
        self.note(member, wanted, found, false);
    }

    fn guarded<T: PartialEq + std::fmt::Debug>(&mut self, member: &str, wanted: &T, found: &T) {
        self.note(member, wanted, found, true);
    }

    fn note<T: PartialEq + std::fmt::Debug>(&mut self, member: &str, wanted: &T, found: &T, guarded: bool) {
        if wanted != found {
            self.0.push(Difference { text: format!("{member}: {found:?} instead of {wanted:?}"), guarded });
        }
    }
}

/// A duration shown in seconds.
#[derive(PartialEq)]
struct Age(Duration);

impl std::fmt::Debug for Age {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}s", self.0.as_secs())
    }
}

fn texts(differences: Vec<Difference>) -> Vec<String> {
    differences.into_iter().map(|difference| difference.text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::topology::Topology;

    const OPTIONS: SetupOptions =
        SetupOptions { replicas: 1, max_bytes: 1 << 30, force: false, dry_run: false };

    fn planned() -> Config {
        stream_config(Topology::default().streams().first().unwrap(), OPTIONS, 1 << 20)
    }

    fn check(change: impl FnOnce(&mut Config), expected: &[(&str, bool)]) {
        let mut found = planned();
        change(&mut found);
        let differences = stream_differences(&planned(), &found);
        let named: Vec<(&str, bool)> = differences
            .iter()
            .map(|difference| (difference.text.split(':').next().unwrap(), difference.guarded))
            .collect();
        assert_eq!(named, expected);
    }

    #[test]
    fn a_stream_as_planned_differs_in_nothing() {
        check(|_| {}, &[]);
    }

    #[test]
    fn retention_and_subjects_are_guarded() {
        check(|found| found.retention = RetentionPolicy::WorkQueue, &[("retention", true)]);
        check(|found| found.subjects.push("other.>".into()), &[("subjects", true)]);
    }

    #[test]
    fn limits_are_changed_without_asking() {
        check(
            |found| {
                found.max_age = Duration::from_mins(1);
                found.max_bytes = 7;
            },
            &[("max_bytes", false), ("max_age", false)],
        );
    }

    #[test]
    fn what_the_plan_does_not_speak_of_stays_as_it_was_set() {
        let mut found = Config { max_messages: 12, max_bytes: 1, ..planned() };
        bring_to_plan(&mut found, planned());
        assert_eq!((found.max_messages, found.max_bytes), (12, 1 << 30));
    }

    #[test]
    fn every_event_leaves_room_to_be_set_aside() {
        for plan in Topology::default().streams() {
            let largest = stream_config(&plan, OPTIONS, 1 << 20).max_message_size;
            let whole = ["DEAD", "ADVISORIES", "SUSPECTS"];
            let is_event = !whole.iter().any(|suffix| plan.name.ends_with(suffix));
            assert_eq!(largest, if is_event { (1 << 20) - (64 << 10) } else { -1 }, "{}", plan.name);
        }
    }

    #[test]
    fn no_consumer_waits_less_than_ack_wait() {
        for plan in Topology::default().consumers() {
            let config = consumer_config(&plan);
            // The first backoff would override ack_wait; without any, ack_wait rules.
            assert!(config.backoff.is_empty() && config.ack_wait == ACK_WAIT);
        }
    }
}
