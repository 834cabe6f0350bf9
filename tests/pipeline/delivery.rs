//! Four real workers deliver the right bytes, each exactly once, whatever happens to a worker.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

use futures_util::future::join_all;
use messages::{Event, Stage, StageName};
use pipeline_tests::{Process, articles, articles_folder, chain, wait_until};
use serde_json::json;

use crate::{
    fused::fused,
    running::{Pipeline, RECEIVED, STAGES, id, many_articles},
};

/// The longest time from SIGTERM to the end of a worker.
const GRACE: Duration = Duration::from_secs(5);

/// Publishes `count` articles before any worker runs.
async fn publish_many(pipeline: &Pipeline, count: usize) -> BTreeSet<String> {
    let mut published = BTreeSet::new();
    publish_more(pipeline, &mut published, count).await;
    published
}

/// Publishes `count` articles that are not among those published.
async fn publish_more(pipeline: &Pipeline, published: &mut BTreeSet<String>, count: usize) {
    let articles = many_articles(published.len() + count).split_off(published.len());
    join_all(articles.iter().map(|article| pipeline.publish(RECEIVED, article.encode()))).await;
    published.extend(articles.into_iter().map(|received| received.article.id));
}

/// Checks that every stage stored every article once.
async fn assert_each_once(pipeline: &Pipeline, published: &BTreeSet<String>) {
    let summarized = pipeline.stored("ARTICLES_SUMMARIZED", published.len()).await;
    pipeline.settled().await;
    let ids: BTreeSet<String> = summarized.iter().map(id).collect();
    assert_eq!(&ids, published, "every article is summarized");
    for (_, _, _, stream) in STAGES {
        assert_eq!(pipeline.count(stream).await, published.len(), "messages in {stream}");
    }
    assert_eq!(pipeline.count("ARTICLES_DEAD").await, 0, "dead letters");
}

