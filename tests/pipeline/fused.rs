//! Several stages in one process give the same results and guarantees as separate workers.

use std::collections::BTreeSet;

use messages::{Event, Stage, StageName};
use pipeline_tests::{Binaries, Process, articles, chain};

use crate::running::{Pipeline, RECEIVED, STAGES, id, many_articles};

/// Starts one process for several stages, and waits until it is ready.
pub(crate) fn fused(pipeline: &Pipeline, stages: &str) -> Process {
    let arguments = ["worker", "--stages", stages];
    let mut worker = Process::start(Binaries::built().wiredesk(pipeline.server.url(), &arguments));
    worker.wait_for_stderr("ready");
    worker
}

#[tokio::test(flavor = "multi_thread")]
async fn all_stages_in_one_process_write_the_same_bytes() {
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
async fn any_contiguous_stages_can_be_fused_next_to_separate_workers() {
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
async fn an_invalid_article_is_a_dead_letter_of_the_first_stage() {
    let pipeline = Pipeline::set_up().await;
    let _worker = fused(&pipeline, "detect,segment,tag,summarize");
    pipeline.publish(RECEIVED, "{\"body\": ").await;
    let dead = pipeline.stored("ARTICLES_DEAD", 1).await.swap_remove(0);
    assert_eq!(dead.subject, "articles.v1.dead.detect.invalid_json");
    assert_eq!(&*dead.payload, b"{\"body\": ");
}

#[tokio::test(flavor = "multi_thread")]
async fn separate_workers_take_over_from_a_killed_one_without_duplicates() {
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
fn rejects_stages_that_are_not_contiguous_before_anything_starts() {
    let (status, _, stderr) =
        Process::run(Binaries::built().wiredesk("", &["worker", "--stages", "detect,summarize"]));
    assert_eq!(status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("stages must be contiguous"), "{stderr}");
}
