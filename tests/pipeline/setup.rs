//! `wiredesk setup` creates the streams and consumers that workers need.

use std::time::Duration;

use async_nats::jetstream::stream::{Config, DiscardPolicy};
use messages::StageName;
use pipeline_tests::admin;

use crate::running::{Pipeline, STAGES};

/// A subject that setup does not add to the stream of tagged articles.
const FOREIGN: &str = "elsewhere.>";

async fn configs(pipeline: &Pipeline) -> Vec<Config> {
    let mut configs = Vec::new();
    for (_, _, _, stream) in STAGES {
        configs.push(pipeline.stream(stream).await.cached_info().config.clone());
    }
    configs
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_setup_changes_nothing() {
    let pipeline = Pipeline::set_up().await;
    let before = configs(&pipeline).await;
    let (status, _, stderr) = pipeline.wiredesk(&["setup"]);
    assert!(status.success(), "{stderr}");
    assert_eq!(configs(&pipeline).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn setup_changes_the_subjects_of_a_stream_only_when_forced() {
    let pipeline = Pipeline::set_up().await;
    let mut changed = pipeline.stream("ARTICLES_TAGGED").await.cached_info().config.clone();
    let planned = changed.subjects.clone();
    changed.subjects.push(FOREIGN.into());
    pipeline.jetstream.update_stream(&changed).await.expect("a stream takes another subject");

    let (status, _, stderr) = pipeline.wiredesk(&["setup"]);
    assert_eq!(status.code(), Some(1), "{stderr}");
    assert!(stderr.contains("ARTICLES_TAGGED") && stderr.contains("--force"), "{stderr}");
    let kept = pipeline.stream("ARTICLES_TAGGED").await.cached_info().config.subjects.clone();
    assert_eq!(kept, changed.subjects);

    let (status, _, stderr) = pipeline.wiredesk(&["setup", "--force"]);
    assert!(status.success(), "{stderr}");
    let forced = pipeline.stream("ARTICLES_TAGGED").await.cached_info().config.subjects.clone();
    assert_eq!(forced, planned);
}

#[tokio::test(flavor = "multi_thread")]
async fn setup_repairs_what_the_pipeline_depends_on() {
    let pipeline = Pipeline::set_up().await;
    let planned = pipeline.stream("ARTICLES_TAGGED").await.cached_info().config.clone();
    let mut changed = planned.clone();
    changed.discard = DiscardPolicy::Old;
    changed.duplicate_window = Duration::from_mins(2);
    pipeline.jetstream.update_stream(&changed).await.expect("a stream takes another policy");
    let (status, stdout, stderr) = pipeline.wiredesk(&["setup"]);
    assert!(status.success(), "{stderr}");
    let expected = "stream ARTICLES_TAGGED: discard: Old → New, duplicate_window: 2m → 1h";
    assert!(stdout.contains(expected), "{stdout}");
    assert_eq!(pipeline.stream("ARTICLES_TAGGED").await.cached_info().config, planned);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_setup_without_the_options_of_the_first_keeps_what_they_set() {
    let pipeline = Pipeline::not_set_up().await;
    let first = ["setup", "--max-bytes", "5MiB", "--max-age", "7d", "--ack-wait", "20s"];
    let (status, _, stderr) = pipeline.wiredesk(&first);
    assert!(status.success(), "{stderr}");
    let before = configs(&pipeline).await;
    assert_eq!(before[0].max_bytes, 5 << 20);
    assert_eq!(before[0].max_age, Duration::from_hours(7 * 24));
    let (status, stdout, stderr) = pipeline.wiredesk(&["setup"]);
    assert!(status.success(), "{stderr}");
    assert!(stdout.ends_with("Everything is as planned.\n"), "{stdout}");
    assert_eq!(configs(&pipeline).await, before);
    let consumer = pipeline.consumer("ARTICLES_DETECTED", "segmenter-live").await;
    assert_eq!(consumer.config.ack_wait, Duration::from_secs(20));
    let (_, stdout, _) = pipeline.wiredesk(&["doctor", "--monitoring", "127.0.0.1:1"]);
    assert!(stdout.contains("fine   setup: streams and consumers are as planned"), "{stdout}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_that_is_added_takes_size_and_age_of_its_neighbours() {
    let pipeline = Pipeline::not_set_up().await;
    pipeline.wiredesk(&["setup", "--max-bytes", "5MiB", "--max-age", "24h"]);
    let planned = configs(&pipeline).await;
    admin::delete_stream(&pipeline.jetstream, "ARTICLES_TAGGED").await;
    let (status, _, stderr) = pipeline.wiredesk(&["setup"]);
    assert!(status.success(), "{stderr}");
    assert_eq!(configs(&pipeline).await, planned);
}

#[tokio::test(flavor = "multi_thread")]
async fn setup_makes_a_pipeline_smaller_only_when_forced() {
    let pipeline = Pipeline::not_set_up().await;
    pipeline.wiredesk(&["setup", "--max-bytes", "5MiB"]);
    let before = configs(&pipeline).await;
    let smaller = ["setup", "--max-bytes", "1MiB", "--max-age", "24h"];

    let (status, stdout, stderr) = pipeline.wiredesk(&[&smaller[..], &["--dry-run"]].concat());
    assert!(status.success(), "{stderr}");
    let expected = "stream ARTICLES_TAGGED: max_bytes: 5 MiB → 1 MiB, max_age: 72h → 24h";
    assert!(stdout.contains(expected) && stdout.contains("--force"), "{stdout}");

    let (status, stdout, stderr) = pipeline.wiredesk(&smaller);
    assert_eq!((status.code(), stdout.as_str()), (Some(1), ""));
    assert!(stderr.contains(expected) && stderr.contains("--force"), "{stderr}");
    assert_eq!(configs(&pipeline).await, before);

    let (status, _, stderr) = pipeline.wiredesk(&[&smaller[..], &["--force"]].concat());
    assert!(status.success(), "{stderr}");
    for config in configs(&pipeline).await {
        assert_eq!((config.max_bytes, config.max_age), (1 << 20, Duration::from_hours(24)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_description_alarms_nobody() {
    let pipeline = Pipeline::set_up().await;
    let mut older = pipeline.stream("ARTICLES_SUSPECTS").await.cached_info().config.clone();
    older.description = Some("older words".into());
    pipeline.jetstream.update_stream(&older).await.expect("a stream takes another description");
    let (status, stdout, stderr) = pipeline.wiredesk(&["setup"]);
    assert!(status.success(), "{stderr}");
    assert!(stdout.ends_with("Everything is as planned.\n"), "{stdout}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_names_wiredesk_setup_and_ends_if_nothing_is_set_up() {
    let pipeline = Pipeline::not_set_up().await;
    for stage in StageName::ALL {
        let mut worker = pipeline.starting(stage);
        let status = worker.wait();
        assert_eq!(status.code(), Some(1), "{stage}");
        assert!(worker.stderr().contains("wiredesk setup"), "{stage}: {}", worker.stderr());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_whose_consumer_is_deleted_ends() {
    let pipeline = Pipeline::set_up().await;
    for (stage, stream, consumer, _) in STAGES {
        let mut worker = pipeline.worker(stage);
        pipeline.stream(stream).await.delete_consumer(consumer).await.expect("a consumer can be deleted");
        let status = worker.wait();
        assert_eq!(status.code(), Some(1), "{stage}");
        assert!(worker.stderr().contains("wiredesk setup"), "{stage}: {}", worker.stderr());
    }
}
