//! `wiredesk publish` stores every article once and prints its id. It reports input that is not an article.

use std::{fs, path::PathBuf};

use pipeline_tests::{articles, articles_folder};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::running::Pipeline;

/// Returns a file of JSON Lines whose second line is not an article.
fn feed_with_a_bad_line() -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a temporary folder can be made");
    let feed = folder.path().join("feed.jsonl");
    let lines = "{\"id\":\"rain\",\"body\":\"Rain fell on Oslo.\"}\n{\"id\":\"bad\"}\n\
                 {\"id\":\"snow\",\"body\":\"Snow fell on Bergen.\"}\n";
    fs::write(&feed, lines).expect("a temporary file can be written");
    (folder, feed)
}

#[tokio::test(flavor = "multi_thread")]
async fn prints_the_id_of_every_article_in_order() {
    let pipeline = Pipeline::set_up().await;
    let folder = articles_folder();
    let (status, stdout, stderr) = pipeline.wiredesk(&["publish", folder.to_str().expect("a path in UTF-8")]);
    assert!(status.success(), "{stderr}");
    let ids: Vec<String> = articles().into_iter().map(|received| received.article.id).collect();
    assert_eq!(stdout.lines().collect::<Vec<_>>(), ids);
    assert_eq!(stderr, "");
    assert_eq!(pipeline.count("ARTICLES_RECEIVED").await, ids.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn reports_an_invalid_line_and_publishes_the_others() {
    let pipeline = Pipeline::set_up().await;
    let (_folder, feed) = feed_with_a_bad_line();
    let (status, stdout, stderr) = pipeline.wiredesk(&["publish", feed.to_str().expect("a path in UTF-8")]);
    assert_eq!(status.code(), Some(1));
    assert_eq!(stdout, "rain\nsnow\n");
    assert!(stderr.contains("feed.jsonl:2") && stderr.contains("body"), "{stderr}");
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
    assert_eq!(pipeline.count("ARTICLES_RECEIVED").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn reports_an_entry_without_text_and_publishes_the_rest_of_a_feed() {
    let pipeline = Pipeline::set_up().await;
    let folder = TempDir::new().expect("a temporary folder can be made");
    let feed = folder.path().join("feed.rss");
    let items = "<item><guid>rain</guid><description>&lt;p&gt;Rain fell on Łódź.&lt;/p&gt;</description></item>\
                 <item><guid>bad</guid></item><item><guid>snow</guid><description>Snow fell.</description></item>";
    let rss = format!("<rss version='2.0'><channel><title>Gazette</title>{items}</channel></rss>");
    fs::write(&feed, rss).expect("a temporary file can be written");
    let path = feed.to_str().expect("a path in UTF-8");
    let (status, stdout, stderr) = pipeline.wiredesk(&["publish", path]);
    assert_eq!((status.code(), stdout.as_str()), (Some(1), "rain\nsnow\n"));
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
    assert!(stderr.contains("feed.rss[1]: has no text"), "{stderr}");
    let stored = pipeline.stored("ARTICLES_RECEIVED", 2).await;
    let first: Value = serde_json::from_slice(&stored[0].payload).expect("an event is JSON");
    assert_eq!(first["body"], "Rain fell on Łódź.");
    assert_eq!((&first["source"], &first["source_format"]), (&json!("Gazette"), &json!("rss")));
}

#[tokio::test(flavor = "multi_thread")]
async fn json_output_distinguishes_new_articles_from_duplicates() {
    let pipeline = Pipeline::set_up().await;
    let (_folder, feed) = feed_with_a_bad_line();
    for again in [false, true] {
        let (status, stdout, stderr) =
            pipeline.wiredesk(&["publish", "--json", feed.to_str().expect("a path in UTF-8")]);
        assert_eq!((status.code(), stderr.as_str()), (Some(1), ""));
        let lines: Vec<Value> =
            stdout.lines().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
        let [rain, bad, snow] = lines.as_slice() else { panic!("three lines: {stdout}") };
        for (line, id, sequence) in [(rain, "rain", 1), (snow, "snow", 2)] {
            assert_eq!(line["id"], id);
            assert_eq!(line["duplicate"], again);
            assert_eq!(line["sequence"], sequence, "{line}");
            assert!(line["revision"].as_str().is_some_and(|revision| !revision.is_empty()), "{line}");
        }
        assert_eq!(bad["error"]["code"], "missing_body");
        assert!(bad["origin"].as_str().is_some_and(|origin| origin.ends_with("feed.jsonl:2")), "{bad}");
    }
    assert_eq!(pipeline.count("ARTICLES_RECEIVED").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn json_output_keeps_every_character_of_an_id() {
    let pipeline = Pipeline::set_up().await;
    let folder = TempDir::new().expect("a temporary folder can be made");
    let file = folder.path().join("feed.jsonl");
    let id = "rain\u{7f}\u{9b}\u{1b}[1m";
    fs::write(&file, json!({"id": id, "body": "Rain fell."}).to_string()).expect("a file can be written");
    let (status, stdout, stderr) =
        pipeline.wiredesk(&["publish", "--json", file.to_str().expect("a path in UTF-8")]);
    assert!(status.success(), "{stderr}");
    let line: Value = serde_json::from_str(&stdout).expect("a line is JSON");
    assert_eq!(line["id"], id);
}

#[tokio::test(flavor = "multi_thread")]
async fn publishes_a_corrected_article_under_the_same_id() {
    let pipeline = Pipeline::set_up().await;
    let folder = TempDir::new().expect("a temporary folder can be made");
    let file = folder.path().join("feed.jsonl");
    for body in ["Rain fell on Oslo.", "Rain fell on Bergen."] {
        let article = json!({"id": "rain", "body": body}).to_string();
        fs::write(&file, article).expect("a temporary file can be written");
        let (status, stdout, stderr) =
            pipeline.wiredesk(&["publish", file.to_str().expect("a path in UTF-8")]);
        assert!(status.success(), "{stderr}");
        assert_eq!(stdout, "rain\n");
    }
    assert_eq!(pipeline.count("ARTICLES_RECEIVED").await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn rejects_only_the_article_that_is_too_large_for_the_bus() {
    let pipeline = Pipeline::set_up().await;
    let folder = TempDir::new().expect("a temporary folder can be made");
    let file = folder.path().join("feed.jsonl");
    let large = json!({"id": "long", "body": "Rain fell on Oslo. ".repeat(100_000)});
    let small = json!({"id": "short", "body": "Rain fell on Oslo."});
    fs::write(&file, format!("{large}\n{small}\n")).expect("a temporary file can be written");
    let (status, stdout, stderr) = pipeline.wiredesk(&["publish", file.to_str().expect("a path in UTF-8")]);
    assert_eq!(status.code(), Some(1));
    assert_eq!(stdout, "short\n");
    assert!(stderr.contains("feed.jsonl:1: the article is too large"), "{stderr}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_workers_process_the_backfill_lane() {
    let pipeline = Pipeline::set_up().await;
    let _workers = pipeline.workers();
    let file = articles_folder().join("en-tiny.json");
    let file = file.to_str().expect("a path in UTF-8");
    let (status, _, stderr) = pipeline.wiredesk(&["publish", "--lane", "backfill", file]);
    assert!(status.success(), "{stderr}");
    let stored = pipeline.stored("ARTICLES_SUMMARIZED", 1).await.swap_remove(0);
    assert!(stored.subject.starts_with("articles.v1.summarized.backfill."), "{}", stored.subject);
}

#[tokio::test(flavor = "multi_thread")]
async fn names_wiredesk_setup_if_nothing_is_set_up() {
    let pipeline = Pipeline::not_set_up().await;
    let file = articles_folder().join("en-tiny.json");
    let (status, stdout, stderr) = pipeline.wiredesk(&["publish", file.to_str().expect("a path in UTF-8")]);
    assert_eq!((status.code(), stdout.as_str()), (Some(1), ""));
    assert!(stderr.contains("wiredesk setup"), "{stderr}");
}
