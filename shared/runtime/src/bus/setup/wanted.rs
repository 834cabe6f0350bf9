//! What setup wants the server to have, from the plan, the operator's options, and what is stored.
//!
//! The plan rules where the pipeline depends on it: subjects, retention, what a full stream does. Sizes, ages,
//! copies and the ack timeout belong to the operator: what is stored stays unless an option says otherwise. A
//! default is only for what is new.

use std::time::Duration;

use async_nats::jetstream::{
    consumer::{self, AckPolicy},
    stream::{Compression, Config, DiscardPolicy, RetentionPolicy, StorageType},
};

use super::options::SetupOptions;
use crate::topology::{ACK_WAIT, ConsumerPlan, MAX_DELIVER, MOST_UNSETTLED, StreamPlan};

/// The largest size of a stream of notes, in bytes.
const NOTES_BYTES: i64 = 64 << 20;
/// The size at which a new stream refuses messages, in bytes.
const MAX_BYTES: i64 = 1 << 30;
/// The number of copies of a new stream.
const REPLICAS: usize = 1;

/// What the existing streams of a pipeline have in common. A stream that is added to them takes it over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Neighbours {
    replicas: Option<usize>,
    max_bytes: Option<i64>,
    max_age: Option<Duration>,
}

impl Neighbours {
    /// Looks at the streams that exist, each with its plan.
    pub(super) fn of(streams: &[(&StreamPlan, &Config)]) -> Self {
        let full_size = || streams.iter().filter(|(plan, _)| plan.refuses_when_full);
        let events = full_size().filter(|(plan, _)| plan.holds_events);
        Self {
            replicas: most_common(full_size().map(|(_, config)| config.num_replicas)),
            max_bytes: most_common(full_size().map(|(_, config)| config.max_bytes)),
            max_age: most_common(events.map(|(_, config)| config.max_age)),
        }
    }
}

/// Returns the value that occurs most often, and of those the largest.
fn most_common<T: Copy + Ord>(values: impl Iterator<Item = T>) -> Option<T> {
    let values: Vec<T> = values.collect();
    let count = |value: T| values.iter().filter(|other| **other == value).count();
    values.iter().copied().max_by_key(|value| (count(*value), *value))
}

/// Returns the configuration that a stream should have. `stored` is the one that it has.
pub(super) fn stream(
    plan: &StreamPlan,
    options: &SetupOptions,
    stored: Option<&Config>,
    neighbours: Neighbours,
) -> Config {
    let chosen = stored.cloned().unwrap_or_else(|| new_stream(plan, neighbours));
    let duplicate_window = chosen.duplicate_window.max(plan.duplicate_window);
    let asked_age = options.max_age.filter(|_| plan.holds_events);
    let max_age = asked_age.unwrap_or(chosen.max_age);
    let max_bytes = options.max_bytes.map(|bytes| limited(plan, i64::try_from(bytes).unwrap_or(i64::MAX)));
    Config {
        description: Some(plan.description.to_owned()),
        subjects: plan.subjects.clone(),
        // Streams with work-queue or interest retention forget the message ids of acknowledged messages when
        // the server restarts. And acknowledged messages cannot be read again.
        retention: RetentionPolicy::Limits,
        discard: if plan.refuses_when_full { DiscardPolicy::New } else { DiscardPolicy::Old },
        max_bytes: max_bytes.unwrap_or(chosen.max_bytes),
        // Publishers and workers heed the server's limit as it is. A copy of it here would outlive a change.
        max_message_size: -1,
        // The server refuses a window that is longer than the age. An age of zero is no limit.
        max_age: if max_age.is_zero() { max_age } else { max_age.max(duplicate_window) },
        duplicate_window,
        num_replicas: options.replicas.unwrap_or(chosen.num_replicas),
        allow_direct: true,
        ..chosen
    }
}

