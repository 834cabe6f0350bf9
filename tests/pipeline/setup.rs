//! `wiredesk setup` creates the streams and consumers that workers need.

use async_nats::jetstream::stream::Config;
use messages::StageName;

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
async fn setup_repairs_a_setting_that_is_safe_to_change() {
    let pipeline = Pipeline::set_up().await;
    let planned = pipeline.stream("ARTICLES_TAGGED").await.cached_info().config.clone();
    let mut changed = planned.clone();
    changed.max_age = std::time::Duration::from_hours(2);
    pipeline.jetstream.update_stream(&changed).await.expect("a stream takes another age");
    let (status, stdout, stderr) = pipeline.wiredesk(&["setup"]);
    assert!(status.success(), "{stderr}");
    assert!(stdout.contains("ARTICLES_TAGGED"), "setup reports the difference: {stdout}");
    assert_eq!(pipeline.stream("ARTICLES_TAGGED").await.cached_info().config, planned);
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
