//! Several stages in one process: the same results, and the same guarantees, as their separate workers.

use std::collections::BTreeSet;

use messages::{Event, Stage, StageName};
use pipeline_tests::{Binaries, Process, articles, chain};

use crate::running::{Pipeline, RECEIVED, STAGES, id, many_articles};

/// Starts one process for a run of stages and waits until it is ready.
pub(crate) fn fused(pipeline: &Pipeline, stages: &str) -> Process {
    let arguments = ["worker", "--stages", stages];
    let mut worker = Process::start(Binaries::built().wiredesk(pipeline.server.url(), &arguments));
    worker.wait_for_stderr("ready");
    worker
}

#[tokio::test(flavor = "multi_thread")]
async fn all_stages_in_one_process_write_the_bytes_of_four() {
    let pipeline = Pipeline::set_up().await;
    let _worker = fused(&pipeline, "detect,segment,tag,summarize");
    for article in articles() {
        pipeline.publish(RECEIVED, article.encode()).await;
    }
    let received = articles();
    for stored in pipeline.stored("ARTICLES_SUMMARIZED", received.len()).await {
        let id = id(&stored);
        let article = received.iter().find(|received| received.article.id == id).expect("it was published");
        let expected = chain().process(article.clone()).expect("a test article is processed").encode();
        assert_eq!(&*stored.payload, expected, "{id}");
    }
    for (_, _, _, stream) in &STAGES[..3] {
        assert_eq!(pipeline.count(stream).await, 0, "nothing is published in between: {stream}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn any_neighbours_can_be_fused_beside_separate_workers() {
    let pipeline = Pipeline::set_up().await;
    let _first = fused(&pipeline, "detect,segment");
    let _second = fused(&pipeline, "tag");
    let _third = pipeline.worker(StageName::Summarize);
    for article in articles() {
        pipeline.publish(RECEIVED, article.encode()).await;
    }
    pipeline.stored("ARTICLES_SUMMARIZED", articles().len()).await;
    assert_eq!(pipeline.count("ARTICLES_DETECTED").await, 0);
    assert_eq!(pipeline.count("ARTICLES_TAGGED").await, articles().len());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_it_cannot_process_is_the_first_stages_dead_letter() {
    let pipeline = Pipeline::set_up().await;
    let _worker = fused(&pipeline, "detect,segment,tag,summarize");
    pipeline.publish(RECEIVED, "{\"body\": ").await;
    let dead = pipeline.stored("ARTICLES_DEAD", 1).await.swap_remove(0);
    assert_eq!(dead.subject, "articles.v1.dead.detect.invalid_json");
    assert_eq!(&*dead.payload, b"{\"body\": ");
}

#[tokio::test(flavor = "multi_thread")]
async fn separate_workers_take_over_from_a_killed_one_and_double_nothing() {
    let pipeline = Pipeline::set_up().await;
    pipeline.hurry_redelivery().await;
    let articles = many_articles(300);
    let published: BTreeSet<String> = articles.iter().map(|received| received.article.id.clone()).collect();
    let mut worker = fused(&pipeline, "detect,segment,tag,summarize");
    for article in &articles {
        pipeline.publish(RECEIVED, article.encode()).await;
    }
    pipeline.stored("ARTICLES_SUMMARIZED", 20).await;
    worker.kill();
    let _workers = pipeline.workers();
    let stored = pipeline.stored("ARTICLES_SUMMARIZED", articles.len()).await;
    pipeline.settled().await;
    let ids: BTreeSet<String> = stored.iter().map(id).collect();
    assert_eq!(ids, published);
    assert_eq!(pipeline.count("ARTICLES_SUMMARIZED").await, articles.len());
}

#[test]
fn stages_that_are_no_neighbours_are_refused_before_anything_starts() {
    let (status, _, stderr) =
        Process::run(Binaries::built().wiredesk("", &["worker", "--stages", "detect,summarize"]));
    assert_eq!(status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("no run of neighbours"), "{stderr}");
}
