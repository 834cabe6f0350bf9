//! The metrics of the story-linker.

use std::time::Duration;

use metrics::{Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};
use runtime::{obstacle::Obstacle, standstill::Standstill};

/// The upper bounds of the histogram buckets in seconds.
const BUCKETS: [f64; 10] = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

/// Installs the recorder that keeps the metrics of this process.
pub(super) fn install() -> Result<PrometheusHandle, BuildError> {
    let handle = PrometheusBuilder::new().set_buckets(&BUCKETS)?.install_recorder()?;
    describe_counter!("wiredesk_linker_articles_total", "Articles by outcome");
    describe_gauge!("wiredesk_linker_active", "1 while this instance works, 0 while another one does");
    describe_gauge!("wiredesk_linker_waiting", "Finished articles that are not linked yet");
    describe_gauge!("wiredesk_linker_window_articles", "Articles that new ones are compared with");
    describe_gauge!("wiredesk_linker_window_stories", "Stories of these articles");
    describe_histogram!(
        "wiredesk_linker_batch_seconds",
        Unit::Seconds,
        "Time for a batch, until it is stored"
    );
    describe_gauge!("wiredesk_obstacle", "1 while this reason hinders the linker, 0 otherwise");
    active(false);
    Ok(handle)
}

pub(super) fn active(is_active: bool) {
    gauge!("wiredesk_linker_active").set(if is_active { 1.0 } else { 0.0 });
}

/// Counts a batch that is stored.
pub(super) fn stored(linked: usize, dead: usize, waiting: u64, took: Duration) {
    counter!("wiredesk_linker_articles_total", "outcome" => "linked").increment(linked as u64);
    counter!("wiredesk_linker_articles_total", "outcome" => "dead").increment(dead as u64);
    gauge!("wiredesk_linker_waiting").set(waiting as f64);
    histogram!("wiredesk_linker_batch_seconds").record(took.as_secs_f64());
}

/// Sets the number of articles and stories in the window.
pub(super) fn window((articles, stories): (usize, usize)) {
    gauge!("wiredesk_linker_window_articles").set(articles as f64);
    gauge!("wiredesk_linker_window_stories").set(stories as f64);
}

/// Sets the gauge of every obstacle.
pub(super) fn obstacles(current: &[Standstill]) {
    for obstacle in Obstacle::ALL {
        let lasts = current.iter().any(|standstill| standstill.reason == *obstacle);
        gauge!("wiredesk_obstacle", "stage" => "link", "reason" => obstacle.code()).set(if lasts {
            1.0
        } else {
            0.0
        });
    }
}
