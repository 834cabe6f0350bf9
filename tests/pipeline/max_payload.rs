//! The server's `max_payload` changes while articles are stored and workers run.

use serde_json::Value;

use crate::running::{Pipeline, RECEIVED};

const SMALL: &str = "max_payload: 64KB";
const LARGE: &str = "max_payload: 1MB";
/// More than the small limit with all layers, and too much for it as a dead letter with its headers.
const SENTENCES: usize = 2_500;

fn article(id: &str, sentences: usize) -> String {
    let body = "Rain fell on Oslo on Friday. ".repeat(sentences);
    format!(r#"{{"id":"{id}","body":"{body}"}}"#)
}

fn succeeds(pipeline: &Pipeline, arguments: &[&str]) -> String {
    let (status, stdout, stderr) = pipeline.wiredesk(arguments);
    assert!(status.success(), "{arguments:?}: {stderr}");
    stdout
}

fn json_lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("one JSON value per line")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lowered_limit_sets_articles_aside_and_a_raised_one_lets_them_be_replayed() {
    let pipeline = Pipeline::configured(LARGE).await;
    succeeds(&pipeline, &["setup"]);
    for number in 0..3 {
        pipeline.publish(RECEIVED, article(&format!("large-{number}"), SENTENCES)).await;
        pipeline.publish(RECEIVED, article(&format!("small-{number}"), 1)).await;
    }
    pipeline.server.reconfigure(SMALL);
    let workers = pipeline.workers();
    pipeline.stored("ARTICLES_DEAD", 3).await;
    pipeline.stored("ARTICLES_SUMMARIZED", 3).await;
    pipeline.settled().await;

    // Each letter says what it is, after one delivery. Its payload is read from the original stream.
    let mut listed = json_lines(&succeeds(&pipeline, &["dead", "list", "--json"]));
    // The threads of a worker finish in any order.
    listed.sort_by_key(|letter| letter["article"].to_string());
    for (number, letter) in listed.iter().enumerate() {
        let id = format!("large-{number}");
        assert_eq!(letter["reason"], "too_large", "{letter}");
        assert_eq!(letter["article"], id.as_str(), "{letter}");
        assert_eq!(letter["payload_place"], "in_stream", "{letter}");
        assert_eq!(letter["deliveries"], 1, "{letter}");
        let payload = succeeds(&pipeline, &["dead", "show", &id, "--payload"]);
        assert!(payload == article(&id, SENTENCES), "the payload of {id} is the original one");
    }
    let (_, shown, _) = pipeline.wiredesk(&["dead", "show", "large-0"]);
    for words in ["max_payload", "too large for the letter; it is in its stream"] {
        assert!(shown.contains(words), "`dead show` says: {words}");
    }

    // The workers connected under the small limit. Without a restart or `setup` they use the large one.
    pipeline.server.reconfigure(LARGE);
    succeeds(&pipeline, &["dead", "replay", "--reason", "too_large"]);
    pipeline.stored("ARTICLES_SUMMARIZED", 6).await;
    pipeline.settled().await;
    assert_eq!(json_lines(&succeeds(&pipeline, &["dead", "list", "--json"])).len(), 3, "none died again");
    drop(workers);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_whose_payload_is_gone_says_so() {
    let pipeline = Pipeline::configured(LARGE).await;
    succeeds(&pipeline, &["setup"]);
    pipeline.publish(RECEIVED, article("large", SENTENCES)).await;
    pipeline.server.reconfigure(SMALL);
    let _workers = pipeline.workers();
    pipeline.stored("ARTICLES_DEAD", 1).await;
    pipeline.stream("ARTICLES_RECEIVED").await.purge().await.expect("a stream can be emptied");
    let (_, shown, _) = pipeline.wiredesk(&["dead", "show", "1"]);
    assert!(shown.contains("no longer stored"), "{shown}");
    let (status, _, stderr) = pipeline.wiredesk(&["dead", "replay", "1"]);
    assert!(status.code() == Some(1) && stderr.contains("publish the article again"), "{stderr}");
}

#[tokio::test(flavor = "multi_thread")]
async fn setup_and_doctor_agree_whatever_the_limit() {
    let pipeline = Pipeline::configured("max_payload: 32KB").await;
    succeeds(&pipeline, &["setup"]);
    let again = json_lines(&succeeds(&pipeline, &["setup", "--json"]));
    assert!(again.len() > 10 && again.iter().all(|line| line["action"] == "unchanged"), "{again:?}");
    pipeline.server.reconfigure(LARGE);
    let again = json_lines(&succeeds(&pipeline, &["setup", "--json"]));
    assert!(again.iter().all(|line| line["action"] == "unchanged"), "{again:?}");
    let (_, found, _) = pipeline.wiredesk(&["doctor", "--monitoring", "127.0.0.1:1"]);
    assert!(!found.contains("max_msg_size"), "{found}");
}

#[tokio::test(flavor = "multi_thread")]
async fn setup_refuses_a_server_whose_limit_is_too_small_to_be_of_use() {
    let pipeline = Pipeline::configured("max_payload: 8KB").await;
    let (status, _, stderr) = pipeline.wiredesk(&["setup"]);
    assert!(status.code() == Some(1) && stderr.contains("max_payload is 8192 bytes"), "{stderr}");
}
