//! Workers of one stage may have different models. An article still gets one result.

use messages::{Event, StageName};
use pipeline_tests::{Binaries, Process, article};

use crate::running::{Pipeline, RECEIVED};

const STREAM: &str = "ARTICLES_SEGMENTED";
const CONSUMER: &str = "entity-tagger-live";
/// The accurate tier's model in the repository.
const WEIGHTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../services/entity-tagger/model/accurate");

/// Returns the model that a worker names when it is ready.
fn model(worker: &Process) -> String {
    let log = worker.stderr();
    let ready = log.lines().find(|line| line.contains("ready")).expect("the worker is ready");
    ready.split("model=").nth(1).expect("it names its model").to_owned()
}

/// The fast tagger stores a result and dies before it acknowledges the event. The accurate tagger gets the event
/// again.
#[tokio::test(flavor = "multi_thread")]
async fn taggers_with_different_models_store_one_result_of_an_article() {
    let pipeline = Pipeline::set_up().await;
    let _before = [pipeline.worker(StageName::Detect), pipeline.worker(StageName::Segment)];
    let mut fast = pipeline.worker(StageName::Tag);
    pipeline.publish(RECEIVED, article("en-tiny").encode()).await;
    pipeline.stored("ARTICLES_TAGGED", 1).await;
    fast.terminate();
    assert!(fast.wait().success());

    // The consumer counts nothing as acknowledged.
    let stream = pipeline.stream(STREAM).await;
    let config = pipeline.consumer(STREAM, CONSUMER).await.config;
    stream.delete_consumer(CONSUMER).await.expect("it can be deleted");
    stream.create_consumer(config).await.expect("it can be created again");

    let mut accurate = Binaries::built().worker(StageName::Tag, pipeline.server.url());
    accurate.env("WIREDESK_TIER", "accurate").env("WIREDESK_WEIGHTS", WEIGHTS);
    let mut accurate = Process::start(accurate);
    accurate.wait_for_stderr("ready");
    assert_ne!(model(&accurate), model(&fast));
    pipeline.settled_on(STREAM, CONSUMER).await;
    let consumer = pipeline.consumer(STREAM, CONSUMER).await;
    assert_eq!(consumer.delivered.consumer_sequence, 1, "the accurate tagger got the event");
    assert_eq!(pipeline.count("ARTICLES_TAGGED").await, 1);
}
