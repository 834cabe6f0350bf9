//! `wiredesk results` prints events as they are stored.

use messages::Event;
use pipeline_tests::{Binaries, Process};

use crate::running::{Pipeline, RECEIVED, Stored, many_articles};

/// An id that cannot be a header without encoding.
const ODD_ID: &str = "Łódź 7/100 %\u{1f327}";

/// Returns the lines that `results` should print.
fn lines(stored: &[Stored]) -> String {
    let line = |stored: &Stored| format!("{}\n", str::from_utf8(&stored.payload).expect("an event is UTF-8"));
    stored.iter().map(line).collect()
}

/// Publishes four articles, the last with the id [`ODD_ID`], and returns their ids.
async fn publish_four(pipeline: &Pipeline) -> Vec<String> {
    let mut ids = Vec::new();
    for received in many_articles(3) {
        pipeline.publish(RECEIVED, received.encode()).await;
        ids.push(received.article.id);
    }
    let odd = serde_json::json!({"id": ODD_ID, "body": "Rain fell on Łódź on Friday."});
    pipeline.publish(RECEIVED, odd.to_string()).await;
    ids.push(ODD_ID.to_owned());
    ids
}

/// Runs `results`, which must succeed, and returns its output.
fn results(pipeline: &Pipeline, arguments: &[&str]) -> String {
    let (status, stdout, stderr) = pipeline.wiredesk(&[&["results"], arguments].concat());
    assert!(status.success(), "{arguments:?}: {stderr}");
    stdout
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_pipe_every_line_is_a_stored_payload() {
    let pipeline = Pipeline::set_up().await;
    assert_eq!(results(&pipeline, &[]), "", "nothing stored, nothing printed");
    let _workers = pipeline.workers();
    publish_four(&pipeline).await;
    let summarized = pipeline.stored("ARTICLES_SUMMARIZED", 4).await;
    let detected = pipeline.stored("ARTICLES_DETECTED", 4).await;
    assert_eq!(results(&pipeline, &[]), lines(&summarized));
    assert_eq!(results(&pipeline, &["--count", "2"]), lines(&summarized[..2]));
    assert_eq!(results(&pipeline, &["--stage", "detect"]), lines(&detected));
    assert_eq!(results(&pipeline, &["--stage", "summarize", "-n", "9"]), lines(&summarized));
}

#[tokio::test(flavor = "multi_thread")]
async fn finds_articles_by_id_and_names_a_missing_one() {
    let pipeline = Pipeline::set_up().await;
    let _workers = pipeline.workers();
    let ids = publish_four(&pipeline).await;
    let stored = pipeline.stored("ARTICLES_SUMMARIZED", 4).await;
    for id in [ids[1].as_str(), ODD_ID] {
        let of_id: Vec<Stored> = pipeline
            .stored("ARTICLES_SUMMARIZED", stored.len())
            .await
            .into_iter()
            .filter(|stored| crate::running::id(stored) == id)
            .collect();
        assert_eq!(of_id.len(), 1, "{id}");
        assert_eq!(results(&pipeline, &[id]), lines(&of_id), "{id}");
    }
    let (status, stdout, stderr) = pipeline.wiredesk(&["results", ODD_ID, "never-sent"]);
    assert_eq!(status.code(), Some(1));
    assert_eq!(stdout.lines().count(), 1, "stored articles are printed anyway");
    assert!(stderr.contains("never-sent") && !stderr.contains(ODD_ID), "{stderr}");
}

#[tokio::test(flavor = "multi_thread")]
async fn follow_waits_for_new_articles() {
    let pipeline = Pipeline::set_up().await;
    let follow = |arguments: &[&str]| {
        let arguments = [&["results", "--follow"], arguments].concat();
        Process::start(Binaries::built().wiredesk(pipeline.server.url(), &arguments))
    };
    let mut four = follow(&["-n", "4"]);
    let mut by_id = follow(&[ODD_ID]);
    let _workers = pipeline.workers();
    assert!(four.is_running() && by_id.is_running(), "{}{}", four.stderr(), by_id.stderr());
    publish_four(&pipeline).await;
    for (follower, count) in [(&mut four, 4), (&mut by_id, 1)] {
        let status = follower.wait();
        assert!(status.success(), "{}", follower.stderr());
        assert_eq!(follower.stdout().lines().count(), count);
    }
    assert_eq!(four.stdout(), lines(&pipeline.stored("ARTICLES_SUMMARIZED", 4).await));
}

#[tokio::test(flavor = "multi_thread")]
async fn prints_text_for_people() {
    let pipeline = Pipeline::set_up().await;
    let _workers = pipeline.workers();
    publish_four(&pipeline).await;
    pipeline.stored("ARTICLES_SUMMARIZED", 4).await;
    let text = results(&pipeline, &["--output", "pretty", ODD_ID]);
    assert!(text.contains("Rain fell on Łódź on Friday.") && !text.contains('{'), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn prints_formats_of_other_programs() {
    let pipeline = Pipeline::set_up().await;
    let _workers = pipeline.workers();
    publish_four(&pipeline).await;
    pipeline.stored("ARTICLES_SUMMARIZED", 4).await;
    let rows = results(&pipeline, &["--output", "csv"]);
    assert!(rows.starts_with("id,revision,"), "{rows}");
    assert_eq!(rows.matches("id,revision,").count(), 1, "the header comes once: {rows}");
    assert_eq!(results(&pipeline, &["--output", "spacy"]).lines().count(), 4);
    let page = results(&pipeline, &["--output", "html", ODD_ID]);
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"), "{page}");
    assert!(results(&pipeline, &["--offsets", "utf16", ODD_ID]).contains("\"offsets\":\"utf16\""));

    // The workers list no tokens, so the articles cannot be CoNLL-U. Each is reported.
    let (status, stdout, stderr) = pipeline.wiredesk(&["results", "--output", "conllu"]);
    assert_eq!((status.code(), stdout.as_str()), (Some(1), ""));
    assert_eq!(stderr.matches("--tokens").count(), 4, "{stderr}");
}

#[tokio::test(flavor = "multi_thread")]
async fn names_wiredesk_setup_if_nothing_is_set_up() {
    let pipeline = Pipeline::not_set_up().await;
    let (status, stdout, stderr) = pipeline.wiredesk(&["results"]);
    assert_eq!((status.code(), stdout.as_str()), (Some(1), ""));
    assert!(stderr.contains("wiredesk setup"), "{stderr}");
}
