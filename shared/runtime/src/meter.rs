//! The metrics of a worker, for Prometheus. Without an installed recorder, counting costs nothing.
//!
//! Every label has few values: stages, lanes, reasons of the catalogue, two-letter languages. Ids and URLs
//! are never labels.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use messages::{DeadReason, StageIdentity, StageName, subjects::Lane};
use metrics::{
    Counter, Gauge, Histogram, Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge,
    histogram,
};
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};
use time::OffsetDateTime;

use crate::{clock, obstacle::Obstacle, standstill::Standstill};

/// The upper bounds of the histogram buckets in seconds: from the half millisecond of a fast stage to a
/// backlog of one hour.
const BUCKETS: [f64; 16] =
    [0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 60.0, 600.0, 3_600.0];

/// The outcome of a delivery whose next event is stored.
pub(crate) const PUBLISHED: &str = "published";

/// The metrics of one worker.
///
/// Those of every delivery are looked up once, because a look-up allocates its labels and hashes them.
pub(crate) struct Meter {
    stage: &'static str,
    processing: Histogram,
    /// In the order of [`Lane::ALL`].
    lanes: [LaneMeter; 2],
    languages: Mutex<BTreeMap<String, Counter>>,
}

/// The metrics of one lane.
struct LaneMeter {
    in_flight: Gauge,
    queue: Histogram,
    published: Counter,
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
        let stage = first.as_str();
        let lanes = Lane::ALL.map(|lane| LaneMeter {
            in_flight: gauge!("wiredesk_in_flight", "stage" => stage, "lane" => lane.as_str()),
            queue: histogram!("wiredesk_queue_seconds", "stage" => stage, "lane" => lane.as_str()),
            published: articles(stage, lane, PUBLISHED),
        });
        let processing = histogram!("wiredesk_processing_seconds", "stage" => stage);
        Self { stage, processing, lanes, languages: Mutex::default() }
    }

    fn lane(&self, lane: Lane) -> &LaneMeter {
        let [live, backfill] = &self.lanes;
        match lane {
            Lane::Live => live,
            Lane::Backfill => backfill,
        }
    }

    pub(crate) fn build_info(&self, identity: &StageIdentity) {
        let model = identity.model.clone();
        gauge!("wiredesk_build_info", "stage" => self.stage, "version" => identity.version, "model" => model)
            .set(1.0);
    }

    pub(crate) fn delivered(&self, lane: Lane, attempt: u64, stored_at: OffsetDateTime) {
        self.lane(lane).in_flight.increment(1.0);
        if attempt > 1 {
            counter!("wiredesk_redeliveries_total", "stage" => self.stage, "lane" => lane.as_str())
                .increment(1);
        } else {
            self.lane(lane).queue.record(clock::since(stored_at).as_secs_f64());
        }
    }

    pub(crate) fn settled(&self, lane: Lane, outcome: &'static str) {
        self.lane(lane).in_flight.decrement(1.0);
        if outcome == PUBLISHED {
            self.lane(lane).published.increment(1);
        } else {
            articles(self.stage, lane, outcome).increment(1);
        }
    }

    pub(crate) fn processed(&self, took: Duration) {
        self.processing.record(took);
    }

    pub(crate) fn published(&self, subject: &str, duplicate: bool) {
        if duplicate {
            counter!("wiredesk_duplicates_total", "stage" => self.stage).increment(1);
        } else {
            self.count_language(language_label(subject));
        }
    }

    fn count_language(&self, language: &str) {
        let mut languages = self.languages.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(counter) = languages.get(language) {
            counter.increment(1);
            return;
        }
        let labels = [("stage", self.stage.to_owned()), ("language", language.to_owned())];
        let counter = counter!("wiredesk_languages_total", &labels);
        counter.increment(1);
        languages.insert(language.to_owned(), counter);
    }

    pub(crate) fn set_aside(&self, reason: DeadReason) {
        counter!("wiredesk_dead_letters_total", "stage" => self.stage, "reason" => reason.code())
            .increment(1);
    }

    /// Sets the gauge of every obstacle.
    pub(crate) fn obstacles(&self, current: &[Standstill]) {
        for obstacle in Obstacle::ALL {
            let lasts = current.iter().any(|standstill| standstill.reason == *obstacle);
            let labels = [("stage", self.stage), ("reason", obstacle.code())];
            gauge!("wiredesk_obstacle", &labels).set(if lasts { 1.0 } else { 0.0 });
        }
    }

    /// Records the age of the oldest pending article, which is not a number while nobody knows it.
    pub(crate) fn oldest_pending(&self, lane: Lane, age: Option<Duration>) {
        let labels = [("stage", self.stage), ("lane", lane.as_str())];
        let seconds = age.map_or(f64::NAN, |age| age.as_secs_f64());
        gauge!("wiredesk_oldest_pending_seconds", &labels).set(seconds);
    }
}

/// Returns the counter of deliveries with this outcome.
fn articles(stage: &'static str, lane: Lane, outcome: &'static str) -> Counter {
    counter!("wiredesk_articles_total", "stage" => stage, "lane" => lane.as_str(), "outcome" => outcome)
}

/// Returns the language token at the end of a subject if it has two letters or is `und`, and `other`
/// otherwise.
///
/// This bounds the number of time series, whatever languages publishers declare.
fn language_label(subject: &str) -> &str {
    let language = subject.rsplit('.').next().unwrap_or_default();
    let is_common = language.len() == 2 && language.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_common || language == messages::UNDETERMINED { language } else { "other" }
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
