//! The metrics of a sink or of the alerter. The label with its name has one value in a process.

use std::time::Duration;

use metrics::{Label, Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};
use runtime::{bus::Keeper, obstacle::Obstacle, standstill::Standstill};

/// The upper bounds of the histogram buckets in seconds.
const BUCKETS: [f64; 10] = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

/// What became of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The target has it.
    Written,
    /// The filter leaves it out.
    LeftOut,
    /// It is a dead letter.
    Dead,
}

/// The metrics of one program.
#[derive(Debug, Clone)]
pub(crate) struct Meter {
    /// The label that names the program.
    program: Label,
    articles: String,
    failures: String,
    write: String,
    in_hand: String,
}

impl Meter {
    pub(crate) fn new(keeper: Keeper, name: &str) -> Self {
        let (begin, key) = match keeper {
            Keeper::Alerter => ("wiredesk_alerts", "alerter"),
            Keeper::Sink | Keeper::Reader => ("wiredesk_sink", "sink"),
        };
        Self {
            program: Label::new(key, name.to_owned()),
            articles: format!("{begin}_articles_total"),
            failures: format!("{begin}_failures_total"),
            write: format!("{begin}_write_seconds"),
            in_hand: format!("{begin}_in_hand"),
        }
    }

    /// Installs the recorder that keeps the metrics of this process.
    pub(crate) fn install(&self) -> Result<PrometheusHandle, BuildError> {
        let handle = PrometheusBuilder::new().set_buckets(&BUCKETS)?.install_recorder()?;
        describe_counter!(self.articles.clone(), "Articles by outcome");
        describe_counter!(self.failures.clone(), "Articles that the target failed on and may take later");
        describe_histogram!(self.write.clone(), Unit::Seconds, "Time that the target takes for a batch");
        describe_gauge!(self.in_hand.clone(), "Articles that are neither written nor dead letters yet");
        describe_gauge!("wiredesk_obstacle", "1 while this reason hinders the program, 0 otherwise");
        Ok(handle)
    }

    pub(crate) fn settled(&self, outcome: Outcome, count: usize) {
        let outcome = match outcome {
            Outcome::Written => "written",
            Outcome::LeftOut => "left_out",
            Outcome::Dead => "dead",
        };
        let labels = vec![self.program.clone(), Label::new("outcome", outcome)];
        counter!(self.articles.clone(), labels).increment(count as u64);
    }

    pub(crate) fn failed(&self) {
        counter!(self.failures.clone(), vec![self.program.clone()]).increment(1);
    }

    pub(crate) fn wrote(&self, took: Duration) {
        histogram!(self.write.clone(), vec![self.program.clone()]).record(took.as_secs_f64());
    }

    pub(crate) fn in_hand(&self, count: usize) {
        gauge!(self.in_hand.clone(), vec![self.program.clone()]).set(count as f64);
    }

    /// Sets the gauge of every obstacle.
    pub(crate) fn obstacles(&self, current: &[Standstill]) {
        for obstacle in Obstacle::ALL {
            let lasts = current.iter().any(|standstill| standstill.reason == *obstacle);
            let labels = vec![self.program.clone(), Label::new("reason", obstacle.code())];
            gauge!("wiredesk_obstacle", labels).set(if lasts { 1.0 } else { 0.0 });
        }
    }
}
