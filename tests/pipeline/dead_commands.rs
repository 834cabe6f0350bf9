//! `wiredesk dead`, `trace` and `reprocess`: dead letters are listed, repaired and replayed.

use std::{fs, os::unix::fs::PermissionsExt};

use pipeline_tests::{Binaries, Process};
use serde_json::Value;

use crate::running::{Pipeline, RECEIVED, id};

const BROKEN: &str = r#"{"id":"a-1","body": "#;
const WHOLE: &str = r#"{"id":"a-1","body":"Rain fell on Oslo on Friday."}"#;
/// Not a valid event, so the segmenter makes it a dead letter.
const NOT_DETECTED: &str = r#"{"schema":"wiredesk.article/1","article":{"id":"a-2","body":"Rain."}}"#;

fn succeeds(pipeline: &Pipeline, arguments: &[&str]) -> String {
    let (status, stdout, stderr) = pipeline.wiredesk(arguments);
    assert!(status.success(), "{arguments:?}: {stderr}");
    stdout
}

fn json_lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("one JSON value per line")).collect()
}

/// Starts a pipeline with two dead letters: number 1 of the detector, number 2 of the segmenter.
async fn with_two_dead_letters() -> (Pipeline, [Process; 4]) {
    let pipeline = Pipeline::set_up().await;
    let workers = pipeline.workers();
    pipeline.publish(RECEIVED, BROKEN).await;
    pipeline.stored("ARTICLES_DEAD", 1).await;
    pipeline.publish("articles.v1.detected.live.en", NOT_DETECTED).await;
    pipeline.stored("ARTICLES_DEAD", 2).await;
    (pipeline, workers)
}

