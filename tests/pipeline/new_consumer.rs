//! A consumer that `wiredesk setup` makes anew starts after what has a result. Nothing is lost and nothing is
//! stored twice, although the next stream has forgotten the ids of its results.

use std::{collections::BTreeSet, time::Duration};

use messages::{Event, StageName};
use pipeline_tests::admin;

use crate::running::{Pipeline, RECEIVED, id, many_articles};

const STREAM: &str = "ARTICLES_DETECTED";
const CONSUMER: &str = "segmenter-live";

/// Runs setup, and returns what it says about the segmenter's consumer.
fn set_up(pipeline: &Pipeline, flags: &[&str]) -> String {
    let (status, stdout, stderr) = pipeline.wiredesk(&[&["setup"], flags].concat());
    assert!(status.success(), "{stderr}");
    let line = stdout.lines().find(|line| line.contains("consumer segmenter-live"));
    line.unwrap_or_else(|| panic!("setup names its consumer: {stdout}")).to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_consumer_starts_after_what_has_a_result() {
    let pipeline = Pipeline::set_up().await;
    let mut articles = many_articles(14);
    let later = articles.split_off(12);
    let _detector = pipeline.worker(StageName::Detect);
    let mut segmenter = pipeline.worker(StageName::Segment);
    for article in &articles {
        pipeline.publish(RECEIVED, article.encode()).await;
    }
    pipeline.stored("ARTICLES_SEGMENTED", 12).await;
    segmenter.terminate();
    assert!(segmenter.wait().success());

    // One event has lost its result, and the next stream forgets the ids of the others.
    admin::set_duplicate_window(&pipeline.jetstream, "ARTICLES_SEGMENTED", Duration::from_millis(100)).await;
    pipeline.stream("ARTICLES_SEGMENTED").await.delete_message(5).await.expect("it can be deleted");
    admin::delete_consumer(&pipeline.jetstream, STREAM, CONSUMER).await;
    for article in &later {
        pipeline.publish(RECEIVED, article.encode()).await;
    }
    pipeline.stored(STREAM, 14).await;

    let expected = "starts at sequence 13, because 11 of 14 events have their result; publishes 1 older events \
                    without a result again";
    let said = set_up(&pipeline, &["--dry-run"]);
    assert!(said.contains(expected), "{said}");
    assert_eq!(pipeline.count(STREAM).await, 14);
    let said = set_up(&pipeline, &[]);
    assert!(said.starts_with("created") && said.contains(expected), "{said}");
    assert_eq!(pipeline.count(STREAM).await, 15);

    // What was published again counts as done, so another setup does not publish it once more.
    admin::delete_consumer(&pipeline.jetstream, STREAM, CONSUMER).await;
    let said = set_up(&pipeline, &[]);
    assert!(said.contains("starts at sequence 13, because 12 of 15 events have their result"), "{said}");
    assert_eq!(pipeline.count(STREAM).await, 15);

    let _segmenter = pipeline.worker(StageName::Segment);
    let results = pipeline.stored("ARTICLES_SEGMENTED", 14).await;
    pipeline.settled_on(STREAM, CONSUMER).await;
    assert_eq!(pipeline.count("ARTICLES_SEGMENTED").await, 14);
    let ids: BTreeSet<String> = results.iter().map(id).collect();
    assert_eq!(ids.len(), 14, "each article has one result");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_consumer_of_a_stream_without_results_starts_with_its_first_event() {
    let pipeline = Pipeline::set_up().await;
    let _detector = pipeline.worker(StageName::Detect);
    for article in many_articles(3) {
        pipeline.publish(RECEIVED, article.encode()).await;
    }
    pipeline.stored(STREAM, 3).await;
    admin::delete_consumer(&pipeline.jetstream, STREAM, CONSUMER).await;
    let said = set_up(&pipeline, &[]);
    assert!(said.contains("starts with the first of 3 events, of which none has a result"), "{said}");
    let _segmenter = pipeline.worker(StageName::Segment);
    pipeline.stored("ARTICLES_SEGMENTED", 3).await;
}

/// Articles of fused workers skip the streams in between. Articles that became dead letters are done, too.
#[tokio::test(flavor = "multi_thread")]
async fn results_of_fused_workers_and_dead_letters_count() {
    let pipeline = Pipeline::set_up().await;
    let mut worker = crate::fused::fused(&pipeline, "detect,segment,tag,summarize");
    for article in many_articles(3) {
        pipeline.publish(RECEIVED, article.encode()).await;
    }
    pipeline.publish(RECEIVED, "{\"body\": ").await;
    pipeline.stored("ARTICLES_SUMMARIZED", 3).await;
    pipeline.stored("ARTICLES_DEAD", 1).await;
    worker.terminate();
    assert!(worker.wait().success());
    admin::delete_consumer(&pipeline.jetstream, "ARTICLES_RECEIVED", "language-detector-live").await;
    let (status, stdout, stderr) = pipeline.wiredesk(&["setup"]);
    assert!(status.success(), "{stderr}");
    let expected = "consumer language-detector-live of ARTICLES_RECEIVED: starts at sequence 5, because 4 of 4 events \
                    have their result";
    assert!(stdout.contains(expected), "{stdout}");
    let consumer = pipeline.consumer("ARTICLES_RECEIVED", "language-detector-live").await;
    assert_eq!(consumer.num_pending, 0);
}
