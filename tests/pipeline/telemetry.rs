//! Telemetry of a worker: metrics and health over HTTP, and discovery over NATS. Also `wiredesk doctor`.

use std::{
    io::{Read, Write},
    net::TcpStream,
    process::Command,
    time::Duration,
};

use futures_util::StreamExt;
use messages::StageName;
use pipeline_tests::{Binaries, Process};
use serde_json::Value;

use crate::running::{Pipeline, RECEIVED};

/// Starts the detector with its probes on a free port, and returns their address.
pub(crate) fn with_probes(pipeline: &Pipeline) -> (Process, String) {
    let mut command = Binaries::built().worker(StageName::Detect, pipeline.server.url());
    command.env("WIREDESK_HTTP", "127.0.0.1:0").env("WIREDESK_LOG_FORMAT", "json");
    probed(command)
}

/// Starts a worker that serves its probes and logs JSON, and returns the address of the probes.
pub(crate) fn probed(command: Command) -> (Process, String) {
    let mut worker = Process::start(command);
    worker.wait_for_stderr("serving /metrics");
    let said = worker.stderr();
    let line = said
        .lines()
        .find(|line| line.contains("serving /metrics"))
        .expect("the line is there, since the test waited for it");
    let line: Value = serde_json::from_str(line).expect("a log line is JSON");
    let address = line["address"].as_str().expect("the line names the address").to_owned();
    (worker, address)
}

/// Sends a GET request, and returns status line and body.
pub(crate) fn get(address: &str, path: &str) -> (String, String) {
    let mut stream = TcpStream::connect(address).expect("the worker answers");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: worker\r\nConnection: close\r\n\r\n").expect("it listens");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
    (head.lines().next().expect("a status line").to_owned(), body.to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_counts_its_outcomes() {
    let pipeline = Pipeline::set_up().await;
    let (_worker, address) = with_probes(&pipeline);
    pipeline
        .publish(RECEIVED, r#"{"body":"Rain fell on Oslo on Friday, and the streets were empty."}"#)
        .await;
    pipeline.publish(RECEIVED, "{").await;
    pipeline.stored("ARTICLES_DETECTED", 1).await;
    pipeline.stored("ARTICLES_DEAD", 1).await;
    let (status, metrics) = loop {
        // An article is counted when it is settled, which is after it is stored.
        let (status, metrics) = get(&address, "/metrics");
        if metrics.contains(r#"outcome="dead""#) && metrics.contains(r#"outcome="published""#) {
            break (status, metrics);
        }
        tokio::task::yield_now().await;
    };
    assert!(status.contains("200"), "{status}");
    for line in [
        r#"wiredesk_articles_total{stage="detect",lane="live",outcome="published"} 1"#,
        r#"wiredesk_dead_letters_total{stage="detect",reason="invalid_json"} 1"#,
        r#"wiredesk_languages_total{stage="detect",language="en"} 1"#,
        r#"wiredesk_in_flight{stage="detect",lane="live"} 0"#,
        r#"wiredesk_processing_seconds_count{stage="detect"} 2"#,
        r#"wiredesk_queue_seconds_count{stage="detect",lane="live"} 2"#,
        r#"wiredesk_build_info{stage="detect",version="#,
    ] {
        assert!(metrics.contains(line), "{line} in:\n{metrics}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_without_its_server_is_healthy_but_not_ready() {
    let mut pipeline = Pipeline::set_up().await;
    let (_worker, address) = with_probes(&pipeline);
    for path in ["/healthz", "/readyz"] {
        let (status, body) = get(&address, path);
        assert!(status.contains("200") && body == "ok\n", "{path}: {status} {body}");
    }
    assert!(get(&address, "/elsewhere").0.contains("404"));
    pipeline.server.kill();
    let (status, _) = get(&address, "/readyz");
    assert!(status.contains("503"), "{status}");
    assert!(get(&address, "/healthz").0.contains("200"), "a restart would not help");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_can_be_discovered_as_a_micro_service() {
    let pipeline = Pipeline::set_up().await;
    let _worker = pipeline.worker(StageName::Segment);
    let client = async_nats::connect(pipeline.server.url()).await.expect("the server takes connections");
    for (verb, member) in [("PING", "metadata"), ("INFO", "description"), ("STATS", "started")] {
        let answer = loop {
            let inbox = client.new_inbox();
            let mut answers = client.subscribe(inbox.clone()).await.expect("a subscription");
            client
                .publish_with_reply(format!("$SRV.{verb}.segmenter"), inbox, "".into())
                .await
                .expect("a connection");
            // A worker reports that it is ready a moment before it can be discovered.
            match tokio::time::timeout(Duration::from_millis(200), answers.next()).await {
                Ok(Some(answer)) if !answer.payload.is_empty() => break answer,
                _ => {}
            }
        };
        let answer: Value = serde_json::from_slice(&answer.payload).expect("JSON");
        assert_eq!(answer["name"], "segmenter");
        assert!(!answer[member].is_null(), "{verb}: {answer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_names_problems_and_their_remedies() {
    let pipeline = Pipeline::not_set_up().await;
    // Nothing listens on port 1, so the doctor cannot reach another server's monitoring.
    let doctor = ["doctor", "--monitoring", "127.0.0.1:1"];
    let (status, stdout, _) = pipeline.wiredesk(&doctor);
    assert_eq!(status.code(), Some(1));
    assert!(stdout.contains("WRONG") && stdout.contains("wiredesk setup"), "{stdout}");
    assert!(pipeline.wiredesk(&["setup"]).0.success());
    let (status, stdout, stderr) = pipeline.wiredesk(&doctor);
    assert!(status.success(), "{stdout}{stderr}");
    assert!(!stdout.contains("WRONG") && stdout.contains("as planned"), "{stdout}");
    pipeline.publish(RECEIVED, "{}").await;
    let (_, stdout, _) = pipeline.wiredesk(&doctor);
    assert!(stdout.contains("`detect`: articles wait"), "{stdout}");
}
