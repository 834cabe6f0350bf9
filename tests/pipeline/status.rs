//! `wiredesk status` shows stored, pending and dead articles.

use pipeline_tests::{Binaries, Process, wait_until};
use serde_json::{Value, json};

use crate::running::{Pipeline, RECEIVED};

const ARTICLE: &str = r#"{"body":"Rain fell on Oslo on Friday, and the streets were empty."}"#;

fn text(pipeline: &Pipeline) -> String {
    let (status, stdout, stderr) = pipeline.wiredesk(&["status"]);
    assert!(status.success(), "{stderr}");
    stdout
}

fn parsed(pipeline: &Pipeline) -> Value {
    let (status, stdout, stderr) = pipeline.wiredesk(&["status", "--json"]);
    assert!(status.success(), "{stderr}");
    serde_json::from_str(&stdout).expect("one JSON value")
}

/// Returns the entry with this name in `list`.
fn named<'s>(status: &'s Value, list: &str, name: &str) -> &'s Value {
    let mut entries = status[list].as_array().expect("a list").iter();
    entries.find(|entry| entry["name"] == name).unwrap_or_else(|| panic!("{list} names {name}: {status}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_pending_articles_and_reports_when_nothing_is_pending() {
    let pipeline = Pipeline::set_up().await;
    pipeline.publish(RECEIVED, ARTICLE).await;
    let waiting = parsed(&pipeline);
    assert_eq!(named(&waiting, "consumers", "language-detector-live")["pending"], 1);
    let said = text(&pipeline);
    assert!(said.contains("1 delivery is pending, no dead letters.\n"), "{said}");
    assert!(said.contains("! detect: articles wait, and no worker asks for them"), "{said}");

    let _workers = pipeline.workers();
    pipeline.stored("ARTICLES_SUMMARIZED", 1).await;
    pipeline.settled().await;
    let text = text(&pipeline);
    assert!(text.ends_with("\nNothing is pending, no dead letters.\n"), "{text}");
    let done = parsed(&pipeline);
    for stream in ["RECEIVED", "DETECTED", "SEGMENTED", "TAGGED", "SUMMARIZED"] {
        assert_eq!(named(&done, "streams", &format!("ARTICLES_{stream}"))["messages"], 1, "{stream}");
    }
    let consumers = done["consumers"].as_array().expect("a list");
    assert_eq!(consumers.len(), 8);
    for consumer in consumers {
        let counts = ["pending", "in_flight", "redelivered"].map(|member| &consumer[member]);
        assert_eq!(counts, [0, 0, 0], "{consumer}");
    }
    assert_eq!(done["dead"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_dead_letters_by_stage_and_reason() {
    let pipeline = Pipeline::set_up().await;
    let _workers = pipeline.workers();
    for payload in ["{", "[", r#"{"headline":"Rain"}"#] {
        pipeline.publish(RECEIVED, payload).await;
    }
    pipeline.publish("articles.v1.tagged.live.en", "{}").await;
    pipeline.stored("ARTICLES_DEAD", 4).await;
    pipeline.settled().await;
    let status = parsed(&pipeline);
    let expected = json!([
        {"stage": "detect", "reason": "invalid_json", "articles": 2, "replayed": 0},
        {"stage": "detect", "reason": "missing_body", "articles": 1, "replayed": 0},
        {"stage": "summarize", "reason": "invalid_event", "articles": 1, "replayed": 0},
    ]);
    assert_eq!(status["dead"], expected);
    let text = text(&pipeline);
    assert!(text.contains("Nothing is pending, 4 dead letters:"), "{text}");
    assert!(text.contains("2 from `detect`: invalid_json"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn watch_refreshes_and_shows_the_age_of_the_oldest_article() {
    let pipeline = Pipeline::set_up().await;
    pipeline.publish(RECEIVED, ARTICLE).await;
    let mut watching =
        Process::start(Binaries::built().wiredesk(pipeline.server.url(), &["status", "--watch"]));
    // Rates need two samples, so the second screen shows them. Only complete screens are read.
    let screens = || watching.stdout().matches("STREAM ").count();
    wait_until("a third screen", || (screens() >= 3).then_some(()));
    let said = watching.stdout();
    let second = said.split("STREAM ").nth(2).expect("a second screen");
    let detect = second.lines().find(|line| line.starts_with("detect ")).expect("a line a stage");
    let figures: Vec<f64> = detect.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let [delivered_a_second, oldest] = figures[..] else { panic!("{detect}") };
    assert!(
        delivered_a_second.abs() < f64::EPSILON && oldest > 1.0,
        "no worker runs, and the article is pending: {detect}"
    );
    watching.kill();
}

#[tokio::test(flavor = "multi_thread")]
async fn all_missing_streams_are_named_and_the_others_are_shown() {
    let pipeline = Pipeline::set_up().await;
    let missing = ["ARTICLES_DETECTED", "ARTICLES_DEAD"];
    for stream in missing {
        pipeline.jetstream.delete_stream(stream).await.expect("a stream can be deleted");
    }
    let (status, stdout, stderr) = pipeline.wiredesk(&["status", "--json"]);
    assert_eq!(status.code(), Some(1));
    let shown: Value = serde_json::from_str(&stdout).expect("one JSON value");
    assert_eq!(shown["missing"], json!(missing.map(|stream| format!("stream {stream}"))));
    assert_eq!(named(&shown, "streams", "ARTICLES_RECEIVED")["messages"], 0);
    named(&shown, "consumers", "language-detector-live");
    assert!(stderr.contains("DETECTED, stream ARTICLES_DEAD do not exist: run `wiredesk setup`"), "{stderr}");

    let (_, doctor, _) = pipeline.wiredesk(&["doctor", "--monitoring", "127.0.0.1:1"]);
    for stream in missing {
        assert!(doctor.contains(&format!("stream {stream} does not exist")), "{doctor}");
    }
    assert!(doctor.contains("disk: no stream is nearly full"), "{doctor}");
}

#[tokio::test(flavor = "multi_thread")]
async fn names_wiredesk_setup_if_nothing_is_set_up() {
    let pipeline = Pipeline::not_set_up().await;
    let (status, stdout, stderr) = pipeline.wiredesk(&["status", "--json"]);
    assert_eq!((status.code(), stdout.as_str()), (Some(1), ""));
    assert!(stderr.contains("wiredesk setup"), "{stderr}");
}
