//! A stage that stands still: `/readyz`, the metrics, the log, `wiredesk status` and `wiredesk doctor` name the
//! reason.

use std::time::Duration;

use messages::StageName;
use pipeline_tests::{Binaries, DEADLINE, Process, admin, articles_folder, wait_until};
use runtime::clock;
use serde_json::Value;

use crate::{
    permissions::{OPERATOR, as_user, guarded_by},
    running::{LOOK_EVERY, Pipeline, RECEIVED},
    telemetry::{get, probed, with_probes},
};

const ARTICLE: &str = r#"{"body":"Rain fell on Oslo on Friday, and the streets were empty."}"#;
/// Nothing listens on port 1, so the doctor cannot reach another server's monitoring.
const DOCTOR: [&str; 3] = ["doctor", "--monitoring", "127.0.0.1:1"];

/// Waits until `/readyz` names all `words`, and returns its text.
fn not_ready(address: &str, words: &[&str]) -> String {
    wait_until(&format!("{words:?} on /readyz"), || {
        let (status, body) = get(address, "/readyz");
        (status.contains("503") && words.iter().all(|word| body.contains(word))).then_some(body)
    })
}

fn ready(address: &str) {
    wait_until("200 of /readyz", || get(address, "/readyz").0.contains("200").then_some(()));
}

/// Waits until the metrics have this line.
fn measured(address: &str, line: &str) {
    wait_until(line, || get(address, "/metrics").1.contains(line).then_some(()));
}

/// Returns how many log lines about `reason` the worker wrote at the level of warnings.
fn warnings(worker: &Process, reason: &str) -> usize {
    let log = worker.stderr();
    let lines = log.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    lines.filter(|line| line["level"] == "WARN" && line["reason"] == reason).count()
}

