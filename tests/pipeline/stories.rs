//! `wiredesk story-linker`: every finished article has its story once, whatever is killed.

use async_nats::jetstream::consumer::{DeliverPolicy, pull};
use futures_util::StreamExt;
use messages::{ArticleLinked, Event, headers};
use pipeline_tests::{Annotated, Binaries, DEADLINE, Process, articles, expected_stories};
use serde_json::Value;
use tokio::time::timeout;

use crate::running::Pipeline;

const FINISHED: &str = "ARTICLES_SUMMARIZED";
const LINKED: &str = "ARTICLES_LINKED";

/// Starts a pipeline with the stream of the linker.
async fn set_up() -> Pipeline {
    let pipeline = Pipeline::not_set_up().await;
    let (status, _, stderr) = pipeline.wiredesk(&["setup", "--stories"]);
    assert!(status.success(), "{stderr}");
    pipeline
}

/// Starts a linker, without waiting for its turn.
fn starting(pipeline: &Pipeline) -> Process {
    Process::start(Binaries::built().wiredesk(pipeline.server.url(), &["story-linker"]))
}

/// Starts a linker and waits until it works.
fn start(pipeline: &Pipeline) -> Process {
    let mut linker = starting(pipeline);
    linker.wait_for_stderr("ready");
    linker
}

/// Returns the payloads of all test articles as the last stage publishes them.
fn finished() -> Vec<Value> {
    let annotated = articles().into_iter().map(|article| Annotated::new(article).summarized.encode());
    annotated.map(|event| serde_json::from_slice(&event).unwrap()).collect()
}

/// Stores the articles with these numbers, made of `events` in turn, so that later ones are copies of earlier ones.
async fn store(pipeline: &Pipeline, events: &[Value], numbers: std::ops::Range<usize>) {
    for number in numbers {
        let mut event = events[number % events.len()].clone();
        event["article"]["id"] = format!("article {number}").into();
        let language = event["language"]["tag"].as_str().unwrap().split('-').next().unwrap().to_owned();
        pipeline.publish(&format!("articles.v1.summarized.live.{language}"), event.to_string()).await;
    }
}

/// Reads all messages of a stream: subject, headers, time in nanoseconds, payload.
async fn read(pipeline: &Pipeline, stream: &str, count: usize) -> Vec<async_nats::jetstream::Message> {
    let config = pull::OrderedConfig { deliver_policy: DeliverPolicy::All, ..Default::default() };
    let reader = pipeline.stream(stream).await.create_consumer(config).await.unwrap();
    let messages = reader.messages().await.unwrap().take(count).map(Result::unwrap);
    let all = timeout(DEADLINE, messages.collect());
    all.await.unwrap_or_else(|_| panic!("{stream} does not hold {count} messages after {DEADLINE:?}"))
}

/// Checks that the stream of the linker has an event for each finished article, in their order, with the story that it
/// has without any interruption, and nothing else.
async fn check(pipeline: &Pipeline, count: usize) {
    let finished: Vec<(i128, Vec<u8>)> = read(pipeline, FINISHED, count)
        .await
        .into_iter()
        .map(|message| (message.info().unwrap().published.unix_timestamp_nanos(), message.payload.to_vec()))
        .collect();
    let linked = read(pipeline, LINKED, count).await;
    for (number, (message, (payload, noted))) in linked.iter().zip(expected_stories(&finished)).enumerate() {
        assert_eq!(message.payload, payload, "article {number}");
        let headers = message.headers.as_ref().unwrap();
        for (name, value) in noted {
            assert_eq!(headers.get(name).unwrap().as_str(), value, "article {number}");
        }
        assert_eq!(headers.get(headers::INPUT_SEQUENCE).unwrap().as_str(), (number + 1).to_string());
    }
    assert_eq!(pipeline.count(LINKED).await, count);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_finished_article_is_published_again_with_its_story() {
    let pipeline = set_up().await;
    let events = finished();
    let count = events.len() + 5;
    store(&pipeline, &events, 0..count).await;
    let linker = start(&pipeline);
    check(&pipeline, count).await;
    let last = read(&pipeline, LINKED, count).await.pop().unwrap();
    let event = ArticleLinked::decode(&last.payload).unwrap();
    assert_eq!(event.article().id, format!("article {}", count - 1));
    assert_eq!(last.subject.as_str(), format!("articles.v1.linked.live.{}", event.language.primary()));
    assert_eq!(event.story.copy_of.as_ref().unwrap().id, "article 4");
    let (status, printed, stderr) = pipeline.wiredesk(&["results", "--stage", "link"]);
    assert!(status.success(), "{stderr}");
    let printed: Vec<Value> = printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(printed.len(), count);
    assert_eq!(printed[count - 1]["story"]["copy_of"]["id"], "article 4");
    linker.terminate();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_article_is_linked_once_although_linkers_and_server_are_killed() {
    let mut pipeline = set_up().await;
    let events = finished();
    let mut linkers = [start(&pipeline), starting(&pipeline)];
    for round in 0..4 {
        store(&pipeline, &events, round * 50..(round + 1) * 50).await;
        // The one that works, or the one in reserve.
        linkers[round % 2].kill();
        if round == 1 {
            pipeline.restart_server().await;
        }
        linkers[round % 2] = starting(&pipeline);
    }
    check(&pipeline, 200).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_finished_article_becomes_a_dead_letter() {
    let pipeline = set_up().await;
    pipeline.publish("articles.v1.summarized.live.en", "{\"half").await;
    store(&pipeline, &finished(), 0..1).await;
    let linker = start(&pipeline);
    let events = read(&pipeline, LINKED, 1).await;
    assert_eq!(events[0].headers.as_ref().unwrap().get(headers::INPUT_SEQUENCE).unwrap().as_str(), "2");
    let (_, listed, _) = pipeline.wiredesk(&["dead", "list", "--stage", "link", "--json"]);
    let letter: Value = serde_json::from_str(listed.lines().next().unwrap()).unwrap();
    assert_eq!(letter["reason"], "invalid_json");
    assert!(!linker.stderr().contains("half"), "{}", linker.stderr());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_linker_in_reserve_takes_over_at_once_when_the_other_one_stops() {
    let pipeline = set_up().await;
    let (mut first, mut second) = (start(&pipeline), starting(&pipeline));
    second.wait_for_stderr("waiting");
    assert!(!second.stderr().contains("ready"), "{}", second.stderr());
    first.terminate();
    assert!(first.wait().success(), "{}", first.stderr());
    second.wait_for_stderr("ready");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_its_stream_the_linker_names_the_command() {
    let pipeline = Pipeline::set_up().await;
    let (status, _, stderr) =
        Process::run(Binaries::built().wiredesk(pipeline.server.url(), &["story-linker", "health"]));
    assert_eq!(status.code(), Some(1));
    assert!(stderr.contains("ARTICLES_LINKED") && stderr.contains("setup --stories"), "{stderr}");
}
