//! Messages whose headers cannot be read are set aside, and cost the articles beside them nothing.

use std::collections::BTreeSet;

use messages::StageName;
use pipeline_tests::{RawPublisher, UNREADABLE, WITH_STATUS};
use serde_json::Value;

use crate::running::{Pipeline, RECEIVED};

const REASON: &str = "unreadable_headers";
const READABLE: &[u8] = b"NATS/1.0\r\nX-Author: x\r\n\r\n";

fn article(id: &str) -> String {
    format!(r#"{{"id":"{id}","body":"Rain fell on Oslo on Friday."}}"#)
}

/// Publishes sound articles with one message of each unreadable kind after every fourth. Returns the payloads
/// of these messages.
fn publish(pipeline: &Pipeline) -> Vec<String> {
    let mut publisher = RawPublisher::connect(pipeline.server.url());
    let mut unreadable = Vec::new();
    for (number, (_, headers)) in UNREADABLE.iter().enumerate() {
        for sound in 0..4 {
            publisher.publish(RECEIVED, READABLE, article(&format!("sound-{number}-{sound}")).as_bytes());
        }
        unreadable.push(article(&format!("unreadable-{number}")));
        publisher.publish(RECEIVED, headers, unreadable[number].as_bytes());
    }
    publisher.flush();
    unreadable
}

fn json(pipeline: &Pipeline, arguments: &[&str]) -> Vec<Value> {
    let (status, stdout, stderr) = pipeline.wiredesk(arguments);
    assert!(status.success(), "{arguments:?}: {stderr}");
    stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn escaped(block: &[u8]) -> String {
    block.escape_ascii().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_becomes_a_dead_letter_and_all_sound_articles_pass() {
    let pipeline = Pipeline::set_up().await;
    let workers = pipeline.workers();
    let payloads = publish(&pipeline);
    let sound = 4 * payloads.len();
    pipeline.stored("ARTICLES_SUMMARIZED", sound).await;
    let letters = pipeline.stored("ARTICLES_DEAD", payloads.len()).await;
    pipeline.settled().await;
    assert_eq!(pipeline.count("ARTICLES_SUMMARIZED").await, sound);
    assert_eq!(pipeline.count("ARTICLES_DEAD").await, payloads.len());
    let kept: BTreeSet<&[u8]> = letters.iter().map(|letter| letter.payload.as_ref()).collect();
    assert_eq!(kept, payloads.iter().map(String::as_bytes).collect(), "payloads are kept byte for byte");

    // A lost connection would redeliver what was in flight.
    let consumer = pipeline.consumer("ARTICLES_RECEIVED", "language-detector-live").await;
    assert_eq!(consumer.delivered.consumer_sequence, (sound + payloads.len()) as u64);
    for worker in workers {
        assert!(!worker.stderr().contains("failed, retrying"), "{}", worker.stderr());
    }

    // Each letter shows the bytes of its headers and the id that only its payload names.
    let listed = json(&pipeline, &["dead", "list", "--json"]);
    for (number, (kind, block)) in UNREADABLE.iter().enumerate() {
        let id = format!("unreadable-{number}");
        let letter = listed.iter().find(|letter| letter["article"] == id.as_str());
        let letter = letter.unwrap_or_else(|| panic!("{kind}: {listed:?}"));
        let lines = letter["unreadable_headers"].as_array().expect("a list").iter();
        let shown: String = lines.map(|line| line.as_str().expect("a line")).collect();
        assert_eq!((&letter["reason"], shown), (&REASON.into(), escaped(block)), "{kind}");
    }
    let (_, shown, _) = pipeline.wiredesk(&["dead", "show", "unreadable-0"]);
    assert!(shown.contains(r"X-Author: Jos\xe9") && shown.contains("line 2 is not UTF-8"), "{shown}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_replay_publishes_the_payload_without_them() {
    let pipeline = Pipeline::set_up().await;
    let _workers = pipeline.workers();
    let count = publish(&pipeline).len();
    pipeline.stored("ARTICLES_DEAD", count).await;
    let replayed = json(&pipeline, &["dead", "replay", "--reason", REASON, "--json"]);
    assert!(replayed.len() == count && replayed.iter().all(|it| it["fate"] == "replayed"), "{replayed:?}");
    pipeline.stored("ARTICLES_SUMMARIZED", 5 * count).await;
    pipeline.settled().await;
    assert_eq!(json(&pipeline, &["dead", "list", "--json"]).len(), count, "no replay became a dead letter");

    // The history of such an article has its dead letter and its replay.
    let traced = json(&pipeline, &["trace", "unreadable-1", "--json"]);
    let steps = traced[0]["steps"].as_array().expect("a list");
    let count_of = |what: &str| steps.iter().filter(|step| step["what"] == what).count();
    assert_eq!((count_of("received"), count_of("dead"), count_of("summarized")), (2, 1, 1), "{traced:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn trace_reprocess_and_results_read_past_them() {
    let pipeline = Pipeline::set_up().await;
    let count = publish(&pipeline).len();
    let mut publisher = RawPublisher::connect(pipeline.server.url());
    let summarized = "articles.v1.summarized.live.en";
    for (_, headers) in UNREADABLE {
        publisher.publish(summarized, headers, b"{}");
    }
    publisher.flush();
    let steps = json(&pipeline, &["trace", "sound-6-3", "--json"]);
    assert_eq!(steps[0]["steps"][0]["what"], "received", "{steps:?}");
    let told = json(&pipeline, &["reprocess", "--from-stage", "detect", "--run", "7", "--json"]);
    assert_eq!(told[0]["found"], 5 * count, "{told:?}");
    // Without a worker nobody sees the reprocessed events, but each is stored with headers that can be read.
    assert_eq!(pipeline.count("ARTICLES_RECEIVED").await, 10 * count);
    let (status, results, stderr) = pipeline.wiredesk(&["results", "--output", "jsonl"]);
    assert_eq!(results.lines().count() + stderr.lines().count(), count, "{status}: {results}{stderr}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_with_a_status_is_a_delivery_and_not_an_answer_of_the_server() {
    let pipeline = Pipeline::set_up().await;
    let _workers = pipeline.workers();
    let mut publisher = RawPublisher::connect(pipeline.server.url());
    publisher.publish(RECEIVED, WITH_STATUS, article("a-1").as_bytes());
    publisher.flush();
    pipeline.publish(RECEIVED, article("a-2")).await;
    pipeline.settled().await;
    // A server that removes the status leaves nothing unreadable.
    let (summarized, dead) =
        (pipeline.count("ARTICLES_SUMMARIZED").await, pipeline.count("ARTICLES_DEAD").await);
    assert_eq!(summarized + dead, 2, "summarized: {summarized}, dead: {dead}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_stage_sets_them_aside() {
    let pipeline = Pipeline::set_up().await;
    let _workers = pipeline.workers();
    let mut publisher = RawPublisher::connect(pipeline.server.url());
    for subject in ["received.live", "detected.live.en", "segmented.live.en", "tagged.live.en"] {
        publisher.publish(&format!("articles.v1.{subject}"), UNREADABLE[0].1, b"{}");
    }
    publisher.flush();
    let letters = pipeline.stored("ARTICLES_DEAD", 4).await;
    let subjects: BTreeSet<String> = letters.into_iter().map(|letter| letter.subject).collect();
    let expected = StageName::ALL.map(|stage| format!("articles.v1.dead.{stage}.{REASON}"));
    assert_eq!(subjects, BTreeSet::from(expected));
}