/// Returns what `wiredesk doctor` and `wiredesk status` say, and the obstacles in the status.
fn said(pipeline: &Pipeline) -> (String, String, Vec<Value>) {
    let (status, doctor, _) = pipeline.wiredesk(&DOCTOR);
    let (_, text, stderr) = pipeline.wiredesk(&["status"]);
    let (_, json, _) = pipeline.wiredesk(&["status", "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json} {stderr}"));
    assert_eq!(status.code(), Some(1), "the doctor finds a fault:\n{doctor}");
    (doctor, text, json["obstacles"].as_array().expect("a list").clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paused_consumer_is_named_with_the_time_of_its_end() {
    let pipeline = Pipeline::set_up().await;
    let (worker, address) = with_probes(&pipeline);
    ready(&address);
    let until = clock::now() + Duration::from_hours(1);
    let stream = pipeline.stream("ARTICLES_RECEIVED").await;
    let paused = stream.pause_consumer("language-detector-live", until).await;
    if !pipeline.jetstream.client().is_server_compatible(2, 11, 0) {
        assert!(paused.is_err(), "a server before 2.11 cannot pause");
        return;
    }
    assert!(paused.expect("the server pauses").paused);
    pipeline.publish(RECEIVED, ARTICLE).await;
    let year = until.year().to_string();
    not_ready(&address, &["paused", "language-detector-live", &year, "nats consumer resume"]);
    measured(&address, r#"wiredesk_obstacle{stage="detect",reason="paused"} 1"#);
    wait_until("a log line", || (warnings(&worker, "paused") > 0).then_some(()));
    let (doctor, status, obstacles) = said(&pipeline);
    assert!(doctor.contains("language-detector-live") && doctor.contains(&year), "{doctor}");
    assert!(!doctor.contains("start `language-detector`"), "{doctor}");
    assert!(status.contains("detect: the consumer is paused"), "{status}");
    assert_eq!(obstacles[0]["reason"], "paused", "{obstacles:?}");

    stream.resume_consumer("language-detector-live").await.expect("the server resumes");
    pipeline.stored("ARTICLES_DETECTED", 1).await;
    ready(&address);
    measured(&address, r#"wiredesk_obstacle{stage="detect",reason="paused"} 0"#);
    assert_eq!(warnings(&worker, "paused"), 1, "{}", worker.stderr());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_stream_is_named() {
    let pipeline = Pipeline::set_up().await;
    let (worker, address) = with_probes(&pipeline);
    admin::set_max_bytes(&pipeline.jetstream, "ARTICLES_DETECTED", 600).await;
    pipeline.publish(RECEIVED, ARTICLE).await;
    not_ready(&address, &["stream_full", "stream ARTICLES_DETECTED", "--max-bytes"]);
    measured(&address, r#"wiredesk_obstacle{stage="detect",reason="stream_full"} 1"#);
    let (doctor, status, obstacles) = said(&pipeline);
    assert!(doctor.contains("stream ARTICLES_DETECTED") && !doctor.contains("start `"), "{doctor}");
    assert!(status.contains("detect: a stream is full"), "{status}");
    assert_eq!(obstacles[0]["what"], "stream ARTICLES_DETECTED", "{obstacles:?}");

    admin::set_max_bytes(&pipeline.jetstream, "ARTICLES_DETECTED", 1 << 20).await;
    pipeline.stored("ARTICLES_DETECTED", 1).await;
    ready(&address);
    assert_eq!(warnings(&worker, "stream_full"), 1, "{}", worker.stderr());
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_articles_wait_for_room_among_the_dead_letters_and_hold_nobody_up() {
    const BAD: usize = 150;
    let pipeline = Pipeline::set_up().await;
    pipeline.hurry_redelivery().await;
    admin::set_max_bytes(&pipeline.jetstream, "ARTICLES_DEAD", 100).await;
    let (worker, address) = with_probes(&pipeline);
    for number in 0..BAD {
        pipeline.publish(RECEIVED, format!("{{\"bad\":{number}")).await;
        pipeline.publish(RECEIVED, format!(r#"{{"id":"{number}","body":"Rain fell on Oslo."}}"#)).await;
    }
    pipeline.stored("ARTICLES_DETECTED", BAD).await;
    not_ready(&address, &["dead_letters_full", "stream ARTICLES_DEAD", "wiredesk dead"]);
    let (doctor, _, obstacles) = said(&pipeline);
    assert!(doctor.contains("dead letters is full"), "{doctor}");
    assert_eq!(obstacles[0]["reason"], "dead_letters_full", "{obstacles:?}");
    let live = || pipeline.consumer("ARTICLES_RECEIVED", "language-detector-live");
    let only_bad_ones_wait = async {
        while live().await.num_ack_pending > BAD {
            tokio::time::sleep(LOOK_EVERY).await;
        }
    };
    tokio::time::timeout(DEADLINE, only_bad_ones_wait).await.expect("sound articles are settled");
    let waiting = live().await;
    assert_eq!((waiting.num_pending, waiting.num_ack_pending), (0, BAD));

    admin::set_max_bytes(&pipeline.jetstream, "ARTICLES_DEAD", 1 << 20).await;
    pipeline.stored("ARTICLES_DEAD", BAD).await;
    pipeline.settled_on("ARTICLES_RECEIVED", "language-detector-live").await;
    assert_eq!(pipeline.count("ARTICLES_DEAD").await, BAD);
    let delivered = live().await.delivered;
    assert_eq!(delivered.consumer_sequence, delivered.stream_sequence, "no delivery was used up");
    ready(&address);
    assert_eq!(warnings(&worker, "dead_letters_full"), 1, "{}", worker.stderr());
}

#[tokio::test(flavor = "multi_thread")]
async fn deleted_streams_of_dead_letters_and_suspects_are_named_and_lose_nothing() {
    let pipeline = Pipeline::set_up().await;
    pipeline.hurry_redelivery().await;
    let (mut worker, address) = with_probes(&pipeline);
    for stream in ["ARTICLES_DEAD", "ARTICLES_SUSPECTS"] {
        pipeline.jetstream.delete_stream(stream).await.expect("a stream can be deleted");
        not_ready(&address, &["stream_missing", &format!("stream {stream}"), "wiredesk setup"]);
    }
    pipeline.publish(RECEIVED, "{").await;
    pipeline.publish(RECEIVED, ARTICLE).await;
    pipeline.stored("ARTICLES_DETECTED", 1).await;
    wait_until("both log lines", || (warnings(&worker, "stream_missing") == 2).then_some(()));
    let (_, doctor, _) = pipeline.wiredesk(&DOCTOR);
    assert!(doctor.contains("ARTICLES_DEAD is missing") && doctor.contains("wiredesk setup"), "{doctor}");

    assert!(pipeline.wiredesk(&["setup"]).0.success());
    pipeline.stored("ARTICLES_DEAD", 1).await;
    ready(&address);
    assert!(worker.is_running(), "the same worker continued");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_subject_that_the_server_refuses_is_named() {
    Binaries::built();
    let server =
        guarded_by(|permissions| permissions.replacen("\"articles.v1.detected.>\"", "\"nothing\"", 1));
    let tool = |arguments: &[&str]| {
        Process::run(as_user(Binaries::built().wiredesk(server.url(), arguments), OPERATOR))
    };
    assert!(tool(&["setup"]).0.success());
    let mut command = as_user(Binaries::built().worker(StageName::Detect, server.url()), "language-detector");
    command.env("WIREDESK_HTTP", "127.0.0.1:0").env("WIREDESK_LOG_FORMAT", "json");
    let (worker, address) = probed(command);
    let folder = articles_folder().join("en-tiny.json");
    assert!(tool(&["publish", &folder.to_string_lossy()]).0.success());
    not_ready(&address, &["not_allowed", "publish on articles.v1.detected.live.>", "--print-permissions"]);
    let (_, doctor, _) = tool(&DOCTOR);
    assert!(doctor.contains("publish on articles.v1.detected.live.>"), "{doctor}");
    assert!(!doctor.contains("start `language-detector`"), "{doctor}");
    assert_eq!(warnings(&worker, "not_allowed"), 1, "{}", worker.stderr());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_age_of_the_oldest_article_is_not_a_number_while_the_server_is_away() {
    let mut pipeline = Pipeline::set_up().await;
    let (worker, address) = with_probes(&pipeline);
    measured(&address, r#"wiredesk_oldest_pending_seconds{stage="detect",lane="live"} 0"#);
    pipeline.server.kill();
    measured(&address, r#"wiredesk_oldest_pending_seconds{stage="detect",lane="live"} NaN"#);
    measured(&address, r#"wiredesk_obstacle{stage="detect",reason="disconnected"} 1"#);
    pipeline.restart_server().await;
    measured(&address, r#"wiredesk_oldest_pending_seconds{stage="detect",lane="live"} 0"#);
    measured(&address, r#"wiredesk_obstacle{stage="detect",reason="disconnected"} 0"#);
    assert_eq!(warnings(&worker, "disconnected"), 1, "{}", worker.stderr());
}

#[tokio::test(flavor = "multi_thread")]
async fn status_watch_survives_a_restart_of_the_server() {
    let mut pipeline = Pipeline::set_up().await;
    let mut watching =
        Process::start(Binaries::built().wiredesk(pipeline.server.url(), &["status", "--watch"]));
    let screens = |watching: &Process| watching.stdout().matches("STREAM ").count();
    wait_until("a screen", || (screens(&watching) > 0).then_some(()));
    pipeline.server.kill();
    wait_until("the reason", || watching.stdout().contains("Trying again").then_some(()));
    pipeline.restart_server().await;
    let before = screens(&watching);
    wait_until("another screen", || (screens(&watching) > before).then_some(()));
    assert!(watching.is_running());
}
