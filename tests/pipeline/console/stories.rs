//! Stories and alerts in the console, with a real linker and a real alerter.

use std::fs;

use pipeline_tests::{Binaries, Process, wait_until};
use serde_json::{Value, json};

use super::{article, client::Console, running};
use crate::running::Pipeline;

const RULES: &str = "[[rule]]\nname = \"ferries\"\nquery = 'ferry AND loc:Oslo'\n";

/// Starts a program of the tool beside a pipeline.
fn start(pipeline: &Pipeline, arguments: &[&str]) -> Process {
    let mut process = Process::start(Binaries::built().wiredesk(pipeline.server.url(), arguments));
    process.wait_for_stderr("ready");
    process
}

/// Waits until the console has an answer with as many elements in `member` as are expected.
fn list(console: &Console, path: &str, member: &str, expected: usize) -> Value {
    wait_until(&format!("{expected} {member} at {path}"), || {
        let (status, answer) = console.get(path);
        (status == 200 && answer[member].as_array().is_some_and(|all| all.len() == expected))
            .then_some(answer)
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pipeline_without_stories_and_alerts_says_how_to_get_them() {
    let (_pipeline, _workers, console) = running().await;
    for (path, command) in [
        ("/api/stories", "wiredesk setup --stories"),
        ("/api/stories/a", "wiredesk setup --stories"),
        ("/api/alerts", "wiredesk setup --alerts"),
    ] {
        let (status, answer) = console.get(path);
        assert_eq!((status, &answer["error"]["code"]), (404, &"not_set_up".into()), "{path}");
        assert!(answer["error"]["message"].as_str().unwrap().contains(command), "{answer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn articles_are_grouped_exported_and_alerted() {
    let pipeline = Pipeline::not_set_up().await;
    let (status, _, stderr) = pipeline.wiredesk(&["setup", "--stories", "--alerts"]);
    assert!(status.success(), "{stderr}");
    let rules = tempfile::tempdir().unwrap();
    let file = rules.path().join("rules.toml");
    fs::write(&file, RULES).unwrap();
    let _workers = pipeline.workers();
    let _linker = start(&pipeline, &["story-linker"]);
    let _alerter = start(&pipeline, &["alerts", "run", file.to_str().unwrap()]);
    let console = Console::start(pipeline.server.url());
    console.wait_until_ready();
    console.enriched(&article("a"));
    let copy = json!({"id": "b", "source": "Post", "headline": "Mayor welcomes ferry", "body": article("a")["body"]});
    console.enriched(&copy);

    let stories = list(&console, "/api/stories", "stories", 1);
    let story = &stories["stories"][0];
    assert_eq!((&story["id"], &story["articles"], &story["copies"]), (&"a".into(), &2.into(), &1.into()));
    assert_eq!(story["sources"], json!(["Wire", "Post"]));
    assert_eq!(console.get("/api/stories?source=Nobody").1["stories"], json!([]));
    let (_, story) = console.get("/api/stories/a");
    assert_eq!(story["members"][1]["copy_of"], json!({"id": "a", "share": 1.0}), "{story}");
    assert_eq!(console.get("/api/articles?copies=no").1["articles"].as_array().map(Vec::len), Some(1));
    assert_eq!(console.get("/api/articles/b?stage=link").1["story"]["id"], "a");

    let (status, export) = console.get("/api/stories/a/articles");
    let lines: Vec<Value> =
        export.as_str().unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(status, 200);
    let exported: Vec<_> =
        lines.iter().map(|line| (&line["article"]["id"], &line["story"]["size"])).collect();
    assert_eq!(exported, [(&"a".into(), &1.into()), (&"b".into(), &2.into())]);
    assert_eq!(console.get("/api/stories/a/articles?copies=no").1["story"]["id"], "a");

    let alerts = list(&console, "/api/alerts?rule=ferries", "alerts", 2);
    assert_eq!((&alerts["rules"][0]["rule"], &alerts["rules"][0]["matches"]), (&"ferries".into(), &2.into()));
    assert_eq!(alerts["alerts"][0]["article"], "b");
    assert_eq!(
        console.get("/api/alerts?article=a&limit=1").1["alerts"][0]["found"],
        json!(["Ferry", "Oslo", "ferry"])
    );

    let other = Console::start(pipeline.server.url());
    other.wait_until_ready();
    for path in ["/api/stories", "/api/stories/a", "/api/alerts"] {
        assert_eq!(other.get(path), console.get(path), "{path}");
    }
}
