//! Creating and updating streams and consumers.
//!
//! A pure comparison finds the differences from the plan. The rest carries out the changes.

use std::time::Duration;

use async_nats::jetstream::{
    consumer::{self, AckPolicy, pull},
    stream::{Compression, Config, DiscardPolicy, RetentionPolicy, StorageType},
};
use serde::Serialize;
use thiserror::Error;

use super::client::{Bus, BusError};
use crate::{
    causes::Cause,
    topology::{ACK_WAIT, ConsumerPlan, DUPLICATE_WINDOW, MAX_DELIVER, StreamPlan},
};

/// How much smaller events are than the server's largest payload, in bytes. This leaves room for the headers
/// of a dead letter, so that every stored event can become a dead letter.
const DEAD_LETTER_HEADERS: usize = 64 << 10;
/// The largest size of a stream of notes, in bytes.
const NOTES_BYTES: u64 = 64 << 20;

/// The operator's decisions about the streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetupOptions {
    /// The number of copies of each stream in a cluster.
    pub replicas: usize,
    /// The size at which a stream refuses new messages, in bytes.
    pub max_bytes: u64,
    /// Whether to change retention and subjects of existing streams.
    pub force: bool,
    /// Whether to report the changes without making them.
    pub dry_run: bool,
}

/// What setup did, or would do, with one stream or consumer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase", tag = "action")]
pub enum Change {
    /// It exists as planned.
    Unchanged {
        /// `stream` or `consumer` with its name.
        what: String,
    },
    /// It was missing.
    Created {
        /// `stream` or `consumer` with its name.
        what: String,
    },
    /// It existed and differed from the plan.
    Updated {
        /// `stream` or `consumer` with its name.
        what: String,
        /// The differences: `max_age: 1h instead of 72h`.
        differences: Vec<String>,
    },
}

/// The reason why setup stopped.
#[derive(Debug, Error)]
pub enum SetupError {
    /// The change could lose stored articles or cut off consumers.
    #[error(
        "changing stream {stream} could lose articles ({difference}); check it with `nats stream info {stream}`, then change it with `wiredesk setup --force`"
    )]
    Guarded {
        /// The stream.
        stream: String,
        /// The difference from the plan.
        difference: String,
    },
    /// The server refused the change or did not answer.
    #[error("cannot set up {what}")]
    Server {
        /// The stream or consumer.
        what: String,
        /// The error of the server or of the connection.
        source: Cause,
    },
}

/// One difference between the plan and the server.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Difference {
    text: String,
    guarded: bool,
}

impl Bus {
    /// Creates missing streams and consumers and updates those that differ from the plan. Calls `notify`
    /// after each.
    ///
    /// A second run changes nothing. Retention and subjects of an existing stream change only with `force`.
    /// No stream is ever deleted.
    ///
    /// # Errors
    ///
    /// At the first stream or consumer that cannot be created or updated.
    pub async fn set_up(
        &self,
        options: SetupOptions,
        mut notify: impl FnMut(&Change),
    ) -> Result<Vec<Change>, SetupError> {
        let mut changes = Vec::new();
        for plan in self.topology.streams() {
            changes.push(self.set_up_stream(&plan, options).await?);
            changes.last().into_iter().for_each(&mut notify);
        }
        for plan in self.topology.consumers() {
            changes.push(self.set_up_consumer(&plan, options).await?);
            changes.last().into_iter().for_each(&mut notify);
        }
        Ok(changes)
    }

