//! Sinks that write files.

use std::{fs, path::Path};

use serde_json::Value;

use super::{
    events::{STREAM, event, id, start, store, store_all},
    files::{keeps_its_folder, survives_kills, wait_for},
};
use crate::running::Pipeline;

/// Returns the ids of the articles in all files of a folder, in order.
fn written(folder: &Path) -> Vec<String> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    // A file that was renamed meanwhile is read the next time.
    let texts = files.iter().map(|file| fs::read_to_string(file).unwrap_or_default());
    texts.flat_map(|text| text.lines().map(id_of).collect::<Vec<_>>()).collect()
}

fn id_of(line: &str) -> String {
    // A line that is being written does not count.
    let event: Value = serde_json::from_str(line).unwrap_or_default();
    event["article"]["id"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_article_is_a_line_as_the_stage_encoded_it() {
    let pipeline = Pipeline::set_up().await;
    let folder = tempfile::tempdir().unwrap();
    store_all(&pipeline.jetstream, 0..3).await;
    let mut sink = start(&pipeline, &["jsonl", folder.path().to_str().unwrap()]);
    wait_for(folder.path(), 3, written, &mut sink);
    sink.terminate();
    assert!(sink.wait().success(), "{}", sink.stderr());
    let file = fs::read_dir(folder.path()).unwrap().next().unwrap().unwrap().path();
    let text = fs::read_to_string(file).unwrap();
    assert!(text.ends_with('\n'));
    assert_eq!(text.lines().collect::<Vec<_>>(), [0, 1, 2].map(|number| event(number).to_string()));
    // It goes on where it was.
    store_all(&pipeline.jetstream, 3..5).await;
    let mut sink = start(&pipeline, &["jsonl", folder.path().to_str().unwrap()]);
    wait_for(folder.path(), 5, written, &mut sink);
    assert_eq!(written(folder.path()), (0..5).map(id).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_article_is_there_once_although_sink_and_server_are_killed() {
    survives_kills("jsonl", &["--file-size", "20KiB"], written).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_select_articles_by_language_type_and_source() {
    let pipeline = Pipeline::set_up().await;
    store_all(&pipeline.jetstream, 0..6).await;
    for (filter, expected) in [
        (["--languages", "de"], [1, 3, 5].as_slice()),
        (["--types", "per,MONEY"], &[0, 2, 4]),
        (["--sources", "The Gazette"], &[0, 3]),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let name = filter[0].trim_start_matches('-');
        let path = folder.path().to_str().unwrap();
        let _sink = start(&pipeline, &["jsonl", path, "--name", name, filter[0], filter[1]]);
        pipeline.settled_on(STREAM, name).await;
        let expected: Vec<String> = expected.iter().map(|number| id(*number)).collect();
        assert_eq!(written(folder.path()), expected, "{filter:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_an_event_becomes_a_dead_letter_of_each_sink() {
    let pipeline = Pipeline::set_up().await;
    for text in ["{\"half", "{\"article\":{\"id\":\"secret\"}}"] {
        store(&pipeline.jetstream, text).await;
    }
    store_all(&pipeline.jetstream, 0..1).await;
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let mut sinks = Vec::new();
    for (folder, name) in folders.iter().zip(["one", "two"]) {
        let path = folder.path().to_str().unwrap();
        sinks.push(start(&pipeline, &["jsonl", path, "--name", name]));
        pipeline.settled_on(STREAM, name).await;
        assert_eq!(written(folder.path()), [id(0)]);
    }
    let (_, listed, _) = pipeline.wiredesk(&["dead", "list", "--stage", "sink", "--json"]);
    let reasons: Vec<String> = listed
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["reason"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(reasons, ["invalid_json", "invalid_event", "invalid_json", "invalid_event"]);
    assert!(!sinks[0].stderr().contains("half"), "{}", sinks[0].stderr());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_belongs_to_one_sink() {
    keeps_its_folder("jsonl").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_doctor_names_a_sink_that_does_not_run() {
    let pipeline = Pipeline::set_up().await;
    let folder = tempfile::tempdir().unwrap();
    let mut sink = start(&pipeline, &["jsonl", folder.path().to_str().unwrap()]);
    let (_, found, _) = pipeline.wiredesk(&["doctor"]);
    assert!(found.contains("fine   sinks: sink-jsonl"), "{found}");
    sink.terminate();
    assert!(sink.wait().success(), "{}", sink.stderr());
    store_all(&pipeline.jetstream, 0..3).await;
    let (_, found, _) = pipeline.wiredesk(&["doctor"]);
    assert!(found.contains("check  sinks: sink-jsonl: 3 articles of ARTICLES_SUMMARIZED wait"), "{found}");
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_settings_and_a_missing_setup_are_named() {
    let pipeline = Pipeline::not_set_up().await;
    let (status, _, stderr) = pipeline.wiredesk(&["sink", "jsonl", "--types", "PERSON"]);
    assert_eq!(status.code(), Some(2));
    assert!(stderr.contains("2 settings need attention") && stderr.contains("name the folder"), "{stderr}");
    let folder = tempfile::tempdir().unwrap();
    let (status, _, stderr) = pipeline.wiredesk(&["sink", "jsonl", folder.path().to_str().unwrap()]);
    assert_eq!(status.code(), Some(1));
    assert!(stderr.contains("wiredesk setup"), "{stderr}");
}
