//! The metrics of feeds. The list bounds the number of their labels.

use anyhow::Result;
use feeds::memory::Memory;
use metrics::{Unit, counter, describe_counter, describe_gauge, gauge};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

/// Installs the recorder that keeps the metrics of this process.
pub(super) fn install() -> Result<PrometheusHandle> {
    let handle = PrometheusBuilder::new().install_recorder()?;
    describe_counter!("wiredesk_feed_polls_total", "Polls by outcome");
    describe_counter!("wiredesk_feed_articles_total", "Articles published from the feed");
    describe_counter!("wiredesk_feed_pages_total", "Pages behind teasers by outcome");
    describe_gauge!("wiredesk_feed_failures", "Failed polls in a row");
    describe_gauge!("wiredesk_feed_polled_timestamp_seconds", Unit::Seconds, "Time of the last poll");
    Ok(handle)
}

/// Counts a page that was asked for.
pub(super) fn page(feed: &str, outcome: &'static str) {
    counter!("wiredesk_feed_pages_total", "feed" => feed.to_owned(), "outcome" => outcome).increment(1);
}

/// Counts a poll that has just ended.
pub(super) fn polled(memory: &Memory, published: u64) {
    let feed = || memory.name.clone();
    counter!("wiredesk_feed_polls_total", "feed" => feed(), "outcome" => memory.outcome.clone()).increment(1);
    counter!("wiredesk_feed_articles_total", "feed" => feed()).increment(published);
    gauge!("wiredesk_feed_failures", "feed" => feed()).set(f64::from(memory.failures));
    gauge!("wiredesk_feed_polled_timestamp_seconds", "feed" => feed()).set(memory.polled as f64);
}