#[tokio::test(flavor = "multi_thread")]
async fn dead_letters_can_be_listed_and_shown_and_stay_stored() {
    let (pipeline, _workers) = with_two_dead_letters().await;
    for _ in 0..2 {
        let listed = json_lines(&succeeds(&pipeline, &["dead", "list", "--json"]));
        let reasons: Vec<&Value> = listed.iter().map(|letter| &letter["reason"]).collect();
        assert_eq!(reasons, ["invalid_json", "invalid_event"]);
        let shown = succeeds(&pipeline, &["dead", "show", "1"]);
        assert!(
            shown.contains("invalid_json: the payload is not valid JSON") && shown.contains(BROKEN),
            "{shown}"
        );
    }
    for (filter, expected) in [
        (["--stage", "segment"], vec![2]),
        (["--reason", "invalid_json"], vec![1]),
        (["--since", "1h"], vec![1, 2]),
        (["--since", "2099-01-01T00:00:00Z"], vec![]),
    ] {
        let listed = json_lines(&succeeds(&pipeline, &[&["dead", "list", "--json"], &filter[..]].concat()));
        let numbers: Vec<&Value> = listed.iter().map(|letter| &letter["sequence"]).collect();
        assert_eq!(numbers, expected, "{filter:?}");
    }
    let payload = succeeds(&pipeline, &["dead", "show", "2", "--payload"]);
    assert_eq!(payload, NOT_DETECTED, "the payload is shown byte for byte");
    let (status, _, stderr) = pipeline.wiredesk(&["dead", "show", "7"]);
    assert!(status.code() == Some(1) && stderr.contains("dead list"), "{stderr}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_replayed_once_but_its_next_dead_letter_can_be_replayed() {
    let (pipeline, _workers) = with_two_dead_letters().await;
    let fates = |arguments: &[&str]| -> Vec<String> {
        let lines = json_lines(&succeeds(&pipeline, arguments));
        lines.iter().map(|line| line["fate"].as_str().expect("a word").to_owned()).collect()
    };
    let replay = ["dead", "replay", "--stage", "detect", "--rate", "100", "--json"];
    assert_eq!(fates(&[&replay[..], &["--dry-run"]].concat()), ["would_replay"]);
    assert_eq!(pipeline.count("ARTICLES_RECEIVED").await, 1, "a dry run publishes nothing");

    assert_eq!(fates(&replay), ["replayed"]);
    // The event is as broken as before, and dies again: letter 2, its note 3 and the new letter 4, in some
    // order.
    pipeline.stored("ARTICLES_DEAD", 4).await;
    assert_eq!(fates(&replay), ["replayed_before", "replayed"]);
    pipeline.stored("ARTICLES_RECEIVED", 3).await;
    let ids: Vec<String> = pipeline
        .stored("ARTICLES_RECEIVED", 3)
        .await
        .iter()
        .filter_map(|stored| Some(stored.headers.get("Nats-Msg-Id")?.as_str().to_owned()))
        .collect();
    assert!(ids[0].ends_with(":r1") && ids[1].ends_with(":r2"), "{ids:?}");

    let dropped = succeeds(&pipeline, &["dead", "drop", "--all"]);
    assert!(dropped.contains("dead letters."), "{dropped}");
    assert_eq!(succeeds(&pipeline, &["dead", "list", "--stage", "segment"]), "No dead letters.\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dead_letter_can_be_repaired_in_the_editor_and_traced() {
    let (pipeline, _workers) = with_two_dead_letters().await;
    let folder = tempfile::tempdir().expect("a folder");
    let editor = |name: &str, content: &str| {
        let path = folder.path().join(name);
        fs::write(&path, format!("#!/bin/sh\nprintf '%s' '{content}' > \"$1\"\n")).expect("a script");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a script");
        path
    };
    let edit = |script: std::path::PathBuf| {
        let mut command =
            Binaries::built().wiredesk(pipeline.server.url(), &["dead", "replay", "1", "--edit", "--json"]);
        command.env("EDITOR", script);
        Process::run(command)
    };
    let (status, _, stderr) = edit(editor("worse", "{"));
    assert!(!status.success() && stderr.contains("cannot be replayed"), "{stderr}");
    let (status, _, stderr) = edit(editor("better", WHOLE));
    assert!(status.success(), "{stderr}");
    let summarized = pipeline.stored("ARTICLES_SUMMARIZED", 1).await.swap_remove(0);
    assert_eq!(id(&summarized), "a-1");
    let message_id = summarized.headers.get("Nats-Msg-Id").expect("an id").as_str().to_owned();
    assert!(message_id.ends_with(":r1"), "all later events show that they come from a replay: {message_id}");

    let traced: Value =
        serde_json::from_str(&succeeds(&pipeline, &["trace", "a-1", "--json"])).expect("JSON");
    let steps: Vec<&str> =
        traced["steps"].as_array().expect("a list").iter().filter_map(|step| step["what"].as_str()).collect();
    // The replay is recorded while the replayed event is already being processed.
    let made: Vec<&str> = steps.iter().copied().filter(|what| *what != "replayed").collect();
    assert_eq!(
        made,
        ["received", "dead", "received", "detected", "segmented", "tagged", "summarized"],
        "{traced}"
    );
    assert_eq!(steps.len(), made.len() + 1, "{traced}");
    assert!(traced["steps"][7]["latency_ms"].as_f64().is_some_and(|latency| latency > 0.0), "{traced}");
    assert_eq!(pipeline.wiredesk(&["trace", "nobody"]).0.code(), Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn reprocesses_events_of_an_earlier_stage_and_keeps_old_results() {
    let pipeline = Pipeline::set_up().await;
    let _workers = pipeline.workers();
    for article in ["a-1", "a-2"] {
        let payload = format!(r#"{{"id":"{article}","body":"Rain fell on Oslo on Friday."}}"#);
        pipeline.publish(RECEIVED, payload).await;
    }
    pipeline.stored("ARTICLES_SUMMARIZED", 2).await;
    let reprocess = ["reprocess", "--from-stage", "tag", "--id", "a-2", "--run", "77", "--json"];
    for stored in [1, 0] {
        let told: Value = serde_json::from_str(&succeeds(&pipeline, &reprocess)).expect("JSON");
        assert_eq!(
            (&told["found"], &told["stored"]),
            (&1.into(), &stored.into()),
            "the second time stores nothing"
        );
        let results = pipeline.stored("ARTICLES_SUMMARIZED", 3).await;
        assert_eq!(id(&results[2]), "a-2");
        assert!(results[2].subject.starts_with("articles.v1.summarized.backfill."), "{}", results[2].subject);
    }
    pipeline.settled().await;
    assert_eq!(pipeline.count("ARTICLES_SUMMARIZED").await, 3);
    assert_eq!(pipeline.count("ARTICLES_DETECTED").await, 2, "earlier stages do not run again");
    let (status, _, stderr) = pipeline.wiredesk(&["reprocess", "--from-stage", "tag", "--id", "a-9"]);
    assert!(!status.success() && stderr.contains("a-9"), "{stderr}");
    assert_eq!(pipeline.consumer("ARTICLES_SEGMENTED", "entity-tagger-backfill").await.num_ack_pending, 0);
}