    async fn set_up_stream(&self, plan: &StreamPlan, options: SetupOptions) -> Result<Change, SetupError> {
        let what = format!("stream {}", plan.name);
        let refused = |source: Cause| SetupError::Server { what: what.clone(), source };
        let wanted = stream_config(plan, options, self.max_payload());
        let mut found = match self.stream(&plan.name).await {
            Ok(stream) => stream.cached_info().config.clone(),
            Err(BusError::NotSetUp(_)) => {
                if !options.dry_run {
                    self.context.create_stream(wanted).await.map_err(|error| refused(error.into()))?;
                }
                return Ok(Change::Created { what });
            }
            Err(error) => return Err(refused(error.into())),
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
        // Settings that are not in the plan stay as the operator chose them.
        apply_plan(&mut found, wanted);
        if !options.dry_run {
            self.context.update_stream(found).await.map_err(|error| refused(error.into()))?;
        }
        Ok(Change::Updated { what, differences: texts(differences) })
    }

    async fn set_up_consumer(
        &self,
        plan: &ConsumerPlan,
        options: SetupOptions,
    ) -> Result<Change, SetupError> {
        let what = format!("consumer {} of {}", plan.name, plan.stream);
        let refused = |source: Cause| SetupError::Server { what: what.clone(), source };
        let wanted = consumer_config(plan);
        let stream = match self.stream(&plan.stream).await {
            Ok(stream) => stream,
            Err(BusError::NotSetUp(_)) if options.dry_run => return Ok(Change::Created { what }),
            Err(error) => return Err(refused(error.into())),
        };
        let found = stream.get_consumer::<pull::Config>(&plan.name).await.ok();
        let Some(found) = found.map(|consumer| consumer.cached_info().config.clone()) else {
            if !options.dry_run {
                stream.create_consumer(wanted).await.map_err(|error| refused(error.into()))?;
            }
            return Ok(Change::Created { what });
        };
        let differences = consumer_differences(&wanted, &found);
        if differences.is_empty() {
            return Ok(Change::Unchanged { what });
        }
        if !options.dry_run {
            stream.update_consumer(wanted).await.map_err(|error| refused(error.into()))?;
        }
        Ok(Change::Updated { what, differences: texts(differences) })
    }
}

fn stream_config(plan: &StreamPlan, options: SetupOptions, max_payload: usize) -> Config {
    let largest_event = max_payload.saturating_sub(DEAD_LETTER_HEADERS);
    Config {
        name: plan.name.clone(),
        description: Some(plan.description.to_owned()),
        subjects: plan.subjects.clone(),
        // Streams with work-queue or interest retention forget the message ids of acknowledged messages when
        // the server restarts. And acknowledged messages cannot be read again.
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

/// Returns the largest size of a stream in bytes. Streams of notes need little space.
fn most_bytes(plan: &StreamPlan, options: SetupOptions) -> u64 {
    if plan.refuses_when_full { options.max_bytes } else { options.max_bytes.min(NOTES_BYTES) }
}

fn consumer_config(plan: &ConsumerPlan) -> pull::Config {
    pull::Config {
        durable_name: Some(plan.name.clone()),
        filter_subject: plan.filter.clone(),
        ack_policy: AckPolicy::Explicit,
        ack_wait: ACK_WAIT,
        max_deliver: i64::try_from(MAX_DELIVER).unwrap_or(i64::MAX),
        max_ack_pending: plan.max_ack_pending,
        ..pull::Config::default()
    }
}

/// Overwrites the settings that are in the plan and keeps the others.
fn apply_plan(found: &mut Config, wanted: Config) {
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

/// The differences found so far. A guarded one is changed only with `force`.
#[derive(Default)]
struct Differences(Vec<Difference>);

impl Differences {
    fn plain<T: PartialEq + std::fmt::Debug>(&mut self, member: &str, wanted: &T, found: &T) {
        self.compare(member, wanted, found, false);
    }

    fn guarded<T: PartialEq + std::fmt::Debug>(&mut self, member: &str, wanted: &T, found: &T) {
        self.compare(member, wanted, found, true);
    }

    fn compare<T: PartialEq + std::fmt::Debug>(
        &mut self,
        member: &str,
        wanted: &T,
        found: &T,
        guarded: bool,
    ) {
        if wanted != found {
            self.0.push(Difference { text: format!("{member}: {found:?} instead of {wanted:?}"), guarded });
        }
    }
}

/// A duration that is formatted in seconds.
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
    fn a_stream_as_planned_has_no_differences() {
        check(|_| {}, &[]);
    }

    #[test]
    fn retention_and_subjects_are_guarded() {
        check(|found| found.retention = RetentionPolicy::WorkQueue, &[("retention", true)]);
        check(|found| found.subjects.push("other.>".into()), &[("subjects", true)]);
    }

    #[test]
    fn limits_are_not_guarded() {
        check(
            |found| {
                found.max_age = Duration::from_mins(1);
                found.max_bytes = 7;
            },
            &[("max_bytes", false), ("max_age", false)],
        );
    }

    #[test]
    fn settings_outside_the_plan_are_kept() {
        let mut found = Config { max_messages: 12, max_bytes: 1, ..planned() };
        apply_plan(&mut found, planned());
        assert_eq!((found.max_messages, found.max_bytes), (12, 1 << 30));
    }

    #[test]
    fn every_event_leaves_room_for_the_headers_of_a_dead_letter() {
        for plan in Topology::default().streams() {
            let largest = stream_config(&plan, OPTIONS, 1 << 20).max_message_size;
            let whole = ["DEAD", "ADVISORIES", "SUSPECTS"];
            let is_event = !whole.iter().any(|suffix| plan.name.ends_with(suffix));
            assert_eq!(largest, if is_event { (1 << 20) - (64 << 10) } else { -1 }, "{}", plan.name);
        }
    }

    #[test]
    fn every_consumer_waits_for_the_whole_ack_wait() {
        for plan in Topology::default().consumers() {
            let config = consumer_config(&plan);
            // The first value of `backoff` would replace the ack timeout.
            assert!(config.backoff.is_empty() && config.ack_wait == ACK_WAIT);
        }
    }
}