/// Returns what the operator may choose, as it is before any choice.
fn new_stream(plan: &StreamPlan, neighbours: Neighbours) -> Config {
    Config {
        name: plan.name.clone(),
        max_bytes: limited(plan, neighbours.max_bytes.unwrap_or(MAX_BYTES)),
        max_age: neighbours.max_age.filter(|_| plan.holds_events).unwrap_or(plan.max_age),
        num_replicas: neighbours.replicas.unwrap_or(REPLICAS),
        storage: StorageType::File,
        compression: Some(Compression::S2),
        ..Config::default()
    }
}

/// Limits the size of a stream of notes, which needs little space.
fn limited(plan: &StreamPlan, max_bytes: i64) -> i64 {
    match (plan.refuses_when_full, max_bytes) {
        (true, _) => max_bytes,
        (false, ..0) => NOTES_BYTES,
        (false, _) => max_bytes.min(NOTES_BYTES),
    }
}

/// Returns the configuration that a consumer should have. `stored` is the one that it has.
pub(super) fn consumer(
    plan: &ConsumerPlan,
    options: &SetupOptions,
    stored: Option<&consumer::Config>,
) -> consumer::Config {
    let chosen = stored.cloned().unwrap_or_else(|| consumer::Config {
        durable_name: Some(plan.name.clone()),
        name: Some(plan.name.clone()),
        ack_policy: AckPolicy::Explicit,
        ack_wait: ACK_WAIT,
        max_ack_pending: MOST_UNSETTLED,
        ..consumer::Config::default()
    });
    consumer::Config {
        filter_subject: plan.filter.clone(),
        filter_subjects: Vec::new(),
        ack_wait: options.ack_wait.unwrap_or(chosen.ack_wait),
        max_deliver: i64::try_from(MAX_DELIVER).unwrap_or(i64::MAX),
        // Its first value would replace the ack timeout.
        backoff: Vec::new(),
        ..chosen
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::topology::{DUPLICATE_WINDOW, Topology};

    fn plan(suffix: &str) -> StreamPlan {
        let plans = Topology::default().streams();
        plans.into_iter().find(|plan| plan.name.ends_with(suffix)).unwrap()
    }

    fn new(suffix: &str, options: &SetupOptions) -> Config {
        stream(&plan(suffix), options, None, Neighbours::default())
    }

    fn again(suffix: &str, options: &SetupOptions, stored: &Config) -> Config {
        stream(&plan(suffix), options, Some(stored), Neighbours::default())
    }

    #[test]
    fn a_new_stream_has_one_copy_of_one_gibibyte_for_three_days() {
        let config = new("TAGGED", &SetupOptions::default());
        assert_eq!((config.num_replicas, config.max_bytes), (1, 1 << 30));
        assert_eq!(config.max_age, Duration::from_hours(72));
        assert_eq!(new("SUSPECTS", &SetupOptions::default()).max_bytes, NOTES_BYTES);
    }

    #[test]
    fn what_is_stored_stays_unless_an_option_says_otherwise() {
        let first = SetupOptions {
            replicas: Some(3),
            max_bytes: Some(5 << 30),
            max_age: Some(Duration::from_hours(168)),
            ..SetupOptions::default()
        };
        for suffix in ["TAGGED", "DEAD", "SUSPECTS"] {
            let stored = new(suffix, &first);
            assert_eq!(again(suffix, &SetupOptions::default(), &stored), stored, "{suffix}");
        }
        let stored = new("TAGGED", &first);
        let config = again("TAGGED", &SetupOptions { replicas: Some(1), ..SetupOptions::default() }, &stored);
        assert_eq!((config.num_replicas, config.max_bytes), (1, 5 << 30));
    }

    #[test]
    fn the_age_is_that_of_events_only() {
        let options = SetupOptions { max_age: Some(Duration::from_hours(24)), ..SetupOptions::default() };
        assert_eq!(new("TAGGED", &options).max_age, Duration::from_hours(24));
        assert_eq!(new("DEAD", &options).max_age, Duration::from_hours(30 * 24));
        assert_eq!(new("SUSPECTS", &options).max_age, DUPLICATE_WINDOW);
    }

    #[test]
    fn the_plan_rules_what_the_pipeline_depends_on() {
        let stored = Config {
            subjects: vec!["other.>".into()],
            retention: RetentionPolicy::WorkQueue,
            discard: DiscardPolicy::Old,
            duplicate_window: Duration::from_mins(2),
            max_age: Duration::from_mins(10),
            max_messages: 12,
            allow_direct: false,
            ..new("TAGGED", &SetupOptions::default())
        };
        let config = again("TAGGED", &SetupOptions::default(), &stored);
        let expected = Config {
            max_messages: 12,
            // The window must fit into the age.
            max_age: DUPLICATE_WINDOW,
            ..new("TAGGED", &SetupOptions::default())
        };
        assert_eq!(config, expected);
        let longer = Config { duplicate_window: Duration::from_hours(2), ..expected.clone() };
        let config = again("TAGGED", &SetupOptions::default(), &longer);
        assert_eq!(config.duplicate_window, Duration::from_hours(2));
    }

    #[test]
    fn a_new_stream_takes_size_and_copies_of_its_neighbours() {
        let (received, dead, advisories) = (plan("RECEIVED"), plan("DEAD"), plan("ADVISORIES"));
        let config = |replicas, max_bytes, hours| Config {
            num_replicas: replicas,
            max_bytes,
            max_age: Duration::from_hours(hours),
            ..Config::default()
        };
        let stored = [
            (&received, config(3, 5 << 30, 24)),
            (&dead, config(3, 5 << 30, 720)),
            (&advisories, config(1, 7, 720)),
        ];
        let stored = stored.each_ref().map(|(plan, config)| (*plan, config));
        let neighbours = Neighbours::of(&stored);
        let added = |suffix, options| stream(&plan(suffix), &options, None, neighbours);
        let tagged = added("TAGGED", SetupOptions::default());
        assert_eq!((tagged.num_replicas, tagged.max_bytes), (3, 5 << 30));
        assert_eq!(tagged.max_age, Duration::from_hours(24));
        let suspects = added("SUSPECTS", SetupOptions::default());
        assert_eq!((suspects.num_replicas, suspects.max_bytes), (3, NOTES_BYTES));
        let asked = added("TAGGED", SetupOptions { replicas: Some(1), ..SetupOptions::default() });
        assert_eq!((asked.num_replicas, asked.max_bytes), (1, 5 << 30));
    }

    #[test]
    fn the_most_common_value_wins_and_the_larger_one_of_a_tie() {
        assert_eq!(most_common([1, 3, 1].into_iter()), Some(1));
        assert_eq!(most_common([1, 3].into_iter()), Some(3));
        assert_eq!(most_common([0_u8; 0].into_iter()), None);
    }

    #[test]
    fn a_consumer_keeps_its_ack_timeout_and_no_back_off_replaces_it() {
        for plan in Topology::default().consumers() {
            let config = consumer(&plan, &SetupOptions::default(), None);
            assert!(config.backoff.is_empty() && config.ack_wait == ACK_WAIT);
            let stored = consumer::Config {
                ack_wait: Duration::from_secs(20),
                max_ack_pending: 5,
                backoff: vec![Duration::from_secs(1)],
                ..config
            };
            let config = consumer(&plan, &SetupOptions::default(), Some(&stored));
            assert!(config.backoff.is_empty() && config.ack_wait == Duration::from_secs(20));
            assert_eq!(config.max_ack_pending, 5);
            let options = SetupOptions { ack_wait: Some(ACK_WAIT), ..SetupOptions::default() };
            assert_eq!(consumer(&plan, &options, Some(&stored)).ack_wait, ACK_WAIT);
        }
    }
}
