//! Publishing through the console, and finding articles again.

use pipeline_tests::{admin, wait_until};
use serde_json::{Value, json};

use super::{article, client::Console, running};
use crate::running::{Pipeline, RECEIVED};

fn ids(list: &Value) -> Vec<&str> {
    list["articles"].as_array().expect("a list").iter().filter_map(|row| row["id"].as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_can_be_published_awaited_found_and_traced() {
    let (pipeline, _workers, console) = running().await;
    let enriched = console.enriched(&article("a/1 ü"));
    assert!(enriched["summary"]["text"].is_string());

    let (status, stored) = console.get("/api/articles/a%2F1%20%C3%BC");
    assert_eq!((status, &stored), (200, &enriched));
    let (status, tagged) = console.get("/api/articles/a%2F1%20%C3%BC?stage=tag");
    assert!(status == 200 && tagged.get("entities").is_some() && tagged.get("summary").is_none());

    for query in
        ["", "?language=en", "?name=oslo", "?name=berg&type=PER", "?source=wire", "?q=ferry+1", "?since=1h"]
    {
        let (_, list) = console.get(&format!("/api/articles{query}"));
        assert_eq!(ids(&list), ["a/1 ü"], "{query}");
    }
    for query in ["?language=de", "?name=berg&type=LOC", "?source=other", "?q=train", "?until=1h"] {
        assert_eq!(ids(&console.get(&format!("/api/articles{query}")).1), Vec::<&str>::new(), "{query}");
    }

    // The console and the tool tell the same story.
    let (status, traced, stderr) = pipeline.wiredesk(&["trace", "a/1 ü", "--json"]);
    assert!(status.success(), "{stderr}");
    let steps: Value = serde_json::from_str(&traced).unwrap();
    wait_until("the same timeline", || {
        let (_, timeline) = console.get("/api/articles/a%2F1%20%C3%BC/timeline");
        (timeline == steps).then_some(())
    });
    let asked = pipeline.wiredesk(&["trace", "a/1 ü", "--json", "--console", &console.url]);
    assert_eq!(asked.1, traced, "{}", asked.2);
    let results = pipeline.wiredesk(&["results", "a/1 ü", "--console", &console.url, "--output", "jsonl"]);
    assert_eq!(serde_json::from_str::<Value>(&results.1).unwrap(), enriched, "{}", results.2);
    let missing = pipeline.wiredesk(&["results", "none", "--console", &console.url]);
    assert_eq!((missing.0.code(), missing.2.contains("not stored")), (Some(1), true));
}

#[tokio::test(flavor = "multi_thread")]
async fn publishing_twice_stores_once_and_a_correction_is_a_new_revision() {
    let (_pipeline, _workers, console) = running().await;
    let first = console.enriched(&article("a"));
    let (status, again) = console.post_json("/api/articles", &article("a"));
    assert_eq!((status, &again["status"]), (202, &json!("duplicate")));
    let mut corrected = article("a");
    corrected["body"] = "The ferry did not reach Oslo.".into();
    let second = console.enriched(&corrected);
    assert_ne!(first["article"]["revision"], second["article"]["revision"]);
    let (_, list) = console.get("/api/articles");
    assert_eq!((ids(&list), &list["articles"][0]["revisions"]), (vec!["a"], &json!(2)));
    let revision = first["article"]["revision"].as_str().unwrap();
    assert_eq!(console.get(&format!("/api/articles/a?revision={revision}")).1, first);
}

#[tokio::test(flavor = "multi_thread")]
async fn json_lines_have_one_result_a_line() {
    let (pipeline, _workers, console) = running().await;
    let lines = format!("{}\n\n{{\"id\":\"b\"}}\n{}\n{{", article("a"), article("c"));
    let (status, answer) = console.post("/api/articles?lane=backfill", "application/x-ndjson", &lines);
    assert_eq!(status, 202);
    let answer = answer.as_str().expect("several lines");
    let results: Vec<Value> = answer.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(results[0]["id"], "a");
    assert_eq!((&results[1]["line"], &results[1]["error"]["field"]), (&json!(3), &json!("body")));
    assert_eq!((&results[2]["id"], &results[2]["status"]), (&json!("c"), &json!("stored")));
    assert_eq!(results[3]["error"]["code"], "invalid_json");
    let stored = pipeline.stored("ARTICLES_RECEIVED", 2).await;
    assert!(stored.iter().all(|stored| stored.subject == "articles.v1.received.backfill"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_of_a_publisher_without_headers_is_found_before_any_stage_has_it() {
    let pipeline = Pipeline::set_up().await;
    let console = Console::start(pipeline.server.url());
    console.wait_until_ready();
    pipeline.publish(RECEIVED, article("plain").to_string()).await;
    let row = wait_until("the article", || console.get("/api/articles").1["articles"].get(0).cloned());
    assert_eq!((&row["id"], &row["state"]), (&json!("plain"), &json!("received")));
    let (status, answer) = console.get("/api/articles/plain");
    assert_eq!(status, 404);
    assert_eq!(answer["error"]["message"], "the article is `received`, not yet `summarized`");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_stream_asks_the_publisher_to_come_again() {
    let pipeline = Pipeline::set_up().await;
    admin::set_max_bytes(&pipeline.jetstream, "ARTICLES_RECEIVED", 20 << 10).await;
    let console = Console::start(pipeline.server.url());
    console.wait_until_ready();
    let mut large = article("large");
    large["body"] = "Rain. ".repeat(2_000).into();
    let statuses: Vec<u16> = (0..3)
        .map(|number| {
            large["id"] = format!("large-{number}").into();
            console.post_json("/api/articles", &large).0
        })
        .collect();
    assert_eq!(statuses, [202, 503, 503]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_that_the_server_does_not_take_is_too_large() {
    let pipeline = Pipeline::set_up().await;
    let console = Console::start(pipeline.server.url());
    console.wait_until_ready();
    let mut large = article("large");
    large["body"] = "Rain. ".repeat(400_000).into();
    let (status, answer) = console.post_json("/api/articles", &large);
    assert_eq!((status, &answer["error"]["code"]), (413, &json!("too_large")));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_flow_has_figures_and_workers() {
    let (_pipeline, _workers, console) = running().await;
    console.enriched(&article("a"));
    let flow = wait_until("figures with four workers", || {
        let (status, flow) = console.get("/api/flow");
        let workers = flow["workers"].as_array().map_or(0, Vec::len);
        let is_timed = flow["stages"][3]["live"]["p50_seconds"].is_number();
        (status == 200 && workers == 4 && is_timed).then_some(flow)
    });
    let names: Vec<&str> =
        flow["stages"].as_array().unwrap().iter().filter_map(|it| it["stage"].as_str()).collect();
    assert_eq!(names, ["detect", "segment", "tag", "summarize"]);
    assert_eq!(flow["workers"][0]["first"], "detect");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tool_checks_the_settings_and_the_health_of_a_console() {
    let pipeline = Pipeline::set_up().await;
    let (status, _, stderr) = pipeline.wiredesk(&["console", "--listen", "0.0.0.0:0"]);
    assert_eq!((status.code(), stderr.contains("--tokens")), (Some(2), true), "{stderr}");
    let console = Console::start(pipeline.server.url());
    let address = console.url.trim_start_matches("http://");
    let (status, _, stderr) = pipeline.wiredesk(&["console", "--listen", address, "health"]);
    assert!(status.success(), "{stderr}");
}
