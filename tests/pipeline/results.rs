//! `wiredesk results`: what is stored, as it is stored.

use messages::Event;
use pipeline_tests::{Binaries, Process};

use crate::running::{Pipeline, RECEIVED, Stored, many_articles};

/// An id that no header can carry as it is.
const ODD_ID: &str = "Łódź 7/100 %\u{1f327}";

/// Lines as `results` should print them.
fn lines(stored: &[Stored]) -> String {
    let line = |stored: &Stored| format!("{}\n", str::from_utf8(&stored.payload).expect("an event is UTF-8"));
    stored.iter().map(line).collect()
}

/// Publishes four articles, the last under [`ODD_ID`]; returns their ids.
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

/// Runs `results` and expects success.
fn results(pipeline: &Pipeline, arguments: &[&str]) -> String {
    let (status, stdout, stderr) = pipeline.wiredesk(&[&["results"], arguments].concat());
    assert!(status.success(), "{arguments:?}: {stderr}");
    stdout
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_pipe_every_line_is_the_payload_as_it_is_stored() {
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
async fn articles_are_found_by_id_and_a_missing_one_is_named() {
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
    assert_eq!(stdout.lines().count(), 1, "what is there is printed all the same");
    assert!(stderr.contains("never-sent") && !stderr.contains(ODD_ID), "{stderr}");
}

#[tokio::test(flavor = "multi_thread")]
async fn following_waits_for_articles_to_come() {
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
async fn for_people_there_is_text() {
    let pipeline = Pipeline::set_up().await;
    let _workers = pipeline.workers();
    publish_four(&pipeline).await;
    pipeline.stored("ARTICLES_SUMMARIZED", 4).await;
    let text = results(&pipeline, &["--output", "pretty", ODD_ID]);
    assert!(text.contains("Rain fell on Łódź on Friday.") && !text.contains('{'), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn with_nothing_set_up_it_names_the_command() {
    let pipeline = Pipeline::not_set_up().await;
    let (status, stdout, stderr) = pipeline.wiredesk(&["results"]);
    assert_eq!((status.code(), stdout.as_str()), (Some(1), ""));
    assert!(stderr.contains("wiredesk setup"), "{stderr}");
}
