//! The metrics of a worker, for Prometheus. Without an installed recorder, counting costs nothing.
//!
//! Every label has few values: stages, lanes, reasons of the catalogue, two-letter languages. Ids and URLs
//! are never labels.

use std::time::Duration;

use messages::{DeadReason, StageIdentity, StageName, subjects::Lane};
use metrics::{Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};
use time::OffsetDateTime;

use crate::{clock, obstacle::Obstacle, standstill::Standstill};

/// The upper bounds of the histogram buckets in seconds: from the half millisecond of a fast stage to a
/// backlog of one hour.
const BUCKETS: [f64; 16] =
    [0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 60.0, 600.0, 3_600.0];

/// The metrics of one worker.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Meter {
    stage: &'static str,
}

/// Installs the recorder that keeps the metrics of this process for `/metrics`.
pub(crate) fn install() -> Result<PrometheusHandle, BuildError> {
    let handle = PrometheusBuilder::new().set_buckets(&BUCKETS)?.install_recorder()?;
    describe_counter!("wiredesk_articles_total", "Deliveries by outcome");
    describe_counter!("wiredesk_languages_total", "Published articles by language");
    describe_counter!("wiredesk_dead_letters_total", "Dead letters by reason");
    describe_counter!("wiredesk_redeliveries_total", "Repeated deliveries");
    describe_counter!("wiredesk_duplicates_total", "Publishes that the stream recognized as duplicates");
    describe_histogram!(
        "wiredesk_processing_seconds",
        Unit::Seconds,
        "Time in the stage, including decoding and encoding"
    );
    describe_histogram!(
        "wiredesk_queue_seconds",
        Unit::Seconds,
        "Time from storage in the stream to the first delivery"
    );
    describe_gauge!("wiredesk_in_flight", "Deliveries in flight");
    describe_gauge!(
        "wiredesk_oldest_pending_seconds",
        Unit::Seconds,
        "Age of the oldest article that is not settled; not a number while the server is away"
    );
    describe_gauge!("wiredesk_obstacle", "1 while this reason hinders the worker, 0 otherwise");
    describe_gauge!("wiredesk_build_info", "Version and model of the worker; the value is always 1");
    Ok(handle)
}

impl Meter {
    pub(crate) fn new(first: StageName) -> Self {
        Self { stage: first.as_str() }
    }

    pub(crate) fn build_info(self, identity: &StageIdentity) {
        let model = identity.model.clone();
        gauge!("wiredesk_build_info", "stage" => self.stage, "version" => identity.version, "model" => model)
            .set(1.0);
    }

    pub(crate) fn delivered(self, lane: Lane, attempt: u64, stored_at: OffsetDateTime) {
        gauge!("wiredesk_in_flight", "stage" => self.stage, "lane" => lane.as_str()).increment(1.0);
        if attempt > 1 {
            counter!("wiredesk_redeliveries_total", "stage" => self.stage, "lane" => lane.as_str())
                .increment(1);
        } else {
            let waited = clock::since(stored_at).as_secs_f64();
            histogram!("wiredesk_queue_seconds", "stage" => self.stage, "lane" => lane.as_str())
                .record(waited);
        }
    }

    pub(crate) fn settled(self, lane: Lane, outcome: &'static str) {
        gauge!("wiredesk_in_flight", "stage" => self.stage, "lane" => lane.as_str()).decrement(1.0);
        let labels = [("stage", self.stage), ("lane", lane.as_str()), ("outcome", outcome)];
        counter!("wiredesk_articles_total", &labels).increment(1);
    }

    pub(crate) fn processed(self, took: Duration) {
        histogram!("wiredesk_processing_seconds", "stage" => self.stage).record(took);
    }

    pub(crate) fn published(self, subject: &str, duplicate: bool) {
        if duplicate {
            counter!("wiredesk_duplicates_total", "stage" => self.stage).increment(1);
        } else {
            let language = language_label(subject);
            counter!("wiredesk_languages_total", "stage" => self.stage, "language" => language).increment(1);
        }
    }

    pub(crate) fn set_aside(self, reason: DeadReason) {
        counter!("wiredesk_dead_letters_total", "stage" => self.stage, "reason" => reason.code())
            .increment(1);
    }

    /// Sets the gauge of every obstacle.
    pub(crate) fn obstacles(self, current: &[Standstill]) {
        for obstacle in Obstacle::ALL {
            let lasts = current.iter().any(|standstill| standstill.reason == *obstacle);
            let labels = [("stage", self.stage), ("reason", obstacle.code())];
            gauge!("wiredesk_obstacle", &labels).set(if lasts { 1.0 } else { 0.0 });
        }
    }

    /// Records the age of the oldest pending article, which is not a number while nobody knows it.
    pub(crate) fn oldest_pending(self, lane: Lane, age: Option<Duration>) {
        let labels = [("stage", self.stage), ("lane", lane.as_str())];
        let seconds = age.map_or(f64::NAN, |age| age.as_secs_f64());
        gauge!("wiredesk_oldest_pending_seconds", &labels).set(seconds);
    }
}

/// Returns the language token at the end of a subject if it has two letters or is `und`, and `other`
/// otherwise.
///
/// This bounds the number of time series, whatever languages publishers declare.
fn language_label(subject: &str) -> String {
    let language = subject.rsplit('.').next().unwrap_or_default();
    let is_common = language.len() == 2 && language.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_common || language == messages::UNDETERMINED { language.to_owned() } else { "other".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_labels_are_bounded() {
        for (subject, label) in [
            ("articles.v1.detected.live.en", "en"),
            ("articles.v1.detected.live.und", "und"),
            ("articles.v1.detected.live.haw", "other"),
            ("articles.v1.detected.live.X1", "other"),
        ] {
            assert_eq!(language_label(subject), label);
        }
    }
}
