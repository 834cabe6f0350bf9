//! The differences between what is stored and what is wanted. Pure functions.

use std::{fmt, time::Duration};

use async_nats::jetstream::{consumer, stream::Config};
use serde::Serialize;

use super::units;

/// One setting that differs from what is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// The name of the setting, as the server calls it: `num_replicas`.
    pub setting: &'static str,
    /// The stored value.
    pub from: String,
    /// The wanted value.
    pub to: String,
    /// Whether the change can lose articles or copies of them, so that only `--force` makes it.
    pub needs_force: bool,
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {} → {}", self.setting, self.from, self.to)
    }
}

/// Whether a change can lose something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Risk {
    None,
    Loss,
}

/// Returns the differences between two configurations of a stream.
///
/// A description is for people. An older wording is no reason to worry anyone, so it does not count.
pub(super) fn of_stream(stored: &Config, wanted: &Config) -> Vec<Difference> {
    let lowered = |is_lower: bool| if is_lower { Risk::Loss } else { Risk::None };
    let fewer_bytes = wanted.max_bytes >= 0 && (stored.max_bytes < 0 || wanted.max_bytes < stored.max_bytes);
    let younger = !wanted.max_age.is_zero() && (stored.max_age.is_zero() || wanted.max_age < stored.max_age);
    let mut found = Differences::default();
    found.compare("subjects", &stored.subjects, &wanted.subjects, Risk::Loss, |it| it.join(", "));
    found.compare("retention", &stored.retention, &wanted.retention, Risk::Loss, |it| format!("{it:?}"));
    found.compare("discard", &stored.discard, &wanted.discard, Risk::None, |it| format!("{it:?}"));
    found.compare("max_bytes", &stored.max_bytes, &wanted.max_bytes, lowered(fewer_bytes), |it| {
        units::size(*it)
    });
    found.compare("max_msg_size", &stored.max_message_size, &wanted.max_message_size, Risk::None, |it| {
        units::size(i64::from(*it))
    });
    found.compare("max_age", &stored.max_age, &wanted.max_age, lowered(younger), age);
    let shorter = wanted.duplicate_window < stored.duplicate_window;
    found.compare(
        "duplicate_window",
        &stored.duplicate_window,
        &wanted.duplicate_window,
        lowered(shorter),
        age,
    );
    let fewer_copies = wanted.num_replicas < stored.num_replicas;
    found.compare(
        "num_replicas",
        &stored.num_replicas,
        &wanted.num_replicas,
        lowered(fewer_copies),
        ToString::to_string,
    );
    found.compare(
        "allow_direct",
        &stored.allow_direct,
        &wanted.allow_direct,
        Risk::None,
        ToString::to_string,
    );
    found.0
}

/// Returns the differences between two configurations of a consumer.
pub(super) fn of_consumer(stored: &consumer::Config, wanted: &consumer::Config) -> Vec<Difference> {
    let filters = |config: &consumer::Config| {
        let mut all = config.filter_subjects.clone();
        all.extend(Some(config.filter_subject.clone()).filter(|filter| !filter.is_empty()));
        all
    };
    let mut found = Differences::default();
    found.compare("filter_subject", &filters(stored), &filters(wanted), Risk::Loss, |it| it.join(", "));
    found.compare("ack_wait", &stored.ack_wait, &wanted.ack_wait, Risk::None, age);
    found.compare("max_deliver", &stored.max_deliver, &wanted.max_deliver, Risk::None, ToString::to_string);
    found.compare("backoff", &stored.backoff, &wanted.backoff, Risk::None, |it| format!("{it:?}"));
    found.0
}

fn age(age: &Duration) -> String {
    units::age(*age)
}

/// The differences found so far.
#[derive(Default)]
struct Differences(Vec<Difference>);

impl Differences {
    fn compare<T: PartialEq>(
        &mut self,
        setting: &'static str,
        stored: &T,
        wanted: &T,
        risk: Risk,
        written: impl Fn(&T) -> String,
    ) {
        if stored != wanted {
            self.0.push(Difference {
                setting,
                from: written(stored),
                to: written(wanted),
                needs_force: risk == Risk::Loss,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use async_nats::jetstream::stream::RetentionPolicy;

    use super::*;

    fn stored() -> Config {
        Config {
            subjects: vec!["articles.v1.tagged.>".into()],
            max_bytes: 1 << 30,
            max_age: Duration::from_hours(72),
            duplicate_window: Duration::from_hours(1),
            num_replicas: 3,
            ..Config::default()
        }
    }

    #[track_caller]
    fn check(change: impl FnOnce(&mut Config), expected: &str, needs_force: bool) {
        let mut wanted = stored();
        change(&mut wanted);
        let found = of_stream(&stored(), &wanted);
        let shown: Vec<String> = found.iter().map(ToString::to_string).collect();
        assert_eq!(shown, [expected]);
        assert_eq!(found.iter().map(|it| it.needs_force).collect::<Vec<_>>(), [needs_force], "{expected}");
    }

    #[test]
    fn a_difference_reads_from_old_to_new_in_peoples_units() {
        check(|it| it.max_bytes = 5 << 30, "max_bytes: 1 GiB → 5 GiB", false);
        check(|it| it.max_age = Duration::from_hours(168), "max_age: 72h → 168h", false);
        check(|it| it.num_replicas = 5, "num_replicas: 3 → 5", false);
        check(|it| it.duplicate_window = Duration::from_hours(2), "duplicate_window: 1h → 2h", false);
    }

    #[test]
    fn less_durability_or_size_needs_force() {
        check(|it| it.num_replicas = 1, "num_replicas: 3 → 1", true);
        check(|it| it.max_bytes = 1 << 20, "max_bytes: 1 GiB → 1 MiB", true);
        check(|it| it.max_age = Duration::from_hours(24), "max_age: 72h → 24h", true);
        check(|it| it.duplicate_window = Duration::from_mins(2), "duplicate_window: 1h → 2m", true);
        check(|it| it.retention = RetentionPolicy::WorkQueue, "retention: Limits → WorkQueue", true);
        check(
            |it| it.subjects.push("more.>".into()),
            "subjects: articles.v1.tagged.> → articles.v1.tagged.>, more.>",
            true,
        );
    }

    #[test]
    fn a_limit_is_less_than_no_limit() {
        let unlimited = Config { max_bytes: -1, max_age: Duration::ZERO, ..stored() };
        assert!(of_stream(&unlimited, &stored()).iter().all(|difference| difference.needs_force));
        assert!(of_stream(&stored(), &unlimited).iter().all(|difference| !difference.needs_force));
    }

    #[test]
    fn another_description_is_no_difference() {
        let wanted = Config { description: Some("other words".into()), ..stored() };
        assert_eq!(of_stream(&stored(), &wanted), []);
    }

    #[test]
    fn a_consumer_differs_by_what_it_reads_and_when_it_reads_again() {
        let stored = consumer::Config {
            filter_subjects: vec!["a".into(), "b".into()],
            ack_wait: Duration::from_secs(30),
            max_ack_pending: 7,
            ..consumer::Config::default()
        };
        let wanted = consumer::Config {
            filter_subject: "a".into(),
            ack_wait: Duration::from_secs(10),
            ..consumer::Config::default()
        };
        let shown: Vec<String> = of_consumer(&stored, &wanted).iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["filter_subject: a, b → a", "ack_wait: 30s → 10s"]);
    }
}