#[tokio::test(flavor = "multi_thread")]
async fn workers_annotate_and_stages_write_the_same_bytes() {
    let pipeline = Pipeline::set_up().await;
    let folder = articles_folder();
    let (status, lines, stderr) =
        pipeline.wiredesk(&["annotate", "--output", "jsonl", folder.to_str().expect("a path in UTF-8")]);
    assert!(status.success(), "{stderr}");
    let received = articles();
    assert_eq!(lines.lines().count(), received.len());

    let _workers = pipeline.workers();
    for article in &received {
        pipeline.publish(RECEIVED, article.encode()).await;
    }
    let stored = pipeline.stored("ARTICLES_SUMMARIZED", received.len()).await;
    let by_workers: BTreeMap<String, &[u8]> =
        stored.iter().map(|stored| (id(stored), &*stored.payload)).collect();
    for (article, annotated) in received.into_iter().zip(lines.lines()) {
        let id = article.article.id.clone();
        let in_process = chain().process(article).expect("a test article is processed").encode();
        assert_eq!(annotated.as_bytes(), in_process, "{id}: annotate");
        assert_eq!(by_workers[&id], in_process, "{id}: workers");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_result_has_its_language_in_the_subject_and_its_type_in_the_headers() {
    let pipeline = Pipeline::set_up().await;
    let _workers = pipeline.workers();
    let article = articles().swap_remove(0);
    pipeline.publish(RECEIVED, article.encode()).await;
    let stored = pipeline.stored("ARTICLES_SUMMARIZED", 1).await.swap_remove(0);
    assert_eq!(stored.subject, "articles.v1.summarized.live.ar");
    let header = |name: &str| stored.headers.get(name).map(|value| value.as_str().to_owned());
    assert_eq!(header("ce-specversion").as_deref(), Some("1.0"));
    assert_eq!(header("ce-type").as_deref(), Some("news.article.summarized.v1"));
    assert_eq!(header("ce-subject"), Some(article.article.id));
    assert_eq!(header("ce-id"), header("Nats-Msg-Id"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_published_three_times_is_summarized_once() {
    let pipeline = Pipeline::set_up().await;
    let file = articles_folder().join("en-tiny.json");
    for _ in 0..3 {
        let (status, _, stderr) = pipeline.wiredesk(&["publish", file.to_str().expect("a path in UTF-8")]);
        assert!(status.success(), "{stderr}");
    }
    let _workers = pipeline.workers();
    pipeline.stored("ARTICLES_SUMMARIZED", 1).await;
    pipeline.settled().await;
    assert_eq!(pipeline.count("ARTICLES_RECEIVED").await, 1);
    assert_eq!(pipeline.count("ARTICLES_SUMMARIZED").await, 1);
}

/// Stores the article three times, as a client without message ids may do. The first stage must treat it as
/// one article.
#[tokio::test(flavor = "multi_thread")]
async fn an_article_published_three_times_without_a_message_id_is_summarized_once() {
    let pipeline = Pipeline::set_up().await;
    let article = articles().swap_remove(0);
    for _ in 0..3 {
        pipeline.publish(RECEIVED, article.encode()).await;
    }
    let _workers = pipeline.workers();
    pipeline.stored("ARTICLES_SUMMARIZED", 1).await;
    pipeline.settled().await;
    assert_eq!(pipeline.count("ARTICLES_RECEIVED").await, 3);
    assert_eq!(pipeline.count("ARTICLES_SUMMARIZED").await, 1);
}

/// Kills each worker in turn while it processes a backlog.
#[tokio::test(flavor = "multi_thread")]
async fn killed_workers_lose_nothing() {
    const COUNT: usize = 400;
    let pipeline = Pipeline::set_up().await;
    pipeline.hurry_redelivery().await;
    let mut published = publish_many(&pipeline, COUNT).await;
    let mut successors = Vec::new();
    for (stage, stream, consumer, output) in STAGES {
        loop {
            let before = pipeline.count(output).await;
            let mut worker = pipeline.worker(stage);
            pipeline.stored(output, before + COUNT / 16).await;
            worker.kill();
            if pipeline.consumer(stream, consumer).await.num_ack_pending > 0 {
                break;
            }
            // The worker finished before this busy machine killed it, which proves nothing: again, with more to do.
            assert!(published.len() < 10 * COUNT, "{stage} was always killed too late");
            publish_more(&pipeline, &mut published, COUNT).await;
            pipeline.stored(stream, published.len()).await;
        }
        successors.push(pipeline.worker(stage));
    }
    assert_each_once(&pipeline, &published).await;
}

/// Kills a worker process, as happens when memory runs out or a stage aborts. Its articles must not wait for
/// the ack timeout.
#[tokio::test(flavor = "multi_thread")]
async fn in_flight_articles_of_a_dead_process_are_redelivered_at_once() {
    const COUNT: usize = 40;
    let pipeline = Pipeline::set_up().await;
    pipeline.redeliver_after(Duration::from_mins(1)).await;
    // Long articles, so that the worker has pulled all of them before it has processed a few.
    let body = "It rained in Oslo on Friday, and the mayor spoke of more to come. ".repeat(1_500);
    for number in 0..COUNT {
        pipeline.publish(RECEIVED, json!({"id": format!("long-{number}"), "body": body}).to_string()).await;
    }
    let mut worker = fused(&pipeline, "detect,segment,tag,summarize");
    pipeline.stored("ARTICLES_SUMMARIZED", 2).await;
    let consumer = pipeline.consumer("ARTICLES_RECEIVED", "language-detector-live").await;
    assert_eq!(consumer.num_pending, 0, "all are delivered");
    assert!(consumer.num_ack_pending > 0, "too late to prove anything");
    let killed = Instant::now();
    worker.signal_worker("KILL");
    assert_eq!(worker.wait().code(), Some(128 + 9));
    assert!(worker.stderr().contains("in-flight deliveries returned"), "{}", worker.stderr());

    let _successor = fused(&pipeline, "detect,segment,tag,summarize");
    pipeline.stored("ARTICLES_SUMMARIZED", COUNT).await;
    pipeline.settled().await;
    assert!(killed.elapsed() < consumer.config.ack_wait, "it took {:?}", killed.elapsed());
    assert_eq!(pipeline.count("ARTICLES_SUMMARIZED").await, COUNT);
}

/// Kills the supervisor. The worker process must end as well, or a worker would run that nobody watches.
#[tokio::test(flavor = "multi_thread")]
async fn a_worker_process_does_not_outlive_its_supervisor() {
    let pipeline = Pipeline::set_up().await;
    let mut worker = pipeline.worker(StageName::Detect);
    let [_, child] = worker.ids()[..] else { panic!("a worker is two processes: {:?}", worker.ids()) };
    worker.kill();
    wait_until("the end of the working process", || {
        let status = std::fs::read_to_string(format!("/proc/{child}/status")).unwrap_or_default();
        (status.is_empty() || status.contains("State:\tZ")).then_some(())
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_server_loses_nothing() {
    const COUNT: usize = 200;
    let mut pipeline = Pipeline::set_up().await;
    pipeline.hurry_redelivery().await;
    let published = publish_many(&pipeline, COUNT).await;
    let mut workers = pipeline.workers();
    pipeline.stored("ARTICLES_SUMMARIZED", COUNT / 8).await;
    pipeline.restart_server().await;
    assert!(pipeline.count("ARTICLES_SUMMARIZED").await < COUNT, "killed too late to prove anything");
    assert_each_once(&pipeline, &published).await;
    assert!(workers.iter_mut().all(Process::is_running), "the same workers continued");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_orderly_stop_causes_no_redelivery() {
    const COUNT: usize = 400;
    let pipeline = Pipeline::set_up().await;
    let published = publish_many(&pipeline, COUNT).await;
    let mut workers = pipeline.workers();
    pipeline.stored("ARTICLES_SUMMARIZED", COUNT / 8).await;
    let asked = Instant::now();
    for worker in &workers {
        worker.terminate();
    }
    for worker in &mut workers {
        let status = worker.wait();
        assert!(status.success(), "exit status after SIGTERM: {status}\n{}", worker.stderr());
        assert!(asked.elapsed() < GRACE, "a worker took {:?} to end", asked.elapsed());
    }
    assert!(pipeline.count("ARTICLES_SUMMARIZED").await < COUNT, "asked too late to prove anything");
    for (_, stream, consumer, _) in STAGES {
        assert_eq!(
            pipeline.consumer(stream, consumer).await.num_ack_pending,
            0,
            "{consumer} was left waiting"
        );
    }

    let _workers = pipeline.workers();
    assert_each_once(&pipeline, &published).await;
    for (_, stream, consumer, _) in STAGES {
        let delivered = pipeline.consumer(stream, consumer).await.delivered;
        assert_eq!(delivered.consumer_sequence, delivered.stream_sequence, "{consumer} delivered some twice");
    }
}
