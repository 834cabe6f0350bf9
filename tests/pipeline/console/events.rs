//! Server-sent events: nothing is left out and nothing comes twice.

use pipeline_tests::admin;
use serde_json::Value;

use super::{article, client::Console, running};

fn publish(console: &Console, ids: impl Iterator<Item = usize>) {
    let lines: Vec<String> = ids.map(|number| article(&number.to_string()).to_string()).collect();
    assert_eq!(console.post("/api/articles", "application/x-ndjson", &lines.join("\n")).0, 202);
}

fn numbers(events: &[(u64, Value)]) -> Vec<usize> {
    let mut numbers: Vec<usize> =
        events.iter().filter_map(|(_, data)| data["id"].as_str()?.parse().ok()).collect();
    numbers.sort_unstable();
    numbers
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_that_comes_back_gets_everything_once() {
    let (_pipeline, _workers, console) = running().await;
    let mut reader = console.events("", None);
    publish(&console, 0..10);
    let mut seen: Vec<_> = (0..4).map(|_| reader.next()).collect();
    drop(reader);
    publish(&console, 10..20);
    let last = seen.last().map(|(id, _)| *id);
    let mut reader = console.events("", last);
    publish(&console, 20..30);
    seen.extend((4..30).map(|_| reader.next()));
    assert_eq!(numbers(&seen), (0..30).collect::<Vec<_>>());
    assert!(seen.is_sorted_by_key(|(id, _)| *id));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_goes_on_with_another_console() {
    let (pipeline, _workers, mut console) = running().await;
    let other = Console::start(pipeline.server.url());
    other.wait_until_ready();
    let mut reader = console.events("", Some(0));
    publish(&console, 0..10);
    let mut seen: Vec<_> = (0..5).map(|_| reader.next()).collect();
    console.process.kill();
    publish(&other, 10..15);
    let mut reader = other.events("", seen.last().map(|(id, _)| *id));
    seen.extend((5..15).map(|_| reader.next()));
    assert_eq!(numbers(&seen), (0..15).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_goes_on_with_a_stream_that_is_created_anew() {
    let (pipeline, workers, console) = running().await;
    let mut reader = console.events("", None);
    publish(&console, 0..5);
    let seen: Vec<_> = (0..5).map(|_| reader.next()).collect();
    assert_eq!(numbers(&seen), (0..5).collect::<Vec<_>>());
    drop(workers);
    admin::delete_stream(&pipeline.jetstream, "ARTICLES_SUMMARIZED").await;
    let (status, _, stderr) = pipeline.wiredesk(&["setup"]);
    assert!(status.success(), "{stderr}");
    let _workers = pipeline.workers();
    publish(&console, 5..8);
    let seen: Vec<_> = (0..3).map(|_| reader.next()).collect();
    assert_eq!(numbers(&seen), [5, 6, 7]);
    // A reader that comes back with a number of the old stream gets all of the new one.
    assert_eq!(console.events("", Some(100)).next().0, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_filter_leaves_out_other_articles() {
    let (_pipeline, _workers, console) = running().await;
    let mut reader = console.events("?name=berg&type=PER&language=en&source=wire", None);
    let mut other = article("other");
    other["source"] = "Other".into();
    console.enriched(&other);
    console.enriched(&article("wanted"));
    let (_, data) = reader.next();
    assert_eq!((&data["id"], &data["language"]), (&"wanted".into(), &"en".into()));
}
