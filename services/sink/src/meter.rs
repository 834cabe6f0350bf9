//! The metrics of a sink. The label `sink` has one value in a process.

use std::time::Duration;

use metrics::{Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};
use runtime::{obstacle::Obstacle, standstill::Standstill};

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

/// The metrics of one sink. Without an installed recorder, counting costs nothing.
#[derive(Debug, Clone)]
pub(crate) struct Meter {
    sink: String,
}

/// Installs the recorder that keeps the metrics of this process.
pub(crate) fn install() -> Result<PrometheusHandle, BuildError> {
    let handle = PrometheusBuilder::new().set_buckets(&BUCKETS)?.install_recorder()?;
    describe_counter!("wiredesk_sink_articles_total", "Articles by outcome");
    describe_counter!(
        "wiredesk_sink_failures_total",
        "Articles that the target failed on and may take later"
    );
    describe_histogram!(
        "wiredesk_sink_write_seconds",
        Unit::Seconds,
        "Time that the target takes for a batch"
    );
    describe_gauge!("wiredesk_sink_in_hand", "Articles that are neither written nor dead letters yet");
    describe_gauge!("wiredesk_obstacle", "1 while this reason hinders the sink, 0 otherwise");
    Ok(handle)
}

impl Meter {
    pub(crate) fn new(sink: &str) -> Self {
        Self { sink: sink.to_owned() }
    }

    pub(crate) fn settled(&self, outcome: Outcome, count: usize) {
        let outcome = match outcome {
            Outcome::Written => "written",
            Outcome::LeftOut => "left_out",
            Outcome::Dead => "dead",
        };
        counter!("wiredesk_sink_articles_total", "sink" => self.sink.clone(), "outcome" => outcome)
            .increment(count as u64);
    }

    pub(crate) fn failed(&self) {
        counter!("wiredesk_sink_failures_total", "sink" => self.sink.clone()).increment(1);
    }

    pub(crate) fn wrote(&self, took: Duration) {
        histogram!("wiredesk_sink_write_seconds", "sink" => self.sink.clone()).record(took.as_secs_f64());
    }

    pub(crate) fn in_hand(&self, count: usize) {
        gauge!("wiredesk_sink_in_hand", "sink" => self.sink.clone()).set(count as f64);
    }

    /// Sets the gauge of every obstacle.
    pub(crate) fn obstacles(&self, current: &[Standstill]) {
        for obstacle in Obstacle::ALL {
            let lasts = current.iter().any(|standstill| standstill.reason == *obstacle);
            gauge!("wiredesk_obstacle", "sink" => self.sink.clone(), "reason" => obstacle.code())
                .set(if lasts { 1.0 } else { 0.0 });
        }
    }
}
